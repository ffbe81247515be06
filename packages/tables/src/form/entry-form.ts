/**
 * The workbook in which data is entered: a sheet with the columns of the data block, one for each list, one for the constants, and one
 * with instructions. Every input cell has a validation rule. The completed form can be read as it is.
 */
import { RECORD_HEADERS, isRecordHeader } from "@yardstick/engine";
import type { Field, Program } from "@yardstick/language/program";
import type { SheetName } from "../sheet-name.js";
import type { TableSheets } from "../table-sheets.js";
import { tableSheets } from "../table-sheets.js";
import { keyFields } from "../target.js";
import type { Book, BookCell, BookColumn, BookRule, BookSheet, BookValidation } from "../write/book.js";
import { columnWidth, textCell } from "../write/cells.js";
import { reference } from "../write/write-workbook.js";
import type { Assessors } from "./assessors.js";
import { assessorsOf } from "./assessors.js";
import type { FormColumn } from "./form-column.js";
import { formColumn } from "./form-column.js";
import { clausesOf } from "./clauses.js";
import { MARK_SHEET, formMark, markRows } from "../form-mark.js";
import { newFormId, recordId } from "../record-ids.js";
import type { FormMessages } from "./messages.js";
import { formMessages } from "./messages.js";

/** Options of an entry form. */
export interface FormOptions {
  readonly lang?: "zh" | "en";
  /** Restricts the form to the key and the fields of this assessor. */
  readonly assessor?: string | null;
  /** Subjects that the form is filled with. */
  readonly subjects?: readonly { readonly key: string; readonly period: string | null }[];
  /** Text of the rubric: notes then quote the rules that read a column. */
  readonly source?: string;
  /** Identity of the form, with which the rows of its ledgers begin; a new one by default. */
  readonly id?: string;
}

/** An entry form. */
export interface EntryForm {
  readonly book: Book;
  /** Names of the fields without an assessor, which forms for a single assessor do not contain. */
  readonly unassigned: readonly string[];
}

/** The number of open rows where no subject is filled in, and below those that are. Further rows can be inserted. */
const OPEN_ROWS = 200;
const SPARE_ROWS = 20;

/** The rows of subjects with validation, at least; further rows can be filled in without it. */
const SUBJECT_ROWS = 1000;

const subjectRows = (subjects: number): number => Math.max(SUBJECT_ROWS, subjects + SPARE_ROWS);

/** The open rows of a list: many for each subject, since a department may give it a row for every vote or visit. */
const LIST_ROWS = { least: 1000, perSubject: 50, most: 20_000 };

const listRows = (subjects: number): number =>
  Math.max(LIST_ROWS.least, Math.min(LIST_ROWS.most, LIST_ROWS.perSubject * subjects));

/** The maximum length of the levels in a drop-down rule; longer lists are stored in a separate sheet. */
const LONGEST_LIST = 240;

const RECORD_COLUMN: BookColumn = { width: 12, format: "text", isHidden: true };

interface FormTable {
  /** Whether each row has a hidden identity. */
  readonly hasRecords: boolean;
  readonly sheet: SheetName;
  readonly columns: readonly FormColumn[];
  readonly rows: number;
  readonly filled: readonly (readonly BookCell[])[];
  readonly remark: string;
}

class FormWriter {
  private readonly messages: FormMessages;
  private readonly lang: "zh" | "en";
  private readonly id: string;
  private readonly assessors: Assessors;
  private readonly sheets: TableSheets;
  private readonly clauses: ReadonlyMap<Field, readonly string[]>;
  private readonly choices: { readonly levels: readonly string[]; readonly range: string }[] = [];

  constructor(
    private readonly program: Program,
    private readonly options: FormOptions,
  ) {
    this.lang = options.lang ?? "zh";
    this.id = options.id ?? newFormId();
    this.messages = formMessages[this.lang];
    this.assessors = assessorsOf(program);
    this.sheets = tableSheets(program, this.lang, [MARK_SHEET]);
    this.clauses = options.source === undefined ? new Map() : clausesOf(program, options.source);
  }

  write(): EntryForm {
    const { program, messages } = this;
    const assessor = this.options.assessor ?? null;
    const tables = this.tables();
    const sheets = tables.map((table) => this.sheet(table));
    const help = this.helpSheet(tables, messages.title(program.title ?? program.subject, assessor));
    const choices = this.choices.length === 0 ? [] : [this.choicesSheet()];
    const isOwn = (field: Field, index: number) =>
      index !== program.key && index !== program.period && field.type.kind !== "list";
    return {
      book: {
        title: messages.title(program.title ?? program.subject, assessor),
        sheets: [...sheets, help, ...choices, this.markSheet()],
      },
      unassigned: program.fields
        .filter((field, index) => isOwn(field, index) && this.assessors.ofField(field).length === 0)
        .map(({ name }) => name),
    };
  }

  private isIncluded(responsible: readonly string[]): boolean {
    const assessor = this.options.assessor ?? null;
    return assessor === null || responsible.includes(assessor);
  }

  private column(field: Field, isKey: boolean): FormColumn {
    const responsible = this.assessors.ofField(field);
    const assessor = responsible.length === 0 ? null : responsible.join("、");
    const clauses = this.clauses.get(field) ?? [];
    return formColumn(field, { choices: this.program.choices, assessor, isKey, messages: this.messages, clauses });
  }

  private tables(): readonly FormTable[] {
    const { program, messages, options } = this;
    const keys = keyFields(program).map((field) => this.column(field, true));
    const others = program.fields.filter(
      (field, index) =>
        index !== program.key &&
        index !== program.period &&
        field.type.kind !== "list" &&
        this.isIncluded(this.assessors.ofField(field)),
    );
    const filled = (options.subjects ?? []).map(({ key, period }) => [
      { ...textCell(key), isLocked: true },
      ...(program.period === null ? [] : [{ ...textCell(period), isLocked: period !== null }]),
    ]);
    const subjects: FormTable = {
      hasRecords: false,
      sheet: this.sheets.subjects,
      columns: [...keys, ...others.map((field) => this.column(field, false))],
      rows: subjectRows(filled.length),
      filled,
      remark: messages.key,
    };
    const lists = program.lists.flatMap((list, index): FormTable[] => {
      if (!this.isIncluded(this.assessors.ofList(index))) return [];
      const columns = [...keys, ...list.columns.map((field) => this.column(field, false))];
      return [
        {
          hasRecords: !columns.some(({ header }) => isRecordHeader(header)),
          sheet: this.sheets.lists[index] as SheetName,
          columns,
          rows: listRows(filled.length),
          filled: [],
          remark: messages.keyOf(program.subject),
        },
      ];
    });
    const constants: FormTable = {
      hasRecords: false,
      sheet: this.sheets.constants,
      columns: program.constants.map((field) => this.column(field, false)),
      rows: 1,
      filled: [],
      remark: messages.oneRow,
    };
    const hasConstants = program.constants.length > 0 && (options.assessor ?? null) === null;
    return [subjects, ...lists, ...(hasConstants ? [constants] : [])];
  }

  private sheet(table: FormTable): BookSheet {
    const { subjects } = this.sheets;
    const isSide = table.sheet !== subjects && table.columns[0]?.field === this.program.fields[this.program.key];
    const { messages } = this;
    const head = table.columns.map(({ header, prompt }): BookCell => ({ ...textCell(header, "head"), note: prompt }));
    const validations = table.columns.map((column, at): BookValidation => {
      const isKey = at === 0 && column.field === this.program.fields[this.program.key];
      const range = `'${subjects.replaceAll("'", "''")}'!$A$2:$A$${subjectRows(this.options.subjects?.length ?? 0) + 1}`;
      const rule: BookRule = isSide && isKey ? { kind: "reference", range } : this.ruleOf(column.rule);
      const error = isSide && isKey ? messages.oneOf : column.error;
      const prompt = isKey ? `${table.remark}${messages.stop}${column.field.documentation ?? ""}` : column.prompt;
      return {
        column: at,
        fromRow: 1,
        toRow: table.rows,
        rule,
        prompt: { title: column.header, text: prompt },
        ...(error === null ? {} : { error: { title: messages.wrong, text: error } }),
      };
    });
    const records = table.hasRecords ? [this.recordHead()] : [];
    return {
      name: table.sheet,
      columns: [...table.columns.map(({ column }) => column), ...records.map(() => RECORD_COLUMN)],
      rows: [[...head, ...records], ...this.openRows(table)],
      validations,
      frozen: { rows: 1, columns: Math.min(keyFields(this.program).length, table.columns.length) },
      isLandscape: true,
      isProtected: true,
      footer: messages.footer,
      header: messages.title(this.program.title ?? this.program.subject, this.options.assessor ?? null),
    };
  }

  /** The rows to fill in, each cell in the format of its column: only they can be changed while the sheet is protected. */
  private openRows({ hasRecords, sheet, filled, columns, rows }: FormTable): readonly (readonly BookCell[])[] {
    const list = this.sheets.lists.indexOf(sheet);
    const spare = list >= 0 ? rows : filled.length > 0 ? SPARE_ROWS : OPEN_ROWS;
    const count = Math.min(rows, filled.length + spare);
    return Array.from({ length: count }, (_, row) => [
      ...columns.map(({ column }, at): BookCell => {
        const known = filled[row]?.[at];
        return known ?? { value: null, ...(column.format === undefined ? {} : { format: column.format }) };
      }),
      ...(hasRecords ? [textCell(recordId(`${this.id}${list < 1 ? "" : list + 1}`, row + 1))] : []),
    ]);
  }

  private recordHead(): BookCell {
    return textCell(RECORD_HEADERS[this.lang], "head");
  }

  /** What the form is read back by: its rubric, department and period, out of sight. */
  private markSheet(): BookSheet {
    const { program, options } = this;
    const periods = new Set((options.subjects ?? []).flatMap(({ period }) => period ?? []));
    const [period = null] = periods.size === 1 ? [...periods] : [];
    const rows = markRows(formMark(program, options.assessor ?? null, period));
    return {
      name: this.sheets.others[0] as SheetName,
      columns: [{ width: 16 }, { width: 40 }],
      rows: rows.map((row) => row.map((text) => textCell(text))),
      isHidden: true,
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
    const { messages } = this;
    const open = tables.find(({ sheet }) => this.sheets.lists.includes(sheet))?.rows;
    const steps = [...messages.steps, ...(open === undefined ? [] : [messages.rowsOfLists(open)])];
    const lines = tables.flatMap((table, index) =>
      table.columns.map(({ header, what, unit, range, need, assessor, field, clauses }, at) => [
        table.sheet,
        header,
        at === 0 && index > 0 && table.rows > 1 ? table.remark : what,
        unit ?? "",
        range,
        need,
        assessor ?? "",
        [field.documentation ?? "", ...clauses].filter((text) => text !== "").join("\n"),
      ]),
    );
    const columns = messages.heads.map((head, at) => ({
      width: columnWidth([head, ...lines.map((line) => line[at] ?? "")], 8, at === messages.heads.length - 1 ? 60 : 30),
    }));
    const last = columns.length - 1;
    const rows = [
      [textCell(title, "title")],
      ...steps.map((step, at) => [textCell(`${at + 1}. ${step}`, "faint")]),
      messages.heads.map((head) => textCell(head, "head")),
      ...lines.map((line) => line.map((text) => textCell(text))),
    ];
    const merges = Array.from({ length: steps.length + 1 }, (_, row) => ({
      top: row,
      left: 0,
      bottom: row,
      right: last,
    }));
    return { name: this.sheets.help, columns, rows, merges, isLandscape: true };
  }
}

/** The assessors that a rubric names, in the order of its text; a form can be made for each. */
export function formAssessors(program: Program): readonly string[] {
  return assessorsOf(program).all;
}

/** Creates the entry form of a rubric. */
export function entryForm(program: Program, options: FormOptions = {}): EntryForm {
  return new FormWriter(program, options).write();
}
