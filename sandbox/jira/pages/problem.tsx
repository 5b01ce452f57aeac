/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Page } from './chrome/document';
import { ProjectsNav } from './chrome/side-nav';
import type { PageSite, Session } from './session';

interface ProblemProps {
  site: PageSite;
  session: Session;
  title: string;
  /** What happened, and what the person can do. */
  text: string;
}

/** A page that says why there is nothing else to see. */
export function ProblemPage({ site, session, title, text }: ProblemProps) {
  return (
    <Page
      site={site}
      session={session}
      title={title}
      side={<ProjectsNav site={site} session={session} />}
      watches="site"
      version={site.world.version}
    >
      <div class="empty-state" data-region="problem">
        <svg width="96" height="96" viewBox="0 0 96 96" aria-hidden="true">
          <rect x="16" y="20" width="64" height="56" rx="6" class="drawing-back" />
          <rect x="16" y="20" width="64" height="12" rx="6" class="drawing-front" />
          <path d="M40 46l16 16m0-16L40 62" class="drawing-line" />
        </svg>
        <h1>{title}</h1>
        <p>{text}</p>
        <a class="button" href="/">
          See all projects
        </a>
      </div>
    </Page>
  );
}
