import { strict as assert } from 'node:assert';
import type { HistoryRow, LinkRow } from '../src/contract';
import { setUp } from './set-up';
import { polled, settled } from './settled';
import { PEOPLE, startSite, type Site } from './site';

/** Align users of the demo world. */
const ANA_IN_ALIGN = '1201';
const KAI_IN_ALIGN = '1204';

const site = { current: undefined as Site | undefined };

void play()
  .then(() => console.log('\nEvery assertion about both sides held.'))
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => site.current?.stop());

async function play(): Promise<void> {
  const demo = await startSite({
    schedules: { fiveMinute: 0, hour: 0 },
    timeScale: 20,
    quiet: true,
  });
  site.current = demo;
  const { jira, align } = demo;
  await setUp(demo);
  const seen = new Set((await history(demo)).map(({ id }) => id));
  const step = async (title: string) => {
    const fresh = (await history(demo)).filter(({ id }) => !seen.has(id));
    console.log(`\n${title}`);
    for (const entry of fresh.reverse()) {
      seen.add(entry.id);
      tell(entry);
    }
    return fresh;
  };

  const { key } = jira.world.create(PEOPLE.bo, {
    project: 'PAY',
    type: 'Story',
    summary: 'Pay by invoice',
    description: 'Companies pay **later**.',
    points: 3,
    labels: ['b2b'],
    parent: 'PAY-1',
  });
  await settled(demo);
  await step(`Bo creates the story ${key} under an epic in Jira.`);
  const link = await linkOf(demo, key);
  const storyId = must(link.alignId, 'the story has an item in Jira Align');
  const story = () => must(align.world.item('story', storyId), 'the item is there').fields;
  assert.equal(story().title, 'Pay by invoice');
  assert.equal(story().effortPoints, 3);
  assert.equal(story().description, '<p>Companies pay <strong>later</strong>.</p>');
  const epic = await linkOf(demo, 'PAY-1');
  assert.equal(story().featureId, epic.alignId, 'the parent came first');
  assert.equal(jira.world.links(key).length, 1, 'one web link');

  align.world.edit('story', storyId, { title: 'Pay by invoice or on account' }, ANA_IN_ALIGN);
  jira.world.edit(PEOPLE.bo, key, { points: 5 });
  await polled(demo);
  await step('Ana changes the title in Jira Align while Bo changes the points in Jira.');
  assert.equal(jira.world.view(key).summary, 'Pay by invoice or on account');
  assert.equal(story().effortPoints, 5);

  align.world.edit('story', storyId, { title: 'On account' }, KAI_IN_ALIGN);
  jira.world.edit(PEOPLE.bo, key, { summary: 'Invoices' });
  await polled(demo);
  const conflict = await step('Kai and Bo change the same title on both sides.');
  assert.equal(jira.world.view(key).summary, story().title, 'both sides agree');
  const lost = conflict.flatMap(({ changes }) => changes).find((c) => c.outcome === 'overruled');
  assert.ok(lost, 'the value that lost stays in the history');

  jira.world.transition(PEOPLE.bo, key, 'In Progress');
  jira.world.transition(PEOPLE.bo, key, 'Done');
  await settled(demo);
  await step('Bo finishes the story in Jira.');
  assert.equal(story().state, 5);

  const { id: featureId } = align.world.create(
    'feature',
    {
      title: 'Fraud alerts',
      description: '<p>Tell people early.</p>',
      state: 2,
      primaryProgramId: 101,
    },
    ANA_IN_ALIGN,
  );
  await polled(demo);
  await step('Ana creates a feature in Jira Align.');
  const imported = (await links(demo)).find((row) => row.alignId === featureId);
  const importedKey = must(imported, 'the feature has a Jira issue').issueKey;
  assert.equal(jira.world.view(importedKey).type, 'Epic');
  assert.equal(jira.world.view(importedKey).status, 'In Progress');

  jira.resetRequests();
  align.resetRequests();
  await polled(demo);
  assert.deepEqual(writes([...jira.requests, ...align.requests]), [], 'nothing changed, no write');

  jira.world.delete(PEOPLE.bo, key);
  await settled(demo);
  await polled(demo);
  await step(`Bo deletes ${key} in Jira.`);
  assert.equal(jira.world.has(key), false);
  assert.equal(story().state, 5, 'the item in Jira Align stays as it is');
  assert.equal((await linkOf(demo, key)).status, 'unlinked');
  assert.equal(align.world.items('story').length, 1, 'nothing was created again');
}

async function history(demo: Site): Promise<HistoryRow[]> {
  return (await demo.admin('listHistory', {})).items;
}

async function links(demo: Site): Promise<LinkRow[]> {
  return (await demo.admin('listLinks', {})).items;
}

async function linkOf(demo: Site, key: string): Promise<LinkRow> {
  const row = (await links(demo)).find(({ issueKey }) => issueKey === key);
  return must(row, `${key} is paired`);
}

function must<T>(value: T | null | undefined, what: string): T {
  assert.ok(value !== null && value !== undefined, what);
  return value;
}

function writes(requests: readonly { method: string; path: string }[]): string[] {
  return requests.filter(({ method }) => method !== 'GET').map((r) => `${r.method} ${r.path}`);
}

function tell({ message, person, writtenAs, changes, issueKey }: HistoryRow): void {
  const who = person === null ? 'nobody named' : person.name;
  const as = writtenAs === null ? '' : `, written as ${writtenAs.name}`;
  console.log(`  ${issueKey ?? ''} ${message} (${who}${as})`);
  for (const { field, from, to, outcome } of changes) {
    console.log(`      ${field} ${outcome}: ${line(from?.text)} → ${line(to?.text)}`);
  }
}

function line(text: string | undefined): string {
  return text === undefined ? 'nothing' : `"${text.replace(/\s+/g, ' ').slice(0, 60)}"`;
}
