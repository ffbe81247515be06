/**
 * HTML to blocks: what Word, WPS, Excel and browsers put on the clipboard or save. Nothing of it is loaded or run; tags that are
 * not known are passed through, comments, styles and scripts fall away.
 */
import { ownEntry } from "@yardstick/language";
import type { Block } from "../blocks/block.js";
import { OpenFailure } from "../blocks/failure.js";
import type { DocumentLimits } from "../blocks/limits.js";
import { BlockBuilder } from "./block-builder.js";

const SKIPPED = new Set([
  "script",
  "style",
  "head",
  "title",
  "noscript",
  "template",
  "xml",
  "svg",
  "math",
  "select",
  "textarea",
]);
const LINES = new Set(
  "p div li dt dd section article header footer main aside blockquote pre figure figcaption caption form ul ol dl address fieldset".split(
    " ",
  ),
);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  times: "×",
  divide: "÷",
  minus: "−",
  ge: "≥",
  le: "≤",
  ne: "≠",
  plusmn: "±",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  middot: "·",
  bull: "•",
  permil: "‰",
  yen: "¥",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  laquo: "«",
  raquo: "»",
  frac12: "½",
  deg: "°",
  sup2: "²",
  copy: "©",
  zwnj: "",
};

function plain(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z0-9]{2,8}));?/giu,
    (whole: string, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ownEntry(ENTITIES, name.toLowerCase()) ?? whole;
      const code = hex === undefined ? Number.parseInt(decimal ?? "", 10) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

function attributeOf(tag: string, name: string): string | null {
  const found = new RegExp(`[\\s"']${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "iu").exec(` ${tag}`);
  return found === null ? null : plain(found[1] ?? found[2] ?? found[3] ?? "");
}

const spanOf = (tag: string, name: string): number => Number.parseInt(attributeOf(tag, name) ?? "1", 10) || 1;

/** Where the tag that begins at `from` ends: its `>`, outside quotes that are closed within it. */
function endOfTag(html: string, from: number): number {
  const first = html.indexOf(">", from);
  if (first < 0) return -1;
  let quote = "";
  const stop = Math.min(html.length, from + 20_000);
  for (let at = from; at < stop; at++) {
    const sign = html[at] ?? "";
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if ((sign === '"' || sign === "'") && /=\s*$/u.test(html.slice(Math.max(from, at - 3), at))) quote = sign;
    else if (sign === ">") return at;
  }
  return first;
}

/** The `>` of the end of an element whose text is skipped; -1 where it has none. */
function behindSkipped(html: string, name: string, from: number, missing: Set<string>): number {
  if (missing.has(name)) return -1;
  const closing = new RegExp(`</${name}`, "giu");
  closing.lastIndex = from;
  const end = closing.exec(html)?.index ?? -1;
  const behind = end < 0 ? -1 : html.indexOf(">", end);
  if (behind < 0) missing.add(name);
  return behind;
}

/** The blocks of a page or a fragment of one. Throws an `OpenFailure` where a limit is exceeded. */
export function htmlBlocks(html: string, limits: DocumentLimits): readonly Block[] {
  const builder = new BlockBuilder(limits);
  const lists: { ordered: boolean; next: number }[] = [];
  let heading: number | null = null;
  let label = "";
  let at = 0;
  // Names of which no further end follows.
  const missing = new Set<string>();
  // Behind the last `>` there is no tag.
  const lastEnd = html.lastIndexOf(">");
  const endLine = () => {
    builder.endLine(heading, label);
    label = "";
  };
  while (at < html.length) {
    const open = html.indexOf("<", at);
    const text = html.slice(at, open < 0 ? html.length : open);
    if (text !== "") builder.add(plain(text));
    if (open < 0) break;
    if (html.startsWith("<!--", open)) {
      const end = html.indexOf("-->", open + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const close = open > lastEnd ? -1 : endOfTag(html, open);
    const named = /^<(\/?)([a-z][a-z0-9:-]*)/iu.exec(html.slice(open, open + 60));
    if (named === null || close < 0) {
      // `<![if …]>`, `<?xml …>`, or a bare sign.
      const isMark = /^<[!?]/u.test(html.slice(open, open + 2)) && close >= 0;
      builder.count();
      if (!isMark) builder.add("<");
      at = isMark ? close + 1 : open + 1;
      continue;
    }
    builder.count();
    const isClosing = named[1] === "/";
    const name = (named[2] ?? "").toLowerCase();
    const tag = html.slice(open + 1, close);
    at = close + 1;
    if (!isClosing && SKIPPED.has(name)) {
      if (tag.endsWith("/")) continue;
      const behind = behindSkipped(html, name, at, missing);
      // A head or title that is never closed hides nothing.
      if (behind >= 0) at = behind + 1;
      else if (name === "script" || name === "style") at = html.length;
      continue;
    }
    if (name === "br") {
      endLine();
    } else if (/^h[1-6]$/u.test(name)) {
      endLine();
      heading = isClosing ? null : Number(name[1]);
    } else if (name === "table") {
      endLine();
      if (isClosing) builder.closeTable();
      else builder.openTable();
    } else if (name === "tr") {
      if (isClosing) builder.closeCell();
      else builder.openRow();
    } else if (name === "td" || name === "th") {
      endLine();
      if (isClosing) builder.closeCell();
      else builder.openCell(spanOf(tag, "colspan"), spanOf(tag, "rowspan"));
    } else if (LINES.has(name)) {
      endLine();
      if (name === "ol" || name === "ul") {
        if (isClosing) lists.pop();
        else lists.push({ ordered: name === "ol", next: spanOf(tag, "start") });
        if (lists.length > limits.depth) throw new OpenFailure("too-deep", limits.depth);
      } else if (name === "li" && !isClosing) {
        const list = lists.at(-1);
        if (list?.ordered === true) label = `${String(list.next++)}.`;
      }
    } else if (name === "hr") endLine();
  }
  endLine();
  return builder.end();
}
