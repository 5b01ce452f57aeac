import { InvocationError, InvocationErrorCode } from '@forge/events';
import * as z from 'zod/mini';
import { WRITE_TRACE } from '../jira';
import { receiveIssueEvent, type IssueChange } from '../usecases/receive-issue-event';
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

/**
 * Seconds until Forge delivers the event again when it could not be queued. It does so four times (Forge trigger
 * retries), so the pauses grow; what is lost in spite of that is found by the hourly sweep.
 */
const RETRY_SECONDS = [60, 120, 300, 600] as const;

/** Beside an event that is delivered again. */
const Retried = z.object({ retryContext: z.object({ retryCount: z.int() }) });

/** Changelog names of a move to another project and of a conversion to another type. */
const MOVE = /^(?:project|key|issuetype)$/i;

/**
 * A person changed an issue. One of the app's own writes ends here; every other change is handed on, and comes again
 * when it could not be queued.
 */
export async function onIssueEvent(event: unknown): Promise<InvocationError | undefined> {
  const deps = compose();
  const parsed = IssueEvent.safeParse(event);
  if (!parsed.success) {
    deps.log('error', 'issue-event-unreadable', { keys: Object.keys(Object(event)).join(',') });
    return undefined;
  }
  const { selfGenerated, webhookTraceValue } = parsed.data;
  if (selfGenerated === true || webhookTraceValue === WRITE_TRACE) return undefined;

  try {
    await receiveIssueEvent(deps, changeIn(parsed.data));
    return undefined;
  } catch (error) {
    deps.log('warn', 'issue-event-not-queued', {
      name: error instanceof Error ? error.name : 'unknown',
    });
    const retried = Retried.safeParse(event).data?.retryContext.retryCount ?? 0;
    return new InvocationError({
      retryAfter: RETRY_SECONDS[retried] ?? RETRY_SECONDS[3],
      retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
    });
  }
}

function changeIn({ eventType, issue, atlassianId, changelog }: IssueEvent): IssueChange {
  const updated = Date.parse(issue.fields?.updated ?? '');
  return {
    issueId: issue.id,
    projectId: issue.fields?.project?.id ?? null,
    updatedAt: Number.isNaN(updated) ? null : new Date(updated).toISOString(),
    actor: atlassianId == null ? null : { side: 'jira', id: atlassianId, name: atlassianId },
    deleted: eventType === DELETED,
    links: changelog?.items.some(({ field }) => LINK_CHANGE.test(field)) ?? false,
    moved: changelog?.items.some(({ field }) => MOVE.test(field)) ?? false,
  };
}
