/** Blocks to a page of HTML that is whole by itself: no script, no address, styles inside. */
import type { Lang } from "@yardstick/language";
import type { Block, Table } from "../blocks/block.js";
import { escaped } from "./escape.js";
import { FONTS, PAGE, columnWidths, type PageStyle } from "./page.js";

const lines = (text: string): string => text.split("\n").map(escaped).join("<br>");

const tableId = (index: number): string => `table-${String(index + 1)}`;

/** The widths of a table's columns. They are in the style sheet, because a strict policy forbids style attributes. */
function widthsOf(table: Table, index: number, lang: Lang): readonly string[] {
  return columnWidths(table, lang, 1000).map(
    (width, at) => `#${tableId(index)} col:nth-child(${String(at + 1)}) { width: ${(width / 10).toFixed(1)}% }`,
  );
}

function tableHtml(table: Table, index: number, lang: Lang): string {
  const columns = columnWidths(table, lang, 1000).map(() => "<col>");
  const rows = table.rows.map((row, at) => {
    const tag = at === 0 ? "th" : "td";
    const cells = row.map(({ lines: text, rows: down, columns: across }) => {
      const span = `${down > 1 ? ` rowspan="${String(down)}"` : ""}${across > 1 ? ` colspan="${String(across)}"` : ""}`;
      return `<${tag}${span}>${text.map((line) => `<p>${lines(line)}</p>`).join("")}</${tag}>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  const [head = "", ...body] = rows;
  return `<table id="${tableId(index)}"><colgroup>${columns.join("")}</colgroup><thead>${head}</thead><tbody>\n${body.join("\n")}\n</tbody></table>`;
}

function blockHtml(block: Block, tables: readonly Table[], lang: Lang): string {
  switch (block.kind) {
    case "heading":
      return `<h${String(block.level)}>${lines(block.text)}</h${String(block.level)}>`;
    case "paragraph":
      return `<p>${lines(`${block.label}${block.text}`)}</p>`;
    case "table":
      return tableHtml(block, tables.indexOf(block), lang);
    default:
      return block satisfies never;
  }
}

function styleOf(lang: Lang, style: PageStyle): string {
  const { body, heading, title, latin } = FONTS[style];
  const mm = (twentieths: number): string => `${((twentieths / 1440) * 25.4).toFixed(0)}mm`;
  const family = (first: string, fallback: string): string => `"${latin}", "${first}", ${fallback}`;
  const size = lang === "zh" ? "16pt" : "11pt";
  return [
    `@page { size: A4; margin: ${mm(PAGE.top)} ${mm(PAGE.right)} ${mm(PAGE.bottom)} ${mm(PAGE.left)}; @bottom-center { content: ${lang === "zh" ? '"— " counter(page) " —"' : "counter(page)"}; font-size: ${lang === "zh" ? "14pt" : "9pt"} } }`,
    `body { font-family: ${family(body, "FangSong, STFangsong, serif")}; font-size: ${size}; line-height: 1.75; max-width: ${mm(PAGE.textWidth)}; margin: 0 auto }`,
    `h1 { font-family: ${family(title, "SimHei, sans-serif")}; font-size: ${lang === "zh" ? "22pt" : "18pt"}; text-align: center; font-weight: ${lang === "zh" ? "normal" : "bold"} }`,
    `h2 { font-family: ${family(heading, "SimHei, sans-serif")}; font-size: ${lang === "zh" ? "16pt" : "13pt"}; font-weight: ${lang === "zh" ? "normal" : "bold"}; break-after: avoid }`,
    `h3 { font-size: ${size}; margin: 0.5em 0 0; ${lang === "zh" ? "text-indent: 2em; " : ""}break-after: avoid }`,
    `body > p { margin: 0; ${lang === "zh" ? "text-indent: 2em" : "margin-bottom: 0.5em"} }`,
    "table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 0.5em 0 1em }",
    `th, td { border: 1px solid #000; padding: 2pt 4pt; vertical-align: middle; font-size: ${lang === "zh" ? "10.5pt" : "9.5pt"}; line-height: 1.4; overflow-wrap: anywhere }`,
    `th { font-family: ${family(heading, "SimHei, sans-serif")}; font-weight: ${lang === "zh" ? "normal" : "bold"} }`,
    "td p, th p { margin: 0 }",
    "body > p:has(+ table) { break-after: avoid }",
    "thead { display: table-header-group } tr { break-inside: avoid }",
  ].join("\n");
}

/** The blocks as a page of HTML. `title` names the page. */
export function writeHtml(blocks: readonly Block[], title: string, lang: Lang, style: PageStyle): string {
  const code = lang === "zh" ? "zh-CN" : "en";
  const tables = blocks.filter((block) => block.kind === "table");
  const widths = tables.flatMap((table, index) => widthsOf(table, index, lang));
  return `<!DOCTYPE html>\n<html lang="${code}">\n<head>\n<meta charset="utf-8">\n<title>${escaped(title)}</title>\n<style>\n${[styleOf(lang, style), ...widths].join("\n")}\n</style>\n</head>\n<body>\n${blocks.map((block) => blockHtml(block, tables, lang)).join("\n")}\n</body>\n</html>\n`;
}
