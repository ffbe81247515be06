/**
 * Which result a line of `expect` means. A name may denote several results (a section and a veto): the kind of the value
 * decides, and where it does not, the name is ambiguous.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import { scoreWords } from "../library/builtins.js";
import { pointUnit } from "../library/units.js";
import type { TestResult } from "../program/program.js";
import type * as ast from "../syntax/ast.js";
import type { Checker, PartDraft, Expectation } from "./checker.js";
import type { Declared, NameKind } from "./names.js";
import { findPart, reportSeveral, resolvePart } from "./part-name.js";
import { reportUnknown } from "./unknown-name.js";
import { flagExpected, moneyExpected, expectationOf, pointsExpected, pureExpected } from "./value.js";

export interface Expected {
  readonly result: TestResult;
  /** What the expected value must be; null where the result itself is in error. */
  readonly want: Expectation | null;
  /** Set for a part: what `full` and percentages refer to. */
  readonly part: PartDraft | null;
}

interface Candidate extends Expected {
  readonly span: ast.Name["span"];
}

type Entry = ast.Test["expect"][number];

const resultKinds: readonly NameKind[] = [
  "coefficient",
  "let",
  "output",
  "grades",
  "ranking",
  "veto",
  "award",
  "consequence",
];

export function resolveExpected(checker: Checker, entry: Entry): Expected | null {
  const [first, ...path] = entry.target;
  if (first === undefined) return null;
  if (path.length > 0) return ofPath(checker, entry, first, path);
  const candidates = candidatesFor(checker, first);
  if (candidates === null) return null;
  const [firstCandidate] = candidates;
  if (firstCandidate === undefined) {
    return reportUnknown(checker, first, "expected", () => [
      ...checker.names.of(["part", ...resultKinds]),
      ...scoreWords,
    ]);
  }
  const fitting = candidates.filter((one) => fits(one, entry.value));
  const [chosen = firstCandidate, ...others] = fitting;
  if (others.length > 0) {
    const related = fitting.map((one) => ({ span: one.span, note: { zh: "指这里", en: "this one" } }));
    checker.report(
      diagnostic(
        "ambiguous-name",
        first.span,
        { name: first.text, kinds: fitting.map((one) => kindOf(one.result)) },
        { related },
      ),
    );
    return null;
  }
  const meant = checker.names.findAll(first.text, ["part", ...resultKinds]).find((one) => one.span === chosen.span);
  if (meant !== undefined) checker.references.set(first, meant);
  if (checker.draft.rankingsBySection.has(chosen.result.kind === "place" ? chosen.result.ranking : -1)) {
    checker.report(diagnostic("section-needed", first.span, { ranking: first.text, example: null }));
    return null;
  }
  return chosen;
}

/** Null after a diagnostic. */
function candidatesFor(checker: Checker, name: ast.Name): readonly Candidate[] | null {
  const found: Candidate[] = [];
  const part = findPart(checker, [name]);
  const others = checker.names.findAll(name.text, resultKinds);
  if (part.kind === "several" && others.length === 0) {
    reportSeveral(checker, name, part.parts);
    return null;
  }
  if (part.kind === "part") {
    found.push({
      result: { kind: "part", part: part.part.index },
      want: pointsExpected,
      part: part.part,
      span: part.part.node.name.span,
    });
  }
  for (const declared of others) {
    const expected = ofDeclared(checker, declared);
    if (expected !== null) found.push({ ...expected, span: declared.span });
  }
  if (found.length === 0 && scoreWords.includes(name.text)) {
    found.push({
      result: { kind: "score" },
      want: expectationOf(pointsExpected.type, pointUnit),
      part: null,
      span: name.span,
    });
  }
  return found;
}

function ofDeclared(checker: Checker, { kind, index }: Declared): Expected | null {
  const { draft } = checker;
  switch (kind) {
    case "coefficient":
      return { result: { kind, index }, want: pureExpected, part: null };
    case "let":
    case "output": {
      const value = (kind === "let" ? draft.lets : draft.outputs)[index]?.value ?? null;
      return {
        result: { kind, index },
        want: value === null ? null : expectationOf(value.node.type, value.unit, value.kind),
        part: null,
      };
    }
    case "grades": {
      const choice = draft.gradesChoices[index];
      return choice === undefined
        ? null
        : { result: { kind: "grade", grades: index }, want: expectationOf({ kind: "level", choice }), part: null };
    }
    case "ranking":
      return { result: { kind: "place", ranking: index, section: null }, want: pureExpected, part: null };
    case "veto":
      return { result: { kind, veto: index }, want: flagExpected, part: null };
    case "award":
      return {
        result: { kind, index },
        want: moneyExpected,
        part: null,
      };
    case "consequence":
      return { result: { kind, index }, want: flagExpected, part: null };
    default:
      return null;
  }
}

/** Whether a value of this form can be expected of the result. */
function fits({ result, want }: Expected, value: ast.Expression): boolean {
  if (want === null) return true;
  const isFlag = value.kind === "flag";
  if (result.kind === "award") return value.kind !== "reference";
  if (want.type.kind === "flag") return isFlag;
  if (want.type.kind === "level") return value.kind === "reference";
  return want.type.kind !== "number" || (!isFlag && value.kind !== "reference" && value.kind !== "text");
}

function kindOf(result: TestResult): NameKind {
  switch (result.kind) {
    case "score":
    case "part":
      return "part";
    case "grade":
      return "grades";
    case "place":
      return "ranking";
    default:
      return result.kind;
  }
}

/** `分线.党群工作` is a place, anything else the path of a part. */
function ofPath(checker: Checker, entry: Entry, first: ast.Name, path: readonly ast.Name[]): Expected | null {
  const ranking = checker.names.find(first.text, "ranking");
  if (ranking !== null && checker.draft.rankingsBySection.has(ranking.index)) {
    checker.references.set(first, ranking);
    const section = resolvePart(checker, path);
    return section === null
      ? null
      : { result: { kind: "place", ranking: ranking.index, section: section.index }, want: pureExpected, part: null };
  }
  const part = resolvePart(checker, entry.target, "expected");
  return part === null ? null : { result: { kind: "part", part: part.index }, want: pointsExpected, part };
}
