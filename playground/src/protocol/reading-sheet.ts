/**
 * A document as the reading screen shows it: its clauses with what was read from each, the questions, and the sums. All of it is plain
 * data. Characters of a clause are those of the document, not of the normal text that the patterns see.
 */
import type { ItemForm } from "@yardstick/language";
import type { Answers, ClauseState } from "@yardstick/documents";

/** A file with its name, or what a clipboard holds. */
export type ReadingSource =
  { readonly bytes: Uint8Array; readonly name: string } | { readonly html: string } | { readonly text: string };

/** A document to read, with the answers given so far. */
export interface ReadingRequest {
  readonly source: ReadingSource;
  readonly answers: Answers;
  /** Options that are marked and not taken yet: the rules shown below open questions are those of these options. */
  readonly marked: Answers;
}

/** A document whose clauses are written beside their rules. */
export interface ComparisonRequest {
  readonly source: ReadingSource;
  readonly answers: Answers;
  readonly format: "xlsx" | "docx";
}

/** A document to put into an open rubric. */
export interface InsertionRequest {
  readonly source: ReadingSource;
  readonly answers: Answers;
  /** Text of the open rubric. */
  readonly rubric: string;
  /** Start of the section or item to put it into; null: after the last part. */
  readonly at: number | null;
}

/** A stretch of the document's text; `figure` is the index of the clause's figure that it is. */
export interface SourcePiece {
  readonly text: string;
  readonly figure: number | null;
}

/** A figure of a clause. */
interface FigureSheet {
  readonly text: string;
  /** A rule has it as a number. */
  readonly isUsed: boolean;
}

/** A piece of a rule as text. A `row` begins a row of a table of points. */
export interface RulePiece {
  readonly kind: "word" | "name" | "number" | "row";
  readonly text: string;
  /** Of numbers: the index of the clause's figure that it comes from; null where the clause has no such figure. */
  readonly figure: number | null;
}

/** How a rule changes the score. */
export type RuleSign = "minus" | "plus" | "equal" | "judged-minus" | "judged-plus" | "veto" | "result";

/** A rule of a clause. */
export interface RuleSheet {
  readonly sign: RuleSign;
  readonly pieces: readonly RulePiece[];
}

/** A question with its options in the reader's language. */
export interface QuestionSheet {
  readonly id: string;
  /** Names the same question in other clauses, where the document is asked; null for a question of this clause only. */
  readonly code: string | null;
  readonly text: string;
  readonly options: readonly string[];
  readonly chosen: number | null;
  /** What in the document gives the chosen option; null where the reader chose it, or none is chosen. */
  readonly because: string | null;
}

/** Why a clause is not read. */
export type UnreadReason = "refused" | "language" | "too-long" | "level-table" | "form";

/** A clause with what was read from it. */
export interface ClauseSheet {
  readonly number: number;
  readonly state: ClauseState;
  readonly pieces: readonly SourcePiece[];
  readonly text: string;
  readonly figures: readonly FigureSheet[];
  /** Rules that the draft takes; of a clause that asks, those of the marked options. */
  readonly rules: readonly RuleSheet[];
  readonly questions: readonly QuestionSheet[];
  /** Of a clause that is not read. */
  readonly reason: UnreadReason | null;
  /** Stretches that no pattern knows, where only a part is not read. */
  readonly unread: readonly string[];
  /** The item's requirement was read together with the clause. */
  readonly withRequirement: boolean;
}

/** An item with its clauses. */
export interface ItemSheet {
  readonly name: string;
  /** Decimal text; null where the document states none. */
  readonly points: string | null;
  readonly weight: string | null;
  readonly role: ItemForm | "veto";
  readonly assessor: string;
  readonly clauses: readonly ClauseSheet[];
  /** The state that needs most attention among those of its clauses. */
  readonly state: ClauseState;
}

/** A text of the document that is neither a clause nor a name of a part. */
export interface TextSheet {
  readonly kind: "text";
  readonly use: "title" | "heading" | "columns";
  readonly text: string;
}

/** A section with its items. */
export interface SectionSheet {
  readonly kind: "section";
  readonly name: string;
  readonly stated: string | null;
  /** Sum of the points of its items. */
  readonly points: string;
  readonly items: readonly ItemSheet[];
}

/** A sum that the document states and that its items do not make up. */
export interface SumSheet {
  /** Empty for the whole document. */
  readonly name: string;
  readonly stated: string;
  readonly found: string;
  /** Stated less found; negative where there is too much. */
  readonly missing: string;
}

/** What the draft will hold. */
export interface DraftSummary {
  readonly sections: number;
  readonly items: number;
  readonly rules: number;
  readonly fields: number;
  readonly bonuses: number;
  readonly vetoes: number;
  readonly grades: number;
  /** Clauses that stay open: with open questions, or not read. */
  readonly open: number;
  /** The document states no ranking; the draft has one by the total score. */
  readonly isRankedByTotal: boolean;
}

/** The sheet of a document. */
export interface ReadingSheet {
  /** Why nothing could be read, in the reader's language. */
  readonly failure: string | null;
  readonly title: string;
  /** Texts and sections in the order of the document. */
  readonly rows: readonly (TextSheet | SectionSheet)[];
  readonly points: {
    readonly found: string;
    readonly stated: string | null;
    /** Points of the items whose worst state it is. */
    readonly byState: Readonly<Record<ClauseState, string>>;
  };
  readonly clauses: Readonly<Record<ClauseState, number>>;
  readonly figures: { readonly used: number; readonly unused: number };
  readonly sums: readonly SumSheet[];
  readonly unknownColumns: readonly string[];
  readonly questions: { readonly open: number; readonly answered: number };
  readonly summary: DraftSummary;
  /** The rubric as text, with keywords of the reader's language. */
  readonly draft: string;
  /** Errors of the checker in the draft; a draft has none. */
  readonly errors: readonly string[];
}
