/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { visibleProjects } from '../../world/access';
import type { Project } from '../../world/model';
import { ProjectImage } from '../parts/avatar';
import { Icon } from '../parts/icons';
import type { PageSite, Session } from '../session';

interface SideProps {
  site: PageSite;
  session: Session;
  /** Key of the project whose entry is the current one. */
  current?: string;
}

const currentPage = (is: boolean) => (is ? { 'aria-current': 'page' as const } : {});

/** Projects that the person may see, and what they may administer in the current one. */
export function ProjectsNav({ site, session, current }: SideProps) {
  const projects = visibleProjects(site.world.site, session.actor);
  const { accountId } = session.person;
  const administers =
    current !== undefined &&
    site.world.permissions.holds(accountId, 'ADMINISTER_PROJECTS', current);
  return (
    <>
      <h2 class="side-heading">
        <a href="/" {...currentPage(current === undefined)}>
          Projects
        </a>
      </h2>
      <ul>
        {projects.map(({ key, name }) => (
          <li>
            <a class="side-item" href={`/jira/projects/${key}`} {...currentPage(key === current)}>
              <ProjectImage projectKey={key} size={20} />
              {name}
            </a>
          </li>
        ))}
      </ul>
      {administers && current !== undefined ? (
        <ul class="side-foot">
          <li>
            <a class="side-item" href={`/jira/projects/${current}/settings/apps/align-connector`}>
              <Icon name="gear" />
              Project settings
            </a>
          </li>
        </ul>
      ) : null}
    </>
  );
}

/** Left navigation of Jira's administration. */
export function AdminNav() {
  return (
    <>
      <a class="side-back" href="/">
        <Icon name="arrow" />
        Back to Jira
      </a>
      <h2 class="side-heading">Jira admin settings</h2>
      <p class="side-section">Apps</p>
      <ul>
        <li>
          <a class="side-item" href="/jira/settings/apps/align-connector" aria-current="page">
            <Icon name="apps" />
            Align Connector
          </a>
        </li>
      </ul>
    </>
  );
}

/** Left navigation of a project's settings. */
export function ProjectSettingsNav({ project }: { project: Project }) {
  return (
    <>
      <a class="side-back" href={`/jira/projects/${project.key}`}>
        <Icon name="arrow" />
        Back to project
      </a>
      <h2 class="side-heading with-image">
        <ProjectImage projectKey={project.key} size={24} />
        <span>
          {project.name}
          <span class="subtle small block">Project settings</span>
        </span>
      </h2>
      <p class="side-section">Apps</p>
      <ul>
        <li>
          <a
            class="side-item"
            href={`/jira/projects/${project.key}/settings/apps/align-connector`}
            aria-current="page"
          >
            <Icon name="apps" />
            Jira Align
          </a>
        </li>
      </ul>
    </>
  );
}
