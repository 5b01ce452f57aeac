import type { WorkflowScope } from '../domain/ports/jira-workflow';
import type { WorkflowStore } from '../domain/ports/store';
import type { KnownWorkflow } from '../domain/workflow';
import { stored, type Kvs } from './kvs';

/** One record for each issue type of a project. */
export function workflowStore(kvs: Kvs): WorkflowStore {
  const key = ({ projectId, issueTypeId }: WorkflowScope) => `workflow:${projectId}:${issueTypeId}`;
  return {
    async get(scope) {
      return (await stored('read a workflow', () => kvs.get<KnownWorkflow>(key(scope)))) ?? null;
    },
    async put(scope, workflow) {
      await stored('save a workflow', () => kvs.set(key(scope), workflow));
    },
  };
}
