/**
 * Guarantee: every text that a person reads on the pages stands in the catalogue, so that it can be translated and
 * reads alike everywhere.
 */
import ts from 'typescript';
import { en } from '../../static/src/texts/en';
import { parsed, sourcesBelow } from '../structure/source-files';
import { visibleTexts } from './visible-text';

const textsIn = (source: string) =>
  visibleTexts(
    ts.createSourceFile('sample.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX),
  );

test.each([
  ['<p>Saved</p>', '1: Saved'],
  ['<p>{"Saved"}</p>', '1: Saved'],
  ['<p>{done ? "Saved" : text("a")}</p>', '1: Saved'],
  ['<p>{done && `Saved ${name}`}</p>', '1: Saved'],
  ['<p>{name ?? "Nobody"}</p>', '1: Nobody'],
  ['<input placeholder="Name" />', '1: Name'],
  ['<button aria-label={"Close" + name} />', '1: Close'],
  ['<Card title={<b>Site</b>} />', '1: Site'],
  ['const column = { title: "Issue" };', '1: Issue'],
  ['announce("It is done");', '1: It is done'],
  ['notify("success", done ? "Saved" : "Failed");', '1: Saved'],
  ['<Select noOptionsMessage={() => <i>None</i>} />', '1: None'],
])('a text in %s is found', (source, found) => {
  expect(textsIn(source)).toContain(found);
});

test.each([
  '<p>{text("a.b")}</p>',
  '<p className="wide" id={`${id}-note`}>{count}</p>',
  '<p>{kind === "admin" && <Admin />}</p>',
  '<p>{left}{" "}· {right}</p>',
  '<Icon label="" />',
  'notify("success", said);',
])('no text is seen in %s', (source) => {
  expect(textsIn(source)).toEqual([]);
});

test('no page holds a text for people outside of the catalogue', () => {
  const sources = sourcesBelow('static/src').filter((path) => !path.includes('/texts/'));
  expect(sources.length).toBeGreaterThan(80);
  const found = sources.flatMap((path) =>
    visibleTexts(parsed(path)).map((text) => `${path}:${text}`),
  );
  expect(found).toEqual([]);
});

test('no text of the catalogue is empty or has spaces at its ends', () => {
  const untidy = Object.entries(en).filter(([, text]) => !/^\S(.*\S)?$/.test(text));
  expect(untidy).toEqual([]);
});
