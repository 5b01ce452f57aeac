// Guarantee: the site's state is the same whoever changes it, its history names who did what from
// where, and it survives a restart.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAlign, type AlignStandIn } from '../../sandbox/align';
import { call } from './align-client';

describe('the Align world', () => {
  let align: AlignStandIn;
  beforeEach(async () => {
    align = await startAlign();
  });
  afterEach(() => align.stop());

  it('starts as the demo site', () => {
    expect(align.world.items('feature').map(({ id }) => id)).toEqual([501]);
    expect(align.world.items('epic').map(({ id }) => id)).toEqual([41]);
    expect(align.world.people.byUid('Bo.Chen')).toMatchObject({ id: 1202 });
    expect(align.world.item('feature', 501)?.fields.lastUpdatedDate).toBeNull();
  });

  it('tells a person from the service account in the history', async () => {
    align.world.edit('feature', 501, { title: 'By hand' }, '1204');
    const operation = { op: 'replace', path: '/title', value: 'By machine' };
    await call(align, 'PATCH', '/Features/501', [operation]);
    const [machine, hand, created] = align.world.auditLog('feature', 501);
    expect(machine).toMatchObject({
      who: 'External System (Jira Sync (service account))',
      label: 'Title',
      from: 'By hand',
      to: 'By machine',
    });
    expect(hand).toMatchObject({ who: 'Kai Lund', from: 'Fraud screening', to: 'By hand' });
    expect(created).toMatchObject({ who: 'Kai Lund', action: 'created' });
  });

  it('hands out copies, so that nobody changes it behind its back', () => {
    const item = align.world.item('feature', 501);
    if (item) item.fields.title = 'Changed outside';
    expect(align.world.item('feature', 501)?.fields.title).toBe('Fraud screening');
  });

  it('recycles, restores and deletes', async () => {
    align.world.recycle('feature', 501, '1201');
    expect(align.world.item('feature', 501)).toMatchObject({ recycled: true });
    align.world.restore('feature', 501, '1201');
    const actions = align.world.auditLog('feature', 501).map(({ action }) => action);
    expect(actions).toEqual(['restored', 'recycled', 'created']);
    align.world.delete('feature', 501);
    expect((await call(align, 'GET', '/Features/501')).status).toBe(404);
    expect(() => align.world.recycle('feature', 501, '1201')).toThrow('There is no feature 501');
  });

  it('never gives an id out twice, not even after a deletion', () => {
    const first = align.world.create('feature', { title: 'A', primaryProgramId: 101 }, '1204');
    align.world.delete('feature', first.id);
    const second = align.world.create('feature', { title: 'B', primaryProgramId: 101 }, '1204');
    expect(second.id).toBe(first.id + 1);
  });

  it('notes by itself when and by whom a state was reached', () => {
    const { fields } = align.world.edit('feature', 501, { state: 5 }, '1201');
    expect(fields).toMatchObject({ acceptedUserId: '1201', acceptedDate: fields.lastUpdatedDate });
    align.world.edit('feature', 501, { state: 2 }, '1201');
    expect(align.world.item('feature', 501)?.fields).toMatchObject({
      acceptedUserId: null,
      inProgressBy: '1201',
    });
  });
});

describe('an empty world', () => {
  it('has people and programs but no items', async () => {
    const align = await startAlign({ empty: true });
    expect((await call(align, 'GET', '/Features')).body).toEqual([]);
    expect((await call(align, 'GET', '/Programs')).body).toHaveLength(2);
    await align.stop();
  });
});

describe('the snapshot', () => {
  let stateDir: string;
  beforeEach(() => {
    stateDir = mkdtempSync(join(tmpdir(), 'align-state-'));
  });
  afterEach(() => rmSync(stateDir, { recursive: true }));

  it('brings items, history, ids and tokens through a restart', async () => {
    const first = await startAlign({ stateDir });
    const { id } = first.world.create('story', { title: 'Kept', programId: 101 }, '1204');
    first.world.edit('story', id, { tags: 'a, b' }, '1201');
    first.world.tokens.replace('2001', 'second');
    const history = first.world.auditLog('story', id);
    await first.stop();

    const second = await startAlign({ stateDir });
    expect(second.world.item('story', id)?.fields).toMatchObject({ title: 'Kept', tags: 'a, b' });
    expect(second.world.auditLog('story', id)).toEqual(history);
    const Authorization = 'bearer user:2001|second';
    const answer = await call(second, 'GET', `/Stories/${id}`, undefined, { Authorization });
    expect(answer.status).toBe(200);
    expect(second.world.create('story', { title: 'Next', programId: 101 }, '1204').id).toBe(id + 1);
    await second.stop();
  });

  it('is refused with a remedy when it cannot be read', async () => {
    writeFileSync(join(stateDir, 'align.json'), '{"items": 1');
    await expect(startAlign({ stateDir })).rejects.toThrow('--reset');
  });
});
