/**
 * Published results as a workbook: the ranking, the missing data with their assessors, a score sheet for each subject, and the plain
 * table that can be read back as history. The texts of score sheets and awards come from the caller.
 */
import type { Awaited, Result, SubjectResult } from "@yardstick/engine";
import { notedSubjects, outputHeading, partHeading, rankingValues } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import type { ResultValue, ResultMessages } from "./result-columns.js";
import { outputText, resultColumns, undecidedNames } from "./result-columns.js";
import type { SheetName } from "./sheet-name.js";
import { tableSheets } from "./table-sheets.js";
import type { BookCell, BookStyle } from "./write/book.js";
import type { StreamedBook, StreamedSheet } from "./write/workbook-pieces.js";
import { columnWidth, numberCell, textCell } from "./write/cells.js";

/** One row of a score sheet; a number is decimal text. */
export interface ScoreSheetRow {
  readonly style: "title" | "subtitle" | "head" | "section" | "item" | "line" | "quiet" | "faint" | "sum";
  readonly cells: readonly ({ readonly text: string } | { readonly number: string } | null)[];
}

/** A score sheet as a table of texts and numbers. */
export interface ScoreSheet {
  readonly name: string;
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly ScoreSheetRow[];
}

/** What the workbook shows besides the result. */
export interface ResultBookParts extends ResultMessages {
  readonly title: string;
  /** Fingerprints of rubric and data, as one line. */
  readonly receipt: string;
  /** Name of the ranking whose places are shown; null where the rubric has none. */
  readonly ranking: string | null;
  /** Subjects in the order in which they are shown, by period and group. */
  readonly groups: readonly { readonly title: string | null; readonly subjects: readonly SubjectResult[] }[];
  /** The state of a missing cell as text. */
  readonly describeAwaited: (awaited: Awaited) => string;
  /** The notes of the result, one for each row: subject matter, subjects concerned, explanation. */
  readonly notes: readonly { readonly what: string; readonly who: string; readonly why: string }[];
  readonly scoreSheets: readonly ScoreSheet[];
}

const MESSAGES = {
  zh: {
    ranking: "排名",
    awaited: "待补数据",
    place: "名次",
    score: "总分",
    vetoes: "一票否决",
    awards: "奖励",
    consequences: "处理",
    group: "组别",
    field: "项目",
    from: "考核部门",
    why: "情况",
    noPlace: "—",
    notes: "结果说明",
    noteHeads: ["事项", "对象", "情况"],
  },
  en: {
    ranking: "Ranking",
    awaited: "Awaited",
    place: "TableLocation",
    score: "Score",
    vetoes: "Vetoes",
    awards: "Awards",
    consequences: "Consequences",
    group: "Group",
    field: "Field",
    from: "Assessor",
    why: "State",
    noPlace: "—",
    notes: "Notes",
    noteHeads: ["Matter", "Subjects", "State"],
  },
} as const;

interface Column {
  readonly header: string;
  readonly of: (subject: SubjectResult) => BookCell;
}

function cellOf(value: ResultValue): BookCell {
  return "number" in value ? { ...numberCell(value.number), format: "points" } : textCell(value.text);
}

/** A cell of points, shown with the decimals that they are published with. */
const points = (decimal: string | null, style: BookStyle = "cell"): BookCell => ({
  ...numberCell(decimal, style),
  format: "points",
});

function rankingColumns(program: Program, parts: ResultBookParts): readonly Column[] {
  const messages = MESSAGES[parts.lang];
  const { ranking } = parts;
  const sections = program.roots.flatMap((root) => program.parts[root] ?? []);
  const others = program.rankings.filter(({ name, by }) => name !== ranking && by !== "each-section");
  const text = (header: string, of: (subject: SubjectResult) => string): Column => ({
    header,
    of: (subject) => textCell(of(subject)),
  });
  return [
    ...(ranking === null
      ? []
      : [
          {
            header: messages.place,
            of: ({ rankings }: SubjectResult) => {
              const place = rankings[ranking] ?? null;
              return place === null ? textCell(messages.noPlace, "strong") : numberCell(place, "strong");
            },
          },
        ]),
    text(program.fields[program.key]?.name ?? "", ({ key }) => key),
    ...(program.period === null
      ? []
      : [text(program.fields[program.period]?.name ?? "", ({ period }) => period ?? "")]),
    { header: messages.score, of: ({ score }) => points(score, "strong") },
    ...rankingValues(program, parts.lang).map(({ ranking: of, header }): Column => ({
      header,
      of: ({ rankedBy }) => textCell(rankedBy[of] ?? null),
    })),
    ...sections.map((section): Column => ({
      header: partHeading(section, parts.lang),
      of: (subject) => points(subject.parts[section.path] ?? null),
    })),
    ...others.map(({ name }): Column => ({ header: name, of: ({ rankings }) => numberCell(rankings[name] ?? null) })),
    ...program.grades.map(({ name }) =>
      text(name, (subject) => {
        const isOpen = undecidedNames(subject, "grade").includes(name);
        return subject.grades[name] ?? (isOpen ? parts.undecided : "");
      }),
    ),
    ...program.outputs.map((output): Column => ({
      header: outputHeading(output, parts.lang),
      of: (subject) => {
        const shown = outputText(subject.outputs[output.name] ?? null, parts.lang);
        if (shown === null && undecidedNames(subject, "output").includes(output.name)) return textCell(parts.undecided);
        return output.value.type.kind === "number" ? numberCell(shown) : textCell(shown);
      },
    })),
    text(messages.vetoes, (subject) => parts.withUndecided(subject.vetoes, undecidedNames(subject, "veto"))),
    text(messages.awards, (subject) =>
      parts.withUndecided(subject.awards.map(parts.describeAward), undecidedNames(subject, "award")),
    ),
    text(messages.consequences, (subject) =>
      parts.withUndecided(subject.consequences, undecidedNames(subject, "consequence")),
    ),
  ];
}

const textOf = ({ value }: BookCell): string | null =>
  value === null ? null : value.kind === "text" ? value.text : value.kind === "number" ? value.decimal : "";

/** A sheet without a name. */
type Sheet = Omit<StreamedSheet, "name">;

/** The rows by which the widths of columns are chosen. */
const MEASURED_ROWS = 500;

/** Rows that are made when they are read. */
interface Rows {
  readonly count: number;
  readonly read: () => Iterable<readonly BookCell[]>;
}

const rowsOf = (rows: readonly (readonly BookCell[])[]): Rows => ({ count: rows.length, read: () => rows });

/** Rows of the subjects that have a score. */
function rowsOfScored(subjects: readonly SubjectResult[], of: (subject: SubjectResult) => readonly BookCell[]): Rows {
  let count = 0;
  for (const { status } of subjects) if (status === "scored") count += 1;
  return {
    count,
    *read() {
      for (const subject of subjects) if (subject.status === "scored") yield of(subject);
    },
  };
}

/** A sheet of a title, a header row, rows and a last row across all columns; column widths follow the content. */
function tableSheet(
  title: string | null,
  head: readonly string[],
  rows: Rows,
  frozenColumns: number,
  foot: BookCell | null = null,
): Sheet {
  const measured: (readonly BookCell[])[] = [];
  for (const row of rows.read()) {
    if (measured.length === MEASURED_ROWS) break;
    measured.push(row);
  }
  const columns = head.map((header, at) => ({
    width: columnWidth([header, ...measured.map((row) => textOf(row[at] ?? { value: null }))], 6, 36),
  }));
  const titleRow = title === null ? [] : [[textCell(title, "title")]];
  const footRow = foot === null ? [] : [[foot]];
  const above = titleRow.length + 1;
  const across = (row: number) => ({ top: row, left: 0, bottom: row, right: Math.max(0, head.length - 1) });
  return {
    columns,
    height: above + rows.count + footRow.length,
    rows: {
      *[Symbol.iterator]() {
        yield* titleRow;
        yield head.map((header) => textCell(header, "head"));
        yield* rows.read();
        yield* footRow;
      },
    },
    merges: [...titleRow.map(() => across(0)), ...footRow.map(() => across(above + rows.count))],
    frozen: { rows: above, columns: frozenColumns },
    isLandscape: true,
  };
}

function rankingSheet(program: Program, parts: ResultBookParts): Sheet {
  const messages = MESSAGES[parts.lang];
  const optional = new Set<string>([messages.vetoes, messages.awards, messages.consequences]);
  const isUsed = ({ of }: Column): boolean =>
    parts.groups.some(({ subjects }) =>
      subjects.some((subject) => subject.status === "scored" && of(subject).value !== null),
    );
  const columns = rankingColumns(program, parts).filter((column) => !optional.has(column.header) || isUsed(column));
  const hasGroups = parts.groups.some(({ title }) => title !== null);
  const groups = parts.groups.map(({ title, subjects }) =>
    rowsOfScored(subjects, (subject) => [
      ...(hasGroups ? [textCell(title)] : []),
      ...columns.map(({ of }) => of(subject)),
    ]),
  );
  const rows: Rows = {
    count: groups.reduce((sum, { count }) => sum + count, 0),
    *read() {
      for (const group of groups) yield* group.read();
    },
  };
  const head = [...(hasGroups ? [messages.group] : []), ...columns.map(({ header }) => header)];
  return tableSheet(parts.title, head, rows, hasGroups ? 3 : 2, textCell(parts.receipt, "faint"));
}

function awaitedSheet(result: Result, program: Program, parts: ResultBookParts): Sheet | null {
  const messages = MESSAGES[parts.lang];
  const rows = [...notedSubjects(result)].flatMap(({ key, period, awaiting }) =>
    awaiting.map((awaited) => [
      textCell(key),
      ...(program.period === null ? [] : [textCell(period)]),
      textCell(awaited.field),
      textCell(awaited.assessor),
      textCell(parts.describeAwaited(awaited)),
    ]),
  );
  if (rows.length === 0) return null;
  const names = [program.key, ...(program.period === null ? [] : [program.period])];
  const head = [
    ...names.map((index) => program.fields[index]?.name ?? ""),
    messages.field,
    messages.from,
    messages.why,
  ];
  return tableSheet(null, head, rowsOf(rows), 1);
}

function notesSheet({ lang, notes }: ResultBookParts): Sheet | null {
  if (notes.length === 0) return null;
  const rows = notes.map(({ what, who, why }) => [what, who, why].map((text) => textCell(text)));
  return tableSheet(null, MESSAGES[lang].noteHeads, rowsOf(rows), 1);
}

const SHEET_STYLES: Readonly<Record<ScoreSheetRow["style"], BookStyle>> = {
  title: "title",
  subtitle: "subtitle",
  head: "head",
  section: "section",
  item: "item",
  line: "line",
  quiet: "quiet",
  faint: "faint",
  sum: "sum",
};

function scoreSheet({ widths, rows }: ScoreSheet): Sheet {
  return {
    columns: widths.map((width) => ({ width })),
    height: rows.length,
    rows: rows.map(({ style, cells }) =>
      widths.map((_, at): BookCell => {
        const cell = cells[at] ?? null;
        if (cell === null) return { value: null, style: SHEET_STYLES[style] };
        if ("text" in cell) return textCell(cell.text, SHEET_STYLES[style]);
        return points(cell.number, SHEET_STYLES[style]);
      }),
    ),
    merges: rows.flatMap(({ style }, row) =>
      style === "title" ? [{ top: row, left: 0, bottom: row, right: widths.length - 1 }] : [],
    ),
  };
}

/** Builds the workbook of a result; the subjects of `result` and `groups` are read as its rows are written. */
export function resultBook(result: Result, program: Program, parts: ResultBookParts): StreamedBook {
  const columns = resultColumns(program, parts.lang);
  const plain = tableSheet(
    null,
    columns.map(({ header }) => header),
    rowsOfScored(result.subjects, (subject) => columns.map(({ of }) => cellOf(of(subject)))),
    1,
  );
  const messages = MESSAGES[parts.lang];
  const awaited = awaitedSheet(result, program, parts);
  const notes = notesSheet(parts);
  const before = [
    { name: messages.ranking, sheet: rankingSheet(program, parts) },
    ...(notes === null ? [] : [{ name: messages.notes, sheet: notes }]),
    ...(awaited === null ? [] : [{ name: messages.awaited, sheet: awaited }]),
  ];
  const after = parts.scoreSheets.map((sheet) => ({ name: sheet.name, sheet: scoreSheet(sheet) }));
  const { history, others } = tableSheets(program, parts.lang, [
    ...before.map(({ name }) => name),
    ...after.map(({ name }) => name),
  ]);
  const named =
    (from: number) =>
    (one: { readonly sheet: Sheet }, at: number): StreamedSheet => ({
      ...one.sheet,
      name: others[from + at] as SheetName,
    });
  return {
    title: parts.title,
    sheets: [...before.map(named(0)), { ...plain, name: history }, ...after.map(named(before.length))],
  };
}
