/**
 * The data of a conformance case as the comma-separated tables that the independent evaluator reads.
 */
import type { ConformanceCase } from "../conformance/case-file.js";
import { csvText } from "./csv.js";
import type { Files } from "./tables.js";

type Row = Readonly<Record<string, unknown>>;

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
}

function table(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return csvText([names, ...rows.map((row) => names.map((name) => cellText(row[name])))]);
}

/** Rows of lists that stand inside their subject get its cells beside their own, so that they are found by its key and period. */
function apart(
  subjects: readonly Row[],
  besides: ReadonlyMap<string, readonly Row[]>,
): { readonly subjects: readonly Row[]; readonly lists: ReadonlyMap<string, readonly Row[]> } {
  const lists = new Map([...besides].map(([name, rows]) => [name, [...rows]]));
  const plain = subjects.map((row) => {
    const own = Object.fromEntries(Object.entries(row).filter(([, value]) => !Array.isArray(value)));
    for (const [name, value] of Object.entries(row)) {
      if (!Array.isArray(value)) continue;
      const side = lists.get(name) ?? [];
      lists.set(name, side);
      for (const each of value as readonly Row[]) side.push({ ...own, ...each });
    }
    return own;
  });
  return { subjects: plain, lists };
}

/** The tables of a case without used rubrics; the table of subjects is named `subjects` or as the rubric names it. */
export function tablesOfCase({ rubric, data = [], constants, history }: ConformanceCase): Files {
  const tables = new Map<string, readonly Row[]>(Array.isArray(data) ? [["subjects", data]] : Object.entries(data));
  const [, named = ""] = /(?:data|数据) +(\S+?) *[{｛]/u.exec(rubric.join("\n")) ?? [];
  const main = tables.has("subjects") ? "subjects" : named;
  const besides = new Map([...tables].filter(([name]) => name !== main));
  const { subjects, lists } = apart(tables.get(main) ?? [], besides);
  return {
    subjects: table(subjects),
    lists: [...lists].map(([name, rows]) => ({ name, text: table(rows) })),
    constants: constants === undefined ? null : table([constants]),
    history: history === undefined ? null : table(history),
  };
}
