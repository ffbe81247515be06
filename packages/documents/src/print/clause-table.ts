/**
 * The clauses of a document beside the rules that were read from them (对照表), for signature: DOCX, XLSX or blocks. Each row says what
 * became of a clause and on what it rests; nothing that is open or not read is left out.
 */
import type { Lang } from "@yardstick/language";
import { sheetNames, writeWorkbook, type BookCell } from "@yardstick/tables";
import type { Block, Cell } from "../blocks/block.js";
import type { Draft } from "../draft/draft.js";
import type { ClauseState, ReadClause } from "../match/read-clause.js";
import type { Outline, OutlineItem } from "../outline/outline.js";
import type { PageStyle } from "./page.js";
import { writeDocx } from "./write-docx.js";

/** A reading of a document, as `readDocument` returns it. */
export interface ReadDocument {
  readonly blocks: readonly Block[];
  readonly outline: Outline;
  readonly clauses: readonly ReadClause[];
  draft(options: { readonly keywords: Lang }): Draft;
}

/** Options of `printClauseTable`. */
export interface ClauseTableOptions {
  /** Language of headings, states and rules; Chinese where not given. */
  readonly lang?: Lang;
  /** Fonts of a DOCX: `official` (仿宋) where not given, or `plain`. */
  readonly style?: PageStyle;
}

/** One row of the table: a clause with its rules, its state and what they rest on. */
export interface ClauseRow {
  readonly number: number;
  /** Item with its points, as the document names it. */
  readonly item: string;
  readonly clause: string;
  /** Rules in the keywords of the language; none for what is open, not read or no rule. */
  readonly rules: readonly string[];
  readonly state: ClauseState;
  /** Answers that were given, questions that are open, parts that are not read, and where the clause stands. */
  readonly basis: readonly string[];
}

const MESSAGES = {
  zh: {
    title: (title: string) => `${title}对照表`,
    columns: ["序号", "条目", "条款原文", "读成的规则", "状态", "依据"],
    states: { read: "已读出", judged: "酌情评定", asks: "待确认", "not-a-rule": "非规则", "not-read": "未读出" },
    item: (name: string, points: string) => `${name}（${points}分）`,
    answered: (question: string, answer: string) => `确认：${question}${answer}`,
    asked: (question: string) => `待确认：${question}`,
    unread: (text: string) => `未读出：${text}`,
    refused: "核对时不采用，照录为说明，不计分",
    requirement: "与本条目的要求一并读出",
    cell: (table: number, row: number) => `原文第 ${String(table)} 张表第 ${String(row)} 行`,
    paragraph: (number: number) => `原文第 ${String(number)} 段`,
    none: "（无规则）",
    ledger: (all: number, list: string) => `共 ${String(all)} 条：${list}。`,
    comma: "，",
    signature: "核对人（签字）：　　　　　　　　　　日期：　　　　年　　月　　日",
  },
  en: {
    title: (title: string) => `${title}: clauses and rules`,
    columns: ["No.", "Item", "Clause", "Rule", "State", "Basis"],
    states: {
      read: "read",
      judged: "for judgement",
      asks: "open question",
      "not-a-rule": "not a rule",
      "not-read": "not read",
    },
    item: (name: string, points: string) => `${name} (${points} ${points === "1" ? "point" : "points"})`,
    answered: (question: string, answer: string) => `Confirmed: ${question} ${answer}`,
    asked: (question: string) => `Open: ${question}`,
    unread: (text: string) => `Not read: ${text}`,
    refused: "refused when checked; kept as a note that does not score",
    requirement: "read together with the requirement of the item",
    cell: (table: number, row: number) => `table ${String(table)}, row ${String(row)} of the document`,
    paragraph: (number: number) => `paragraph ${String(number)} of the document`,
    none: "(no rule)",
    ledger: (all: number, list: string) => `${String(all)} ${all === 1 ? "clause" : "clauses"}: ${list}.`,
    comma: ", ",
    signature: "Checked by: ________________________    Date: ________________",
  },
} as const;

/** The rules of a draft by the number of the clause that they were read from, without their bases. */
export function rulesByClause({ text, from }: Draft): ReadonlyMap<number, readonly string[]> {
  const rules = new Map<number, string[]>();
  for (const span of from) {
    const rule = text.slice(span.from, span.to).replace(/ (?:依据|basis) "(?:[^"\\]|\\.)*"$/u, "");
    rules.set(span.clause, [...(rules.get(span.clause) ?? []), rule]);
  }
  return rules;
}

/** The rows of the table, in the order of the document. */
export function clauseRows(reading: ReadDocument, lang: Lang): readonly ClauseRow[] {
  const messages = MESSAGES[lang];
  const rules = rulesByClause(reading.draft({ keywords: lang }));
  const place = ({ at }: ReadClause): string => {
    const tables = reading.blocks.slice(0, at.block + 1).filter(({ kind }) => kind === "table").length;
    return at.row >= 0 ? messages.cell(tables, at.row + 1) : messages.paragraph(at.block + 1 - tables);
  };
  const named = (item: OutlineItem | undefined, section: string): string => {
    const name = item === undefined || item.name === "" ? section : item.name;
    return item?.points == null || name === "" ? name : messages.item(name, item.points);
  };
  return reading.clauses.map((clause): ClauseRow => {
    const section = reading.outline.sections[clause.section];
    const isRule = clause.state === "read" || clause.state === "judged";
    return {
      number: clause.number,
      item: named(section?.items[clause.item], section?.name ?? ""),
      clause: clause.text,
      rules: isRule ? (rules.get(clause.number) ?? []) : [],
      state: clause.state,
      basis: [
        ...clause.questions.map(({ text, options, chosen }) =>
          chosen === null ? messages.asked(text[lang]) : messages.answered(text[lang], options[chosen]?.[lang] ?? ""),
        ),
        ...(clause.reason === "refused"
          ? [messages.refused]
          : clause.unread.map(({ from, to }) => messages.unread(clause.text.slice(from, to)))),
        ...(clause.withRequirement ? [messages.requirement] : []),
        place(clause),
      ],
    };
  });
}

function ledgerOf(rows: readonly ClauseRow[], lang: Lang): string {
  const { states, ledger, comma } = MESSAGES[lang];
  const order: readonly ClauseState[] = ["read", "judged", "asks", "not-read", "not-a-rule"];
  return ledger(
    rows.length,
    order.map((state) => `${states[state]} ${String(rows.filter((row) => row.state === state).length)}`).join(comma),
  );
}

const textsOf = (row: ClauseRow, lang: Lang): readonly (readonly string[])[] => {
  const { states, none } = MESSAGES[lang];
  return [
    [String(row.number)],
    [row.item],
    [row.clause],
    row.rules.length === 0 ? [none] : row.rules.flatMap((rule) => rule.split("\n")),
    [states[row.state]],
    row.basis,
  ];
};

function blocksOf(title: string, rows: readonly ClauseRow[], lang: Lang): readonly Block[] {
  const messages = MESSAGES[lang];
  const cell = (lines: readonly string[], height = 1): Cell => ({ lines, rows: height, columns: 1, nested: [] });
  const body = rows.map((row, at): readonly Cell[] => {
    const [number = [], item = [], ...rest] = textsOf(row, lang);
    // The item stands once over its clauses.
    if (at > 0 && rows[at - 1]?.item === row.item) return [cell(number), ...rest.map((lines) => cell(lines))];
    const end = rows.findIndex((each, index) => index > at && each.item !== row.item);
    return [cell(number), cell(item, (end < 0 ? rows.length : end) - at), ...rest.map((lines) => cell(lines))];
  });
  return [
    { kind: "heading", level: 1, text: messages.title(title) },
    { kind: "paragraph", text: ledgerOf(rows, lang), label: "" },
    { kind: "table", rows: [messages.columns.map((text) => cell([text])), ...body] },
    { kind: "paragraph", text: messages.signature, label: "" },
  ];
}

function workbookOf(title: string, rows: readonly ClauseRow[], lang: Lang): Promise<Uint8Array> {
  const messages = MESSAGES[lang];
  const text = (lines: readonly string[], style: BookCell["style"]): BookCell => ({
    value: lines.join("") === "" ? null : { kind: "text", text: lines.join("\n") },
    ...(style === undefined ? {} : { style }),
    format: "text",
  });
  const whole = (lines: readonly string[], style: BookCell["style"]): readonly BookCell[] => [text(lines, style)];
  const [name] = sheetNames([messages.title(title)]);
  if (name === undefined) throw new Error("a workbook has a sheet");
  return writeWorkbook({
    title: messages.title(title),
    sheets: [
      {
        name,
        columns: [6, 18, 44, 44, 10, 36].map((width) => ({ width, format: "text" as const })),
        rows: [
          whole([messages.title(title)], "title"),
          whole([ledgerOf(rows, lang)], "subtitle"),
          messages.columns.map((column) => text([column], "head")),
          ...rows.map((row) => textsOf(row, lang).map((lines) => text(lines, "cell"))),
          [],
          whole([messages.signature], "cell"),
        ],
        merges: [0, 1, rows.length + 4].map((row) => ({ top: row, left: 0, bottom: row, right: 5 })),
        frozen: { rows: 3, columns: 0 },
        isLandscape: true,
        footer: "&P / &N",
      },
    ],
  });
}

/**
 * The table of clauses and rules of a reading, with its state and what it rests on for each clause, and a line for a signature. The
 * same reading gives the same DOCX and blocks.
 */
export function printClauseTable(
  reading: ReadDocument,
  options: ClauseTableOptions & { readonly format: "docx" },
): Uint8Array;
export function printClauseTable(
  reading: ReadDocument,
  options: ClauseTableOptions & { readonly format: "blocks" },
): readonly Block[];
export function printClauseTable(
  reading: ReadDocument,
  options: ClauseTableOptions & { readonly format: "xlsx" },
): Promise<Uint8Array>;
export function printClauseTable(
  reading: ReadDocument,
  options: ClauseTableOptions & { readonly format: "docx" | "blocks" | "xlsx" },
): Uint8Array | readonly Block[] | Promise<Uint8Array> {
  const { lang = "zh", style = "official" } = options;
  const rows = clauseRows(reading, lang);
  const { title } = reading.outline;
  if (options.format === "xlsx") return workbookOf(title, rows, lang);
  const blocks = blocksOf(title, rows, lang);
  return options.format === "docx" ? writeDocx(blocks, lang, style) : blocks;
}
