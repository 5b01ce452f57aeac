import { stamp, type Stamp } from '../stamp';
import { converted, refused, type FieldCodec } from './codec';

/** Jira Cloud's limit of one label, in characters. */
const LABEL_CHARACTERS = 255;

type Words = readonly string[];

/** A Jira label has no white space; an Align tag may have some. */
function labelOf(tag: string): string {
  return tag.trim().replace(/\s+/gu, '_');
}

function sorted(words: Iterable<string>): Words {
  return [...new Set(words)].sort();
}

function same(one: Words, other: Words): boolean {
  return one.length === other.length && one.every((word, i) => word === other[i]);
}

const wordStamp = (words: Words): Stamp => stamp(JSON.stringify(sorted(words)), words.join(', '));

/** Sets: order and repeats do not count. */
export const labels: FieldCodec<Words, Words> = {
  name: 'labels',
  jira: {
    read: (issue) => sorted(issue.labels),
    stamp: wordStamp,
    fieldId: () => 'labels',
    payload: (value) => value,
    changeIds: () => ['labels'],
  },
  align: {
    read: (item) => sorted(item.tags.map((tag) => tag.trim()).filter((tag) => tag !== '')),
    stamp: wordStamp,
    property: 'tags',
  },
  equal: (jira, align) => same(sorted(jira), sorted(align.map(labelOf))),
  toAlign: (jira, current) => {
    const withComma = jira.find((label) => label.includes(','));
    if (withComma !== undefined) {
      return refused(
        'LABEL_WITH_COMMA',
        `The label "${withComma}" has a comma, which separates tags in Jira Align.`,
        'Rename the label in Jira without the comma.',
      );
    }
    // A tag that already stands for a label keeps its spelling.
    const spelling = new Map((current ?? []).map((tag) => [labelOf(tag), tag]));
    return converted(sorted(jira.map((label) => spelling.get(label) ?? label)));
  },
  toJira: (align) => {
    const tooLong = align.find((tag) => labelOf(tag).length > LABEL_CHARACTERS);
    if (tooLong !== undefined) {
      return refused(
        'LABEL_TOO_LONG',
        `A Jira Align tag has ${tooLong.length} characters; a Jira label takes at most ${LABEL_CHARACTERS}.`,
        'Shorten the tag in Jira Align.',
      );
    }
    return converted(sorted(align.map(labelOf)));
  },
};
