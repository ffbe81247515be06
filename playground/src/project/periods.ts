/**
 * The tables with which the next period of a project begins.
 */
import type { Program } from "@yardstick/language/program";
import { columnAt, sameName, type TableText } from "./project.js";

/** The number at the end of a period raised by one: `2008年` becomes `2009年`; empty where there is none. */
export function periodAfter(period: string): string {
  const year = /\d{4}/u.exec(period)?.[0];
  const isYear = year !== undefined && /^\D*\d{4}\D*$/u.test(period);
  return isYear ? period.replace(year, String(Number(year) + 1)) : "";
}

/**
 * The tables with which the next period begins: the same subjects with the new period, cells of the columns in `kept` as
 * they are and all others blank, no rows of lists. Constants and earlier results stay.
 */
export function tablesOfNextPeriod(
  program: Program,
  tables: readonly TableText[],
  period: string,
  kept: readonly string[],
): readonly TableText[] {
  const name = (at: number | null) => (at === null ? undefined : program.fields[at]?.name);
  const [key, periodName] = [name(program.key), name(program.period)];
  return tables.map((table) => {
    if (table.role === "list") return { ...table, rows: [] };
    if (table.role !== "subjects" || key === undefined) return table;
    const keyAt = columnAt(table, key);
    const periodAt = periodName === undefined ? -1 : columnAt(table, periodName);
    const keptAt = new Set(kept.map((column) => columnAt(table, column)));
    const seen = new Set<string>();
    const rows = table.rows.flatMap((row) => {
      const subject = (row[keyAt] ?? "").trim();
      // A subject of several periods begins once.
      if (subject === "" || seen.has(subject)) return [];
      seen.add(subject);
      return [
        table.header.map((header, at) => {
          if (at === periodAt) return period;
          return at === keyAt || keptAt.has(at) || (periodAt < 0 && sameName(header, key)) ? (row[at] ?? "") : "";
        }),
      ];
    });
    return { ...table, rows };
  });
}

/** The columns of subjects that a next period keeps unless the user decides otherwise: texts, which say what a subject is. */
export function lastingColumns(program: Program): readonly string[] {
  return program.fields.flatMap(({ name, type, judgement }, at) =>
    at !== program.key && at !== program.period && type.kind === "text" && judgement === null ? [name] : [],
  );
}
