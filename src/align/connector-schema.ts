import * as z from 'zod/mini';
import type { AlignType } from '../contract/common';
import type {
  ConnectorLevel,
  ConnectorPriority,
  ConnectorProject,
  ConnectorState,
} from '../domain/ports/align-connector';

/**
 * The Align type behind the number that a connector's mappings give a level. Not verified against a live site: an
 * example in a support article has 3 with the states of a story, and value streams count a feature as 2.
 */
const LEVELS: ReadonlyMap<number, AlignType> = new Map([
  [2, 'feature'],
  [3, 'story'],
]);

const Whole = z.union([
  z.int(),
  z.pipe(
    z.string().check(z.regex(/^\d{1,15}$/)),
    z.transform((text: string) => Number(text)),
  ),
]);
const Num = z.catch(z._default(z.nullable(Whole), null), null);
const Text = z.catch(z._default(z.nullable(z.string()), null), null);
/** An id of Jira, which comes as a number here and as a text there. */
const JiraId = z.pipe(
  Num,
  z.transform((id: number | null) => (id === null ? null : String(id))),
);

/** A connector of a list; its name counts for nothing but words. */
export const Connector = z.object({ id: Whole, name: Text });

const Project = z.object({ projectId: JiraId, projectKey: Text, programId: Num });

const State = z.object({
  projectKey: Text,
  workItemTypeId: Num,
  jiraStatusId: JiraId,
  jiraStatusName: Text,
  alignStateId: Num,
  alignStateName: Text,
});

const Priority = z.object({
  itemTypeId: Num,
  jiraPriorityName: Text,
  priorityId: Num,
  jiraAlignPriority: Text,
});

const level = (number: number | null): ConnectorLevel => ({
  type: number === null ? null : (LEVELS.get(number) ?? null),
  number,
});

/** @throws z.ZodError when the row is no object */
export function projectIn(row: unknown): ConnectorProject {
  return Project.parse(row);
}

/** A pair of states with the project that it is for, if it says so. @throws z.ZodError when the row is no object */
export function stateIn(row: unknown): ConnectorState & { projectKey: string | null } {
  const state = State.parse(row);
  return {
    ...level(state.workItemTypeId),
    projectKey: state.projectKey,
    statusId: state.jiraStatusId,
    statusName: state.jiraStatusName,
    state: state.alignStateId,
    stateName: state.alignStateName,
  };
}

/** @throws z.ZodError when the row is no object */
export function priorityIn(row: unknown): ConnectorPriority {
  const priority = Priority.parse(row);
  return {
    ...level(priority.itemTypeId),
    jiraName: priority.jiraPriorityName,
    alignId: priority.priorityId,
    alignName: priority.jiraAlignPriority,
  };
}
