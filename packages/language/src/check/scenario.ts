/**
 * `scenario "…" { NAME: weight 40%; NAME: 5 分; CONSTANT: 3 }`: other points, weights and constants, checked for the same sums
 * and bounds as the rubric itself; nothing is rescaled silently.
 */
import { decimalOrQuotient, percentText, rational, type Rational, rationalText, sum } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Scenario } from "../program/program.js";
import type * as ast from "../syntax/ast.js";
import type { Checker, DeclaredPoints, PartDraft } from "./checker.js";
import { declareName } from "./declare.js";
import { constantFor } from "./field-type.js";
import { isInside, shareOf } from "./allocate-points.js";
import { findPart, resolvePart } from "./part-name.js";
import { constantNumber } from "./range.js";
import { refer } from "./read.js";
import { reportUnknown } from "./unknown-name.js";
import { pointsExpected } from "./value.js";
import { isBonusOrPenalty, weigh, type WeighProblem } from "./weigh.js";

type Change = Scenario["changes"][number];
type ChangeNode = ast.Scenario["changes"][number];

export function declareScenario(checker: Checker, node: ast.Scenario): void {
  declareName(
    checker,
    "scenario",
    { kind: "name", span: node.name.span, text: node.name.value },
    checker.draft.scenarios.length,
  );
  checker.draft.scenarios.push({ name: node.name.value, span: node.span, changes: [] });
}

export function checkScenario(checker: Checker, node: ast.Scenario, index: number): void {
  const seen = new Map<string, ChangeNode>();
  const changes = node.changes.map((change) => {
    const made = checkChange(checker, change);
    if (made === null) return null;
    const key = made.kind === "constant" ? `constant ${made.constant}` : `part ${made.part}`;
    const before = seen.get(key);
    if (before !== undefined) reportTwice(checker, change, before);
    seen.set(key, change);
    return made;
  });
  if (changes.some((change) => change === null)) return;
  const made = changes as readonly Change[];
  checker.draft.scenarios[index] = { name: node.name.value, span: node.span, changes: made };
  checkSums(checker, node, made);
}

function reportTwice(checker: Checker, change: ChangeNode, before: ChangeNode): void {
  const name = change.target.map((part) => part.text).join(".");
  checker.report(
    diagnostic(
      "duplicate-name",
      change.span,
      { name, kind: "change" },
      {
        related: [{ span: before.span, note: { zh: "前面已有", en: "it was first here" } }],
      },
    ),
  );
}

function checkChange(checker: Checker, node: ChangeNode): Change | null {
  const [first, ...others] = node.target;
  if (first === undefined) return null;
  const constant = others.length === 0 && !node.weight ? checker.names.find(first.text, "constant") : null;
  const drafted = constant === null ? undefined : checker.draft.constants[constant.index];
  if (constant !== null && drafted !== undefined) {
    refer(checker, first, constant);
    const value = constantFor(checker, drafted, node.value);
    return value === null ? null : { kind: "constant", constant: constant.index, value, span: node.span };
  }
  if (findPart(checker, node.target).kind === "none") {
    return reportUnknown(checker, node.target.at(-1) ?? first, "changed", () => checker.names.of(["constant", "part"]));
  }
  const part = resolvePart(checker, node.target);
  return part === null ? null : changeOfPart(checker, node, part);
}

function changeOfPart(checker: Checker, node: ChangeNode, part: PartDraft): Change | null {
  const given = checker.draft.given[part.index];
  const fits = !isBonusOrPenalty(part) && (node.weight ? given?.weight !== null : given?.points !== null);
  if (!fits) {
    checker.report(
      diagnostic(node.weight ? "scenario-no-weight" : "scenario-no-points", node.span, { name: part.name }),
    );
    return null;
  }
  const value = node.weight ? shareOf(checker, node.value) : constantNumber(checker, node.value, pointsExpected);
  if (value === null) return null;
  checkBounds(checker, node, part, value);
  return { kind: node.weight ? "weight" : "points", part: part.index, value: rationalText(value), span: node.span };
}

function checkBounds(checker: Checker, node: ChangeNode, part: PartDraft, value: Rational): void {
  const bounded = node.weight || part.node.kind === "section";
  if (part.within === null || !bounded || isInside(value, part.within)) return;
  const show = node.weight ? percentText : decimalOrQuotient;
  const { min, max } = part.within;
  checker.report(
    diagnostic(
      "outside-bounds",
      node.value.span,
      {
        name: part.name,
        found: show(value),
        min: min === null ? null : show(min),
        max: max === null ? null : show(max),
        weight: node.weight,
      },
      {
        related:
          part.node.within === null
            ? []
            : [{ span: part.node.within.span, note: { zh: "限定的范围", en: "the range that limits it" } }],
      },
    ),
  );
}

/** The rubric's own sums are judged elsewhere: only what the scenario breaks is said here. */
function checkSums(checker: Checker, node: ast.Scenario, changes: readonly Change[]): void {
  const { parts, roots, given, total, totalSpan } = checker.draft;
  const givenTotal = totalSpan === null ? null : total;
  const changed: DeclaredPoints[] = [...given];
  for (const change of changes) {
    const before = change.kind === "constant" ? undefined : changed[change.part];
    if (change.kind === "constant" || before === undefined) continue;
    changed[change.part] = { ...before, [change.kind]: rational(change.value) };
  }
  const usual = new Set(weigh(parts, roots, givenTotal, given).problems.map(keyOf));
  const problems = weigh(parts, roots, givenTotal, changed).problems.filter((problem) => !usual.has(keyOf(problem)));
  for (const problem of problems) reportSum(checker, node, problem);
}

function keyOf(problem: WeighProblem): string {
  const of = "above" in problem ? problem.above : problem.part;
  return `${problem.kind}/${of?.index ?? ""}/${"inCase" in problem ? (problem.inCase ?? "") : ""}`;
}

function reportSum(checker: Checker, node: ast.Scenario, problem: WeighProblem): void {
  if (problem.kind !== "points-sum" && problem.kind !== "weights-sum") return;
  const show = problem.kind === "points-sum" ? decimalOrQuotient : percentText;
  const found = sum(problem.parts.map((part) => part.value));
  const expected = problem.kind === "points-sum" ? problem.expected : null;
  checker.report(
    diagnostic("scenario-sum", node.name.span, {
      scenario: node.name.value,
      above: problem.above?.name ?? null,
      weights: problem.kind === "weights-sum",
      found: show(found),
      expected: expected === null ? "100%" : show(expected),
      parts: problem.parts.map(({ part, value }) => ({ name: part.name, value: show(value) })),
    }),
  );
}
