import { z } from 'zod';
import type { Snapshots } from '../snapshots';
import { KvsStore, type KvsStoreOptions } from './store';

const row = z.object({
  key: z.string(),
  value: z.unknown(),
  createdAt: z.number(),
  updatedAt: z.number(),
  expiresAt: z.number().optional(),
});
const dump = z.record(z.string(), z.array(row));

/**
 * A store that remembers: plain values and entities in `kvs.json`, secrets apart in `secrets.json`
 * so that the first can be shown to somebody without the second.
 */
export function openKvsStore(
  options: Omit<KvsStoreOptions, 'onChange'>,
  snapshots: Snapshots,
): KvsStore {
  const openChanged = snapshots.register('kvs', () => store.rows.dump((s) => s !== 'secret'));
  const secretChanged = snapshots.register('secrets', () => store.rows.dump((s) => s === 'secret'));
  const onChange: KvsStoreOptions['onChange'] = (space) =>
    space === 'secret' ? secretChanged() : openChanged();
  const store = new KvsStore({ ...options, onChange });
  for (const name of ['kvs', 'secrets']) {
    const saved = snapshots.load(name);
    if (saved !== undefined) store.rows.restore(dump.parse(saved));
  }
  return store;
}
