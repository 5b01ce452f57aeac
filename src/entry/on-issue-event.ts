import { InvocationError, InvocationErrorCode } from '@forge/events';
import * as z from 'zod/mini';
import { hint as makeHint, isStale, type Hint } from '../domain/hint';
import { WRITE_TRACE } from '../jira';
import { compose } from './composition';

const DELETED = 'avi:jira:deleted:issue';

/**
 * Of Forge's issue events, what is read. The payload is small and partly undocumented, so everything but the issue's
 * id may be missing.
 */
const IssueEvent = z.object({
  eventType: z.string(),
  issue: z.object({
    id: z.string(),
    fields: z.optional(
      z.object({
        updated: z.optional(z.nullable(z.string())),
        project: z.optional(z.object({ id: z.string() })),
      }),
    ),
  }),
  atlassianId: z.optional(z.nullable(z.string())),
  selfGenerated: z.optional(z.boolean()),
  webhookTraceValue: z.optional(z.nullable(z.string())),
  changelog: z.catch(
    z.optional(z.object({ items: z.array(z.object({ field: z.string() })) })),
    undefined,
  ),
});
type IssueEvent = z.infer<typeof IssueEvent>;

/** Changelog name of a change of web links, after which the app's own link may be gone. */
const LINK_CHANGE = /^Remote(?:WorkItem|Issue)?Link$/i;

/** Seconds until Forge delivers the event again when it could not be queued. */
const RETRY_SECONDS = 30;

/**
 * A person changed an issue. Only queues a hint: an issue of a project that is not synced, one of the app's own
 * writes, and a hint that the pair has already seen all end here.
 */
export async function onIssueEvent(event: unknown): Promise<InvocationError | undefined> {
  const { pairs, settings, queue, log, now } = compose();
  const parsed = IssueEvent.safeParse(event);
  if (!parsed.success) {
    log('error', 'issue-event-unreadable', { keys: Object.keys(Object(event)).join(',') });
    return undefined;
  }
  const { selfGenerated, webhookTraceValue } = parsed.data;
  if (selfGenerated === true || webhookTraceValue === WRITE_TRACE) return undefined;

  try {
    const hint = hintOf(parsed.data, new Date(now()).toISOString());
    const pair = await pairs.byIssue(parsed.data.issue.id);
    if (pair !== null ? isStale(hint, pair) : hint.deleted) return undefined;
    if (pair === null && !(await isSynced(settings, parsed.data))) return undefined;
    await queue.push([{ hint }]);
    return undefined;
  } catch (error) {
    log('warn', 'issue-event-not-queued', {
      name: error instanceof Error ? error.name : 'unknown',
    });
    return new InvocationError({
      retryAfter: RETRY_SECONDS,
      retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
    });
  }
}

function hintOf({ eventType, issue, atlassianId, changelog }: IssueEvent, at: string): Hint {
  const updated = Date.parse(issue.fields?.updated ?? '');
  return makeHint({
    target: {
      kind: 'issue',
      issueId: issue.id,
      projectId: issue.fields?.project?.id ?? null,
    },
    source: 'jira-event',
    at,
    changedAt: Number.isNaN(updated) ? null : new Date(updated).toISOString(),
    actor: atlassianId == null ? null : { side: 'jira', id: atlassianId, name: atlassianId },
    deleted: eventType === DELETED,
    thorough: changelog?.items.some(({ field }) => LINK_CHANGE.test(field)) ?? false,
  });
}

/** An event without a project is let through: the reconcile finds out. */
async function isSynced(
  settings: ReturnType<typeof compose>['settings'],
  { issue }: IssueEvent,
): Promise<boolean> {
  const projectId = issue.fields?.project?.id;
  const { projects } = await settings.mappingIndex();
  if (projectId === undefined) return projects.some(({ enabled }) => enabled);
  return projects.some((project) => project.projectId === projectId && project.enabled);
}
