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
import type { Relation } from "./relation.js";
import { ROW_ORDER } from "../nodes/row-greatest.js";

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
): SourceRelations {
  const keys = keyColumns(program);
  const domains = [SUBJECT, ...lists];
  const cells = domains.map((domain) => cellsOf(domain, keys, inputs, dialect));
  const problems = domains.flatMap((domain) => problemsOf(domain, keys, inputs, dialect));
  const columns = domains.map((domain) => columnsOf(domain, keys, inputs, dialect));
  return {
    relations: [
      ...cells,
      {
        name: "problems",
        base: null,
        keys: ["max(problem) AS problem"],
        columns: [],
        rest: `FROM (\n    ${problems.join("\n    UNION ALL ")}\n  ) AS p`,
      },
      ...columns,
    ],
    names: new Map(domains.map((domain) => [domain, relationOf(domain)])),
  };
}

const cellsName = (domain: Domain) => (domain === SUBJECT ? "cells" : `cells${domain}`);
const relationOf = (domain: Domain) => (domain === SUBJECT ? "u0" : `l${domain}_0`);
const idsOf = (domain: Domain, keys: readonly KeyColumn[]) =>
  keys.map(({ own, owner }) => (domain === SUBJECT ? own : owner));

/** The order of a list's rows, where there is one. */
function orderOf(domain: Domain, inputs: SqlInputs): string | null {
  return domain === SUBJECT ? null : (inputs.tableOf(domain).order ?? null);
}

function cellsOf(domain: Domain, keys: readonly KeyColumn[], inputs: SqlInputs, dialect: Dialect): Relation {
  const table = inputs.tableOf(domain);
  const order = orderOf(domain, inputs);
  const nameIn = ({ columns = {} }: TableDescription, field: string) => ownEntry(columns, field)?.name;
  const ids = keys.map(({ field, own, owner }) => {
    const column = nameIn(table, field) ?? nameIn(inputs.tableOf(SUBJECT), field) ?? field;
    return `${plainText(dialect.identifier(column), dialect)} AS ${domain === SUBJECT ? own : owner}`;
  });
  return {
    name: cellsName(domain),
    base: null,
    keys: order === null ? ids : [...ids, `${dialect.identifier(order)} AS ${ROW_ORDER}`],
    columns: inputs.columnsOf(domain).map((column) => column.cell(dialect)),
    rest: `FROM ${tableName(table, inputs.listName(domain), dialect)}\n  ${dialect.fence}`,
  };
}

/** Selects of what is wrong with a table, no row where nothing is. */
function problemsOf(
  domain: Domain,
  keys: readonly KeyColumn[],
  inputs: SqlInputs,
  dialect: Dialect,
): readonly string[] {
  const table = inputs.listName(domain);
  const from = cellsName(domain);
  const ids = idsOf(domain, keys);
  const first = domain === SUBJECT ? "k" : "ok";
  const most = inputs.mostRows(domain);
  const select = (message: string, named: string, rest: string) =>
    `SELECT ${dialect.text(`table ${table}: ${message}: `)} || CAST(${named} AS ${dialect.varchar}) AS problem FROM ${rest}`;
  const blank = ids.map((name) => `${name} IS NULL`).join(" OR ");
  const isMissing = select("rows without a key or a period", "count(*)", `${from} WHERE ${blank} HAVING count(*) > 0`);
  if (domain === SUBJECT) {
    const group = `${from} GROUP BY ${ids.join(", ")} HAVING count(*) > 1`;
    return [
      isMissing,
      select("a key stands twice", `min(${first})`, group),
      select(`more than ${most} subjects`, "count(*)", `${from} HAVING count(*) > ${most}`),
    ];
  }
  const on = keys.map(({ own, owner }) => `c.${own} = l.${owner}`).join(" AND ");
  const orphans = `${from} AS l LEFT JOIN cells AS c ON ${on} WHERE c.k IS NULL HAVING count(*) > 0`;
  const crowded = `${from} GROUP BY ${ids.join(", ")} HAVING count(*) > ${most}`;
  return [
    isMissing,
    select("a row belongs to no subject", `min(l.${first})`, orphans),
    select(`more than ${most} rows of one subject`, `min(${first})`, crowded),
  ];
}

function columnsOf(domain: Domain, keys: readonly KeyColumn[], inputs: SqlInputs, dialect: Dialect): Relation {
  const ids = idsOf(domain, keys);
  const from =
    domain === SUBJECT
      ? `cells CROSS JOIN problems\n  WHERE CASE WHEN problem IS NULL THEN true ELSE ${dialect.raise("problem", "BOOLEAN")} END`
      : cellsName(domain);
  return {
    name: relationOf(domain),
    base: null,
    keys: orderOf(domain, inputs) === null ? ids : [...ids, ROW_ORDER],
    columns: inputs.columnsOf(domain).flatMap((column) => column.columns(dialect)),
    rest: `FROM ${from}\n  ${dialect.fence}`,
  };
}

function tableName({ name }: TableDescription, otherwise: string, dialect: Dialect): string {
  const parts = typeof name === "string" ? [name] : (name ?? [otherwise]);
  return parts.map((part) => dialect.identifier(part)).join(".");
}
