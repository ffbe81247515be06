/**
 * Bilingual and comments in, laid-out text out. A block stays on one line where the author wrote it so and it fits; otherwise each
 * element has its own line. Inside an element the author's line ends are kept where they mean nothing to the lexer, that is
 * after an operator or a comma and inside brackets; no line end is put where there was none, save between elements.
 */
import { file, type Block } from "./blocks.js";
import { Lines } from "./lines.js";
import { widthOf } from "./width.js";
import type { Note, Piece, Word } from "./printed-words.js";

const maxWidth = 100;
const step = 2;

/** An open bracket: `block` null is a round one; `indent` is that of the line it was opened on. */
interface Frame {
  readonly block: Block | null;
  readonly indent: number;
  readonly flat: boolean;
}

export function print(pieces: readonly Piece[]): string {
  return new Printer(pieces).run();
}

class Printer {
  readonly #pieces: readonly Piece[];
  readonly #lines = new Lines();
  readonly #frames: Frame[] = [{ block: file, indent: -step, flat: false }];
  /** How many pieces up to each index force a line's end. */
  readonly #breaks: number[] = [0];
  #before: Word | null = null;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
    for (const piece of pieces) {
      const breaks = piece.newlines > 0 || (piece.kind === "note" && isLong(piece));
      this.#breaks.push((this.#breaks.at(-1) as number) + (breaks ? 1 : 0));
    }
  }

  run(): string {
    let gap: Piece[] = [];
    this.#pieces.forEach((piece, i) => {
      if (piece.kind === "note" || piece.leaf.place === "separates") {
        gap.push(piece);
        return;
      }
      this.#put(gap, piece, i);
      gap = [];
    });
    this.#betweenLines(gap, null);
    return this.#lines.finish();
  }

  get #frame(): Frame {
    return this.#frames.at(-1) as Frame;
  }

  #put(gap: readonly Piece[], word: Word, index: number): void {
    const { place, block, token } = word.leaf;
    const atEdge = this.#before === null || this.#before.leaf.place === "opens" || place === "closes";
    if (this.#frame.block === null || !(atEdge || word.leaf.startsElement)) this.#inside(gap, word);
    else if (this.#frame.flat) this.#onOneLine(gap, word);
    else this.#betweenLines(gap, word);

    this.#lines.write(word.text);
    const { indent } = this.#lines;
    if (place === "opens") this.#frames.push({ block, indent, flat: this.#frame.flat || this.#staysFlat(index) });
    else if (token?.tokenType.name === "LParen") this.#frames.push({ block: null, indent, flat: this.#frame.flat });
    else if (place === "closes" || token?.tokenType.name === "RParen") this.#frames.pop();
    this.#before = word;
  }

  /** Between two elements, or at an edge, of a block on one line. Comments there are short ones. */
  #onOneLine(gap: readonly Piece[], word: Word): void {
    const { block } = this.#frame;
    const parts = this.#before?.leaf.place !== "opens" && word.leaf.place !== "closes";
    let parted = !parts;
    const part = (): void => {
      if (!parted) this.#lines.write(block?.between ?? ";");
      parted = true;
    };
    if (!gap.some((p) => p.kind === "word")) part();
    let last: Piece | null = this.#before;
    for (const piece of gap) {
      if (piece.kind === "word") part();
      else {
        this.#lines.write(spaceBetween(last, piece) + piece.text);
        last = piece;
      }
    }
    this.#lines.write(spaceBetween(last, word));
  }

  /** Between two elements, or at an edge, of a block on several lines; `word` null: at the end of the file. */
  #betweenLines(gap: readonly Piece[], word: Word | null): void {
    const frame = this.#frame;
    const atStart = this.#before === null || this.#before.leaf.place === "opens";
    const atEnd = word === null || word.leaf.place === "closes";
    if (atStart && atEnd && gap.every((p) => p.kind === "word")) return;
    if (frame.block?.always === true && !atStart && !atEnd) this.#lines.write(frame.block.between);

    let newlines = 0;
    let separated = atStart;
    let last: Piece | null = null;
    const startLine = (): void => {
      const isFirst = last === null && atStart;
      if (this.#before === null && last === null) return;
      if (newlines > 1 && !isFirst) this.#lines.blankLine();
      this.#lines.newline(frame.indent + step);
    };
    gap.forEach((piece, i) => {
      newlines += piece.newlines;
      if (piece.kind === "word") {
        separated = true;
        if (frame.block?.always === true || !closesDocumentation(gap, i, word)) return;
        startLine();
        this.#lines.write(";");
        last = piece;
      } else {
        const leadsElement = word !== null && [...gap.slice(i + 1), word].every((next) => next.newlines === 0);
        const leads = piece.comment === "block" && separated && leadsElement;
        const onSameLine = newlines === 0 && (last !== null || (this.#before !== null && !leads));
        if (!onSameLine) startLine();
        else if (piece.comment === "block") this.#lines.write(" ");
        this.#comment(piece, onSameLine);
        if (!onSameLine || last !== null) last = piece;
      }
      newlines = 0;
    });
    if (word === null) return;
    newlines += word.newlines;
    if (atEnd) this.#lines.newline(frame.indent);
    else if (last !== null && newlines === 0) this.#lines.write(" ");
    else startLine();
  }

  /** Between two tokens of one element. */
  #inside(gap: readonly Piece[], word: Word): void {
    const { flat } = this.#frame;
    let last: Piece | null = this.#before;
    for (const piece of gap) {
      if (piece.kind === "word") continue;
      if (piece.newlines > 0 && !flat) this.#lines.newline(this.#continuation(null));
      else if (piece.comment === "block") this.#lines.write(spaceBetween(last, piece));
      this.#comment(piece, piece.newlines === 0);
      last = piece;
    }
    const ended = last?.kind === "note" && last.comment !== "block";
    if (ended || (!flat && word.newlines > 0 && mayBreak(this.#before, word))) {
      this.#lines.newline(this.#continuation(word));
    } else this.#lines.write(spaceBetween(last, word));
  }

  #comment(note: Note, onSameLine: boolean): void {
    if (note.comment === "block" || !onSameLine) this.#lines.write(note.text);
    else this.#lines.writeNote(note.text);
  }

  /** The indentation of a line that continues with an element; `word` null: with a comment. */
  #continuation(word: Word | null): number {
    const { block, indent } = this.#frame;
    const name = word?.leaf.token?.tokenType.name;
    if (block === null) return name === "RParen" ? indent : indent + step;
    const isBody = name === "LCurly" || word?.leaf.role === "Otherwise";
    return isBody ? indent + step : indent + 2 * step;
  }

  /** Whether the block that opens here is on one line in the source and fits on the line at hand, with what follows there. */
  #staysFlat(open: number): boolean {
    let depth = 0;
    let close = open;
    for (; close < this.#pieces.length; close += 1) {
      const piece = this.#pieces[close] as Piece;
      if (piece.kind === "note") continue;
      if (piece.leaf.place === "opens") depth += 1;
      else if (piece.leaf.place === "closes") depth -= 1;
      if (depth === 0) break;
    }
    if (this.#breaks[close + 1] !== this.#breaks[open + 1]) return false;
    const isEmpty = close === open + 1;
    return isEmpty || this.#lines.width + this.#flatWidth(open, close) <= maxWidth;
  }

  /** Comments at the line's end do not count: they follow the code wherever it ends. */
  #flatWidth(open: number, close: number): number {
    let width = 0;
    let notes = 0;
    let last: Piece = this.#pieces[open] as Piece;
    for (let i = open + 1; i < this.#pieces.length; i += 1) {
      const piece = this.#pieces[i] as Piece;
      if (i > close && this.#endsLine(piece)) break;
      const added = widthOf(spaceBetween(last, piece)) + widthOf(piece.text);
      last = piece;
      notes += added;
      if (piece.kind === "note") continue;
      width += notes;
      notes = 0;
      if (i > close && piece.kind === "word" && piece.leaf.place === "opens") break;
    }
    return width;
  }

  #endsLine(piece: Piece): boolean {
    if (piece.kind === "note") return piece.newlines > 0 || isLong(piece);
    const { place, startsElement } = piece.leaf;
    return place === "closes" || place === "separates" || startsElement || piece.newlines > 0;
  }
}

function isLong(note: Note): boolean {
  return note.comment !== "block" || note.text.includes("\n");
}

/** The space between two pieces on one line. */
export function spaceBetween(before: Piece | null, after: Piece): string {
  if (before === null) return "";
  if (before.kind === "word" && before.joinsAfter) return "";
  if (after.kind === "word" && after.joinsBefore) return "";
  const isEmpty =
    before.kind === "word" && after.kind === "word" && before.leaf.place === "opens" && after.leaf.place === "closes";
  return isEmpty || (after.kind === "word" && after.leaf.block?.always === true && after.leaf.place === "closes")
    ? ""
    : " ";
}

/** Whether the author's line end between the two is kept; a body's brace and `otherwise` come up to the line before. */
function mayBreak(before: Word | null, after: Word): boolean {
  if (after.leaf.place === "opens" && after.text === "{") return false;
  if (after.leaf.role === "Otherwise") return false;
  return before?.text !== ":";
}

/** A separator right after `///` keeps it from documenting what follows; so it stays. */
function closesDocumentation(gap: readonly Piece[], index: number, word: Word | null): boolean {
  const before = gap[index - 1];
  if (before?.kind !== "note" || before.comment !== "doc") return false;
  const next = gap.slice(index).find((p) => p.kind === "note") ?? word;
  return next !== null && (next.kind === "word" ? next.leaf.startsElement : next.comment === "doc");
}
