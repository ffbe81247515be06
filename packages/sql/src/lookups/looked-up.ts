/**
 * What a subject looks up elsewhere: values of its records of earlier periods, for how many of them a condition has held, and results of
 * other rubrics. Each is a column that is joined to the subjects before the plan reads them.
 */
import { Graph, type Lowered, type Node, PUBLISHED } from "@yardstick/engine/plan";
import { type CoreProgram, type Expression, type Field, ownEntry } from "@yardstick/language/core";
import type { Dialect } from "../dialects/index.js";
import { plainText } from "../inputs/source-column.js";
import type { SqlInputs, ValueLookup } from "../inputs/sql-inputs.js";
import { unclearSpellings } from "../inputs/spellings.js";
import type { Tables } from "../inputs/tables.js";
import { Populations } from "../printing/populations.js";
import { Printer } from "../query/printer.js";
import type { Relation, RelationColumn } from "../query/relation.js";
import { type JoinedRelations, keyColumns, sourceRelations } from "../query/source-relations.js";
import { refuse } from "../refusals/refusals.js";
import { boundsOf, Carrier } from "./carrier.js";
import { lookedName, orderRelation, periodRelations, type RunningColumns } from "./period-relations.js";
import { GROUP, RecordInputs, recordProgram } from "./record-inputs.js";
import { RecordLowering } from "./record-lowering.js";
import { UsedTable } from "./used-table.js";

/** Most periods that a record may go back: years that are missing, and periods that are there. */
const MOST_PERIODS = 20_000;
/** Whole numbers up to this are kept exactly by a plan. */
const WIDEST = 2n ** 126n;
/** The flag that a record is missing in between. */
const GAP = "hg0";

/** Who looks up: the subjects, or the records of an earlier period. */
interface Lookers {
  readonly program: CoreProgram;
  readonly graph: Graph;
  readonly inputs: SqlInputs;
  /** The data at hand, and its fields. */
  readonly present: SqlInputs;
  readonly presentFields: readonly Field[];
  readonly hasPeriod: boolean;
  /** Before the names of their relations. */
  readonly prefix: string;
}

/** The plan over the records. */
interface Records {
  readonly inputs: RecordInputs;
  readonly lowering: RecordLowering;
  readonly carrier: Carrier;
  /** What the records look up themselves. */
  readonly deeper: LookedUp;
}

/** The lookups of the subjects, or of the records of an earlier period. */
export class LookedUp implements ValueLookup {
  private readonly known = new Map<Expression, Lowered>();
  private readonly running: RunningColumns[] = [];
  private readonly used = new Map<number, UsedTable>();
  private readonly populations = new Populations();
  private records: Records | null = null;

  constructor(
    private readonly lookers: Lookers,
    private readonly tables: Tables,
    private readonly dialect: Dialect,
  ) {}

  of(node: Expression): Lowered {
    const known = this.known.get(node) ?? this.look(node);
    this.known.set(node, known);
    return known;
  }

  private look(node: Expression): Lowered {
    if (node.type.kind === "series") return refuse("sql-series");
    switch (node.kind) {
      case "previous":
        return this.previous(node.operand, node.type.kind === "text");
      case "running":
        return this.runs(node.condition);
      case "reference": {
        if (node.to.kind !== "used") throw new RangeError("a result that is not looked up");
        const use = this.lookers.program.uses[node.to.use];
        if (use === undefined || use.allPeriods) return refuse("sql-series");
        return this.usedTable(node.to.use, use.by, use.alias).result(node.to.result, node, use.by);
      }
      case "aggregate":
        return refuse("sql-series");
      default:
        throw new RangeError("an expression that looks nothing up");
    }
  }

  private previous(operand: Expression, isText: boolean): Lowered {
    const { lowering, carrier } = this.past();
    const value = lowering.lower(operand, PUBLISHED);
    const known = { none: this.lookers.graph.never, unknown: this.flag(GAP) };
    if (value.kind === "flag") {
      const [yes, no] = [carrier.carry(value.yes, "flag"), carrier.carry(value.no, "flag")];
      return { kind: "flag", yes, no, ...known };
    }
    const pending = carrier.carry(value.pending, "pending");
    return { kind: "number", value: carrier.carry(value.value, isText ? "text" : "number"), pending, ...known };
  }

  /** As if the condition held now. */
  private runs(condition: Expression): Lowered {
    const { lowering, carrier } = this.past();
    const held = lowering.flag(condition, PUBLISHED);
    const [yes, no] = [carrier.name(held.yes, "flag"), carrier.name(held.no, "flag")];
    const index = this.running.length;
    const names = { sure: `hs${index}`, most: `hm${index}`, pending: `hu${index}` };
    this.running.push({ yes, no, ...names });
    const count = (name: string) => this.lookers.inputs.joined(name, boundsOf(name, 1, MOST_PERIODS), "number");
    const { never } = this.lookers.graph;
    const bounds = { low: count(names.sure), high: count(names.most), open: never };
    return { kind: "number", value: bounds.low, pending: this.flag(names.pending), none: never, unknown: null, bounds };
  }

  private usedTable(use: number, by: number, alias: string): UsedTable {
    const { program, inputs, hasPeriod, prefix } = this.lookers;
    const field = program.fields[by];
    if (field === undefined || field.default !== null || (field.type.kind !== "text" && field.type.kind !== "period"))
      return refuse("sql-used");
    const described = ownEntry(this.tables.uses ?? {}, alias) ?? {};
    const table = this.used.get(use) ?? new UsedTable(program, use, described, inputs, this.dialect, hasPeriod, prefix);
    this.used.set(use, table);
    return table;
  }

  /** Made when something first looks back. */
  private past(): Records {
    if (this.records !== null) return this.records;
    if (this.tables.periods === undefined) return refuse("sql-periods");
    const unclear = unclearSpellings(this.tables.periods);
    if (unclear.length > 0) return refuse("sql-period-spelling", { periods: unclear });
    const { tables, dialect, lookers } = this;
    const { present, presentFields } = lookers;
    const program = recordProgram(lookers.program);
    const graph = new Graph(WIDEST);
    const own: Tables = { subjects: tables.history, constants: tables.constants };
    const inputs = new RecordInputs(program, graph, own, dialect, present, presentFields);
    const lowering = new RecordLowering(program, graph, inputs, this.populations);
    const prefix = this.deeperPrefix;
    const deeper = new LookedUp({ ...lookers, program, graph, inputs, hasPeriod: true, prefix }, tables, dialect);
    inputs.lookUpIn(deeper);
    this.records = { inputs, lowering, carrier: new Carrier(lookers.inputs, dialect, "hv"), deeper };
    return this.records;
  }

  private get deeperPrefix(): string {
    return `${this.lookers.prefix}past_`;
  }

  private flag(name: string): Node {
    return this.lookers.inputs.joined(name, boundsOf(name, 0, 1), "flag");
  }

  /** Everything that was looked up, joined to the relation `cells`. */
  relations(cells: string): JoinedRelations {
    const { program, inputs } = this.lookers;
    const all = [
      ...(this.records === null ? [] : [this.pastRelations(cells, this.records)]),
      ...Array.from(this.used, ([use, table]) => table.relations(inputs.cellOf(program.uses[use]?.by ?? program.key))),
    ];
    return {
      relations: all.flatMap(({ relations }) => relations),
      joins: all.map(({ joins }) => joins).join(""),
      columns: all.flatMap(({ columns }) => columns),
      problems: all.flatMap(({ problems }) => problems),
    };
  }

  private pastRelations(cells: string, { inputs, lowering, carrier, deeper }: Records): JoinedRelations {
    const { dialect, running, deeperPrefix: prefix } = this;
    const { hasPeriod, program: lookers } = this.lookers;
    const keys = keyColumns(lowering.program);
    const own = keys.map((key) => key.own);
    const groups = this.groupRelations(prefix, inputs, keys[0]?.field ?? "");
    const joined = deeper.relations(`${prefix}cells`);
    const sources = sourceRelations(lowering.program, inputs, [], dialect, { prefix, from: groups.join, joined });
    const printer = new Printer(dialect, inputs, this.populations, own, own, prefix);
    printer.print(carrier.nodes, sources.names);
    const periods = this.tables.periods ?? [];
    const looks = {
      prefix,
      subjects: cells,
      hasPeriod,
      running,
      gap: GAP,
      previous: carrier.columns,
      records: printer.last,
      periods: periods.length,
      columns: carrier.texts(printer),
    };
    const names = [
      ...carrier.columns.map(({ name }) => name),
      GAP,
      ...running.flatMap(({ sure, most, pending }) => [sure, most, pending]),
    ];
    const looked = lookedName(prefix);
    return {
      relations: [
        ...groups.relations,
        orderRelation(prefix, periods, dialect),
        ...sources.relations,
        ...printer.relations,
        ...periodRelations(looks, dialect),
      ],
      joins: `\n  JOIN ${looked} ON ${looked}.xk = k${hasPeriod ? ` AND ${looked}.xp = p` : ""}`,
      columns: names.map((name) => ({ name, text: `${looked}.${name}` })),
      problems: [
        ...(hasPeriod ? [this.unnamedPeriod(lookers.subject, cells, prefix)] : []),
        this.unnamedPeriod("history", `${prefix}cells`, prefix),
      ],
    };
  }

  private unnamedPeriod(table: string, from: string, prefix: string): string {
    const { text, varchar } = this.dialect;
    const message = text(`table ${table}: a period that was not named: `);
    return (
      `SELECT ${message} || CAST(min(c.p) AS ${varchar}) AS problem ` +
      `FROM ${from} AS c LEFT JOIN ${prefix}periods AS o ON o.pp = c.p WHERE o.pp IS NULL AND c.p IS NOT NULL HAVING count(*) > 0`
    );
  }

  /** The groups of the data at hand, for records that do not name theirs. One that differs between periods ends the query. */
  private groupRelations(
    prefix: string,
    { groups }: RecordInputs,
    key: string,
  ): { readonly relations: readonly Relation[]; readonly join: string } {
    const { dialect, lookers } = this;
    if (groups.size === 0) return { relations: [], join: "" };
    const columns = [...groups].map((group): RelationColumn => {
      const cell = lookers.present.cellOf(group);
      const isUnclear = `count(DISTINCT ${cell}) > 1 OR (count(${cell}) > 0 AND count(${cell}) < count(*))`;
      const field = lookers.presentFields[group]?.name ?? "";
      const message = dialect.text(`column ${field}: a group that differs between periods: `);
      const failed = dialect.raise(`${message} || min(k)`, dialect.varchar);
      return { name: `${GROUP}${group}`, text: `CASE WHEN ${isUnclear} THEN ${failed} ELSE min(${cell}) END` };
    });
    const name = `${prefix}groups`;
    const column = ownEntry(this.tables.history?.columns ?? {}, key)?.name ?? key;
    return {
      relations: [{ name, base: null, keys: ["k AS gk"], columns, rest: `FROM cells GROUP BY k\n  ${dialect.fence}` }],
      join: ` LEFT JOIN ${name} ON ${name}.gk = ${plainText(dialect.identifier(column), dialect)}`,
    };
  }
}
