/**
 * Guarantee: the server decides who may do what, for each call anew. The admin page's calls are for Jira admins; a
 * project's for its admins, about that project; an issue's for those who may see it, about that issue. What a payload
 * claims about the place counts for nothing.
 */
import { adminContract, issueContract, projectContract, type Call } from '../../src/contract';
import { SERVICE_ACCOUNT } from '../../sandbox/set-up';
import { ask, refusal, type Place } from './support/ask';
import { useLab } from './support/lab';
import { ADA, ANA, BO } from './support/people';
import type { Project } from './support/project';

const lab = useLab();

const projectPage = (project: { id: string; key: string }, accountId: string): Place => ({
  accountId,
  module: 'project-settings',
  extension: { project: { id: project.id, key: project.key } },
});
const issuePanel = (
  issue: { id: string; key: string },
  project: { id: string },
  accountId: string,
): Place => ({
  accountId,
  module: 'issue-panel',
  extension: {
    project: { id: project.id },
    issue: { id: issue.id, key: issue.key, typeId: '10001' },
  },
});

async function newStory(project: Project, summary = 'A story') {
  const issue = lab.jira.world.create(BO, { project: project.key, type: 'Story', summary });
  await lab.settle();
  return issue;
}

const names = <T extends object>(contract: T) => Object.keys(contract) as (keyof T & Call)[];

describe.each(names(adminContract))('the admin call %s', (call) => {
  const inputs = [{}, SERVICE_ACCOUNT, { projectId: '10001' }, { ids: [] }, { issueId: '1' }];

  test.each([
    ['a project admin', ANA],
    ['a member', BO],
    ['somebody who is not in Jira', '712020:nobody'],
    ['nobody', null],
  ])('is FORBIDDEN to %s, whatever the input, and does nothing', async (_, accountId) => {
    const before = JSON.stringify(lab.site.host.kvs.dump());
    lab.forgetRequests();
    for (const input of inputs) {
      const error = await refusal(lab.site, call, input as never, { accountId });
      expect(error.code).toBe('FORBIDDEN');
      expect(error.remedy).not.toBe('');
    }
    expect(JSON.stringify(lab.site.host.kvs.dump())).toBe(before);
    expect(lab.align.requests).toEqual([]);
    expect(lab.writes()).toEqual([]);
  });

  test('is FORBIDDEN even to a Jira admin from another place than the admin page', async () => {
    const extension = { type: 'jira:issueContext', issue: { id: '1' }, project: { id: '10001' } };
    const error = await refusal(lab.site, call, {} as never, { accountId: ADA, extension });
    expect(error.code).toBe('FORBIDDEN');
  });

  test('does not exist on the other pages', async () => {
    for (const module of ['project-settings', 'issue-panel'] as const) {
      const project = { id: '10001', key: 'PAY' };
      await expect(
        ask(lab.site, call, {} as never, { ...projectPage(project, ADA), module }),
      ).rejects.toThrow();
    }
  });
});

test('a person who is no longer a Jira admin is refused from the next call on', async () => {
  lab.jira.world.permissions.grantGlobal('ADMINISTER', BO);
  expect(await ask(lab.site, 'getConnection', {}, { accountId: BO })).toMatchObject({ ok: true });
  lab.jira.world.permissions.revokeGlobal('ADMINISTER', BO);
  expect(await refusal(lab.site, 'getConnection', {}, { accountId: BO })).toMatchObject({
    code: 'FORBIDDEN',
  });
});

describe.each(names(projectContract))('the project call %s', (call) => {
  const input = { issueId: '1' } as never;

  test("is FORBIDDEN to a member, to another project's admin, and without a project", async () => {
    const project = await lab.newProject();
    lab.jira.world.permissions.grant('MOB', 'ADMINISTER_PROJECTS', BO);
    for (const place of [
      projectPage(project, BO),
      projectPage({ id: '10002', key: 'MOB' }, ANA),
      projectPage({ id: '99999', key: 'NONE' }, ANA),
      { accountId: ANA, module: 'project-settings' as const },
    ]) {
      expect(await refusal(lab.site, call, input, place)).toMatchObject({ code: 'FORBIDDEN' });
    }
    lab.jira.world.permissions.revoke('MOB', 'ADMINISTER_PROJECTS', BO);
  });
});

describe('the project page', () => {
  test('shows the project of the page only, whatever project the payload names', async () => {
    const other = await lab.newProject();
    const foreign = await newStory(other, 'Of the other project');
    const project = await lab.newProject();
    const own = await newStory(project, 'Of this project');
    const page = projectPage(project, ANA);
    const payload = { projectId: other.id, issueId: foreign.id } as never;
    const links = await ask(lab.site, 'listProjectLinks', payload, page);
    const history = await ask(lab.site, 'listProjectHistory', payload, page);
    const summary = await ask(lab.site, 'getProjectSummary', payload, page);
    expect(links).toMatchObject({ ok: true, data: { items: [{ issueKey: own.key }] } });
    expect(summary).toMatchObject({
      data: { connected: true, mapping: { projectId: project.id } },
    });
    expect(JSON.stringify([links, history, summary])).not.toContain(foreign.key);
    expect(JSON.stringify([links, history, summary])).not.toContain('Of the other project');
  });

  test('syncs an issue of its own, and gives one answer for a foreign issue and for none', async () => {
    const other = await lab.newProject();
    const foreign = await newStory(other);
    const project = await lab.newProject();
    const own = await newStory(project);
    const page = projectPage(project, ANA);
    expect(await ask(lab.site, 'resyncProjectIssue', { issueId: own.id }, page)).toEqual({
      ok: true,
      data: { queued: 1 },
    });
    await lab.settle();
    lab.forgetRequests();
    const errors = [];
    for (const issueId of [foreign.id, '999999999']) {
      errors.push(await refusal(lab.site, 'resyncProjectIssue', { issueId }, page));
    }
    expect(errors[0]).toEqual(errors[1]);
    expect(errors[0]).toMatchObject({ code: 'NOT_FOUND' });
    expect(lab.site.host.usage().queue.pushed).toBe(0);
  });
});

describe.each(names(issueContract))('the issue call %s', (call) => {
  test('is FORBIDDEN to those who may not see the issue, and without an issue', async () => {
    const project = await lab.newProject();
    const issue = await newStory(project);
    lab.jira.world.permissions.revoke(project.key, 'BROWSE_PROJECTS', BO);
    for (const place of [
      issuePanel(issue, project, BO),
      issuePanel({ id: '999999999', key: 'X-1' }, project, ANA),
      { accountId: ANA, module: 'issue-panel' as const },
      { accountId: ANA, module: 'issue-panel' as const, extension: { issue: { id: issue.id } } },
    ]) {
      expect(await refusal(lab.site, call, {} as never, place)).toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    expect(lab.site.host.queue.pending()).toEqual([]);
  });
});

describe('the issue panel', () => {
  test('is about the issue of the panel: a foreign issue id in the payload is ignored', async () => {
    const other = await lab.newProject();
    const foreign = await newStory(other, 'A secret story');
    const project = await lab.newProject();
    const own = await newStory(project, 'The story of the panel');
    lab.jira.world.permissions.revoke(other.key, 'BROWSE_PROJECTS', BO);
    const panel = issuePanel(own, project, BO);
    const payload = { issueId: foreign.id, projectId: other.id, issueKey: foreign.key } as never;

    const twin = await ask(lab.site, 'getTwin', payload, panel);
    expect(twin).toMatchObject({ data: { status: 'paired', link: { issueKey: own.key } } });
    const history = await ask(lab.site, 'listIssueHistory', payload, panel);
    expect(history).toMatchObject({ data: { items: [{ issueKey: own.key }] } });
    expect(JSON.stringify([twin, history])).not.toContain('A secret story');

    lab.forgetRequests();
    expect(await ask(lab.site, 'resyncIssue', payload, panel)).toMatchObject({
      data: { queued: 1 },
    });
    await lab.settle();
    const paths = lab.jira.requests.map(({ path }) => path);
    expect(paths).toContain(`/rest/api/3/issue/${own.id}`);
    expect(paths.join()).not.toContain(foreign.id);
  });

  test('a resync names the author of the change that it finds, not whoever asked for it', async () => {
    const project = await lab.newProject();
    const own = await newStory(project);
    lab.jira.world.edit({ accountId: ANA, viaApp: true }, own.key, { summary: 'Nobody told' });
    await ask(lab.site, 'resyncIssue', {}, issuePanel(own, project, BO));
    await lab.settle();
    const [last] = (await lab.history({ issueId: own.id })).slice(-1);
    expect(last).toMatchObject({ hint: { source: 'manual' }, person: { name: 'Ana Silva' } });
  });
});
