/**
 * Matches the headers of a table to the fields expected in it: folded, with the unit in any notation, `招商完成（万元）`. Missing,
 * duplicate and misspelt columns are errors, each reported once; a column that resembles no field is ignored with a note.
 */
import type { ProblemSeverity } from "@yardstick/engine";
import type { RationalText } from "@yardstick/exact";
import type { Field } from "@yardstick/language/program";
import { foldHeader } from "@yardstick/engine";
import { composed } from "./cell/written.js";
import { fullHeader, readHeader, scaleOfUnit, unitOfHeader } from "./known-headers.js";
import { nearestName } from "./nearest-name.js";
import type { ProblemList } from "./problem.js";

/** A field that a table may hold. */
export interface ExpectedField {
  readonly field: Field;
  /** Reported when its column is missing. */
  readonly required: boolean;
  /** Folded headers accepted for it, with a warning, where no column has its name. */
  readonly kinds?: ReadonlySet<string>;
}

/** What a table states about all its columns. */
export interface HeaderContext {
  /** Line of the headers; null where the format has no lines. */
  readonly row: number | null;
  /** Units stated above the table: 单位：万元. */
  readonly units: readonly string[];
  /** Whether column `column` is filled only in rows in which column `other` is blank. */
  readonly isInPlaceOf?: (column: number, other: number) => boolean;
}

/** The column of a field. */
export interface Column {
  /** Index of the column. */
  readonly at: number;
  /** Factor of the unit in the header; null where it has none. */
  readonly scale: RationalText | null;
}

type HeaderReason =
  "unknown-column" | "missing-column" | "duplicate-column" | "unit-conflict" | "key-by-kind" | "unit-above";

/** The first unit stated above a table that fits a field, with its factor. `isOther`: it is not that of the field. */
export function unitAbove(
  field: Field,
  units: readonly string[],
): { readonly unit: string; readonly scale: RationalText; readonly isOther: boolean } | null {
  const { type } = field;
  if (type.kind !== "number" || type.form === "percent" || type.unit === null) return null;
  if (Object.keys(type.unit.dimension).length === 0) return null;
  for (const unit of units) {
    const scale = scaleOfUnit(unit, field)?.scale ?? null;
    if (scale !== null) return { unit, scale, isOther: scale !== type.unit.scale };
  }
  return null;
}

class HeaderMatcher {
  private readonly columns: (Column | null)[];
  private readonly isTaken: boolean[];
  private readonly unknownHeaders: { readonly at: number; readonly header: string }[] = [];
  private readonly fields: readonly Field[];
  private readonly names: readonly string[];

  constructor(
    private readonly headers: readonly string[],
    private readonly expectedFields: readonly ExpectedField[],
    private readonly context: HeaderContext,
    private readonly problems: ProblemList,
  ) {
    this.columns = expectedFields.map(() => null);
    this.isTaken = expectedFields.map(() => false);
    this.fields = expectedFields.map(({ field }) => field);
    this.names = this.fields.map(({ name }) => foldHeader(name));
  }

  match(): readonly (Column | null)[] {
    for (const [at, header] of this.headers.entries()) {
      if (foldHeader(header) === "") continue;
      const reading = readHeader(header, this.fields, (name) => this.fieldNamed(name));
      const field = reading === null ? undefined : this.fields[reading.index];
      if (reading === null || field === undefined) {
        this.unknownHeaders.push({ at, header: composed(header) });
      } else if ("wrongUnit" in reading) {
        this.isTaken[reading.index] = true;
        this.report("unit-conflict", composed(header), [field.name, fullHeader(field), reading.wrongUnit]);
      } else {
        const scale = reading.hasUnit ? reading.scale : this.scaleAbove(field);
        this.take(reading.index, composed(header), { at, scale });
      }
    }
    const unknownHeaders = this.takeByKind();
    const unmatched = this.fields.filter((_, index) => !this.isTaken[index]).map(({ name }) => name);
    const suspected = new Set<string>();
    for (const { at, header } of unknownHeaders) {
      const near = nearestName(foldHeader(header), unmatched) ?? this.misspeltInPlaces(at, header);
      if (near !== null) suspected.add(near);
      if (near === null) this.report("unknown-column", header, [], "note");
      else this.report("unknown-column", header, [near]);
    }
    for (const [index, { field, required }] of this.expectedFields.entries()) {
      // A misspelt header has been reported already, with the name it should have had.
      if (required && !this.isTaken[index] && !suspected.has(field.name)) this.report("missing-column", field.name, []);
    }
    return this.columns;
  }

  /** The field that some row objects name correctly and others under this misspelt header; null where there is none. */
  private misspeltInPlaces(at: number, header: string): string | null {
    const near = nearestName(foldHeader(header), this.names);
    const index = near === null ? -1 : this.names.indexOf(near);
    const column = this.columns[index] ?? null;
    const isInPlace = column !== null && this.context.isInPlaceOf?.(at, column.at) === true;
    return isInPlace ? (this.fields[index]?.name ?? null) : null;
  }

  private report(reason: HeaderReason, name: string, expected: string[], severity: ProblemSeverity = "error"): void {
    const { row } = this.context;
    this.problems.add({ severity, index: null, row, column: name, found: name, reason, expected });
  }

  /** Index of a field with this folded name, preferably one without a column yet: a side table may repeat the name of the key. */
  private fieldNamed(name: string): number {
    const free = this.names.findIndex((each, index) => !this.isTaken[index] && each === name);
    return free >= 0 ? free : this.names.indexOf(name);
  }

  private take(index: number, header: string, column: Column): void {
    if (this.isTaken[index]) {
      this.columns[index] = null;
      this.report("duplicate-column", header, []);
    } else {
      this.columns[index] = column;
      this.isTaken[index] = true;
    }
  }

  /** The factor of the unit stated above the table for a field whose own header has no unit. */
  private scaleAbove(field: Field): RationalText | null {
    const above = unitAbove(field, this.context.units);
    if (above === null) return null;
    if (above.isOther) this.report("unit-above", field.name, [above.unit, unitOfHeader(field) ?? ""], "warning");
    return above.scale;
  }

  /** Assigns the key to the only header that names its kind, if exactly one does. Returns the remaining unknown headers. */
  private takeByKind(): readonly { readonly at: number; readonly header: string }[] {
    const key = this.expectedFields.findIndex(({ kinds }, index) => kinds !== undefined && !this.isTaken[index]);
    const kinds = this.expectedFields[key]?.kinds;
    const ofKind = this.unknownHeaders.filter(({ header }) => kinds?.has(foldHeader(header)) === true);
    const [only] = ofKind;
    if (only === undefined || ofKind.length > 1) return this.unknownHeaders;
    this.take(key, only.header, { at: only.at, scale: null });
    this.report("key-by-kind", only.header, [this.fields[key]?.name ?? ""], "warning");
    return this.unknownHeaders.filter((other) => other !== only);
  }
}

/** The column of each expected field; null where it is missing or ambiguous. Of two columns for one field neither is used. */
export function matchHeaders(
  headers: readonly string[],
  expectedFields: readonly ExpectedField[],
  context: HeaderContext,
  problems: ProblemList,
): readonly (Column | null)[] {
  return new HeaderMatcher(headers, expectedFields, context, problems).match();
}
