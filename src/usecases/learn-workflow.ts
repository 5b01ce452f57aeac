import type { JiraIssue, JiraStatus } from '../domain/issue';
import type { WorkflowScope } from '../domain/ports/jira-workflow';
import { learn, noIssueIn, UNKNOWN_WORKFLOW, type KnownWorkflow } from '../domain/workflow';
import { shortestPath, worthLookingAt, type Journey } from '../domain/workflow-path';
import { nowIso, type Dependencies } from './dependencies';

/** What is known of an issue's workflow. It grows with every look, and is stored as it grows. */
export interface WorkflowMemory {
  readonly scope: WorkflowScope;
  known: KnownWorkflow;
}

type Learning = Pick<Dependencies, 'workflows' | 'now' | 'jira'>;

/** Statuses that one search for a way looks at. Each costs a request, and is remembered. */
const MOST_LOOKS = 10;

export async function openWorkflow(
  deps: Learning,
  { projectId, issueTypeId }: JiraIssue,
): Promise<WorkflowMemory> {
  const scope = { projectId, issueTypeId };
  return { scope, known: (await deps.workflows.get(scope)) ?? UNKNOWN_WORKFLOW };
}

/** Remembers where an issue in that status can go. */
export async function remember(
  deps: Learning,
  memory: WorkflowMemory,
  from: JiraStatus,
  offered: readonly JiraStatus[],
): Promise<void> {
  await keep(deps, memory, learn(memory.known, from, offered, nowIso(deps)));
}

/**
 * The shortest way that can be found: where not enough is known of the workflow, by looking at other issues of the type.
 * @returns status ids, the target last; null when there is no way
 */
export async function findPath(
  deps: Learning,
  memory: WorkflowMemory,
  journey: Journey,
): Promise<readonly string[] | null> {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const statusId = worthLookingAt(memory.known, journey, nowIso(deps));
    if (statusId === null) break;
    const found = await deps.jira.waysOutOf(memory.scope, statusId);
    if (found !== null) await remember(deps, memory, found.status, found.to);
    if (found?.status.id !== statusId) {
      await keep(deps, memory, noIssueIn(memory.known, statusId, nowIso(deps)));
    }
  }
  return shortestPath(memory.known, journey);
}

async function keep(deps: Learning, memory: WorkflowMemory, known: KnownWorkflow): Promise<void> {
  if (known === memory.known) return;
  memory.known = known;
  await deps.workflows.put(memory.scope, known);
}
