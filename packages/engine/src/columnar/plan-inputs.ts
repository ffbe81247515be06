/**
 * The data as a plan asks for it: fields and side rows as nodes with their blanks, constants as they stand for this run,
 * and what only the reference evaluator can look up, in earlier periods and other rubrics, as columns.
 */
import { isRational, lcm, type Rational, whole } from "@yardstick/exact";
import type { Cohort, Expression, RankingKey } from "@yardstick/language/core";
import type { Graph } from "../plan/graph.js";
import type { Lowered } from "../plan/lowered.js";
import { nothing } from "../plan/lowered.js";
import type { LoweredMeetings, PlanInputs } from "../plan/lowering.js";
import type { Domain, Node, Source } from "../plan/node.js";
import { SUBJECT, Unsupported } from "../plan/node.js";
import { F64 } from "../plan/facts.js";
import type { Meetings } from "../values/meetings.js";
import type { Value } from "../values/value.js";
import { isPending } from "../values/value.js";
import { valuesFor } from "./columns.js";
import type { Input, Inputs } from "./inputs.js";
import { flagSource, source } from "./inputs.js";

/** What the reference evaluator returns for one row. */
export interface Lookup {
  constant(index: number): Value;
  /** Of earlier periods and of other rubrics; of `running` as if its condition held now. */
  at(node: Expression, row: number): Value;
  /** The ledger of one row for a key by meetings, and whether something in it is pending or in doubt. */
  meetings(key: RankingKey, row: number): { readonly meetings: Meetings; readonly isOpen: boolean };
}

/** Of the meetings read last; the graph outlives the inputs of one plan. */
let serial = 0;

const UNKNOWN: ReadonlySet<string> = new Set(["unreadable", "out-of-range", "history-gap"]);

export class ColumnInputs implements PlanInputs {
  private readonly looked = new Map<Expression, Lowered>();
  private readonly met = new Map<RankingKey, LoweredMeetings>();
  private readonly names = new Map<Cohort, string>();

  constructor(
    private readonly graph: Graph,
    private readonly inputs: Inputs,
    private readonly lookup: Lookup,
  ) {}

  /** Whether anything was looked up: that may hang on points and constants as they were. */
  get hasLookedUp(): boolean {
    return this.looked.size > 0;
  }

  get subjects(): number {
    return this.inputs.columns.rows;
  }

  field(index: number): Lowered {
    const field = this.inputs.program.fields[index];
    if (field === undefined || field.type.kind === "list") throw new Unsupported("a list read as a value");
    return this.lowered(this.inputs.field(index), SUBJECT, field.type.kind === "flag", field.optional);
  }

  side(list: number, column: number): Lowered {
    const field = this.inputs.program.lists[list]?.columns[column];
    if (field === undefined) throw new Unsupported("a column that is not there");
    return this.lowered(this.inputs.side(list, column), list + 1, field.type.kind === "flag", field.optional);
  }

  constant(index: number): Lowered {
    const field = this.inputs.program.constants[index];
    if (field === undefined) throw new Unsupported("a constant that is not there");
    return this.lowered0(this.lookup.constant(index), field.type.kind === "flag", field.type.kind === "date");
  }

  code(value: string | number | boolean, isDate: boolean): Rational {
    const code = this.inputs.codeOf(value, isDate);
    if (code === null) throw new Unsupported("a value without a code");
    return whole(code);
  }

  mostRows(domain: Domain): number {
    return this.inputs.sideRows(domain).most;
  }

  nameOf(node: Cohort): string {
    const known = this.names.get(node) ?? `${this.names.size}`;
    this.names.set(node, known);
    return known;
  }

  lookedUp(node: Expression): Lowered {
    if (node.type.kind === "series") throw new Unsupported("a series");
    const known = this.looked.get(node) ?? this.look(node);
    this.looked.set(node, known);
    return known;
  }

  meetings(key: RankingKey): LoweredMeetings {
    const known = this.met.get(key) ?? this.meet(key);
    this.met.set(key, known);
    return known;
  }

  /** Read again after a change of a constant, which the results of the meetings may read. */
  private meet(key: RankingKey): LoweredMeetings {
    const found = Array.from({ length: this.subjects }, (_, row) => this.lookup.meetings(key, row));
    const open = Uint8Array.from(found, ({ isOpen }) => Number(isOpen));
    serial += 1;
    return {
      serial,
      of: found.map(({ meetings }) => meetings),
      open: this.graph.column(flagSource("", open), SUBJECT, true),
    };
  }

  private lowered(input: Input, domain: Domain, isFlag: boolean, isOptional: boolean): Lowered {
    const { graph } = this;
    const flag = (from: Source | null): Node => (from === null ? graph.never : graph.column(from, domain, true));
    const [blank, unknown] = [flag(input.blank), flag(input.unreadable)];
    const none = isOptional ? blank : graph.never;
    const pending = graph.either(blank, unknown);
    const value = graph.column(input.source, domain, isFlag);
    if (!isFlag) return { kind: "number", value, pending, none, unknown };
    const isKnown = graph.not(pending);
    return { kind: "flag", yes: graph.both(value, isKnown), no: graph.both(graph.not(value), isKnown), none, unknown };
  }

  /** A value that is the same for all. */
  private lowered0(value: Value, isFlag: boolean, isDate: boolean): Lowered {
    const { graph } = this;
    if (isPending(value)) {
      const lowered = nothing(graph, isFlag, isUnknown(value));
      return value.isNone ? { ...lowered, none: graph.always } : lowered;
    }
    const known = { none: graph.never, unknown: graph.never };
    if (isFlag) return { kind: "flag", yes: graph.flag(value === true), no: graph.flag(value !== true), ...known };
    const number = isRational(value) ? value : whole(this.inputs.codeOf(value, isDate) ?? unsupported());
    return { kind: "number", value: graph.constant(number), pending: graph.never, ...known };
  }

  private look(node: Expression): Lowered {
    const { graph } = this;
    const isFlag = node.type.kind === "flag";
    const rows = this.subjects;
    const numbers: (Rational | null)[] = [];
    const pending = new Uint8Array(rows);
    const unknown = new Uint8Array(rows);
    const none = new Uint8Array(rows);
    const bounds: { readonly row: number; readonly low: Rational; readonly high: Rational }[] = [];
    const open = new Uint8Array(rows);
    let den = 1n;
    for (let row = 0; row < rows; row += 1) {
      const value = this.lookup.at(node, row);
      if (isPending(value)) {
        pending[row] = 1;
        unknown[row] = Number(isUnknown(value));
        none[row] = Number(value.isNone);
        if (value.bounds === null) open[row] = 1;
        else bounds.push({ row, ...value.bounds });
        numbers.push(null);
        continue;
      }
      const number = isRational(value)
        ? value
        : whole(this.inputs.codeOf(value, node.type.kind === "date") ?? unsupported());
      den = lcm(den, number.denominator);
      if (den > F64) throw new Unsupported("looked-up numbers without a common denominator");
      numbers.push(number);
    }
    const input: Input = {
      name: "",
      source: sourceOf(numbers, den),
      blank: flagSource("", pending),
      unreadable: null,
    };
    const lowered = this.lowered(input, SUBJECT, isFlag, false);
    const flag = (marks: Uint8Array) => graph.column(flagSource("", marks), SUBJECT, true);
    const known = { ...lowered, unknown: flag(unknown), none: flag(none) };
    // Of a number of periods, whose bounds are whole.
    if (known.kind === "flag" || bounds.length === 0) return known;
    const end = (which: "low" | "high") => {
      const ends = [...numbers];
      for (const each of bounds) ends[each.row] = each[which];
      return graph.column(sourceOf(ends, den), SUBJECT, false);
    };
    return { ...known, bounds: { low: end("low"), high: end("high"), open: flag(open) } };
  }
}

/** Numbers of one denominator as a column, 0 where there is none. */
function sourceOf(numbers: readonly (Rational | null)[], den: bigint): Source {
  const raw = Float64Array.from(numbers, (number) =>
    number === null ? 0 : Number((number.numerator * den) / number.denominator),
  );
  if (!raw.every((each) => Number.isSafeInteger(each))) throw new Unsupported("looked-up numbers with too many digits");
  let [low, high] = [0, 0];
  for (const each of raw) [low, high] = [Math.min(low, each), Math.max(high, each)];
  const values = valuesFor(numbers.length, low, high);
  values.set(raw);
  return source("", values, den);
}

function isUnknown(value: Value): boolean {
  return isPending(value) && value.wants.some(({ awaited }) => UNKNOWN.has(awaited.reason));
}

function unsupported(): never {
  throw new Unsupported("a value that no column holds");
}
