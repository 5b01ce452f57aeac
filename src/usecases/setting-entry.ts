import type { Actor } from '../contract/common';
import type { AuditEntry } from '../contract/history';
import { auditEntry } from '../domain/audit-entry';
import type { Hint } from '../domain/hint';
import { nowIso, type Dependencies } from './dependencies';

/** What has changed; `projectId` is empty for a change that concerns no single project. */
export interface SettingChange {
  readonly code: string;
  readonly message: string;
  readonly projectId: string;
  readonly remedy?: string | null;
}

/**
 * A change of settings, in the same history as everything else.
 * @param by null when the app itself has changed it
 * @param source what led to it
 */
export function settingEntry(
  deps: Pick<Dependencies, 'now' | 'newId' | 'meter'>,
  by: Actor | null,
  { code, message, projectId, remedy = null }: SettingChange,
  source: Hint['source'] = 'manual',
): AuditEntry {
  const at = nowIso(deps);
  return auditEntry(
    {
      pairId: `settings:${deps.newId()}`,
      projectId,
      issueId: null,
      issueKey: null,
      alignType: null,
      alignId: null,
      title: '',
    },
    {
      direction: 'none',
      outcome: 'setting-changed',
      code,
      message,
      remedy,
      person: by === null ? null : { side: by.side, id: by.id, name: by.name },
      writtenAs: null,
    },
    { at, sequence: 0, hint: { source, at }, durationMs: 0, requests: { ...deps.meter.count } },
  );
}
