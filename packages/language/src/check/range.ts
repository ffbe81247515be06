/**
 * Ranges and numbers that must be known before any data is there: bounds of fields, weights, points and judgements.
 */
import type { Rational } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import type * as ast from "../syntax/ast.js";
import type { Checker, Scope, Expectation } from "./checker.js";
import { constantScope } from "./checker.js";
import { constantOf } from "./constant-value.js";
import { checkAs } from "./check-as.js";

/** Both ends included; null is open. */
export interface Bounds {
  readonly min: Rational | null;
  readonly max: Rational | null;
}

/** The item that contains a constant, and its points. */
export interface InItem {
  readonly item: number;
  readonly points: Rational | null;
}

/** The number that a node denotes, or null after a diagnostic. */
export function constantNumber(
  checker: Checker,
  node: ast.Expression,
  want: Expectation,
  place: InItem | null = null,
): Rational | null {
  const scope: Scope = { ...constantScope, item: place?.item ?? null };
  const expression = checkAs(checker, node, scope, want);
  if (expression === null || (place !== null && place.points === null)) return null;
  const value = constantOf(expression, place?.points ?? null);
  if (value === null) checker.report(diagnostic("not-constant", node.span, {}));
  return value;
}

export function checkRange(
  checker: Checker,
  node: ast.RangeNode,
  want: Expectation,
  place: InItem | null = null,
): Bounds {
  const min = node.from === null ? null : constantNumber(checker, node.from, want, place);
  const max = node.to === null ? null : constantNumber(checker, node.to, want, place);
  if (min === null || max === null || min.compare(max) <= 0) return { min, max };
  const { source } = checker;
  const [from, to] = [node.from?.span ?? node.span, node.to?.span ?? node.span];
  checker.report(
    diagnostic(
      "range-reversed",
      node.span,
      { from: source.slice(...from), to: source.slice(...to) },
      {
        fixes: [
          {
            effect: "resolves",
            title: { zh: "对调两端", en: "Swap the ends" },
            edits: [
              { span: from, text: source.slice(...to) },
              { span: to, text: source.slice(...from) },
            ],
          },
        ],
      },
    ),
  );
  return { min: null, max: null };
}
