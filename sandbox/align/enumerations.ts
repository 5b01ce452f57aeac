import type { ItemType } from './item-types';

/** Words of the numbers that a property of a type takes. */
export type Enumeration = Readonly<Record<number, string>>;

/** Lists of values with the numbers that the API uses for them, as a commercial connector shows them. */
export const ENUMERATIONS: Readonly<
  Partial<Record<ItemType, Readonly<Record<string, Enumeration>>>>
> = {
  feature: { priority: { 1: 'Critical', 2: 'High', 3: 'Medium', 4: 'Low' } },
  defect: {
    priority: { 1: 'Resolve Immediately', 2: 'High Attention', 3: 'Normal', 4: 'Low' },
    severity: {
      1: 'Crash / Data Loss',
      2: 'Major Problem',
      3: 'Minor Problem',
      4: 'Cosmetic',
    },
  },
};
