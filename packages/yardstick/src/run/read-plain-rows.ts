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
import { plainPeriod } from "@yardstick/engine/run";
import { CONSTANTS_TABLE, decimal, rational, rationalText } from "@yardstick/exact";

/**
 * A value: text; a number in the unit of its field as text, `bigint` or safe integer, a percentage as text with its sign; a date as text
 * `2026-11-30`; a flag as boolean, `是` or `否`, `yes` or `no`; a level by its name. `null`, `undefined` and empty text are missing.
 */
export type PlainValue = string | number | bigint | boolean | null | undefined | readonly PlainRow[];

/** A row: values by field name; under the name of a list, the side rows of the subject. */
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
      const found = value === null || value === undefined || value === "" ? { cell: null } : this.read(value, type);
      this.columns[index]?.push("cell" in found ? found.cell : null);
      if (!("cell" in found)) this.report(found.reason, line, name, plainText(value), found.expected);
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

  private read(value: Exclude<PlainValue, null | undefined>, type: Field["type"]): Found {
    const text = plainText(value);
    if (typeof value === "object") return bad("unreadable");
    switch (type.kind) {
      case "number":
        return typeof value === "number" && !Number.isSafeInteger(value)
          ? bad("inexact-number")
          : this.number(text, type);
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
      case "period":
        return { cell: plainPeriod(text) };
      default:
        return typeof value === "boolean" ? bad("unreadable") : { cell: text };
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

/** Reads the tables. A subject without a key is left out; of two with one key and period the first is in doubt and the second left out. */
export function readPlainRows(program: CoreProgram, tables: PlainTables): Dataset {
  const problems: CellProblem[] = [];
  const reader = (table: string, fields: readonly Field[]) => new TableReader(program, table, fields, problems);
  const subjects = reader(program.subject, program.fields);
  const lists = program.lists.map(({ name, columns }) => ({ reader: reader(name, columns), owner: [] as number[] }));
  const keyName = program.fields[program.key]?.name ?? "";
  const periodName = program.period === null ? null : (program.fields[program.period]?.name ?? null);
  const known = new Map<string, number>();

  tables.subjects.forEach((row, at) => {
    const key = plainText(valueIn(checkedRow(row, program.subject, at + 1), keyName));
    if (key === "") return subjects.report("missing-key", at + 1, keyName, "", [], null);
    const period = periodName === null ? "" : plainPeriod(plainText(valueIn(row, periodName)));
    const identity = JSON.stringify([key, period]);
    const earlier = known.get(identity);
    if (earlier !== undefined) return subjects.report("duplicate-key", at + 1, null, key, [], earlier);
    const owner = known.size;
    known.set(identity, owner);
    subjects.add(row, at + 1);
    program.lists.forEach(({ field }, index) => {
      const name = program.fields[field]?.name ?? "";
      const rows = valueIn(row, name) ?? [];
      const list = lists[index];
      if (list === undefined) return;
      if (!Array.isArray(rows))
        throw new TypeError(`${program.subject}, row ${at + 1}: “${name}” must be an array of rows`);
      for (const side of rows as readonly PlainRow[]) {
        list.owner.push(owner);
        list.reader.add(side, list.owner.length);
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
        const opponent = cell === null ? owner : known.get(JSON.stringify([cell, period]));
        if (cell === null || (opponent !== undefined && opponent !== owner)) return;
        const reason = opponent === owner ? "own-opponent" : "unknown-opponent";
        list.reader.report(reason, index + 1, column, String(cell), [], index, "warning");
      });
    }

  const constants = reader(CONSTANTS_TABLE, program.constants);
  constants.add(tables.constants ?? {}, 1);
  return {
    subjects: { rows: known.size, columns: subjects.columns },
    lists: lists.map(({ owner, reader: { columns } }): SideTable => ({ rows: owner.length, columns, owner })),
    constants: constants.columns.map((column) => column[0] ?? null),
    history: tables.history ?? [],
    used: tables.used ?? program.uses.map(() => new Map()),
    problems,
  };
}

function checkedRow(row: PlainRow, table: string, line: number): PlainRow {
  if (typeof row !== "object" || row === null) throw new TypeError(`${table}, row ${line}: a row must be an object`);
  return row;
}

/** The value of a field, null where the row does not have it. */
function valueIn(row: PlainRow, name: string): PlainValue {
  return Object.hasOwn(row, name) ? row[name] : null;
}

/** Trimmed and composed, as texts of files are read; empty for what is missing. */
function plainText(value: PlainValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "object") return "[…]";
  return (typeof value === "string" ? value : value.toString()).trim().normalize("NFC");
}
