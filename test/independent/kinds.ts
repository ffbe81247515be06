/**
 * The static type of an expression, as "Kinds of numbers" gives it: what is a share of an item's points, what is published with %, what
 * a level is compared with.
 */
import type { ast } from "@yardstick/language";
import type { Declared, Field, FieldType } from "./declared.js";
import { one, order, zero, type Fraction } from "./fraction.js";
import { constantNumber } from "./declared.js";
import { measureOf, type Kind } from "./units.js";

export type Type =
  | { readonly kind: "number"; readonly of: Kind; readonly scale: Fraction }
  | Extract<FieldType, { kind: "choice" }>
  | { readonly kind: "text" | "flag" | "date" | "none" };

export interface Names {
  readonly declared: Declared;
  /** The columns of the row at hand. */
  readonly columns: readonly Field[];
}

const numberOf = (of: Kind, scale = one): Type => ({ kind: "number", of, scale });
const flag: Type = { kind: "flag" };

function typeOfField({ type }: Field): Type {
  if (type.kind === "number") return numberOf(type.measure.kind, type.measure.scale);
  if (type.kind === "choice") return type;
  if (type.kind === "flag" || type.kind === "date") return { kind: type.kind };
  return { kind: "text" };
}

/** The list that a function ranges over: that of its first argument; null where it ranges over subjects. */
export function listOf(call: ast.Call, { declared }: Names): Field | null {
  const [argument] = call.args;
  const find = (expression: ast.Expression): Field | null => {
    switch (expression.kind) {
      case "reference": {
        const field = declared.fields.get(expression.path[0]?.text ?? "");
        return field?.type.kind === "list" ? field : null;
      }
      case "unary":
        return find(expression.operand);
      case "binary":
        return find(expression.left) ?? find(expression.right);
      case "by":
        return find(expression.subject);
      default:
        return null;
    }
  };
  return argument === undefined ? null : find(argument.value);
}

/** The names with the columns of a list in sight. */
export function inside(list: Field, names: Names): Names {
  return list.type.kind === "list" ? { ...names, columns: list.type.columns } : names;
}

function sum(left: Type, right: Type, op: "+" | "-"): Type {
  if (left.kind === "date" && right.kind === "date") return numberOf("days");
  if (left.kind === "date" || right.kind === "date")
    return op === "+" || left.kind === "date" ? { kind: "date" } : left;
  if (left.kind !== "number" || right.kind !== "number") return left;
  const kinds = [left.of, right.of];
  if (kinds.includes("percent")) return numberOf("percent", measureOf("%").scale);
  if (kinds.includes("bare") && kinds.includes("count")) return numberOf("bare");
  if (left.of === "bare") return right;
  // A number in 万元 and one in yuan together are in yuan.
  return right.of === left.of && order(left.scale, right.scale) !== 0 ? numberOf(left.of) : left;
}

const isSmall = (factor: Fraction): boolean => order(factor, one) <= 0 && order(factor, zero) !== 0;

function product(left: Type, right: Type, factor: Fraction): Type {
  if (left.kind !== "number" || right.kind !== "number") return left;
  const shares = new Set<Kind>(["percent", "ratio"]);
  if (left.of === "percent" && shares.has(right.of)) return left;
  if (right.of === "percent" && shares.has(left.of)) return right;
  // A percentage times a bare number above 1 is a number.
  if (shares.has(left.of) && right.of === "bare") return isSmall(factor) ? left : numberOf("number");
  if (shares.has(right.of) && left.of === "bare") return isSmall(factor) ? right : numberOf("number");
  if (shares.has(left.of)) return right;
  if (shares.has(right.of)) return left;
  const kinds = [left.of, right.of];
  if (left.of === right.of && !["bare", "count", "number"].includes(left.of)) return numberOf("square");
  if (kinds.includes("money")) return left.of === "money" ? left : right;
  if (kinds.includes("points")) return numberOf("points");
  if (kinds.includes("bare") && kinds.includes("count")) return numberOf("bare");
  return left.of === "bare" ? right : left;
}

function quotient(left: Type, right: Type): Type {
  if (left.kind !== "number" || right.kind !== "number") return left;
  if (right.of === "bare") return left;
  if (left.of === "square") return right;
  if (left.of === "percent" && right.of !== "percent" && right.of !== "ratio") return left;
  const isSame = left.of === right.of || (left.of === "percent" && right.of === "ratio");
  return numberOf(isSame ? "ratio" : "number");
}

/** The number that an expression is, whatever the data are: a literal, rounded or not. */
function constantIn(expression: ast.Expression): Fraction | null {
  if (expression.kind === "call" && /^(?:round|舍入)$/u.test(expression.name.text)) {
    return constantIn(expression.args[0]?.value ?? expression);
  }
  return expression.kind === "number" && expression.unit !== null ? null : constantNumber(expression);
}

/** The type of the rows of a table: the first that is no bare number, and no ratio where one is a percentage. */
function together(types: readonly Type[]): Type {
  const percent = types.find((type) => type.kind === "number" && type.of === "percent");
  return percent ?? types.find((type) => type.kind !== "number" || type.of !== "bare") ?? types[0] ?? { kind: "none" };
}

const oneOf = new Map<string, Type>([
  ...[
    "month",
    "月份",
    "quarter",
    "季度",
    "year",
    "年份",
    "count",
    "个数",
    "rank",
    "名次",
    "running",
    "连续",
    "weekday",
    "星期",
  ].map((name) => [name, numberOf("count")] as const),
  ...["any", "有", "all", "全", "last", "末位"].map((name) => [name, flag] as const),
  ...["score", "得分", "points", "分值"].map((name) => [name, numberOf("points")] as const),
  ["share", numberOf("percent", measureOf("%").scale)],
  ["占比", numberOf("percent", measureOf("%").scale)],
  ["percentile", numberOf("percent", measureOf("%").scale)],
  ["百分位", numberOf("percent", measureOf("%").scale)],
  ...["workdays", "工作日"].map((name) => [name, numberOf("days")] as const),
  ...["months", "月数"].map((name) => [name, numberOf("own")] as const),
  ...["zscore", "标准分"].map((name) => [name, numberOf("bare")] as const),
]);

const percentage = numberOf("percent", measureOf("%").scale);

/** Whether an expression is a percentage of a number: `came * 100%`. */
function isPercentOf(expression: ast.Expression, names: Names): boolean {
  if (expression.kind !== "binary" || expression.op !== "*") return false;
  return [expression.left, expression.right].some((side) => {
    const type = typeOf(side, names);
    return (type.kind === "number" && type.of === "percent") || isPercentOf(side, names);
  });
}

export function typeOf(expression: ast.Expression, names: Names): Type {
  switch (expression.kind) {
    case "number": {
      const { kind, scale } = measureOf(expression.unit);
      return numberOf(kind, scale);
    }
    case "text":
      return { kind: "text" };
    case "date":
      return { kind: "date" };
    case "flag":
      return flag;
    case "full":
      return numberOf("points");
    case "none":
    case "erroneous":
      return { kind: "none" };
    case "unary":
      return expression.op === "not" ? flag : typeOf(expression.operand, names);
    case "binary": {
      const { op } = expression;
      const [left, right] = [typeOf(expression.left, names), typeOf(expression.right, names)];
      if (op === "+" || op === "-") return sum(left, right, op);
      if (op === "*") return product(left, right, constantIn(expression.left) ?? constantIn(expression.right) ?? zero);
      if (op === "/") {
        const shared = quotient(left, right);
        // What is divided is a percentage of something.
        const isPercent = shared.kind === "number" && shared.of === "ratio" && isPercentOf(expression.left, names);
        return isPercent ? percentage : shared;
      }
      return op === "^" ? left : flag;
    }
    case "by":
      return together(
        [
          ...expression.rows.map(({ value }) => value),
          ...(expression.otherwise === null ? [] : [expression.otherwise]),
        ].map((value) => typeOf(value, names)),
      );
    case "call": {
      const known = oneOf.get(expression.name.text);
      if (known !== undefined) return known;
      const list = listOf(expression, names);
      const scope = list === null ? names : inside(list, names);
      return together(
        expression.args
          .slice(
            0,
            /^(?:round|舍入|deviation|标准差|sample_deviation|样本标准差)$/u.test(expression.name.text) ? 1 : undefined,
          )
          .map(({ value }) => typeOf(value, scope)),
      );
    }
    case "reference":
      return typeOfName(expression, names);
  }
}

function typeOfName({ path }: ast.Reference, names: Names): Type {
  const [first, second] = path.map(({ text }) => text);
  const field = names.declared.fields.get(first ?? "");
  if (second !== undefined && field?.type.kind === "list") {
    const column = field.type.columns.find(({ name }) => name === second);
    return column === undefined ? { kind: "none" } : typeOfField(column);
  }
  const own = names.columns.find(({ name }) => name === first) ?? field ?? names.declared.constants.get(first ?? "");
  if (own !== undefined) return typeOfField(own);
  const bound = names.declared.lets.get(first ?? "");
  if (bound !== undefined) return typeOf(bound, { ...names, columns: [] });
  if (first === "score" || first === "总分") return numberOf("points");
  if (first === "place" || first === "位次") return numberOf("count");
  return { kind: "none" };
}

/** Whether a value of this type is a share of the item's points where points are expected. */
export const isShare = (type: Type): boolean =>
  type.kind === "number" && (type.of === "percent" || type.of === "ratio");
