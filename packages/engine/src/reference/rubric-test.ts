/**
 * The tests that a rubric carries: one subject with what is given, held against what is expected.
 */
import {
  decimalText,
  isRational,
  PUBLISHED_DECIMALS,
  publishedNumberText,
  rational,
  type Rational,
  rationalText,
  rounded,
} from "@yardstick/exact";
import type {
  Expression,
  CoreProgram,
  ReferenceRead,
  Span,
  Test,
  TestResult,
  ValueType,
} from "@yardstick/language/core";
import type { Cell, Dataset } from "../data/dataset.js";
import { emptyDataset } from "../data/empty-dataset.js";
import { Evaluation, PLAIN } from "./evaluation.js";
import { evaluate, number } from "./expression.js";
import { assertNever, at, InternalError } from "../values/internal-error.js";
import { Mentions } from "./mentions.js";
import { compare } from "../values/comparison.js";
import type { Scope } from "./scope.js";
import { publishedDecimals, displayOfType } from "../values/display-value.js";
import type { Subject } from "./subject.js";
import type { Datum, Value, Want } from "../values/value.js";
import { inOrder, isPending, Series } from "../values/value.js";
import type { Awaited } from "../data/result.js";

/** The outcome of one test of a rubric. */
export interface TestOutcome {
  readonly name: string;
  readonly span: Span;
  /** All expectations hold. */
  readonly passed: boolean;
  readonly expectations: readonly Expectation[];
  /** What the pending ones among the expectations wait for. */
  readonly awaiting: readonly Awaited[];
}

/** An expected result of a test, with the result that was found. */
export interface Expectation {
  readonly span: Span;
  /** Of the result, as the test names it. */
  readonly name: string;
  readonly expected: string;
  /** Null: pending, or there is no such result. */
  readonly found: string | null;
  readonly holds: boolean;
}

const NUMBER: ValueType = { kind: "number", dimension: {}, percent: false };

/** The outcomes of all tests of a rubric, in the order of its text. */
export function outcomesOfTests(program: CoreProgram): readonly TestOutcome[] {
  return program.tests.map((test) => runTest(program, test));
}

function runTest(program: CoreProgram, test: Test): TestOutcome {
  // Values of a test are constant expressions, which need no data.
  const scope = new Evaluation(program, emptyDataset(program)).rubricScope(test.name);
  const evaluation = new Evaluation(program, datasetOf(program, test, scope), {
    ...PLAIN,
    lenient: test.elseFull,
    decrees: decreesOf(program, test, scope),
  });
  const subject = at(evaluation.subjects, 0);
  const wants: Want[] = [];
  const expectations = test.expect.map(({ span, name, result, value }): Expectation => {
    const expected = evaluate(value, scope);
    const found = foundFor(result, value.type, subject, evaluation);
    if (isPending(found.value)) wants.push(...found.value.wants);
    if (isPending(expected)) throw new InternalError("a test expects something that is not known");
    return {
      span,
      name,
      expected: textOf(program, value.type, expected),
      found: isPending(found.value) ? null : textOf(program, found.type, found.value),
      holds: !isPending(found.value) && agree(found.value, expected, found.type),
    };
  });
  return {
    name: test.name,
    span: test.span,
    passed: expectations.every(({ holds }) => holds),
    expectations,
    awaiting: inOrder(wants).map(({ awaited }) => awaited),
  };
}

/** One subject, named after the test where its key is not given. Fields not given are blank, lists not given have no rows. */
function datasetOf(program: CoreProgram, test: Test, scope: Scope): Dataset {
  const cells: Cell[] = program.fields.map((_, index) => (index === program.key ? test.name : null));
  const constants: Cell[] = program.constants.map(() => null);
  const lists = program.lists.map(({ columns }) => ({
    rows: 0,
    columns: columns.map((): Cell[] => []),
    owner: [] as number[],
  }));
  for (const given of test.given) {
    if (given.kind === "field") cells[given.field] = cellOf(given.value, scope);
    else if (given.kind === "constant") constants[given.constant] = cellOf(given.value, scope);
    else if (given.kind === "rows") {
      const list = at(lists, given.list);
      list.rows = given.rows.length;
      list.owner = given.rows.map(() => 0);
      list.columns = list.columns.map((_, column) => given.rows.map((row) => cellAt(row.cells, column, scope)));
    }
  }
  return { ...emptyDataset(program), subjects: { rows: 1, columns: cells.map((cell) => [cell]) }, lists, constants };
}

function cellAt(
  cells: readonly { readonly column: number; readonly value: Expression }[],
  column: number,
  scope: Scope,
): Cell {
  const given = cells.find((cell) => cell.column === column);
  return given === undefined ? null : cellOf(given.value, scope);
}

function cellOf(expression: Expression, scope: Scope): Cell {
  const value = evaluate(expression, scope);
  if (isPending(value) || value instanceof Series) return null;
  return isRational(value) ? rationalText(value) : value;
}

/** Scores of parts that are given and, with `else: full`, of the items that the test says nothing about. */
function decreesOf(program: CoreProgram, test: Test, scope: Scope): ReadonlyMap<number, Rational> {
  const decrees = new Map<number, Rational>();
  if (test.elseFull) {
    const mentions = new Mentions(program, test.given);
    program.parts.forEach((part, index) => {
      if (part.kind === "item" && !mentions.mentions(index)) decrees.set(index, rational(part.full));
    });
  }
  for (const given of test.given) {
    if (given.kind !== "part") continue;
    const score = number(given.value, scope);
    if (!isPending(score)) decrees.set(given.part, score);
  }
  return decrees;
}

interface Found {
  readonly value: Value;
  readonly type: ValueType;
}

function foundFor(result: TestResult, expected: ValueType, subject: Subject, evaluation: Evaluation): Found {
  const { program } = evaluation;
  const read = (to: ReferenceRead["to"], type: ValueType): Found => ({
    value: evaluate({ kind: "reference", span: [0, 0], type, to }, subject.scope(subject.owner(""), false)),
    type,
  });
  const flag = (value: Value): Found => ({ value, type: { kind: "flag" } });
  switch (result.kind) {
    case "score":
      return read({ kind: "score" }, NUMBER);
    case "part":
      return read({ kind: "part-score", part: result.part }, NUMBER);
    case "coefficient":
      return {
        value: subject.coefficient(result.index).value,
        type: at(program.coefficients, result.index).value.type,
      };
    case "let":
      return read(result, at(program.lets, result.index).value.type);
    case "output":
      return read(result, at(program.outputs, result.index).value.type);
    case "grade":
      return read(result, { kind: "level", choice: at(program.grades, result.grades).choice });
    case "place":
      return read(result, NUMBER);
    case "veto":
      return flag(subject.veto(result.veto).holds);
    case "award": {
      // Expected as yes or no, or as what it pays.
      if (expected.kind === "number") return read(result, NUMBER);
      const { holds, isGiven } = evaluation.award(result.index, subject);
      return flag(isPending(holds) ? holds : isGiven);
    }
    case "consequence":
      return flag(evaluation.consequence(result.index, subject).value);
    default:
      return assertNever(result);
  }
}

function textOf(program: CoreProgram, type: ValueType, value: Datum): string {
  if (!isRational(value)) return displayOfType(program, type, value).text;
  const percent = type.kind === "number" && type.percent;
  return percent ? `${publishedNumberText(value.mul(100), null)}%` : publishedNumberText(value, null);
}

/** Equal exactly; a number that repeats for ever, equal once rounded, because what a test expects has to end. */
function agree(found: Datum, expected: Datum, type: ValueType): boolean {
  if (!isRational(found) || !isRational(expected)) return compare(found, expected) === 0;
  const decimals = publishedDecimals(type, PUBLISHED_DECIMALS);
  const repeats = decimalText(found, decimals) !== decimalText(found, decimals + 1);
  return found.equals(expected) || (repeats && rounded(found, decimals).equals(expected));
}
