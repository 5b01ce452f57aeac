/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { byId, RESOLUTIONS, STATUSES } from '../../world/catalog';
import { availableTransitions } from '../../world/transition-issue';
import { Icon, Lozenge } from '../parts/icons';
import type { IssueProps } from './issue-props';

/** The status, and the moves that the workflow offers this person. */
export function StatusMenu({ site, session, issue }: IssueProps) {
  const status = byId(STATUSES, issue.statusId);
  const offered = availableTransitions(site.world.site, session.actor, issue);
  const resolution =
    issue.resolutionId === null ? null : (
      <span class="resolution">
        <Icon name="check" />
        {byId(RESOLUTIONS, issue.resolutionId).name}
      </span>
    );
  if (offered.length === 0) {
    return (
      <div class="status-line">
        <Lozenge name={status.name} category={status.category} />
        {resolution}
      </div>
    );
  }
  return (
    <div class="status-line">
      <details class="menu" data-menu>
        <summary
          class={`status-button status-${status.category}`}
          aria-label={`Status: ${status.name}. Change`}
        >
          {status.name}
          <Icon name="chevron" />
        </summary>
        <form class="menu-popup" method="post" action={`/browse/${issue.key}/transition`} data-live>
          {offered.map(({ id, name, to }) => (
            <button
              class="menu-item"
              name="transition"
              value={id}
              aria-label={`Move to ${to.name}`}
            >
              {name === to.name ? null : (
                <>
                  <span class="subtle">{name}</span>
                  <Icon name="arrow" />
                </>
              )}
              <Lozenge name={to.name} category={to.category} />
            </button>
          ))}
        </form>
      </details>
      {resolution}
    </div>
  );
}
