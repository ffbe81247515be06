/**
 * The unit in which an explanation shows what an expression comes to: that of the fields whose values it carries, as their author wrote
 * it. `highest(amount)` of 万元 is in 万元, and so is a deviation of the rows' amounts. Null: the fields differ, or the value is no value
 * of theirs (a count, a place, a share).
 */
import { type DataModel, type Dimension, type Expression, ownEntry, type Unit } from "@yardstick/language/core";
import { assertNever, at } from "./internal-error.js";

type Values = readonly { readonly value: Expression }[];

/** What names the fields, the intermediate values and the outputs that an expression reads. */
type UnitSource = Pick<DataModel, "fields" | "constants" | "lists"> & {
  readonly lets: Values;
  readonly outputs: Values;
};

/** The unit of the fields whose values an expression carries; null where they differ, or it has another dimension. */
export function writtenUnit(source: UnitSource, node: Expression): Unit | null {
  if (node.type.kind !== "number" || node.type.percent) return null;
  const { dimension } = node.type;
  const [first, ...others] = [...unitsIn(source, node)].filter((unit) => isSame(unit.dimension, dimension));
  if (first === undefined) return null;
  return others.every(({ name, scale }) => name === first.name && scale === first.scale) ? first : null;
}

const isPure = (dimension: Dimension): boolean => Object.values(dimension).every((exponent) => exponent === 0);

function isSame(left: Dimension, right: Dimension): boolean {
  const bases = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...bases].every((base) => (ownEntry(left, base) ?? 0) === (ownEntry(right, base) ?? 0));
}

/**
 * The units of the fields whose values become part of the result; conditions and what is only counted are none. `isSquare`: below a root,
 * where the product of counts is a square of them.
 */
function* unitsIn(source: UnitSource, node: Expression, isSquare = false): Generator<Unit> {
  switch (node.kind) {
    case "field":
      return yield* unitOf(at(source.fields, node.field));
    case "row-field":
      return yield* unitOf(at(at(source.lists, node.list).columns, node.column));
    case "constant":
      return yield* unitOf(at(source.constants, node.constant));
    case "reference":
      if (node.to.kind === "let") yield* unitsOfNamed(source, at(source.lets, node.to.index).value);
      if (node.to.kind === "output") yield* unitsOfNamed(source, at(source.outputs, node.to.index).value);
      return;
    case "cohort":
      if (node.name !== "rank" && node.name !== "count" && node.value !== null)
        yield* unitsIn(source, node.value, isSquare);
      return;
    case "aggregate":
      if (isOfValues(node.name) && node.value !== null) yield* unitsIn(source, node.value, isSquare);
      return;
    case "previous":
    case "negate":
      return yield* unitsIn(source, node.operand, isSquare);
    case "apply":
      if (node.name === "root") return yield* unitsOfRoot(source, node.args);
      for (const argument of node.args) yield* unitsIn(source, argument, isSquare);
      return;
    case "arithmetic":
      // The product of counts is no count of either.
      if (!isSquare && isProduct(node.op) && node.type.kind === "number" && isPure(node.type.dimension)) return;
      yield* unitsIn(source, node.left, isSquare);
      if (node.op !== "^") yield* unitsIn(source, node.right, isSquare);
      return;
    case "bands":
      for (const { value } of node.rows) yield* unitsIn(source, value);
      if (node.otherwise !== null) yield* unitsIn(source, node.otherwise);
      return;
    case "number":
    case "text":
    case "flag":
    case "date":
    case "level":
    case "full":
    case "share":
    case "not":
    case "comparison":
    case "logic":
    case "running":
    case "is-none":
      return;
    default:
      assertNever(node);
  }
}

/** The units in intermediate values and outputs, found once each: a value may read another twice, and that one a third. */
const unitsOfValues = new WeakMap<Expression, readonly Unit[]>();

function unitsOfNamed(source: UnitSource, value: Expression): readonly Unit[] {
  const known = unitsOfValues.get(value);
  if (known !== undefined) return known;
  const units = [...new Set(unitsIn(source, value))];
  unitsOfValues.set(value, units);
  return units;
}

/** Of a deviation, the root of a square over a number; where the divisor has units itself, the quotient is a ratio. */
function* unitsOfRoot(source: UnitSource, [dividend, divisor]: readonly Expression[]): Generator<Unit> {
  if (dividend === undefined || (divisor !== undefined && [...unitsIn(source, divisor, true)].length > 0)) return;
  yield* unitsIn(source, dividend, true);
}

const isProduct = (op: Extract<Expression, { kind: "arithmetic" }>["op"]): boolean => op !== "+" && op !== "-";

const isOfValues = (name: Extract<Expression, { kind: "aggregate" }>["name"]): boolean =>
  name === "sum" || name === "average" || name === "median";

function* unitOf({ type }: DataModel["fields"][number]): Generator<Unit> {
  if (type.kind === "number" && type.unit !== null) yield type.unit;
}
