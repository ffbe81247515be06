/**
 * A field of the data as the plan reads it: whole numbers between two bounds, a truth or a text, beside it whether the cell is blank and
 * whether it lies outside the range that the rubric declares. From the same description come the bounds that the plan relies on and the
 * SQL that holds the cells to them.
 */
import { decimalText, powerOfTen, type Rational, rational, whole } from "@yardstick/exact";
import type { Domain, Source } from "@yardstick/engine/plan";
import type { DataModel, Field } from "@yardstick/language/core";
import type { Dialect } from "../dialects/index.js";
import { refuse } from "../refusals/refusals.js";
import { type ColumnDescription, describedNumber } from "./tables.js";

/** Assumed of a number of which nothing is known. */
const ASSUMED = {
  count: { decimals: 0, low: 0, high: 1_000_000_000 },
  number: { decimals: 4, low: -100_000_000_000, high: 100_000_000_000 },
  percent: { decimals: 6, low: -10_000, high: 10_000 },
} as const;

/**
 * Most decimals of a number. A cell is made whole by a product of at most 38 digits that keeps the decimals of the cell; the whole number
 * has up to 16 digits (`sourceOf`).
 */
export const MOST_DECIMALS = 22;

type NumberType = Extract<Field["type"], { kind: "number" }>;

/** How a number is stored. */
interface Scaled {
  readonly decimals: number;
  /** A stored number times `10^decimals` times this is the raw number. */
  readonly factor: bigint;
  /** What a cell may hold, as stored; everything else ends the query. */
  readonly low: Rational;
  readonly high: Rational;
  /** What the rubric declares, as stored; a cell outside cannot be read. Null: everything, or nothing beyond `low` and `high`. */
  readonly declared: { readonly low: Rational | null; readonly high: Rational | null; readonly orZero: boolean } | null;
}

/** Names of the columns that the query makes of a field: the value, whether it is blank, whether it is outside. */
export interface SourceNames {
  readonly value: string;
  readonly blank: string;
  readonly outside: string;
}

/** A column that a query makes. */
interface NamedText {
  readonly name: string;
  readonly text: string;
}

export class SourceColumn {
  readonly names: SourceNames;
  readonly source: Source;
  readonly blank: Source;
  /** Null: no cell is outside. */
  readonly outside: Source | null;
  private readonly scaled: Scaled | null;

  constructor(
    readonly field: Field,
    readonly domain: Domain,
    private readonly number: number,
    private readonly model: DataModel,
    private readonly described: ColumnDescription,
    /** What a blank text is read as. */
    private readonly textFiller: string | null,
    private readonly engine: string,
    /** SQL text of what a blank cell is read as instead; null: nothing. */
    private readonly otherwise: string | null = null,
  ) {
    this.names = { value: `v${number}`, blank: `m${number}`, outside: `x${number}` };
    this.scaled = field.type.kind === "number" ? this.scale(field.type) : null;
    this.source = this.sourceOf();
    this.blank = flagSource(`${field.name} blank`);
    this.outside = this.scaled?.declared == null ? null : flagSource(`${field.name} outside`);
  }

  /** Name of the column in the table. */
  get column(): string {
    return this.described.name ?? this.field.name;
  }

  get isText(): boolean {
    return this.field.type.kind === "text" || this.field.type.kind === "period";
  }

  /** Name of the cell as it comes, which holds no user's text. */
  get cellName(): string {
    return `a${this.number}`;
  }

  /** The cell as it comes. */
  cell(dialect: Dialect): NamedText {
    const text = this.cellText(dialect);
    return { name: this.cellName, text: this.otherwise === null ? text : `coalesce(${text}, ${this.otherwise})` };
  }

  private cellText(dialect: Dialect): string {
    const isThere = this.described.name !== null;
    const column = isThere ? dialect.identifier(this.column) : "NULL";
    switch (this.field.type.kind) {
      case "date":
        return `CAST(${column} AS DATE)`;
      case "flag":
        return `CAST(${column} AS BOOLEAN)`;
      case "number":
        return isThere ? column : `CAST(NULL AS ${dialect.decimal(18, 0)})`;
      default:
        return isThere ? plainText(column, dialect) : `CAST(NULL AS ${dialect.varchar})`;
    }
  }

  /** The columns that are made of the cell. */
  columns(dialect: Dialect): readonly NamedText[] {
    const cell = this.cellName;
    const isOutside = `coalesce(${this.outsideText(cell)}, false)`;
    return [
      { name: this.names.value, text: this.value(cell, dialect) },
      { name: this.names.blank, text: `${cell} IS NULL` },
      ...(this.outside === null ? [] : [{ name: this.names.outside, text: isOutside }]),
    ];
  }

  private value(cell: string, dialect: Dialect): string {
    switch (this.field.type.kind) {
      case "flag":
        return `coalesce(${cell}, false)`;
      case "level":
        return this.levelText(cell, dialect);
      case "date":
        return this.dateText(cell, dialect);
      case "number":
        return this.numberText(cell, dialect);
      case "text":
      case "period":
        return `coalesce(${cell}, ${dialect.text(this.textFiller ?? "")})`;
      case "list":
        throw new RangeError("a list has no cells");
      default:
        return this.field.type satisfies never;
    }
  }

  private levelText(cell: string, dialect: Dialect): string {
    const [type] = dialect.widths;
    const names = this.levels();
    const cases = names.map((name, index) => ` WHEN ${dialect.text(name)} THEN ${index}`).join("");
    return `CASE WHEN ${cell} IS NULL THEN 0 ELSE CASE ${cell}${cases} ELSE ${this.raise("is none of its levels", cell, type.type, dialect)} END END`;
  }

  private dateText(cell: string, dialect: Dialect): string {
    const [type] = dialect.widths;
    const part = (name: string) => `CAST(EXTRACT(${name} FROM ${cell}) AS ${type.type})`;
    const year = part("YEAR");
    return (
      `CASE WHEN ${cell} IS NULL THEN 0 WHEN coalesce(${year}, 0) NOT BETWEEN 1 AND 9999 THEN ${this.raise("has no year of four digits", cell, type.type, dialect)} ` +
      `ELSE ${year} * 10000 + ${part("MONTH")} * 100 + ${part("DAY")} END`
    );
  }

  private numberText(cell: string, dialect: Dialect): string {
    const { decimals, factor, low, high } = this.scaled ?? noNumber();
    const width = dialect.widths[1] ?? dialect.widths[0];
    // The range is asked before the cast, so that the narrowest decimal will do; 18 digits are a machine word. The product by the power of
    // ten that makes it whole has the type of the decimal, and thus its decimals once more.
    const most = low.abs().compare(high.abs()) > 0 ? low.abs() : high.abs();
    const digits = `${most.floor().toString()}`.length + 2 * decimals;
    const exact = `CAST(${cell} AS ${dialect.decimal(digits <= 18 ? 18 : 38, decimals)})`;
    const raw = decimals === 0 ? exact : `${exact} * ${10n ** BigInt(decimals)}`;
    const outside = this.outsideText(cell);
    const when = [
      `${cell} IS NULL THEN 0`,
      `NOT ${dialect.isExactNumber(cell)} THEN ${this.raise("is neither a whole number nor a decimal", cell, width.type, dialect)}`,
      ...(this.outside === null ? [] : [`${outside} THEN 0`]),
      `${cell} < ${stored(low, decimals)} OR ${cell} > ${stored(high, decimals)} THEN ${this.raise(`is not within ${stored(low, decimals)} .. ${stored(high, decimals)}`, cell, width.type, dialect)}`,
      `${exact} <> ${cell} THEN ${this.raise(`has more than ${decimals} decimals`, cell, width.type, dialect)}`,
      ...this.notWhole(cell, raw, width.type, dialect),
    ];
    const value = `CAST(${raw} AS ${width.type})${factor === 1n ? "" : ` * ${factor}`}`;
    return `CASE ${when.map((each) => `WHEN ${each}`).join(" ")} ELSE ${value} END`;
  }

  /** The case of a count that is not whole in the base unit. */
  private notWhole(cell: string, raw: string, width: string, dialect: Dialect): readonly string[] {
    const { type } = this.field;
    const { decimals, factor } = this.scaled ?? noNumber();
    const unit = type.kind === "number" && type.unit !== null ? rational(type.unit.scale) : whole(1);
    const divisor = 10n ** BigInt(decimals) * unit.denominator;
    if (type.kind !== "number" || type.form !== "count" || divisor === 1n) return [];
    const scaled = `CAST(${raw} AS ${width})${factor === 1n ? "" : ` * ${factor}`}`;
    return [
      `${dialect.remainder(scaled, String(divisor))} <> 0 THEN ${this.raise("is not whole", cell, width, dialect)}`,
    ];
  }

  private outsideText(cell: string): string {
    const { declared, decimals } = this.scaled ?? { declared: null, decimals: 0 };
    if (declared === null) return "false";
    const { low, high, orZero } = declared;
    const beyond = [
      ...(low === null ? [] : [`${cell} < ${stored(low, decimals)}`]),
      ...(high === null ? [] : [`${cell} > ${stored(high, decimals)}`]),
    ].join(" OR ");
    return orZero ? `((${beyond}) AND ${cell} <> 0)` : `(${beyond})`;
  }

  private raise(what: string, cell: string, type: string, dialect: Dialect): string {
    const message = `column ${this.column}: a cell ${what}: `;
    return dialect.raise(`${dialect.text(message)} || CAST(${cell} AS ${dialect.varchar})`, type);
  }

  private levels(): readonly string[] {
    const { type } = this.field;
    return type.kind === "level" ? (this.model.choices[type.choice]?.levels ?? []).map(({ name }) => name) : [];
  }

  private scale(type: NumberType): Scaled {
    const assumed = ASSUMED[type.form];
    const unit = type.unit === null ? whole(1) : rational(type.unit.scale);
    const decimals = this.described.decimals ?? assumed.decimals;
    if (decimals > MOST_DECIMALS) refuse("sql-decimals", { field: this.field.name, decimals, most: MOST_DECIMALS });
    const [declared, max] = [type.min, type.max].map((end) => (end === null ? null : rational(end).div(unit)));
    // A count is never negative.
    const min = declared ?? (type.form === "count" ? whole(0) : null);
    const given = [this.described.min, this.described.max].map((end) =>
      end === undefined ? null : describedNumber(end),
    );
    const [low, high] = [given[0] ?? min ?? whole(assumed.low), given[1] ?? max ?? whole(assumed.high)];
    const isWithin =
      (min ?? low).compare(low) <= 0 && (max ?? high).compare(high) >= 0 && given[0] !== null && given[1] !== null;
    const hasRange = (min ?? null) !== null || (max ?? null) !== null;
    return {
      decimals,
      factor: unit.numerator,
      low,
      high,
      declared: hasRange && !isWithin ? { low: min ?? null, high: max ?? null, orZero: type.orZero === true } : null,
    };
  }

  private sourceOf(): Source {
    const { type, name } = this.field;
    const made = (low: number, high: number, den = 1n): Source => ({ name, values: new Uint8Array(0), low, high, den });
    switch (type.kind) {
      case "flag":
        return made(0, 1);
      case "level":
        return made(0, this.levels().length - 1);
      case "date":
        return made(0, 99_991_231);
      case "text":
      case "period":
        return made(0, 2 ** 31);
      case "number": {
        const { decimals, factor, low, high } = this.scaled ?? noNumber();
        const scale = powerOfTen(decimals).mul(whole(factor));
        const unit = type.unit === null ? whole(1) : rational(type.unit.scale);
        // Blanks and what is outside are 0.
        const raw = (end: Rational, side: 1 | -1) =>
          Math[side < 0 ? "min" : "max"](0, end.mul(scale)[side < 0 ? "floor" : "ceil"]().toNumber());
        const [least, greatest] = [raw(low, -1), raw(high, 1)];
        if (!Number.isSafeInteger(least) || !Number.isSafeInteger(greatest))
          refuse("sql-too-wide", { field: name, engine: this.engine });
        return made(least, greatest, powerOfTen(decimals).numerator * unit.denominator);
      }
      case "list":
        throw new RangeError("a list has no cells");
      default:
        return type satisfies never;
    }
  }
}

/** A text without the blanks around it, in one normal form; null where nothing is left. */
export function plainText(column: string, dialect: Dialect): string {
  return `nullif(${dialect.normalized(dialect.trimmed(`CAST(${column} AS ${dialect.varchar})`))}, '')`;
}

function flagSource(name: string): Source {
  return { name, values: new Uint8Array(0), low: 0, high: 1, den: 1n };
}

/** A stored number as a decimal literal. Of one that repeats so many decimals are written that no cell lies between the two. */
function stored(value: Rational, decimals: number): string {
  return decimalText(value, decimals + 12);
}

function noNumber(): never {
  throw new RangeError("a number without a scale");
}
