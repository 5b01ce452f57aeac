/**
 * Guarantee: what a mapping pairs of custom fields is kept in step both ways in Jira Align's own form of them, with
 * the issue's creation and after it, and what one side does not take concerns that field alone.
 */
import type { CustomFieldMapping } from '../../src/contract';
import { customField } from '../../sandbox/jira/world/fields/custom-field';
import type { JsonObject } from '../../sandbox/align/json';
import { useLab } from './support/lab';
import { BO, IN_ALIGN } from './support/people';

const lab = useLab();
const SPONSOR = 'customfield_31001';
const REGULATORY = 'customfield_31002';

beforeAll(() => {
  lab.jira.world.addField(customField(31001, 'Sponsor', 'text'));
  lab.jira.world.addField(customField(31002, 'Regulated', 'select', ['Ja', 'Nein', 'No']));
});

const pairing = (changes: Partial<CustomFieldMapping>): CustomFieldMapping => ({
  name: 'Business sponsor',
  jiraField: SPONSOR,
  alignField: 'customfield_90776',
  kind: 'text',
  direction: 'both',
  policy: 'newest',
  values: [],
  alignTypes: [],
  ...changes,
});
const REGULATED = pairing({
  name: 'Regulated',
  jiraField: REGULATORY,
  alignField: 'customfield_90778',
  kind: 'choice',
  values: [{ jira: 'Ja', align: 'Yes' }],
});

async function newEpic(fields: JsonObject = {}) {
  const project = await lab.newProject(({ types }) => ({
    types: types.map((type) =>
      type.issueTypeName === 'Epic' ? { ...type, alignType: 'epic' as const } : type,
    ),
    customFields: [pairing({}), REGULATED],
  }));
  const { key } = lab.jira.world.create(BO, {
    project: project.key,
    type: 'Epic',
    summary: 'Before',
    fields,
  });
  await lab.settle();
  return key;
}

const inAlign = async (key: string) =>
  Object.assign({}, ...((await lab.item(key)).fields.customFields as object[])) as Record<
    string,
    { value: unknown }[] | null
  >;

test('a custom field goes with the creation, and then both ways', async () => {
  const key = await newEpic({ [SPONSOR]: 'Ana', [REGULATORY]: { value: 'Ja' } });
  expect((await inAlign(key)).customfield_90776).toMatchObject([{ value: 'Ana' }]);
  expect((await inAlign(key)).customfield_90778).toMatchObject([{ value: 'Yes' }]);

  lab.jira.world.edit(BO, key, { fields: { [SPONSOR]: 'Bo' } });
  await lab.settle();
  expect((await inAlign(key)).customfield_90776).toMatchObject([{ value: 'Bo' }]);

  const item = await lab.item(key);
  const customFields = (item.fields.customFields as JsonObject[]).map((entry) =>
    'customfield_90776' in entry ? { customfield_90776: [{ value: 'Mia' }] } : entry,
  );
  lab.align.world.edit('epic', item.id, { customFields }, IN_ALIGN.ana);
  await lab.poll();
  expect(lab.jira.world.issue(key).values[SPONSOR]).toBe('Mia');
  const [entry] = (await lab.history()).slice(-1);
  expect(entry?.changes).toMatchObject([{ name: 'Business sponsor', to: { text: 'Mia' } }]);
});

test('a field that was never set is set, and is emptied again', async () => {
  const key = await newEpic();
  expect((await inAlign(key)).customfield_90776).toBeNull();
  lab.jira.world.edit(BO, key, { fields: { [SPONSOR]: 'Bo' } });
  await lab.settle();
  expect((await inAlign(key)).customfield_90776).toMatchObject([{ value: 'Bo' }]);
  lab.jira.world.edit(BO, key, { fields: { [SPONSOR]: null } });
  await lab.settle();
  expect((await inAlign(key)).customfield_90776?.[0]?.value ?? null).toBeNull();
});
