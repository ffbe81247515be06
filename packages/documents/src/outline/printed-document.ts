/** What a document says that a rubric was printed as: its parts, rules, declarations and fields, as plain data. */
import type { ItemForm, Lang } from "@yardstick/language";
import type { Location } from "../blocks/block.js";

/** A rule of a printed item: a sentence, or the rubric's own text. */
export interface PrintedRule {
  readonly text: string;
  readonly isOwn: boolean;
  readonly at: Location;
  readonly basis: string | null;
  readonly note: string | null;
}

/** A section, item, bonus or penalty of a printed document. */
export interface PrintedPart {
  readonly form: "section" | ItemForm;
  readonly name: string;
  /** As printed; null for none. */
  points: string | null;
  assessor: string;
  note: string | null;
  basis: string | null;
  /** The head in the rubric's own text, where it says more than name and points. */
  head: string | null;
  readonly parts: PrintedPart[];
  readonly rules: PrintedRule[];
  /** Of an item: its section and its place there in the outline. */
  place: { readonly section: number; readonly item: number } | null;
}

/** A field of a printed data table; `type` is the rubric's own text with its marks. */
export interface PrintedField {
  /** Name with that of its ledger before a full stop. */
  readonly name: string;
  readonly type: string;
  readonly key: boolean;
  readonly optional: boolean;
  readonly default: string;
  readonly assessor: string;
  readonly note: string;
}

/** A printed document. */
export interface PrintedDocument {
  readonly lang: Lang;
  readonly title: string | null;
  readonly total: string | null;
  readonly edition: { readonly name: string; readonly from: string | null; readonly to: string | null } | null;
  readonly parts: readonly PrintedPart[];
  readonly declarations: readonly PrintedRule[];
  readonly subject: string;
  readonly fields: readonly PrintedField[];
}
