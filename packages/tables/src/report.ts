/**
 * Facts about a file besides its table: encoding, delimiter, titles, unused sheets. Everything unusual is reported. Hidden rows and
 * columns are reported as problems of the data instead.
 */
import type { Delimiter } from "./csv.js";
import type { Decoded } from "./encoding.js";
import type { LayoutFound, LeftOut } from "./layout.js";
import type { TableLocation } from "./problem.js";

/** How one table of a file was read. */
export interface TableReport extends TableLocation {
  /** Null for a workbook, and for input passed as text. */
  readonly encoding: Pick<Decoded, "encoding" | "how" | "malformed"> | null;
  /** Null outside CSV. */
  readonly delimiter: Delimiter | null;
  /** Null for JSON, which has no lines. */
  readonly layout: LayoutFound | null;
  /** Sheets of the workbook that are not read and could be chosen; reported with its main sheet. */
  readonly unusedSheets: readonly string[];
}

interface Sentence {
  readonly zh: string;
  readonly en: string;
}

const ENCODING_NAMES = { "utf-8": "UTF-8", gb18030: "GB18030", "utf-16le": "UTF-16 LE", "utf-16be": "UTF-16 BE" };
const DELIMITER_NAMES: Readonly<Record<Delimiter, Sentence>> = {
  ",": { zh: "逗号", en: "commas" },
  "\t": { zh: "制表符", en: "tabs" },
  ";": { zh: "分号", en: "semicolons" },
  "，": { zh: "全角逗号", en: "full-width commas" },
};
const LEFT_OUT: Readonly<Record<LeftOut["why"], Sentence>> = {
  title: { zh: "标题", en: "a title" },
  remark: { zh: "附注", en: "a remark" },
  "header-again": { zh: "重复的表头", en: "a repeated header row" },
};
const MAX_LISTED = 5;

function encodingSentences({ encoding }: TableReport): readonly Sentence[] {
  if (encoding === null || encoding.how === "mark" || encoding.how === "plain") return [];
  if (encoding.how === "judged" && encoding.encoding === "utf-8") return [];
  const name = ENCODING_NAMES[encoding.encoding];
  const sentences: Sentence[] = [];
  if (encoding.how === "doubtful") {
    sentences.push({
      zh: `按 ${name} 读取，但不能确定；如有乱码，请用 --encoding 指定编码。`,
      en: `read as ${name}, which is not certain; if the text looks wrong, set --encoding.`,
    });
  } else {
    sentences.push({ zh: `按 ${name} 读取。`, en: `read as ${name}.` });
  }
  if (encoding.malformed > 0) {
    sentences.push({
      zh: `有 ${encoding.malformed} 处不是有效的 ${name} 编码，所在单元格没有采用。`,
      en: `${encoding.malformed} byte sequences are not valid ${name}; the cells that contain them were not used.`,
    });
  }
  return sentences;
}

function layoutSentences({ layout }: TableReport): readonly Sentence[] {
  if (layout === null) return [];
  const { headerRows, leftOut, unnamed, merges } = layout;
  const sentences: Sentence[] = [];
  const [first = 1] = headerRows;
  const last = headerRows.at(-1) ?? first;
  if (first !== last)
    sentences.push({ zh: `表头占第 ${first} 至 ${last} 行。`, en: `the headers are rows ${first} to ${last}.` });
  else if (first > 1) sentences.push({ zh: `表头在第 ${first} 行。`, en: `the headers are in row ${first}.` });
  for (const { row, text, why } of leftOut.slice(0, MAX_LISTED)) {
    sentences.push({
      zh: `第 ${row} 行是${LEFT_OUT[why].zh}，没有采用：${text}`,
      en: `row ${row} is ${LEFT_OUT[why].en} and was not used: ${text}`,
    });
  }
  if (leftOut.length > MAX_LISTED) {
    const more = leftOut.length - MAX_LISTED;
    sentences.push({ zh: `另有 ${more} 行同样没有采用。`, en: `${more} more such rows were not used.` });
  }
  if (unnamed.length > 0) {
    sentences.push({
      zh: `第 ${unnamed.join("、")} 列没有表头，没有采用。`,
      en: `column ${unnamed.join(", ")} has no header and was not used.`,
    });
  }
  if (merges > 0) sentences.push({ zh: `有 ${merges} 处合并单元格。`, en: `there are ${merges} merged ranges.` });
  return sentences;
}

/** Sentences about everything unusual in how a table was read; none for an ordinary file. They do not name the file. */
export function describeReport(report: TableReport, lang: "zh" | "en"): readonly string[] {
  const sentences: Sentence[] = [...encodingSentences(report)];
  if (report.delimiter === ";" || report.delimiter === "，") {
    const { zh, en } = DELIMITER_NAMES[report.delimiter];
    sentences.push({ zh: `按${zh}分列。`, en: `cells are separated by ${en}.` });
  }
  sentences.push(...layoutSentences(report));
  return sentences.map((each) => each[lang]);
}
