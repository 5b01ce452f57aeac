/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { visibleProjects } from '../../world/access';
import { AvatarImage } from '../parts/avatar';
import { Icon } from '../parts/icons';
import type { PageSite, Session } from '../session';

/** Logo, create, link to Align, theme, settings, and who is acting. */
export function TopBar({ site, session }: { site: PageSite; session: Session }) {
  const alignUrl = site.alignUrl();
  const dark = session.colorMode === 'dark';
  const [project] = visibleProjects(site.world.site, session.actor);
  const here = /^\/jira\/projects\/([A-Z]+)|^\/browse\/([A-Z]+)-/.exec(session.path);
  const key = here?.[1] ?? here?.[2] ?? project?.key;
  return (
    <header class="top-bar">
      <a class="logo" href="/" aria-label="Jira, all projects">
        <img src="/images/logo.svg" alt="" width="24" height="24" />
        <span>Jira</span>
      </a>
      <span class="sandbox-tag">Sandbox</span>
      <div class="top-bar-middle">
        {key ? (
          <a class="button primary" href={`/jira/projects/${key}/create`} data-create>
            <Icon name="plus" />
            Create
          </a>
        ) : null}
      </div>
      {alignUrl ? (
        <a class="button subtle" href={alignUrl}>
          Jira Align
          <Icon name="external" />
        </a>
      ) : null}
      <button
        type="button"
        class="icon-button"
        data-theme-toggle
        aria-pressed={dark ? 'true' : 'false'}
        aria-label="Dark theme"
      >
        <Icon name="moon" />
      </button>
      <a class="icon-button" href="/jira/settings/apps/align-connector" aria-label="App settings">
        <Icon name="gear" />
      </a>
      <PersonSwitch site={site} session={session} />
    </header>
  );
}

function PersonSwitch({ site, session }: { site: PageSite; session: Session }) {
  const people = site.world.people.filter(
    ({ accountType, active }) => accountType !== 'app' && active,
  );
  return (
    <details class="menu person-switch" data-menu>
      <summary aria-label={`Acting as ${session.person.displayName}. Change`}>
        <AvatarImage person={session.person} size={28} />
        <span class="acting-as">
          <span class="subtle small">Acting as</span>
          <span>{session.person.displayName}</span>
        </span>
        <Icon name="chevron" />
      </summary>
      <form class="menu-popup right" method="post" action="/session/person">
        <input type="hidden" name="back" value={session.path} />
        <p class="menu-heading">Act as</p>
        {people.map((person) => (
          <button
            class="menu-item"
            name="accountId"
            value={person.accountId}
            {...(person.accountId === session.person.accountId ? { 'aria-current': 'true' } : {})}
          >
            <AvatarImage person={person} size={24} />
            <span>
              {person.displayName}
              <span class="subtle small block">{role(site, person.accountId)}</span>
            </span>
          </button>
        ))}
      </form>
    </details>
  );
}

function role({ world }: PageSite, accountId: string): string {
  if (world.permissions.holdsGlobally(accountId, 'ADMINISTER')) return 'Jira admin';
  const administered = world.state.projects
    .map(({ key }) => key)
    .filter((key) => world.permissions.holds(accountId, 'ADMINISTER_PROJECTS', key));
  return administered.length > 0 ? `Project admin of ${administered.join(', ')}` : 'Member';
}
