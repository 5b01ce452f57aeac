import { visibleProject } from '../world/access';
import { answer, type JiraApp, type RestSite } from './context';
import { versionJson } from './representation/planning';

/** /project/{projectIdOrKey}/versions */
export function versionResource(app: JiraApp, { world, baseUrl }: RestSite): void {
  app.get('/rest/api/3/project/:idOrKey/versions', (c) => {
    const project = visibleProject(world.site, c.var.actor, c.req.param('idOrKey'));
    const versions = world.state.versions
      .filter(({ projectId }) => projectId === project.id)
      .map((version) => versionJson(version, baseUrl));
    return answer(c, versions, { core: versions.length });
  });
}
