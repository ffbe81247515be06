/**
 * A streaming parser for the XML of a workbook: tags and text, in pieces of any size. It supports what spreadsheets write: no DTD, no
 * custom entities; prefixes of names are removed.
 */

/** Receives the tags and texts of a document. */
export interface MarkupHandler {
  /** `attributes` is the text of the tag after its name; a self-closing tag is opened and closed. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Text between tags, entities resolved. */
  text(text: string): void;
}

/** Thrown where the text is not well-formed, or a run of text is too long. */
export class MarkupError extends Error {
  constructor(readonly why: "damaged" | "too-large") {
    super(why);
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Resolves entities and character references; unknown ones are unchanged. */
function plainText(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/giu,
    (whole, hex?: string, decimal?: string, name = "") => {
      const code = hex === undefined ? Number.parseInt(decimal ?? "", 10) : Number.parseInt(hex, 16);
      if (Number.isNaN(code)) return ENTITIES[name] ?? whole;
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** The value of the attribute with this local name in the text of a tag; null where there is none. */
export function attribute(attributes: string, name: string): string | null {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = at === 0 ? " " : (attributes[at - 1] ?? " ");
    if (!/[\s:]/u.test(before)) continue;
    const rest = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/u.exec(attributes.slice(at + name.length, at + name.length + 40_000));
    if (rest !== null) return plainText(rest[1] ?? rest[2] ?? "");
  }
  return null;
}

/** The maximum length of text without a tag. A cell has at most 32,767 characters; a longer run would be scanned again for each piece. */
export const LONGEST_RUN = 4 * 1024 * 1024;

const QUOTE = 34;
const APOSTROPHE = 39;
const CLOSING = 62;

const SLASH = 47;
const SPACE = 32;

/** Index of the `>` that ends the tag at `from`; -1 where it has not arrived yet. */
function endOfTag(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === QUOTE || code === APOSTROPHE) {
      quote = code;
    } else if (code === CLOSING) {
      return at;
    }
  }
  return -1;
}

/** Index of the first white space from `from` on, `to` where there is none before it. In markup that is a space or a control character. */
function endOfName(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) > SPACE) at++;
  return at;
}

function local(name: string): string {
  return name.length < 3 ? name : name.slice(name.indexOf(":") + 1);
}

/** Index after the next `mark`; -1 where it has not arrived yet. */
function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/** Parses a document that arrives in pieces. */
export class MarkupReader {
  private rest = "";
  private depth = 0;

  constructor(private readonly handler: MarkupHandler) {}

  /** Parses the next piece. Throws a `MarkupError` for invalid XML, and whatever the handler throws. */
  push(piece: string): void {
    const text = this.rest + piece;
    let at = 0;
    for (;;) {
      const open = text.indexOf("<", at);
      if (open < 0) break;
      if (open - at > LONGEST_RUN) throw new MarkupError("too-large");
      if (open > at) this.handler.text(plainText(text.slice(at, open)));
      at = open;
      const end = this.construct(text, open);
      if (end < 0) break;
      at = end;
    }
    this.rest = text.slice(at);
    if (this.rest.length > LONGEST_RUN) throw new MarkupError("too-large");
  }

  /** Ends the document. Throws a `MarkupError` where it is incomplete. */
  end(): void {
    if (this.rest.trim() !== "" || this.depth !== 0) throw new MarkupError("damaged");
  }

  /** Parses the construct that begins with `<` at `open`; returns the index after it, or -1 where its end has not arrived yet. */
  private construct(text: string, open: number): number {
    const next = text[open + 1];
    if (next === undefined) return -1;
    if (next === "?") return after(text, "?>", open);
    if (next === "!") {
      if (text.length < open + 9) return -1;
      if (text.startsWith("<!--", open)) return after(text, "-->", open);
      if (!text.startsWith("<![CDATA[", open)) throw new MarkupError("damaged");
      const end = text.indexOf("]]>", open);
      if (end < 0) return -1;
      this.handler.text(text.slice(open + 9, end));
      return end + 3;
    }
    const end = endOfTag(text, open);
    if (end < 0) return -1;
    if (next === "/") {
      this.depth--;
      this.handler.close(local(text.slice(open + 2, endOfName(text, open + 2, end))));
      return end + 1;
    }
    const selfCloses = text.charCodeAt(end - 1) === SLASH;
    const to = selfCloses ? end - 1 : end;
    const space = endOfName(text, open + 1, to);
    const name = local(text.slice(open + 1, space));
    this.handler.open(name, space === to ? "" : text.slice(space, to));
    if (selfCloses) this.handler.close(name);
    else this.depth++;
    return end + 1;
  }
}
