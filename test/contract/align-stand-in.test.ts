// Guarantee: what the Align stand-in answers agrees with the document reconstructed from public
// evidence, property by property, and the document's check itself catches what is wrong.
import { startAlign, type AlignStandIn } from '../../sandbox/align';
import { ITEM_TYPES, type ItemType } from '../../sandbox/align/item-types';
import { REFERENCE_COLLECTIONS } from '../../sandbox/align/rest/reference-dto';
import { alignSpecIsThere, dtoProperties, requestProblems, responseProblems } from './align-spec';

const BASE = '/rest/align/api/2';
const TOKEN = 'bearer user:2001|sandbox-align-token';
const TYPES = Object.keys(ITEM_TYPES) as ItemType[];

if (!alignSpecIsThere) {
  process.stderr.write(
    'Skipped: jira-align-reconstructed.yaml is absent; set SPECS_DIR to the folder that has it.\n',
  );
}
const describeWithSpec = alignSpecIsThere ? describe : describe.skip;

describeWithSpec('the Align stand-in against the reconstructed document', () => {
  let align: AlignStandIn;
  beforeAll(async () => {
    align = await startAlign();
  });
  afterAll(() => align.stop());

  /** Sends a request, holds request and answer against the document, returns the answer. */
  async function call(
    method: string,
    path: string,
    options: { body?: unknown; token?: string; wrongOnPurpose?: boolean } = {},
  ): Promise<{ status: number; body: unknown }> {
    const { body, token = TOKEN, wrongOnPurpose = false } = options;
    const url = new URL(align.url + BASE + path);
    if (!wrongOnPurpose) {
      const query = Object.fromEntries(url.searchParams);
      expect(requestProblems(method, url.pathname, query, body)).toEqual([]);
    }
    const response = await fetch(url, {
      method,
      headers: { Authorization: token, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed: unknown = text === '' ? undefined : JSON.parse(text);
    expect(responseProblems(method, url.pathname, response.status, parsed)).toEqual([]);
    return { status: response.status, body: parsed };
  }

  const idOf = (body: unknown) => (body as { id: number }).id;
  const common = { title: 'Refunds', description: '<p>Pay <b>back</b></p>', ownerId: '1204' };
  const bodies: Record<ItemType, () => Record<string, unknown>> = {
    epic: () => ({ ...common, state: 1, type: 1, primaryProgramId: 101 }),
    capability: () => ({ ...common, state: 1, type: 1, primaryProgramId: 101, parentId: 41 }),
    feature: () => ({ ...common, state: 0, primaryProgramId: 101, parentId: 41, points: 5 }),
    story: () => ({ ...common, state: 2, programId: 101, featureId: 501, effortPoints: 3 }),
    task: () => ({ ...common, state: 1, storyId: storyId(), effortHours: 4.5 }),
    defect: () => ({
      ...{ title: 'Rounding', description: '<p>Twice</p>', state: 1, assignedTo: 'Bo.Chen' },
      ...{ programId: 101, priority: 2, severity: 3, stepsToReproduce: '<p>Pay in JPY</p>' },
    }),
  };
  const storyId = () => align.world.create('story', { title: 'Any', programId: 101 }, '1204').id;

  it.each(TYPES)('creates, reads, lists, patches and replaces a %s as documented', async (type) => {
    const { collection } = ITEM_TYPES[type];
    const body = bodies[type]();
    const created = await call('POST', `/${collection}`, { body });
    expect(created.status).toBe(201);
    const path = `/${collection}/${idOf(created.body)}`;
    const patch = [{ op: 'replace', path: '/title', value: 'Refunds, faster' }];
    expect((await call('PATCH', path, { body: patch })).status).toBe(204);
    expect((await call('PUT', path, { body: { ...body, title: 'Refunds again' } })).status).toBe(
      200,
    );
    expect((await call('GET', path)).body).toMatchObject({ title: 'Refunds again' });
    await call('GET', `${path}?expand=true`);
    await call('GET', `${path}/editmeta`);
    await call('GET', `/${collection}?expand=true&$top=5`);
    await call('GET', `/${collection}?$select=id,title&$orderby=id desc&$skip=1`);
  });

  it.each(TYPES)('answers exactly the documented properties of a %s, null sent', async (type) => {
    const { collection, shape } = ITEM_TYPES[type];
    const { id } = align.world.create(type, { title: 'Bare' }, '1204');
    const { body } = await call('GET', `/${collection}/${id}`);
    const expected = (dtoProperties(shape.name) ?? []).filter(
      (name) => !shape.expanded.includes(name),
    );
    expect(Object.keys(body as object).sort()).toEqual(expected.sort());
    const expanded = await call('GET', `/${collection}/${id}?expand=true`);
    expect(Object.keys(expanded.body as object).sort()).toEqual(dtoProperties(shape.name)?.sort());
  });

  it.each(Object.keys(REFERENCE_COLLECTIONS))('lists %s as documented', async (collection) => {
    const { body } = await call('GET', `/${collection}`);
    const records = body as { id: number }[];
    const { shape } = REFERENCE_COLLECTIONS[collection] ?? {};
    const expected = (dtoProperties(shape?.name ?? '') ?? []).filter(
      (name) => !shape?.expanded.includes(name),
    );
    for (const record of records) {
      expect(Object.keys(record).sort()).toEqual([...expected].sort());
      await call('GET', `/${collection}/${record.id}`);
    }
    expect(records.length > 0).toBe(collection !== 'Connectors');
  });

  it.each([
    'projects',
    'boards',
    'priorities',
    'TeamMappings',
    'mappings/states',
    'mappings/states?WorkItemTypeId=2',
    'projects/PAY/mappings/states?WorkItemTypeId=3',
  ])("tells of the vendor's connector as documented: %s", async (part) => {
    const plain = align;
    align = await startAlign({ withConnector: true });
    try {
      const { body } = await call('GET', `/Connectors/3/${part}`);
      expect(body).not.toHaveLength(0);
    } finally {
      await align.stop();
      align = plain;
    }
  });

  it.each(['null-or-1', 'boolean'] as const)(
    'keeps to it with isRecycled as %s',
    async (recycled) => {
      align.shapes.recycled = recycled;
      const { id } = align.world.create('feature', { title: 'Binned' }, '1204');
      align.world.recycle('feature', id, '1204');
      const { body } = await call('GET', `/Features/${id}`);
      expect(body).toMatchObject({ isRecycled: recycled === 'boolean' ? true : 1 });
    },
  );

  it('answers a wrong request with the documented problem', async () => {
    const wrong = { wrongOnPurpose: true };
    const answers = [
      await call('POST', '/Features', { body: { title: 'Alone' }, ...wrong }),
      await call('PATCH', '/Features/501', { body: [{ op: 'replace', path: '/nope' }], ...wrong }),
      await call('GET', '/Features?$filter=nope eq 1', wrong),
      await call('GET', '/Features', { token: 'bearer user:2001|wrong', ...wrong }),
      await call('GET', '/Features/99999', wrong),
      await call('GET', '/items', wrong),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 401, 404, 404]);
  });
});

describeWithSpec('the check against the reconstructed document', () => {
  it('finds what is wrong with a request', () => {
    expect(requestProblems('GET', '/items')).toHaveLength(1);
    expect(requestProblems('DELETE', '/Features/1')).toHaveLength(1);
    expect(requestProblems('GET', '/Features', { limit: '5' })).toEqual([
      'there is no query option limit here',
    ]);
    expect(requestProblems('GET', '/Features', { $top: 'all' })).toEqual(['$top/ must be integer']);
    expect(requestProblems('POST', '/Features')).toHaveLength(1);
    expect(requestProblems('POST', '/Features', {}, { title: 'x', sate: 1 })).toEqual([
      'FeatureDto has no property sate',
    ]);
    expect(requestProblems('POST', '/Features', {}, { title: 'x', points: '5' })).toEqual([
      '/points must be integer,null',
    ]);
    expect(requestProblems('PATCH', '/Features/1', {}, { title: 'x' })).toContain(
      '/ must be array',
    );
    const patch = [{ op: 'replace', path: '/sate', value: 1 }];
    expect(requestProblems('PATCH', '/Features/1', {}, patch)).toEqual([
      'FeatureDto has no property sate to patch',
    ]);
  });

  it('accepts what public clients send', () => {
    const filter = {
      $filter: 'lastUpdatedDate ge 2025-01-18T00:00:00Z',
      $top: '100',
      expand: 'true',
    };
    expect(requestProblems('GET', `${BASE}/epics`, filter)).toEqual([]);
    const custom = 'customfields/3/customfield_90779/0/value';
    const patch = [{ op: 'replace', path: custom, value: 'x' }];
    expect(requestProblems('PATCH', `${BASE}/Features/7`, {}, patch)).toEqual([]);
    const feature = { title: 'x', description: 'x', state: 1, programId: 101 };
    expect(requestProblems('POST', '/Features', {}, feature)).toEqual([]);
  });

  it('finds what is wrong with an answer', () => {
    expect(responseProblems('GET', '/Features', 200, { items: [] })).toContain('/ must be array');
    expect(responseProblems('GET', '/Features/1', 200, { id: '1' })).toEqual([
      '/id must be integer',
    ]);
    expect(responseProblems('GET', '/Features/1', 200, { id: 1, owner_: 1 })).toEqual([
      'FeatureDto has no property owner_',
    ]);
    const badDate = { lastUpdatedDate: '24.11.2026' };
    expect(responseProblems('GET', '/Features/1', 200, badDate)).toHaveLength(1);
    expect(responseProblems('PATCH', '/Features/1', 204, {})).toHaveLength(1);
    expect(responseProblems('PATCH', '/Features/1', 418)).toHaveLength(1);
    expect(responseProblems('GET', '/items', 200, [])).toHaveLength(1);
  });
});
