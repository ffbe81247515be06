// The same table as Word, WPS and Excel write it: one reading, whatever the format.

import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { describeDocumentFailure, readDocument, type Block, type DocumentSource } from "../src/index.js";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (text: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (text: string, properties = "") => `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;
const cell = (content: string, properties = "") =>
  `<w:tc><w:tcPr><w:tcW w:w="1000"/>${properties}</w:tcPr>${content}</w:tc>`;
const merge = (start: boolean) => `<w:vMerge${start ? ' w:val="restart"' : ""}/>`;

function docx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files = { "word/document.xml": `<w:document ${W}><w:body>${body}<w:sectPr/></w:body></w:document>`, ...parts };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`)]),
    ),
  );
}

test("columns that a row of a DOCX leaves out before its first cell are empty", () => {
  const row = (texts: readonly string[], before = 0) =>
    `<w:tr><w:trPr>${before === 0 ? "" : `<w:gridBefore w:val="${String(before)}"/>`}</w:trPr>${texts.map((text) => cell(paragraph(text))).join("")}</w:tr>`;
  const bytes = docx(
    `<w:tbl>${row(["考核项目", "分值", "评分标准"])}${row(["综治", "10", "漏报一次扣1分"])}${row(["迟报一次扣2分"], 2)}</w:tbl>`,
  );
  const reading = readDocument({ bytes, name: "细则.docx" });
  expect(reading.clauses.map(({ text, item }) => [text, item])).toEqual([
    ["漏报一次扣1分", 0],
    ["迟报一次扣2分", 0],
  ]);
  expect(reading.outline.sections[0]?.items.length).toBe(1);
});

const word = docx(
  paragraph("护理考核细则", '<w:pStyle w:val="a3"/>') +
    `<w:tbl><w:tblPr/><w:tr>${cell(paragraph("项目"))}${cell(paragraph("指标"))}${cell(paragraph("分值"))}${cell(paragraph("评分标准"))}</w:tr>` +
    `<w:tr>${cell(paragraph("一、质量（15分）"), merge(true))}${cell(paragraph("文书"))}${cell(paragraph("10"))}${cell(
      paragraph("漏项的，每处扣0.5分；", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') +
        `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run("丙级病历")}<w:del><w:r><w:delText>不</w:delText><w:t>删</w:t></w:r></w:del><w:ins>${run("一份扣")}</w:ins>${run("5分。")}<w:r><w:br/></w:r>${run("涂改扣1分。")}</w:p>`,
    )}</w:tr>` +
    `<w:tr>${cell("<w:p/>", merge(false))}${cell(paragraph("礼仪"))}${cell(paragraph("5"))}<w:sdt><w:sdtContent>${cell(paragraph("有效投诉一次扣2分"))}</w:sdtContent></w:sdt></w:tr>` +
    `<w:tr>${cell(paragraph("合计"), '<w:gridSpan w:val="2"/>')}${cell(paragraph("15"))}${cell("<w:p/>")}</w:tr></w:tbl>`,
  {
    "word/styles.xml": `<w:styles ${W}><w:style w:styleId="a3"><w:name w:val="Title"/></w:style></w:styles>`,
    "word/numbering.xml": `<w:numbering ${W}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`,
  },
);

const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm} --></style><!--[if gte mso 9]><xml><o:x>扣9分</o:x></xml><![endif]--></head><body lang=ZH-CN><!--StartFragment--><p class=MsoTitle><span style='font-family:宋体'>护理考核细则</span><span lang=EN-US><o:p></o:p></span></p><table class=MsoTableGrid border=1 cellspacing=0><tr style='mso-yfti-irow:0'><td><p class=MsoNormal>项目<o:p></o:p></p></td><td><p>指标</p></td><td><p>分值</p></td><td><p>评分标准</p></td></tr><tr><td rowspan=2 style='border:solid windowtext 1.0pt'><p>一、质量（<span lang=EN-US>15</span>分）</p></td><td><p>文书</p></td><td><p><span lang=EN-US>10</span></p></td><td><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='mso-list:Ignore'>（一）<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>漏项的，每处扣<span lang=EN-US>0.5</span>分；</p><p>（二）丙级病历一份扣<span lang=EN-US>5</span>分。<br>涂改扣<span lang=EN-US>1</span>分。</p></td></tr><tr><td><p>礼仪</p></td><td>5</td><td>有效投诉一次扣2分</td></tr><tr><td colspan=2>合计</td><td>15</td><td></td></tr></table><!--EndFragment--></body></html>`;

const sheet = zipSync({
  "[Content_Types].xml": strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
  "_rels/.rels": strToU8(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  ),
  "xl/workbook.xml": strToU8(
    '<workbook xmlns:r="r"><sheets><sheet name="细则" sheetId="1" r:id="rId1"/></sheets></workbook>',
  ),
  "xl/_rels/workbook.xml.rels": strToU8(
    '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
  "xl/worksheets/sheet1.xml": strToU8(
    `<worksheet><sheetData>${[
      ["护理考核细则"],
      ["项目", "指标", "分值", "评分标准"],
      ["一、质量（15分）", "文书", "10", "（一）漏项的，每处扣0.5分；\n（二）丙级病历一份扣5分。\n涂改扣1分。"],
      ["", "礼仪", "5", "有效投诉一次扣2分"],
      ["合计", "", "15", ""],
    ]
      .map(
        (row, at) =>
          `<row r="${String(at + 1)}">${row.map((text, column) => (text === "" ? "" : `<c r="${"ABCD"[column] ?? ""}${String(at + 1)}" t="inlineStr"><is><t>${text}</t></is></c>`)).join("")}</row>`,
      )
      .join(
        "",
      )}</sheetData><mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A3:A4"/><mergeCell ref="A5:B5"/></mergeCells></worksheet>`,
  ),
});

const text =
  '护理考核细则\n项目\t指标\t分值\t评分标准\n一、质量（15分）\t文书\t10\t"（一）漏项的，每处扣0.5分；\n（二）丙级病历一份扣5分。\n涂改扣1分。"\n\t礼仪\t5\t有效投诉一次扣2分\n合计\t\t15\t\n';

const sources: readonly (readonly [string, DocumentSource])[] = [
  ["DOCX", word],
  ["HTML of Word", { html }],
  ["a saved page", strToU8(html)],
  ["XLSX", sheet],
  ["tab-separated text", { text }],
  [
    "Markdown",
    {
      text: "# 护理考核细则\n\n| 项目 | 指标 | 分值 | 评分标准 |\n| --- | :---: | --- | --- |\n| 一、质量（15分） | 文书 | 10 | （一）漏项的，每处扣0.5分；<br>（二）丙级病历一份扣5分。<br>涂改扣1分。 |\n|  | 礼仪 | 5 | 有效投诉一次扣2分 |\n| **合计** | | 15 | |\n",
    },
  ],
];

describe.each(sources)("%s", (_, source) => {
  const reading = readDocument(source);
  test("has the outline and the clauses", () => {
    expect(reading.failures).toEqual([]);
    expect(reading.outline.title).toBe("护理考核细则");
    expect(
      reading.outline.sections.map(({ name, points, items }) => [
        name,
        points,
        items.map((item) => [item.name, item.points]),
      ]),
    ).toEqual([
      [
        "质量",
        "15",
        [
          ["文书", "10"],
          ["礼仪", "5"],
        ],
      ],
    ]);
    expect([reading.outline.total, reading.outline.sums]).toEqual(["15", []]);
    expect(reading.clauses.map(({ state, text: clause }) => `${state} ${clause}`)).toEqual([
      "read 漏项的,每处扣0.5分",
      "read 丙级病历一份扣5分",
      "read 涂改扣1分",
      "read 有效投诉一次扣2分",
    ]);
  });
  test("gives the same draft", () => {
    expect(reading.draft().text).toBe(readDocument({ text }).draft().text);
  });
});

describe("text in the encodings of Windows", () => {
  test("GB18030 and UTF-16 are read as UTF-8 is", () => {
    const gbk = Uint8Array.from([0xb3, 0xd9, 0xb5, 0xbd, 0xc3, 0xbf, 0xb4, 0xce, 0xbf, 0xdb, 0x31, 0xb7, 0xd6, 0x0a]);
    expect(readDocument(gbk).clauses.map(({ text: clause }) => clause)).toEqual(["迟到每次扣1分"]);
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...[..."迟到每次扣1分\n"].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
    ]);
    expect(readDocument(wide).clauses.map(({ text: clause }) => clause)).toEqual(["迟到每次扣1分"]);
  });
});

describe("numbers that a word processor prints", () => {
  test("stand before their paragraphs, and go on or begin again as the file says", () => {
    const list = (id: number, level: number, words: string) =>
      paragraph(words, `<w:numPr><w:ilvl w:val="${String(level)}"/><w:numId w:val="${String(id)}"/></w:numPr>`);
    const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num></w:numbering>`;
    const body =
      list(1, 0, "甲") + list(1, 1, "乙") + list(1, 1, "丙") + list(1, 0, "丁") + list(1, 1, "戊") + list(2, 0, "己");
    const labels = readDocument(docx(body, { "word/numbering.xml": numbering })).blocks.map((block: Block) =>
      block.kind === "paragraph" ? block.label : "",
    );
    expect(labels).toEqual(["一、", "（1）", "（2）", "二、", "（1）", "九、"]);
  });
});

describe("what is refused", () => {
  const compound = (words: string) =>
    new Uint8Array([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...[...words].flatMap((sign) => [sign.charCodeAt(0), 0]),
    ]);
  test.each([
    ["old-word", { bytes: compound("WordDocument"), name: "a.doc" }],
    ["wps-writer", { bytes: compound("x"), name: "a.wps" }],
    ["wps-sheet", { bytes: compound("x"), name: "a.et" }],
    ["password", compound("EncryptedPackage")],
    ["pdf", strToU8("%PDF-1.7")],
    ["picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
    ["empty", new Uint8Array()],
    ["empty", { text: " \n " }],
    ["damaged", word.subarray(0, word.length - 40)],
    [
      "text-boxes",
      docx(
        "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>扣1分</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
      ),
    ],
    ["unknown-format", zipSync({ "a.txt": strToU8("a") })],
  ] as const)("%s, with what to do", (code, source) => {
    const { failures } = readDocument(source as DocumentSource);
    expect(failures.map((failure) => failure.code)).toEqual([code]);
    for (const lang of ["zh", "en"] as const)
      expect(describeDocumentFailure(failures[0] ?? { code: "empty", limit: null }, lang)).toMatch(/[。.]$/u);
  });
});
