import { Lozenge } from '../components/lozenge';
import type { HistoryRow } from '../../../src/contract';
import { useText } from '../texts/use-text';

const LOOK = {
  created: 'discovery',
  updated: 'success',
  agreed: 'neutral',
  adopted: 'discovery',
  partial: 'warning',
  refused: 'danger',
  'link-repaired': 'information',
  unlinked: 'neutral',
  parked: 'warning',
  'setting-changed': 'neutral',
} as const;

/** The outcome of an entry, in a word. */
export function OutcomeLozenge({ outcome }: Pick<HistoryRow, 'outcome'>) {
  const text = useText();
  return <Lozenge look={LOOK[outcome]}>{text(`outcome.${outcome}`)}</Lozenge>;
}
