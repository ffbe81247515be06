/**
 * Tables of a rubric from comma-separated text: subjects with their fields, side rows, constants and earlier results.
 */
import { cellValue, isBlankCell } from "./cells.js";
import { csvRows } from "./csv.js";
import { constantNumber, type Declared, type Field } from "./declared.js";
import { dateValue, dayOf, flagValue, folded, numberValue, textValue, unknown, type Value } from "./value.js";

export type Row = ReadonlyMap<string, Value>;

interface Subject {
  readonly key: string;
  readonly period: string | null;
  readonly fields: Row;
  readonly lists: ReadonlyMap<string, readonly Row[]>;
  /** Its key occurs twice: it is neither scored nor ranked. */
  readonly isDoubted: boolean;
}

/** Published results of an earlier period: their names and texts. */
export interface Record {
  readonly key: string;
  readonly period: string;
  readonly results: ReadonlyMap<string, string>;
}

export interface Tables {
  readonly subjects: readonly Subject[];
  readonly constants: Row;
  readonly history: readonly Record[];
}

/** The files of a rubric: text by the name of the table; `subjects`, `constants` and `history` for those. */
export interface Files {
  readonly subjects: string;
  readonly lists: readonly { readonly name: string; readonly text: string }[];
  readonly constants: string | null;
  readonly history: string | null;
}

/** The value of `= default`; null without one. */
function defaultOf({ default: given, type }: Field): Value | null {
  if (given === null) return null;
  if (given.kind === "flag") return flagValue(given.value);
  if (given.kind === "text") return textValue(given.value);
  if (given.kind === "date") return dateValue(dayOf(given.value));
  if (given.kind === "reference" && type.kind === "choice") return cellValue(given.path[0]?.text ?? "", type, false);
  const number = constantNumber(given, type.kind === "number" ? type.measure.scale : undefined);
  return number === null ? null : numberValue(number);
}

/** A cell that cannot be read, which is no blank; so are those of a row that occurs twice. */
const unreadable = ({ assessor }: Field, name: string): Value => ({
  ...unknown({ field: name, assessor, reason: "unreadable" }),
  isBlank: true,
});

function cell(text: string | undefined, field: Field, list: string | null = null): Value {
  const { assessor, type, isOptional, isJudgement } = field;
  const name = list === null ? field.name : `${list}.${field.name}`;
  if (text !== undefined && !isBlankCell(text)) {
    const value = cellValue(text, type, isJudgement);
    return value ?? unreadable(field, name);
  }
  return (
    defaultOf(field) ?? {
      ...unknown({ field: name, assessor, reason: "blank" }),
      isBlank: true,
      isOptional: isOptional,
    }
  );
}

/** Rows of a file by the folded names of their columns. */
function records(text: string): readonly ReadonlyMap<string, string>[] {
  const [head = [], ...rows] = csvRows(text);
  const names = head.map((name) => folded(name).toLowerCase());
  return rows.map((row) => new Map(names.map((name, at) => [name, row[at] ?? ""])));
}

const at = (row: ReadonlyMap<string, string>, name: string): string | undefined => row.get(folded(name).toLowerCase());

export function readTables(declared: Declared, files: Files): Tables {
  const { key, period } = declared;
  const plain = [...declared.fields.values()].filter(({ type }) => type.kind !== "list");
  const lists = [...declared.fields.values()].filter(({ type }) => type.kind === "list");
  const identified = (text: string) =>
    records(text).map((row) => ({
      row,
      id: JSON.stringify([folded(at(row, key.name) ?? ""), period === null ? "" : folded(at(row, period.name) ?? "")]),
    }));
  const rows = identified(files.subjects);
  const counts = new Map<string, number>();
  for (const { id } of rows) counts.set(id, (counts.get(id) ?? 0) + 1);
  const firsts = rows.filter(({ id }, index) => rows.findIndex((other) => other.id === id) === index);
  const sides = new Map(files.lists.map(({ name, text }) => [name, identified(text)]));
  const subjects = firsts.map(({ row, id }): Subject => {
    const isTwice = (counts.get(id) ?? 0) > 1;
    const keyText = (at(row, key.name) ?? "").trim().normalize("NFC");
    const fields = new Map(
      plain.map((field) => {
        const isName = field === key || field === period;
        return [
          field.name,
          isTwice && !isName ? unreadable(field, field.name) : cell(at(row, field.name), field),
        ] as const;
      }),
    );
    const sideRows = ({ name, type }: Field): readonly Row[] =>
      (sides.get(name) ?? []).flatMap((side) => {
        if (side.id !== id || type.kind !== "list") return [];
        return [new Map(type.columns.map((each) => [each.name, cell(at(side.row, each.name), each, name)]))];
      });
    return {
      key: keyText,
      period: period === null ? null : folded(at(row, period.name) ?? "").replace(/年$/u, ""),
      fields,
      isDoubted: isTwice,
      lists: new Map(lists.map((list) => [list.name, sideRows(list)])),
    };
  });
  const [given] = files.constants === null ? [] : records(files.constants);
  return {
    subjects,
    constants: new Map(
      [...declared.constants.values()].map((field) => [
        field.name,
        cell(given === undefined ? "" : at(given, field.name), field),
      ]),
    ),
    history:
      files.history === null || period === null
        ? []
        : records(files.history).map((row) => ({
            key: folded(at(row, key.name) ?? ""),
            period: (at(row, period.name) ?? "").trim(),
            results: row,
          })),
  };
}
