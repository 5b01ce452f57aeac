/**
 * Guarantee: without `allowImpersonation` in the manifest nobody can be impersonated.
 */
import type { HostLog } from '../../sandbox/host/host-log';
import { requestJira } from '../../sandbox/host/proxy/product';
import type { InvocationSeed } from '../../sandbox/host/runner/messages';

test('asUser(id) is refused when no scope allows impersonation, and the refusal is told', async () => {
  const told: string[] = [];
  const log = { loud: (text: string) => told.push(text) } as unknown as HostLog;
  const scopes = new Map([['read:jira-work', false]]);
  const answer = await requestJira(
    { jiraUrl: 'http://127.0.0.1:1', scopes, log },
    new Request('http://127.0.0.1:1/proxy'),
    { type: 'fpp', provider: 'user', remote: 'jira', accountId: 'somebody' },
    '/rest/api/3/myself',
    {} as InvocationSeed,
  );
  expect(answer.status).toBe(403);
  expect(answer.headers.get('forge-proxy-error')).toBe('IMPERSONATION_NOT_ALLOWED');
  expect(told.join()).toContain('allowImpersonation');
});
