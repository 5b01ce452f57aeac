/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { PageSite, Session } from '../session';
import { TopBar } from './top-bar';

export interface PageProps {
  site: PageSite;
  session: Session;
  /** Goes before the site's name in the window's title. */
  title: string;
  /** Left navigation. */
  side: Child;
  /** What the page polls to learn of changes: `issue:PAY-1` or `site`. */
  watches: string;
  /** Version of it that the page shows. */
  version: number;
  children?: Child;
}

/** The frame of every page: head, top bar, left navigation, content, place for flags. */
export function Page({ site, session, title, side, watches, version, children }: PageProps) {
  const host = site.forgeHost();
  return (
    <>
      {raw('<!doctype html>')}
      <html
        lang="en-US"
        data-color-mode={session.colorMode}
        data-theme="light:light dark:dark spacing:spacing typography:typography shape:shape"
      >
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${title} - Jira`}</title>
          <link rel="icon" href="/images/logo.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/style.css" />
          {host ? <link rel="stylesheet" href={`${host.url}/theme.css`} /> : null}
          {host ? <script src={`${host.url}/embed.js`} defer></script> : null}
          <script type="module" src="/client/main.mjs"></script>
        </head>
        <body data-watches={watches} data-version={version} data-account={session.person.accountId}>
          <a class="skip-link" href="#content">
            Skip to content
          </a>
          <TopBar site={site} session={session} />
          <div class="frame">
            <nav class="side" aria-label="Sidebar">
              {side}
            </nav>
            <main id="content" tabindex={-1}>
              {children}
            </main>
          </div>
          <div id="flags" class="flags" role="status" aria-live="polite"></div>
        </body>
      </html>
    </>
  );
}
