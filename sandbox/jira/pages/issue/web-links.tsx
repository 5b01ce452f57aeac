/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { RemoteLink } from '../../world/model';
import { Icon } from '../parts/icons';
import { webAddress } from '../parts/web-address';
import type { IssueProps } from './issue-props';

/** Remote links of the issue. A resolved one is struck through, as in Jira. */
export function WebLinks({ site, issue }: IssueProps) {
  return (
    <div data-region="links">
      {issue.links.length === 0 ? null : (
        <section class="block" aria-labelledby="web-links">
          <div class="block-head">
            <h2 id="web-links">Web links</h2>
          </div>
          <ul class="rows">
            {issue.links.map((link) => (
              <WebLink link={link} alignUrl={site.alignUrl()} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function WebLink({ link, alignUrl }: { link: RemoteLink; alignUrl: string | undefined }) {
  const { object, relationship, application } = link;
  const resolved = object.status?.resolved === true;
  const address = webAddress(object.url, alignUrl);
  return (
    <li class="row">
      <LinkIcon url={webAddress(object.icon?.url16x16 ?? '', alignUrl)} />
      <a
        class={`grow${resolved ? ' resolved' : ''}`}
        title={object.url}
        rel="noreferrer"
        {...(address ? { href: address } : {})}
      >
        {object.title}
      </a>
      {resolved ? <span class="visually-hidden">(resolved)</span> : null}
      {object.summary ? <span class="subtle small clip">{object.summary}</span> : null}
      <span class="subtle small nowrap">{application?.name ?? relationship ?? ''}</span>
    </li>
  );
}

/** The link's own icon, or a chain when it has none or it cannot be loaded. */
function LinkIcon({ url }: { url: string | undefined }) {
  if (!url) return <Icon name="link" />;
  return (
    <span class="link-icon">
      <img src={url} alt="" width="16" height="16" data-link-icon />
      <Icon name="link" />
    </span>
  );
}
