// Sources that are made to take long or much room, and documents that are damaged: each must end in a document or a failure.

import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { strToU8, unzipSync, Zip, ZipPassThrough, zipSync } from "fflate";
import { printDocument } from "../src/index.js";

const fixtures = new URL("fixtures/", import.meta.url);

const RUBRIC = `考核 "甲"\n满分 10 分\n数据 村 {\n  名称: 文本 主键\n  迟报: 计数 次\n}\n条目 乙 10 分 {\n  每 迟报 扣 1 分\n}\n`;

type Parts = Readonly<Record<string, Uint8Array>>;

/** A part compressed by Node: for hundreds of megabytes, ten times as fast as in JavaScript. */
class Deflated extends ZipPassThrough {
  override compression = 8;
  protected override process(chunk: Uint8Array, isLast: boolean): void {
    this.ondata(null, deflateRawSync(chunk), isLast);
  }
}

function archive(parts: Parts): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [name, bytes] of Object.entries(parts)) {
    const part = new Deflated(name);
    zip.add(part);
    part.push(bytes, true);
  }
  zip.end();
  return new Uint8Array(Buffer.concat(chunks));
}

const docx = (body: string | Uint8Array, more: Parts = {}): Uint8Array =>
  archive({
    "[Content_Types].xml": strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    "word/document.xml": typeof body === "string" ? strToU8(wordDocument(body)) : body,
    ...more,
  });
const wordDocument = (body: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

const xlsx = (sheet: string | Uint8Array, more: Parts = {}): Uint8Array =>
  archive({
    "[Content_Types].xml": strToU8("<Types/>"),
    "xl/workbook.xml": strToU8(
      '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    "xl/worksheets/sheet1.xml": typeof sheet === "string" ? strToU8(`<worksheet>${sheet}</worksheet>`) : sheet,
    ...more,
  });
const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

const MB = 1024 * 1024;

/** A source as it lies in a file: its ending says what it is. */
export interface Made {
  readonly ending: "docx" | "xlsx" | "html" | "txt" | "bin";
  readonly bytes: Uint8Array;
}

type Source = Uint8Array | { readonly html: string } | { readonly text: string };

const THINGS = "台账 制度 会议 档案 报表 巡查 培训 宣传 信访 值班 走访 整改 公示 登记 验收".split(" ");

/** A clause of one of several kinds, different for each number. */
function clauseOf(at: number): string {
  const thing = `${THINGS[at % 15] ?? ""}${THINGS[Math.floor(at / 15) % 15] ?? ""}`;
  const figure = String(Math.floor(at / 225) + 1);
  return (
    [
      `${thing}不规范的，每次扣${figure}分`,
      `${thing}完成率低于${figure}%的，扣2分`,
      `${thing}不少于${figure}次，每少一次扣0.5分`,
      `受县、市、省${thing}表扬的，分别加1、2、${figure}分`,
      `配合${thing}不力的，酌情扣0.5－${figure}分`,
      `${thing}率≥9${figure}%得5分，80%-8${figure}%得4分，其余得0分`,
      `${thing}的情形${figure}由有关部门另行研究，没有规定的按上级要求办理`,
    ][at % 7] ?? ""
  );
}

/** Hostile sources by name, each made when it is asked for. */
const makers: Readonly<Record<string, () => Source>> = {
  "docx of spaces, 400 MB unpacked": () => docx(new Uint8Array(400 * MB).fill(32)),
  "docx of one text, 90 MB unpacked": () => docx(paragraph("的".repeat(30 * MB))),
  "docx of paragraphs, 60 MB unpacked": () => docx(paragraph("漏报一次扣1分。").repeat(700_000)),
  "docx of elements without an end": () => docx("<w:p><w:r><w:t>".repeat(500_000)),
  "docx of nested tables": () => docx("<w:tbl><w:tr><w:tc>".repeat(200_000)),
  "docx with entities": () =>
    docx(
      strToU8(
        `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "${"扣".repeat(1000)}">${"bcdefgh"
          .split("")
          .map((name, at) => `<!ENTITY ${name} "${`&${"abcdefg"[at]};`.repeat(100)}">`)
          .join("")}]><w:document><w:body><w:p><w:r><w:t>&h;</w:t></w:r></w:p></w:body></w:document>`,
      ),
    ),
  "docx with a span of millions": () =>
    docx(
      `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>${paragraph("扣1分")}</w:tc></w:tr></w:tbl>`,
    ),
  "docx with styles of 90 MB": () => docx(paragraph("扣1分"), { "word/styles.xml": new Uint8Array(90 * MB).fill(60) }),
  "docx with 60,000 parts": () =>
    docx(
      paragraph("扣1分"),
      Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`x/${String(at)}`, new Uint8Array(0)])),
    ),
  "docx with numbering a million deep": () =>
    docx('<w:p><w:pPr><w:numPr><w:ilvl w:val="999999999"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'.repeat(50_000)),
  "xlsx of one cell far away": () =>
    xlsx(`<sheetData><row r="1048576">${cell("XFD1048576", "扣1分")}</row></sheetData>`),
  "xlsx of cells far apart": () =>
    xlsx(
      `<sheetData>${Array.from({ length: 2_000 }, (_, at) => `<row r="${String(at * 500 + 1)}">${cell(`XFD${String(at * 500 + 1)}`, "扣1分")}</row>`).join("")}</sheetData>`,
    ),
  "xlsx with a merge of everything": () =>
    xlsx(
      `<sheetData><row r="1">${cell("A1", "扣1分")}</row></sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(5_000)}</mergeCells>`,
    ),
  "xlsx of 90 MB of rows": () =>
    xlsx(`<sheetData>${`<row>${cell("A1", "漏报一次扣1分")}</row>`.repeat(1_000_000)}</sheetData>`),
  "xlsx of zeros, 400 MB unpacked": () => xlsx(new Uint8Array(400 * MB)),
  "xlsx with shared strings of 90 MB": () =>
    xlsx(`<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>`, {
      "xl/sharedStrings.xml": strToU8(`<sst>${"<si><t>扣1分</t></si>".repeat(3_000_000)}</sst>`),
    }),
  "html of 20 MB of cells": () => ({ html: "<td>".repeat(5 * MB) }),
  "html of 20 MB of tables": () => ({ html: "<table><tr><td>".repeat(1.3 * MB) }),
  "html of 20 MB of tags": () => ({ html: "<b>".repeat(6.6 * MB) }),
  "html of 20 MB of attributes": () => ({
    html: `<table ${'a="b" '.repeat(3.4 * MB)}><tr><td>扣1分</td></tr></table>`,
  }),
  "html of 20 MB of paragraphs": () => ({ html: "<p>漏报一次扣1分".repeat(1.6 * MB) }),
  "html of 20 MB of comments": () => ({ html: "<!--".repeat(5 * MB) }),
  "html of 20 MB of heads that are not closed": () => ({ html: "<head>".repeat(3.3 * MB) }),
  "html of 20 MB of lists": () => ({ html: "<ul><li>".repeat(2.5 * MB) }),
  "html of 20 MB of entities": () => ({ html: `<p>${"&#x6263;".repeat(2.5 * MB)}</p>` }),
  "html of 20 MB of quotes": () => ({ html: `<p a="${`'" `.repeat(6.6 * MB)}` }),
  "text of 20 MB of lines": () => ({ text: "漏报一次扣1分。\n".repeat(0.9 * MB) }),
  "text of 20 MB of one line": () => ({ text: "漏报一次扣1分，".repeat(0.9 * MB) }),
  "text of 20 MB of ends of lines": () => ({ text: "\n".repeat(20 * MB) }),
  "text of 20 MB of spaces": () => ({ text: " ".repeat(20 * MB - 1) }),
  "text of lines that begin with decimals": () => ({ text: "1.9\n".repeat(99_000) }),
  "text of 20 MB of tabs": () => ({ text: "a\t".repeat(10 * MB) }),
  "text of 20 MB of bars": () => ({ text: "|a|\n".repeat(5 * MB) }),
  "text of as many different clauses as are read": () => ({
    text: Array.from({ length: 4_900 }, (_, at) => clauseOf(at)).join("\n"),
  }),
  "text of as many long sentences as are read": () => ({
    text: Array.from({ length: 600 }, (_, at) =>
      Array.from({ length: 39 }, (_piece, each) => clauseOf(at * 39 + each))
        .join("，")
        .slice(0, 595),
    ).join("。\n"),
  }),
  "text of pieces that could be rows": () => ({
    text: Array.from({ length: 600 }, (_, at) =>
      Array.from({ length: 39 }, (_piece, each) => `${String(at + each)}%以上得${String(each)}分`)
        .join("，")
        .slice(0, 595),
    ).join("。\n"),
  }),
  "text of words that could be events": () => ({
    text: Array.from({ length: 600 }, (_, at) => `${"工作落实督促检查".repeat(60)}${String(at)}次的`.slice(-590)).join(
      "。\n",
    ),
  }),
  "bytes of 20 MB of GB18030": () => new Uint8Array(20 * MB).fill(0xb0),
  "bytes of 20 MB of nothing": () => new Uint8Array(20 * MB),
};

export const hostileNames: readonly string[] = Object.keys(makers);

/** The hostile source of a name. */
export function hostile(name: string): Made {
  const source = makers[name]?.() ?? new Uint8Array(0);
  if ("html" in source) return { ending: "html", bytes: strToU8(source.html) };
  if ("text" in source) return { ending: "txt", bytes: strToU8(source.text) };
  return { ending: name.startsWith("docx") ? "docx" : name.startsWith("xlsx") ? "xlsx" : "bin", bytes: source };
}

function random(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const sources: readonly Uint8Array[] = [
  printDocument({ source: RUBRIC }, { format: "docx" }),
  new Uint8Array(readFileSync(new URL("libreoffice.docx", fixtures))),
  xlsx(
    `<sheetData><row r="1">${cell("A1", "考核项目")}${cell("B1", "分值")}${cell("C1", "评分标准")}</row><row r="2">${cell("A2", "甲")}${cell("B2", "10")}${cell("C2", "漏报一次扣1分")}</row></sheetData>`,
  ),
  ...["word.html", "excel.html", "wps-sheet.html"].map((name) => new Uint8Array(readFileSync(new URL(name, fixtures)))),
];

/** A document with bytes changed, cut, doubled or taken from another; of an archive the parts as well. */
export function damaged(seed: number): Uint8Array {
  const next = random(seed);
  const hurt = (bytes: Uint8Array): Uint8Array => {
    let changed: Uint8Array = bytes.slice();
    for (let times = next(4) + 1; times > 0; times--) {
      const [at, size] = [next(changed.length + 1), next(64) + 1];
      const kind = next(5);
      if (kind === 0)
        for (let each = 0; each < size && at + each < changed.length; each++) changed[at + each] = next(256);
      else if (kind === 1) changed = changed.slice(0, at);
      else {
        const other = sources[next(sources.length)] ?? changed;
        const from = next(other.length);
        const piece =
          kind === 2
            ? changed.slice(at, at + size * 40)
            : kind === 3
              ? other.slice(from, from + size)
              : new Uint8Array(0);
        const kept = kind === 4 ? changed.slice(at + size) : changed.slice(at);
        const joined = new Uint8Array(at + piece.length + kept.length);
        joined.set(changed.slice(0, at));
        joined.set(piece, at);
        joined.set(kept, at + piece.length);
        changed = joined;
      }
    }
    return changed;
  };
  const source = sources[next(sources.length)] ?? new Uint8Array(0);
  if (source[0] !== 0x50 || next(2) === 0) return hurt(source);
  const parts = unzipSync(source);
  const names = Object.keys(parts).filter((name) => name.endsWith(".xml"));
  const name = names[next(names.length)] ?? "";
  return zipSync({ ...parts, [name]: hurt(parts[name] ?? new Uint8Array(0)) });
}
