/**
 * Files as views of DuckDB with typed columns, under the names of their tables, with what their numbers are and what is in doubt.
 */
import type { CoreProgram, Field } from "@yardstick/language/core";
import { ownEntry } from "@yardstick/language/core";
import { duckdb } from "../dialects/duckdb.js";
import { MOST_DECIMALS } from "../inputs/source-column.js";
import { type ColumnDescription, greatestPercents, type TableDescription } from "../inputs/tables.js";
import { refusalOf } from "../refusals/refusals.js";
import type { Connection } from "../statement/run.js";
import { alikeTexts, type Compared, examineRows, unclearPeriods } from "./examine-rows.js";
import {
  cellText,
  decimalsText,
  figureText,
  isFraction,
  type NumberSize,
  type WrittenCell,
  writtenCell,
} from "./file-cells.js";
import type { FileNote, FileResult } from "./file-result.js";
import { headerProblem } from "./header-problems.js";
import { openFiles, type SourceFiles } from "./source-files.js";

/** Column of a list by which rows follow each other. */
export const ORDER = "yardstick row";

/** Why nothing was scored. */
export type Ended = Exclude<FileResult, { readonly kind: "written" }>;

/** Makes the views of a rubric's files. */
export class TablesOfFiles {
  readonly notes: FileNote[] = [];

  constructor(
    private readonly program: CoreProgram,
    private readonly compared: Compared,
    private readonly connection: Connection,
    /** Whether the rows of the subjects are numbered, as those of lists are. */
    private readonly numbersSubjects = false,
  ) {}

  get keys(): readonly Field[] {
    const { fields, key, period } = this.program;
    return [key, ...(period === null ? [] : [period])].flatMap((index) => fields[index] ?? []);
  }

  /** Makes a view of a file under the name of a table, measures what its numbers are, and examines its rows. `list` is -1 for the subjects. */
  async table(
    list: number,
    name: string,
    fields: readonly Field[],
    file: string | null,
  ): Promise<TableDescription | Ended> {
    const cells = fields.filter(({ type }) => type.kind !== "list");
    const isList = list >= 0;
    const isTyped = (column: string) =>
      cells.some(({ name: own, type }) => own === column && /^(?:text|period|level)$/u.test(type.kind));
    const opened = file === null ? null : await openFiles(this.connection, file, isTyped);
    if (file !== null && opened !== null) {
      const ended = this.problemOf(file, opened, cells, isList);
      if (ended !== null) return ended;
    }
    const made = await this.view(name, cells, opened, isList, false);
    if ("kind" in made) return made;
    const { measured, numbers, written, source, view } = made;
    if (file === null) return measured;
    this.noteFractions(file, numbers, written, measured);
    return (await this.doubtOf(list, file, view, source, written)) ?? measured;
  }

  /** A file of published results, of which any column but the keys may be missing; `results`: those that are read. */
  async results(
    name: string,
    keys: readonly Field[],
    results: readonly Field[],
    file: string,
    sectioned: readonly string[] = [],
  ): Promise<TableDescription | Ended> {
    const opened = await openFiles(this.connection, file, () => true);
    for (const { file: own, names } of opened.headers) {
      const problem = headerProblem(names, keys, []);
      if (problem?.what === "missing")
        return { kind: "columns-missing", file: own, missing: problem.names, found: names };
      if (problem?.what === "resembling")
        return { kind: "doubtful", file: own, what: "header", found: [problem.header, problem.field] };
      if (problem?.what === "twice")
        return { kind: "doubtful", file: own, what: "column-twice", found: [problem.field] };
      // A section that the rubric no longer has would count for the last place.
      const known = new Set(results.map((field) => field.name));
      const isOther = (header: string) => !known.has(header) && sectioned.some((each) => header.startsWith(`${each}/`));
      if (names.some(isOther)) return { kind: "refused", refusals: [refusalOf("sql-history", undefined)] };
    }
    const present = results.filter(
      (field) => opened.types.has(field.name) && !keys.some((key) => key.name === field.name),
    );
    const made = await this.view(name, [...keys, ...present], opened, false, true);
    if ("kind" in made) return made;
    const [, period] = keys;
    const unclear =
      period === undefined ? [] : await unclearPeriods(this.connection, made.view, duckdb.identifier(period.name));
    if (unclear.length > 0) return { kind: "doubtful", file, what: "period", found: unclear };
    const measured = made.measured.columns ?? {};
    const columns = Object.fromEntries(
      [...keys, ...present].map(({ name: own }) => [own, { ...ownEntry(measured, own), name: own }]),
    );
    return { ...made.measured, columns, isComplete: true };
  }

  /** Names of a column of results that are spelt in another way than those of the subjects; null where there are none. */
  async alike(
    file: string,
    results: { readonly view: string; readonly column: string },
    subjects: { readonly view: string; readonly column: string },
    fold: "name" | "period",
  ): Promise<Ended | null> {
    const quoted = ({ view, column }: typeof results) => ({
      view: duckdb.identifier(view),
      column: duckdb.identifier(column),
    });
    const { found, isPartial } = await alikeTexts(this.connection, { ...quoted(results), fold }, quoted(subjects));
    if (isPartial) this.notes.push({ file, what: "not-examined", names: [] });
    return found === null ? null : { kind: "doubtful", file, what: "alike", found };
  }

  /** Makes the view, and measures its numbers. `isResult`: of published results. */
  private async view(
    name: string,
    cells: readonly Field[],
    opened: SourceFiles | null,
    isList: boolean,
    isResult: boolean,
  ): Promise<
    | Ended
    | {
        readonly measured: TableDescription;
        readonly numbers: readonly Field[];
        readonly written: ReadonlyMap<Field, WrittenCell>;
        readonly source: string;
        readonly view: string;
      }
  > {
    const written = new Map<Field, WrittenCell>(
      cells.flatMap((field) => {
        const type = opened?.types.get(field.name);
        return type === undefined ? [] : [[field, writtenCell(field, type)] as const];
      }),
    );
    const texts = Array.from(written, ([field, { text }]) => `${text} AS ${duckdb.identifier(field.name)}`);
    const source = opened === null ? "(SELECT 1 WHERE false)" : `(SELECT ${texts.join(", ")} FROM ${opened.from})`;
    const view = duckdb.identifier(name);
    const numbers = cells.filter((field) => field.type.kind === "number" && written.has(field));
    const sizes = await this.sizesOf(numbers, written, source);
    for (const [field, { decimals }] of sizes)
      if (decimals > MOST_DECIMALS)
        return { kind: "refused", refusals: [refusalOf("sql-decimals", { field, decimals, most: MOST_DECIMALS })] };
    const columns = cells.map((field) => {
      const cell = written.get(field);
      const value =
        cell === undefined
          ? `CAST(NULL AS ${blankType(field)})`
          : cellText(field, this.program, cell, sizes.get(field.name) ?? { decimals: 0, letters: 0 }, isResult);
      return `${value} AS ${duckdb.identifier(field.name)}`;
    });
    const isNumbered = isList || (this.numbersSubjects && !isResult);
    const order = isNumbered ? [`row_number() OVER () AS ${duckdb.identifier(ORDER)}`] : [];
    await this.connection.rows(
      `CREATE OR REPLACE TEMP VIEW ${view} AS SELECT ${[...columns, ...order].join(", ")} FROM ${source} AS written`,
    );
    const measured = await this.measured(view, cells, numbers, sizes, isList);
    return { measured, numbers, written, source, view };
  }

  /** What is wrong with the files as a whole; null where nothing is. */
  private problemOf(
    file: string,
    { headers, inexact }: SourceFiles,
    cells: readonly Field[],
    isList: boolean,
  ): Ended | null {
    if (inexact !== null) return { kind: "doubtful", file, what: "json-number", found: [inexact] };
    const unused = new Set<string>();
    for (const { file: own, names } of headers) {
      const lists = isList ? [] : this.program.lists.map((list) => list.name);
      const nested = lists.find((list) => names.includes(list));
      if (nested !== undefined) return { kind: "nested-rows", file: own, list: nested };
      const problem = headerProblem(names, cells, lists);
      switch (problem?.what) {
        case "missing":
          return { kind: "columns-missing", file: own, missing: problem.names, found: names };
        case "resembling":
          return { kind: "doubtful", file: own, what: "header", found: [problem.header, problem.field] };
        case "twice":
          return { kind: "doubtful", file: own, what: "column-twice", found: [problem.field] };
        case undefined:
          break;
        default:
          return problem satisfies never;
      }
      for (const name of names) if (cells.every((field) => field.name !== name)) unused.add(name);
    }
    if (unused.size > 0) this.notes.push({ file, what: "unused", names: [...unused] });
    return null;
  }

  /** What is in doubt about the rows; null where nothing is. */
  private async doubtOf(
    list: number,
    file: string,
    view: string,
    source: string,
    written: ReadonlyMap<Field, WrittenCell>,
  ): Promise<Ended | null> {
    const { fields, key, period, lists } = this.program;
    const [keyName = "", periodName] = this.keys.map(({ name }) => name);
    const writtenOf = (kinds: readonly string[]) =>
      [...written]
        .filter(([{ name, type }]) => name !== keyName && kinds.includes(type.kind))
        .map(([field, cell]) => figureText(field, cell));
    const isCompared = (field: Field) =>
      list < 0
        ? this.compared.fields.has(fields.indexOf(field)) && field !== fields[key] && field !== fields[period ?? -1]
        : this.compared.columns.has(`${list}/${lists[list]?.columns.indexOf(field) ?? -1}`);
    const found = await examineRows(this.connection, {
      view,
      source,
      isOfSubjects: list < 0,
      key: duckdb.identifier(keyName),
      period: periodName === undefined ? null : duckdb.identifier(periodName),
      written: {
        key: duckdb.identifier(keyName),
        texts: writtenOf(["text", "period"]),
        numbers: writtenOf(["number"]),
        others: writtenOf(["flag", "date", "level"]),
      },
      headers: [keyName, ...[...written.keys()].map(({ name }) => name).filter((name) => name !== keyName)],
      compared: [...written.keys()]
        .filter((field) => field.type.kind === "text" && isCompared(field))
        .map(({ name }) => duckdb.identifier(name)),
      literals: this.compared.literals,
    });
    if (found.doubt !== null) return { kind: "doubtful", file, what: found.doubt.what, found: found.doubt.found };
    if (found.agreeing.length > 0) this.notes.push({ file, what: "agreeing", names: found.agreeing });
    if (found.isPartial) this.notes.push({ file, what: "not-examined", names: [] });
    return null;
  }

  private noteFractions(
    file: string,
    numbers: readonly Field[],
    written: ReadonlyMap<Field, WrittenCell>,
    measured: TableDescription,
  ): void {
    const stored = numbers.filter((field) => {
      const cell = written.get(field);
      return cell !== undefined && isFraction(field, cell);
    });
    const names = greatestPercents(stored, measured);
    if (names.length > 0) this.notes.push({ file, what: "fractions", names });
  }

  /** Reads every cell once, so that one that cannot be read ends the run even where no rule reads it. */
  private async measured(
    view: string,
    cells: readonly Field[],
    numbers: readonly Field[],
    sizes: ReadonlyMap<string, NumberSize>,
    isList: boolean,
  ): Promise<TableDescription> {
    const keys = this.keys.map(({ name }) => duckdb.identifier(name)).join(", ");
    const most = isList ? `(SELECT max(c) FROM (SELECT count(*) AS c FROM ${view} GROUP BY ${keys}))` : "count(*)";
    const ends = numbers.flatMap(({ name }) => {
      const column = duckdb.identifier(name);
      return [`CAST(min(${column}) AS VARCHAR)`, `CAST(max(${column}) AS VARCHAR)`];
    });
    const others = cells
      .filter(({ type }) => type.kind !== "number")
      .map(({ name }) => `count(${duckdb.identifier(name)})`);
    const [row = []] = await this.connection.rows(`SELECT ${[most, ...ends, ...others].join(", ")} FROM ${view}`);
    const columns = numbers.map(({ name }, index): [string, ColumnDescription] => {
      const [min, max] = [row[1 + 2 * index], row[2 + 2 * index]];
      // A column without a number has no least and no greatest one.
      const end = (value: unknown) => (typeof value === "string" ? value : "0");
      return [name, { decimals: sizes.get(name)?.decimals ?? 0, min: end(min), max: end(max) }];
    });
    return { mostRows: Math.max(1, Number(row[0] ?? 1)), columns: Object.fromEntries(columns) };
  }

  /** The sizes of numbers by name. */
  private async sizesOf(
    numbers: readonly Field[],
    written: ReadonlyMap<Field, WrittenCell>,
    source: string,
  ): Promise<ReadonlyMap<string, NumberSize>> {
    if (numbers.length === 0) return new Map();
    const texts = numbers.flatMap((field) => {
      const cell = written.get(field);
      if (cell?.isText === false) return [`${cell.decimals}`, "0"];
      return [`max(${decimalsText(field)})`, `max(length(${duckdb.identifier(field.name)}))`];
    });
    const [row = []] = await this.connection.rows(`SELECT ${texts.join(", ")} FROM ${source} AS written`);
    const sizeAt = (index: number) => ({
      decimals: Number(row[2 * index] ?? 0),
      letters: Number(row[2 * index + 1] ?? 0),
    });
    return new Map(numbers.map(({ name }, index) => [name, sizeAt(index)]));
  }
}

function blankType({ type }: Field): string {
  if (type.kind === "number") return "INTEGER";
  return type.kind === "flag" ? "BOOLEAN" : type.kind === "date" ? "DATE" : "VARCHAR";
}
