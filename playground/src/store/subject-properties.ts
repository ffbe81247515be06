/** What tells the subjects of a result apart: grades, choices, texts that several subjects share, and periods. */
import type { Program } from "@yardstick/language/program";
import type { Good } from "../protocol/protocol.js";
import { columnAt, findTable, type TableText } from "../project/project.js";
import { foldName, type SubjectResult } from "@yardstick/engine";
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
    const levels = levelsOf(program, type);
    // Spellings that are read as one level are one; texts are compared as the language compares them.
    const folded = (text = "") => (type.kind === "level" ? foldName(text) : text.normalize("NFC").trim());
    const found = new Map(levels.map((level) => [folded(level), level]));
    const used = new Set<string>();
    for (const row of table.rows) {
      const text = folded(row[at]);
      if (text === "") continue;
      if (!found.has(text)) found.set(text, (row[at] ?? "").trim());
      used.add(text);
      if (used.size > MAX_VALUES) return [];
    }
    // A text of its own for almost every subject is a name, not a group.
    if (used.size < 2 || (type.kind === "text" && used.size * 2 > subjects.length)) return [];
    const valueOf = ({ key, period }: SubjectResult): string | null => {
      rows ??= rowsBySubject(program, table);
      const row = rows.get(subjectName(key, period)) ?? rows.get(subjectName(key, null));
      return (row === undefined ? undefined : found.get(folded(table.rows[row]?.[at]))) ?? null;
    };
    const values = [...found].flatMap(([text, value]) => (used.has(text) ? [value] : []));
    return [{ name, kind: "field", values, valueOf }];
  });
}

/** Levels of a choice, the best first where they have an order; none for a text. */
function levelsOf({ choices }: Program, type: Program["fields"][number]["type"]): readonly string[] {
  if (type.kind !== "level") return [];
  const { levels = [], ordered = false } = choices[type.choice] ?? {};
  const names = levels.map(({ name }) => name);
  return ordered ? names.reverse() : names;
}
