/**
 * The periods that occur: a rubric that looks back is printed for these.
 */
import { type CoreProgram, findExpression, ownEntry } from "@yardstick/language/core";
import type { Dialect } from "../dialects/index.js";
import { plainText } from "../inputs/source-column.js";
import type { TableDescription, Tables } from "../inputs/tables.js";
import { expressionsOf } from "../query/reads-population.js";
import { tableName } from "../query/source-relations.js";
import { recordProgram } from "./record-inputs.js";

/** Whether anything in the rubric reads earlier periods. */
export function looksBack(program: CoreProgram): boolean {
  return expressionsOf(program).some(
    (each) => findExpression(each, ({ kind }) => kind === "previous" || kind === "running") !== null,
  );
}

/** The query for the periods of the history and of the subjects, one column. */
export function periodsQuery(program: CoreProgram, tables: Tables, dialect: Dialect): string {
  const periodsOf = ({ fields, period, subject }: CoreProgram, table: TableDescription = {}): readonly string[] => {
    if (period === null) return [];
    const field = fields[period]?.name ?? "";
    const column = ownEntry(table.columns ?? {}, field)?.name ?? field;
    const text = plainText(dialect.identifier(column), dialect);
    return [`SELECT DISTINCT ${text} AS period FROM ${tableName(table, subject, dialect)}`];
  };
  const all = [...periodsOf(recordProgram(program), tables.history), ...periodsOf(program, tables.subjects)];
  return `SELECT period FROM (${all.join(" UNION ")}) AS p WHERE period IS NOT NULL`;
}
