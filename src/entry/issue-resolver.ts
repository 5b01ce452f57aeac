import { issueContract } from '../contract';
import { callingPerson } from '../jira';
import { listHistory } from '../usecases/list-history';
import { requestResync } from '../usecases/request-resync';
import { viewTwin } from '../usecases/view-twin';
import { DeniedError, issueReader, type Caller } from './authorise';
import { asCaller } from './composition';
import { contractResolver } from './contract-resolver';

const PAGE = 20;

/** The calls of an issue's panel, for those who may see the issue, about that issue only. */
export const issueResolver = contractResolver(issueContract, issueReader, {
  getTwin: ({ deps, caller }) => viewTwin(deps, placeOf(caller)),
  listIssueHistory: ({ deps, input, caller }) =>
    listHistory(deps, { ...input, issueId: placeOf(caller).issueId, limit: PAGE }),
  resyncIssue: async ({ deps, caller }) => {
    const { issueId, projectId } = placeOf(caller);
    const by = await callingPerson(asCaller(deps.meter.count));
    return { queued: await requestResync(deps, { issueId, projectId }, by) };
  },
});

function placeOf({ issueId, projectId, issueTypeId }: Caller) {
  if (issueId === null || projectId === null) throw new DeniedError();
  return { issueId, projectId, issueTypeId };
}
