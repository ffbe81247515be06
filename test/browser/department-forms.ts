// The entry forms of the departments of an example, filled in from its data, as XLSX files: by our own writer, or by LibreOffice in the
// long run `libreoffice`.

import { readFileSync } from "node:fs";
import { compile } from "yardstick";
import { entryForm, formAssessors, writeWorkbook } from "@yardstick/tables";
import type { Book, BookCell } from "@yardstick/tables";
import { fieldOfHead, filledInLibreOffice, libreOffice } from "../tables/libreoffice.js";

/** Figures by subject and field that replace those of the example's data. */
export type Changes = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface FormOptions {
  readonly period?: string;
  readonly changes?: Changes;
  /** Names of subjects as the department writes them. */
  readonly names?: Readonly<Record<string, string>>;
}

export interface DepartmentForms {
  readonly assessors: readonly string[];
  /** The names of the subjects, in the order of the data. */
  readonly subjects: readonly string[];
  /** The XLSX file of a department. */
  fill(department: string, options?: FormOptions): Promise<Buffer>;
}

function cellOf(text: string): BookCell {
  const isPercent = text.endsWith("%");
  if (text === "") return { value: null };
  if (!/^-?[\d.]+%?$/u.test(text)) return { value: { kind: "text", text } };
  const decimal = isPercent ? String(Number((Number.parseFloat(text) / 100).toFixed(6))) : text;
  return { value: { kind: "number", decimal }, ...(isPercent ? { format: "percent" as const } : {}) };
}

/** The forms of an example by the path of its rubric in the folder of examples; its data is `data.csv` beside it. */
export function departmentForms(path: string, usualPeriod: string): DepartmentForms {
  const file = new URL(`../../examples/${path}`, import.meta.url);
  const source = readFileSync(file, "utf8");
  const { rubric } = compile(source);
  if (rubric === null) throw new Error(`${path} does not compile`);
  const { program } = rubric;
  const [header = [], ...data] = readFileSync(new URL("data.csv", file), "utf8")
    .replace(/^\ufeff/u, "")
    .trim()
    .split(/\r?\n/u)
    .map((line) => line.split(","));
  return {
    assessors: formAssessors(program),
    subjects: data.map(([key = ""]) => key),
    async fill(department, { period = usualPeriod, changes = {}, names = {} } = {}) {
      const subjects = data.map(([key = ""]) => ({ key, period }));
      const { book } = entryForm(program, { assessor: department, subjects, source });
      const [sheet, ...others] = book.sheets;
      if (sheet === undefined) throw new Error("a form without a sheet");
      const [head = []] = sheet.rows;
      const fields = head.map(fieldOfHead);
      const texts = data.map((row) => {
        const [key = ""] = row;
        const figures = fields.slice(2).map((field) => changes[key]?.[field] ?? row[header.indexOf(field)] ?? "");
        return [names[key] ?? key, period, ...figures];
      });
      if (libreOffice !== null) {
        const typed = texts.flatMap((cells, row) =>
          cells.map((text, column) => ({ sheet: 0, row: row + 1, column, text })),
        );
        // Names are locked in the form; to enter a different one the sheet must be unprotected.
        const open: Book = { ...book, sheets: [{ ...sheet, isProtected: false }, ...others] };
        const [bytes = Buffer.of()] = await filledInLibreOffice([{ book: open, typed }]);
        return bytes;
      }
      const rows = texts.map((cells) =>
        cells.map((text, at): BookCell => (at < 2 ? { value: { kind: "text", text } } : cellOf(text))),
      );
      const whole: Book = { ...book, sheets: [{ ...sheet, rows: [head, ...rows] }, ...others] };
      return Buffer.from(await writeWorkbook(whole));
    },
  };
}
