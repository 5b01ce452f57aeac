/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { visibleProjects } from '../world/access';
import { findPerson } from '../world/site';
import { Page } from './chrome/document';
import { ProjectsNav } from './chrome/side-nav';
import { PersonLabel, ProjectImage } from './parts/avatar';
import type { PageSite, Session } from './session';

/** All projects that the person may see. */
export function ProjectsPage({ site, session }: { site: PageSite; session: Session }) {
  const projects = visibleProjects(site.world.site, session.actor);
  const { state } = site.world;
  return (
    <Page
      site={site}
      session={session}
      title="Projects"
      side={<ProjectsNav site={site} session={session} />}
      watches="site"
      version={site.world.version}
    >
      <h1>Projects</h1>
      <div data-region="projects">
        {projects.length === 0 ? (
          <div class="empty-state">
            <h2>No projects for you here</h2>
            <p>{session.person.displayName} may not browse any project. Act as somebody else.</p>
          </div>
        ) : (
          <div class="table-scroll">
            <table class="list">
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Key</th>
                  <th scope="col">Type</th>
                  <th scope="col">Lead</th>
                  <th scope="col" class="number">
                    Issues
                  </th>
                </tr>
              </thead>
              <tbody>
                {projects.map((project) => (
                  <tr>
                    <td>
                      <a class="with-image" href={`/jira/projects/${project.key}`}>
                        <ProjectImage projectKey={project.key} size={24} />
                        {project.name}
                      </a>
                    </td>
                    <td>{project.key}</td>
                    <td class="subtle">Company-managed software</td>
                    <td>
                      <PersonLabel person={findPerson(state, project.leadAccountId)} />
                    </td>
                    <td class="number">
                      {state.issues.filter(({ projectId }) => projectId === project.id).length}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </Page>
  );
}
