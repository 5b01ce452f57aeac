/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { mayOn, projectOf } from '../../world/access';
import { byId, ISSUE_TYPES } from '../../world/catalog';
import { Page } from '../chrome/document';
import { ProjectsNav } from '../chrome/side-nav';
import { AppModule } from '../parts/app-module';
import { InlineEdit } from '../parts/inline-edit';
import { CreateForm } from '../create-issue';
import { IssueBreadcrumbs } from './breadcrumbs';
import { ChildIssues } from './child-issues';
import { Description } from './description';
import { Details } from './details';
import { History } from './history';
import { IssueDialogs, IssueMenu } from './issue-menu';
import type { IssueProps } from './issue-props';
import { StatusMenu } from './status-menu';
import { WebLinks } from './web-links';

/** One issue. Regions are renewed one by one when it changes, unless they are being edited. */
export function IssuePage({ site, session, issue }: Omit<IssueProps, 'editable'>) {
  const editable = mayOn(site.world.site, session.actor, 'EDIT_ISSUES', issue);
  const props = { site, session, issue, editable };
  const project = projectOf(site.world.state, issue);
  const type = byId(ISSUE_TYPES, issue.values.issuetype as string);
  const summary = issue.values.summary as string;
  return (
    <Page
      site={site}
      session={session}
      title={`[${issue.key}] ${summary}`}
      side={<ProjectsNav site={site} session={session} current={project.key} />}
      watches={`issue:${issue.id}`}
      version={issue.version}
    >
      <div data-region="breadcrumbs">
        <IssueBreadcrumbs {...props} />
      </div>
      <div class="issue">
        <div class="issue-main">
          <div data-region="summary" class="issue-summary">
            <InlineEdit
              label="summary"
              action={`/browse/${issue.key}/edit`}
              view={<h1>{summary}</h1>}
              readOnly={!editable}
              large
            >
              <input name="summary" value={summary} aria-label="Summary" required maxlength={255} />
            </InlineEdit>
          </div>
          <Description {...props} />
          <ChildIssues {...props} />
          <WebLinks {...props} />
          <History {...props} />
        </div>
        <aside class="issue-side" aria-label="Details">
          <div class="issue-actions">
            <div data-region="status">
              <StatusMenu {...props} />
            </div>
            <IssueMenu {...props} />
          </div>
          <Details {...props} />
          <section class="card" aria-labelledby="app-panel">
            <h2 id="app-panel" class="card-heading">
              Jira Align
            </h2>
            <AppModule
              site={site}
              session={session}
              moduleKey="issue-panel"
              extension={{
                type: 'jira:issueContext',
                issue: { id: issue.id, key: issue.key, type: type.name, typeId: type.id },
                project: { id: project.id, key: project.key, type: 'software' },
              }}
            />
          </section>
        </aside>
      </div>
      <dialog id="create-dialog" aria-labelledby="create-title">
        <CreateForm site={site} session={session} project={project} />
      </dialog>
      <IssueDialogs {...props} />
    </Page>
  );
}
