import type { HistoryRow } from '../../../src/contract';
import { useText } from '../texts/use-text';

/** The person behind an entry, or words for who it was when the application did not name one. */
export function usePersonName(entry: Pick<HistoryRow, 'person' | 'direction'>): string {
  const text = useText();
  return entry.person?.name ?? text(`history.nobody.${entry.direction}`);
}
