/**
 * `per [STEP] X [MEASURE]`: what is counted, from where, and how large one step is.
 */
import { finding } from "../diagnostics/diagnostic.js";
import type { Per } from "../program/program.js";
import type { Expression } from "../program/expression.js";
import { exact, fraction, one } from "../library/exact.js";
import { sameDimension } from "../library/dimension.js";
import type * as ast from "../syntax/ast.js";
import { type Checker, constantScope, type Scope, type Value, type Want } from "./checker.js";
import { constantOf } from "./constant-value.js";
import { demand, textOf } from "./demand.js";
import { isNumber, type NumberType, wantOf } from "./value.js";

export function checkPer(checker: Checker, node: ast.PerClause, scope: Scope): Per | null {
  const counted = checker.check(node.of, scope, null);
  if (counted === null) return null;
  const { type } = counted.node;
  if (!isNumber(type)) {
    reportUncountable(checker, node, counted);
    return null;
  }
  const want = wantOf(type, counted.unit);
  const measure = checkMeasure(checker, node, scope, want);
  const step = checkStep(checker, node, counted, type, measure);
  return measure === null || step === null ? null : { step, whole: node.step !== null, of: counted.node, measure };
}

/** `per 班子不团结` counts nothing: what is yes or no is asked with `if`. */
function reportUncountable(checker: Checker, node: ast.PerClause, counted: Value): void {
  if (counted.node.type.kind !== "flag" || node.measure.kind !== "all" || node.step !== null) {
    checker.report(finding("number-expected", node.of.span, { found: counted.node.type }));
    return;
  }
  const written = keywordOf(checker, node);
  const instead = written.word === "per" ? "if" : "若";
  checker.report(
    finding(
      "per-flag",
      node.span,
      { name: textOf(checker, node.of) },
      {
        fixes: [
          {
            effect: "resolves",
            title: { zh: `改为「${instead}」`, en: `Write \`${instead}\`` },
            edits: [{ span: [node.span[0], written.end], text: `${instead} ` }],
          },
        ],
      },
    ),
  );
}

/** The keyword and where what it counts begins: that may be a bracket, which no node covers. */
function keywordOf(checker: Checker, node: ast.PerClause): { readonly word: string; readonly end: number } {
  const [whole = "", word = ""] = /^(per|每)[ \t\u3000]*/.exec(checker.source.slice(node.span[0], node.span[1])) ?? [];
  return { word, end: node.span[0] + whole.length };
}

function checkMeasure(checker: Checker, { measure }: ast.PerClause, scope: Scope, want: Want): Per["measure"] | null {
  if (measure.kind === "all") return measure;
  if (measure.kind !== "between") {
    const limit = demand(checker, measure.limit, scope, want);
    return limit === null ? null : { kind: measure.kind, limit };
  }
  const { range } = measure;
  const from = range.from === null ? null : demand(checker, range.from, scope, want);
  const to = range.to === null ? null : demand(checker, range.to, scope, want);
  if ((range.from !== null && from === null) || (range.to !== null && to === null)) return null;
  const low = from === null ? null : constantOf(from, null);
  const high = to === null ? null : constantOf(to, null);
  if (low !== null && high !== null && low.compare(high) > 0) {
    const { source } = checker;
    checker.report(
      finding("range-reversed", range.span, {
        from: source.slice(...(range.from ?? range).span),
        to: source.slice(...(range.to ?? range).span),
      }),
    );
    return null;
  }
  return { kind: "between", from, to };
}

/** In base units. Where none is written: one of the unit that is counted in. */
function checkStep(
  checker: Checker,
  node: ast.PerClause,
  counted: Value,
  type: NumberType,
  measure: Per["measure"] | null,
): string | null {
  if (node.step === null) {
    if (
      type.percent ||
      isQuotient(counted.node) ||
      (measure !== null && isInPercent(measure) && isRatio(counted.node))
    ) {
      const at = keywordOf(checker, node).end;
      checker.report(
        finding(
          "step-needed",
          node.of.span,
          { text: textOf(checker, node.of) },
          {
            fixes: [
              {
                effect: "resolves",
                title: { zh: "写成「每 1%」", en: "Count each 1%" },
                edits: [{ span: [at, at], text: "1% " }],
              },
            ],
          },
        ),
      );
      return null;
    }
    return counted.unit === null ? exact(one) : exact(fraction(counted.unit.scale));
  }
  const step = demand(checker, node.step, constantScope, wantOf(type, counted.unit));
  if (step === null) return null;
  const value = constantOf(step, null);
  if (value !== null && value.compare(0) > 0) return exact(value);
  checker.report(finding("step-not-positive", node.step.span, {}));
  return null;
}

function isInPercent(measure: Per["measure"]): boolean {
  const ends = measure.kind === "all" ? [] : measure.kind === "between" ? [measure.from, measure.to] : [measure.limit];
  return ends.some((end) => end !== null && isNumber(end.type) && end.type.percent);
}

/** `done / target`: what it comes to is a share, not a number of times; `population / 1000` counts thousands. */
function isQuotient(expression: Expression): boolean {
  const divides = expression.kind === "arithmetic" && expression.op === "/" && isRatio(expression);
  return divides && constantOf(expression.right, null) === null;
}

function isRatio(expression: Expression): boolean {
  return isNumber(expression.type) && sameDimension(expression.type.dimension, {});
}
