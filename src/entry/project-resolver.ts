import { projectContract } from '../contract';
import { callingPerson } from '../jira';
import { NotFoundError } from '../domain/errors';
import { decideConflict } from '../usecases/decide-conflict';
import { listHistory } from '../usecases/list-history';
import { listLinks } from '../usecases/list-links';
import { requestResync } from '../usecases/request-resync';
import { DeniedError, projectAdmin, type Caller } from './authorise';
import { asCaller } from './composition';
import { contractResolver } from './contract-resolver';

const PAGE = 50;

/** The calls of a project's settings page, for admins of that project, about that project only. */
export const projectResolver = contractResolver(projectContract, projectAdmin, {
  getProjectSummary: async ({ deps, caller }) => {
    const [connection, mapping] = await Promise.all([
      deps.settings.connection(),
      deps.settings.mapping(projectOf(caller)),
    ]);
    return { connected: connection?.status === 'connected', mapping };
  },
  listProjectLinks: ({ deps, input, caller }) =>
    listLinks(deps, { ...input, projectId: projectOf(caller), limit: PAGE }),
  listProjectHistory: ({ deps, input, caller }) =>
    listHistory(deps, { ...input, projectId: projectOf(caller), limit: PAGE }),
  decideProjectConflict: async ({ deps, input, caller }) => {
    const pair = await deps.pairs.byIssue(input.issueId);
    if (pair?.projectId !== projectOf(caller)) throw notOfThisProject();
    const by = await callingPerson(asCaller(deps.meter.count));
    return { queued: await decideConflict(deps, input, by) };
  },
  resyncProjectIssue: async ({ deps, input, caller }) => {
    const projectId = projectOf(caller);
    const pair = await deps.pairs.byIssue(input.issueId);
    if (pair?.projectId !== projectId) throw notOfThisProject();
    const by = await callingPerson(asCaller(deps.meter.count));
    return { queued: await requestResync(deps, { issueId: input.issueId, projectId }, by) };
  },
});

function projectOf({ projectId }: Caller): string {
  if (projectId === null) throw new DeniedError();
  return projectId;
}

/** The same answer for an issue of another project and for none, so that nothing is learnt of other projects. */
function notOfThisProject(): NotFoundError {
  return new NotFoundError('jira', {
    code: 'NOT_OF_THIS_PROJECT',
    message: 'This project has no paired issue with that id.',
    remedy: 'Load the page again.',
  });
}
