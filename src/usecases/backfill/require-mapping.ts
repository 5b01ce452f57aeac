import type { ProjectMapping } from '../../contract/mapping';
import { ConfigurationError } from '../../domain/errors';
import type { Dependencies } from '../dependencies';
import { activeMapping } from '../project-of';

/** @throws ConfigurationError `NOT_MAPPED` */
export async function requireMapping(
  deps: Pick<Dependencies, 'settings' | 'pauses'>,
  projectId: string,
): Promise<ProjectMapping> {
  const mapping = await activeMapping(deps, projectId);
  if (mapping === null) {
    throw new ConfigurationError({
      code: 'NOT_MAPPED',
      message: 'The project is not mapped, or its sync is off or paused.',
      remedy: 'Map the project and switch its sync on or resume it, then try again.',
    });
  }
  return mapping;
}
