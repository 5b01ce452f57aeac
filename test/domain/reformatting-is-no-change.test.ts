/**
 * Guarantee: a side that only reformats what the app has just written there has not changed it, so the two
 * applications never correct each other's markup for ever; a changed text is a change at all times.
 */
import fc from 'fast-check';
import type { FieldName } from '../../src/contract/common';
import { hasField } from '../../src/domain/align-type';
import { canonicalHtml, htmlToAdf } from '../../src/domain/rich-text';
import { mappingOf } from './arbitrary-mapping';
import { issueOf, itemOf } from './arbitrary-sides';
import { COMPLETE_DIRECTORY } from './directory';
import { baselineOf, planOf, reconciled, type World } from './world';
import { runs } from './property-runs';

const words = fc
  .array(fc.constantFrom('pay', 'by', 'card', 'שלום', '👩‍👩‍👧‍👦', 'a&b', '1 < 2'), {
    minLength: 2,
    maxLength: 5,
  })
  .map((list) => list.map((word) => word.replace(/&/g, '&amp;').replace(/</g, '&lt;')));

/** Ways to mark up one line of words, each of which reads the same. */
const MARKUPS: readonly ((list: readonly string[]) => string)[] = [
  (list) => `<p>${list.join(' ')}</p>`,
  (list) => `<p><b>${list[0]}</b> ${list.slice(1).join(' ')}</p>`,
  (list) => `<h2>${list.join(' ')}</h2>`,
  (list) => `<blockquote><p>${list.join(' ')}</p></blockquote>`,
  (list) => `<p>${list[0]}<br>${list.slice(1).join(' ')}</p>`,
  (list) => `<ul><li><i>${list.join(' ')}</i></li></ul>`,
];

const anyTwoMarkups = fc
  .tuple(fc.nat(MARKUPS.length - 1), fc.nat(MARKUPS.length - 1))
  .filter(([one, other]) => one !== other);

const anyReformatting = fc.record({ list: words, markups: anyTwoMarkups }).map((input) => {
  const [written = '', reformatted = ''] = input.markups.map((i) => MARKUPS[i]?.(input.list));
  return { written, reformatted };
});

const values = {
  status: { id: '1', name: 'To Do', category: 'new' as const },
  assignee: null,
  labels: [],
  fields: {},
  parentId: null,
};
const alignValues = {
  title: 'T',
  state: 1,
  ownerUid: null,
  tags: [],
  points: null,
  parentId: null,
};

/** A settled pair with no description. */
function blankPair(): World {
  const issue = issueOf({ summary: 'T', description: null, ...values });
  const item = itemOf('story', { ...alignValues, description: null });
  const pair = { baseline: baselineOf(issue, item), refused: {}, jiraUpdated: null };
  const mapping = mappingOf('story');
  return { mapping, directory: COMPLETE_DIRECTORY, issue, item, pair, clock: 0 };
}

const inAlign = (world: World, html: string): World => ({
  ...world,
  item: { ...world.item, description: html },
});
const inJira = (world: World, html: string): World => ({
  ...world,
  issue: { ...world.issue, description: htmlToAdf(html) },
});

/** Right after the app wrote the text on one side. */
const SIDES = [
  ['Align', (html: string) => reconciled(inJira(blankPair(), html)), inAlign, inJira, 'jira'],
  ['Jira', (html: string) => reconciled(inAlign(blankPair(), html)), inJira, inAlign, 'align'],
] as const;

describe.each(SIDES)('%s', (_side, afterWrite, here, there, otherSide) => {
  test('a reformatting of what was just written is no change, and becomes what the next one is compared with', () => {
    fc.assert(
      fc.property(anyReformatting, ({ written, reformatted }) => {
        const world = here(afterWrite(written), reformatted);
        const planned = planOf(world);
        expect(planned.writes).toEqual([]);
        expect(planned.changes).toEqual([]);
        const read = reconciled(world);
        const now = Object.entries(baselineOf(world.issue, world.item));
        const kept = now.filter(([field]) => hasField('story', field as FieldName));
        expect(read.pair.baseline).toEqual(Object.fromEntries(kept));
        expect(planOf(read).writes).toEqual([]);
      }),
      runs,
    );
  });

  test('a reformatting of what has been read back once is a change like any other', () => {
    fc.assert(
      fc.property(anyReformatting, ({ written, reformatted }) => {
        const readBack = reconciled(afterWrite(written));
        const writes = planOf(here(readBack, reformatted)).writes;
        expect(writes).toMatchObject([
          { field: 'description', to: otherSide, value: canonicalHtml(reformatted) },
        ]);
      }),
      runs,
    );
  });

  test('a changed text right after the write is a change', () => {
    fc.assert(
      fc.property(anyReformatting, ({ written, reformatted }) => {
        const changed = reformatted.replace('</', ' more</');
        const writes = planOf(here(afterWrite(written), changed)).writes;
        expect(writes).toMatchObject([
          { field: 'description', to: otherSide, value: canonicalHtml(changed) },
        ]);
      }),
      runs,
    );
  });

  test('a reformatting does not stand against an edit on the other side', () => {
    fc.assert(
      fc.property(anyReformatting, ({ written, reformatted }) => {
        const edited = '<p>Another text</p>';
        const planned = planOf(there(here(afterWrite(written), reformatted), edited));
        expect(planned.changes).toEqual([]);
        expect(planned.writes).toHaveLength(1);
        expect(planned.writes[0]).toMatchObject({ field: 'description', value: edited });
        expect(planned.writes[0]?.to).not.toBe(otherSide);
      }),
      runs,
    );
  });
});

test('an unconfirmed value of a field that no side reformats is a change when it differs', () => {
  const world = reconciled({ ...blankPair(), issue: { ...blankPair().issue, summary: 'New' } });
  expect(world.pair.baseline.title?.align).toMatchObject({ key: 'New', unconfirmed: true });
  const planned = planOf({ ...world, item: { ...world.item, title: 'NEW' } });
  expect(planned.writes).toMatchObject([{ field: 'title', to: 'jira', value: 'NEW' }]);
});
