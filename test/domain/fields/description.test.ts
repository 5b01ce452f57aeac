/**
 * Guarantee: a description is compared by what it says and how it looks, not by how either side writes it down; an
 * emptied description is emptied on the other side; history shows its words, not its markup.
 */
import { description } from '../../../src/domain/fields/description';
import { htmlToAdf } from '../../../src/domain/rich-text';
import type { AlignItem } from '../../../src/domain/align-item';
import type { JiraIssue } from '../../../src/domain/issue';
import { mappingOf } from '../arbitrary-mapping';

const fromAlign = (html: string | null) =>
  description.align.read({ description: html } as AlignItem);
const fromJira = (adf: unknown) =>
  description.jira.read({ description: adf } as JiraIssue, mappingOf('story'));

test('an Align text and the Jira document that says the same are equal', () => {
  const html = '<div>Pay <strong>by card</strong></div>\n<ul><li>one<li>two</ul>';
  expect(fromJira(htmlToAdf(html))).toBe(fromAlign(html));
  expect(fromAlign('<p>Pay <b>by card</b></p><ul><li>one</li><li>two</li></ul>')).toBe(
    fromAlign(html),
  );
});

test.each([null, '', '<p></p>', '<p>&nbsp;</p>', '<div><br></div>', '  \n '])(
  '%j in Align is an empty description, which Jira gets as none',
  (html) => {
    expect(fromAlign(html)).toBe('');
    expect(description.jira.payload(fromAlign(html))).toBeNull();
  },
);

test.each([null, undefined, { version: 1, type: 'doc', content: [] }])(
  '%j in Jira is an empty description',
  (adf) => expect(fromJira(adf)).toBe(''),
);

test('Jira gets a document', () => {
  expect(description.jira.payload('<p>Pay</p>')).toEqual({
    version: 1,
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Pay' }] }],
  });
});

test('texts that differ in format only share their loose key and not their key', () => {
  const plain = description.align.stamp(fromAlign('<p>Pay by card</p>'), 'story');
  const bold = description.align.stamp(fromAlign('<h1>Pay <b>by</b>  card</h1>'), 'story');
  const other = description.align.stamp(fromAlign('<p>Pay by cards</p>'), 'story');
  expect(bold.key).not.toBe(plain.key);
  expect(bold.loose).toBe(plain.loose);
  expect(other.loose).not.toBe(plain.loose);
});

test('history shows the words of a long text, shortened', () => {
  const html = `<p>${'card '.repeat(20_000)}</p>`;
  const { shown, key } = description.align.stamp(fromAlign(html), 'story');
  expect(shown).toMatchObject({ shortened: true, length: 99_999 });
  expect(shown?.text).toMatch(/^card card/);
  expect(key.length).toBeLessThan(100);
});
