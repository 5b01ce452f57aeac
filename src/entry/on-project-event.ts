import { InvocationError, InvocationErrorCode } from '@forge/events';
import * as z from 'zod/mini';
import { JiraId } from '../contract/common';
import { projectDeleted, projectRestored } from '../usecases/project-deleted';
import { compose } from './composition';

const RESTORED = 'avi:jira:restored:project';

/** Of Forge's project events, what is read. Ids come as digits, in places as a number. */
const ProjectEvent = z.object({
  eventType: z.string(),
  project: z.object({ id: z.pipe(z.union([z.string(), z.int()]), z.transform(String)) }),
});

/** Seconds until Forge delivers the event again when it could not be noted. */
const RETRY_SECONDS = 60;

/** A project went to Jira's trash, came back from it, or was deleted for good. Its issues send no events of that. */
export async function onProjectEvent(event: unknown): Promise<InvocationError | undefined> {
  const deps = compose();
  const parsed = ProjectEvent.safeParse(event);
  const projectId = JiraId.safeParse(parsed.data?.project.id);
  if (!parsed.success || !projectId.success) {
    deps.log('error', 'project-event-unreadable', { keys: Object.keys(Object(event)).join(',') });
    return undefined;
  }
  try {
    const tell = parsed.data.eventType === RESTORED ? projectRestored : projectDeleted;
    await tell(deps, projectId.data);
    return undefined;
  } catch (error) {
    deps.log('warn', 'project-event-not-noted', {
      name: error instanceof Error ? error.name : 'unknown',
    });
    return new InvocationError({
      retryAfter: RETRY_SECONDS,
      retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
    });
  }
}
