/**
 * `test "…" { given { … } expect { … } }`: data, constants and parts' scores by decree on one side, results on the other.
 */
import { decimalOrQuotient, rationalText } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Expression } from "../program/expression.js";
import type { Test } from "../program/program.js";
import type * as ast from "../syntax/ast.js";
import { type Checker, constantScope, type PartDraft } from "./checker.js";
import { declareName } from "./declare.js";
import { coerce, checkAs } from "./check-as.js";
import { constantFor } from "./field-type.js";
import { isInside } from "./allocate-points.js";
import { findPart, resolvePart } from "./part-name.js";
import { positionOf } from "./positions.js";
import { constantNumber } from "./range.js";
import { resolveExpected } from "./test-result.js";
import { reportUnknown } from "./unknown-name.js";
import { numberValue, pointsType, pointsExpected } from "./value.js";

type DeclaredPoints = Test["given"][number];

export function declareTest(checker: Checker, node: ast.Test): void {
  declareName(
    checker,
    "test",
    { kind: "name", span: node.name.span, text: node.name.value },
    checker.draft.tests.length,
  );
  checker.draft.tests.push({ name: node.name.value, span: node.span, given: [], elseFull: node.elseFull, expect: [] });
}

export function checkTest(checker: Checker, node: ast.Test, index: number): void {
  const seen = new Map<string, ast.GivenEntry>();
  const given = node.given.map((entry) => {
    const name = entry.target.map((part) => part.text).join(".");
    const before = seen.get(name);
    if (before === undefined) seen.set(name, entry);
    else {
      checker.report(
        diagnostic(
          "duplicate-name",
          entry.span,
          { name, kind: "given" },
          {
            related: [{ span: before.span, note: { zh: "前面已有", en: "it was first here" } }],
          },
        ),
      );
    }
    return checkGiven(checker, entry);
  });
  const expect = node.expect.map((entry) => checkExpected(checker, entry));
  if (given.some((entry) => entry === null) || expect.some((entry) => entry === null)) return;
  checker.draft.tests[index] = {
    name: node.name.value,
    span: node.span,
    given: given as readonly DeclaredPoints[],
    elseFull: node.elseFull,
    expect: expect as Test["expect"],
  };
}

function checkGiven(checker: Checker, { target, value }: ast.GivenEntry): DeclaredPoints | null {
  const [first, ...others] = target;
  if (first === undefined) return null;
  const { draft, names } = checker;
  const field = others.length === 0 ? names.find(first.text, "field") : null;
  const fieldDraft = field === null ? undefined : draft.fields[field.index];
  if (field !== null && fieldDraft !== undefined) {
    checker.references.set(first, field);
    if (fieldDraft.type?.kind === "list") return givenRows(checker, first.text, fieldDraft.type.list, value);
    if (value.kind === "rows") return misplacedRows(checker, value, first.text);
    const constant = constantFor(checker, fieldDraft, value);
    return constant === null ? null : { kind: "field", field: field.index, value: constant };
  }
  const constant = others.length === 0 ? names.find(first.text, "constant") : null;
  const constantDraft = constant === null ? undefined : draft.constants[constant.index];
  if (constant !== null && constantDraft !== undefined) {
    checker.references.set(first, constant);
    if (value.kind === "rows") return misplacedRows(checker, value, first.text);
    const expression = constantFor(checker, constantDraft, value);
    return expression === null ? null : { kind: "constant", constant: constant.index, value: expression };
  }
  if (findPart(checker, target).kind === "none") {
    return reportUnknown(checker, target.at(-1) ?? first, "given", () => names.of(["field", "constant", "part"]));
  }
  const part = resolvePart(checker, target);
  if (part === null) return null;
  return value.kind === "rows" ? misplacedRows(checker, value, part.name) : decreed(checker, part, value);
}

function misplacedRows(checker: Checker, node: ast.RowsNode, name: string): null {
  checker.report(diagnostic("rows-misplaced", node.span, { name }));
  return null;
}

/** A part's score by decree, within what the part can score. */
function decreed(checker: Checker, part: PartDraft, node: ast.Expression): DeclaredPoints | null {
  const number = constantNumber(checker, node, pointsExpected, { item: part.index, points: part.points });
  if (number === null) return null;
  const { min, max } = part;
  if (part.node.kind === "item" && !isInside(number, { min, max })) {
    const shown = {
      min: min === null ? null : decimalOrQuotient(min),
      max: max === null ? null : decimalOrQuotient(max),
    };
    checker.report(
      diagnostic("outside-range", node.span, { name: part.name, found: decimalOrQuotient(number), ...shown }),
    );
    return null;
  }
  return { kind: "part", part: part.index, value: numberValue(rationalText(number), pointsType, node.span) };
}

function givenRows(
  checker: Checker,
  name: string,
  list: number,
  node: ast.Expression | ast.RowsNode,
): DeclaredPoints | null {
  if (node.kind !== "rows") {
    if (node.kind === "erroneous") checker.check(node, constantScope, null);
    else checker.report(diagnostic("rows-expected", node.span, { name }));
    return null;
  }
  const columns = checker.draft.lists[list]?.columns ?? [];
  const rows = node.rows.map((row) => {
    const cells = row.cells.map((cell) => {
      const column = positionOf(columns, cell.name.text);
      const drafted = columns[column];
      if (drafted === undefined)
        return reportUnknown(checker, cell.name, "column", () => columns.map((one) => one.name));
      checker.references.set(cell.name, {
        kind: "column",
        list,
        index: column,
        name: drafted.name,
        span: drafted.nameSpan,
      });
      const value = constantFor(checker, drafted, cell.value);
      return value === null ? null : { column, value };
    });
    return cells.some((cell) => cell === null) ? null : { cells: cells.filter((cell) => cell !== null) };
  });
  return rows.some((row) => row === null) ? null : { kind: "rows", list, rows: rows.filter((row) => row !== null) };
}

function checkExpected(checker: Checker, entry: ast.Test["expect"][number]): Test["expect"][number] | null {
  const expected = resolveExpected(checker, entry);
  if (expected === null) return null;
  const { result, want, part } = expected;
  const value = part === null ? plain(checker, entry.value, expected) : ofPart(checker, entry.value, part);
  return value === null || want === null
    ? null
    : { span: entry.span, name: entry.target.map((one) => one.text).join("."), result, value };
}

function plain(
  checker: Checker,
  node: ast.Expression,
  { result, want }: NonNullable<ReturnType<typeof resolveExpected>>,
): Expression | null {
  if (want === null) return null;
  if (result.kind !== "award") return checkAs(checker, node, constantScope, want);
  const value = checker.check(node, constantScope, want);
  return value?.node.type.kind === "flag" ? value.node : (coerce(checker, node, value, want)?.node ?? null);
}

/** Points of a part; `full` and percentages are of its own points. */
function ofPart(checker: Checker, node: ast.Expression, part: PartDraft): Expression | null {
  const number = constantNumber(checker, node, pointsExpected, { item: part.index, points: part.points });
  return number === null ? null : numberValue(rationalText(number), pointsType, node.span);
}
