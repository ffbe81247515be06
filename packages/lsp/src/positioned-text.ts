/**
 * A text with its lines: offsets in it as positions of the protocol and back, in the encoding that was agreed with the client. Any
 * position has an offset: one behind the end of a line or of the text is that end.
 */
import type { Span } from "@yardstick/language";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Position, Range, TextDocumentContentChangeEvent } from "vscode-languageserver";

/** The unit of `Position.character`. */
export type Encoding = "utf-16" | "utf-8";

/** A text under its URI; immutable. */
export class PositionedText {
  readonly #lines: TextDocument;

  constructor(
    readonly uri: string,
    /** As the client counts it; null for a file that is not open. */
    readonly version: number | null,
    readonly text: string,
    readonly encoding: Encoding,
  ) {
    this.#lines = TextDocument.create(uri, "rubric", version ?? 0, text);
  }

  /** The position of an offset. */
  positionAt(offset: number): Position {
    const { line, character } = this.#lines.positionAt(offset);
    if (this.encoding === "utf-16" || character === 0) return { line, character };
    const start = this.#lines.offsetAt({ line, character: 0 });
    return { line, character: bytesOf(this.text.slice(start, start + character)) };
  }

  /** The offset of a position. */
  offsetAt(position: Position): number {
    const [line, character] = [counted(position.line), counted(position.character)];
    if (this.encoding === "utf-16" || character === 0) return this.#lines.offsetAt({ line, character });
    const start = this.#lines.offsetAt({ line, character: 0 });
    const end = this.#lines.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
    let [offset, bytes] = [start, 0];
    for (const each of this.text.slice(start, end)) {
      bytes += bytesOf(each);
      if (bytes > character) break;
      offset += each.length;
    }
    return offset;
  }

  /** The range of a span. */
  rangeOf([start, end]: Span): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  /** The span of a range; one whose ends are reversed is put in order. */
  spanOf({ start, end }: Range): Span {
    const [from, to] = [this.offsetAt(start), this.offsetAt(end)];
    return from <= to ? [from, to] : [to, from];
  }

  /** The span of the line with this number, without its line end. */
  lineSpan(line: number): Span {
    const start = this.#lines.offsetAt({ line, character: 0 });
    return [start, this.#lines.offsetAt({ line, character: Number.MAX_SAFE_INTEGER })];
  }

  /** The text after changes, each of which refers to the text that the one before it leaves. */
  changed(changes: readonly TextDocumentContentChangeEvent[], version: number): PositionedText {
    const unchanged = new PositionedText(this.uri, version, this.text, this.encoding);
    return changes.reduce<PositionedText>((before, change) => {
      const [start, end]: Span = "range" in change ? before.spanOf(change.range) : [0, before.text.length];
      const text = before.text.slice(0, start) + change.text + before.text.slice(end);
      return new PositionedText(this.uri, version, text, this.encoding);
    }, unchanged);
  }
}

/** A number of lines or characters that a client sent. */
function counted(value: unknown): number {
  return typeof value === "number" && value > 0 ? Math.min(Math.floor(value), Number.MAX_SAFE_INTEGER) : 0;
}

/** The length of a text in UTF-8; half of a surrogate pair counts as the replacement character. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const each of text) {
    const code = each.codePointAt(0) as number;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
