import type { ProjectMapping } from '../contract/mapping';
import { ConfigurationError } from '../domain/errors';
import type { Dependencies } from './dependencies';

/** @throws ConfigurationError `NOT_MAPPED` */
export async function requireMapped(
  { settings }: Pick<Dependencies, 'settings'>,
  projectId: string,
): Promise<ProjectMapping> {
  const mapping = await settings.mapping(projectId);
  if (mapping !== null) return mapping;
  throw new ConfigurationError({
    code: 'NOT_MAPPED',
    message: 'The project is not mapped.',
    remedy: 'Map it on the Projects tab first.',
  });
}
