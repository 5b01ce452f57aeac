import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio/slim';
import type { Manifest } from '../manifest';

type Permissions = Parameters<CSPProcessingService['getCspDetails']>[1];

/**
 * The Content-Security-Policy that Forge gives a Custom UI page, made by @forge/csp itself. Only the
 * report address is left out, so that a violation is not reported to Atlassian.
 * @param html The page as built, before the bridge script is put in.
 * @param jiraOrigin Stands where the site's address stands on Forge.
 */
export function contentSecurityPolicy(
  html: string,
  manifest: Pick<Manifest, 'external' | 'content'>,
  jiraOrigin: string,
): string {
  const { external, content } = manifest;
  const permissions = { external, content } as Permissions;
  const details = new CSPProcessingService({ info: () => undefined }, load).getCspDetails(
    html,
    permissions,
  );
  return new CSPInjectionService()
    .getInjectableCSP({ existingCSPDetails: details, microsEnv: 'prod', hostname: jiraOrigin })
    .filter((directive) => !directive.startsWith('report-uri'))
    .join('; ');
}
