/**
 * Rows of a program, read as the columns of a compiled rubric. Values are plain: unlike in a file, a number has no unit, and nothing is
 * guessed. What is no such value is a problem, like in a file.
 */
import type {
  Cell,
  CellProblem,
  CoreProgram,
  Dataset,
  HistoryRow,
  SideTable,
  UsedResults,
} from "@yardstick/engine/run";
import { foldName, foldPeriod, hasShortYear, plainPeriod } from "@yardstick/engine/run";
import { CONSTANTS_TABLE, decimal, rational, rationalText } from "@yardstick/exact";

/**
 * A value: text; a number in the unit of its field as text, `bigint` or safe integer, a percentage as text with its sign; a date as text
 * `2026-11-30`; a flag as boolean, `是` or `否`, `yes` or `no`; a level by its name. `null`, `undefined` and blank text are missing.
 */
export type PlainValue = string | number | bigint | boolean | null | undefined | readonly PlainRow[];

/** A row: values by field name; under the name of a list, the side rows of the subject, which no table of their own can hold. */
export interface PlainRow {
  readonly [field: string]: PlainValue;
}

/** The tables of a rubric. */
export interface PlainTables {
  readonly subjects: readonly PlainRow[];
  readonly constants?: PlainRow | undefined;
  /** Published results of earlier periods. */
  readonly history?: readonly HistoryRow[] | undefined;
  /** Results of the rubrics that this one uses, in the order in which it names them. */
  readonly used?: readonly UsedResults[] | undefined;
}

type Field = CoreProgram["fields"][number];
type Found = { readonly cell: Cell } | Pick<CellProblem, "reason" | "expected">;

const NUMBER = /^[+-]?\d{1,200}(?:\.\d{1,200})?$/u;
const DATE = /^\d{4}-\d\d-\d\d$/u;

const bad = (reason: CellProblem["reason"], expected: readonly string[] = []): Found => ({ reason, expected });

/** Collects the columns of one table and the problems in it. */
class TableReader {
  readonly columns: Cell[][];
  #count = 0;

  constructor(
    private readonly program: CoreProgram,
    private readonly table: string,
    private readonly fields: readonly Field[],
    private readonly problems: CellProblem[],
  ) {
    this.columns = fields.map(() => []);
  }

  /** Adds a row, the `line`-th of those that were given. */
  add(row: PlainRow, line: number): void {
    for (const column of Object.keys(checkedRow(row, this.table, line)))
      if (!this.fields.some(({ name }) => name === column)) this.report("unknown-column", line, column, "", []);
    this.fields.forEach(({ name, type }, index) => {
      if (type.kind === "list") return;
      const value = valueIn(row, name);
      const text = plainText(value);
      const found: Found = text === "" ? { cell: null } : this.read(value, text, type);
      this.columns[index]?.push("cell" in found ? found.cell : null);
      // Of an unclear period the whole row is in doubt.
      const column = type.kind === "period" ? null : name;
      if (!("cell" in found)) this.report(found.reason, line, column, text, found.expected);
    });
    this.#count += 1;
  }

  report(
    reason: CellProblem["reason"],
    line: number,
    column: string | null,
    found: string,
    expected: readonly string[],
    index: number | null = this.#count,
    severity: CellProblem["severity"] = "error",
  ): void {
    this.problems.push({ severity, table: this.table, index, row: line, column, found, reason, expected });
  }

  private read(value: PlainValue, text: string, type: Field["type"]): Found {
    if (type.kind === "period") {
      const period = periodOf(value);
      return period === null ? bad("unclear-period") : { cell: period };
    }
    if (isObject(value)) return bad("unreadable");
    const isInexact = typeof value === "number" && Number.isFinite(value) && !Number.isSafeInteger(value);
    switch (type.kind) {
      case "number":
        return isInexact ? bad("inexact-number") : this.number(text, type);
      case "flag": {
        const isYes = /^(?:true|是|yes)$/u.test(text);
        return isYes || /^(?:false|否|no)$/u.test(text) ? { cell: isYes } : bad("not-a-flag", ["是", "否"]);
      }
      case "date":
        return DATE.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true
          ? { cell: text }
          : bad("not-a-date");
      case "level": {
        const names = (this.program.choices[type.choice]?.levels ?? []).map(({ name }) => name.normalize("NFC"));
        const level = names.indexOf(text);
        return level < 0 ? bad("not-a-level", names) : { cell: level };
      }
      default:
        if (isInexact) return bad("inexact-number");
        return isName(value) ? { cell: text } : bad("unreadable");
    }
  }

  private number(text: string, type: Extract<Field["type"], { readonly kind: "number" }>): Found {
    const isPercent = type.form === "percent";
    const digits = isPercent ? text.replace(/%$/u, "") : text;
    if (!NUMBER.test(digits)) return bad(isPercent ? "not-a-percent" : "not-a-number");
    const written = decimal(digits.replace("+", ""));
    // Without its sign, 0.95 may be a share or hundredths of one.
    if (isPercent && digits === text && !written.equals(0)) return bad("not-a-percent", ["%"]);
    const value = written.mul(rational(isPercent ? "1/100" : (type.unit?.scale ?? "1")));
    const isCount = type.form === "count";
    if (!(type.orZero === true && value.equals(0))) {
      const isBelow = type.min === null ? false : value.compare(rational(type.min)) < 0;
      const isAbove = type.max === null ? false : value.compare(rational(type.max)) > 0;
      if (isBelow || isAbove || (isCount && value.compare(0) < 0))
        return bad("out-of-range", [type.min ?? "", type.max ?? ""]);
      if (isCount && !value.isWhole()) return bad("not-whole");
    }
    return { cell: rationalText(value) };
  }
}

/**
 * Reads the tables. A subject without a key is left out; of two with one key and period the first is in doubt and the second left out.
 * Throws a `TypeError` for a table that there is not, and for one that is not of its form.
 */
export function readPlainRows(program: CoreProgram, tables: PlainTables): Dataset {
  const { subjects: rows, constants: given, history, used, ...others } = tables;
  checkTables({ subjects: rows, history, used }, others);
  const problems: CellProblem[] = [];
  const reader = (table: string, fields: readonly Field[]) => new TableReader(program, table, fields, problems);
  const subjects = reader(program.subject, program.fields);
  const lists = program.lists.map(({ name, columns }) => ({ reader: reader(name, columns), owner: [] as number[] }));
  const keyName = program.fields[program.key]?.name ?? "";
  const periodName = program.period === null ? null : (program.fields[program.period]?.name ?? null);
  const known = new Map<string, number>();

  rows.forEach((row, at) => {
    const named = valueIn(checkedRow(row, program.subject, at + 1), keyName);
    const key = plainText(named);
    if (key === "" || !isName(named)) return subjects.report("missing-key", at + 1, keyName, key, [], null);
    const period = periodName === null ? "" : (periodOf(valueIn(row, periodName)) ?? "");
    const identity = identityOf(key, period);
    const earlier = known.get(identity);
    if (earlier !== undefined) return subjects.report("duplicate-key", at + 1, null, key, [], earlier);
    const owner = known.size;
    known.set(identity, owner);
    subjects.add(row, at + 1);
    program.lists.forEach(({ field }, index) => {
      const name = program.fields[field]?.name ?? "";
      const side = valueIn(row, name);
      const list = lists[index];
      if (list === undefined || plainText(side) === "") return;
      for (const each of checkedRows(side, `${program.subject}, row ${at + 1}, ${name}`)) {
        list.owner.push(owner);
        list.reader.add(each, list.owner.length);
      }
    });
  });

  // A row that is to name another subject for `head to head`, and names none of its period or its own, is no meeting.
  for (const { orders } of program.rankings)
    for (const { against } of orders.flatMap(({ keys }) => keys)) {
      if (against === null) continue;
      const list = lists[against.list];
      const column = program.lists[against.list]?.columns[against.column]?.name ?? null;
      list?.reader.columns[against.column]?.forEach((cell, index) => {
        const owner = list.owner[index] ?? 0;
        const period = periodName === null ? "" : (subjects.columns[program.period ?? 0]?.[owner] ?? "");
        const opponent = cell === null ? owner : known.get(identityOf(String(cell), String(period)));
        if (cell === null || (opponent !== undefined && opponent !== owner)) return;
        const reason = opponent === owner ? "own-opponent" : "unknown-opponent";
        list.reader.report(reason, index + 1, column, String(cell), [], index, "warning");
      });
    }

  const constants = reader(CONSTANTS_TABLE, program.constants);
  constants.add(given ?? {}, 1);
  return {
    subjects: { rows: known.size, columns: subjects.columns },
    lists: lists.map(({ owner, reader: { columns } }): SideTable => ({ rows: owner.length, columns, owner })),
    constants: constants.columns.map((column) => column[0] ?? null),
    history: (history ?? []).map(({ key, period, results }) => ({
      key: plainText(key),
      period: periodOf(period) ?? "",
      results,
    })),
    used: program.uses.map((_, index) => used?.[index] ?? new Map()),
    problems,
  };
}

/** @param others tables that there are not */
function checkTables({ subjects, history = [], used = [] }: PlainTables, others: object): void {
  for (const [name, table] of Object.entries(others))
    if (table !== undefined) throw new TypeError(`no table “${name}”: rows of a list are in their subject`);
  checkedRows(subjects, "subjects");
  const known = new Set<string>();
  checkedRows(history, "history").forEach((row, at) => {
    const { key, period, results } = checkedRow(row, "history", at + 1);
    const [name, when] = [plainText(key), periodOf(period)];
    if (isName(key) && name && when && isResults(results)) known.add(identityOf(name, when));
    if (known.size <= at) throw new TypeError(`history, row ${at + 1}: expected key, period, results, once`);
  });
  for (const results of used) if (!(results instanceof Map)) throw new TypeError("used: expected maps");
}

function isResults(results: unknown): boolean {
  return isObject(results) && Object.values(results).every((value: unknown) => typeof (value ?? "") === "string");
}

function checkedRows(rows: unknown, what: string): readonly PlainRow[] {
  if (!Array.isArray(rows)) throw new TypeError(`${what}: expected an array of rows`);
  return rows as readonly PlainRow[];
}

function checkedRow(row: PlainRow, table: string, line: number): PlainRow {
  if (!isObject(row) || Array.isArray(row)) throw new TypeError(`${table}, row ${line}: expected an object`);
  return row;
}

/** The value of a field, null where the row does not have it. */
function valueIn(row: PlainRow, name: string): PlainValue {
  return Object.hasOwn(row, name) ? row[name] : null;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Whether a value can be a text or a name: a number only where its digits are sure to be those that were meant. */
function isName(value: unknown): boolean {
  return typeof value === "string" || typeof value === "bigint" || Number.isSafeInteger(value);
}

/** The text by which a subject is identified, however its name and its period are spelt. */
function identityOf(key: string, period: string): string {
  return JSON.stringify([foldName(key), foldPeriod(period)]);
}

/** A period as it is published, empty where it is missing; null for none, and for one whose century is not said. */
function periodOf(value: PlainValue): string | null {
  const text = plainText(value);
  return text !== "" && (!isName(value) || hasShortYear(text)) ? null : plainPeriod(text);
}

/** Trimmed and composed, as texts of files are read; empty for what is missing. */
function plainText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return isObject(value)
    ? "[…]"
    : String(value as string | number | bigint | boolean)
        .trim()
        .normalize("NFC");
}
