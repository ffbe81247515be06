/**
 * What was noticed while something was computed: whether it depends on an aggregate with members not yet known and, for the
 * subject that is being explained, the values read and the side rows behind a number.
 */
import type { CoreProgram, Expression } from "@yardstick/language/core";
import type { Read } from "../data/explanation.js";
import type { Value } from "../values/value.js";

/** An expression whose value explanations list. */
export type ReadNode = Extract<
  Expression,
  { kind: "field" | "constant" | "reference" | "aggregate" | "cohort" | "apply" | "previous" | "running" }
>;

/** Writes a value that was read as explanations list it; a run that explains nothing goes without. */
export type ReadOf = (program: CoreProgram, node: ReadNode, value: Value) => Read;

/** Functions have no name of their own: their text identifies them. */
const isFunction = ({ kind }: Read): boolean => kind === "rows" || kind === "across" || kind === "history";

export class Trace {
  provisional = false;
  private readonly noted: { reads: Map<string, Read>; rows: Map<number, Set<number>> } | null;

  /** `reader`: what writes a value that was read; null where nothing is explained. */
  constructor(readonly reader: ReadOf | null) {
    this.noted = reader === null ? null : { reads: new Map(), rows: new Map() };
  }

  get detailed(): boolean {
    return this.reader !== null;
  }

  /** Values read, in order of reading, each once. */
  get reads(): readonly Read[] {
    return this.noted === null ? [] : [...this.noted.reads.values()];
  }

  /** Side rows that functions over a list have counted, by list, in the order of the table. */
  get rows(): readonly { readonly list: number; readonly row: number }[] {
    if (this.noted === null) return [];
    return [...this.noted.rows].flatMap(([list, rows]) =>
      [...rows].sort((a, b) => a - b).map((row) => ({ list, row })),
    );
  }

  read(read: Read): void {
    const identity = `${read.kind} ${isFunction(read) ? read.span.join() : read.name}`;
    if (this.noted !== null && !this.noted.reads.has(identity)) this.noted.reads.set(identity, read);
  }

  counted(list: number, rows: readonly number[]): void {
    if (this.noted === null) return;
    const known = this.noted.rows.get(list);
    this.noted.rows.set(list, new Set([...(known ?? []), ...rows]));
  }

  /** Takes over what was noticed while the result that is now read was computed. `isOne`: without the functions that it is made of. */
  take(other: Trace, isOne = false): void {
    this.provisional ||= other.provisional;
    for (const read of other.reads) if (!isOne || !/rows|across/.test(read.kind)) this.read(read);
    for (const { list, row } of other.rows) this.counted(list, [row]);
  }
}
