import { NotFoundError } from '../../../src/domain/errors';
import type { JiraSitePort } from '../../../src/domain/ports/jira';
import type { Invocation } from '../engine/invocation';
import { APP } from '../people';
import { JIRA_URL, type World } from '../world';

/** What the upkeep and the Connection tab ask Jira of the site itself. */
export function jiraSiteOf(
  world: World,
  run: Invocation,
): Pick<JiraSitePort, 'siteUrl' | 'actingAccount' | 'project'> {
  return {
    siteUrl: async () => JIRA_URL,
    actingAccount: async () => APP.jira,
    project: (projectId) =>
      run.call({
        target: 'jira',
        name: `project ${projectId}`,
        write: false,
        effect: () => {
          const mapping = world.mappings.find((one) => one.projectId === projectId);
          if (mapping === undefined) {
            throw new NotFoundError('jira', {
              code: 'JIRA_NOT_FOUND',
              message: `No project ${projectId}.`,
              remedy: 'Give the permission.',
            });
          }
          return { id: projectId, key: mapping.projectKey, name: mapping.projectName };
        },
      }),
  };
}
