/**
 * Reads submitted files separately, so that an unreadable file does not affect the others, in an order that does not depend on the order
 * of submission.
 */
import { ownEntry } from "@yardstick/language";
import type { RowChoices } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { withTarget } from "./csv-target.js";
import { quickHash } from "./quick-hash.js";
import type { FormMark } from "./form-mark.js";
import type { InputTable, InputTableList } from "./input-tables.js";
import type { TableSource } from "./input-collector.js";
import { sortSources } from "./input-collector.js";
import type { TableLimits } from "./limits.js";
import type { CollectedFile } from "./collected.js";
import { recogniseDepartment } from "./recognise-department.js";
import { headersOfTarget } from "./target.js";
import type { Target } from "./target.js";

/** A submitted file with the time of its last change in milliseconds since 1970, where known. */
export type HandedInFile = TableSource & { readonly modified?: number | null };

/** A submitted file after reading. */
export interface HandedIn extends Pick<CollectedFile, "department" | "recognised"> {
  readonly file: string;
  readonly modified: number | null;
  readonly input: InputTableList;
  readonly mark: FormMark | null;
  /** Whether no table could be read from it, or none names its subjects. */
  readonly isUnreadable: boolean;
}

interface Settings {
  readonly limits: TableLimits;
  readonly rows: RowChoices;
  readonly departments: Readonly<Record<string, string>>;
}

function contentKey(source: TableSource): string {
  return quickHash("bytes" in source ? source.bytes : source.text);
}

/** Sorts files by name and content; files of the same name get a number. */
function inOrder(files: readonly HandedInFile[]): readonly HandedInFile[] {
  const isRepeated = (name: string) => files.filter(({ file }) => file === name).length > 1;
  const keyed = files.map((file) => ({
    file,
    key: isRepeated(file.file) ? `${file.file}\u0000${contentKey(file)}` : file.file,
  }));
  const sorted = [...keyed].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const seen = new Map<string, number>();
  return sorted.map(({ file }) => {
    const count = (seen.get(file.file) ?? 0) + 1;
    seen.set(file.file, count);
    return count === 1 ? file : { ...file, file: `${file.file} (${count})` };
  });
}

/** All tables of a file. */
export function tablesOf(input: InputTableList): readonly { readonly target: Target; readonly table: InputTable }[] {
  return [
    ...input.subjects.map((table) => ({ target: { role: "subjects" } as const, table })),
    ...[...input.lists].flatMap(([list, tables]) =>
      tables.map((table) => ({ target: { role: "list", list } as const, table })),
    ),
    ...input.constants.map((table) => ({ target: { role: "constants" } as const, table })),
  ];
}

function fieldsIn(program: Program, input: InputTableList): ReadonlySet<number> {
  const known = headersOfTarget(program, { role: "subjects" });
  const found = input.subjects.flatMap(({ raw }) => raw.headers.map((header) => known.find(header)));
  return new Set(found.filter((field) => field >= 0 && field !== program.key && field !== program.period));
}

/** Reads a file. A CSV file contains one table, which is known by its headers. */
function inputOf(program: Program, source: TableSource, { limits, rows }: Settings): InputTableList {
  return sortSources(program, [withTarget(program, source, limits)], limits, rows, { readsEverySheet: true });
}

/** Reads all submitted files. */
export function readHandedIn(
  program: Program,
  files: readonly HandedInFile[],
  settings: Settings,
): readonly HandedIn[] {
  return inOrder(files).map((source): HandedIn => {
    const input = inputOf(program, source, settings);
    const tables = tablesOf(input);
    const mark = input.marks[0] ?? null;
    const lists = new Set(
      [...input.lists].flatMap(([list, of]) => (of.some(({ raw }) => raw.rows.length > 0) ? [list] : [])),
    );
    const seen = {
      file: source.file,
      mark,
      titles: tables.flatMap(({ table }) => table.raw.titles ?? []),
      fields: fieldsIn(program, input),
      lists,
      said: ownEntry(settings.departments, source.file),
    };
    // Without the names of the subjects, nothing can be used of a table but constants.
    const isUnreadable = tables.every(
      ({ target, table }) =>
        target.role !== "constants" && headersOfTarget(program, target).keyColumn(table.raw.headers) < 0,
    );
    return {
      file: source.file,
      modified: source.modified ?? null,
      input,
      mark,
      isUnreadable,
      ...recogniseDepartment(program, seen),
    };
  });
}
