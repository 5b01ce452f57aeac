/**
 * Guarantee: bad credentials and bad addresses are refused before anything is saved, at the field they stand in and
 * with a remedy. When Jira Align stops accepting the token later, work waits, is shown, and goes on with a new token;
 * nothing is lost.
 */
import type { AlignAuth } from '../../src/contract';
import { SERVICE_ACCOUNT } from '../../sandbox/set-up';
import { ALIGN_SITE } from '../../sandbox/site';
import { ask, refusal } from './support/ask';
import { SERVICE_ACCOUNT_UID, useLab } from './support/lab';
import { ANA, BO, IN_ALIGN } from './support/people';

const lab = useLab();
const connect = (site: string, auth: AlignAuth = SERVICE_ACCOUNT.auth) =>
  refusal(lab.site, 'saveConnection', { site, auth });

describe('saving', () => {
  test('says as whom Jira Align will record changes', async () => {
    expect(await lab.site.admin('testConnection', SERVICE_ACCOUNT)).toEqual({
      site: ALIGN_SITE,
      actingAs: {
        uid: IN_ALIGN.app,
        name: 'Jira Sync (service account)',
        email: 'jira-sync@acme.example',
        role: null,
      },
      programs: expect.any(Number) as number,
      warnings: [],
    });
    const view = await lab.site.admin('getConnection', {});
    expect(view).toMatchObject({ status: 'connected', site: ALIGN_SITE, problem: null });
    expect(JSON.stringify(view)).not.toContain('sandbox-align-token');
  });

  test('takes an Atlassian API token with its e-mail address as well', async () => {
    const auth = {
      kind: 'atlassian',
      email: 'jira-sync@acme.example',
      token: 'sandbox-atlassian-token',
    } as const;
    const view = await lab.site.admin('saveConnection', { site: ALIGN_SITE, auth });
    expect(view).toMatchObject({ status: 'connected', alignActsAs: { uid: IN_ALIGN.app } });
    await lab.site.admin('saveConnection', SERVICE_ACCOUNT);
  });

  test('warns an admin whose own token it is', async () => {
    lab.align.world.people.put({
      id: 1299,
      uid: '1299',
      firstName: 'Ada',
      lastName: 'Okafor',
      email: 'ada.okafor@acme.example',
      role: 'Admin',
    });
    lab.align.world.tokens.replace('1299', 'adas-own-token');
    const auth = { kind: 'personal', token: 'user:1299|adas-own-token' } as const;
    const { warnings } = await lab.site.admin('testConnection', { site: ALIGN_SITE, auth });
    expect(warnings.join()).toMatch(/This token is your own.*service account/);
  });

  test.each<[string, AlignAuth]>([
    ['wrong', { kind: 'personal', token: 'user:2001|not-the-token' }],
    ['of nobody', { kind: 'personal', token: 'user:9999|sandbox-align-token' }],
    ['not of the documented form', { kind: 'personal', token: 'sandbox-align-token' }],
    [
      'wrong for the address',
      { kind: 'atlassian', email: 'jira-sync@acme.example', token: 'sandbox-align-token' },
    ],
  ])('refuses a token that is %s, at its field, and keeps what was saved', async (_, auth) => {
    const error = await connect(ALIGN_SITE, auth);
    expect(error).toMatchObject({ code: 'ALIGN_TOKEN_REFUSED', field: 'auth.token' });
    expect(error.message).not.toContain(auth.token);
    expect(error.remedy).not.toBe('');
    expect(await lab.site.admin('getConnection', {})).toMatchObject({ status: 'connected' });
  });

  test('refuses an expired token', async () => {
    lab.align.world.tokens.replace('1201', 'will-expire');
    lab.align.world.tokens.expire('1201');
    const error = await connect(ALIGN_SITE, { kind: 'personal', token: 'user:1201|will-expire' });
    expect(error).toMatchObject({ code: 'ALIGN_TOKEN_REFUSED', field: 'auth.token' });
  });

  test.each([
    ['another host', 'evil.example'],
    ['a host that only ends alike', 'evil-jiraalign.com'],
    ['a host below another', 'acme.jiraalign.com.evil.example'],
    ['the bare domain', 'jiraalign.com'],
    ['http', 'http://acme.jiraalign.com'],
    ['a user name', 'https://someone@acme.jiraalign.com'],
    ['a user name that looks like the host', 'https://acme.jiraalign.com@evil.example'],
    ['a password', 'https://someone:secret@acme.jiraalign.com'],
    ['a port', 'acme.jiraalign.com:8443'],
    ['even the port of https', 'https://acme.jiraalign.com:443'],
    ['a fragment', 'https://acme.jiraalign.com/#evil.example'],
    ['a backslash', 'https://acme.jiraalign.com\\@evil.example'],
    ['an IPv4 address', '127.0.0.1'],
    ['an IPv4 address as one number', 'https://2130706433'],
    ['an IPv6 address', 'https://[::1]'],
    ['localhost', 'localhost'],
    ['the metadata service of a cloud', 'http://169.254.169.254/latest/meta-data'],
    ['no host at all', 'https://'],
    ['another scheme', 'file:///etc/passwd'],
  ])('refuses %s (%s) without a single request', async (_, site) => {
    lab.forgetRequests();
    const error = await connect(site);
    expect(error).toMatchObject({ code: 'ALIGN_HOST_REFUSED', field: 'site' });
    expect(error.remedy).toContain('acme.jiraalign.com');
    expect(lab.site.host.usage().egress.requests).toBe(0);
    expect(await lab.site.admin('getConnection', {})).toMatchObject({ site: ALIGN_SITE });
  });

  test.each([
    'https://acme.jiraalign.com/',
    'ACME.jiraalign.com',
    ' acme.jiraalign.com/FeatureGrid',
  ])('takes "%s", as the address bar shows it', async (site) => {
    const view = await lab.site.admin('saveConnection', { ...SERVICE_ACCOUNT, site });
    expect(view.site).toBe(ALIGN_SITE);
  });

  test('says that a site that does not exist does not answer', async () => {
    const error = await connect('no-such-site.jiraalign.com');
    expect(error).toMatchObject({ code: 'ALIGN_UNAVAILABLE' });
    expect(error.message).toContain('no-such-site.jiraalign.com');
  });

  test.each([
    ['a page of HTML', { status: 200, body: '<html><body>Log in</body></html>' }],
    ['a redirect', { status: 302, headers: { Location: 'https://evil.example/' } }],
    ['JSON of something else', { status: 200, body: '{"hello":"world"}' }],
  ])('refuses a site that answers with %s, at its field', async (_, fault) => {
    lab.forgetRequests();
    lab.align.faults.next({}, { headers: { 'Content-Type': 'text/html' }, ...fault });
    const error = await connect(ALIGN_SITE);
    expect(error).toMatchObject({ code: 'ALIGN_NOT_ALIGN', field: 'site' });
    expect(error.message).not.toContain('<');
    expect(lab.align.requests).toHaveLength(1);
  });

  test.each([
    [503, 'ALIGN_UNAVAILABLE'],
    [429, 'RATE_LIMITED'],
    [403, 'ALIGN_FORBIDDEN'],
  ])('says what a %i means', async (status, code) => {
    lab.align.faults.next({}, { status, headers: { 'Retry-After': '7' } });
    const error = await connect(ALIGN_SITE);
    expect(error).toMatchObject({ code });
    if (status !== 429) return;
    expect(error.retryAfterMs).toBe(7_000);
    // Until then nobody asks the site again, and then it is asked as before.
    lab.forgetRequests();
    expect(await connect(ALIGN_SITE)).toMatchObject({ code });
    expect(lab.align.requests).toEqual([]);
    lab.passTime(8_000);
  });

  test('takes no empty, overlong or unknown input', async () => {
    const bad: unknown[] = [
      {},
      { site: '', auth: SERVICE_ACCOUNT.auth },
      { site: 'x'.repeat(400), auth: SERVICE_ACCOUNT.auth },
      { site: ALIGN_SITE, auth: { kind: 'none' } },
      { site: ALIGN_SITE, auth: { kind: 'personal', token: 5 } },
      'text',
      null,
    ];
    for (const input of bad) {
      const error = await refusal(lab.site, 'saveConnection', input as never);
      expect(error.code).toBe('INVALID_INPUT');
    }
  });
});

describe('a token that is refused later', () => {
  const newToken = async () => {
    lab.align.world.tokens.replace(SERVICE_ACCOUNT_UID, 'sandbox-align-token');
    await lab.site.admin('saveConnection', SERVICE_ACCOUNT);
    await lab.settle();
  };
  afterEach(newToken);

  test('stops the work, which waits and is shown, and goes on with a new token: nothing is lost', async () => {
    const project = await lab.newProject();
    const create = (summary: string) =>
      lab.jira.world.create(BO, { project: project.key, type: 'Story', summary });
    const known = create('Known before');
    const deleted = create('Deleted meanwhile');
    await lab.settle();
    const knownItem = await lab.item(known.key);
    const deletedItem = await lab.item(deleted.key);

    lab.align.world.tokens.expire(SERVICE_ACCOUNT_UID);
    lab.jira.world.edit(BO, known.key, { summary: 'Edited meanwhile' });
    await lab.settle();
    const view = await lab.site.admin('getConnection', {});
    expect(view).toMatchObject({
      status: 'token-refused',
      problem: { code: 'ALIGN_TOKEN_REFUSED' },
    });
    expect(view.problem?.remedy).toMatch(/new API token/);

    lab.forgetRequests();
    const fresh = create('Created meanwhile');
    lab.jira.world.delete(ANA, deleted.key);
    lab.jira.world.edit(BO, known.key, { points: 5 });
    lab.align.world.edit('story', knownItem.id, { tags: 'meanwhile' }, IN_ALIGN.ana);
    await lab.poll();
    // A token that is known to be refused is not tried again and again.
    expect(lab.align.requests).toEqual([]);
    const waiting = await lab.parked();
    expect(waiting.map(({ issueId }) => issueId).sort()).toEqual(
      [known.id, deleted.id, fresh.id].sort(),
    );
    for (const { problem } of waiting) expect(problem.code).toBe('ALIGN_TOKEN_REFUSED');
    expect(await lab.link(known.key)).toMatchObject({
      status: 'parked',
      problem: { code: 'ALIGN_TOKEN_REFUSED' },
    });

    await newToken();
    await lab.poll();
    expect(await lab.site.admin('getConnection', {})).toMatchObject({
      status: 'connected',
      problem: null,
      parked: 0,
    });
    expect(lab.align.world.item('story', knownItem.id)?.fields).toMatchObject({
      title: 'Edited meanwhile',
      effortPoints: 5,
    });
    expect(lab.jira.world.view(known.key).labels).toEqual(['meanwhile']);
    expect((await lab.item(fresh.key)).fields.title).toBe('Created meanwhile');
    expect(lab.align.world.item('story', deletedItem.id)?.fields.links).toEqual([]);
    expect(await lab.link(deleted.key)).toMatchObject({ status: 'unlinked' });
    expect(await lab.parked()).toEqual([]);
  });

  test('is noticed by a poll as well', async () => {
    await lab.newProject();
    lab.align.world.tokens.expire(SERVICE_ACCOUNT_UID);
    await lab.poll();
    expect(await lab.site.admin('getConnection', {})).toMatchObject({ status: 'token-refused' });
    lab.forgetRequests();
    await lab.poll();
    await lab.upkeep();
    expect(lab.align.requests).toEqual([]);
  });

  test('is told once in the history of each pair, not at every event', async () => {
    const project = await lab.newProject();
    const { key, id } = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Story',
      summary: 'Edited often',
    });
    await lab.settle();
    lab.align.world.tokens.expire(SERVICE_ACCOUNT_UID);
    for (const points of [1, 2, 3]) {
      lab.jira.world.edit(BO, key, { points });
      await lab.settle();
    }
    const parked = (await lab.history({ issueId: id })).filter((e) => e.outcome === 'parked');
    expect(parked).toHaveLength(1);
    expect(parked[0]).toMatchObject({ code: 'ALIGN_TOKEN_REFUSED', person: { id: BO } });
    expect(parked[0]?.remedy).toMatch(/API token/);
  });
});

describe('disconnecting', () => {
  test('forgets the token, keeps pairs and history, and goes on with them after a new connection', async () => {
    const project = await lab.newProject();
    const { key, id } = lab.jira.world.create(BO, {
      project: project.key,
      type: 'Story',
      summary: 'Stays paired',
    });
    await lab.settle();
    const item = await lab.item(key);
    await lab.site.admin('disconnect', {});
    expect(JSON.stringify(lab.site.host.kvs.dump())).not.toContain('sandbox-align-token');
    lab.jira.world.edit(BO, key, { summary: 'Edited while disconnected' });
    await lab.settle();
    expect(lab.align.world.item('story', item.id)?.fields.title).toBe('Stays paired');
    expect((await lab.parked()).map(({ problem }) => problem.code)).toEqual(['NOT_CONNECTED']);
    const error = await ask(lab.site, 'getMapping', { projectId: project.id });
    expect(error).toMatchObject({ ok: false, error: { code: 'NOT_CONNECTED' } });

    await lab.site.admin('saveConnection', SERVICE_ACCOUNT);
    await lab.settle();
    expect(lab.align.world.item('story', item.id)?.fields.title).toBe('Edited while disconnected');
    expect(await lab.parked()).toEqual([]);
    const codes = (await lab.history()).map(({ code }) => code);
    expect(codes).toContain('DISCONNECTED');
    expect((await lab.history({ issueId: id })).length).toBeGreaterThan(1);
  });
});
