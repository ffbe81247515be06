/**
 * Converts the leaves of the lossless tree to sentences. Every token of a span becomes a word or (part of) a slot, so
 * that nothing written is left out, whatever the construct; the place given by the grammar determines which tokens are
 * slots.
 */
import {
  builtins,
  keywordIn,
  leavesOf,
  suffixes,
  tokenText,
  vocabularyOf,
  type BuiltinName,
  type Lang,
  type Leaf,
  type RoleName,
  type Span,
  type SyntaxTree,
  isPlaceholderName,
} from "@yardstick/language";
import { alternatives, comparisons } from "./choices.js";

import type { Piece, Row, Slot, SlotType, Word } from "./piece.js";

const declaring: ReadonlySet<string> = new Set(
  (
    "section.name item.name allowance.name field.name data.name constant.name choiceDeclaration.name level.name veto.name " +
    "coefficient.name ranking.name grades.name gradeRow.grade gradeRow.otherwise award.name consequence.name let.name " +
    "output.name use.alias judgement.name"
  ).split(" "),
);

const signs: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  Plus: ["+", "+"],
  Minus: ["−", "−"],
  Star: ["×", "×"],
  Slash: ["÷", "÷"],
  Caret: ["^", "^"],
  Comma: ["、", ","],
  Colon: ["：", ":"],
  Dot: ["的", "."],
  LParen: ["（", "("],
  RParen: ["）", ")"],
  LSquare: ["〔", "["],
  RSquare: ["〕", "]"],
  LCurly: ["", ""],
  RCurly: ["", ""],
  Eq: ["=", "="],
};

const tight: ReadonlySet<string> = new Set(["RParen", "Comma", "Colon", "Dot", "Caret", "RSquare"]);

/** Keywords that start an addition to a sentence, after a comma. */
const adding: ReadonlySet<RoleName> = new Set([
  ...suffixes.map(({ word }) => word),
  "Below",
  "Pays",
  "TiesShare",
  "ThenBy",
]);

const points = /^(分|points?)$/;

/** Builds the sentences of one text. */
export class Sentences {
  readonly #leaves: readonly Leaf[];
  readonly #shown: Lang;
  readonly #written: Lang;

  constructor(
    private readonly tree: SyntaxTree,
    shown: Lang,
  ) {
    this.#leaves = leavesOf(tree);
    this.#shown = shown;
    this.#written = vocabularyOf(tree);
  }

  /** The leaves of a span of the text. */
  leaves([start, end]: Span): readonly Leaf[] {
    let low = 0;
    for (let high = this.#leaves.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((this.#leaves[middle] as Leaf).span[0] < start) low = middle + 1;
      else high = middle;
    }
    const found: Leaf[] = [];
    for (let at = low; at < this.#leaves.length; at++) {
      const leaf = this.#leaves[at] as Leaf;
      if (leaf.span[0] >= end) break;
      found.push(leaf);
    }
    return found;
  }

  /** The sentence of a span. */
  of(span: Span): readonly Piece[] {
    return this.from(this.leaves(span));
  }

  from(leaves: readonly Leaf[]): readonly Piece[] {
    const pieces: Piece[] = [];
    for (let at = 0; at < leaves.length;) at = this.#take(leaves, at, pieces);
    return pieces;
  }

  /** The slot of a single token: a name, a number or a text in a head. */
  slotAt(span: Span): Slot | null {
    const [piece] = this.of(span);
    return piece?.kind === "slot" ? piece : null;
  }

  #take(leaves: readonly Leaf[], at: number, pieces: Piece[]): number {
    const leaf = leaves[at] as Leaf;
    if (leaf.place === "opens" && leaf.rule !== "rows" && leaf.rule !== "row") return this.#rows(leaves, at, pieces);
    const token = leaf.token?.tokenType.name ?? "";
    if (leaf.rule === "levels" && token === "LParen") return this.#levels(leaves, at, pieces);
    if (leaf.role !== null) {
      this.#keyword(leaf, leaf.role, pieces);
      return at + 1;
    }
    if (token === "Number") this.#number(leaf, pieces);
    else if (token === "Text") pieces.push(this.#slot("text", leaf.span, tokenText(leaf.token), leaf));
    else if (token === "Date") pieces.push(this.#slot("date", leaf.span, tokenText(leaf.token), leaf));
    else if (comparisons[token] !== undefined && (leaf.rule === "comparison" || leaf.rule === "bandKey"))
      pieces.push({
        ...this.#slot("choice", leaf.span, token, leaf),
        options: Object.values(comparisons),
        value: comparisons[token].written,
      });
    else if (token === "Range") this.#range(leaves, at, pieces);
    else if (signs[token] !== undefined) this.#sign(leaf, token, pieces);
    else return this.#name(leaves, at, pieces);
    return at + 1;
  }

  #keyword(leaf: Leaf, role: RoleName, pieces: Piece[]): void {
    if (leaf.token === null && this.#shown === "en") return;
    // Only where a type is stated: the same keyword starts a declaration of a choice.
    const isFixed = leaf.token === null || leaf.rule === "choiceDeclaration";
    const options = isFixed ? [] : alternatives(role, this.#written, this.#shown);
    if (options.length > 1) {
      const now = keywordIn(this.#written, role);
      pieces.push({ ...this.#slot("choice", leaf.span, now, leaf), options });
      return;
    }
    const comma = this.#shown === "zh" && pieces.length > 0 && adding.has(role) ? "，" : "";
    const text = keywordIn(this.#shown, role).replaceAll(" ", this.#shown === "zh" ? "" : " ");
    if (text !== "") pieces.push(word(comma + text, role, comma !== ""));
  }

  #number(leaf: Leaf, pieces: Piece[]): void {
    const payload = leaf.token?.payload as { readonly digits: string; readonly unit: string | null };
    pieces.push(this.#slot("number", leaf.span, payload.digits, leaf));
    const unit = payload.unit;
    if (unit === null || (this.#shown === "en" && points.test(unit))) return;
    pieces.push(word(points.test(unit) ? "分" : unit, null, true));
  }

  #sign(leaf: Leaf, token: string, pieces: Piece[]): void {
    if (leaf.place === "separates" && leaf.rule !== "rows") {
      pieces.push(word(this.#shown === "zh" ? "，" : ",", null, true));
      return;
    }
    const text = signs[token]?.[this.#shown === "zh" ? 0 : 1] ?? "";
    if (text !== "") pieces.push(word(text, null, tight.has(token)));
  }

  /** Between two ends it is a word; next to a single end it states the open side of the range. */
  #range(leaves: readonly Leaf[], at: number, pieces: Piece[]): void {
    const [before, after] = [leaves[at - 1], leaves[at + 1]];
    const openSide = !isValue(before)
      ? "most"
      : isValue(after)
        ? "to"
        : before?.token?.tokenType.name === "Date"
          ? "on"
          : "least";
    const openEnds = {
      zh: { to: "至", least: "以上", most: "至多", on: "起" },
      en: { to: "to", least: "or more", most: "up to", on: "on" },
    };
    pieces.push(word(openEnds[this.#shown][openSide], null, false));
  }

  /** A name with the path after its dots. */
  #name(leaves: readonly Leaf[], at: number, pieces: Piece[]): number {
    const leaf = leaves[at] as Leaf;
    const named = textOf(leaf);
    const place = `${leaf.rule}.${leaf.label}`;
    if (leaf.called && leaf.bare) {
      pieces.push(word(functionIn(this.#shown, named), null, false));
      return at + 1;
    }
    if (declaring.has(place)) {
      pieces.push(this.#slot("declared", leaf.span, named, leaf));
      return at + 1;
    }
    if (place === "numberType.unit") {
      pieces.push(this.#slot("unit", leaf.span, named, leaf));
      return at + 1;
    }
    let end = at + 1;
    let text = named;
    let last = leaf;
    while (
      (leaf.rule === "reference" || leaf.rule === "path") &&
      leaves[end]?.token?.tokenType.name === "Dot" &&
      leaves[end + 1]?.rule === leaf.rule
    ) {
      last = leaves[end + 1] as Leaf;
      text += `.${textOf(last)}`;
      end += 2;
    }
    pieces.push(this.#slot("reference", [leaf.span[0], last.span[1]], text, leaf));
    return end;
  }

  /** The elements between braces, one row each. */
  #rows(leaves: readonly Leaf[], at: number, pieces: Piece[]): number {
    const opening = leaves[at] as Leaf;
    const { rule } = opening;
    const elements: Leaf[][] = [];
    let depth = 1;
    let end = at + 1;
    let close = leaves.at(-1)?.span[1] ?? opening.span[1];
    for (; end < leaves.length; end++) {
      const leaf = leaves[end] as Leaf;
      if (leaf.place === "opens") depth += 1;
      if (leaf.place === "closes") depth -= 1;
      if (depth === 0) {
        close = leaf.span[0];
        break;
      }
      if (depth === 1 && leaf.place === "separates" && leaf.block === opening.block) continue;
      if (depth === 1 && (elements.length === 0 || leaf.startsElement)) elements.push([leaf]);
      else elements.at(-1)?.push(leaf);
    }
    pieces.push({
      kind: "rows",
      block: rule,
      inside: [opening.span[1], close],
      rows: elements.map((element) => this.#row(rule, element)),
    });
    return end + 1;
  }

  /** The levels of a choice, one row each with its meaning; in order when they are ordered. */
  #levels(leaves: readonly Leaf[], at: number, pieces: Piece[]): number {
    const opening = leaves[at] as Leaf;
    const elements: Leaf[][] = [];
    let isOrdered = false;
    let end = at + 1;
    for (; leaves[end] !== undefined && (leaves[end] as Leaf).token?.tokenType.name !== "RParen"; end++) {
      const leaf = leaves[end] as Leaf;
      if (leaf.rule === "levels") isOrdered ||= leaf.token?.tokenType.name === "Lt";
      else if (leaf.token?.tokenType.name === "Text") elements.at(-1)?.push(leaf);
      else elements.push([leaf]);
    }
    const order = { zh: ["不分高低", "由低到高"], en: ["in no order", "worst first"] }[this.#shown][isOrdered ? 1 : 0];
    pieces.push(word(this.#shown === "zh" ? `（${order ?? ""}）` : `(${order ?? ""})`, null, true));
    pieces.push({
      kind: "rows",
      block: "levels",
      inside: [opening.span[1], leaves[end]?.span[0] ?? opening.span[1]],
      rows: elements.map((element) => this.#row("levels", element)),
    });
    return end + 1;
  }

  #row(rule: string, leaves: readonly Leaf[]): Row {
    const span: Span = [leaves[0]?.span[0] ?? 0, leaves.at(-1)?.span[1] ?? 0];
    if (rule !== "byTable") return { span, key: [], pieces: this.from(leaves) };
    const colon = leaves.findIndex((leaf) => leaf.rule === "bandRow" && leaf.token?.tokenType.name === "Colon");
    return { span, key: this.from(leaves.slice(0, colon)), pieces: this.from(leaves.slice(colon + 1)) };
  }

  #slot(type: SlotType, span: Span, value: string, leaf: Leaf): Slot {
    const isOpen = (type === "reference" && isPlaceholderName(value)) || (type === "text" && value === "");
    return { kind: "slot", type, span, value, options: [], place: `${leaf.rule}.${leaf.label}`, isOpen };
  }
}

/** Whether an end of a range may start or end with this leaf. */
function isValue(leaf: Leaf | undefined): boolean {
  if (leaf === undefined || (leaf.role !== null && leaf.role !== "Full")) return false;
  const name = leaf.token?.tokenType.name ?? "";
  return !["Eq", "Comma", "Colon", "LCurly", "RCurly", "Sep", "Lt"].includes(name) && leaf.label !== "unit";
}

function word(text: string, role: RoleName | null, isTight: boolean): Word {
  return { kind: "word", text, role, isTight };
}

function textOf(leaf: Leaf): string {
  return tokenText(leaf.token).normalize("NFC");
}

/** The name of a function in the language of the interface; other names are returned unchanged. */
function functionIn(lang: Lang, name: string): string {
  for (const [english, { zh }] of Object.entries(builtins) as [BuiltinName, { readonly zh: string }][])
    if (name === english || name === zh) return lang === "zh" ? zh : english;
  return name;
}
