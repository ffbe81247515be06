/** Reads a document for the reading screen. Loaded when a document is first read. */
import { analyse, ownEntry, parse, type Lang } from "@yardstick/language";
import { shortText, numberOrZero, sum } from "@yardstick/exact";
import {
  clauseFigures,
  describeDocumentFailure,
  locatedText,
  readDocument,
  type Answers,
  type Block,
  type ClauseState,
  type Draft,
  type OutlineItem,
  type ReadClause,
  type Reading,
} from "@yardstick/documents";
import type {
  ClauseSheet,
  DraftSummary,
  ItemSheet,
  ReadingRequest,
  ReadingSheet,
  ReadingSource,
  RuleSheet,
  SectionSheet,
  SourcePiece,
  TextSheet,
} from "../protocol/reading-sheet.js";
import { ruleSheets } from "./rule-sheet.js";

/** Answering questions raises further ones at most this often. */
const MAX_ROUNDS = 6;

/** The sheet of a document, with messages and rules in a language. */
export function readingSheet({ source, answers, marked }: ReadingRequest, lang: Lang): ReadingSheet {
  const reading = readDocument(source, { answers });
  const draft = reading.draft({ keywords: lang });
  const ranked = withRanking(draft.text, lang);
  const proposed = proposedReading(reading, marked);
  const rules = ruleSheets(draft, reading.clauses);
  const proposals = proposed === reading ? rules : ruleSheets(proposed.draft({ keywords: lang }), proposed.clauses);
  const sheets = reading.clauses.map((clause) =>
    clauseSheet(reading, clause, (clause.state === "asks" ? proposals : rules).get(clause.number) ?? [], lang),
  );
  const [failure] = reading.failures;
  const sections = sectionsOf(reading, sheets);
  const figures = sheets.flatMap(({ state, figures: own }) => (state === "not-a-rule" ? [] : own));
  const asked = reading.clauses.flatMap(({ questions }) => questions);
  return {
    failure: failure === undefined ? null : describeDocumentFailure(failure, lang),
    title: reading.outline.title,
    rows: withTexts(reading, sections),
    points: {
      found: reading.totals.points,
      stated: reading.outline.total,
      byState: pointsByState(sections.flatMap(({ sheet }) => sheet.items)),
    },
    clauses: reading.totals.clauses,
    figures: {
      used: figures.filter(({ isUsed }) => isUsed).length,
      unused: figures.filter(({ isUsed }) => !isUsed).length,
    },
    sums: reading.outline.sums.map(({ what, name, stated, found }) => ({
      name: what === "total" ? "" : name,
      stated,
      found,
      missing: shortText(numberOrZero(stated).sub(numberOrZero(found)), 8),
    })),
    unknownColumns: reading.outline.unknownColumns,
    questions: {
      open: asked.filter(({ chosen }) => chosen === null).length,
      answered: asked.filter(({ chosen, because }) => chosen !== null && because === null).length,
    },
    summary: { ...summaryOf(draft, reading), isRankedByTotal: ranked !== draft.text },
    draft: ranked,
    errors: draft.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message),
  };
}

/**
 * Whether a file is a document with clauses rather than a table of data: at least two clauses are read, ask or are judged, and they are a
 * fifth of all.
 */
export function isDocument(source: ReadingSource): boolean {
  const { failures, totals, clauses } = readDocument(source);
  const { read, asks, judged } = totals.clauses;
  const known = read + asks + judged;
  return failures.length === 0 && known >= 2 && known * 5 >= clauses.length;
}

/** The reading with every open question answered by its marked option, or by the first. */
function proposedReading(reading: Reading, marked: Answers): Reading {
  let proposed = reading;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const { open } = proposed;
    if (open.length === 0) break;
    proposed = proposed.answerAll(Object.fromEntries(open.map(({ id }) => [id, ownEntry(marked, id) ?? 0])));
  }
  return proposed;
}

function clauseSheet(reading: Reading, clause: ReadClause, rules: readonly RuleSheet[], lang: Lang): ClauseSheet {
  const { text, offsets } = clause;
  const whole = locatedText(reading.blocks, clause.at);
  const found = clauseFigures(clause);
  const pieces: SourcePiece[] = [];
  let at = offsets[0] ?? 0;
  const until = (to: number, figure: number | null): void => {
    if (to > at) pieces.push({ text: whole.slice(at, to), figure });
    at = Math.max(at, to);
  };
  for (const [index, { from, to }] of found.entries()) {
    until(offsets[from] ?? at, null);
    const last = (offsets[to - 1] ?? at) + 1;
    until(last + (UNIT.exec(whole.slice(last))?.[0].length ?? 0), index);
  }
  const end = offsets[text.length] ?? whole.length;
  // The sign that ends the sentence belongs to the text that is shown.
  until(end + (/^[；;。.！!？?、，,]*/u.exec(whole.slice(end))?.[0].length ?? 0), null);
  const unread = clause.unread.map(({ from, to }) => text.slice(from, to)).filter((part) => part !== text);
  return {
    number: clause.number,
    state: clause.state,
    pieces,
    text: pieces.map((piece) => piece.text).join(""),
    figures: found.map(({ from, to, isUsed }) => ({
      text: text.slice(from, to),
      isUsed: isUsed || (clause.state === "not-a-rule" && text.slice(from, to) === reading.outline.total),
    })),
    rules,
    questions: clause.questions.map(({ id, code, scope, text: asked, options, chosen, because }) => ({
      id,
      code: scope === "document" ? code : null,
      text: asked[lang],
      options: options.map((option) => option[lang]),
      chosen,
      because: because?.[lang] ?? null,
    })),
    reason: clause.state === "not-read" ? (clause.reason ?? "form") : null,
    unread,
    withRequirement: clause.withRequirement,
  };
}

/** The unit of a figure, which is shown together with it. */
const UNIT = /^(?:%|[ \u00a0]?(?:分(?![钟之])|次|处|例|名|个|件|起|篇|项|人次|人|天|户|家|年|份|万元|元|亩|小时))/u;

interface PlacedSection {
  readonly sheet: SectionSheet;
  /** Index of the first block that has a clause of it. */
  readonly block: number;
}

function sectionsOf(reading: Reading, sheets: readonly ClauseSheet[]): readonly PlacedSection[] {
  let block = 0;
  return reading.outline.sections.map(({ name, points, items }, section) => {
    const own = reading.clauses.filter((clause) => clause.section === section);
    block = Math.max(block, Math.min(...own.map(({ at }) => at.block), Number.POSITIVE_INFINITY));
    if (!Number.isFinite(block)) block = reading.blocks.length;
    const itemSheets = items.map((item, index) =>
      itemSheet(
        item,
        own.filter((clause) => clause.item === index).map(({ number }) => sheets[number - 1]!),
      ),
    );
    const scored = itemSheets.filter(({ role, points: each }) => role === "item" && each !== null);
    return {
      block,
      sheet: {
        kind: "section",
        name,
        stated: points,
        points: shortText(sum(scored.map((item) => numberOrZero(item.points))), 8),
        items: itemSheets,
      },
    };
  });
}

/** From the state that needs least attention to the one that needs most. */
const ATTENTION: readonly ClauseState[] = ["not-a-rule", "read", "judged", "not-read", "asks"];

function itemSheet(item: OutlineItem, clauses: readonly ClauseSheet[]): ItemSheet {
  const { name, points, weight, role, assessor } = item;
  // What was refused is decided.
  const worst = Math.max(
    0,
    ...clauses.map(({ state, reason }) => ATTENTION.indexOf(reason === "refused" ? "not-a-rule" : state)),
  );
  // An item without any rule is open in the draft.
  const hasNoRule = ATTENTION[worst] === "not-a-rule" && role === "item" && points !== null;
  return { name, points, weight, role, assessor, clauses, state: hasNoRule ? "not-read" : ATTENTION[worst]! };
}

function pointsByState(items: readonly ItemSheet[]): Readonly<Record<ClauseState, string>> {
  const of = (state: ClauseState): string =>
    shortText(
      sum(
        items.filter((item) => item.role === "item" && item.state === state).map(({ points }) => numberOrZero(points)),
      ),
      8,
    );
  return {
    read: of("read"),
    asks: of("asks"),
    judged: of("judged"),
    "not-read": of("not-read"),
    "not-a-rule": of("not-a-rule"),
  };
}

/** The sections, and between them the texts of the document that are no clauses, in the order of its blocks. */
function withTexts(reading: Reading, sections: readonly PlacedSection[]): readonly (TextSheet | SectionSheet)[] {
  const { blocks, clauses, outline } = reading;
  const withClauses = new Set(clauses.map(({ at }) => at.block));
  const names = new Set(
    outline.sections
      .flatMap(({ name, items }) => [name, ...items.map((item) => item.name)])
      .filter((name) => name !== ""),
  );
  const bare = (text: string): string => text.replaceAll(/\s/gu, "");
  const title = bare(outline.title);
  const texts = blocks.flatMap((block, at): readonly { readonly at: number; readonly text: TextSheet }[] => {
    if (block.kind === "table")
      return tableHead(block, at, clauses).map((text) => ({ at, text: { kind: "text", use: "columns", text } }));
    const text = block.kind === "paragraph" ? `${block.label}${block.text}` : block.text;
    const isName = [...names].some((name) => bare(text).includes(bare(name)));
    if (bare(text) === title) return [{ at, text: { kind: "text", use: "title", text } }];
    return withClauses.has(at) || isName ? [] : [{ at, text: { kind: "text", use: "heading", text } }];
  });
  const rows: (TextSheet | SectionSheet)[] = [];
  let next = 0;
  const before = (block: number): void => {
    while (next < texts.length && texts[next]!.at <= block) rows.push(texts[next++]!.text);
  };
  for (const { sheet, block } of sections) {
    before(block);
    rows.push(sheet);
  }
  before(blocks.length);
  return rows;
}

/** The rows of a table above its first clause, one text each. */
function tableHead(table: Extract<Block, { readonly kind: "table" }>, at: number, clauses: readonly ReadClause[]) {
  const first = Math.min(...clauses.filter((clause) => clause.at.block === at).map((clause) => clause.at.row));
  if (!Number.isFinite(first)) return [];
  return table.rows
    .slice(0, first)
    .map((cells) => cells.map(({ lines }) => lines.join(" ").trim()).filter((text) => text !== ""))
    .filter((cells) => cells.length > 0)
    .map((cells) => cells.join(" · "));
}

/** The draft with a ranking by the total score, where the document states none: without one no subject has a place. */
function withRanking(text: string, lang: Lang): string {
  if (parse(text).rubric.declarations.some(({ kind }) => kind === "ranking")) return text;
  const ranked = `${text.trimEnd()}\n${lang === "zh" ? "排名 总排名 按 总分 并列 同名次" : "ranking overall by score ties share"}\n`;
  return analyse(ranked).program === null ? text : ranked;
}

function summaryOf({ text, from }: Draft, { clauses }: Reading): Omit<DraftSummary, "isRankedByTotal"> {
  const { declarations } = parse(text).rubric;
  const sections = declarations.filter(({ kind }) => kind === "section");
  const items = declarations.flatMap((each) =>
    each.kind === "section" ? each.parts.filter(({ kind }) => kind === "item") : each.kind === "item" ? [each] : [],
  );
  const open = new Set(
    clauses
      .filter(({ state, reason }) => state === "asks" || (state === "not-read" && reason !== "refused"))
      .map(({ number }) => number),
  );
  return {
    sections: sections.length,
    items: items.filter((item) => item.kind === "item" && item.form === "item").length,
    rules: from.filter(({ clause }) => !open.has(clause)).length,
    fields: declarations.reduce((count, each) => count + (each.kind === "data" ? each.fields.length - 1 : 0), 0),
    bonuses: items.filter((item) => item.kind === "item" && item.form === "bonus").length,
    vetoes: declarations.filter(({ kind }) => kind === "veto").length,
    grades: declarations.filter(({ kind }) => kind === "grades").length,
    open: open.size,
  };
}
