/**
 * Tables that a program passes by column instead of by row: arrays and typed arrays by name, and Arrow tables. Each cell has the value
 * that it would have in a row object, so the same data gives the same cells and the same problems. Arrow is known by its interface
 * only; no library of it is loaded.
 */
import { unitsText } from "@yardstick/exact";
import type { RawCell, RawRow, RawTable } from "./raw-table.js";
import type { Row, RowValue } from "./row-value.js";
import type { Steps } from "./steps.js";
import { CellValue, cellOfValue, JsonNumber } from "./value-cell.js";

/** The number of cells converted in one step. */
const BATCH = 8192;

/** A type of Arrow. Nested types have fields, dictionaries a type of their values, decimals a scale. */
export interface ArrowType {
  readonly typeId: number;
}

/** A column of an Arrow table, such as a `Vector` of apache-arrow. */
export interface ArrowVector {
  readonly length: number;
  readonly type: ArrowType;
  get(index: number): unknown;
}

/** An Arrow table, such as a `Table` of apache-arrow: columns by index, named by the schema. */
export interface ArrowTable {
  readonly numRows: number;
  readonly schema: { readonly fields: readonly { readonly name: string }[] };
  getChildAt(index: number): ArrowVector | null;
}

/**
 * The cells of a column: an array of values as in row objects, a typed array, or a column of Arrow. Numbers are exact: whole numbers as
 * they are, decimals of Arrow with their digits. A fraction in a column of binary floats gives a problem, as in a row.
 */
export type ColumnValues =
  | readonly RowValue[]
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array
  | Float32Array
  | Float64Array
  | ArrowVector;

/** A table by columns: cells by name of field, the same number in each. */
export interface ColumnTable {
  readonly [column: string]: ColumnValues;
}

/** A table of a program: an array of rows, columns by name, or an Arrow table. */
export type TableInput = readonly Row[] | ColumnTable | ArrowTable;

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Whether a value is an Arrow table. */
export function isArrowTable(value: unknown): value is ArrowTable {
  if (!isObject(value)) return false;
  const { numRows, schema, getChildAt } = value as { readonly [name in keyof ArrowTable]?: unknown };
  return (
    Number.isSafeInteger(numRows) &&
    typeof getChildAt === "function" &&
    isObject(schema) &&
    Array.isArray((schema as { readonly fields?: unknown }).fields)
  );
}

function isArrowVector(value: unknown): value is ArrowVector {
  if (!isObject(value)) return false;
  const { length, type, get } = value as { readonly [name in keyof ArrowVector]?: unknown };
  return (
    Number.isSafeInteger(length) &&
    typeof get === "function" &&
    isObject(type) &&
    typeof (type as { readonly typeId?: unknown }).typeId === "number"
  );
}

const isTypedArray = (value: unknown): boolean => ArrayBuffer.isView(value) && !(value instanceof DataView);

const isColumn = (value: unknown): boolean => Array.isArray(value) || isTypedArray(value) || isArrowVector(value);

/** Whether a value is a table by columns, at least one. */
function isColumnTable(value: unknown): value is ColumnTable {
  if (!isObject(value) || isColumn(value)) return false;
  const columns = Object.values(value);
  return columns.length > 0 && columns.every(isColumn);
}

/** Whether a value is a table by columns or an Arrow table. */
export const isByColumns = (value: unknown): value is ColumnTable | ArrowTable =>
  isArrowTable(value) || isColumnTable(value);

/** The values of a column by row, as `cellOfValue` takes them. */
interface ColumnReader {
  readonly header: string;
  readonly length: number;
  readonly at: (row: number) => unknown;
}

/** Columns that a program passes, ready to be read. */
export class InputColumns {
  private constructor(
    readonly count: number,
    private readonly columns: readonly ColumnReader[],
  ) {}

  /** Throws a `TypeError` where the columns of `table` have different lengths. */
  static of(table: string, input: ColumnTable | ArrowTable): InputColumns {
    const columns = isArrowTable(input) ? arrowColumns(input) : namedColumns(input);
    const count = isArrowTable(input) ? input.numRows : (columns[0]?.length ?? 0);
    for (const { header, length } of columns) {
      if (length !== count) {
        throw new TypeError(`column “${header}” of ${table} must have ${count} entries, and has ${length}`);
      }
    }
    return new InputColumns(count, columns);
  }

  /** The rows as they are in a table of row objects. */
  *rawTable(): Steps<RawTable> {
    const { columns, count } = this;
    const rows: RawRow[] = [];
    const batch = Math.max(1, Math.floor(BATCH / (columns.length + 1)));
    for (let row = 0; row < count; row += 1) {
      const cells = columns.map(({ at }): RawCell => cellOfValue(at(row)));
      rows.push({ row: row + 1, cells, beyond: [] });
      if ((row + 1) % batch === 0) yield;
    }
    return { headers: columns.map(({ header }) => header), rows };
  }
}

function namedColumns(input: ColumnTable): readonly ColumnReader[] {
  return Object.entries(input).map(([header, values]) => {
    const { length } = values;
    if (isArrowVector(values)) return { header, length, at: arrowReader(values) };
    const own: ArrayLike<unknown> = values;
    const limit = narrowLimit(own);
    return { header, length, at: limit === null ? (row) => own[row] : (row) => narrowFloat(own[row], limit) };
  });
}

function arrowColumns(table: ArrowTable): readonly ColumnReader[] {
  return table.schema.fields.flatMap(({ name }, index) => {
    const vector = table.getChildAt(index);
    return vector === null ? [] : [{ header: name, length: vector.length, at: arrowReader(vector) }];
  });
}

/** The number from which on binary floats of 16 and of 32 bits do not tell whole numbers apart. */
const NARROW_LIMITS = [2 ** 11, 2 ** 24] as const;

/** The limit of an array of narrow floats; null for any other array. */
function narrowLimit(values: ArrayLike<unknown>): number | null {
  const kind = Object.prototype.toString.call(values);
  return kind === "[object Float16Array]"
    ? NARROW_LIMITS[0]
    : kind === "[object Float32Array]"
      ? NARROW_LIMITS[1]
      : null;
}

/** A number of a narrow float; from `limit` on it may be another than was written. */
function narrowFloat(value: unknown, limit: number): unknown {
  return typeof value === "number" && Number.isInteger(value) && Math.abs(value) >= limit
    ? new CellValue({ kind: "refused", text: String(value), reason: "inexact-number" })
    : value;
}

/** What types of Arrow have besides their number. */
interface TypeDetails extends ArrowType {
  readonly dictionary?: ArrowType;
  readonly children?: readonly { readonly name: string; readonly type: ArrowType }[];
  readonly scale?: number;
  readonly precision?: number;
}

/** Numbers of the types of Arrow's format. */
const TYPE = {
  dictionary: -1,
  null: 1,
  int: 2,
  float: 3,
  utf8: 5,
  bool: 6,
  decimal: 7,
  date: 8,
  list: 12,
  struct: 13,
  fixedSizeList: 16,
  largeUtf8: 20,
  largeList: 21,
} as const;

function arrowReader(vector: ArrowVector): (row: number) => unknown {
  const convert = conversionOf(vector.type);
  return (row) => {
    const value = vector.get(row) ?? null;
    return value === null ? null : convert(value);
  };
}

/** How the values of a type become values of row objects. Types that no field has, such as times, become cells that no column accepts. */
function conversionOf(type: TypeDetails): (value: unknown) => unknown {
  switch (type.typeId) {
    case TYPE.null:
    case TYPE.int:
    case TYPE.utf8:
    case TYPE.bool:
    case TYPE.largeUtf8:
      return (value) => value;
    case TYPE.float: {
      const limit = NARROW_LIMITS[type.precision ?? NARROW_LIMITS.length];
      return limit === undefined ? (value) => value : (value) => narrowFloat(value, limit);
    }
    case TYPE.decimal:
      return (value) => decimalOf(value, type.scale ?? 0);
    case TYPE.date:
      return dayOf;
    case TYPE.dictionary:
      return type.dictionary === undefined ? refused : conversionOf(type.dictionary);
    case TYPE.list:
    case TYPE.fixedSizeList:
    case TYPE.largeList:
      return (value) => nestedRows(value);
    default:
      return refused;
  }
}

const refused = (value: unknown): unknown => new CellValue({ kind: "structure", text: String(value) });

const WORD = 32;

/** A decimal, whose digits are a whole number in words of 32 bits, the lowest first. */
function decimalOf(value: unknown, scale: number): unknown {
  if (!(ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === "[object Uint32Array]")) {
    return new CellValue({ kind: "refused", text: String(value), reason: "inexact-number" });
  }
  const words = value as unknown as Uint32Array;
  const bits = words.reduceRight((sum, word) => (sum << BigInt(WORD)) | BigInt(word), 0n);
  const units = BigInt.asIntN(words.length * WORD, bits);
  return new JsonNumber(scale < 0 ? String(units * 10n ** BigInt(-scale)) : unitsText(units, scale));
}

const DAY = 86_400_000;

/** A day, in milliseconds or as a `Date`; with a time of day it is refused as a `Date` in a row is. */
function dayOf(value: unknown): unknown {
  const time = value instanceof Date ? value.getTime() : Number(value);
  const date = new Date(time);
  const text = Number.isNaN(date.getTime()) ? "" : date.toISOString();
  return text.length === 24 && time % DAY === 0 ? text.slice(0, 10) : date;
}

/** A list of structures as side rows; any other list is refused. */
function nestedRows(list: unknown): unknown {
  if (!isArrowVector(list)) return refused(list);
  const { type, length } = list;
  const { typeId, children = [] } = type as TypeDetails;
  const { getChildAt } = list as unknown as Partial<ArrowTable>;
  if (typeId !== TYPE.struct || getChildAt === undefined) return length === 0 ? [] : refused(list);
  const columns = children.flatMap(({ name }, index) => {
    const column = getChildAt.call(list, index);
    return column === null ? [] : [{ name, at: arrowReader(column) }];
  });
  return Array.from({ length }, (_, row) =>
    list.get(row) === null ? null : Object.fromEntries(columns.map(({ name, at }) => [name, at(row)])),
  );
}
