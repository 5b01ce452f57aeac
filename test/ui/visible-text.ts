import ts from 'typescript';

/** Attributes and properties whose text a person reads or hears. */
const TEXT_PROPS = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'body',
  'caption',
  'clearControlLabel',
  'confirm',
  'help',
  'label',
  'placeholder',
  'subtitle',
  'summary',
  'title',
]);

/** Calls whose arguments are read or heard, with the first argument that is. */
const TELLING_CALLS = new Map([
  ['announce', 0],
  ['notify', 1],
  ['succeeded', 0],
]);

const HAS_LETTER = /\p{L}/u;

/** The texts for people that a source file holds itself, each with its line, e.g. `12: Save`. */
export function visibleTexts(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const report = (node: ts.Node, text: string) => {
    if (!HAS_LETTER.test(text)) return;
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    found.push(`${line + 1}: ${text.trim()}`);
  };
  const reportValue = (value: ts.Node | undefined) => {
    for (const literal of value ? literalsOf(value) : []) report(literal, literal.text);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) report(node, node.text);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) reportValue(node.expression);
    if (ts.isJsxAttribute(node) && TEXT_PROPS.has(node.name.getText(file))) {
      reportValue(node.initializer);
    }
    if (ts.isPropertyAssignment(node) && TEXT_PROPS.has(nameOf(node.name))) {
      reportValue(node.initializer);
    }
    if (ts.isCallExpression(node)) {
      const first = TELLING_CALLS.get(calledName(node.expression));
      if (first !== undefined) node.arguments.slice(first).forEach(reportValue);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The literals that an expression may give. What a call gives is not looked into. */
function literalsOf(node: ts.Node): ts.LiteralLikeNode[] {
  if (ts.isStringLiteralLike(node)) return [node];
  if (ts.isTemplateExpression(node)) {
    return [
      node.head,
      ...node.templateSpans.flatMap((span) => [span.literal, ...literalsOf(span.expression)]),
    ];
  }
  if (ts.isConditionalExpression(node)) {
    return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  }
  if (ts.isBinaryExpression(node)) return literalsOfOperation(node);
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(literalsOf);
  if (ts.isArrowFunction(node)) return literalsOf(node.body);
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isJsxExpression(node)
  ) {
    return node.expression ? literalsOf(node.expression) : [];
  }
  return [];
}

function literalsOfOperation({ left, operatorToken, right }: ts.BinaryExpression) {
  switch (operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return literalsOf(right);
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
    case ts.SyntaxKind.PlusToken:
      return [...literalsOf(left), ...literalsOf(right)];
    default:
      return [];
  }
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';
}

function calledName(expression: ts.Expression): string {
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  return ts.isIdentifier(expression) ? expression.text : '';
}
