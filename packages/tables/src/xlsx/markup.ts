/**
 * The XML of a workbook, read as it comes: tags and text, in pieces of any size. Knows what spreadsheets write and no more: no
 * DTD, no own entities, prefixes of names left out.
 */

export interface MarkupHandler {
  /** `attributes` is the tag's text behind its name; a self-closing tag is opened and closed. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Text between tags, entities resolved. */
  text(text: string): void;
}

/** Text that is not well-formed, or that has no end. */
export class MarkupError extends Error {
  constructor(readonly why: "damaged" | "too-large") {
    super(why);
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Entities and character references as what they stand for; unknown ones stay as they are. */
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

/** The value of an attribute in a tag's text; null where it has none of that name, with or without a prefix. */
export function attribute(attributes: string, name: string): string | null {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = at === 0 ? " " : (attributes[at - 1] ?? " ");
    if (!/[\s:]/u.test(before)) continue;
    const rest = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/u.exec(attributes.slice(at + name.length, at + name.length + 40_000));
    if (rest !== null) return plainText(rest[1] ?? rest[2] ?? "");
  }
  return null;
}

/** A cell holds 32,767 characters at most; a longer run without a tag is no workbook, and reading it again and again is slow. */
export const LONGEST_RUN = 4 * 1024 * 1024;

const QUOTE = 34;
const APOSTROPHE = 39;
const CLOSING = 62;

/** Where the tag that begins at `from` ends; -1 where its end has not come yet. */
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

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

export class MarkupReader {
  private rest = "";
  private depth = 0;

  constructor(private readonly handler: MarkupHandler) {}

  /** Throws a `MarkupError` where the text is no such XML; what the handler throws goes through. */
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

  end(): void {
    if (this.rest.trim() !== "" || this.depth !== 0) throw new MarkupError("damaged");
  }

  /** Reads what begins with `<` at `open`; gives where it ends, or -1 where its end has not come yet. */
  private construct(text: string, open: number): number {
    const skipTo = (mark: string) => {
      const found = text.indexOf(mark, open);
      return found < 0 ? -1 : found + mark.length;
    };
    const next = text[open + 1];
    if (next === undefined) return -1;
    if (next === "?") return skipTo("?>");
    if (next === "!") {
      if (text.length < open + 9) return -1;
      if (text.startsWith("<!--", open)) return skipTo("-->");
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
      this.handler.close(local(text.slice(open + 2, end).trim()));
      return end + 1;
    }
    const selfCloses = text[end - 1] === "/";
    const inner = text.slice(open + 1, selfCloses ? end - 1 : end);
    const space = inner.search(/\s/u);
    const name = local(space < 0 ? inner : inner.slice(0, space));
    this.handler.open(name, space < 0 ? "" : inner.slice(space));
    if (selfCloses) this.handler.close(name);
    else this.depth++;
    return end + 1;
  }
}
