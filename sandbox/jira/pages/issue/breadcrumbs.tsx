/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { projectOf } from '../../world/access';
import { byId, ISSUE_TYPES } from '../../world/catalog';
import type { Issue } from '../../world/model';
import { ProjectImage } from '../parts/avatar';
import { TypeIcon } from '../parts/icons';
import type { IssueProps } from './issue-props';

/** Project, the issues above, and this one. */
export function IssueBreadcrumbs({ site, issue }: IssueProps) {
  const { state } = site.world;
  const project = projectOf(state, issue);
  const path = [issue];
  for (let above = parentOf(issue); above; above = parentOf(above)) path.unshift(above);

  function parentOf({ values }: Issue): Issue | undefined {
    return state.issues.find(({ id }) => id === values.parent);
  }

  return (
    <nav class="breadcrumbs" aria-label="Breadcrumbs">
      <a href="/">Projects</a>
      <span aria-hidden="true">/</span>
      <a class="with-image" href={`/jira/projects/${project.key}`}>
        <ProjectImage projectKey={project.key} size={16} />
        {project.name}
      </a>
      {path.map((step) => {
        const type = byId(ISSUE_TYPES, step.values.issuetype as string);
        return (
          <>
            <span aria-hidden="true">/</span>
            <a
              class="with-image"
              href={`/browse/${step.key}`}
              {...(step === issue ? { 'aria-current': 'page' } : {})}
            >
              <TypeIcon icon={type.icon} label={type.name} />
              {step.key}
            </a>
          </>
        );
      })}
    </nav>
  );
}
