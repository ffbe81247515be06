/**
 * `alias.result`: a published result of a used rubric, with the type that rubric gives it. With `all periods` it is a series.
 */
import type { Program, ValueType } from "../program/index.js";
import { diagnostic } from "../diagnostics/diagnostic.js";
import { isPure } from "../library/dimension.js";
import { scoreWords } from "../library/builtins.js";
import { pointUnit } from "../library/units.js";
import type * as ast from "../syntax/ast.js";
import type { Checked, Checker, Scope } from "./checker.js";
import type { Declared } from "./names.js";
import { mayRead, refer } from "./read.js";
import { reportUnknown } from "./unknown-name.js";
import { countKind, type NumberKind, percentKind, plainKind, quantityKind } from "./number-kind.js";
import { moneyType, pointsType, pureType, valueOf } from "./value.js";

/** Name under which the used rubric publishes it, and what kind of value it is. */
interface Published {
  readonly result: string;
  readonly type: ValueType;
  /** Index of the used rubric's choice, for grades. */
  readonly choice?: number;
  readonly isPlace?: true;
}

/** The names of a used rubric's score, total and awards, whatever the spelling in the text. */
const usedScore = "总分";
export const usedTotal = "满分";
const usedAwards = "奖励";

const fullWords = ["满分", "full"];
const awardWords = ["奖励", "awards", "award"];

export function checkUsed(checker: Checker, node: ast.Reference, used: Declared, scope: Scope): Checked {
  const [alias, ...path] = node.path;
  const last = path.at(-1);
  if (alias === undefined || last === undefined) return null;
  refer(checker, alias, used);
  const use = checker.draft.uses[used.index] ?? null;
  const program = use === null ? undefined : checker.uses.get(use.path);
  if (use === null || program === undefined) return null;
  const name = path.map((one) => one.text).join("/");
  const published = resultsOf(program).get(name);
  if (published === undefined) return reportUnknown(checker, last, "used", () => resultsOf(program).keys());
  checker.references.set(last, { kind: "used", use: used.index, name: published.result });
  if (!mayRead(checker, node, scope, false)) return null;
  const plain = published.choice === undefined ? published.type : levelOf(checker, program, published.choice);
  if (use.allPeriods && scope.periods !== null && scope.periods !== used.index) {
    checker.report(diagnostic("periods-of-two", node.span, { name: alias.text }));
    return null;
  }
  const isSeries = use.allPeriods && scope.periods === null;
  const type: ValueType = isSeries ? { kind: "series", of: plain } : plain;
  const unit = plain.kind === "number" && plain.dimension["分"] === 1 ? pointUnit : null;
  return valueOf(
    { kind: "reference", to: { kind: "used", use: used.index, result: published.result }, type, span: node.span },
    unit,
    kindOfPublished(published, plain),
  );
}

/** What a used rubric publishes without a unit is a number of which no more is known. */
function kindOfPublished({ isPlace }: Published, type: ValueType): NumberKind {
  if (type.kind !== "number" || isPlace === true) return countKind;
  if (type.percent) return percentKind;
  return isPure(type.dimension) ? plainKind : quantityKind;
}

const known = new WeakMap<Program, ReadonlyMap<string, Published>>();

/** By the names and paths under which it can be read. Where two results share a name, the first of this order has it. */
function resultsOf(program: Program): ReadonlyMap<string, Published> {
  const before = known.get(program);
  if (before !== undefined) return before;
  const results = new Map<string, Published>();
  const add = (name: string, published: Published): void => {
    if (!results.has(name)) results.set(name, published);
  };
  for (const word of scoreWords) add(word, { result: usedScore, type: pointsType });
  for (const word of fullWords) add(word, { result: usedTotal, type: pointsType });
  for (const word of awardWords) add(word, { result: usedAwards, type: moneyType });
  for (const output of program.outputs) add(output.name, { result: output.name, type: output.value.type });
  const bearers = new Map<string, number>();
  for (const { name } of program.parts) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  for (const part of program.parts) {
    add(part.path, { result: part.path, type: pointsType });
    if (bearers.get(part.name) === 1) add(part.name, { result: part.path, type: pointsType });
  }
  for (const name of program.rankings.flatMap((ranking) => listsOf(program, ranking)))
    add(name, { result: name, type: pureType, isPlace: true });
  for (const grades of program.grades) {
    add(grades.name, { result: grades.name, type: { kind: "level", choice: grades.choice }, choice: grades.choice });
  }
  for (const award of program.awards) add(award.name, { result: award.name, type: moneyType });
  known.set(program, results);
  return results;
}

/** A ranking by each section publishes one list a section. */
function listsOf(program: Program, { name, by }: Program["rankings"][number]): readonly string[] {
  if (by !== "each-section") return [name];
  return program.roots.flatMap((root) => {
    const part = program.parts[root];
    return part?.kind === "section" ? [`${name}/${part.name}`] : [];
  });
}

/** The used rubric's grades as a choice of this one. */
function levelOf(checker: Checker, program: Program, choice: number): ValueType {
  const levels = program.choices[choice];
  if (levels === undefined) return { kind: "text" };
  const { choices } = checker.draft;
  const existing = choices.indexOf(levels);
  return { kind: "level", choice: existing >= 0 ? existing : choices.push(levels) - 1 };
}
