/**
 * Guarantee: the issue panel, which loads a part of the catalogue only, finds every text that it can ask for.
 */
import ts from 'typescript';
import { en } from '../../static/src/texts/en';
import { enPanel } from '../../static/src/texts/en-panel';
import { importsOf, nodesOf, parsed } from '../structure/source-files';

/** What stands around the panel, and the panel itself. */
const ROOTS = ['static/src/platform/providers.tsx', 'static/src/surfaces/issue-panel.tsx'];

/** The components that a surface is made of. The catalogue itself is not among them. */
function componentsBelow(roots: readonly string[]): string[] {
  const seen = new Set<string>();
  const pending = [...roots];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    pending.push(
      ...importsOf(path).filter(
        (file) => /^static\/src\/(?!texts\/en).*\.tsx?$/.test(file) && !seen.has(file),
      ),
    );
  }
  return [...seen];
}

/** The ids of the catalogue that a file may ask for: those it names, and those a template of it can give. */
function idsIn(path: string): string[] {
  const ids = Object.keys(en);
  return [...nodesOf(parsed(path))].flatMap((node) => {
    if (ts.isStringLiteralLike(node)) return ids.filter((id) => id === node.text);
    if (!ts.isTemplateExpression(node)) return [];
    const parts = [node.head, ...node.templateSpans.map(({ literal }) => literal)];
    if (!parts.some(({ text }) => text.includes('.'))) return [];
    const pattern = new RegExp(`^${parts.map(({ text }) => escaped(text)).join('[^.]+')}$`);
    return ids.filter((id) => pattern.test(id));
  });
}

test('every text that a component of the panel asks for is in the catalogue of the panel', () => {
  const components = componentsBelow(ROOTS);
  const asked = new Set(components.flatMap(idsIn));
  expect(components).toContain('static/src/panel/panel-history.tsx');
  expect(asked).toContain('panel.sync');
  expect(asked).toContain('outcome.partial');
  expect([...asked].filter((id) => !(id in enPanel))).toEqual([]);
});

test('the panel carries no text that none of its components asks for', () => {
  const asked = new Set(componentsBelow(ROOTS).flatMap(idsIn));
  expect(Object.keys(enPanel).filter((id) => !asked.has(id))).toEqual([]);
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
