/**
 * Guarantee: a pair has a web link in Jira that shows type, number, icon and whether the item is finished, and a
 * "View in Jira" link in Jira Align. A link that is gone comes back alone, without a write to any field.
 */
import { ALIGN_SITE } from '../../sandbox/site';
import { updatedEvent } from './support/issue-event';
import { useLab } from './support/lab';
import { BO, IN_ALIGN } from './support/people';
import type { Project } from './support/project';

const lab = useLab();

async function newIssue(project: Project, type = 'Story'): Promise<{ key: string; id: string }> {
  const { key, id } = lab.jira.world.create(BO, { project: project.key, type, summary: 'Linked' });
  await lab.settle();
  return { key, id };
}

const globalId = (type: string, id: number) => `system=${ALIGN_SITE}&type=${type}&id=${id}`;

test.each([
  ['Epic', 'feature', 'Feature', 'RequestGrid', 'FeatureID'],
  ['Story', 'story', 'Story', 'StoryGrid', 'StoryID'],
  ['Bug', 'defect', 'Defect', 'DefectGrid', 'DefectID'],
])('a %s has one web link to its %s', async (type, alignType, name, grid, parameter) => {
  const project = await lab.newProject();
  const { key } = await newIssue(project, type);
  const { id } = await lab.item(key);
  expect(lab.jira.world.links(key)).toEqual([
    {
      id: expect.any(Number) as number,
      globalId: globalId(alignType, id),
      application: { type: 'com.jiraalign', name: 'Jira Align' },
      relationship: 'is planned in',
      object: {
        url: `https://${ALIGN_SITE}/${grid}?FirstTime=True&${parameter}=${id}`,
        title: `${name} ${id}`,
        icon: { url16x16: `https://${ALIGN_SITE}/favicon.ico`, title: 'Jira Align' },
        status: { resolved: false, icon: {} },
      },
    },
  ]);
  expect(await lab.link(key)).toMatchObject({ webLink: 'present' });
});

test('the link is struck through while the item is finished, whichever side finishes it', async () => {
  const project = await lab.newProject();
  const { key } = await newIssue(project);
  const { id } = await lab.item(key);
  const resolved = () => lab.jira.world.links(key).map((link) => link.object.status?.resolved);
  lab.jira.world.transition(BO, key, 'In Progress');
  lab.jira.world.transition(BO, key, 'Done');
  await lab.settle();
  expect(resolved()).toEqual([true]);
  lab.align.world.edit('story', id, { state: 2 }, IN_ALIGN.ana);
  await lab.poll();
  expect(resolved()).toEqual([false]);
  lab.align.world.edit('story', id, { state: 5 }, IN_ALIGN.ana);
  await lab.poll();
  expect(resolved()).toEqual([true]);
});

test('the item leads back to the issue', async () => {
  const project = await lab.newProject();
  const { key } = await newIssue(project);
  const { fields } = await lab.item(key);
  expect(fields.links).toMatchObject([
    { name: 'View in Jira', link: `${lab.jira.url}/browse/${key}` },
  ]);
  await lab.site.admin('resync', { issueId: lab.jira.world.view(key).id });
  await lab.settle();
  expect(await lab.link(key)).toMatchObject({ viewInJira: 'present' });
});

test('a type without links in Jira Align is shown as such, and nothing is tried', async () => {
  const project = await lab.newProject();
  const { key } = await newIssue(project, 'Bug');
  expect(await lab.link(key)).toMatchObject({ viewInJira: 'not-supported' });
  const { fields } = await lab.item(key);
  expect(fields).not.toHaveProperty('links');
});

test('a web link that a person deleted comes back alone, told by its event', async () => {
  const project = await lab.newProject();
  const { key, id } = await newIssue(project);
  const item = await lab.item(key);
  lab.forgetRequests();
  lab.jira.world.deleteLink(BO, key, globalId('story', item.id));
  await lab.settle();
  expect(lab.jira.world.links(key)).toHaveLength(1);
  expect(lab.writes()).toEqual([`POST /rest/api/3/issue/${id}/remotelink`]);
  const [last] = (await lab.history({ issueId: id })).slice(-1);
  expect(last).toMatchObject({ outcome: 'link-repaired', direction: 'to-jira', changes: [] });
});

test('a web link whose deletion nobody told comes back alone with the upkeep', async () => {
  lab.jira.world.quirks.remoteLinkEvents = false;
  const project = await lab.newProject();
  const { key, id } = await newIssue(project);
  const item = await lab.item(key);
  lab.jira.world.deleteLink(BO, key, globalId('story', item.id));
  await lab.settle();
  expect(lab.jira.world.links(key)).toEqual([]);
  lab.forgetRequests();
  await lab.upkeep();
  lab.jira.world.quirks.remoteLinkEvents = true;
  expect(lab.jira.world.links(key)).toHaveLength(1);
  expect(lab.writes()).toEqual([`POST /rest/api/3/issue/${id}/remotelink`]);
});

test("another person's web link is left alone", async () => {
  const project = await lab.newProject();
  const { key } = await newIssue(project);
  lab.jira.world.putLink(BO, key, {
    globalId: 'wiki',
    object: { url: 'https://acme.example/wiki', title: 'Wiki' },
  });
  await lab.settle();
  lab.jira.world.deleteLink(BO, key, 'wiki');
  await lab.settle();
  expect(lab.jira.world.links(key).map((link) => link.object.title)).toEqual([
    `Story ${(await lab.item(key)).id}`,
  ]);
});

test('a "View in Jira" that a person deleted comes back alone', async () => {
  const project = await lab.newProject();
  const { key, id } = await newIssue(project);
  const item = await lab.item(key);
  await lab.site.admin('resync', { issueId: id });
  await lab.settle();
  lab.align.world.edit('story', item.id, { links: [] }, IN_ALIGN.ana);
  lab.forgetRequests();
  await lab.site.admin('resync', { issueId: id });
  await lab.settle();
  expect((await lab.item(key)).fields.links).toMatchObject([{ name: 'View in Jira' }]);
  expect(lab.writes()).toEqual([`PATCH /rest/align/api/2/Stories/${item.id}`]);
  const patch = lab.align.requests.find(({ method }) => method === 'PATCH');
  expect(patch?.body).toMatchObject([{ path: '/links' }]);
});

test("a person's own link on the item stays beside it", async () => {
  const project = await lab.newProject();
  const { key, id } = await newIssue(project);
  const item = await lab.item(key);
  const own = { name: 'Design', link: 'https://acme.example/design' };
  lab.align.world.edit('story', item.id, { links: [own] }, IN_ALIGN.ana);
  await lab.site.admin('resync', { issueId: id });
  await lab.settle();
  expect((await lab.item(key)).fields.links).toMatchObject([own, { name: 'View in Jira' }]);
});

test('an ordinary edit does not ask Jira for the link', async () => {
  const project = await lab.newProject();
  const { key, id } = await newIssue(project);
  lab.forgetRequests();
  lab.jira.world.edit(BO, key, { summary: 'Edited' });
  await lab.settle();
  expect(lab.jira.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `GET /rest/api/3/issue/${id}`,
  ]);
});

test('an issue that is moved to another key is led to by its new key', async () => {
  const project = await lab.newProject();
  const { key, id } = await newIssue(project);
  const kept = lab.jira.world.state.issues.find((issue) => issue.id === id);
  if (kept === undefined) throw new Error('no issue');
  kept.key = `${project.key}-777`;
  const { name, payload } = updatedEvent(
    { id, key: kept.key, updated: kept.updated + 1 },
    { projectId: project.id, by: BO, fields: ['Key'] },
  );
  await lab.site.host.productEvent(name, payload);
  await lab.settle();
  expect(await lab.link(key)).toBeUndefined();
  const { fields } = await lab.item(kept.key);
  const links = fields.links as { link: string }[];
  expect(links.map(({ link }) => link)).toContain(`${lab.jira.url}/browse/${kept.key}`);
});
