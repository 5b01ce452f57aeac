// Guarantee: what ends a work item of Align (cancel, recycle, restore, another program) can be done
// by a person and through the API, and each disputed way of the API can be had.
import { startAlign, type AlignStandIn } from '../../sandbox/align';
import { call } from './align-client';

const KAI = '1204';
let align: AlignStandIn;
beforeEach(async () => {
  align = await startAlign();
});
afterEach(() => align.stop());

const read = async () => (await call(align, 'GET', '/Features/501')).body;
const patch = (path: string, value: unknown) =>
  call(align, 'PATCH', '/Features/501', [{ op: 'replace', path, value }]);

it('cancels an item and takes that back, as a person and through the API', async () => {
  align.world.cancel('feature', 501, KAI);
  expect(await read()).toMatchObject({ isCanceled: true, lastUpdatedBy: KAI });
  expect((await patch('/isCanceled', false)).status).toBe(204);
  expect(await read()).toMatchObject({ isCanceled: null, lastUpdatedBy: '2001' });
  align.shapes.recycled = 'null-or-1';
  expect((await patch('/isCanceled', 1)).status).toBe(204);
  expect(await read()).toMatchObject({ isCanceled: 1 });
  expect(align.world.auditLog('feature', 501)[0]).toMatchObject({ field: 'isCanceled', to: true });
});

it('cannot cancel what has no such flag', () => {
  const { id } = align.world.create('defect', { title: 'Rounding', programId: 101 }, KAI);
  expect(() => align.world.cancel('defect', id, KAI)).toThrow(/isCanceled/);
});

it('recycles and restores an item through its flag', async () => {
  expect((await patch('/isRecycled', true)).status).toBe(204);
  expect(await read()).toMatchObject({ isRecycled: true });
  expect(align.world.auditLog('feature', 501)[0]).toMatchObject({ action: 'recycled', via: 'api' });
  expect((await patch('/isRecycled', false)).status).toBe(204);
  expect(await read()).toMatchObject({ isRecycled: false });
});

it('refuses the flags when the site does', async () => {
  align.shapes.lifecycleWrites = 'refused';
  expect((await patch('/isCanceled', true)).status).toBe(400);
  expect((await patch('/isRecycled', true)).status).toBe(400);
  expect(await read()).toMatchObject({ isCanceled: null, isRecycled: false });
});

it('a deletion fills the recycle bin, or is refused', async () => {
  align.shapes.deletion = 'refused';
  expect((await call(align, 'DELETE', '/Features/501')).status).toBe(405);
  expect(await read()).toMatchObject({ isRecycled: false });
  align.shapes.deletion = 'recycles';
  expect((await call(align, 'DELETE', '/Features/501')).status).toBe(204);
  expect(await read()).toMatchObject({ isRecycled: true });
  expect((await call(align, 'DELETE', '/Features/999')).status).toBe(404);
});

it('moves an item to another program, that exists', async () => {
  expect((await patch('/primaryProgramId', 102)).status).toBe(204);
  expect(await read()).toMatchObject({ primaryProgramId: 102 });
  expect((await patch('/primaryProgramId', 199)).status).toBe(400);
});
