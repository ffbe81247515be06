/** Why a document cannot be read, with what to do about it, in both languages. */
import type { Lang } from "@yardstick/language";

/** The reason why a document cannot be read; `too-…` codes are exceeded limits. */
export type FailureCode =
  | "old-word"
  | "wps-writer"
  | "wps-sheet"
  | "pdf"
  | "picture"
  | "password"
  | "damaged"
  | "empty"
  | "text-boxes"
  | "unknown-format"
  | "too-many-bytes"
  | "too-much-unpacked"
  | "too-many-elements"
  | "too-much-text"
  | "too-many-cells"
  | "too-many-clauses"
  | "too-intricate"
  | "too-deep";

/** Why a document cannot be read; `describeDocumentFailure` returns its message. */
export interface DocumentFailure {
  readonly code: FailureCode;
  /** The limit that is exceeded; null for other codes. */
  readonly limit: number | null;
}

/** Ends the reading from within; never leaves the package. */
export class OpenFailure extends Error {
  constructor(
    readonly code: FailureCode,
    readonly limit: number | null = null,
  ) {
    super(code);
  }
}

const messages: Readonly<Record<FailureCode, Readonly<Record<Lang, (limit: number) => string>>>> = {
  "old-word": {
    zh: () => "这是旧的二进制文件（.doc 或 .xls），不能读取。请在 Word 或 WPS 中另存为 .docx 或 .xlsx。",
    en: () =>
      "This is an old binary file (.doc or .xls), which cannot be read. Save it as .docx or .xlsx in Word or WPS.",
  },
  "wps-writer": {
    zh: () => "WPS 文字的 .wps 文件不能读取。请在 WPS 中另存为 .docx。",
    en: () => "A .wps file of WPS Writer cannot be read. Save it as .docx in WPS.",
  },
  "wps-sheet": {
    zh: () => "WPS 表格的 .et 文件不能读取。请在 WPS 中另存为 .xlsx。",
    en: () => "An .et file of WPS Spreadsheets cannot be read. Save it as .xlsx in WPS.",
  },
  pdf: {
    zh: () => "PDF 不能读取。请使用 Word 原件，或把表格复制后直接粘贴。",
    en: () => "A PDF cannot be read. Use the original Word file, or copy the table and paste it.",
  },
  picture: {
    zh: () => "这是图片，其中的文字不能读取。请使用 Word、Excel 原件，或把文字录入后再读。",
    en: () => "This is a picture, whose text cannot be read. Use the original Word or Excel file, or type the text.",
  },
  password: {
    zh: () => "文件设有打开密码，不能读取。请去掉密码后另存。",
    en: () => "The file is protected with a password. Save it without the password.",
  },
  damaged: {
    zh: () => "文件已损坏或不完整，不能读取。请重新保存或重新下载。",
    en: () => "The file is damaged or incomplete. Save or download it again.",
  },
  empty: { zh: () => "文件中没有文字。", en: () => "There is no text in the file." },
  "text-boxes": {
    zh: () => "文件的文字都在文本框里，不能读取。请把文本框中的内容复制到正文后另存。",
    en: () =>
      "All text of the file is in text boxes, which are not read. Copy it into the body of the document and save it.",
  },
  "unknown-format": {
    zh: () => "不是能读取的文件。能读取 .docx、.xlsx、.html、.txt、.md，也可以直接粘贴表格。",
    en: () => "This is no file that can be read. Readable are .docx, .xlsx, .html, .txt and .md, and pasted tables.",
  },
  "too-many-bytes": {
    zh: (limit) => `文件超过 ${String(limit)} 字节，没有读取。`,
    en: (limit) => `The file has more than ${String(limit)} bytes and was not read.`,
  },
  "too-much-unpacked": {
    zh: (limit) => `文件解压后超过 ${String(limit)} 字节，没有读取。`,
    en: (limit) => `The file unpacks to more than ${String(limit)} bytes and was not read.`,
  },
  "too-many-elements": {
    zh: (limit) => `文件的标签超过 ${String(limit)} 个，没有读取。请只复制考核表格后直接粘贴。`,
    en: (limit) =>
      `The file has more than ${String(limit)} tags and was not read. Copy the tables alone and paste them.`,
  },
  "too-much-text": {
    zh: (limit) => `文字超过 ${String(limit)} 字，没有读取。请分成几份。`,
    en: (limit) => `There are more than ${String(limit)} characters of text; the document was not read. Divide it.`,
  },
  "too-many-cells": {
    zh: (limit) => `表格超过 ${String(limit)} 格，没有读取。`,
    en: (limit) => `The tables have more than ${String(limit)} cells and were not read.`,
  },
  "too-many-clauses": {
    zh: (limit) => `条款超过 ${String(limit)} 条，没有读取。`,
    en: (limit) => `There are more than ${String(limit)} clauses; the document was not read.`,
  },
  "too-intricate": {
    zh: (limit) => `条款中逗号分开的部分太多（逐段对照超过 ${String(limit)} 次），没有读取。请分成几份。`,
    en: (limit) =>
      `The clauses have too many parts between commas (more than ${String(limit)} comparisons); the document was not read. Divide it.`,
  },
  "too-deep": {
    zh: (limit) => `表格或标签嵌套超过 ${String(limit)} 层，没有读取。`,
    en: (limit) => `Tables or tags are nested more than ${String(limit)} deep; the document was not read.`,
  },
};

/** One sentence on why a document cannot be read and what to do. */
export function describeDocumentFailure(failure: DocumentFailure, lang: Lang): string {
  return messages[failure.code][lang](failure.limit ?? 0);
}
