/**
 * Headers of columns: those that carry a unit, in whatever notation (`完成（万元）`, `任务(单位：万元)`, `税收完成/万元`, `人数 [人]`), and that of
 * the column in which the ledger sheets of entry forms, and tables merged from them, keep the identity of each record.
 */
import { foldHeader, foldName } from "./fold-name.js";

/** A name and a unit that a header may be made of. */
export interface HeaderSplit {
  readonly name: string;
  readonly unit: string;
  /** Whether the notation itself says that it is a unit; a slash or a space may also belong to the name. */
  readonly isMarked: boolean;
}

const BRACKETS_BEHIND = /^(.+)\(([^()]*)\)$/u;
const BRACKETS_BEFORE = /^\(([^()]*)\)(.+)$/u;
const UNIT_SAID = /^(.+?)[-,:;/_ ]?(?:计量)?(?:单位|unit|units)[:=]?(.+)$/iu;
const SEPARATED = /^(.+?)[-/,:;_ ]([^-/,:;_ ]{1,8})$/u;
/** Letters and digits alone, without a word for units: such a header is a name as a whole, as most cells that are compared with headers are. */
const WHOLE = /^(?:(?!单位|[Uu][Nn][Ii][Tt])[A-Za-z\d\u4e00-\u9fff])*$/u;
const UNIT_PREFIX = /^(?:计量)?(?:单位|unit|units|in)[:= ]+/iu;

/** Whether a header is surely a name without a unit, and folded but for its case. */
export const isWholeHeader = (header: string): boolean => WHOLE.test(header);

/** The ways in which a header may be a name with a unit, the most likely first. */
export function splitHeader(header: string): readonly HeaderSplit[] {
  const text = foldName(header);
  if (WHOLE.test(text)) return [];
  const splits: HeaderSplit[] = [];
  const add = (name: string | undefined, unit: string | undefined, isMarked: boolean) => {
    if (name === undefined || unit === undefined) return;
    splits.push({ name: foldHeader(name), unit: unit.replace(UNIT_PREFIX, "").trim(), isMarked });
  };
  const behind = BRACKETS_BEHIND.exec(text);
  add(behind?.[1], behind?.[2], true);
  const before = BRACKETS_BEFORE.exec(text);
  add(before?.[2], before?.[1], true);
  const said = UNIT_SAID.exec(text);
  add(said?.[1], said?.[2], true);
  const separated = SEPARATED.exec(text);
  add(separated?.[1], separated?.[2], false);
  return splits;
}

/** Folded names that a header may stand for: itself, then itself without what may be its unit. */
export function headerNames(header: string): readonly string[] {
  return [foldHeader(header), ...splitHeader(header).map(({ name }) => name)];
}

/** The headers of identities of records by language; both are recognised. */
export const RECORD_HEADERS = { zh: "记录标识（自动生成）", en: "record id (generated)" } as const;

/** Whether a header is that of the identities of records. */
export function isRecordHeader(header: string): boolean {
  return Object.values(RECORD_HEADERS).some((own) => foldHeader(own) === foldHeader(header));
}
