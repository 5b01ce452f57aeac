/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Project } from '../world/model';
import { Page } from './chrome/document';
import { AdminNav, ProjectSettingsNav } from './chrome/side-nav';
import { AppModule } from './parts/app-module';
import type { PageSite, Session } from './session';

/** The app's admin page inside Jira's administration. */
export function AdminPage({ site, session }: { site: PageSite; session: Session }) {
  return (
    <Page
      site={site}
      session={session}
      title="Align Connector"
      side={<AdminNav />}
      watches="none"
      version={0}
    >
      <nav class="breadcrumbs" aria-label="Breadcrumbs">
        <span>Jira admin settings</span>
        <span aria-hidden="true">/</span>
        <span>Apps</span>
      </nav>
      <h1>Align Connector</h1>
      <AppModule
        site={site}
        session={session}
        moduleKey="admin-page"
        extension={{ type: 'jira:adminPage' }}
      />
    </Page>
  );
}

interface ProjectSettingsProps {
  site: PageSite;
  session: Session;
  project: Project;
}

/** The app's page inside a project's settings. */
export function ProjectSettingsPage({ site, session, project }: ProjectSettingsProps) {
  const { id, key, name } = project;
  return (
    <Page
      site={site}
      session={session}
      title={`Jira Align, ${name}`}
      side={<ProjectSettingsNav project={project} />}
      watches="none"
      version={0}
    >
      <nav class="breadcrumbs" aria-label="Breadcrumbs">
        <a href="/">Projects</a>
        <span aria-hidden="true">/</span>
        <a href={`/jira/projects/${key}`}>{name}</a>
        <span aria-hidden="true">/</span>
        <span>Project settings</span>
      </nav>
      <h1>Jira Align</h1>
      <AppModule
        site={site}
        session={session}
        moduleKey="project-settings"
        extension={{
          type: 'jira:projectSettingsPage',
          project: { id, key, type: 'software' },
        }}
      />
    </Page>
  );
}
