import type { ReactNode } from 'react';
import type { FieldRule } from '../../../src/contract';
import { useText } from '../texts/use-text';
import table from './table.module.css';

interface PolicyByDirectionProps extends Pick<FieldRule, 'direction'> {
  /** What stands there for a field that goes both ways. */
  children: ReactNode;
}

/** Who wins when both sides changed a field: for any that does not go both ways its direction decides. */
export function PolicyByDirection({ direction, children }: PolicyByDirectionProps) {
  const text = useText();
  if (direction === 'both') return children;
  return <span className={table.muted}>{text(`mapping.fields.policy.${direction}`)}</span>;
}
