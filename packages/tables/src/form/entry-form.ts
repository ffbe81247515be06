/**
 * The workbook that an office fills in: a sheet with the columns of the data block, one for each list and for the constants, and
 * one that says how. Every cell that may be entered knows what may stand there. Filled in, it reads back as it is.
 */
import type { Field, Program } from "@yardstick/language/program";
import type { SheetName } from "../sheet-name.js";
import type { TableSheets } from "../table-sheets.js";
import { tableSheets } from "../table-sheets.js";
import { keyFields } from "../target.js";
import type { Book, BookCell, BookRule, BookSheet, BookValidation } from "../write/book.js";
import { columnWidth, textCell } from "../write/cells.js";
import { reference } from "../write/write-workbook.js";
import type { Assessors } from "./assessors.js";
import { assessorsOf } from "./assessors.js";
import type { FormColumn } from "./form-column.js";
import { formColumn } from "./form-column.js";
import type { FormMessages } from "./messages.js";
import { formMessages } from "./messages.js";

export interface FormOptions {
  readonly lang?: "zh" | "en";
  /** Only what this assessor answers for, beside the key. */
  readonly assessor?: string | null;
  /** Subjects that are filled in already, as they are in the data. */
  readonly subjects?: readonly { readonly key: string; readonly period: string | null }[];
}

export interface EntryForm {
  readonly book: Book;
  /** Fields that no assessor answers for: a form for one assessor has none of them. */
  readonly unassigned: readonly string[];
}

/** Lines that are prepared; more can be filled in, but without help. */
const SUBJECT_ROWS = 1000;
const LIST_ROWS = 3000;

/** What a drop-down may hold in itself; more levels stand in a sheet of their own. */
const LONGEST_LIST = 240;

interface FormTable {
  readonly sheet: SheetName;
  readonly columns: readonly FormColumn[];
  readonly rows: number;
  readonly filled: readonly (readonly BookCell[])[];
  readonly remark: string;
}

class FormWriter {
  private readonly words: FormMessages;
  private readonly lang: "zh" | "en";
  private readonly assessors: Assessors;
  private readonly sheets: TableSheets;
  private readonly choices: { readonly levels: readonly string[]; readonly range: string }[] = [];

  constructor(
    private readonly program: Program,
    private readonly options: FormOptions,
  ) {
    this.lang = options.lang ?? "zh";
    this.words = formMessages[this.lang];
    this.assessors = assessorsOf(program);
    this.sheets = tableSheets(program, this.lang);
  }

  write(): EntryForm {
    const { program, words } = this;
    const assessor = this.options.assessor ?? null;
    const tables = this.tables();
    const sheets = tables.map((table) => this.sheet(table));
    const help = this.helpSheet(tables, words.title(program.title ?? program.subject, assessor));
    const choices = this.choices.length === 0 ? [] : [this.choicesSheet()];
    const isOwn = (field: Field, index: number) =>
      index !== program.key && index !== program.period && field.type.kind !== "list";
    return {
      book: { title: words.title(program.title ?? program.subject, assessor), sheets: [...sheets, help, ...choices] },
      unassigned: program.fields
        .filter((field, index) => isOwn(field, index) && this.assessors.ofField(field).length === 0)
        .map(({ name }) => name),
    };
  }

  private isWanted(answering: readonly string[]): boolean {
    const assessor = this.options.assessor ?? null;
    return assessor === null || answering.includes(assessor);
  }

  private column(field: Field, isKey: boolean): FormColumn {
    const answering = this.assessors.ofField(field);
    const assessor = answering.length === 0 ? null : answering.join("、");
    return formColumn(field, { choices: this.program.choices, assessor, isKey, words: this.words });
  }

  private tables(): readonly FormTable[] {
    const { program, words, options } = this;
    const keys = keyFields(program).map((field) => this.column(field, true));
    const others = program.fields.filter(
      (field, index) =>
        index !== program.key &&
        index !== program.period &&
        field.type.kind !== "list" &&
        this.isWanted(this.assessors.ofField(field)),
    );
    const filled = (options.subjects ?? []).map(({ key, period }) => [
      textCell(key),
      ...(program.period === null ? [] : [textCell(period)]),
    ]);
    const subjects: FormTable = {
      sheet: this.sheets.subjects,
      columns: [...keys, ...others.map((field) => this.column(field, false))],
      rows: Math.max(SUBJECT_ROWS, filled.length),
      filled,
      remark: words.key,
    };
    const lists = program.lists.flatMap((list, index): FormTable[] => {
      if (!this.isWanted(this.assessors.ofList(index))) return [];
      const columns = [...keys, ...list.columns.map((field) => this.column(field, false))];
      return [
        {
          sheet: this.sheets.lists[index] as SheetName,
          columns,
          rows: LIST_ROWS,
          filled: [],
          remark: words.keyOf(program.subject),
        },
      ];
    });
    const constants: FormTable = {
      sheet: this.sheets.constants,
      columns: program.constants.map((field) => this.column(field, false)),
      rows: 1,
      filled: [],
      remark: words.oneRow,
    };
    const hasConstants = program.constants.length > 0 && (options.assessor ?? null) === null;
    return [subjects, ...lists, ...(hasConstants ? [constants] : [])];
  }

  private sheet(table: FormTable): BookSheet {
    const { subjects } = this.sheets;
    const isSide = table.sheet !== subjects && table.columns[0]?.field === this.program.fields[this.program.key];
    const { words } = this;
    const head = table.columns.map(({ header, prompt }): BookCell => ({ ...textCell(header, "head"), note: prompt }));
    const validations = table.columns.map((column, at): BookValidation => {
      const isKey = at === 0 && column.field === this.program.fields[this.program.key];
      const range = `'${subjects.replaceAll("'", "''")}'!$A$2:$A$${SUBJECT_ROWS + 1}`;
      const rule: BookRule = isSide && isKey ? { kind: "reference", range } : this.ruleOf(column.rule);
      const complaint = isSide && isKey ? words.oneOf : column.complaint;
      const said = isKey ? `${table.remark}${words.stop}${column.field.documentation ?? ""}` : column.prompt;
      return {
        column: at,
        fromRow: 1,
        toRow: table.rows,
        rule,
        prompt: { title: column.header, text: said },
        ...(complaint === null ? {} : { complaint: { title: words.wrong, text: complaint } }),
      };
    });
    return {
      name: table.sheet,
      columns: table.columns.map(({ column }) => column),
      rows: [head, ...table.filled],
      validations,
      frozen: { rows: 1, columns: Math.min(keyFields(this.program).length, table.columns.length) },
      isLandscape: true,
    };
  }

  private ruleOf(rule: BookRule): BookRule {
    if (rule.kind !== "levels") return rule;
    const { levels } = rule;
    if (levels.join(",").length <= LONGEST_LIST && levels.every((level) => !/[",]/u.test(level))) return rule;
    const known = this.choices.find((choice) => choice.levels.join("\u0000") === levels.join("\u0000"));
    if (known !== undefined) return { kind: "reference", range: known.range };
    const column = this.choices.length;
    const cells = [reference(column, 0), reference(column, levels.length - 1)].map((cell) =>
      cell.replace(/^([A-Z]+)(\d+)$/u, "$$$1$$$2"),
    );
    const range = `'${this.sheets.choices.replaceAll("'", "''")}'!${cells.join(":")}`;
    this.choices.push({ levels, range });
    return { kind: "reference", range };
  }

  private choicesSheet(): BookSheet {
    const longest = Math.max(...this.choices.map(({ levels }) => levels.length));
    return {
      name: this.sheets.choices,
      columns: this.choices.map(() => ({ width: 20 })),
      rows: Array.from({ length: longest }, (_, row) =>
        this.choices.map(({ levels }) => textCell(levels[row] ?? null)),
      ),
      isHidden: true,
    };
  }

  private helpSheet(tables: readonly FormTable[], title: string): BookSheet {
    const { words } = this;
    const lines = tables.flatMap((table, index) =>
      table.columns.map(({ header, what, unit, range, need, assessor, field }, at) => [
        table.sheet,
        header,
        at === 0 && index > 0 && table.rows > 1 ? table.remark : what,
        unit ?? "",
        range,
        need,
        assessor ?? "",
        field.documentation ?? "",
      ]),
    );
    const columns = words.heads.map((head, at) => ({
      width: columnWidth([head, ...lines.map((line) => line[at] ?? "")], 8, at === words.heads.length - 1 ? 60 : 30),
    }));
    const last = columns.length - 1;
    const rows = [
      [textCell(title, "title")],
      ...words.steps.map((step, at) => [textCell(`${at + 1}. ${step}`, "faint")]),
      words.heads.map((head) => textCell(head, "head")),
      ...lines.map((line) => line.map((text) => textCell(text))),
    ];
    const merges = Array.from({ length: words.steps.length + 1 }, (_, row) => ({
      top: row,
      left: 0,
      bottom: row,
      right: last,
    }));
    return { name: this.sheets.help, columns, rows, merges, isLandscape: true };
  }
}

/** The assessors that a rubric names, in the order of its text: those whom a form can be made for. */
export function formAssessors(program: Program): readonly string[] {
  return assessorsOf(program).all;
}

export function entryForm(program: Program, options: FormOptions = {}): EntryForm {
  return new FormWriter(program, options).write();
}
