import type { Actor } from '../contract/common';
import type {
  AlignAuth,
  AlignUser,
  ConnectionInput,
  ConnectionTest,
  ConnectionView,
} from '../contract/connection';
import { allOf } from '../domain/all-of';
import { parseAlignSite } from '../domain/align-site';
import { ConfigurationError } from '../domain/errors';
import type { AlignPort } from '../domain/ports/align';
import type { JiraSitePort } from '../domain/ports/jira';
import { LAST_POLL } from '../domain/ports/store';
import type { Connection } from '../domain/settings';
import { nowIso, type Dependencies } from './dependencies';
import { findAlignUser } from './find-align-user';
import { retryParked } from './parked';
import { settingEntry } from './setting-entry';
import { viewPauses } from './view-pauses';

/** What the connection's use cases need besides the stores. */
export interface ConnectionDependencies extends Pick<
  Dependencies,
  | 'settings'
  | 'pairs'
  | 'parked'
  | 'pauses'
  | 'queue'
  | 'audit'
  | 'cursors'
  | 'now'
  | 'newId'
  | 'meter'
> {
  jiraSite: JiraSitePort;
  /** Opens Align with credentials that are not saved yet. */
  openAlign: (site: string, auth: AlignAuth) => AlignPort;
}

/**
 * Tries credentials without saving them.
 * @param caller the admin who asks, to warn when the token is that person's own
 * @throws ConfigurationError `ALIGN_HOST_REFUSED`, `ALIGN_TOKEN_SHAPE`, `ALIGN_USER_UNKNOWN`
 */
export async function testConnection(
  deps: ConnectionDependencies,
  input: ConnectionInput,
  caller: { email: string | null },
): Promise<ConnectionTest> {
  const site = parseAlignSite(input.site);
  const align = deps.openAlign(site, input.auth);
  const programs = await align.listPrograms();
  const actingAs = await identify(align, input.auth);
  return {
    site,
    actingAs,
    programs: programs.length,
    warnings: warningsFor(actingAs, programs.length, caller),
  };
}

/** Tests and saves. What waited for a token goes on. */
export async function saveConnection(
  deps: ConnectionDependencies,
  input: ConnectionInput,
  caller: Actor & { email: string | null },
): Promise<ConnectionView> {
  const { site, actingAs } = await testConnection(deps, input, caller);
  const before = await deps.settings.connection();
  await requireSameSite(deps, before, site);
  const [jiraActsAs, jiraSiteUrl] = await allOf([
    deps.jiraSite.actingAccount(),
    deps.jiraSite.siteUrl(),
  ]);
  const connection: Connection = {
    v: 1,
    site,
    authKind: input.auth.kind,
    email: input.auth.kind === 'atlassian' ? input.auth.email : null,
    alignActsAs: actingAs,
    jiraActsAs,
    jiraSiteUrl,
    status: 'connected',
    // What the site takes may hang on the rights of the token's user, so a new connection finds out anew.
    viewInJira: 'unknown',
    testedAt: nowIso(deps),
  };
  await deps.settings.saveAlignAuth(input.auth);
  await deps.settings.saveConnection(connection);
  await recordSetting(
    deps,
    caller,
    'CONNECTED',
    `Connected Jira Align ${site} as ${actingAs.name}.`,
  );
  await retryParked(deps, { code: 'ALIGN_TOKEN_REFUSED' });
  await retryParked(deps, { code: 'NOT_CONNECTED' });
  return viewConnection(deps);
}

/** The ids of the pairs belong to one site: on another, the same numbers are other items. */
async function requireSameSite(
  { pairs }: ConnectionDependencies,
  before: Connection | null,
  site: string,
): Promise<void> {
  if (before === null || before.site === site) return;
  if ((await pairs.list({ limit: 1 })).items.length === 0) return;
  throw new ConfigurationError({
    code: 'ALIGN_SITE_CHANGED',
    message: `The pairs of this app belong to ${before.site}; on ${site} their numbers would be other items.`,
    remedy: `Connect ${before.site} again. For another site, install the app anew.`,
  });
}

/** Forgets the token. Pairs and history stay, and a new connection to the same site goes on with them. */
export async function disconnect(
  deps: ConnectionDependencies,
  caller: Actor,
): Promise<ConnectionView> {
  const before = await deps.settings.connection();
  await deps.settings.removeAlignAuth();
  if (before !== null && before.status !== 'disconnected') {
    await deps.settings.saveConnection({ ...before, status: 'disconnected' });
    await recordSetting(deps, caller, 'DISCONNECTED', `Disconnected Jira Align ${before.site}.`);
  }
  return viewConnection(deps);
}

export async function viewConnection(deps: ConnectionDependencies): Promise<ConnectionView> {
  const connection = await deps.settings.connection();
  const [lastPoll, parked, pauses] = await allOf([
    deps.cursors.get(LAST_POLL),
    deps.parked.list({ limit: 100 }),
    viewPauses(deps),
  ]);
  const lastPollAt = lastPoll?.ranAt ?? null;
  if (connection === null || connection.status === 'disconnected') {
    return {
      status: 'not-connected',
      site: null,
      authKind: null,
      email: null,
      alignActsAs: null,
      jiraActsAs: await deps.jiraSite.actingAccount(),
      viewInJira: 'unknown',
      testedAt: null,
      lastPollAt: null,
      parked: parked.items.length,
      ...pauses,
      problem: null,
    };
  }
  const { site, authKind, email, alignActsAs, jiraActsAs, viewInJira, testedAt, status } =
    connection;
  return {
    status,
    site,
    authKind,
    email,
    alignActsAs,
    jiraActsAs,
    viewInJira,
    testedAt,
    lastPollAt,
    parked: parked.items.length,
    ...pauses,
    problem:
      status === 'connected'
        ? null
        : {
            code: 'ALIGN_TOKEN_REFUSED',
            message: `Jira Align (${site}) no longer accepts the API token. Nothing is lost: changes wait here.`,
            remedy:
              'Create a new API token in Jira Align and enter it below. Everything that waits then goes on.',
          },
  };
}

/**
 * Align has no call that answers "who am I", so the user is looked up by what the credentials name: the uid inside a
 * personal token, or the e-mail address.
 */
async function identify(align: AlignPort, auth: AlignAuth): Promise<AlignUser> {
  const user = await findAlignUser(
    align,
    auth.kind === 'personal' ? { uid: uidIn(auth.token) } : { email: auth.email },
  );
  if (user === null) throw userUnknown(auth);
  return user;
}

function uidIn(token: string): string {
  const uid = /^user:([^|]+)\|.+$/.exec(token.trim())?.[1];
  if (uid === undefined) {
    throw new ConfigurationError({
      code: 'ALIGN_TOKEN_SHAPE',
      message: 'This is not an API token of Jira Align: it has the form user:1234|secret.',
      remedy: 'Copy the whole token from Edit Profile, API Token, in Jira Align.',
    });
  }
  return uid;
}

function userUnknown(auth: AlignAuth): ConfigurationError {
  return new ConfigurationError({
    code: 'ALIGN_USER_UNKNOWN',
    message:
      auth.kind === 'personal'
        ? 'Jira Align accepts the token, but does not show the user it belongs to.'
        : `Jira Align accepts the token, but does not show a user with the address ${auth.email}.`,
    remedy: "Give the token's user a system role that may see users in Jira Align.",
  });
}

function warningsFor(
  user: AlignUser,
  programs: number,
  caller: { email: string | null },
): string[] {
  const warnings: string[] = [];
  if (user.email !== null && user.email.toLowerCase() === caller.email?.toLowerCase()) {
    warnings.push(
      'This token is your own. Jira Align will record every change of the sync under your name; use the token of a service account instead.',
    );
  }
  if (programs === 0) {
    warnings.push(
      `${user.name} sees no program in Jira Align, so nothing can be mapped. Give the user access to the programs.`,
    );
  }
  return warnings;
}

async function recordSetting(
  deps: ConnectionDependencies,
  by: Actor,
  code: string,
  message: string,
): Promise<void> {
  await deps.audit.add(settingEntry(deps, by, { code, message, projectId: '' }));
}
