/**
 * Prints a plan as a chain of relations: one relation a level and domain, each adding columns to the one below it.
 */
import { CONSTANT, type Domain, type Node, rawBound, SUBJECT } from "@yardstick/engine/plan";
import { larger } from "@yardstick/exact";
import type { Dialect } from "../dialects/index.js";
import { numberValue, type NumberValue, type Value } from "../expression/value.js";
import { Arithmetic, type Whole } from "../expression/whole.js";
import type { SqlInputs } from "../inputs/sql-inputs.js";
import { nodeKinds } from "../nodes/index.js";
import { ROW_ORDER } from "../nodes/row-greatest.js";
import type { Joined, Printing } from "../printing/printing.js";
import type { Populations } from "../printing/populations.js";
import { refuse } from "../refusals/refusals.js";
import { levelsOf } from "./levels.js";
import type { Relation, RelationColumn } from "./relation.js";

/** What one level adds. */
interface Additions {
  readonly columns: Map<Domain, RelationColumn[]>;
  readonly aggregates: Map<Domain, string[]>;
  readonly fromOwner: Map<Domain, Set<string>>;
  readonly joins: Joined[];
}

const nothingAdded = (): Additions => ({ columns: new Map(), aggregates: new Map(), fromOwner: new Map(), joins: [] });

export class Printer implements Printing {
  readonly arithmetic: Arithmetic;
  /** Each after those that it reads. */
  readonly relations: Relation[] = [];
  private readonly values = new Map<Node, Value>();
  private readonly current = new Map<Domain, string>();
  private added = nothingAdded();

  constructor(
    readonly dialect: Dialect,
    readonly inputs: SqlInputs,
    readonly populations: Populations,
    readonly key: readonly string[],
    readonly owner: readonly string[],
    /** Before the names of all relations. */
    private readonly prefix = "",
  ) {
    this.arithmetic = new Arithmetic(dialect);
  }

  /** Prints all that the roots need. `sources` gives the relation of the data of a domain. */
  print(roots: readonly Node[], sources: ReadonlyMap<Domain, string>): void {
    for (const [domain, name] of sources) this.current.set(domain, name);
    const levels = levelsOf(roots);
    levels.nodes.forEach((nodes, level) => {
      for (const node of nodes) this.values.set(node, this.printed(node, levels.isColumn(node)));
      this.flush(level);
    });
  }

  value(node: Node): Value {
    const value = this.values.get(node);
    if (value === undefined) throw new RangeError(`${node.op} was read before it was printed`);
    return value;
  }

  number(node: Node): NumberValue {
    const value = this.value(node);
    if (value.kind === "number") return value;
    if (value.kind !== "flag") return refuse("sql-text-computed");
    const one = this.arithmetic.literal(1n);
    return numberValue(this.arithmetic.as(`(CASE WHEN ${value.text} THEN 1 ELSE 0 END)`, one));
  }

  flag(node: Node): string {
    const value = this.value(node);
    return value.kind === "flag" ? value.text : refuse("sql-text-computed");
  }

  groupKey(node: Node): string {
    const value = this.value(node);
    if (value.kind === "text") return value.text;
    const { top, divisors } = this.number(node);
    return divisors.length === 0
      ? top.text
      : refuse("sql-plan", { zh: "按未舍入的商分组", en: "groups by quotients that are not rounded" });
  }

  column(domain: Domain, name: string, text: string): void {
    listIn(this.added.columns, domain).push({ name, text });
  }

  ofOwner(domain: Domain, column: string, name: string): void {
    const brought = this.added.fromOwner.get(domain) ?? new Set();
    this.added.fromOwner.set(domain, brought.add(`${column} AS ${name}`));
  }

  aggregate(over: Domain, name: string, text: string): void {
    listIn(this.added.aggregates, over).push(`${text} AS ${name}`);
  }

  join(joined: Joined): void {
    this.added.joins.push(joined);
  }

  from(domain: Domain): string {
    return this.current.get(domain) ?? missing();
  }

  /** The relation of all subjects, with all columns. */
  get last(): string {
    return this.from(SUBJECT);
  }

  private printed(node: Node, isColumn: boolean): Value {
    const value = this.bounded(node, nodeKinds[node.op].print(node, this));
    if (!isColumn) return value;
    if (node.domain === CONSTANT) throw new RangeError("a constant that is a column");
    const prefix = { number: "n", flag: "b", text: "t", difference: "d" }[value.kind];
    const name = `${prefix}${node.id}`;
    switch (value.kind) {
      case "number": {
        const top = this.arithmetic.narrowed(value.top);
        this.column(node.domain, name, top.text);
        return { ...value, top: this.arithmetic.as(name, top) };
      }
      case "flag":
      case "text":
        this.column(node.domain, name, value.text);
        return { ...value, text: name };
      case "difference":
        this.column(node.domain, name, value.isNone);
        return { ...value, isNone: name };
      default:
        return value satisfies never;
    }
  }

  /** The plan may know closer bounds than the expression shows. */
  private bounded(node: Node, value: Value): Value {
    if (value.kind !== "number" || node.low === null || node.high === null) return value;
    const size = larger(node.low.abs(), node.high.abs());
    const den = value.divisors.reduce((held, { most }) => held * most, value.den);
    const most = rawBound(size, den);
    return most === null || most >= value.top.most ? value : { ...value, top: { ...value.top, most } satisfies Whole };
  }

  private flush(level: number): void {
    const { columns, aggregates, fromOwner, joins } = this.added;
    const made = new Map<Domain, string>();
    for (const domain of new Set([...columns.keys(), ...fromOwner.keys()])) {
      const name = `${this.prefix}${domain === SUBJECT ? "u" : `l${domain}_`}${level + 1}`;
      const from = domain === SUBJECT ? this.ofSubjects(aggregates, joins) : this.ofRows(domain, fromOwner.get(domain));
      const base = this.from(domain);
      this.relations.push({
        name,
        base,
        keys: this.keysOf(domain),
        columns: columns.get(domain) ?? [],
        rest: `FROM ${base} AS t${from}\n  ${this.dialect.fence}`,
      });
      made.set(domain, name);
    }
    for (const [domain, name] of made) this.current.set(domain, name);
    this.added = nothingAdded();
  }

  private keysOf(domain: Domain): readonly string[] {
    if (domain === SUBJECT) return this.key;
    return this.inputs.tableOf(domain).order === undefined ? this.owner : [...this.owner, ROW_ORDER];
  }

  private ofSubjects(aggregates: Additions["aggregates"], joins: Additions["joins"]): string {
    const grouped = [...aggregates].flatMap(([over, columns]) =>
      columns.map((column) => ({ column, from: this.from(over), keys: this.owner, isComplete: false })),
    );
    const byRelation = new Map<string, Joined[]>();
    for (const each of [...grouped, ...joins]) listIn(byRelation, each.from).push(each);
    return [...byRelation]
      .map(([from, each], index) => {
        const { keys, isComplete } = each[0] ?? missing();
        const names = keys.map((name, place) => `${name} AS j${place}`);
        const group = isComplete ? "" : ` GROUP BY ${keys.join(", ")}`;
        const columns = [...names, ...each.map(({ column }) => column)].join(", ");
        const relation = `SELECT ${columns} FROM ${/^\w+$/.test(from) ? from : `(${from}) AS z`}${group}`;
        const on = this.key.map((name, place) => `r${index}.j${place} = t.${name}`).join(" AND ");
        return `\n  ${isComplete ? "JOIN" : "LEFT JOIN"} (${relation}) AS r${index} ON ${on}`;
      })
      .join("");
  }

  private ofRows(domain: Domain, brought: ReadonlySet<string> | undefined): string {
    if (brought === undefined) return "";
    const names = this.key.map((name, index) => `${name} AS j${index}`);
    const on = this.owner.map((name, index) => `w.j${index} = t.${name}`).join(" AND ");
    return `\n  JOIN (SELECT ${[...names, ...brought].join(", ")} FROM ${this.from(SUBJECT)}) AS w ON ${on}`;
  }
}

function listIn<Key, Each>(map: Map<Key, Each[]>, key: Key): Each[] {
  const known = map.get(key) ?? [];
  map.set(key, known);
  return known;
}

function missing(): never {
  throw new RangeError("a relation that is not there");
}
