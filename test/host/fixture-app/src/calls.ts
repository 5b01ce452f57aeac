import http from 'node:http';
import api, {
  asApp,
  assumeTrustedRoute,
  asUser,
  authorize,
  fetch as forgeFetch,
  getAppContext,
  permissions,
  requestJira,
} from '@forge/api';
import { attempt } from './attempt';

const who = { app: asApp, user: asUser };

/** Calls Jira through @forge/api, in every way an app can. */
export const jira = (p: {
  as: 'app' | 'user' | 'none';
  accountId?: string;
  path: string;
  method?: string;
  body?: unknown;
}) =>
  attempt(async () => {
    const init = p.body
      ? { method: p.method, headers: { 'x-app': 'fixture' }, body: JSON.stringify(p.body) }
      : { method: p.method ?? 'GET' };
    const route = assumeTrustedRoute(p.path);
    const response =
      p.as === 'none'
        ? await requestJira(route, init)
        : await who[p.as](p.accountId as string).requestJira(route, init);
    const text = await response.text();
    return { status: response.status, type: response.headers.get('content-type'), text };
  });

/** Fetches an external address, through the global or through @forge/api. */
export const egress = (p: { url: string; via: 'global' | 'api'; init?: RequestInit }) =>
  attempt(async () => {
    const response = await (p.via === 'api' ? forgeFetch : fetch)(p.url, p.init as never);
    const { status, url } = response as Response;
    const headers = Object.fromEntries((response as Response).headers);
    return { status, url, headers, text: await response.text() };
  });

/** Opens a socket past fetch. */
export const rawSocket = (p: { port: number }) =>
  attempt(
    () =>
      new Promise((resolve, reject) => {
        http
          .get({ host: '127.0.0.1', port: p.port }, (r) => resolve(r.statusCode))
          .on('error', reject);
      }),
  );

/** What the app knows about itself. */
export const about = () => ({
  context: JSON.parse(JSON.stringify(getAppContext())) as unknown,
  remainingMs: getAppContext().invocationRemainingTimeInMillis(),
  mayFetchAlign: permissions.canFetchFrom('backend', 'https://acme.jiraalign.com/rest'),
  mayFetchOther: permissions.canFetchFrom('backend', 'https://evil.example'),
  hasScope: permissions.hasScope('read:jira-work'),
  env: Object.keys(process.env).sort(),
  heapMB: Number(/max-old-space-size=(\d+)/.exec(process.execArgv.join(' '))?.[1]),
});

export const unknownCall = () =>
  attempt(async () => {
    const response = await asApp().requestConfluence(assumeTrustedRoute('/wiki/x'));
    return { status: response.status, text: await response.text() };
  });
export const invokeRemote = () =>
  attempt(async () => (await api.invokeRemote('somewhere', { path: '/x' })).status);
export const canEdit = () => attempt(() => authorize().onJiraIssue('10001').canEdit?.());
