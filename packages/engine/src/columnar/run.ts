/**
 * Runs a plan over all subjects: batch by batch within a stage, all subjects at once between two stages. It can pause between
 * batches, so that nothing waits for it longer than a moment, and it can be ended there.
 */
import type { Rational } from "@yardstick/exact";
import { ExactRow } from "../plan/exact.js";
import type { Environment } from "../plan/exact.js";
import type { Domain, Node, Values, Whole } from "../plan/node.js";
import { CONSTANT, SUBJECT, Unsupported } from "../plan/node.js";
import { compile } from "./compile.js";
import type { Extent } from "./compile.js";
import type { Inputs } from "./inputs.js";
import { BATCH, batchInUse } from "./kernels-in-use.js";
import { LimitExceeded } from "./limits.js";
import type { Operand, Window } from "./program.js";

/** Steps of a run, so that the caller decides when to go on. Each yields the share that is done, from 0 to 1. */
export type Progress = Generator<number, void, void>;

export class Run implements Environment {
  /** Whole columns by node, kept for as long as they are wanted. */
  private readonly columns = new Map<Node, Whole>();
  private readonly works = new Map<string, ReadonlyMap<string, () => Whole>>();
  private readonly spreads = new Map<Node, Whole>();
  readonly tables: Environment["tables"] = new Map();
  private readonly rows: number;

  constructor(
    private readonly inputs: Inputs,
    private readonly domains: number,
    /** Bytes that the columns may take together. */
    private readonly mostBytes: number,
  ) {
    this.rows = inputs.columns.rows;
  }

  offsets(domain: Domain): Int32Array {
    return this.inputs.sideRows(domain).offsets;
  }

  owners(domain: Domain): Int32Array {
    return this.inputs.sideRows(domain).owners;
  }

  finished(node: Node): Whole {
    const found = this.known(node);
    if (found === null) throw new RangeError("a column was read before it was computed");
    return found;
  }

  /** Null: not computed for all rows. */
  known(node: Node): Whole | null {
    if (node.op === "column") return node.source;
    const column = this.columns.get(node);
    if (column !== undefined) return column;
    const made =
      node.population === null ? undefined : this.works.get(node.population.work.key)?.get(node.population.output)?.();
    if (made === undefined) return null;
    this.columns.set(node, made);
    return made;
  }

  /** Releases what is no longer wanted. */
  keep(wanted: readonly Node[]): void {
    const kept = new Set(wanted);
    const works = new Set<string>();
    const seen = new Set<Node>();
    // An exact value of a kept column may be read; it is computed from the operands of the column.
    const reach = (node: Node): void => {
      if (seen.has(node)) return;
      seen.add(node);
      if (node.population !== null) works.add(node.population.work.key);
      node.args.forEach(reach);
    };
    wanted.forEach(reach);
    for (const node of this.columns.keys()) if (!kept.has(node)) this.columns.delete(node);
    for (const key of this.works.keys()) if (!works.has(key)) this.works.delete(key);
  }

  /** Makes whole columns of the wanted nodes, and of everything they wait for. */
  *work(wanted: readonly Node[]): Progress {
    const stages: Set<Node>[] = [];
    const visited = new Set<Node>();
    const want = (node: Node): void => {
      if (node.op === "constant" || node.op === "column" || this.known(node) !== null) return;
      (stages[node.stage] ??= new Set()).add(node);
      reach(node);
    };
    const reach = (node: Node): void => {
      if (visited.has(node)) return;
      visited.add(node);
      if (this.known(node) !== null) return;
      if (node.population === null) node.args.forEach(reach);
      else {
        (stages[node.stage] ??= new Set()).add(node);
        node.args.forEach(want);
      }
    };
    wanted.forEach(want);
    const last = Math.max(1, stages.length);
    for (let stage = 0; stage < stages.length; stage += 1) {
      const nodes = [...(stages[stage] ?? [])];
      const share = (done: number) => (stage + done) / last;
      for (const node of nodes) {
        if (node.population === null || this.works.has(node.population.work.key)) continue;
        this.works.set(node.population.work.key, this.together(node));
        yield share(0);
      }
      const own = nodes.filter((node) => node.population === null);
      for (const done of this.stage(own)) yield share(done);
    }
  }

  /** The same at once, for few nodes that were not wanted from the start. */
  finish(nodes: readonly Node[]): void {
    for (const _ of this.work(nodes));
  }

  /** The value of a node at a row of its domain, without rounding. */
  exact(node: Node, row: number): Rational {
    return new ExactRow(this, row).value(node);
  }

  /** The values of a node that is the same for all subjects, or is computed: one per subject. */
  column(node: Node): Whole {
    if (node.op === "constant")
      return {
        values: Float64Array.of(node.value.mul(node.value.denominator).toNumber()),
        den: node.value.denominator,
      };
    return this.finished(node);
  }

  /** A window over the subjects from `s`, with their side rows. */
  window(s: number, into: Window, batch = BATCH): void {
    into.s = s;
    into.m = Math.min(batch, this.rows - s);
    into.first[SUBJECT] = s;
    into.count[SUBJECT] = into.m;
    for (let domain = 1; domain <= this.domains; domain += 1) {
      const offsets = this.offsets(domain);
      into.first[domain] = offsets[s]!;
      into.count[domain] = offsets[s + into.m]! - offsets[s]!;
    }
  }

  newWindow(): Window {
    return { s: 0, m: 0, first: new Int32Array(this.domains + 1), count: new Int32Array(this.domains + 1) };
  }

  extent(batch = BATCH): Extent {
    const most = new Map<Domain, number>();
    return {
      rows: this.rows,
      most: (domain) => {
        const known = most.get(domain) ?? this.mostRows(domain, batch);
        most.set(domain, known);
        return known;
      },
      finished: (node) => {
        const whole = node.op === "column" ? null : this.known(node);
        return whole === null ? null : { values: whole.values, isWhole: true, domain: node.domain, den: whole.den };
      },
    };
  }

  private together(node: Node): ReadonlyMap<string, () => Whole> {
    const { population } = node;
    if (population === null) throw new RangeError("a node without work over all subjects");
    return population.work.run(
      population.work.args.map((argument) => this.spread(argument)),
      this.rows,
      (argument, row) => new ExactRow(this, row).value(argument),
    );
  }

  /** A constant among the columns of a population, as long as they are. */
  private spread(node: Node): Whole {
    if (node.op !== "constant") return this.finished(node);
    const known = this.spreads.get(node) ?? spreadOf(node, this.rows);
    this.spreads.set(node, known);
    return known;
  }

  private *stage(nodes: readonly Node[]): Progress {
    if (nodes.length === 0) return;
    this.holdToBytes(nodes);
    const batch = batchInUse();
    const compiled = compile(nodes, this, this.extent(batch), true);
    const outputs = nodes.map((node) => {
      if (node.domain !== SUBJECT) throw new Unsupported("a column of side rows was wanted");
      const values = newColumn(node, this.rows);
      return { node, values, from: compiled.operand(node) };
    });
    const window = this.newWindow();
    for (let s = 0; s < this.rows; s += batch) {
      this.window(s, window, batch);
      compiled.run(window);
      for (const { values, from } of outputs) copy(values, from, s, window.m);
      yield (s + window.m) / this.rows;
    }
    for (const { node, values } of outputs) this.columns.set(node, { values, den: node.den });
  }

  /** Before anything is allocated. */
  private holdToBytes(nodes: readonly Node[]): void {
    let bytes = nodes.reduce((sum, node) => sum + this.rows * bytesOf(node), 0);
    for (const { values } of this.columns.values()) bytes += values.byteLength;
    if (bytes > this.mostBytes) throw new LimitExceeded("bytes", this.mostBytes, bytes);
  }

  private mostRows(domain: Domain, batch: number): number {
    if (domain === SUBJECT) return Math.min(batch, this.rows);
    const lists = Array.from({ length: this.domains }, (_, index) => index + 1);
    // Constants are read from whatever domain asks.
    if (domain === CONSTANT) return Math.max(batch, ...lists.map((list) => this.mostRows(list, batch)));
    const offsets = this.offsets(domain);
    let most = 0;
    for (let s = 0; s < this.rows; s += batch)
      most = Math.max(most, offsets[Math.min(this.rows, s + batch)]! - offsets[s]!);
    return most;
  }
}

function spreadOf({ value, rep }: Node, rows: number): Whole {
  if (rep === "flag") return { values: new Uint8Array(rows).fill(value.toNumber()), den: 1n };
  const raw = Number(value.numerator);
  const values = Math.abs(raw) < 2 ** 31 ? new Int32Array(rows) : new Float64Array(rows);
  return { values: values.fill(raw), den: value.denominator };
}

function bytesOf({ rep }: Node): number {
  return rep === "flag" ? 1 : rep === "i32" ? 4 : 8;
}

function newColumn(node: Node, rows: number): Values {
  if (node.rep === "flag") return new Uint8Array(rows);
  return node.rep === "i32" ? new Int32Array(rows) : new Float64Array(rows);
}

function copy(into: Values, { values, isWhole }: Operand, s: number, m: number): void {
  into.set(isWhole ? values.subarray(s, s + m) : values.subarray(0, m), s);
}
