/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { projectOf } from '../../world/access';
import { maySet } from '../../world/create-issue';
import { InlineEdit } from '../parts/inline-edit';
import type { IssueProps } from './issue-props';

/** What stands in the place of an empty value. */
export const None = () => <span class="subtle">None</span>;

type FieldProps = IssueProps & { id: string; name: string; view: Child; children: Child };

/** A field of the issue page with its form, for those who may set it. */
export function Field({ site, session, issue, editable, id, name, view, children }: FieldProps) {
  const project = projectOf(site.world.state, issue);
  const may =
    editable &&
    site.world.screens.has(project.key, 'edit', id) &&
    maySet(site.world.site, session.actor, project, id);
  return (
    <div class="field" data-region={`field-${id}`}>
      <span class="field-name">{name}</span>
      <InlineEdit label={name} action={`/browse/${issue.key}/edit`} view={view} readOnly={!may}>
        {children}
      </InlineEdit>
    </div>
  );
}
