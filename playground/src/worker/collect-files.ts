/**
 * Merges files that departments handed in with the tables of the project, for the preview. Loaded when first requested.
 */
import type { Lang } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import {
  collectTables,
  departmentProgress,
  describeProblem,
  filesInZip,
  looksLikeWorkbook,
  missingMessage,
} from "@yardstick/tables";
import type { Encoding, HandedInFile, TextTable } from "@yardstick/tables";
import { sameName, type TableText } from "../project/project.js";
import type { CollectRequest, FilesCollected, InputFile } from "../protocol/protocol.js";

/** The result of merging the files into the tables, with the progress of the departments before and after. */
export function collectFiles(
  program: Program,
  tables: readonly TableText[],
  { files, answers }: CollectRequest,
  lang: Lang,
): FilesCollected {
  const present = tables.flatMap((table) => knownTable(program, table) ?? []);
  const {
    reports: _,
    problems,
    unread,
    ...collected
  } = collectTables(program, present, files.flatMap(sourcesOf), { answers });
  const message = (problem: (typeof problems)[number]) => ({
    file: problem.file,
    severity: problem.severity,
    text: describeProblem(problem, lang),
  });
  const after = departmentProgress(program, collected.tables);
  return {
    ...collected,
    tables: mergedTables(tables, collected.tables),
    unread: unread.map(message),
    problems: problems.map(message),
    before: departmentProgress(program, present),
    after,
    missingTexts: after.map((progress) => (progress.missing.length === 0 ? "" : missingMessage(progress, lang))),
  };
}

/** A table under the name that the rubric gives it; null for one that the rubric does not have. */
function knownTable(program: Program, table: TableText): TextTable | null {
  if (table.role !== "list") return { ...table, name: "" };
  const list = program.lists.find(({ name }) => sameName(name, table.name));
  return list === undefined ? null : { ...table, name: list.name };
}

/** The project's tables with the merged ones in their places; new ones follow. */
function mergedTables(tables: readonly TableText[], merged: readonly TextTable[]): readonly TableText[] {
  const isSame = (one: TextTable, other: TextTable) =>
    one.role === other.role && (one.role !== "list" || sameName(one.name, other.name));
  return [
    ...tables.map((table) => {
      const found = merged.find((each) => isSame(each, table));
      return found === undefined ? table : { ...table, header: found.header, rows: found.rows };
    }),
    ...merged
      .filter((table) => !tables.some((each) => isSame(each, table)))
      .map(({ role, name, header, rows }) => ({ role, name, header, rows })),
  ];
}

/** A file, or the files in an archive. */
function sourcesOf(file: InputFile): readonly HandedInFile[] {
  const inside = filesInZip(file.bytes);
  return inside === null ? [sourceOf(file)] : inside.map((each) => sourceOf({ ...file, ...each }));
}

/** A workbook or CSV file whose tables are recognised by what they contain. */
function sourceOf({ file, bytes, encoding, modified }: InputFile): HandedInFile {
  const isWorkbook = looksLikeWorkbook(bytes) || /\.xlsx?$/i.test(file);
  const common = { role: "subjects", file, bytes, modified: modified ?? null } as const;
  return isWorkbook
    ? { ...common, format: "xlsx" }
    : { ...common, format: "csv", encoding: (encoding ?? undefined) as Encoding | undefined };
}
