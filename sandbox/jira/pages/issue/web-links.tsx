/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Icon } from '../parts/icons';
import type { IssueProps } from './issue-page';

/** Remote links of the issue. A resolved one is struck through, as in Jira. */
export function WebLinks({ issue }: IssueProps) {
  return (
    <div data-region="links">
      {issue.links.length === 0 ? null : (
        <section class="block" aria-labelledby="web-links">
          <div class="block-head">
            <h2 id="web-links">Web links</h2>
          </div>
          <ul class="rows">
            {issue.links.map(({ object, relationship, application }) => (
              <li class="row">
                <LinkIcon url={object.icon?.url16x16} />
                <a
                  class={`grow${object.status?.resolved ? ' resolved' : ''}`}
                  href={safe(object.url)}
                  rel="noreferrer"
                >
                  {object.title}
                </a>
                {object.status?.resolved ? <span class="visually-hidden">(resolved)</span> : null}
                {object.summary ? <span class="subtle small clip">{object.summary}</span> : null}
                <span class="subtle small nowrap">{application?.name ?? relationship ?? ''}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function LinkIcon({ url }: { url: string | undefined }) {
  if (url && /^(https?:|data:image\/)/.test(url)) {
    return <img class="link-icon" src={url} alt="" width="16" height="16" data-link-icon />;
  }
  return <Icon name="link" />;
}

const safe = (url: string) => (/^https?:/i.test(url) ? url : '#');
