/**
 * What was found out about a file while it was read, besides its table: encoding, separator, titles, totals, other sheets.
 * All that is not plain is said, so that nothing is read in silence. What is hidden is a problem of the data.
 */
import type { Delimiter } from "./csv.js";
import type { Decoded } from "./encoding.js";
import type { LayoutFound, LeftOut } from "./layout.js";
import type { Place } from "./problem.js";

export interface TableReport extends Place {
  /** Null of a workbook, and where the text was given as text. */
  readonly encoding: Pick<Decoded, "encoding" | "how" | "malformed"> | null;
  readonly delimiter: Delimiter | null;
  /** Null of JSON, which has no lines. */
  readonly layout: LayoutFound | null;
  /** Visible sheets of the workbook that hold none of the tables; told with its main one. */
  readonly unusedSheets: readonly string[];
}

interface Said {
  readonly zh: string;
  readonly en: string;
}

const ENCODING_NAMES = { "utf-8": "UTF-8", gb18030: "GB18030", "utf-16le": "UTF-16 LE", "utf-16be": "UTF-16 BE" };
const DELIMITER_NAMES: Readonly<Record<Delimiter, Said>> = {
  ",": { zh: "逗号", en: "commas" },
  "\t": { zh: "制表符", en: "tabs" },
  ";": { zh: "分号", en: "semicolons" },
  "，": { zh: "全角逗号", en: "full-width commas" },
};
const LEFT_OUT: Readonly<Record<LeftOut["why"], Said>> = {
  title: { zh: "标题", en: "a title" },
  remark: { zh: "附注", en: "a remark" },
  "header-again": { zh: "重复的表头", en: "the headers again" },
};
const MAX_TOLD = 5;

function encodingSaid({ encoding }: TableReport): readonly Said[] {
  if (encoding === null || encoding.how === "mark" || encoding.how === "plain") return [];
  if (encoding.how === "judged" && encoding.encoding === "utf-8") return [];
  const name = ENCODING_NAMES[encoding.encoding];
  const said: Said[] = [];
  if (encoding.how === "doubtful") {
    said.push({
      zh: `按 ${name} 读取，但不能肯定；如有乱码，请用 --encoding 指定编码。`,
      en: `read as ${name}, which is not certain; if the text looks wrong, set --encoding.`,
    });
  } else {
    said.push({ zh: `按 ${name} 读取。`, en: `read as ${name}.` });
  }
  if (encoding.malformed > 0) {
    said.push({
      zh: `有 ${encoding.malformed} 处不是 ${name} 文字，所在单元格没有采用。`,
      en: `${encoding.malformed} places are no ${name} text; the cells they stand in were not used.`,
    });
  }
  return said;
}

function layoutSaid({ layout }: TableReport): readonly Said[] {
  if (layout === null) return [];
  const { headerRows, leftOut, unnamed, merges } = layout;
  const said: Said[] = [];
  const [first = 1] = headerRows;
  const last = headerRows.at(-1) ?? first;
  if (first !== last)
    said.push({ zh: `表头占第 ${first} 至 ${last} 行。`, en: `the headers are rows ${first} to ${last}.` });
  else if (first > 1) said.push({ zh: `表头在第 ${first} 行。`, en: `the headers are in row ${first}.` });
  for (const { row, text, why } of leftOut.slice(0, MAX_TOLD)) {
    said.push({
      zh: `第 ${row} 行是${LEFT_OUT[why].zh}，没有采用：${text}`,
      en: `row ${row} is ${LEFT_OUT[why].en} and was not used: ${text}`,
    });
  }
  if (leftOut.length > MAX_TOLD) {
    const more = leftOut.length - MAX_TOLD;
    said.push({ zh: `另有 ${more} 行同样没有采用。`, en: `and ${more} more such rows.` });
  }
  if (unnamed.length > 0) {
    said.push({
      zh: `第 ${unnamed.join("、")} 列没有表头，没有采用。`,
      en: `column ${unnamed.join(", ")} has no header and was not used.`,
    });
  }
  if (merges > 0) said.push({ zh: `有 ${merges} 处合并单元格。`, en: `there are ${merges} merged ranges.` });
  return said;
}

/** Sentences about all that is not plain; none for an ordinary file. File names are left to whoever prints them. */
export function describeReport(report: TableReport, lang: "zh" | "en"): readonly string[] {
  const said: Said[] = [...encodingSaid(report)];
  if (report.delimiter === ";" || report.delimiter === "，") {
    const { zh, en } = DELIMITER_NAMES[report.delimiter];
    said.push({ zh: `按${zh}分列。`, en: `cells are separated by ${en}.` });
  }
  said.push(...layoutSaid(report));
  return said.map((each) => each[lang]);
}
