import { call } from '../platform/call';
import type { LinkSource } from './link-source';
import { LinksView } from './links-view';

const SITE_LINKS: LinkSource = {
  key: 'site',
  list: (input) => call('listLinks', input),
  resync: (issueId) => call('resync', { issueId }),
  unlink: (issueId) => call('unlink', { issueId }),
  decide: (issueId, field, side) => call('decideConflict', { issueId, field, side }),
  hasProjects: true,
};

/** The web links of the whole site. */
export default function LinksTab({ go }: { go: (path: string) => void }) {
  return <LinksView source={SITE_LINKS} go={go} />;
}
