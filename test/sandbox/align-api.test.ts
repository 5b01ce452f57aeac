// Guarantee: over real HTTP the stand-in behaves as public clients of Jira Align describe it, and
// refuses what they report as refused.
import { startAlign, type AlignStandIn } from '../../sandbox/align';
import { call, ids, TOKEN } from './align-client';

const feature = {
  title: 'Checkout redesign',
  description: '<p>Faster</p>',
  state: 1,
  primaryProgramId: 101,
};

describe('the Align API', () => {
  let align: AlignStandIn;
  let clock = Date.parse('2026-03-02T09:00:00Z');
  beforeEach(async () => {
    clock = Date.parse('2026-03-02T09:00:00Z');
    align = await startAlign({ now: () => clock });
  });
  afterEach(() => align.stop());

  const create = async (path: string, body: object) => {
    const { status, body: created } = await call(align, 'POST', path, body);
    expect({ status, created }).toMatchObject({ status: 201 });
    return (created as { id: number }).id;
  };
  const read = async (path: string) =>
    (await call(align, 'GET', path)).body as Record<string, unknown>;
  const patch = (path: string, ...operations: object[]) => call(align, 'PATCH', path, operations);

  describe('lists', () => {
    it('are bare arrays of at most 100, a hundred also without $top', async () => {
      for (let n = 0; n < 130; n += 1) {
        align.world.create('story', { title: `Story ${n}`, programId: 101 }, '1204');
      }
      expect(ids(await call(align, 'GET', '/Stories'))).toHaveLength(100);
      expect(ids(await call(align, 'GET', '/Stories?$top=500'))).toHaveLength(100);
      const rest = ids(await call(align, 'GET', '/Stories?$skip=100'));
      expect(rest).toHaveLength(30);
      expect(rest[0]).toBe(7101);
    });

    it('match resource names in any case', async () => {
      expect(ids(await call(align, 'GET', '/features'))).toEqual([501]);
      expect((await call(align, 'GET', '/FEATURES/501')).status).toBe(200);
    });

    it('still hold recycled items, told apart by isRecycled only', async () => {
      align.world.recycle('feature', 501, '1204');
      expect((await call(align, 'GET', '/Features')).body).toMatchObject([
        { id: 501, isRecycled: true },
      ]);
    });

    it('nest objects with expand=true, beside the ids', async () => {
      const parentId = 41;
      const id = await create('/Features', { ...feature, ownerId: '1204', parentId });
      expect((await call(align, 'GET', `/Features/${id}?expand=true`)).body).toMatchObject({
        ownerId: '1204',
        owner: { id: 1204, uid: '1204', fullName: 'Kai Lund' },
        program: { id: 101, title: 'Payments' },
        parentEpic: { id: 41 },
        parentCapability: null,
      });
    });
  });

  describe('creation', () => {
    it('notes the person of the token as a string uid and leaves lastUpdatedDate null', async () => {
      const id = await create('/Features', feature);
      expect(await read(`/Features/${id}`)).toMatchObject({
        createdBy: '2001',
        createDate: '2026-03-02T09:00:00.000Z',
        lastUpdatedDate: null,
        lastUpdatedBy: null,
        tags: null,
        customFields: null,
      });
    });

    it.each<[string, object, string[]]>([
      ['Features', {}, ['title', 'description', 'state', 'primaryProgramId']],
      ['Features', { ...feature, description: ' ' }, ['description']],
      ['Stories', { title: 'x' }, ['description', 'state', 'programId']],
      [
        'Defects',
        { title: 'x', description: 'x', state: 1, programId: 101 },
        ['priority', 'severity', 'stepsToReproduce'],
      ],
      ['Tasks', { title: 'x', description: 'x' }, ['state', 'storyId', 'effortHours']],
      ['Epics', { ...feature, primaryProgramId: 101 }, ['type']],
    ])(
      'of %s names every mandatory property that is missing',
      async (collection, body, missing) => {
        const answer = await call(align, 'POST', `/${collection}`, body);
        expect(answer.status).toBe(400);
        expect(Object.keys((answer.body as { errors: object }).errors)).toEqual(missing);
      },
    );

    it.each<[string, object]>([
      ['state', { state: 6 }],
      ['state', { state: '1' }],
      ['points', { points: 2.5 }],
      ['ownerId', { ownerId: 1204 }],
      ['ownerId', { ownerId: 'nobody' }],
      ['primaryProgramId', { primaryProgramId: 999 }],
      ['parentId', { parentId: 999 }],
      ['links', { links: ['https://acme.atlassian.net'] }],
      ['customFields', { customFields: [{ customfield_1: null }] }],
    ])('refuses a wrong %s', async (field, wrong) => {
      const answer = await call(align, 'POST', '/Features', { ...feature, ...wrong });
      expect(answer.status).toBe(400);
      expect(Object.keys((answer.body as { errors: object }).errors)).toEqual([field]);
    });

    it.each<[string, number[]]>([
      ['Features', [0, 5]],
      ['Epics', [1, 3]],
    ])('of %s takes the states of its type only', async (collection, [low = 0, high = 0]) => {
      const statuses = [low - 1, low, high, high + 1].map(async (state) => {
        const body = { ...feature, type: 1, state };
        return (await call(align, 'POST', `/${collection}`, body)).status;
      });
      expect(await Promise.all(statuses)).toEqual([400, 201, 201, 400]);
    });

    it('passes over system-owned and unknown properties', async () => {
      const extra = { id: 7, createdBy: '1204', externalKey: 'PAY-1', nonsense: true };
      const id = await create('/Features', { ...feature, ...extra });
      expect(id).toBe(502);
      expect(await read('/Features/502')).toMatchObject({ createdBy: '2001', externalKey: null });
    });

    it('refuses a body that is not a JSON object', async () => {
      expect((await call(align, 'POST', '/Features', [feature])).status).toBe(400);
      const text = { 'Content-Type': 'text/plain' };
      expect((await call(align, 'POST', '/Features', feature, text)).status).toBe(415);
    });
  });

  describe('JSON Patch', () => {
    it('changes properties, with and without the leading slash, and answers 204', async () => {
      const answer = await patch(
        '/Features/501',
        { op: 'replace', path: '/title', value: 'Screening' },
        { op: 'replace', path: 'state', value: 2 },
      );
      expect([answer.status, answer.body]).toEqual([204, undefined]);
      expect(await read('/Features/501')).toMatchObject({
        title: 'Screening',
        state: 2,
        inProgressBy: '2001',
        lastUpdatedBy: '2001',
        lastUpdatedDate: '2026-03-02T09:00:00.000Z',
      });
    });

    it('raises lastUpdatedDate with every change, even when the clock stands still', async () => {
      const dates: unknown[] = [];
      for (const title of ['a', 'b', 'c']) {
        await patch('/Features/501', { op: 'replace', path: '/title', value: title });
        dates.push((await read('/Features/501')).lastUpdatedDate);
      }
      expect(dates).toEqual([
        '2026-03-02T09:00:00.000Z',
        '2026-03-02T09:00:00.001Z',
        '2026-03-02T09:00:00.002Z',
      ]);
    });

    it('leaves no trace when nothing changes', async () => {
      const operation = { op: 'replace', path: '/title', value: 'Fraud screening' };
      expect((await patch('/Features/501', operation)).status).toBe(204);
      expect(await read('/Features/501')).toMatchObject({ lastUpdatedDate: null });
    });

    it('leaves lastUpdatedDate alone when only the epic of a feature changes', async () => {
      await patch('/Features/501', { op: 'replace', path: '/parentId', value: 41 });
      const updated = await read('/Features/501');
      expect(updated).toMatchObject({ parentId: 41, lastUpdatedDate: null });
      expect(await read('/Epics/41')).toMatchObject({ featureIds: [501] });
    });

    it('appends links and programs with /-, replaces a whole list without it', async () => {
      const link = { name: 'View in Jira', link: 'https://acme.atlassian.net/browse/PAY-9' };
      await patch('/Features/501', { op: 'add', path: '/links/-', value: link });
      await patch('/Features/501', { op: 'add', path: '/additionalProgramIds/-', value: 101 });
      await patch('/Features/501', { op: 'add', path: '/additionalProgramIds/', value: [102] });
      expect(await read('/Features/501')).toMatchObject({
        links: [{ ...link, id: expect.any(Number) as number }],
        additionalProgramIds: [102],
      });
    });

    it('reaches custom fields by position, and not before the first value is set', async () => {
      const path = 'customfields/3/customfield_90779/0/value';
      const set = { op: 'replace', path, value: 'https://acme.atlassian.net/browse/PAY-9' };
      expect((await patch('/Features/501', set)).status).toBe(400);
      const first = [{ customfield_90779: [{ value: 'x' }] }];
      await patch('/Features/501', { op: 'add', path: '/customFields', value: first });
      expect((await patch('/Features/501', set)).status).toBe(204);
      expect((await read('/Features/501')).customFields).toEqual([
        { customfield_90776: null },
        { customfield_90777: null },
        { customfield_90778: null },
        { customfield_90779: [{ value: set.value, id: expect.any(Number) as number }] },
        { customfield_90780: null },
        { customfield_90781: null },
        { customfield_90782: null },
        { customfield_90783: null },
      ]);
      expect((await read('/Features/501/editmeta')).customFields).toMatchObject({
        customfield_90779: { name: 'Jira address', type: 'text' },
      });
    });

    it('appends the first custom field of an item to a list it does not have yet', async () => {
      const value = { customfield_90780: [{ value: 0.5 }] };
      const append = { op: 'add', path: '/customFields/-', value };
      expect((await patch('/Features/501', append)).status).toBe(204);
      const { customFields } = await read('/Features/501');
      expect((customFields as unknown[])[4]).toMatchObject(value);
      expect(customFields).toHaveLength(8);
    });

    it.each<[string, unknown]>([
      ['a wrong type', [{ op: 'replace', path: '/state', value: 'Accepted' }]],
      ['an unknown path', [{ op: 'replace', path: '/sate', value: 1 }]],
      ['an unknown operation', [{ op: 'set', path: '/state', value: 1 }]],
      ['a system-owned property', [{ op: 'replace', path: '/createdBy', value: '1204' }]],
      ['a mandatory property emptied', [{ op: 'replace', path: '/description', value: '' }]],
      ['a mandatory property removed', [{ op: 'remove', path: '/title' }]],
      ['a failed test', [{ op: 'test', path: '/state', value: 4 }]],
      ['a plain object', { state: 1 }],
      ['an empty list', []],
    ])('refuses %s and changes nothing', async (_, body) => {
      const before = await read('/Features/501');
      const answer = await call(align, 'PATCH', '/Features/501', body);
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ status: 400, title: expect.any(String) as string });
      expect(await read('/Features/501')).toEqual(before);
    });

    it('applies all operations or none', async () => {
      await patch(
        '/Features/501',
        { op: 'replace', path: '/title', value: 'Half' },
        { op: 'replace', path: '/points', value: 'many' },
      );
      expect(await read('/Features/501')).toMatchObject({ title: 'Fraud screening' });
    });
  });

  it('replaces an item with PUT', async () => {
    const answer = await call(align, 'PUT', '/Features/501', { ...feature, points: 3 });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ id: 501, title: feature.title, tags: null, points: 3 });
  });

  describe('tokens', () => {
    const as = async (Authorization: string) =>
      (await call(align, 'GET', '/Programs', undefined, { Authorization })).status;
    const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

    it('are a personal bearer token or an e-mail address with an Atlassian token', async () => {
      expect(await as(TOKEN)).toBe(200);
      expect(await as(TOKEN.replace('bearer', 'Bearer'))).toBe(200);
      expect(await as(basic('jira-sync@acme.example:sandbox-atlassian-token'))).toBe(200);
    });

    it.each([
      '',
      'bearer user:2001|wrong',
      'bearer user:1204|sandbox-align-token',
      'bearer sandbox-align-token',
      basic('jira-sync@acme.example:sandbox-align-token'),
      basic('kai.lund@acme.example:sandbox-atlassian-token'),
    ])('answer 401 when they read %j', async (header) => {
      expect(await as(header)).toBe(401);
    });

    it('stop working when they expire and when they are replaced', async () => {
      align.world.tokens.replace('2001', 'second');
      expect([await as(TOKEN), await as('bearer user:2001|second')]).toEqual([401, 200]);
      align.world.tokens.expire('2001');
      expect(await as('bearer user:2001|second')).toBe(401);
    });

    it('answer 403 where the role ends', async () => {
      align.world.tokens.limitRole('2001', { read: true, write: false });
      expect((await call(align, 'GET', '/Features')).status).toBe(200);
      expect((await call(align, 'POST', '/Features', feature)).status).toBe(403);
      align.world.tokens.limitRole('2001', { read: true, write: true, types: ['story'] });
      expect((await call(align, 'GET', '/Features/501')).status).toBe(403);
      align.world.tokens.restoreRole('2001');
      expect((await call(align, 'GET', '/Features/501')).status).toBe(200);
    });
  });

  it('answers 429 with Retry-After beyond 600 requests a minute, until the minute is over', async () => {
    align.world.limits.requestsPerMinute = 3;
    for (let n = 0; n < 3; n += 1) await call(align, 'GET', '/Programs');
    clock += 20_000;
    const refused = await call(align, 'GET', '/Programs');
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '40']);
    clock += 40_000;
    expect((await call(align, 'GET', '/Programs')).status).toBe(200);
    delete align.world.limits.requestsPerMinute;
    for (let n = 0; n < 5; n += 1) await call(align, 'GET', '/Programs');
    expect(align.requests.at(-1)).toMatchObject({ status: 200 });
  });

  it('answers 404 with an empty body for routes and items that do not exist', async () => {
    const paths = [
      '/items',
      '/Features/9999',
      '/Features/abc',
      '/Features/501/comments',
      '/Themes',
    ];
    for (const path of paths) {
      const answer = await call(align, 'GET', path);
      expect([path, answer.status, answer.body]).toEqual([path, 404, undefined]);
    }
    expect((await call(align, 'DELETE', '/Features/999')).status).toBe(404);
  });

  it('finds people by e-mail address or uid', async () => {
    const query = `/Users?$filter=${encodeURIComponent("email eq 'bo.chen@acme.example'")}`;
    expect((await call(align, 'GET', query)).body).toMatchObject([
      { id: 1202, uid: 'Bo.Chen', fullName: 'Bo Chen' },
    ]);
  });

  describe('faults', () => {
    it('can lose the answer to a creation that took effect', async () => {
      align.faults.next({ method: 'POST', path: /\/Features$/ }, { dropAfterEffect: true });
      await expect(call(align, 'POST', '/Features', feature)).rejects.toThrow('fetch failed');
      expect(align.world.item('feature', 502)?.fields.title).toBe(feature.title);
      expect(align.requests.at(-1)).toMatchObject({ method: 'POST', status: 0, body: feature });
    });

    it('can answer HTML in place of JSON', async () => {
      align.faults.next({}, { status: 502, body: '<html>Bad gateway</html>' });
      expect(await call(align, 'GET', '/Programs')).toMatchObject({
        status: 502,
        body: '<html>Bad gateway</html>',
      });
    });
  });

  it('notes each request until it is told to forget', async () => {
    await call(align, 'GET', '/Features?$top=1');
    expect(align.requests).toEqual([
      {
        method: 'GET',
        path: '/rest/align/api/2/Features',
        query: { $top: '1' },
        body: undefined,
        at: clock,
        status: 200,
      },
    ]);
    align.resetRequests();
    expect(align.requests).toEqual([]);
  });
});
