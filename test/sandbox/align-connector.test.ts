// Guarantee: a site with the vendor's own connector shows its configuration, and the items it keeps,
// in the shapes that public articles and clients have seen; other sites show none.
import { startAlign, type AlignStandIn } from '../../sandbox/align';
import { call, ids } from './align-client';

let align: AlignStandIn;
beforeAll(async () => {
  align = await startAlign({ withConnector: true });
});
afterAll(() => align.stop());

const rows = async (path: string) =>
  (await call(align, 'GET', path)).body as Record<string, unknown>[];

it('lists the connector and what it maps', async () => {
  expect(await rows('/connectors')).toMatchObject([{ id: 3, name: 'acme.atlassian.net' }]);
  expect(await rows('/connectors/3/projects')).toMatchObject([
    { projectKey: 'PAY', programId: 101, errorMessage: null },
  ]);
  expect(await rows('/Connectors/3/boards')).toMatchObject([{ boardId: 1, teamId: 301 }]);
  expect(await rows('/connectors/3/TeamMappings')).toMatchObject([{ teamId: 301 }]);
  expect(await rows('/connectors/3/priorities')).toHaveLength(4);
});

it('maps states in both directions, by type', async () => {
  const all = await rows('/connectors/3/mappings/states');
  const features = await rows('/connectors/3/mappings/states?WorkItemTypeId=2');
  expect([all.length, features.length]).toEqual([8, 4]);
  expect(features[0]).not.toHaveProperty('projectKey');
  const back = await rows('/connectors/3/projects/PAY/mappings/states?WorkItemTypeId=3');
  expect(back[0]).toEqual({
    id: 301,
    connectorId: 3,
    projectKey: 'PAY',
    workItemTypeId: 3,
    jiraStatusId: 10100,
    jiraStatusName: 'To Do',
    alignStateId: 1,
    alignStateName: 'Ready to Start',
  });
  expect(await rows('/connectors/3/projects/MOB/mappings/states')).toEqual([]);
  expect(await rows('/connectors/3/mappings/states?ProjectKey=PAY')).toEqual([]);
});

it('keeps items that carry its marks', async () => {
  expect(await rows('/Features/502')).toMatchObject({ externalKey: 'PAY-1', connectorId: 3 });
  expect(await rows('/Features/503')).toMatchObject({ externalKey: null, jiraProjectKey: 'PAY' });
});

it('answers 404 for another connector and for a part that it lacks', async () => {
  for (const path of ['/connectors/4/projects', '/connectors/3/secrets']) {
    expect((await call(align, 'GET', path)).status).toBe(404);
  }
});

it('a site without it has none', async () => {
  const plain = await startAlign();
  expect((await call(plain, 'GET', '/connectors')).body).toEqual([]);
  expect((await call(plain, 'GET', '/connectors/3/projects')).status).toBe(404);
  expect((await call(plain, 'GET', '/Features/502')).status).toBe(404);
  await plain.stop();
});

it('release vehicles, increments and sprints are found by filters', async () => {
  const found = async (path: string) => ids(await call(align, 'GET', path));
  expect(await found('/ReleaseVehicles?$filter=releaseId eq 402')).toEqual([702]);
  expect(await found("/Releases?$filter=title eq 'PI-26.2'")).toEqual([402]);
  expect(await found('/Iterations?$filter=releaseId eq 401 and teamId eq 301')).toEqual([451, 452]);
  expect(await found('/Teams?$filter=programId eq 101')).toEqual([301]);
  const name = "/Users?$filter=firstName eq 'Bo' and lastName eq 'Chen'";
  expect(await found(name)).toEqual([1202]);
});
