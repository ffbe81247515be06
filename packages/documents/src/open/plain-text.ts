/** Plain text, Markdown and tab-separated text to blocks. */
import type { Block, Cell, Table } from "../blocks/block.js";
import { OpenFailure } from "../blocks/failure.js";
import type { DocumentLimits } from "../blocks/limits.js";

const cellOf = (text: string): Cell => ({
  lines: text
    .replaceAll(/<br\s*\/?>/giu, "\n")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== ""),
  rows: 1,
  columns: 1,
  nested: [],
});

/** Lines of tab-separated text; a field in quotes may hold line breaks. Null where no line has a tab. */
function tabbedRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let field = "";
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (quoted) {
      if (sign === '"' && text[at + 1] === '"') {
        field += '"';
        at++;
      } else if (sign === '"') quoted = false;
      else field += sign;
    } else if (sign === '"' && field === "") quoted = true;
    else if (sign === "\t" || sign === "\n") {
      rows.at(-1)?.push(field);
      field = "";
      if (sign === "\n") rows.push([]);
    } else field += sign;
  }
  rows.at(-1)?.push(field);
  return rows;
}

const isMarkdownRow = (line: string): boolean => /^\s*\|.*\|\s*$/u.test(line);
const isMarkdownRule = (line: string): boolean => /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/u.test(line);

function markdownCells(line: string): readonly string[] {
  return line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/u)
    .map((cell) =>
      cell
        .replaceAll("\\|", "|")
        .replaceAll(/\*\*|__|`/gu, "")
        .trim(),
    );
}

const SPACES: ReadonlySet<number> = new Set([0x20, 0xa0, 0x3000]);

/** The characters of a text without spaces; tabs and ends of lines are counted. */
function charactersIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (!SPACES.has(text.charCodeAt(at))) count++;
  return count;
}

/** The blocks of a text. Throws an `OpenFailure` where a limit is exceeded. */
export function textBlocks(source: string, limits: DocumentLimits): readonly Block[] {
  // A table padded with spaces is read; the limit of bytes bounds the spaces.
  if (charactersIn(source) > limits.characters) throw new OpenFailure("too-much-text", limits.characters);
  const text = source.replaceAll(/\r\n?/gu, "\n");
  const blocks: Block[] = [];
  let cells = 0;
  const table = (rows: readonly (readonly string[])[]): Table => {
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
    cells += rows.length * width;
    if (cells > limits.cells) throw new OpenFailure("too-many-cells", limits.cells);
    return { kind: "table", rows: rows.map((row) => Array.from({ length: width }, (_, at) => cellOf(row[at] ?? ""))) };
  };
  const lines = text.split("\n");
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    if (line.includes("\t")) {
      // A run of lines with tabs is a table; a field in quotes may go on over lines without one.
      let end = at;
      let quotes = 0;
      while (end < lines.length) {
        const next = lines[end] ?? "";
        if (!next.includes("\t") && quotes % 2 === 0) break;
        quotes += /(?:^|\t)"/u.test(next) || quotes % 2 === 1 ? (next.match(/"/gu)?.length ?? 0) : 0;
        end++;
      }
      const rows = tabbedRows(lines.slice(at, end).join("\n")).filter((row) => row.some((cell) => cell.trim() !== ""));
      if (rows.length > 0) blocks.push(table(rows));
      at = end;
    } else if (isMarkdownRow(line)) {
      let end = at;
      while (end < lines.length && isMarkdownRow(lines[end] ?? "")) end++;
      const rows = lines
        .slice(at, end)
        .filter((row) => !isMarkdownRule(row))
        .map(markdownCells);
      if (rows.length > 0) blocks.push(table(rows));
      at = end;
    } else {
      const trimmed = line.trim();
      const heading = /^(#{1,6})\s+(.*)$/u.exec(trimmed);
      if (heading !== null)
        blocks.push({
          kind: "heading",
          level: (heading[1] ?? "").length,
          text: (heading[2] ?? "").replaceAll("**", "").trim(),
        });
      else if (trimmed !== "" && !/^(?:[-*_]\s*){3,}$/u.test(trimmed)) {
        blocks.push({ kind: "paragraph", text: trimmed.replaceAll("**", ""), label: "" });
      }
      at++;
    }
  }
  return blocks;
}
