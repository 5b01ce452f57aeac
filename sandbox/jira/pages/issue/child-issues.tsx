/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { byId, ISSUE_TYPES, STATUSES } from '../../world/catalog';
import { findPerson } from '../../world/site';
import { AvatarImage, NobodyImage } from '../parts/avatar';
import { Lozenge, TypeIcon } from '../parts/icons';
import type { IssueProps } from './issue-props';

/** Stories of an epic, or sub-tasks, with how many are done. */
export function ChildIssues({ site, issue }: IssueProps) {
  const { state } = site.world;
  const children = state.issues.filter(({ values }) => values.parent === issue.id);
  const done = children.filter(({ statusId }) => byId(STATUSES, statusId).category === 'done');
  const percent = Math.round((100 * done.length) / Math.max(1, children.length));
  return (
    <div data-region="children">
      {children.length === 0 ? null : (
        <section class="block" aria-labelledby="children">
          <div class="block-head">
            <h2 id="children">Child issues</h2>
            <span class="subtle small">{`${percent}% done`}</span>
          </div>
          <div class="progress" aria-hidden="true">
            <span style={`width:${percent}%`}></span>
          </div>
          <ul class="rows">
            {children.map((child) => {
              const type = byId(ISSUE_TYPES, child.values.issuetype as string);
              const status = byId(STATUSES, child.statusId);
              const assignee = findPerson(state, child.values.assignee as string | null);
              return (
                <li class="row">
                  <TypeIcon icon={type.icon} label={type.name} />
                  <a class="subtle-link nowrap" href={`/browse/${child.key}`}>
                    {child.key}
                  </a>
                  <a class="summary-link grow" href={`/browse/${child.key}`}>
                    {child.values.summary as string}
                  </a>
                  <span class="visually-hidden">
                    {`Assignee: ${assignee?.displayName ?? 'nobody'}`}
                  </span>
                  {assignee ? (
                    <AvatarImage person={assignee} size={24} />
                  ) : (
                    <NobodyImage size={24} />
                  )}
                  <Lozenge name={status.name} category={status.category} />
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );
}
