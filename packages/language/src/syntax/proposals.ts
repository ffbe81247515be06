/**
 * For a place the grammar could not read: the stretch of text that is one rule there, and that rule as a rubric would write it.
 */
import type { IRecognitionException } from "chevrotain";
import { diagnostic, type TypedDiagnostic, showing } from "../diagnostics/diagnostic.js";
import type { Lang } from "../vocabulary/bilingual.js";
import type { Span } from "../source/span.js";
import { isEverydayWord } from "./everyday-words.js";
import { vocabularyOf } from "./file-vocabulary.js";
import { declaredKinds } from "./joined-words.js";
import { declarationStarts, lineStarts, partStarts, opens } from "./opening-words.js";
import { nearKeywords } from "./near-keywords.js";
import { reads, reworded } from "./rewording.js";
import type { Element, Rewording, Tail } from "./rewriter.js";
import { Comma, LCurly, LParen, LSquare, RCurly, RParen, RSquare, Sep, type Token } from "./tokens.js";

export interface Proposal {
  readonly stretch: Span;
  readonly diagnostic: TypedDiagnostic;
  /** Whether the braces behind it hold the bands of a table. */
  readonly isTable: boolean;
}

/** What one element of a block is, by the grammar rule that was being read; rules not named belong to the one above. */
const elementOf: Readonly<Record<string, Element>> = {
  lines: "line",
  line: "line",
  byTable: "bandRow",
  bandRow: "bandRow",
  grades: "gradeRow",
  gradeRow: "gradeRow",
  fields: "field",
  field: "field",
  given: "givenEntry",
  givenEntry: "givenEntry",
  expect: "entry",
  entry: "entry",
  veto: "vetoEffect",
  scenario: "change",
};

/** Rereading costs a parse of the stretch; a text full of mistakes gets no more help. */
const mostTried = 40;

export class Proposals {
  #names: ReadonlyMap<string, string> | null = null;
  #lang: Lang | null = null;
  #tried = 0;

  constructor(
    readonly source: string,
    readonly tokens: readonly Token[],
  ) {}

  /** Null where no other wording is known that reads. */
  at(error: IRecognitionException, offset: number): Proposal | null {
    if (this.#tried >= mostTried) return null;
    this.#tried += 1;
    this.#lang ??= vocabularyOf(this);
    this.#names ??= new Map([...declaredKinds(this.tokens)].filter(([, kind]) => kind !== ""));
    const inner = [...error.context.ruleStack].reverse().map((rule) => elementOf[rule]);
    const element = inner.find((e) => e !== undefined);
    const whole = this.#stretch(offset, false);
    const part = this.#stretch(offset, true);
    for (const stretch of part[0] === whole[0] && part[1] === whole[1] ? [whole] : [whole, part]) {
      const [start, end] = this.#withoutComments(stretch);
      const text = this.source.slice(start, end);
      const tail = this.#tail(stretch[1]);
      const isHead = element === undefined || this.#opensDeclaration(stretch[0]);
      for (const one of isHead ? (["declaration"] as const) : [element]) {
        const respelt = this.#respelt(text, [start, offset], one, tail);
        if (respelt !== null) return { stretch, diagnostic: respelt, isTable: one === "line" && tail === "any" };
        const found = reworded(text, one, tail, this.#names, this.#lang);
        if (found !== null)
          return {
            stretch,
            diagnostic: this.#told(found, [start, end], text, end === stretch[1] ? tail : ""),
            isTable: one === "line" && tail === "any",
          };
      }
    }
    return null;
  }

  /** The keywords that a misspelt one may have meant, each a fix; null where none makes the text read. */
  #respelt(text: string, [start, offset]: Span, element: Element, tail: Tail): TypedDiagnostic | null {
    const found = nearKeywords(text, offset - start, this.#lang ?? "zh", {
      isName: (word) => this.#names?.has(word) === true || isEverydayWord(word),
      reads: (written) => reads(`${written.trim()}${tail === "" ? "" : " {}"}`, element),
    });
    const [first] = found;
    if (first === undefined) return null;
    const fixes = found.map((one) => {
      const span: Span = [start + one.at, start + one.at + one.found.length];
      return showing("resolves", one.text.trim(), [{ span, text: one.keyword }]);
    });
    return diagnostic(
      "other-wording",
      [start + first.at, start + first.at + first.found.length],
      { said: [first.found], written: first.text.trim(), note: null },
      { fixes },
    );
  }

  #told(found: Rewording, [start, end]: Span, text: string, tail: Tail): TypedDiagnostic {
    const from = start + (text.length - text.trimStart().length);
    const to = end - (text.length - text.trimEnd().length);
    const gap = tail !== "" && to === end ? " " : "";
    const fixes = [showing("resolves", found.text, [{ span: [from, to], text: found.text + gap }])];
    if (found.said.length === 0)
      return diagnostic("joined-words", [from, to], { found: text.trim(), parted: found.text }, { fixes });
    return diagnostic(
      "other-wording",
      [start + found.at[0], start + found.at[1]],
      { said: found.said, written: found.text, note: found.note },
      found.isForm ? {} : { fixes },
    );
  }

  #opensDeclaration(start: number): boolean {
    return opens(
      this.tokens.find((t) => t.startOffset >= start),
      declarationStarts,
    );
  }

  #tail(end: number): Tail {
    const brace = this.tokens.findIndex((t) => t.startOffset === end && t.tokenType === LCurly);
    if (brace < 0) return "";
    const inside = this.tokens[brace + 1];
    if (opens(inside, lineStarts)) return "line";
    return opens(inside, partStarts) ? "part" : "any";
  }

  /** The stretch without the comments before its first token and behind its last; one within it stays. */
  #withoutComments([start, end]: Span): Span {
    const inside = this.tokens.filter(
      ({ startOffset, tokenType }) => startOffset >= start && startOffset < end && tokenType !== Sep,
    );
    const first = inside[0]?.startOffset ?? start;
    const last = (inside.at(-1)?.endOffset ?? end - 1) + 1;
    const holdsComment = (from: number, to: number) => /\/\/|\/\*|／／/u.test(this.source.slice(from, to));
    return [holdsComment(start, first) ? first : start, holdsComment(last, end) ? last : end];
  }

  /** From separator to separator or brace; `byComma` also from comma to comma, outside brackets. */
  #stretch(offset: number, byComma: boolean): Span {
    let start = 0;
    let end = this.source.length;
    let depth = 0;
    for (const token of this.tokens) {
      const type = token.tokenType;
      if (type === LParen || type === LSquare) depth += 1;
      if (type === RParen || type === RSquare) depth = Math.max(0, depth - 1);
      const bound = type === Sep || type === LCurly || type === RCurly || (byComma && type === Comma && depth === 0);
      if (!bound) continue;
      if (type !== Comma) depth = 0;
      if (token.startOffset < offset) start = (token.endOffset as number) + 1;
      else if (token.startOffset > offset || type !== Comma) {
        end = token.startOffset;
        break;
      }
    }
    return [Math.min(start, end), end];
  }
}

/** Whether one space where the number ends is all that is missing. */
export function readsOnceParted(source: string, stretch: Span, cut: number, element: Element = "line"): boolean {
  return reads(`${source.slice(stretch[0], cut)} ${source.slice(cut, stretch[1])}`, element);
}
