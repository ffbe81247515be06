/**
 * The same table in each combination of encoding, separator and line ending; and files with ambiguous bytes.
 */
import { HEADER } from "../sample-program.js";
import { WRITTEN_ENCODINGS, encode } from "../encode.js";
import type { CorpusCase } from "./case.js";
import { csvCase } from "./case.js";

const ROWS = [
  HEADER.split(","),
  ["学校街社区", "2008", "450", "2", "98%", "否", "好", "先进，连续三年; 表扬", "0.5"],
  ["槐树社区", "2008", "1,234.5", "0", "95.5%", "√", "中", '两行\n备注 "引号"', ""],
  ["犇羴社区", "2008", "", "12件", "12‰", "×", "差", "", "1"],
];

/** The content of each of these files, in every encoding. */
const TABLE = {
  名称: ["学校街社区", "槐树社区", "犇羴社区"],
  年度: ["2008", "2008", "2008"],
  招商完成: ["4500000", "12345000", null],
  违规: ["2", "0", "12"],
  满意率: ["49/50", "191/200", "3/250"],
  不团结: [false, true, false],
  档次: [2, 1, 0],
  备注: ["先进，连续三年; 表扬", '两行\n备注 "引号"', null],
  党费收缴不力: ["1/2", null, "1"],
};

const SEPARATORS = { commas: ",", tabs: "\t", semicolons: ";", "full-width commas": "，" } as const;
const LINE_ENDS = { LF: "\n", CRLF: "\r\n", CR: "\r" } as const;

function written(separator: string, lineEnd: string): string {
  const quoted = (cell: string) => (/[",;\t，\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return ROWS.map((cells) => cells.map(quoted).join(separator) + lineEnd).join("");
}

function* matrix(): Generator<CorpusCase> {
  for (const encoding of WRITTEN_ENCODINGS) {
    for (const [separator, sign] of Object.entries(SEPARATORS)) {
      for (const [lineEnd, end] of Object.entries(LINE_ENDS)) {
        const isJudged = encoding === "gb18030" || encoding === "utf-16le-plain";
        const notes = [
          ...(encoding === "gb18030" ? ["按 GB18030 读取。"] : isJudged ? ["按 UTF-16 LE 读取。"] : []),
          ...(sign === ";" ? ["按分号分列。"] : sign === "，" ? ["按全角逗号分列。"] : []),
        ];
        const bytes = encode(written(sign, end), encoding);
        yield csvCase(`${encoding}, ${separator}, ${lineEnd}`, bytes, { columns: TABLE, notes });
      }
    }
  }
}

const narrow = (key: string, more = "") => `名称,年度,备注${more}\n${key},2008,\n`;
/** Columns that the narrow files leave out. */
const LACKING = ["招商完成", "违规", "满意率", "不团结", "档次"].map((field) => ["missing-column", 1, field] as const);

export function encodingCases(): readonly CorpusCase[] {
  return [
    ...matrix(),
    csvCase(
      "GBK bytes that are well-formed UTF-8, 学校, are recognised by the names around them",
      encode(narrow("学校"), "gb18030"),
      {
        columns: { 名称: ["学校"] },
        problems: LACKING,
        notes: ["按 GB18030 读取"],
      },
    ),
    csvCase("a file of only such bytes is also read as Chinese", encode("学校\n", "gb18030"), {
      problems: [
        ["unknown-column", 1, "学校"],
        ["missing-column", 1, "名称"],
        ["missing-column", 1, "年度"],
        ...LACKING,
      ],
      notes: ["按 GB18030 读取"],
    }),
    csvCase("an accent in Latin text does not turn UTF-8 into GBK", encode(narrow("Café Müller"), "utf-8"), {
      columns: { 名称: ["Café Müller"] },
      problems: LACKING,
    }),
    csvCase("characters of four bytes in GB18030", encode(narrow("㐂𠮷社区"), "gb18030"), {
      columns: { 名称: ["㐂𠮷社区"] },
      problems: LACKING,
      notes: ["按 GB18030 读取"],
    }),
    csvCase("a rare character in UTF-8", encode(narrow("𠮷野家，𡨄"), "utf-8"), {
      columns: { 名称: ["𠮷野家，𡨄"] },
      problems: LACKING,
    }),
    csvCase("UTF-8 with one broken byte: the cell is refused, the rest is read", brokenUtf8(), {
      columns: { 名称: ["甲社区", "乙社区"], 备注: [null, "好"] },
      problems: [...LACKING, ["unreadable", 2, "备注"]],
      notes: ["按 UTF-8 读取，但不能确定", "有 2 处不是有效的 UTF-8 编码"],
    }),
    csvCase(
      "GB18030 that is cut off inside a character",
      encode(narrow("甲社区") + "乙社区,2008,备注", "gb18030").slice(0, -1),
      {
        columns: { 名称: ["甲社区", "乙社区"], 备注: [null, null] },
        problems: [...LACKING, ["unreadable", 3, "备注"]],
        notes: ["按 GB18030 读取，但不能确定", "有 1 处不是有效的 GB18030 编码"],
      },
    ),
    {
      name: "an encoding that was chosen is kept to",
      sources: [
        {
          role: "subjects",
          file: "data.csv",
          format: "csv",
          bytes: encode(narrow("学校"), "gb18030"),
          encoding: "gb18030",
        },
      ],
      expected: { columns: { 名称: ["学校"] }, problems: LACKING, notes: ["按 GB18030 读取。"] },
    },
    csvCase("ASCII is the same in each of them", encode("name\nx\n", "utf-8"), {
      problems: [["key-by-kind", 1, "name"], ["missing-column", 1, "年度"], ...LACKING],
    }),
  ];
}

function brokenUtf8(): Uint8Array {
  const bytes = encode("名称,年度,备注\n甲社区,2008,坏字\n乙社区,2008,好\n", "utf-8");
  const at = bytes.length - encode("坏字\n乙社区,2008,好\n", "utf-8").length;
  const broken = Uint8Array.from(bytes);
  broken[at + 1] = 0x41;
  return broken;
}
