/** Edits of sections and items; a part is identified by its start offset. */
import { addDeclaration, addPart, removePart, type Span, type TextEdit } from "@yardstick/language";
import { addAttribute, removeAttribute, type Attribute } from "../edit/attributes.js";
import { without } from "../edit/clauses.js";
import { textFromMargin } from "../edit/copied.js";
import { additionsTo, removalsFrom, type Option } from "../edit/options.js";
import { parentAt, movedParts, outermost, withParts, type Spot } from "../edit/many-parts.js";
import { newPartText, type NewPart } from "../edit/new-part.js";
import { kitOf, pastedParts } from "../edit/part-kit.js";
import { partAt, placeOfPart, type PartPlace } from "../edit/places.js";
import { ifValid } from "../edit/valid-edits.js";
import { addCase, addVariants } from "../edit/variants.js";
import type { FormCore, Landing } from "./form-core.js";

/** Edits of sections and items. Each method returns where to look after the edit. */
export class PartEdits {
  constructor(private readonly core: FormCore) {}

  at(span: Span): PartPlace | null {
    return placeOfPart(this.core.parsed.rubric, span);
  }

  /**
   * `after` is the preceding sibling; null: at the end of `into` (a section or a case), or of the file when that is
   * null too.
   */
  add(kind: NewPart, into: { readonly span: Span } | null, after: Span | null): Landing {
    const { parsed } = this.core;
    const { declarations } = parsed.rubric;
    const before = after === null ? null : this.at(after);
    const parent = into === null ? null : parentAt(parsed.rubric, into.span);
    const siblings = before?.siblings ?? parent?.parts ?? declarations;
    const points = into === null ? null : (partAt(parsed.rubric, into.span[0])?.part.points ?? null);
    const text = newPartText(
      parsed,
      kind,
      { points, isTop: into === null, siblings, before: before?.part ?? null },
      (name) => this.core.freeName(name),
    );
    if (into === null && before === null) {
      const last = declarations.map((each) => each.kind === "section" || each.kind === "item").lastIndexOf(true);
      return this.core.apply(last < 0 ? addDeclaration(parsed, text) : addPart(parsed, null, last + 1, text));
    }
    return this.core.apply(addPart(parsed, into, before === null ? siblings.length : before.index + 1, text));
  }

  /** Moves parts together by one position among their siblings; no effect at the end. */
  move(spans: readonly Span[], by: -1 | 1): Landing {
    const all = outermost(spans);
    const edge = by < 0 ? all[0] : all.at(-1);
    const place = edge === undefined ? null : this.at(edge);
    if (place === null) return null;
    let to = place.index + by;
    while (place.siblings[to] !== undefined && !isPart(place.siblings[to] as { kind: string })) to += by;
    const beside = place.siblings[to]?.span;
    return beside === undefined ? null : this.moveTo(all, { beside, side: by < 0 ? "before" : "after" });
  }

  moveTo(spans: readonly Span[], spot: Spot): Landing {
    const moved = movedParts(this.core.rubric, spans, spot);
    return moved === null || this.core.replaceText(moved.text) === null ? null : moved.start;
  }

  remove(spans: readonly Span[]): Landing {
    const edits = outermost(spans).flatMap((span) => removePart(this.core.parsed, { span }) ?? []);
    return this.core.apply(ifValid(this.core.parsed, edits));
  }

  /** Inserts copies after the last of them, under free names. */
  copy(spans: readonly Span[]): Landing {
    const all = outermost(spans);
    const beside = all.at(-1);
    if (beside === undefined) return null;
    const parts = all.map((span) => ({ span }));
    const copied = withParts(this.core.rubric, this.core.parsed, parts, { beside, side: "after" });
    return copied === null || this.core.replaceText(copied.text) === null ? null : copied.start;
  }

  /** Parts as unindented text. */
  textOf(spans: readonly Span[]): string {
    return outermost(spans)
      .map((span) => textFromMargin(this.core.rubric, span))
      .join("\n");
  }

  /**
   * The same, preceded by declarations of the fields and levels that the parts read, for pasting into another rubric.
   */
  kitOf(spans: readonly Span[]): string {
    return kitOf(this.core.parsed, outermost(spans));
  }

  /**
   * Pastes copied parts after a part, or into it when it is a section and they are items, or at the end of the file;
   * adds the fields that they need and that are missing. Null when the text contains no parts.
   */
  paste(text: string, after: Span | null): Landing {
    const pasted = pastedParts(this.core.parsed, text, after);
    return pasted === null || this.core.replaceText(pasted.text) === null ? null : pasted.start;
  }

  /** Distinguishes the parts by the kind of subject; the existing ones become the case for all other kinds. */
  addVariants(span: Span): Landing {
    const part = this.at(span)?.part;
    return part?.kind === "section" ? this.core.apply(addVariants(this.core.parsed, part)) : null;
  }

  /** Adds a case for another kind of subject. */
  addCase(span: Span): Landing {
    const part = this.at(span)?.part;
    return part?.kind === "section" ? this.core.apply(addCase(this.core.parsed, part)) : null;
  }

  removeCase(span: Span): Landing {
    return this.core.apply(without(this.core.parsed, span));
  }

  /** Modes of the rounding in the head. */
  optionsOf(span: Span): { readonly additions: readonly Option[]; readonly removals: readonly Option[] } {
    const part = this.at(span)?.part;
    if (part === undefined) return { additions: [], removals: [] };
    const { parsed } = this.core;
    return { additions: additionsTo(parsed, part, this.core.written), removals: removalsFrom(parsed, part) };
  }

  apply(edits: readonly TextEdit[]): Landing {
    return this.core.apply(edits);
  }

  addAttribute(span: Span, attribute: Attribute, value = ""): Landing {
    const part = this.at(span)?.part;
    return part === undefined ? null : this.core.apply(addAttribute(this.core.parsed, part, attribute, value));
  }

  removeAttribute(span: Span, attribute: Attribute): Landing {
    const part = this.at(span)?.part;
    return part === undefined ? null : this.core.apply(removeAttribute(this.core.parsed, part, attribute));
  }
}

function isPart({ kind }: { readonly kind: string }): boolean {
  return kind === "section" || kind === "item";
}
