/** What tells the subjects of a result apart: grades, choices, yes or no, texts that several subjects share, and periods. */
import type { Program } from "@yardstick/language/program";
import type { Good } from "../protocol/protocol.js";
import { columnAt, findTable, type TableText } from "../project/project.js";
import type { SubjectResult } from "@yardstick/engine";
import { rowsBySubject, subjectName } from "./grid-view.js";

/** A property by which results are filtered and grouped. */
export interface SubjectProperty {
  readonly name: string;
  readonly kind: "grade" | "field" | "period";
  /** All values in their order: grades and ordered choices best first, others as they are declared or first occur. */
  readonly values: readonly string[];
  /** Null where the subject has none. */
  valueOf(subject: SubjectResult): string | null;
}

/** A text with more values than this does not group. */
const MAX_VALUES = 24;

/** The properties of the subjects; `tables` are those of the front file. */
export function subjectProperties({ program, result }: Good, tables: readonly TableText[]): readonly SubjectProperty[] {
  return [
    ...gradeProperties(program),
    ...periodProperty(result.subjects),
    ...fieldProperties(program, result.subjects, tables),
  ];
}

function gradeProperties({ grades }: Program): readonly SubjectProperty[] {
  return grades.map(({ name, rows, otherwise }) => ({
    name,
    kind: "grade",
    values: [...new Set([...rows.map(({ grade }) => grade), ...(otherwise === null ? [] : [otherwise])])],
    valueOf: (subject) => subject.grades[name] ?? null,
  }));
}

function periodProperty(subjects: readonly SubjectResult[]): readonly SubjectProperty[] {
  const values = [...new Set(subjects.flatMap(({ period }) => (period === null ? [] : [period])))];
  if (values.length < 2) return [];
  return [{ name: "", kind: "period", values, valueOf: ({ period }) => period }];
}

function fieldProperties(
  program: Program,
  subjects: readonly SubjectResult[],
  tables: readonly TableText[],
): readonly SubjectProperty[] {
  const table = findTable(tables, "subjects", "");
  if (table === undefined) return [];
  let rows: ReadonlyMap<string, number> | null = null;
  return program.fields.flatMap(({ name, type, judgement }, field): SubjectProperty[] => {
    const at = columnAt(table, name);
    const isKind = type.kind === "text" || type.kind === "level";
    if (at < 0 || !isKind || judgement !== null || field === program.key || field === program.period) return [];
    const found = new Set<string>();
    for (const row of table.rows) {
      const text = (row[at] ?? "").trim();
      if (text !== "") found.add(text);
      if (found.size > MAX_VALUES) return [];
    }
    // A text of its own for almost every subject is a name, not a group.
    if (found.size < 2 || (type.kind === "text" && found.size * 2 > subjects.length)) return [];
    const valueOf = ({ key, period }: SubjectResult): string | null => {
      rows ??= rowsBySubject(program, table);
      const row = rows.get(subjectName(key, period)) ?? rows.get(subjectName(key, null));
      const text = row === undefined ? "" : (table.rows[row]?.[at] ?? "").trim();
      return text === "" ? null : text;
    };
    return [{ name, kind: "field", values: inOrder([...found], levelsOf(program, type)), valueOf }];
  });
}

/** Levels of a choice, the best first where they have an order; none for a text. */
function levelsOf({ choices }: Program, type: Program["fields"][number]["type"]): readonly string[] {
  if (type.kind !== "level") return [];
  const { levels = [], ordered = false } = choices[type.choice] ?? {};
  const names = levels.map(({ name }) => name);
  return ordered ? names.reverse() : names;
}

function inOrder(values: readonly string[], levels: readonly string[]): readonly string[] {
  const at = (value: string) => (levels.includes(value) ? levels.indexOf(value) : levels.length);
  return [...values].sort((a, b) => at(a) - at(b));
}
