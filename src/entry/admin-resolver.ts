import { adminContract } from '../contract';
import { TIMEOUT_SECONDS } from '../domain/run-limits';
import { callingPerson } from '../jira';
import { answerRemovals } from '../usecases/answer-removals';
import {
  cancelBackfill,
  pauseBackfill,
  resumeBackfill,
  startBackfill,
  viewBackfill,
} from '../usecases/backfill/control';
import { previewBackfill } from '../usecases/backfill/preview';
import { resumeStopped } from '../usecases/backfill/revive';
import { disconnect, saveConnection, testConnection, viewConnection } from '../usecases/connection';
import { decideConflict } from '../usecases/decide-conflict';
import { importConnectorMapping } from '../usecases/import-connector';
import { listCustomFields } from '../usecases/list-custom-fields';
import { listHistory } from '../usecases/list-history';
import { listLinks } from '../usecases/list-links';
import { getMapping, listProjects, saveMapping } from '../usecases/mapping';
import { listParked, retryParked } from '../usecases/parked';
import { pauseAll, pauseProject, resumeAll, resumeProject } from '../usecases/pause-sync';
import { listPeople } from '../usecases/people-table';
import { pollAlign } from '../usecases/poll-align';
import { removePerson } from '../usecases/remove-person';
import { requestResync } from '../usecases/request-resync';
import { savePerson } from '../usecases/save-person';
import { searchAlignPeople, searchJiraPeople } from '../usecases/search-people';
import { unlinkByPerson } from '../usecases/unlink-by-person';
import { jiraAdmin } from './authorise';
import { asCaller, type Composition } from './composition';
import { contractResolver } from './contract-resolver';

const PAGE = 50;

const person = ({ meter }: Composition) => callingPerson(asCaller(meter.count));

/** The admin page's calls, for Jira admins only. */
export const adminResolver = contractResolver(adminContract, jiraAdmin, {
  getConnection: ({ deps }) => viewConnection(deps),
  testConnection: async ({ deps, input }) => testConnection(deps, input, await person(deps)),
  saveConnection: async ({ deps, input }) => {
    const view = await saveConnection(deps, input, await person(deps));
    await resumeStopped(deps);
    return view;
  },
  disconnect: async ({ deps }) => disconnect(deps, await person(deps)),
  listProjects: ({ deps, input }) => listProjects(deps, input),
  getMapping: ({ deps, input }) => getMapping(deps, input.projectId),
  importConnectorMapping: ({ deps, input }) => importConnectorMapping(deps, input.projectId),
  listCustomFields: ({ deps, input }) => listCustomFields(deps, input),
  saveMapping: async ({ deps, input }) => saveMapping(deps, input, await person(deps)),
  listLinks: ({ deps, input }) => listLinks(deps, { ...input, limit: PAGE }),
  listHistory: ({ deps, input }) => listHistory(deps, { ...input, limit: PAGE }),
  listParked: ({ deps, input }) => listParked(deps, { ...input, limit: PAGE }),
  retryParked: async ({ deps, input }) => ({ queued: await retryParked(deps, input) }),
  resync: async ({ deps, input }) => ({
    queued: await requestResync(deps, { ...input, projectId: null }, await person(deps)),
  }),
  previewBackfill: ({ deps, input }) => previewBackfill(deps, input),
  startBackfill: async ({ deps, input }) => startBackfill(deps, input, await person(deps)),
  getBackfill: ({ deps, input }) => viewBackfill(deps, input.projectId),
  pauseBackfill: async ({ deps, input }) =>
    pauseBackfill(deps, input.projectId, await person(deps)),
  resumeBackfill: async ({ deps, input }) =>
    resumeBackfill(deps, input.projectId, await person(deps)),
  cancelBackfill: async ({ deps, input }) =>
    cancelBackfill(deps, input.projectId, await person(deps)),
  decideConflict: async ({ deps, input }) => ({
    queued: await decideConflict(deps, input, await person(deps)),
  }),
  unlink: async ({ deps, input }) => {
    await unlinkByPerson(deps, input.issueId, await person(deps));
    return { unlinked: true };
  },
  pauseAll: async ({ deps }) => {
    await pauseAll(deps, await person(deps));
    return viewConnection(deps);
  },
  resumeAll: async ({ deps }) => {
    await resumeAll(deps, await person(deps));
    await resumeStopped(deps);
    return viewConnection(deps);
  },
  pauseProject: async ({ deps, input }) => {
    await pauseProject(deps, input.projectId, await person(deps));
    return viewConnection(deps);
  },
  resumeProject: async ({ deps, input }) => {
    await resumeProject(deps, input.projectId, await person(deps));
    await resumeStopped(deps);
    return viewConnection(deps);
  },
  confirmRemovals: async ({ deps, input }) => {
    await answerRemovals(deps, input, await person(deps));
    await resumeStopped(deps);
    return viewConnection(deps);
  },
  pollNow: async ({ deps }) => ({ queued: await pollAlign(deps, TIMEOUT_SECONDS.page) }),
  listPeople: ({ deps }) => listPeople(deps),
  savePerson: async ({ deps, input }) => savePerson(deps, input, await person(deps)),
  removePerson: async ({ deps, input }) => removePerson(deps, input, await person(deps)),
  searchJiraPeople: ({ deps, input }) => searchJiraPeople(deps, input.q),
  searchAlignPeople: ({ deps, input }) => searchAlignPeople(deps, input.q),
});
