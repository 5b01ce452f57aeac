/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { ITEM_TYPES, type ItemType } from '../item-types';
import { fullName } from '../world/people';
import { Brand, ThemeIcon, TypeIcon } from './icons';
import { Named } from './parts';
import type { Site, Viewer } from './site';

interface LayoutProps {
  site: Site;
  viewer: Viewer;
  title: string;
  /** The tab that is current. */
  type?: ItemType;
  /** What the page watches for changes: everything, or one item. */
  watch?: string;
  version?: string;
  children?: Child;
}

/** The frame of every page: top bar, tabs of the types, content. */
export function Layout({ site, viewer, title, type, watch, version, children }: LayoutProps) {
  return (
    <html lang="en" data-theme={viewer.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Jira Align (sandbox)`}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/style.css" />
        <script src="/assets/client.js" defer />
      </head>
      <body data-watch={watch} data-version={version}>
        <a class="skip" href="#content">
          Skip to the content
        </a>
        <header class="top">
          <a class="brand" href="/">
            <Brand />
            <span>
              Jira Align <small>sandbox</small>
            </span>
          </a>
          <span class="top-portfolio">{site.world.organisation.titleOf('portfolio', 11)}</span>
          <div class="top-right">
            <button type="button" class="top-button" data-theme-toggle>
              <ThemeIcon /> <span>Theme</span>
            </button>
            <SignedInAs site={site} viewer={viewer} />
          </div>
        </header>
        <nav class="types" aria-label="Work item types">
          {Object.values(ITEM_TYPES).map((info) => (
            <a
              href={`/${info.grid}`}
              class="type-tab"
              aria-current={info.type === type ? 'page' : undefined}
            >
              <TypeIcon type={info.type} /> {info.collection}
            </a>
          ))}
        </nav>
        <div class="offline" role="alert" data-offline hidden>
          This page has lost contact with Jira Align and tries again each second.
        </div>
        <main id="content" tabindex={-1}>
          {children}
        </main>
        <div class="visually-hidden" role="status" data-announce />
      </body>
    </html>
  );
}

function SignedInAs({ site, viewer }: { site: Site; viewer: Viewer }) {
  const { people } = site.world;
  const current = people.byUid(viewer.uid);
  return (
    <details class="menu" data-menu>
      <summary class="top-button">
        <span class="top-label">Signed in as</span>
        <Named name={people.nameOf(viewer.uid)} seed={current?.id ?? 0} />
      </summary>
      <form method="post" action="/sign-in" class="menu-list">
        <input type="hidden" name="back" value={viewer.here} />
        {people.all().map((person) => (
          <button
            type="submit"
            name="uid"
            value={person.uid}
            aria-current={person.uid === viewer.uid ? 'true' : undefined}
          >
            <Named name={fullName(person)} seed={person.id} />
            <small>{person.role}</small>
          </button>
        ))}
      </form>
    </details>
  );
}
