/**
 * `per [STEP] X [MEASURE]`: what is counted, from where, and how large one step is.
 */
import { ONE, rational, rationalText } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Per } from "../program/program.js";
import type { Expression } from "../program/expression.js";
import type * as ast from "../syntax/ast.js";
import type { Side } from "./side.js";
import { type Checker, constantScope, type Scope, type Value } from "./checker.js";
import { constantOf } from "./constant-value.js";
import { checkAs, checkAsBeside } from "./check-as.js";
import { daysBetween, daysType } from "./dates.js";
import { counts, isShare } from "./number-kind.js";
import { textOf } from "./text-of.js";
import { dateType, expectationOf, isNumber, numberValue } from "./value.js";

export function checkPer(checker: Checker, node: ast.PerClause, scope: Scope): Per | null {
  const counted = checker.check(node.of, scope, null);
  if (counted === null) return null;
  const { type } = counted.node;
  if (type.kind === "date" && node.measure.kind !== "all" && node.measure.kind !== "between")
    return checkDays(checker, node, counted, node.measure, scope);
  if (!isNumber(type)) {
    reportUncountable(checker, node, counted);
    return null;
  }
  const of: Side = { node: node.of, value: counted };
  const measure = checkMeasure(checker, node, scope, of);
  const step = checkStep(checker, node, of);
  if (measure?.kind === "under" || measure?.kind === "from") warnOfBlank(checker, node, counted.node);
  return measure === null || step === null ? null : { step, whole: node.step !== null, of: counted.node, measure };
}

/** `per handed_in over due`: the days between two dates, counted from 0. */
function checkDays(
  checker: Checker,
  node: ast.PerClause,
  counted: Value,
  measure: Extract<ast.PerClause["measure"], { readonly limit: ast.Expression }>,
  scope: Scope,
): Per | null {
  const limit = checkAs(checker, measure.limit, scope, expectationOf(dateType));
  if (limit === null) return null;
  const value = daysBetween(counted.node, limit, [node.of.span[0], measure.limit.span[1]]);
  const step = checkStep(checker, node, { node: node.of, value });
  const zero = numberValue("0", daysType, measure.limit.span);
  return step === null
    ? null
    : { step, whole: node.step !== null, of: value.node, measure: { kind: measure.kind, limit: zero } };
}

/** What a blank falls short by is not counted, which gives full marks to who leaves it blank. */
function warnOfBlank(checker: Checker, node: ast.PerClause, of: Expression): void {
  const field = of.kind === "field" ? checker.draft.fields[of.field] : undefined;
  if (field?.node == null || !field.optional || field.node.default !== null) return;
  const at = field.node.span[1];
  checker.report(
    diagnostic(
      "blank-under-limit",
      node.span,
      { name: field.name, text: checker.source.slice(...node.span) },
      {
        fixes: [
          {
            effect: "changes",
            title: { zh: `「${field.name}」写明 = 0`, en: `Give "${field.name}" the default = 0` },
            edits: [{ span: [at, at], text: " = 0" }],
          },
        ],
      },
    ),
  );
}

/** `per 班子不团结` counts nothing: a flag is tested with `if`. */
function reportUncountable(checker: Checker, node: ast.PerClause, counted: Value): void {
  if (counted.node.type.kind !== "flag" || node.measure.kind !== "all" || node.step !== null) {
    checker.report(diagnostic("number-expected", node.of.span, { found: counted.node.type }));
    return;
  }
  const written = keywordOf(checker, node);
  const instead = written.word === "per" ? "if" : "若";
  checker.report(
    diagnostic(
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

function checkMeasure(checker: Checker, { measure }: ast.PerClause, scope: Scope, of: Side): Per["measure"] | null {
  if (measure.kind === "all") return measure;
  const held = (limit: ast.Expression): Expression | null => checkAsBeside(checker, limit, scope, of);
  if (measure.kind !== "between") {
    const limit = held(measure.limit);
    return limit === null ? null : { kind: measure.kind, limit };
  }
  const { range } = measure;
  const from = range.from === null ? null : held(range.from);
  const to = range.to === null ? null : held(range.to);
  if ((range.from !== null && from === null) || (range.to !== null && to === null)) return null;
  const low = from === null ? null : constantOf(from, null);
  const high = to === null ? null : constantOf(to, null);
  if (low !== null && high !== null && low.compare(high) > 0) {
    const { source } = checker;
    checker.report(
      diagnostic("range-reversed", range.span, {
        from: source.slice(...(range.from ?? range).span),
        to: source.slice(...(range.to ?? range).span),
      }),
    );
    return null;
  }
  return { kind: "between", from, to };
}

/** In base units. Where none is written: one of the unit that is counted in. */
function checkStep(checker: Checker, node: ast.PerClause, of: Side): string | null {
  const { kind, unit } = of.value;
  if (node.step === null) {
    if (!isShare(kind) || counts(kind)) return unit === null ? rationalText(ONE) : rationalText(rational(unit.scale));
    const at = keywordOf(checker, node).end;
    checker.report(
      diagnostic(
        "step-needed",
        node.of.span,
        { text: textOf(checker, node.of) },
        {
          fixes: [
            {
              effect: "resolves",
              title: { zh: "改为每一个百分点（1%）", en: "Count each percentage point (1%)" },
              edits: [{ span: [at, at], text: "1% " }],
            },
          ],
        },
      ),
    );
    return null;
  }
  const step = checkAsBeside(checker, node.step, constantScope, of, { isStep: true });
  if (step === null) return null;
  const value = constantOf(step, null);
  if (value !== null && value.compare(0) > 0) return rationalText(value);
  checker.report(diagnostic("step-not-positive", node.step.span, {}));
  return null;
}
