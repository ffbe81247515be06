/** What a document is made of: sections, items with their points, and the texts that may be clauses. Plain data. */
import type { ItemForm } from "@yardstick/language";
import type { Location } from "../blocks/block.js";

import type { PrintedDocument } from "./printed-document.js";

/** The role of a part: an ordinary item, bonus points, penalty points or a veto. */
export type PartRole = ItemForm | "veto";

/** A text of the document that may hold clauses. */
export interface Passage {
  readonly text: string;
  /** Place of its first character; `from` and `to` count within the block or the cell. */
  readonly at: Location;
  /** `clause`: of a column of clauses or of running text; `requirement` and `other` of columns that say more about the item. */
  readonly source: "clause" | "requirement" | "other";
  readonly side: "add" | "deduct" | null;
  /** Levels of a row in a table whose columns are levels; null for other passages. */
  readonly levels: readonly LevelCell[] | null;
  /** The text is a rule of a printed rubric in its own words. */
  readonly isOwn?: boolean;
  /** It is in a column of what an assessment found. */
  readonly isRecord?: boolean;
  /**
   * Why it may belong to other items as well: its cell is merged over the rows of several (`merged`), or its number continues that of
   * the item's own line (`numbered`).
   */
  readonly doubt?: "merged" | "numbered";
}

/** A level of a table whose columns are levels. */
export interface LevelCell {
  readonly level: string;
  /** Points, or the bounds of a range, as decimal text. */
  readonly points: readonly string[];
  readonly description: string;
}

/** An item of the document, with its points and the texts that may contain its clauses. */
export interface OutlineItem {
  readonly name: string;
  /** Decimal text; null where the document states none. */
  readonly points: string | null;
  /** Percentage of the whole, where the table has weights; null otherwise. */
  readonly weight: string | null;
  readonly role: PartRole;
  readonly assessor: string;
  readonly requirement: string;
  readonly passages: readonly Passage[];
  /** It stands for text outside items: nothing in the document names it. */
  readonly isImplied: boolean;
  /** The points are stated for each of several things that one row names. */
  readonly isSeveral: boolean;
  /**
   * What is doubtful about its points: one cell is merged over several names, the cell states none that can be read, or they are what the
   * named items of its section leave of the section's.
   */
  readonly doubt?: "shared-points" | "no-points" | "rest-points";
}

/** A section of the document with its items. */
export interface OutlineSection {
  readonly name: string;
  /** Points that the document states for it. */
  readonly points: string | null;
  /** Percentage of the whole, where a table states it for the section; absent or null otherwise. */
  readonly weight?: string | null;
  readonly items: readonly OutlineItem[];
}

/** A sum that the document prints, with what its parts add up to. */
export interface SumCheck {
  readonly what: "total" | "section";
  readonly name: string;
  readonly stated: string;
  readonly found: string;
}

/** The structure of a document: title, total, sections and the sums that it states. */
export interface Outline {
  readonly title: string;
  /** The total that the document states. */
  readonly total: string | null;
  readonly sections: readonly OutlineSection[];
  readonly sums: readonly SumCheck[];
  /** Columns whose headers are not known; their cells are passages of source `other`. */
  readonly unknownColumns: readonly string[];
  /** What the document says as a printed rubric; absent for other documents. */
  readonly printed?: PrintedDocument;
}

/** An `OutlineItem` while it is built. */
export interface MutableItem {
  name: string;
  points: string | null;
  weight: string | null;
  role: PartRole;
  assessor: string;
  requirement: string;
  passages: Passage[];
  isImplied: boolean;
  isSeveral: boolean;
  doubt?: "shared-points" | "no-points" | "rest-points";
}

/** An item with nothing but a name, apart from what is `known` of it. */
export const newItem = (name: string, known: Partial<MutableItem> = {}): MutableItem => ({
  name,
  points: null,
  weight: null,
  role: "item",
  assessor: "",
  requirement: "",
  passages: [],
  isImplied: false,
  isSeveral: false,
  ...known,
});

/** An `OutlineSection` while it is built. */
export interface MutableSection {
  name: string;
  points: string | null;
  weight?: string | null;
  items: MutableItem[];
}

/** What a table is made of. */
export interface TableOutline {
  readonly sections: MutableSection[];
  readonly unknownColumns: readonly string[];
  /** A total that a sum row prints. */
  readonly total: string | null;
  /** Text of rows over the whole width before the header. */
  readonly titles: readonly string[];
}

/** Adds decimals exactly. */
export function sumOf(values: readonly string[]): string {
  const places = Math.max(0, ...values.map((value) => value.split(".")[1]?.length ?? 0));
  const whole = values.reduce((sum, value) => {
    const [digits = "0", decimals = ""] = value.split(".");
    return sum + BigInt(digits + decimals.padEnd(places, "0"));
  }, 0n);
  const text = String(whole).padStart(places + 1, "0");
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`.replace(/\.?0+$/u, "");
}

/** `whole` less `part` as decimal text, exactly; null where nothing is left. */
export function restOf(whole: string, part: string): string | null {
  const places = Math.max(whole.split(".")[1]?.length ?? 0, part.split(".")[1]?.length ?? 0);
  const scaled = (value: string) => {
    const [digits = "0", decimals = ""] = value.split(".");
    return BigInt(digits + decimals.padEnd(places, "0"));
  };
  const rest = scaled(whole) - scaled(part);
  if (rest <= 0n) return null;
  const text = String(rest).padStart(places + 1, "0");
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`.replace(/\.?0+$/u, "");
}
