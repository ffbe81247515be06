/**
 * Inlay hints: after a section the sum of its parts with a tick or the difference, after an item its range. Sums are read from the
 * syntax tree, so that they are available while the text has errors.
 */
import { decimal, decimalOrQuotient, ONE, percentText, rational, type Rational, sum } from "@yardstick/exact";
import type { Analysis, ast, Lang } from "@yardstick/language";

/** A text shown inside a line. */
export interface InlayHint {
  /** The offset that the hint follows. */
  readonly offset: number;
  readonly text: string;
}

/** The hints of a text. */
export function inlayHints(analysis: Analysis, lang: Lang): InlayHint[] {
  const { rubric } = analysis;
  const hints: InlayHint[] = [];
  const put = (offset: number, text: string | null) => {
    if (text !== null && text !== "") hints.push({ offset, text });
  };
  for (const declaration of rubric.declarations) {
    if (declaration.kind === "total")
      put(declaration.span[1], sumText(rubric.declarations, numberOf(declaration.points), lang));
    if (declaration.kind === "section" || declaration.kind === "item") visit(declaration, analysis, lang, put);
  }
  return hints;
}

function visit(
  node: ast.Section | ast.Item,
  analysis: Analysis,
  lang: Lang,
  put: (offset: number, text: string | null) => void,
): void {
  const behind = behindBrace(node, analysis);
  if (node.kind === "item") {
    if (behind !== null) put(behind, rangeText(node, analysis));
    return;
  }
  if (node.variants === null) {
    if (behind !== null) put(behind, sumText(node.parts, node.points === null ? null : numberOf(node.points), lang));
    for (const child of node.parts) if (child.kind !== "data") visit(child, analysis, lang, put);
    return;
  }
  for (const { parts } of node.variants.cases)
    for (const child of parts) if (child.kind !== "data") visit(child, analysis, lang, put);
}

/** The offset after the opening brace of a part; a brace inside a text in its head is skipped. */
function behindBrace({ name, span }: ast.Section | ast.Item, { tree }: Analysis): number | null {
  const token = tree.tokens.find(
    ({ tokenType, startOffset }) => tokenType.name === "LCurly" && startOffset >= name.span[1] && startOffset < span[1],
  );
  return token === undefined ? null : (token.endOffset as number) + 1;
}

function rangeText(node: ast.Item, { program }: Analysis): string | null {
  const part = program?.parts.find(({ nameSpan }) => nameSpan[0] === node.name.span[0]);
  if (part?.kind !== "item" || (part.min === null && part.max === null)) return null;
  const bound = (exact: string | null) => (exact === null ? "" : decimalOrQuotient(rational(exact)));
  return `${bound(part.min)} .. ${bound(part.max)}`.trim();
}

/** The sum of the parts: `= 5 + 5 + 8 × 3 ✓`, `= 5 + 3，还差 2`. Null where a part has no plain number. */
function sumText(
  nodes: readonly (ast.Declaration | ast.Section["parts"][number])[],
  points: Rational | null,
  lang: Lang,
): string | null {
  const parts = nodes.filter(
    (node): node is ast.Section | ast.Item => node.kind === "section" || (node.kind === "item" && node.form === "item"),
  );
  const areWeights = parts.some(({ weight }) => weight !== null);
  const values = parts.map(({ points, weight }) =>
    areWeights ? (weight === null ? null : shareOf(weight)) : points === null ? null : numberOf(points),
  );
  const known = values.filter((value) => value !== null);
  if (parts.length === 0 || known.length < values.length) return null;
  const text = (value: Rational) => (areWeights ? percentText(value) : decimalOrQuotient(value));
  const terms = `= ${runs(known.map(text))}`;
  const goal = areWeights ? ONE : points;
  if (goal === null) return terms;
  const left = goal.sub(sum(known));
  if (left.equals(0)) return `${terms} ✓`;
  const by = text(left.abs());
  return left.compare(0) > 0
    ? { zh: `${terms}，还差 ${by}`, en: `${terms}, ${by} left` }[lang]
    : { zh: `${terms}，多出 ${by}`, en: `${terms}, ${by} too much` }[lang];
}

/** Joins the terms; more than two equal neighbours are written as a product: `8 × 5`. */
function runs(values: readonly string[]): string {
  const found: { value: string; times: number }[] = [];
  for (const value of values) {
    const last = found.at(-1);
    if (last?.value === value) last.times += 1;
    else found.push({ value, times: 1 });
  }
  return found
    .flatMap(({ value, times }) => (times > 2 ? [`${value} × ${times}`] : Array.from({ length: times }, () => value)))
    .join(" + ");
}

function numberOf({ digits }: ast.NumberLiteral): Rational {
  return decimal(digits);
}

/** A weight as a share of one; null where it is more than a number or a fraction. */
function shareOf(weight: ast.Expression): Rational | null {
  if (weight.kind === "number") {
    return numberOf(weight).div(weight.unit === null ? 1 : weight.unit === "‰" ? 1000 : 100);
  }
  if (weight.kind !== "binary" || weight.op !== "/") return null;
  const [left, right] = [shareOf(weight.left), shareOf(weight.right)];
  return left === null || right === null || right.equals(0) ? null : left.div(right);
}
