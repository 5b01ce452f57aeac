/**
 * Guarantee: an admin is told which custom fields both sides have and what they hold, with few requests; what is
 * paired of them and saved is kept in step; and what a site does not tell is said, never an error.
 */
import { customField } from '../../sandbox/jira/world/fields/custom-field';
import type { JsonObject } from '../../sandbox/align/json';
import { pairingKind } from '../../src/contract';
import { SERVICE_ACCOUNT_UID, useLab } from './support/lab';
import { BO, IN_ALIGN } from './support/people';
import type { Project } from './support/project';

const lab = useLab();
const REGULATED = 'customfield_31002';

beforeAll(() => {
  lab.jira.world.addField(customField(31001, 'Notes', 'paragraph'));
  lab.jira.world.addField(customField(31002, 'Regulated', 'select', ['Ja', 'Nein']));
});

const ofTypes = (project: Project, ...alignTypes: ('epic' | 'capability' | 'story')[]) => ({
  projectId: project.id,
  issueTypeIds: project.mapping.types.map(({ issueTypeId }) => issueTypeId),
  alignTypes,
});
const listed = (project: Project, ...types: ('epic' | 'capability' | 'story')[]) =>
  lab.site.admin('listCustomFields', ofTypes(project, ...types));

function newItems({ programId }: Project): void {
  const fields = { title: 'There before', description: 'x', state: 1 };
  lab.align.world.create('story', { ...fields, programId }, IN_ALIGN.kai);
  const epic = { ...fields, type: 1, primaryProgramId: programId };
  lab.align.world.create('epic', epic, IN_ALIGN.kai);
}

test('the fields of both sides are listed with what they can hold, each once', async () => {
  const project = await lab.newProject();
  newItems(project);
  lab.forgetRequests();
  const { alignFields, unlisted, jiraOptions } = await listed(project, 'epic', 'story');
  expect(lab.align.requests).toHaveLength(4);
  expect(unlisted).toEqual([]);
  expect(alignFields.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
    'Approver: user',
    'Business sponsor: text',
    'Channels: choices',
    'Confidence: number',
    'Cost centre: text',
    'Jira address: text',
    'Regulatory: choice',
    'Review date: date',
  ]);
  expect(alignFields.find(({ name }) => name === 'Regulatory')).toMatchObject({
    alignTypes: ['epic', 'story'],
    options: ['Yes', 'No'],
  });
  expect(jiraOptions[REGULATED]).toEqual(['Ja', 'Nein']);
  const { jiraFields } = await lab.site.admin('getMapping', { projectId: project.id });
  expect(jiraFields).toContainEqual({ id: 'customfield_31001', name: 'Notes', kind: 'paragraph' });
});

test('a pairing made of what is listed is saved, and kept in step both ways', async () => {
  const project = await lab.newProject(({ types }) => ({
    types: types.map((type) =>
      type.issueTypeName === 'Epic' ? { ...type, alignType: 'epic' as const } : type,
    ),
  }));
  newItems(project);
  const { jiraFields } = await lab.site.admin('getMapping', { projectId: project.id });
  const jira = jiraFields.find(({ id }) => id === REGULATED);
  const { alignFields } = await listed(project, 'epic');
  const align = alignFields.find(({ name }) => name === 'Regulatory');
  const kind = jira && align ? pairingKind(jira.kind, align.kind) : null;
  if (!jira || !align || kind === null) throw new Error('The two are not offered.');
  await project.save({
    customFields: [
      {
        name: jira.name,
        jiraField: jira.id,
        alignField: align.id,
        kind,
        direction: 'both',
        policy: 'newest',
        values: [{ jira: 'Ja', align: align.options[0] ?? '' }],
        alignTypes: align.alignTypes,
      },
    ],
  });
  const { key } = lab.jira.world.create(BO, {
    project: project.key,
    type: 'Epic',
    summary: 'Before',
    fields: { [REGULATED]: { value: 'Ja' } },
  });
  await lab.settle();
  const { id, fields } = await lab.item(key);
  const held = fields.customFields as JsonObject[];
  expect(held).toContainEqual({ [align.id]: [expect.objectContaining({ value: 'Yes' })] });

  const customFields = held.map((one) => (align.id in one ? { [align.id]: null } : one));
  lab.align.world.edit('epic', id, { customFields }, IN_ALIGN.ana);
  await lab.poll();
  expect(lab.jira.world.issue(key).values[REGULATED] ?? null).toBeNull();
});

test('a type without an item is named, and the others are listed all the same', async () => {
  const project = await lab.newProject();
  newItems(project);
  const { alignFields, unlisted } = await listed(project, 'capability', 'story');
  expect(unlisted).toEqual([{ alignType: 'capability', why: 'no-item' }]);
  expect(alignFields).toHaveLength(8);
});

test.each([
  [403, 'not-allowed'],
  [404, 'not-offered'],
] as const)('a site that answers %d is said to do so', async (status, why) => {
  const project = await lab.newProject();
  newItems(project);
  lab.align.faults.next({ path: /editmeta$/ }, { status });
  expect((await listed(project, 'story')).unlisted).toEqual([{ alignType: 'story', why }]);
});

test('a token that is refused is an error with its remedy', async () => {
  const project = await lab.newProject();
  lab.align.world.tokens.expire(SERVICE_ACCOUNT_UID);
  await expect(listed(project, 'story')).rejects.toThrow(/did not accept the API token/);
});
