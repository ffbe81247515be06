/**
 * The first relations of a query: the cells as they come, what is wrong with the tables as a whole, and the columns that the plan reads.
 * Doubled or missing keys and side rows of no subject end the query with an error, since every join would count them wrongly.
 */
import { type Domain, SUBJECT } from "@yardstick/engine/plan";
import { type CoreProgram, ownEntry } from "@yardstick/language/core";
import type { Dialect } from "../dialects/index.js";
import { plainText } from "../inputs/source-column.js";
import type { SqlInputs } from "../inputs/sql-inputs.js";
import type { TableDescription } from "../inputs/tables.js";
import type { Relation, RelationColumn } from "./relation.js";
import { ROW_ORDER } from "../nodes/row-greatest.js";

/** What is joined to the subjects before a plan reads them. */
export interface JoinedRelations {
  /** They read the cells, and stand behind them. */
  readonly relations: readonly Relation[];
  /** `JOIN …`, one row a subject. */
  readonly joins: string;
  readonly columns: readonly RelationColumn[];
  /** Selects of what is wrong, no row where nothing is. */
  readonly problems: readonly string[];
}

export interface SourceRelations {
  readonly relations: readonly Relation[];
  /** The relation of each domain. */
  readonly names: ReadonlyMap<Domain, string>;
}

/** A column that names a subject: the field, and what it is called among subjects and among side rows. */
export interface KeyColumn {
  readonly field: string;
  readonly own: string;
  readonly owner: string;
}

/** The key, and the period where there is one. */
export function keyColumns({ fields, key, period }: CoreProgram): readonly KeyColumn[] {
  const nameOf = (index: number) => fields[index]?.name ?? "";
  const first = { field: nameOf(key), own: "k", owner: "ok" };
  return period === null ? [first] : [first, { field: nameOf(period), own: "p", owner: "op" }];
}

export function sourceRelations(
  program: CoreProgram,
  inputs: SqlInputs,
  lists: readonly Domain[],
  dialect: Dialect,
  { prefix = "", from = "", joined }: SourceOptions = {},
): SourceRelations {
  const keys = keyColumns(program);
  const domains = [SUBJECT, ...lists];
  const tables = new SourceTables(keys, inputs, dialect, prefix);
  const problems = domains.flatMap((domain) => tables.problems(domain)).concat(joined?.problems ?? []);
  return {
    relations: [
      ...domains.map((domain) => tables.cells(domain, domain === SUBJECT ? from : "")),
      ...(joined?.relations ?? []),
      {
        name: `${prefix}problems`,
        base: null,
        keys: ["max(problem) AS problem"],
        columns: [],
        rest: `FROM (\n    ${problems.join("\n    UNION ALL ")}\n  ) AS p`,
      },
      ...domains.map((domain) => tables.columns(domain, domain === SUBJECT ? (joined ?? null) : null)),
    ],
    names: new Map(domains.map((domain) => [domain, tables.relationOf(domain)])),
  };
}

/** Options of `sourceRelations`. */
interface SourceOptions {
  /** Before the names of all relations. */
  readonly prefix?: string;
  /** What follows the table of the subjects: `LEFT JOIN …`. */
  readonly from?: string;
  readonly joined?: JoinedRelations;
}
class SourceTables {
  constructor(
    private readonly keys: readonly KeyColumn[],
    private readonly inputs: SqlInputs,
    private readonly dialect: Dialect,
    private readonly prefix: string,
  ) {}

  relationOf(domain: Domain): string {
    return `${this.prefix}${domain === SUBJECT ? "u0" : `l${domain}_0`}`;
  }

  private cellsName(domain: Domain): string {
    return `${this.prefix}${domain === SUBJECT ? "cells" : `cells${domain}`}`;
  }

  private idsOf(domain: Domain): readonly string[] {
    return this.keys.map(({ own, owner }) => (domain === SUBJECT ? own : owner));
  }

  /** The order of a list's rows, where there is one. */
  private orderOf(domain: Domain): string | null {
    return domain === SUBJECT ? null : (this.inputs.tableOf(domain).order ?? null);
  }

  cells(domain: Domain, more: string): Relation {
    const { dialect, inputs, keys } = this;
    const table = inputs.tableOf(domain);
    const order = this.orderOf(domain);
    const nameIn = ({ columns = {} }: TableDescription, field: string) => ownEntry(columns, field)?.name;
    const ids = keys.map(({ field, own, owner }) => {
      const column = nameIn(table, field) ?? nameIn(inputs.tableOf(SUBJECT), field) ?? field;
      return `${plainText(dialect.identifier(column), dialect)} AS ${domain === SUBJECT ? own : owner}`;
    });
    return {
      name: this.cellsName(domain),
      base: null,
      keys: order === null ? ids : [...ids, `${dialect.identifier(order)} AS ${ROW_ORDER}`],
      columns: inputs.columnsOf(domain).map((column) => column.cell(dialect)),
      rest: `FROM ${tableName(table, inputs.listName(domain), dialect)}${more}\n  ${dialect.fence}`,
    };
  }

  /** Selects of what is wrong with a table, no row where nothing is. */
  problems(domain: Domain): readonly string[] {
    const { dialect, inputs, keys } = this;
    const table = inputs.listName(domain);
    const from = this.cellsName(domain);
    const ids = this.idsOf(domain);
    const first = domain === SUBJECT ? "k" : "ok";
    const most = inputs.mostRows(domain);
    const select = (message: string, named: string, rest: string) =>
      `SELECT ${dialect.text(`table ${table}: ${message}: `)} || CAST(${named} AS ${dialect.varchar}) AS problem FROM ${rest}`;
    const blank = ids.map((name) => `${name} IS NULL`).join(" OR ");
    const isMissing = select(
      "rows without a key or a period",
      "count(*)",
      `${from} WHERE ${blank} HAVING count(*) > 0`,
    );
    if (domain === SUBJECT) {
      const group = `${from} GROUP BY ${ids.join(", ")} HAVING count(*) > 1`;
      return [
        isMissing,
        select("a key stands twice", `min(${first})`, group),
        select(`more than ${most} subjects`, "count(*)", `${from} HAVING count(*) > ${most}`),
      ];
    }
    const on = keys.map(({ own, owner }) => `c.${own} = l.${owner}`).join(" AND ");
    const orphans = `${from} AS l LEFT JOIN ${this.cellsName(SUBJECT)} AS c ON ${on} WHERE c.k IS NULL HAVING count(*) > 0`;
    const crowded = `${from} GROUP BY ${ids.join(", ")} HAVING count(*) > ${most}`;
    return [
      isMissing,
      select("a row belongs to no subject", `min(l.${first})`, orphans),
      select(`more than ${most} rows of one subject`, `min(${first})`, crowded),
    ];
  }

  columns(domain: Domain, joined: JoinedRelations | null): Relation {
    const { dialect, inputs } = this;
    const ids = this.idsOf(domain);
    const from =
      domain === SUBJECT
        ? `${this.cellsName(SUBJECT)} CROSS JOIN ${this.prefix}problems${joined?.joins ?? ""}\n  WHERE CASE WHEN problem IS NULL THEN true ELSE ${dialect.raise("problem", "BOOLEAN")} END`
        : this.cellsName(domain);
    return {
      name: this.relationOf(domain),
      base: null,
      keys: this.orderOf(domain) === null ? ids : [...ids, ROW_ORDER],
      columns: inputs
        .columnsOf(domain)
        .flatMap((column) => column.columns(dialect))
        .concat(joined?.columns ?? []),
      rest: `FROM ${from}\n  ${dialect.fence}`,
    };
  }
}

/** The name of a table, quoted. */
export function tableName(table: TableDescription, otherwise: string, dialect: Dialect): string {
  return tableParts(table, otherwise)
    .map((part) => dialect.identifier(part))
    .join(".");
}

/** The name of a table: that of the schema, where it is named, and its own. */
export function tableParts({ name }: TableDescription, otherwise: string): readonly string[] {
  return typeof name === "string" ? [name] : (name ?? [otherwise]);
}
