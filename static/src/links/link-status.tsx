import { Lozenge } from '../components/lozenge';
import type { LinkRow } from '../../../src/contract';
import { useText } from '../texts/use-text';

const LOOK = {
  'in-step': 'success',
  attention: 'warning',
  creating: 'information',
  parked: 'danger',
  unlinked: 'neutral',
} as const;

/** The state of a pair, in a word. */
export function LinkStatus({ status }: Pick<LinkRow, 'status'>) {
  const text = useText();
  return <Lozenge look={LOOK[status]}>{text(`links.status.${status}`)}</Lozenge>;
}
