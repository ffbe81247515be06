/**
 * Matches the headers of a table to the fields it should hold: folded, with the unit in any notation, `招商完成（万元）`. Missing, duplicate and misspelt columns are errors, reported together, each mistake once; a
 * column that is near to no field is left aside with a note.
 */
import type { ProblemSeverity } from "@yardstick/engine";
import type { Exact, Field } from "@yardstick/language/program";
import { foldHeader } from "@yardstick/engine";
import { composed } from "./cell/written.js";
import { fullHeader, readHeader, scaleOfUnit } from "./known-headers.js";
import { nearestName } from "./nearest-name.js";
import type { ProblemList } from "./problem.js";

/** A field that a table may hold. */
export interface Wanted {
  readonly field: Field;
  /** Reported when its column is missing. */
  readonly required: boolean;
  /** Folded headers that its column may have where none has its name; used with a warning. */
  readonly kinds?: ReadonlySet<string>;
}

/** What a table says of all its columns together. */
export interface HeaderContext {
  /** Line of the headers; null where a format has none. */
  readonly row: number | null;
  /** Units that stand above the table: 单位：万元. */
  readonly units: readonly string[];
  /** Whether one column is filled only in rows that leave the other blank; asked of the places of two headers. */
  readonly isInPlaceOf?: (column: number, other: number) => boolean;
}

/** Where a field's cells are; null where its column is missing or in doubt. */
export interface Column {
  readonly at: number;
  /** Factor of the unit that the header carries; null where it carries none. */
  readonly scale: Exact | null;
}

type HeaderReason =
  "unknown-column" | "missing-column" | "duplicate-column" | "unit-conflict" | "key-by-kind" | "unit-above";

class HeaderMatcher {
  private readonly columns: (Column | null)[];
  private readonly isTaken: boolean[];
  private readonly strangers: { readonly at: number; readonly header: string }[] = [];
  private readonly fields: readonly Field[];
  private readonly names: readonly string[];

  constructor(
    private readonly headers: readonly string[],
    private readonly wanted: readonly Wanted[],
    private readonly context: HeaderContext,
    private readonly problems: ProblemList,
  ) {
    this.columns = wanted.map(() => null);
    this.isTaken = wanted.map(() => false);
    this.fields = wanted.map(({ field }) => field);
    this.names = this.fields.map(({ name }) => foldHeader(name));
  }

  match(): readonly (Column | null)[] {
    for (const [at, header] of this.headers.entries()) {
      if (foldHeader(header) === "") continue;
      const reading = readHeader(header, this.fields, (name) => this.fieldNamed(name));
      const field = reading === null ? undefined : this.fields[reading.index];
      if (reading === null || field === undefined) {
        this.strangers.push({ at, header: composed(header) });
      } else if ("wrongUnit" in reading) {
        this.isTaken[reading.index] = true;
        this.report("unit-conflict", composed(header), [field.name, fullHeader(field), reading.wrongUnit]);
      } else {
        const scale = reading.hasUnit ? reading.scale : this.scaleAbove(field);
        this.take(reading.index, composed(header), { at, scale });
      }
    }
    const strangers = this.takeByKind();
    const unmatched = this.fields.filter((_, index) => !this.isTaken[index]).map(({ name }) => name);
    const suspected = new Set<string>();
    for (const { at, header } of strangers) {
      const near = nearestName(foldHeader(header), unmatched) ?? this.misspeltInPlaces(at, header);
      if (near !== null) suspected.add(near);
      if (near === null) this.report("unknown-column", header, [], "note");
      else this.report("unknown-column", header, [near]);
    }
    for (const [index, { field, required }] of this.wanted.entries()) {
      // A misspelt header has been reported already, with the name it should have had.
      if (required && !this.isTaken[index] && !suspected.has(field.name)) this.report("missing-column", field.name, []);
    }
    return this.columns;
  }

  /** The field that some rows give under its name and others under this one, as row objects may. */
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

  /** A field of that name, preferably one that has no column yet (a side table may repeat the name of the key). */
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

  /** The factor of a unit that stands above the table and fits a field whose own header has none. */
  private scaleAbove(field: Field): Exact | null {
    const { type } = field;
    if (type.kind !== "number" || type.form === "percent" || type.unit === null) return null;
    if (Object.keys(type.unit.dimension).length === 0) return null;
    for (const unit of this.context.units) {
      const scale = scaleOfUnit(unit, field)?.scale ?? null;
      if (scale === null) continue;
      if (scale !== type.unit.scale) this.report("unit-above", field.name, [unit, type.unit.name], "warning");
      return scale;
    }
    return null;
  }

  /** The key under a header that says what kind of thing it is; of two such headers neither is taken. Gives the other strangers. */
  private takeByKind(): readonly { readonly at: number; readonly header: string }[] {
    const key = this.wanted.findIndex(({ kinds }, index) => kinds !== undefined && !this.isTaken[index]);
    const kinds = this.wanted[key]?.kinds;
    const ofKind = this.strangers.filter(({ header }) => kinds?.has(foldHeader(header)) === true);
    const [only] = ofKind;
    if (only === undefined || ofKind.length > 1) return this.strangers;
    this.take(key, only.header, { at: only.at, scale: null });
    this.report("key-by-kind", only.header, [this.fields[key]?.name ?? ""], "warning");
    return this.strangers.filter((stranger) => stranger !== only);
  }
}

/**
 * One entry a wanted field. Of two columns for one field neither is read: nobody can tell which is meant.
 */
export function matchHeaders(
  headers: readonly string[],
  wanted: readonly Wanted[],
  context: HeaderContext,
  problems: ProblemList,
): readonly (Column | null)[] {
  return new HeaderMatcher(headers, wanted, context, problems).match();
}
