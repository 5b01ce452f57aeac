import { SyncError } from '../../../src/domain/errors';
import type { World } from '../world';

/** P14: whatever ends a run is one of the app's own errors, which say what it means and what can be done. */
export function unforeseen({ ledger }: World, what: string, error: unknown): void {
  if (error instanceof SyncError) return;
  ledger.violate('P14 nothing unforeseen', `${what} ends with ${String(error)}`);
}
