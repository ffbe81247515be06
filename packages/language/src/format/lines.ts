/**
 * Collects printed text into lines: indentation, comments at line ends set out in a column, comments of several lines kept as
 * they are. Knows nothing of the language.
 */
import { widthOf } from "./width.js";

interface Line {
  indent: number;
  /** Of a line inside a comment of several lines: it begins at the margin. */
  margin: number;
  text: string;
  /** A comment at its end, up to which nothing else can follow. */
  note: string | null;
}

export class Lines {
  readonly #lines: Line[] = [{ indent: 0, margin: 0, text: "", note: null }];

  get #line(): Line {
    return this.#lines.at(-1) as Line;
  }

  /** The indentation that blocks opened on this line are based on. */
  get indent(): number {
    return this.#line.indent;
  }

  get width(): number {
    return this.#line.margin + widthOf(this.#line.text);
  }

  write(text: string): void {
    const [first, ...rest] = text.split("\n") as [string, ...string[]];
    this.#line.text += first;
    for (const line of rest) this.#lines.push({ indent: this.indent, margin: 0, text: line, note: null });
  }

  /** A comment that ends the line, after its present text. */
  writeNote(text: string): void {
    this.#line.note = text;
  }

  newline(indent: number): void {
    this.#lines.push({ indent, margin: indent, text: "", note: null });
  }

  blankLine(): void {
    this.#lines.push({ indent: 0, margin: 0, text: "", note: null });
  }

  /** All lines, with a line's end after the last; empty where nothing was written. */
  finish(): string {
    const text = this.#lines.map((line, i) => this.#text(line, i)).join("\n");
    return text === "" ? "" : `${text}\n`;
  }

  #text(line: Line, index: number): string {
    const code = line.text === "" ? "" : " ".repeat(line.margin) + line.text;
    if (line.note === null) return code.trimEnd();
    return code + " ".repeat(this.#column(line, index) - line.margin - widthOf(line.text) + 2) + line.note;
  }

  /** Comments at the ends of consecutive lines are aligned. */
  #column(line: Line, index: number): number {
    let column = 0;
    const take = (i: number): boolean => {
      const other = this.#lines[i];
      if (other === undefined || other.note === null || other.indent !== line.indent) return false;
      column = Math.max(column, other.margin + widthOf(other.text));
      return true;
    };
    for (let i = index; take(i); i -= 1);
    for (let i = index; take(i); i += 1);
    return column;
  }
}
