/**
 * The query for what an explanation says about all subjects: the values of the plan's nodes at one subject, who ties with it, whose vetoes
 * let it move up. Of the other subjects only those that are named leave the engine.
 */
import type { CohortFacts, OrderFacts, Peer } from "@yardstick/engine";
import {
  type BoundRubric,
  boundRubric,
  type LoweredTable,
  type Node,
  PopulationDependencies,
} from "@yardstick/engine/plan";
import { ONE, rational, type Rational, whole, ZERO } from "@yardstick/exact";
import { optionalResults, type PublishedColumn, publishedColumns } from "../query/published.js";
import { fractionText } from "../query/number-text.js";
import type { Printer } from "../query/printer.js";
import { groupKeys, isNever } from "../population/partition.js";
import { RowReader, type SqlSubject } from "../statement/run.js";
import { type Planned, queryText } from "../statement/planned.js";

/** A subject as its table has it. */
export interface Id {
  readonly key: string;
  readonly period: string | null;
}

/** What the query found; null: no such subject. */
export interface CohortFound {
  readonly facts: Omit<CohortFacts, "tiedAtCut" | "order"> & {
    order(ranking: LoweredTable["ranking"], keys: readonly string[]): OrderFacts;
    tiedAtCut(grades: number, row: number, keys: readonly string[]): readonly string[];
  };
  /** Keys of all that are named. */
  readonly keys: readonly string[];
  /** Those who tie with the subject at a cut, with the results that could decide it. */
  readonly tied: readonly SqlSubject[];
  /** Whether a function across subjects reads others while members of those are pending. */
  readonly isNested: boolean;
}

/** A column of the query, by a name that its reader knows. */
interface Column {
  readonly name: string;
  readonly text: string;
}

/** An order of a ranking or of grades, with the nodes that the query asks of it. */
interface Order {
  readonly table: LoweredTable;
  /** The place among all; null where no veto takes a place. */
  readonly all: Node | null;
}

/** The parts of an explanation that are read over all subjects. Throws `Refused` or `Unsupported` where no query gives them exactly. */
export class CohortQuery {
  readonly text: string;
  private readonly bound: BoundRubric;
  private readonly nodes: readonly Node[];
  private readonly orders: readonly Order[];
  /** By grades. */
  private readonly notes: readonly (Node | null)[];
  private readonly deciders: readonly PublishedColumn[];
  private readonly columns: Column[] = [];

  constructor(
    private readonly plan: Planned,
    private readonly id: Id,
  ) {
    const { lowering, program, inputs } = plan;
    const { graph } = lowering;
    this.bound = boundRubric(lowering, new PopulationDependencies(program));
    const { tables, grades, wanted } = this.bound;
    const outputs = { low: ZERO, high: whole(inputs.subjects + 1), den: 1n, isFlag: false };
    this.orders = tables.flat().map((table) => {
      const { population } = table.place;
      const all =
        population === null || isNever(table.order.barred)
          ? null
          : graph.across(population.work, "place among all", outputs);
      return { table, all };
    });
    this.notes = grades.map(({ drawn: { population } }) =>
      population === null ? null : graph.across(population.work, "note", { ...outputs, high: whole(2) }),
    );
    const hasCuts = grades.some(({ cuts }) => cuts.some((cut) => cut !== null));
    const omitted = optionalResults(program).filter(
      ({ of, index }) => of !== "output" || /^(?:text|date)$/u.test(program.outputs[index]?.value.type.kind ?? ""),
    );
    this.deciders = hasCuts ? publishedColumns(program, lowering, inputs, true, omitted) : [];
    const ofOrders = this.orders.flatMap(({ table: { place, last, order }, all }) => [
      place,
      last,
      order.stands,
      order.barred,
      order.groupPending,
      ...(all === null ? [] : [all]),
    ]);
    const ofGrades = grades.flatMap(({ undecidedAt, cuts }) => [undecidedAt, ...cuts]);
    const all = [...wanted, ...ofOrders, ...ofGrades, ...this.notes].filter((node) => node !== null);
    this.nodes = [...new Set(all)].filter(({ op }) => op !== "constant");
    const groups = [...this.orders.map(({ table }) => table.order), ...grades.map(({ table }) => table.order)].flatMap(
      ({ period, group }) => [period, group].filter((node) => node !== null),
    );
    const vetoes = program.vetoes.map((_, index) => lowering.veto(index).yes);
    const roots = [...this.nodes, ...groups, ...vetoes, ...this.deciders.flatMap(({ nodes }) => nodes)];
    this.text = queryText(plan, roots, (printer) => this.tail(printer));
  }

  private tail(printer: Printer): { readonly more: readonly string[]; readonly select: string } {
    const { dialect, program, lowering } = this.plan;
    const { grades, depends, open } = this.bound;
    const { key, period } = this.id;
    const number = (node: Node) => printer.number(node).top.text;
    const isOwn = [`k = ${dialect.text(key)}`, ...(period === null ? [] : [`p = ${dialect.text(period)}`])].join(
      " AND ",
    );
    const own: Column[] = [{ name: "own_key", text: "k" }];
    const sums: Column[] = [];
    const peers: string[] = [];
    const held = (name: string, text: string): string => {
      own.push({ name: `own_${name}`, text });
      return `own_${name}`;
    };
    const sameGroup = (name: string, order: LoweredTable["order"]): string => {
      const same = groupKeys(order, printer).map(
        (text, index) => `${text} IS NOT DISTINCT FROM ${held(`${name}_group_${index}`, text)}`,
      );
      return same.length === 0 ? "true" : `(${same.join(" AND ")})`;
    };
    this.orders.forEach(({ table, all }, index) => {
      const name = `order_${index}`;
      const same = sameGroup(name, table.order);
      const place = number(table.place);
      const isPlaced = `${same} AND ${place} > 0`;
      sums.push({ name: `${name}_of`, text: `count(CASE WHEN ${isPlaced} THEN 1 END)` });
      const tied = `${isPlaced} AND ${place} = ${held(`${name}_place`, place)}`;
      const ahead =
        all === null
          ? "false"
          : `${same} AND ${number(all)} > 0 AND ${printer.flag(table.order.barred)} AND ${number(all)} < ${held(`${name}_all`, number(all))}`;
      this.columns.push({ name: `${name}_peer`, text: `(${tied}) OR (${ahead})` });
      peers.push(`(${tied})`, ...(all === null ? [] : [`(${ahead})`]));
    });
    grades.forEach(({ cuts, table }, index) => {
      const some = cuts.flatMap((cut, row) => (cut === null || cut.op === "constant" ? [] : [{ cut, row }]));
      if (some.length === 0) return;
      const same = sameGroup(`grades_${index}`, table.order);
      for (const { cut, row } of some) {
        const name = `cut_${index}_${row}`;
        const tied = `(${same} AND ${number(cut)} > 0 AND ${held(name, number(cut))} > 0)`;
        this.columns.push({ name, text: tied });
        peers.push(tied);
      }
    });
    const flags = open.filter((flag) => !isNever(flag)).map((flag) => printer.flag(flag));
    if (depends && flags.length > 0) sums.push({ name: "is_open", text: `bool_or(${flags.join(" OR ")})` });
    this.columns.push(
      { name: "k", text: "k" },
      ...(period === null ? [] : [{ name: "p", text: "p" }]),
      { name: "is_own", text: `(${isOwn})` },
      ...this.nodes.map((node, index) => ({ name: `node_${index}`, text: valueText(node, printer) })),
      ...program.vetoes.map((_, index) => ({ name: `veto_${index}`, text: printer.flag(lowering.veto(index).yes) })),
      ...sums.map(({ name }) => ({ name, text: name })),
    );
    const selected = [
      ...this.columns.map(({ name, text }) => `${text} AS ${dialect.identifier(`x_${name}`)}`),
      ...this.deciders.map((column, index) => `${column.text(printer)} AS ${dialect.identifier(`d_${index}`)}`),
    ];
    const listed = (each: readonly Column[]) => each.map(({ name, text }) => `${text} AS ${name}`).join(", ");
    const from = `${printer.last} CROSS JOIN own`;
    const counts = sums.length === 0 ? "" : " CROSS JOIN sums";
    return {
      more: [
        `own AS (SELECT ${listed(own)} FROM ${printer.last} WHERE ${isOwn})`,
        ...(sums.length === 0 ? [] : [`sums AS (SELECT ${listed(sums)} FROM ${from})`]),
      ],
      select: `SELECT ${selected.join(",\n  ")}\nFROM ${from}${counts}\nWHERE ${[`(${isOwn})`, ...peers].join("\n  OR ")}\n`,
    };
  }

  /** What the rows of the query say. */
  read(rows: Iterable<readonly unknown[]>): CohortFound | null {
    const index = new Map(this.columns.map(({ name }, place) => [name, place]));
    const at = (row: readonly unknown[], name: string): unknown => row[index.get(name) ?? -1] ?? null;
    const all = [...rows];
    const own = all.find((row) => at(row, "is_own") === true);
    if (own === undefined) return null;
    const { program } = this.plan;
    const places = new Map(this.nodes.map((node, place) => [node, place]));
    const exactAt = (row: readonly unknown[], node: Node): Rational =>
      node.op === "constant" ? node.value : valueOf(at(row, `node_${places.get(node) ?? -1}`));
    const numberAt = (row: readonly unknown[], node: Node) => exactAt(row, node).toNumber();
    const keyOf = (row: readonly unknown[]) => String(at(row, "k"));
    const others = all.filter((row) => row !== own);
    const vetoesOf = (row: readonly unknown[]) =>
      program.vetoes.flatMap(({ name }, veto) => (at(row, `veto_${veto}`) === true ? [name] : []));
    const order = (ranking: LoweredTable["ranking"], keys: readonly string[]): OrderFacts => {
      const place = this.orders.findIndex(({ table }) => table.ranking === ranking);
      const found = this.orders[place];
      if (found === undefined) throw new RangeError("a ranking that was not asked for");
      const { table, all: among } = found;
      const withoutVetoes = (row: readonly unknown[]) => numberAt(row, among ?? table.place);
      const peerOf = (row: readonly unknown[]): Peer => ({
        key: keyOf(row),
        place: numberAt(row, table.place) || null,
        withoutVetoes: withoutVetoes(row),
        vetoes: vetoesOf(row),
      });
      const peers = others
        .filter((row) => at(row, `order_${place}_peer`) === true)
        .map(peerOf)
        .sort((a, b) => a.withoutVetoes - b.withoutVetoes || keys.indexOf(a.key) - keys.indexOf(b.key));
      const hasNoGroup = !exactAt(own, table.order.groupPending).equals(ZERO);
      return { of: hasNoGroup ? 0 : Number(at(own, `order_${place}_of`)), withoutVetoes: withoutVetoes(own), peers };
    };
    const tiedAtCut = (grades: number, row: number, keys: readonly string[]) =>
      all
        .filter((each) => at(each, `cut_${grades}_${row}`) === true)
        .map(keyOf)
        .sort((a, b) => keys.indexOf(a) - keys.indexOf(b));
    const cuts = this.columns.filter(({ name }) => name.startsWith("cut_"));
    const tied = others.filter((row) => cuts.some(({ name }) => at(row, name) === true));
    const notes = ["quota", "cut-tie"] as const;
    return {
      facts: {
        bound: this.bound,
        exact: (node) => exactAt(own, node),
        note: (grades) => {
          const note = this.notes[grades] ?? null;
          return note === null ? null : (notes[numberAt(own, note) - 1] ?? null);
        },
        order,
        tiedAtCut,
      },
      keys: all.map(keyOf),
      tied: tied.map((row) => this.publishedOf(row)),
      isNested: at(own, "is_open") === true,
    };
  }

  private publishedOf(row: readonly unknown[]): SqlSubject {
    const named = this.deciders.map(({ meaning }, index) => ({ name: `${index}`, meaning }));
    return new RowReader(this.plan.program, named).subject(row.slice(this.columns.length));
  }
}

/** An exact value as a column. */
function valueText(node: Node, printer: Printer): string {
  const value = printer.value(node);
  if (value.kind === "flag") return value.text;
  return fractionText(printer.number(node), printer.arithmetic);
}

function valueOf(found: unknown): Rational {
  if (typeof found === "boolean") return found ? ONE : ZERO;
  return rational(String(found));
}
