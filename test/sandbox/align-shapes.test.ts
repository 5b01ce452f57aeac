// Guarantee: each behaviour that nobody could verify can be had in every variant, and switching one
// on a running stand-in counts at once.
import { startAlign, type AlignStandIn } from '../../sandbox/align';
import { call } from './align-client';

const feature = { title: 'T', description: '<p>d</p>', state: 1, primaryProgramId: 101 };
const link = { name: 'View in Jira', link: 'https://acme.atlassian.net/browse/PAY-2' };

describe('disputed shapes', () => {
  let align: AlignStandIn;
  beforeEach(async () => {
    align = await startAlign();
  });
  afterEach(() => align.stop());
  const post = (extra: object = {}) => call(align, 'POST', '/Features', { ...feature, ...extra });
  const get = async (path: string) =>
    (await call(align, 'GET', path)).body as Record<string, unknown>;

  it('createAnswers', async () => {
    expect((await post()).body).toMatchObject({ id: 502, title: 'T' });
    align.shapes.createAnswers = 'id';
    expect((await post()).body).toBe(503);
    align.shapes.createAnswers = 'id-string';
    expect((await post()).body).toBe('504');
    align.shapes.createAnswers = 'empty-with-location';
    const { status, body, headers } = await post();
    expect([status, body]).toEqual([201, undefined]);
    expect(headers.get('Location')).toMatch(/\/Features\/505$/);
  });

  it('links', async () => {
    const add = () =>
      call(align, 'PATCH', '/Features/501', [{ op: 'add', path: '/links/-', value: link }]);
    align.shapes.links = 'refused';
    expect((await post({ links: [link] })).status).toBe(400);
    expect((await add()).status).toBe(400);
    align.shapes.links = 'ignored';
    expect((await post({ links: [link] })).body).toMatchObject({ links: [] });
    expect((await add()).status).toBe(204);
    expect(await get('/Features/501')).toMatchObject({ links: [], lastUpdatedDate: null });
    align.shapes.links = 'writable';
    expect((await post({ links: [link] })).body).toMatchObject({ links: [link] });
    expect((await add()).status).toBe(204);
    expect(await get('/Features/501')).toMatchObject({ links: [link] });
  });

  it('patchMediaTypes', async () => {
    const patch = async (type: string) => {
      const body = [{ op: 'replace', path: '/title', value: type }];
      return (await call(align, 'PATCH', '/Features/501', body, { 'Content-Type': type })).status;
    };
    const plain = 'application/json;odata.metadata=minimal;odata.streaming=true';
    const named = 'application/json-patch+json';
    const statuses = async () => [
      await patch(plain),
      await patch(named),
      await patch('text/plain'),
    ];
    expect(await statuses()).toEqual([204, 204, 415]);
    align.shapes.patchMediaTypes = 'json';
    expect(await statuses()).toEqual([204, 415, 415]);
    align.shapes.patchMediaTypes = 'json-patch';
    expect(await statuses()).toEqual([415, 204, 415]);
  });

  it('recycled', async () => {
    const flags = async () => [
      (await get('/Features/501')).isRecycled,
      (await get('/Epics/41')).isRecycled,
    ];
    expect(await flags()).toEqual([false, null]);
    align.shapes.recycled = 'null-or-1';
    expect(await flags()).toEqual([null, null]);
    align.world.recycle('feature', 501, '1204');
    align.world.recycle('epic', 41, '1204');
    expect(await flags()).toEqual([1, 1]);
    align.shapes.recycled = 'boolean';
    expect(await flags()).toEqual([true, 1]);
  });

  it('auditLog', async () => {
    const path = '/Features/501/auditlog';
    expect(await call(align, 'GET', path)).toMatchObject({ status: 404, body: undefined });
    align.shapes.auditLog = true;
    align.world.edit('feature', 501, { ownerId: '1201' }, '1204');
    expect((await call(align, 'GET', path)).body).toMatchObject([
      { user: 'Kai Lund', userId: '1204', field: 'Owner', oldValue: '1204', newValue: '1201' },
      { user: 'Kai Lund', action: 'created', field: null },
    ]);
  });

  it('lastUpdatedDate', async () => {
    expect((await get('/Features/501')).lastUpdatedDate).toBeNull();
    align.shapes.lastUpdatedDate = 'always';
    expect(await get('/Features/501')).toMatchObject({
      lastUpdatedDate: '2026-02-16T13:20:00.000Z',
      lastUpdatedBy: '1204',
    });
    const since = encodeURIComponent('lastUpdatedDate ge 2026-02-16T00:00:00Z');
    expect((await call(align, 'GET', `/Features?$filter=${since}`)).body).toHaveLength(1);
  });

  it('errors', async () => {
    const refused = () => call(align, 'POST', '/Features', {});
    expect((await refused()).body).toMatchObject({
      status: 400,
      detail: expect.any(String) as string,
    });
    align.shapes.errors = 'empty';
    expect(await refused()).toMatchObject({ status: 400, body: undefined });
    align.shapes.errors = 'text';
    expect((await refused()).body).toContain('title: is required');
  });

  it('filterOnCreatedBy', async () => {
    const query = `/Features?$filter=${encodeURIComponent("createdBy eq '1204'")}`;
    expect((await call(align, 'GET', query)).body).toHaveLength(1);
    align.shapes.filterOnCreatedBy = false;
    expect((await call(align, 'GET', query)).status).toBe(400);
  });

  it('htmlRewrite', async () => {
    const description =
      '<p>A <strong>bold</strong> word</p><p><a href="https://x.example" title="t">x</a></p>';
    const { body } = await post({ description });
    const path = `/Features/${String((body as { id: number }).id)}`;
    expect((await get(path)).description).toBe(description);
    align.shapes.htmlRewrite = true;
    const rewritten = (await get(path)).description;
    expect(rewritten).toBe(
      '<p>A&nbsp;<b>bold</b>&nbsp;word</p><p><a title="t" href="https://x.example">x</a><br></p>',
    );
    const back = [{ op: 'replace', path: '/description', value: rewritten }];
    await call(align, 'PATCH', path, back);
    expect((await get(path)).description).toBe(rewritten);
  });

  it('programField', async () => {
    const { primaryProgramId, ...rest } = feature;
    const send = async (name: string) => {
      const body = { ...rest, [name]: primaryProgramId };
      return (await call(align, 'POST', '/Features', body)).status;
    };
    const statuses = async () => [await send('primaryProgramId'), await send('programid')];
    expect(await statuses()).toEqual([201, 400]);
    align.shapes.programField = 'programId';
    expect(await statuses()).toEqual([400, 201]);
    align.shapes.programField = 'both';
    expect(await statuses()).toEqual([201, 201]);
  });
});
