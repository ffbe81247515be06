/**
 * The reading of a document: its blocks, its outline, its clauses with their states and questions. A reading is a value; an answer
 * gives a new one.
 */
import { ownEntry, type Lang } from "@yardstick/language";
import type { Block } from "../blocks/block.js";
import { isChinese } from "../clause/normal-text.js";
import { draftOf, type Draft } from "../draft/draft.js";
import { knownRules } from "../draft/known-rules.js";
import { OpenFailure, type DocumentFailure } from "../blocks/failure.js";
import { DEFAULT_DOCUMENT_LIMITS, type DocumentLimits } from "../blocks/limits.js";
import { openDocument, type DocumentSource } from "../open/open.js";
import { documentOutline } from "../outline/document-outline.js";
import { sumOf, type Outline } from "../outline/outline.js";
import type { ClauseState, Question, ReadClause } from "../match/read-clause.js";
import { checkItems } from "./item-checks.js";
import { weightScale, weightsAsPoints, withWeightScale } from "./weight-scale.js";
import { readClauses, type Answers } from "./read-clauses.js";

/** Options of `readDocument`. */
export interface ReadOptions {
  /** Language of the document, where it cannot be told from its letters. */
  readonly lang?: Lang;
  readonly limits?: Partial<DocumentLimits>;
  /** Answers given before, by question id or document-wide code. */
  readonly answers?: Answers;
  /** A rubric whose rules name clauses as their basis: a clause that is unchanged keeps its rules, and is not asked about again. */
  readonly known?: { readonly source: string };
}

/** Options of `Reading.draft`. */
export interface DraftOptions {
  /** Language of the keywords; that of the document where not given. */
  readonly keywords?: Lang;
  /** Names that the draft may give to nothing, such as those of a rubric that it will be put into. */
  readonly reserved?: readonly string[];
}

/** Totals of a reading. */
export interface ReadingTotals {
  /** Points of all items, as decimal text. */
  readonly points: string;
  /** How many clauses are in each state. */
  readonly clauses: Readonly<Record<ClauseState, number>>;
}

const NOTHING: Outline = { title: "", total: null, sections: [], sums: [], unknownColumns: [] };

/** The reading of a document. Immutable: `answer` and `answerAll` return a new one. */
export class Reading {
  readonly totals: ReadingTotals;

  constructor(
    readonly lang: Lang,
    readonly blocks: readonly Block[],
    readonly outline: Outline,
    readonly clauses: readonly ReadClause[],
    /** Why nothing could be read; empty for a document that was. */
    readonly failures: readonly DocumentFailure[],
    readonly answers: Answers,
    private readonly limits: DocumentLimits,
    private readonly known: string | null = null,
  ) {
    const count = (state: ClauseState) => clauses.filter((clause) => clause.state === state).length;
    this.totals = {
      points: sumOf(
        outline.sections.flatMap(({ items }) =>
          items.filter(({ role, points }) => role === "item" && points !== null).map(({ points }) => points ?? "0"),
        ),
      ),
      clauses: {
        read: count("read"),
        asks: count("asks"),
        judged: count("judged"),
        "not-a-rule": count("not-a-rule"),
        "not-read": count("not-read"),
      },
    };
  }

  /** Questions that have no answer yet; a question to the whole document stands once for each clause that asks it. */
  get open(): readonly Question[] {
    return this.clauses.flatMap(({ questions }) => questions.filter(({ chosen }) => chosen === null));
  }

  /** The reading with a question answered: `id` is a question's id, or the code of a question to the whole document; `option` counts from 0. */
  answer(id: string, option: number): Reading {
    return this.answerAll({ [id]: option });
  }

  /** The reading with several questions answered. */
  answerAll(answers: Answers): Reading {
    if (this.failures.length > 0) return this;
    return readBlocks(this.blocks, this.lang, { ...this.answers, ...answers }, this.limits, this.known);
  }

  /** The rubric as text. What is not read is an open clause, which makes its item pending. */
  draft({ keywords = this.lang, reserved = [] }: DraftOptions = {}): Draft {
    const known = this.known === null ? null : knownRules(this.known, keywords);
    return draftOf(this.outline, this.clauses, keywords, reserved, known);
  }
}

function readBlocks(
  blocks: readonly Block[],
  lang: Lang,
  answers: Answers,
  limits: DocumentLimits,
  known: string | null,
): Reading {
  const stated = documentOutline(blocks);
  const scale = weightScale(stated, answers);
  const outline = scale?.option === 1 ? weightsAsPoints(stated) : stated;
  const kept = known === null || outline.printed !== undefined ? null : knownRules(known, lang);
  const read = readClauses(outline, lang, answers, limits, kept?.rules).map((clause) => refusedOr(clause, answers));
  // A printed rubric says itself how its items are scored.
  const clauses =
    outline.printed === undefined ? withWeightScale(stated, checkItems(outline, read, answers), scale) : read;
  return new Reading(lang, blocks, outline, clauses, [], answers, limits, kept === null ? null : known);
}

/** A clause that an answer refuses is not read, for that reason. */
function refusedOr(clause: ReadClause, answers: Answers): ReadClause {
  if (ownEntry(answers, `${String(clause.number)}:refuse`) !== 0) return clause;
  const unread = [{ from: 0, to: clause.text.length }];
  return { ...clause, state: "not-read", reason: "refused", matches: [], questions: [], unread };
}

function languageOf(blocks: readonly Block[]): Lang {
  const text = JSON.stringify(blocks.slice(0, 200));
  return isChinese(text) ? "zh" : "en";
}

/** Reads a document. Never throws for what is in the source: `failures` says why nothing could be read. */
export function readDocument(source: DocumentSource, options: ReadOptions = {}): Reading {
  const limits = { ...DEFAULT_DOCUMENT_LIMITS, ...options.limits };
  try {
    const blocks = openDocument(source, limits);
    return readBlocks(
      blocks,
      options.lang ?? languageOf(blocks),
      options.answers ?? {},
      limits,
      options.known?.source ?? null,
    );
  } catch (error) {
    if (!(error instanceof OpenFailure)) throw error;
    return new Reading(options.lang ?? "zh", [], NOTHING, [], [{ code: error.code, limit: error.limit }], {}, limits);
  }
}
