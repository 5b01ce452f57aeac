/** The functions that manifest.yml names. */
export { adminResolver } from './entry/admin-resolver';
export { backfill } from './entry/backfill-consumer';
export { issueResolver } from './entry/issue-resolver';
export { onIssueEvent } from './entry/on-issue-event';
export { onProjectEvent } from './entry/on-project-event';
export { projectResolver } from './entry/project-resolver';
export { reconcile } from './entry/reconcile-consumer';
export { pollAlign, upkeep } from './entry/scheduled';
