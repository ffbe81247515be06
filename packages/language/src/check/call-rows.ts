/**
 * Functions over the side rows of the subject (`sum(L.f where C drop highest 1)`) and over the series of a used rubric.
 * Inside, a bare name is a column of the list first.
 */
import { rational, type Rational, rationalText, ZERO } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Aggregate, Expression, Trim, ValueType } from "../program/expression.js";
import { isPure } from "../library/dimension.js";
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
  return arg !== undefined && (listIn(checker, arg.value) !== null || isSeries(checker, arg.value));
}

function isSeries(checker: Checker, node: ast.Expression): boolean {
  if (node.kind !== "reference") return false;
  const use = checker.names.find(node.path[0]?.text ?? "", "use");
  return use !== null && checker.draft.uses[use.index]?.allPeriods === true;
}

/** The first list whose rows the expression reads, and its name. What a function inside ranges over is its own affair. */
function listIn(checker: Checker, root: ast.Expression): { readonly list: number; readonly name: ast.Name } | null {
  const stack: ast.Expression[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    switch (node.kind) {
      case "reference": {
        const [name] = node.path;
        const field = name === undefined ? null : checker.names.find(name.text, "field");
        const type = field === null ? null : checker.draft.fields[field.index]?.type;
        if (name !== undefined && type?.kind === "list") return { list: type.list, name };
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
  if (isSeries(checker, arg.value)) return checkSeries(checker, node, name as AggregateName, arg.value, scope);
  const found = listIn(checker, arg.value);
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
  const field = checker.names.find(found.name.text, "field");
  if (field !== null) refer(checker, found.name, field);
  const inner: Scope = { ...scope, row: found.list };
  const where = node.where === null ? null : checkAs(checker, node.where, inner, flagExpected);
  const trim = trimOf(checker, node, name as AggregateName);
  const isWholeRow = arg.value.kind === "reference" && arg.value.path.length === 1;
  const value = isWholeRow ? null : checker.check(arg.value, inner, null);
  if ((!isWholeRow && value === null) || (node.where !== null && where === null) || trim === "wrong") return null;
  return aggregate(checker, node, name as AggregateName, { list: found.list, value, where, trim });
}

interface Parts {
  readonly list: number;
  readonly value: Value | null;
  readonly where: Expression | null;
  readonly trim: Trim | null;
}

function aggregate(checker: Checker, node: ast.Call, name: AggregateName, parts: Parts): Checked {
  const [arg] = node.args;
  const { list, where, trim } = parts;
  const made = (value: Expression | null, condition: Expression | null, type: ValueType): Aggregate => ({
    kind: "aggregate",
    name,
    over: { kind: "list", list },
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
            list: checker.draft.lists[list]?.name ?? "",
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
      if (found !== null && found.kind !== "flag") return conditionMissing(checker, node, found);
      return valueOf(made(null, both(where, parts.value?.node ?? null), name === "any" ? flagType : pureType));
    }
  }
}

function conditionMissing(checker: Checker, node: ast.Call, found: ValueType | null): null {
  checker.report(
    diagnostic("row-condition-expected", node.args[0]?.span ?? node.span, { name: node.name.text, found }),
  );
  return null;
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
  unit === "%" ? rational(digits).div(100) : null;

function countOf(literal: ast.NumberLiteral, least: number): number | null {
  return wholeNumber({ ...literal, unit: isCountingWord(literal.unit) ? null : literal.unit }, least, mostDropped);
}

/** `highest 3 个`: whatever is counted, these are rows. */
const isCountingWord = (unit: string | null): boolean => unit !== null && unit !== "%" && unit !== "‰";

/** Over what a used rubric published in all periods. */
function checkSeries(
  checker: Checker,
  node: ast.Call,
  name: AggregateName,
  arg: ast.Expression,
  scope: Scope,
): Checked {
  const trim = trimOf(checker, node, name);
  const series = checker.check(arg, scope, null);
  if (series === null || trim === "wrong") return null;
  const { type } = series.node;
  const of = type.kind === "series" ? type.of : type;
  const works = name === "count" || ((name === "sum" || name === "average" || name === "median") && isNumber(of));
  if (!works || node.where !== null) {
    checker.report(diagnostic("series-function", node.span, { name: node.name.text }));
    return null;
  }
  const result = name === "count" ? pureType : of;
  const over = { kind: "series", series: series.node } as const;
  return valueOf(
    { kind: "aggregate", name, over, value: null, where: null, trim, type: result, span: node.span },
    isNumber(result) && !isPure(result.dimension) ? series.unit : null,
    name === "count" ? countKind : series.kind,
  );
}
