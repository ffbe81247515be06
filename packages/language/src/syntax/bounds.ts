/**
 * Where the lines of a text end and its braces stand, gathered once: each error asks for its line and for how deep it lies.
 */
import type { Span } from "../source/span.js";
import { LCurly, RCurly, Sep, type Token } from "./tokens.js";

interface Bound {
  readonly start: number;
  readonly end: number;
  /** Braces that are open behind it, and where the outermost of them opened. */
  readonly depth: number;
  readonly opened: number;
}

export class Bounds {
  readonly #bounds: readonly Bound[];
  readonly #length: number;

  constructor(tokens: readonly Token[], length: number) {
    this.#length = length;
    const bounds: Bound[] = [];
    let [depth, opened] = [0, 0];
    for (const { tokenType, startOffset, endOffset } of tokens) {
      if (tokenType !== Sep && tokenType !== LCurly && tokenType !== RCurly) continue;
      if (tokenType === LCurly && depth === 0) opened = startOffset;
      if (tokenType === LCurly) depth += 1;
      else if (tokenType === RCurly) depth = Math.max(0, depth - 1);
      bounds.push({ start: startOffset, end: (endOffset as number) + 1, depth, opened });
    }
    this.#bounds = bounds;
  }

  /** A line in the sense of the grammar: from separator to separator or brace. */
  lineOf(at: number): Span {
    const next = this.#firstFrom(at);
    const before = this.#bounds[next - 1];
    const after = this.#bounds[this.#bounds[next]?.start === at ? next + 1 : next];
    return [before?.end ?? 0, after?.start ?? this.#length];
  }

  /** The lines that a stretch lies on; a bound where it ends is not a part of them. */
  linesOf([from, to]: Span): Span {
    return [
      this.#bounds[this.#firstFrom(from) - 1]?.end ?? 0,
      this.#bounds[this.#firstFrom(to)]?.start ?? this.#length,
    ];
  }

  /** How many braces are open before this place, and where the outermost of them opened. */
  depthAt(at: number): { readonly depth: number; readonly opened: number } {
    return this.#bounds[this.#firstFrom(at) - 1] ?? { depth: 0, opened: 0 };
  }

  #firstFrom(at: number): number {
    let [low, high] = [0, this.#bounds.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#bounds[middle]!.start < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
