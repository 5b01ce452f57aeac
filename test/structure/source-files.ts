import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import ts from 'typescript';

/** The folder that holds `src`, `static`, `sandbox` and `manifest.yml`. */
export const ROOT = resolve(__dirname, '../..');

const PASSED_OVER = new Set(['node_modules', 'build', '.sandbox', 'coverage']);

/** All files below a folder, as paths from the root with forward slashes, sorted. */
export function filesBelow(folder: string): string[] {
  const found: string[] = [];
  const pending = [join(ROOT, folder)];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      if (PASSED_OVER.has(entry.name)) continue;
      const path = join(next, entry.name);
      if (entry.isDirectory()) pending.push(path);
      else found.push(fromRoot(path));
    }
  }
  return found.sort();
}

/** TypeScript files below a folder. */
export function sourcesBelow(folder: string): string[] {
  return filesBelow(folder).filter((path) => /\.[cm]?tsx?$/.test(path));
}

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The syntax tree of a file, with parents. */
export function parsed(path: string): ts.SourceFile {
  return ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true);
}

export function fromRoot(path: string): string {
  return relative(ROOT, path).split(sep).join('/');
}

/** Every node of a tree. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  const pending: ts.Node[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    yield next;
    const children: ts.Node[] = [];
    next.forEachChild((child) => void children.push(child));
    pending.push(...children.reverse());
  }
}

/** Stands for an import whose name is only known when it runs. */
export const COMPUTED = '(computed)';

/** What a file imports: a package or a Node module by its name, a file of the project by its path from the root. */
export function importsOf(path: string): string[] {
  const found = new Set<string>();
  for (const node of nodesOf(parsed(path))) {
    const specifier = specifierOf(node);
    if (specifier === null) continue;
    const text = ts.isStringLiteralLike(specifier) ? specifier.text : COMPUTED;
    found.add(text.startsWith('.') ? resolved(path, text) : text);
  }
  return [...found].sort();
}

/** The module that a node imports, in any of the ways that TypeScript has. */
function specifierOf(node: ts.Node): ts.Node | null {
  if (ts.isImportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExportDeclaration(node)) return node.moduleSpecifier ?? null;
  if (ts.isImportTypeNode(node)) {
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument;
  }
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (!ts.isCallExpression(node)) return null;
  const { expression } = node;
  const imports =
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(expression) && expression.text === 'require');
  return imports ? (node.arguments[0] ?? node) : null;
}

function resolved(from: string, specifier: string): string {
  const path = posix.normalize(posix.join(dirname(from), specifier));
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`, `${path}/index.tsx`];
  const file = candidates.find((candidate) =>
    statSync(join(ROOT, candidate), { throwIfNoEntry: false })?.isFile(),
  );
  if (file === undefined) throw new Error(`${from} imports ${specifier}, which is not there.`);
  return file;
}
