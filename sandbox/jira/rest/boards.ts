import { findProject, visibleProjects } from '../world/access';
import { badRequest, notFound } from '../world/errors';
import type { Project, Sprint } from '../world/model';
import {
  answer,
  pageBounds,
  queryList,
  type JiraApp,
  type JiraContext,
  type RestSite,
} from './context';
import { boardJson, sprintJson } from './representation/planning';

const MOST = 50;
const STATES: readonly Sprint['state'][] = ['closed', 'active', 'future'];

/** /board and /board/{boardId}/sprint of the Agile API */
export function boardResources(app: JiraApp, { world, baseUrl }: RestSite): void {
  const boardsOf = (projects: readonly Project[]) =>
    world.state.boards.flatMap((board) => {
      const project = projects.find(({ id }) => id === board.projectId);
      return project ? [{ board, project }] : [];
    });

  app.get('/rest/agile/1.0/board', (c) => {
    const visible = visibleProjects(world.site, c.var.actor);
    const asked = c.req.query('projectKeyOrId');
    const project = asked === undefined ? undefined : findProject(world.state, asked);
    if (asked !== undefined && !(project && visible.includes(project))) {
      throw badRequest(`No project could be found with key or id '${asked}'.`);
    }
    const words = (c.req.query('name') ?? '').toLowerCase();
    const boards = boardsOf(project ? [project] : visible)
      .filter(({ board }) => board.name.toLowerCase().includes(words))
      .map((found) => boardJson(found.board, found.project, baseUrl));
    return answer(c, agilePage(c, boards));
  });

  app.get('/rest/agile/1.0/board/:boardId/sprint', (c) => {
    const boardId = Number(c.req.param('boardId'));
    const seen = boardsOf(visibleProjects(world.site, c.var.actor));
    if (!seen.some(({ board }) => board.id === boardId)) {
      throw notFound(
        'The requested board cannot be viewed because it either does not exist or you do not have permission to view it.',
      );
    }
    const states = queryList(c, 'state');
    const sprints = STATES.filter((state) => states.length === 0 || states.includes(state))
      .flatMap((state) => world.state.sprints.filter((sprint) => sprint.state === state))
      .filter((sprint) => sprint.boardId === boardId)
      .map((sprint) => sprintJson(sprint, baseUrl));
    return answer(c, agilePage(c, sprints));
  });
}

/** Pages of the Agile API lack the links that those of REST v3 have. */
function agilePage(c: JiraContext, all: readonly unknown[]) {
  const { startAt, maxResults } = pageBounds(c, MOST, MOST);
  const values = all.slice(startAt, startAt + maxResults);
  const isLast = startAt + values.length >= all.length;
  return { maxResults, startAt, total: all.length, isLast, values };
}
