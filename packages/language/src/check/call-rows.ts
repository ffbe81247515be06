/**
 * Functions over the side rows of the subject (`sum(L.f where C drop highest 1)`) and over the series of a used rubric.
 * Inside, a bare name is a column of the list first.
 */
import { decimal, type Rational, rationalText, ZERO } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Aggregate, Expression, Trim, ValueType } from "../program/expression.js";
import { type BuiltinName, builtinNamed, builtins } from "../library/builtins.js";
import type * as ast from "../syntax/ast.js";
import type { Checked, Checker, Scope, Value } from "./checker.js";
import { wholeNumber } from "./check-as.js";
import { checkAs } from "./check-as.js";
import { mayRead, refer } from "./read.js";
import { countKind } from "./number-kind.js";
import { summedOf } from "./number-laws.js";
import { flagType, isNumber, numberType, pureType, valueOf, flagExpected } from "./value.js";

type AggregateName = Aggregate["name"];

const mostDropped = 1000;

/** Whether the argument of `count` speaks of a list's rows rather than of subjects. */
export function isOverRows(checker: Checker, node: ast.Call, _scope: Scope): boolean {
  const [arg] = node.args;
  return arg !== undefined && rangeIn(checker, arg.value) !== null;
}

/** What a function goes through: the rows of a list, or the periods of a used rubric. */
interface Ranging {
  readonly over: { readonly kind: "list"; readonly list: number } | { readonly kind: "periods"; readonly use: number };
  readonly name: ast.Name;
}

/** The first list or use of all periods that the expression reads. What a function inside ranges over is its own affair. */
function rangeIn(checker: Checker, root: ast.Expression): Ranging | null {
  const stack: ast.Expression[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    switch (node.kind) {
      case "reference": {
        const [name] = node.path;
        const field = name === undefined ? null : checker.names.find(name.text, "field");
        const type = field === null ? null : checker.draft.fields[field.index]?.type;
        if (name !== undefined && type?.kind === "list") return { over: { kind: "list", list: type.list }, name };
        const use = field === null && name !== undefined ? checker.names.find(name.text, "use") : null;
        if (use !== null && name !== undefined && checker.draft.uses[use.index]?.allPeriods === true)
          return { over: { kind: "periods", use: use.index }, name };
        break;
      }
      case "unary":
        stack.push(node.operand);
        break;
      case "binary":
        stack.push(node.right, node.left);
        break;
      case "by":
        stack.push(...node.rows.map((row) => row.value), node.subject);
        break;
      case "call":
        if (!rangesOver(node)) stack.push(...node.args.map((arg) => arg.value).reverse());
        break;
      default:
        break;
    }
  }
  return null;
}

/** Whether the function goes through rows or subjects of its own. */
function rangesOver({ name }: ast.Call): boolean {
  const builtin = builtinNamed(name.text);
  return builtin !== undefined && !["value", "time", "result"].includes(builtins[builtin].family);
}

export function checkAggregate(checker: Checker, node: ast.Call, name: BuiltinName, scope: Scope): Checked {
  const [arg] = node.args;
  if (arg === undefined) return null;
  const found = rangeIn(checker, arg.value);
  if (found === null) {
    checker.report(
      diagnostic("list-needed", arg.span, {
        name: node.name.text,
        lists: checker.draft.lists.map((list) => list.name),
      }),
    );
    return null;
  }
  if (!mayRead(checker, node, scope, false)) return null;
  const isWhole = arg.value.kind === "reference" && arg.value.path.length === 1;
  const series = found.over.kind === "periods" ? seriesIn(checker, arg.value, node.where, found.over.use, scope) : null;
  if (found.over.kind === "periods" && series === null) {
    // A rubric that is not there, or a result that it does not publish, is one mistake and was reported.
    const written = [arg.value, node.where].flatMap((root) => (root === null ? [] : referencesIn(root)));
    const reads = written.some(({ path }) => path.length > 1);
    const isKnown = checker.uses.has(checker.draft.uses[found.over.use]?.path ?? "");
    if (isKnown && !reads) checker.report(diagnostic("series-function", node.span, { name: node.name.text }));
    return null;
  }
  const field = found.over.kind === "list" ? checker.names.find(found.name.text, "field") : null;
  if (field !== null) refer(checker, found.name, field);
  const inner: Scope =
    found.over.kind === "list" ? { ...scope, row: found.over.list } : { ...scope, periods: found.over.use };
  const where = node.where === null ? null : checkAs(checker, node.where, inner, flagExpected);
  const trim = trimOf(checker, node, name as AggregateName);
  const value = isWhole ? null : checker.check(arg.value, inner, null);
  if ((!isWhole && value === null) || (node.where !== null && where === null) || trim === "wrong") return null;
  const over: Aggregate["over"] = found.over.kind === "list" ? found.over : { kind: "series", series: sure(series) };
  return aggregate(checker, node, name as AggregateName, { over, list: found.name.text, value, where, trim });
}

function sure<T>(value: T | null): T {
  if (value === null) throw new RangeError("a function over periods without a series");
  return value;
}

/** The first result of the use that is read, in all periods: it says which periods there are. */
function seriesIn(
  checker: Checker,
  arg: ast.Expression,
  where: ast.Expression | null,
  use: number,
  scope: Scope,
): Expression | null {
  const reads = [arg, where].flatMap((root) => (root === null ? [] : referencesIn(root)));
  const first = reads.find(
    ({ path }) => path.length > 1 && checker.names.find(path[0]?.text ?? "", "use")?.index === use,
  );
  return first === undefined ? null : (checker.check(first, { ...scope, periods: null }, null)?.node ?? null);
}

/** All references of an expression, in the order of the text. */
function referencesIn(root: ast.Expression): readonly ast.Reference[] {
  if (root.kind === "reference") return [root];
  const below = (value: unknown): readonly ast.Reference[] => {
    if (typeof value !== "object" || value === null) return [];
    if ((value as Partial<ast.Reference>).kind === "reference") return [value as ast.Reference];
    return Object.values(value).flatMap(below);
  };
  return below(root);
}

interface Parts {
  readonly over: Aggregate["over"];
  /** The name of the list or of the use. */
  readonly list: string;
  readonly value: Value | null;
  readonly where: Expression | null;
  readonly trim: Trim | null;
}

function aggregate(checker: Checker, node: ast.Call, name: AggregateName, parts: Parts): Checked {
  const [arg] = node.args;
  const { over, list, where, trim } = parts;
  const made = (value: Expression | null, condition: Expression | null, type: ValueType): Aggregate => ({
    kind: "aggregate",
    name,
    over,
    value,
    where: condition,
    trim,
    type,
    span: node.span,
  });
  const found = parts.value?.node.type ?? null;
  switch (name) {
    case "sum":
    case "average":
    case "median": {
      if (parts.value === null || found === null || !isNumber(found)) {
        checker.report(
          diagnostic("column-expected", arg?.span ?? node.span, {
            name: node.name.text,
            list,
            found,
          }),
        );
        return null;
      }
      const { node: value, kind, unit } = parts.value;
      return valueOf(made(value, where, value.type), unit, name === "sum" ? summedOf(kind) : kind);
    }
    case "all":
    case "share": {
      if (found === null ? name === "all" && where === null : found.kind !== "flag")
        return conditionMissing(checker, node, found);
      if (name === "all" && found === null) return conditionMissing(checker, node, found);
      return valueOf(made(parts.value?.node ?? null, where, name === "all" ? flagType : numberType({}, true)));
    }
    case "any":
    case "count": {
      // How many periods have the result.
      if (name === "count" && over.kind === "series" && parts.value !== null && found?.kind !== "flag")
        return valueOf(made(parts.value.node, where, pureType), null, countKind);
      if (found !== null && found.kind !== "flag") return conditionMissing(checker, node, found);
      const asked = parts.value?.node ?? null;
      const met = name === "count" && asked !== null ? withoutBlanks(checker, asked) : asked;
      return valueOf(made(null, both(where, met), name === "any" ? flagType : pureType));
    }
  }
}

function conditionMissing(checker: Checker, node: ast.Call, found: ValueType | null): null {
  checker.report(
    diagnostic("row-condition-expected", node.args[0]?.span ?? node.span, { name: node.name.text, found }),
  );
  return null;
}

/**
 * The flag that `count(L.f)` or `count(not L.f)` asks for, with no for a blank that the rubric allows: such a row is not counted. What a
 * condition computes from a blank is awaited.
 */
function withoutBlanks(checker: Checker, asked: Expression): Expression {
  const read = asked.kind === "not" ? asked.operand : asked;
  if (read.kind !== "row-field") return asked;
  const column = checker.draft.lists[read.list]?.columns[read.column];
  if (column?.optional !== true) return asked;
  const isThere: Expression = { kind: "is-none", operand: read, negated: true, type: flagType, span: read.span };
  return { kind: "logic", op: "and", left: isThere, right: asked, type: flagType, span: asked.span };
}

/** `any(L.f < 60 where C)`: rows that meet both. */
function both(left: Expression | null, right: Expression | null): Expression | null {
  if (left === null || right === null) return left ?? right;
  return { kind: "logic", op: "and", left, right, type: flagType, span: right.span };
}

/** "wrong" after a diagnostic. */
function trimOf(checker: Checker, { name, drop, keep }: ast.Call, of: AggregateName): Trim | null | "wrong" {
  const written = keep ?? drop;
  if (written === null) return null;
  const refuse = (code: "drop-misplaced" | "drop-not-whole" | "keep-not-whole" | "keep-with-drop"): "wrong" => {
    checker.report(diagnostic(code, written.span, { name: name.text }));
    return "wrong";
  };
  if (of !== "average" && of !== "sum") return refuse("drop-misplaced");
  if (keep !== null && drop !== null) return refuse("keep-with-drop");
  const trim = keep === null ? dropped(written) : kept(written);
  return trim ?? refuse(keep === null ? "drop-not-whole" : "keep-not-whole");
}

/** So many rows at each end, or shares of all of them. */
function dropped({ highest, lowest }: ast.Ends): Trim | null {
  const shares = [highest, lowest].map((end) => (end === null ? ZERO : shareOf(end)));
  const [most, least] = shares;
  const isOfShares = highest?.unit === "%" || lowest?.unit === "%";
  if (isOfShares) {
    if (most == null || least == null || most.add(least).compare(1) >= 0) return null;
    return { kind: "drop-share", highest: rationalText(most), lowest: rationalText(least) };
  }
  const [above, below] = [highest, lowest].map((end) => (end === null ? 0 : countOf(end, 0)));
  return above == null || below == null ? null : { kind: "drop", highest: above, lowest: below };
}

function kept({ highest, lowest }: ast.Ends): Trim | null {
  const only = highest ?? lowest;
  if (only === null || (highest !== null && lowest !== null)) return null;
  const rows = countOf(only, 1);
  return rows === null ? null : { kind: "keep", side: highest === null ? "lowest" : "highest", rows };
}

const shareOf = ({ digits, unit }: ast.NumberLiteral): Rational | null =>
  unit === "%" ? decimal(digits).div(100) : null;

function countOf(literal: ast.NumberLiteral, least: number): number | null {
  return wholeNumber({ ...literal, unit: isCountingWord(literal.unit) ? null : literal.unit }, least, mostDropped);
}

/** `highest 3 个`: whatever is counted, these are rows. */
const isCountingWord = (unit: string | null): boolean => unit !== null && unit !== "%" && unit !== "‰";
