/** Blocks to DOCX (WordprocessingML): A4, headings, tables with merged cells, page numbers. */
import type { Lang } from "@yardstick/language";
import { writeZip } from "@yardstick/tables/office";
import type { Block, Cell, Table } from "../blocks/block.js";
import { escaped } from "./escape.js";
import { FONTS, PAGE, columnWidths, type PageStyle } from "./page.js";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

const run = (text: string): string =>
  `<w:r>${text
    .split("\n")
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join("<w:br/>")}</w:r>`;

const paragraph = (text: string, style: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${text === "" ? "" : run(text)}</w:p>`;

/** A place of the grid: the corner of a cell, or a row below the corner of a merged one. */
interface Placed {
  readonly cell: Cell;
  readonly column: number;
  readonly isCorner: boolean;
}

/** Cells of each row with those that reach down into it, from left to right. */
function placed(table: Table): readonly (readonly Placed[])[] {
  let reaching: { readonly cell: Cell; readonly column: number; readonly left: number }[] = [];
  return table.rows.map((row) => {
    const here: Placed[] = reaching.map(({ cell, column }) => ({ cell, column, isCorner: false }));
    const taken = new Set(
      here.flatMap(({ cell, column }) => Array.from({ length: cell.columns }, (_, at) => column + at)),
    );
    let column = 0;
    const begun: typeof reaching = [];
    for (const cell of row) {
      while (taken.has(column)) column++;
      here.push({ cell, column, isCorner: true });
      if (cell.rows > 1) begun.push({ cell, column, left: cell.rows });
      column += cell.columns;
    }
    reaching = [...reaching, ...begun].map((each) => ({ ...each, left: each.left - 1 })).filter(({ left }) => left > 0);
    return here.toSorted((a, b) => a.column - b.column);
  });
}

function tableXml(table: Table, lang: Lang): string {
  const widths = columnWidths(table, lang, PAGE.textWidth);
  const rows = placed(table).map((row, at) => {
    const cells = row.map(({ cell, column, isCorner }) => {
      const width = widths.slice(column, column + cell.columns).reduce((sum, each) => sum + each, 0);
      const span = cell.columns > 1 ? `<w:gridSpan w:val="${String(cell.columns)}"/>` : "";
      const merge = cell.rows > 1 ? (isCorner ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>") : "";
      const style = at === 0 ? "TableHeader" : "TableText";
      const lines = isCorner && cell.lines.length > 0 ? cell.lines : [""];
      return `<w:tc><w:tcPr><w:tcW w:w="${String(width)}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>${lines.map((line) => paragraph(line, style)).join("")}</w:tc>`;
    });
    return `<w:tr><w:trPr>${at === 0 ? "<w:tblHeader/>" : "<w:cantSplit/>"}</w:trPr>${cells.join("")}</w:tr>`;
  });
  const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
  const borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map(border).join("");
  return `<w:tbl><w:tblPr><w:tblW w:w="${String(PAGE.textWidth)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${String(width)}"/>`).join("")}</w:tblGrid>${rows.join("")}</w:tbl>${paragraph("", "TableText")}`;
}

function blockXml(block: Block, lang: Lang): string {
  switch (block.kind) {
    case "heading":
      return paragraph(block.text, block.level === 1 ? "Title" : `Heading${String(block.level - 1)}`);
    case "paragraph":
      return paragraph(`${block.label}${block.text}`, "Normal");
    case "table":
      return tableXml(block, lang);
    default:
      return block satisfies never;
  }
}

function stylesXml(lang: Lang, style: PageStyle): string {
  const fonts = FONTS[style];
  const font = (east: string): string =>
    `<w:rFonts w:ascii="${fonts.latin}" w:hAnsi="${fonts.latin}" w:cs="${fonts.latin}" w:eastAsia="${east}"/>`;
  const one = (id: string, name: string, layout: string, east: string, size: number, more = ""): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"${id === "Normal" ? ' w:default="1"' : ""}><w:name w:val="${name}"/>${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/>'}<w:pPr>${layout}</w:pPr><w:rPr>${font(east)}${more}<w:sz w:val="${String(size)}"/><w:szCs w:val="${String(size)}"/></w:rPr></w:style>`;
  const indent = lang === "zh" ? '<w:ind w:firstLineChars="200" w:firstLine="640"/>' : "";
  const plain = '<w:spacing w:line="300" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/>';
  const body = lang === "zh" ? 32 : 22;
  const bold = lang === "en" ? "<w:b/>" : "";
  return `${HEAD}<w:styles xmlns:w="${W}">${[
    one(
      "Normal",
      "Normal",
      `<w:spacing w:line="${lang === "zh" ? "560" : "320"}" w:lineRule="atLeast"/>${indent}`,
      fonts.body,
      body,
    ),
    one(
      "Title",
      "Title",
      '<w:keepNext/><w:spacing w:before="240" w:after="360"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>',
      fonts.title,
      lang === "zh" ? 44 : 36,
      bold,
    ),
    one(
      "Heading1",
      "heading 1",
      '<w:keepNext/><w:spacing w:before="200" w:after="120"/><w:outlineLvl w:val="1"/>',
      fonts.heading,
      lang === "zh" ? 32 : 26,
      bold,
    ),
    one(
      "Heading2",
      "heading 2",
      '<w:keepNext/><w:spacing w:before="120" w:after="60"/><w:outlineLvl w:val="2"/>',
      fonts.body,
      body,
      "<w:b/>",
    ),
    one("TableText", "Table Text", plain, fonts.body, lang === "zh" ? 21 : 19),
    one("TableHeader", "Table Header", `${plain}<w:jc w:val="center"/>`, fonts.heading, lang === "zh" ? 21 : 19, bold),
    one("Footer", "footer", `${plain}<w:jc w:val="center"/>`, fonts.body, lang === "zh" ? 28 : 18),
  ].join("")}</w:styles>`;
}

function footerXml(lang: Lang): string {
  const field =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const dash = run("—").replace("—", lang === "zh" ? "— " : "");
  const end = run("—").replace("—", lang === "zh" ? " —" : "");
  return `${HEAD}<w:ftr xmlns:w="${W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${dash}${field}${end}</w:p></w:ftr>`;
}

/** The blocks as a DOCX file. The same blocks give the same bytes. */
export function writeDocx(blocks: readonly Block[], lang: Lang, style: PageStyle): Uint8Array {
  const { width, height, top, bottom, left, right } = PAGE;
  const section = `<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="${String(width)}" w:h="${String(height)}"/><w:pgMar w:top="${String(top)}" w:right="${String(right)}" w:bottom="${String(bottom)}" w:left="${String(left)}" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>`;
  const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relations = (inner: string): string =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  return writeZip({
    "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${OFFICE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${OFFICE}.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="${OFFICE}.footer+xml"/></Types>`,
    "_rels/.rels": relations(`<Relationship Id="rId1" Type="${relation}/officeDocument" Target="word/document.xml"/>`),
    "word/document.xml": `${HEAD}<w:document xmlns:w="${W}" xmlns:r="${relation}"><w:body>${blocks.map((block) => blockXml(block, lang)).join("")}${section}</w:body></w:document>`,
    "word/_rels/document.xml.rels": relations(
      `<Relationship Id="rId1" Type="${relation}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relation}/footer" Target="footer1.xml"/>`,
    ),
    "word/styles.xml": stylesXml(lang, style),
    "word/footer1.xml": footerXml(lang),
  });
}
