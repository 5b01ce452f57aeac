/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { visibleProjects } from '../world/access';
import { byId, DEFAULT_PRIORITY_ID, ISSUE_TYPES, PRIORITIES, typesOf } from '../world/catalog';
import type { Project } from '../world/model';
import { Page } from './chrome/document';
import { ProjectsNav } from './chrome/side-nav';
import { assignablePeople } from './parts/choices';
import type { PageSite, Session } from './session';

interface CreateProps {
  site: PageSite;
  session: Session;
  project: Project;
}

/** The create form on a page of its own, for when there are no scripts. */
export function CreatePage({ site, session, project }: CreateProps) {
  return (
    <Page
      site={site}
      session={session}
      title="Create issue"
      side={<ProjectsNav site={site} session={session} current={project.key} />}
      watches="site"
      version={site.world.version}
    >
      <div class="narrow">
        <CreateForm site={site} session={session} project={project} />
      </div>
    </Page>
  );
}

const DEFAULT_TYPE = 'Story';

/** Every field that the project's create screen has. */
export function CreateForm({ site, session, project }: CreateProps) {
  const { world } = site;
  const on = (fieldId: string) => world.screens.has(project.key, 'create', fieldId);
  return (
    <form
      class="stacked-form"
      method="post"
      action={`/jira/projects/${project.key}/create`}
      data-live
      data-follow
    >
      <h2 id="create-title">Create issue</h2>
      <p class="subtle small">Fields marked with an asterisk (*) are required.</p>
      <label>
        Project *
        <select name="project">
          {visibleProjects(world.site, session.actor).map(({ key, name }) => (
            <option value={key} selected={key === project.key}>
              {`${name} (${key})`}
            </option>
          ))}
        </select>
      </label>
      <label>
        Issue type *
        <select name="type">
          {typesOf(project).map(({ name }) => (
            <option value={name} selected={name === DEFAULT_TYPE}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        Summary *
        <input name="summary" required maxlength={255} autofocus />
      </label>
      <label>
        Description
        <textarea name="description" rows={7} aria-describedby="create-description-help"></textarea>
      </label>
      <p class="subtle small help" id="create-description-help">
        Markdown: # heading, - list, 1. list, **bold**, *italic*, `code`, [text](link), tables
      </p>
      <div class="columns">
        <ParentField site={site} project={project} />
        <label>
          Assignee
          <select name="assignee">
            <option value="">Unassigned</option>
            {assignablePeople(world, project.key).map(({ accountId, displayName }) => (
              <option value={accountId}>{displayName}</option>
            ))}
          </select>
        </label>
        <label>
          Priority
          <select name="priority">
            {PRIORITIES.map(({ id, name }) => (
              <option value={name} selected={id === DEFAULT_PRIORITY_ID}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {on('customfield_10016') ? (
          <label>
            Story points
            <input name="points" type="number" min="0" step="0.5" />
          </label>
        ) : null}
      </div>
      <label>
        Labels
        <input name="labels" placeholder="separated by spaces" />
      </label>
      <p class="field-error" role="alert" data-error hidden></p>
      <div class="form-actions">
        <button type="button" class="button subtle" data-close-dialog>
          Cancel
        </button>
        <button type="submit" class="button primary">
          Create
        </button>
      </div>
    </form>
  );
}

function ParentField({ site, project }: { site: PageSite; project: Project }) {
  const parents = site.world.state.issues.filter(
    ({ projectId, values }) =>
      projectId === project.id && byId(ISSUE_TYPES, values.issuetype as string).hierarchyLevel >= 0,
  );
  return (
    <label>
      Parent
      <select name="parent">
        <option value="">None</option>
        {parents.map(({ key, values }) => (
          <option value={key}>{`${key} ${String(values.summary)}`}</option>
        ))}
      </select>
    </label>
  );
}
