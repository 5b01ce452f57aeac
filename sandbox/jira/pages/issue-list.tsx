/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { byId, ISSUE_TYPES, PRIORITIES, STATUSES } from '../world/catalog';
import { STORY_POINTS_ID } from '../world/fields/default-fields';
import type { Issue, Project } from '../world/model';
import { findPerson } from '../world/site';
import { Page } from './chrome/document';
import { ProjectsNav } from './chrome/side-nav';
import { CreateForm } from './create-issue';
import { PersonLabel } from './parts/avatar';
import { Icon, Lozenge, PriorityIcon, TypeIcon } from './parts/icons';
import { TimeAgo } from './parts/time';
import type { PageSite, Session } from './session';

interface IssueListProps {
  site: PageSite;
  session: Session;
  project: Project;
  /** Words that key or summary must hold. */
  words: string;
}

/** The issues of a project, newest first. */
export function IssueListPage({ site, session, project, words }: IssueListProps) {
  const all = site.world.state.issues.filter(({ projectId }) => projectId === project.id);
  const issues = all
    .filter(({ key, values }) =>
      `${key} ${String(values.summary)}`.toLowerCase().includes(words.toLowerCase()),
    )
    .reverse();
  return (
    <Page
      site={site}
      session={session}
      title={project.name}
      side={<ProjectsNav site={site} session={session} current={project.key} />}
      watches="site"
      version={site.world.version}
    >
      <nav class="breadcrumbs" aria-label="Breadcrumbs">
        <a href="/">Projects</a>
        <span aria-hidden="true">/</span>
        <span>{project.name}</span>
      </nav>
      <div class="page-head">
        <h1>Issues</h1>
        <form class="search" role="search">
          <Icon name="search" />
          <input
            type="search"
            name="q"
            value={words}
            placeholder="Search issues"
            aria-label="Search issues"
          />
        </form>
      </div>
      <div data-region="issues">
        <IssueTable
          site={site}
          project={project}
          issues={issues}
          total={all.length}
          words={words}
        />
      </div>
      <dialog id="create-dialog" aria-labelledby="create-title">
        <CreateForm site={site} session={session} project={project} />
      </dialog>
    </Page>
  );
}

interface TableProps {
  site: PageSite;
  project: Project;
  issues: readonly Issue[];
  total: number;
  words: string;
}

function IssueTable({ site, project, issues, total, words }: TableProps) {
  if (issues.length === 0) return <NoIssues project={project} words={words} />;
  return (
    <>
      <div class="table-scroll">
        <table class="list">
          <thead>
            <tr>
              <th scope="col">Key</th>
              <th scope="col" class="wide">
                Summary
              </th>
              <th scope="col">Status</th>
              <th scope="col">Assignee</th>
              <th scope="col">Priority</th>
              <th scope="col" class="number">
                Points
              </th>
              <th scope="col">Updated</th>
            </tr>
          </thead>
          <tbody>
            {issues.map((issue) => (
              <Row site={site} issue={issue} />
            ))}
          </tbody>
        </table>
      </div>
      <p class="subtle small">
        {issues.length === total ? `${total} issues` : `${issues.length} of ${total} issues`}
      </p>
    </>
  );
}

function Row({ site, issue }: { site: PageSite; issue: Issue }) {
  const { state } = site.world;
  const { values } = issue;
  const type = byId(ISSUE_TYPES, values.issuetype as string);
  const status = byId(STATUSES, issue.statusId);
  const priority = byId(PRIORITIES, values.priority as string);
  const points = values[STORY_POINTS_ID];
  return (
    <tr>
      <td class="nowrap">
        <span class="with-image">
          <TypeIcon icon={type.icon} label={type.name} />
          <a class="subtle-link" href={`/browse/${issue.key}`}>
            {issue.key}
          </a>
        </span>
      </td>
      <td>
        <a class="summary-link" href={`/browse/${issue.key}`}>
          {values.summary as string}
        </a>
      </td>
      <td class="nowrap">
        <Lozenge name={status.name} category={status.category} />
      </td>
      <td class="nowrap">
        <PersonLabel person={findPerson(state, values.assignee as string | null)} />
      </td>
      <td class="nowrap">
        <span class="with-image">
          <PriorityIcon name={priority.name} />
          {priority.name}
        </span>
      </td>
      <td class="number">
        {points === null || points === undefined ? <span class="subtle">–</span> : String(points)}
      </td>
      <td class="nowrap subtle">
        <TimeAgo at={issue.updated} now={site.world.site.now()} />
      </td>
    </tr>
  );
}

function NoIssues({ project, words }: { project: Project; words: string }) {
  return (
    <div class="empty-state">
      <svg width="96" height="80" viewBox="0 0 96 80" aria-hidden="true">
        <rect x="12" y="8" width="72" height="18" rx="4" class="drawing-back" />
        <rect x="12" y="31" width="72" height="18" rx="4" class="drawing-back" />
        <rect x="12" y="54" width="72" height="18" rx="4" class="drawing-back" />
        <circle cx="23" cy="17" r="4" class="drawing-front" />
        <circle cx="23" cy="40" r="4" class="drawing-front" />
        <circle cx="23" cy="63" r="4" class="drawing-front" />
      </svg>
      <h2>{words ? `Nothing matches “${words}”` : 'No issues yet'}</h2>
      <p>
        {words
          ? 'Search looks at keys and summaries.'
          : 'Create the first one, or wait for the app to bring it from Jira Align.'}
      </p>
      {words ? (
        <a class="button" href={`/jira/projects/${project.key}`}>
          Clear search
        </a>
      ) : (
        <a class="button primary" href={`/jira/projects/${project.key}/create`} data-create>
          Create issue
        </a>
      )}
    </div>
  );
}
