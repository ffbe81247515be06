/**
 * Converts a table of an appraisal document, copied from Word or Excel, to sections and items: the columns for heading,
 * item, points and clause are detected by their content. Merged cells are empty below the first row, or have a row
 * span.
 */
import type { Lang } from "@yardstick/language";
import { numberOrZero, type Rational, sum } from "@yardstick/exact";
import { plainText } from "../model/sums.js";
import { quoted } from "./quoted.js";
import { safeName } from "./safe-name.js";

interface PastedItem {
  readonly name: string;
  readonly points: string;
  readonly clause: string;
  readonly assessor: string;
}

/** A section of the table with its items; `sum` is the sum of their points. */
export interface PastedSection {
  readonly name: string;
  /** As stated in the heading; null when it states none. */
  readonly stated: string | null;
  readonly items: readonly PastedItem[];
  readonly sum: string;
}

/** The sections of a pasted table, with the sum of all points and the number of items. */
export interface PastedTable {
  readonly sections: readonly PastedSection[];
  readonly total: string;
  readonly itemCount: number;
}

/** Cells by row; the content of a cell that spans rows or columns is in the first of them, and the others are empty. */
export function cellsOf(text: string, page = ""): readonly (readonly string[])[] {
  const fromPage = /<t[dh][\s>]/i.test(page) ? cellsOfPage(page) : [];
  return fromPage.length > 0 ? fromPage : cellsOfText(text);
}

/** Tab-separated, as spreadsheets copy: cells with line breaks or quotes are quoted. */
function cellsOfText(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  const plain = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let at = 0; at < plain.length; at++) {
    const character = plain[at] as string;
    if (isQuoted) {
      if (character === '"' && plain[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (character === '"') isQuoted = false;
      else cell += character;
    } else if (character === '"' && cell === "") isQuoted = true;
    else if (character === "\t" || character === "\n") {
      rows.at(-1)?.push(cell);
      cell = "";
      if (character === "\n") rows.push([]);
    } else cell += character;
  }
  rows.at(-1)?.push(cell);
  return rows.map((row) => row.map(tidy));
}

/** The tables of a page, concatenated: Word splits a long table. */
function cellsOfPage(page: string): readonly (readonly string[])[] {
  const plain = page.replace(/<!--[\s\S]*?-->/g, "");
  const tables = plain.match(/<table[\s\S]*?<\/table>/gi) ?? [plain];
  return tables.flatMap(cellsOfTable);
}

/**
 * The cells of a table with spans expanded. Parsed without a DOM, so that no part of a pasted page is run or loaded.
 */
function cellsOfTable(table: string): readonly (readonly string[])[] {
  const rows: (string | undefined)[][] = [];
  for (const [at, [, inner = ""]] of [...table.matchAll(/<tr[^>]*>([\s\S]*?)(?=<tr|<\/table|$)/gi)].entries()) {
    rows[at] ??= [];
    let column = 0;
    for (const [, attributes = "", content = ""] of inner.matchAll(
      /<t[dh]([^>]*)>([\s\S]*?)(?=<t[dh][\s>]|<\/t[dhr]|$)/gi,
    )) {
      while (rows[at]?.[column] !== undefined) column += 1;
      const high = spanIn(attributes, "rowspan");
      const wide = spanIn(attributes, "colspan");
      for (let down = 0; down < high; down++) {
        rows[at + down] ??= [];
        for (let across = 0; across < wide; across++)
          (rows[at + down] as string[])[column + across] = down + across === 0 ? textIn(content) : "";
      }
      column += wide;
    }
  }
  return rows.map((row) => Array.from(row, (cell) => cell ?? ""));
}

function spanIn(attributes: string, name: string): number {
  const found = Number(new RegExp(`${name}\\s*=\\s*["']?(\\d+)`, "i").exec(attributes)?.[1] ?? "1");
  return Math.min(Math.max(found, 1), 1000);
}

function textIn(content: string): string {
  const text = content
    .replace(/<br[^>]*>|<\/p>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&nbsp;/gi, " ")
    .replace(/&lt;/gi, "<")
    .replace(/&gt;/gi, ">")
    .replace(/&quot;/gi, '"')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&amp;/gi, "&");
  return tidy(text);
}

function tidy(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/[\s\u3000]+/g, " ").trim())
    .filter((line) => line !== "")
    .join("；")
    .replace(/([；。，、：])；/g, "$1");
}

const pointsHead = /^(标准)?(分值|满分|分数|权重分|分|points?)[（(]?/i;
const clauseHead = /评分|计分|标准|办法|细则|规则|clause|rule|criteri/i;
const itemHead = /条目|指标|目标|内容|项目|item|target/i;
const sectionHead = /大类|类别|一级|分类|section|part/i;
const assessorHead = /部门|单位|责任|assessor|department/i;

interface Columns {
  readonly section: number | null;
  readonly item: number;
  readonly points: number;
  readonly clause: number | null;
  readonly assessor: number | null;
  /** Number of header rows. */
  readonly head: number;
}

/** Null when no column contains points. `other` is the name for items without a heading. */
export function readTable(rows: readonly (readonly string[])[], other: string): PastedTable | null {
  const columns = columnsOf(rows);
  if (columns === null) return null;
  const sections: { name: string; stated: string | null; items: PastedItem[] }[] = [];
  let heading = "";
  let lastItem = "";
  for (const row of rows.slice(columns.head)) {
    const cell = (at: number | null): string => (at === null ? "" : (row[at] ?? "").trim());
    const points = pointsIn(cell(columns.points));
    const written = cell(columns.section);
    if (written !== "" && /^(合计|总计|total|sum)/i.test(written)) continue;
    const isSum = /^(合计|小计|总计|total|sum)/i.test(cell(columns.item));
    if (isSum) continue;
    const isNew = written !== "" && written !== heading;
    if (isNew) {
      heading = written;
      lastItem = "";
      sections.push({ name: nameIn(written), stated: statedIn(written), items: [] });
    }
    const section = sections.at(-1);
    const named = cell(columns.item);
    const clause =
      columns.clause === null && columns.item !== columns.section ? cell(columns.item) : cell(columns.clause);
    if (named === "" && points === null && clause === "") continue;
    const isHeadingRow = columns.section === null && points !== null && clause === "" && isHeading(named);
    if (isHeadingRow) {
      sections.push({ name: nameIn(named), stated: points, items: [] });
      lastItem = "";
      continue;
    }
    if (points === null) {
      // A clause below the first one of a merged item belongs to the same item.
      const last = section?.items.at(-1);
      if (last !== undefined && section !== undefined && (named === "" || named === lastItem))
        section.items[section.items.length - 1] = { ...last, clause: joined(last.clause, clause) };
      continue;
    }
    if (named !== "") lastItem = named;
    const target = section ?? { name: other, stated: null, items: [] };
    if (section === undefined) sections.push(target);
    const name = nameIn(named !== "" ? named : lastItem !== "" ? lastItem : clause.slice(0, 8));
    target.items.push({
      name: name === "" ? `${other}${target.items.length + 1}` : name,
      points,
      clause,
      assessor: cell(columns.assessor),
    });
  }
  const kept = sections.filter(({ items }) => items.length > 0);
  const made = kept.map((each) => ({ ...each, sum: plainText(sumIn(each.items)) }));
  const total = plainText(sum(made.map((each) => numberOrZero(each.sum))));
  const itemCount = made.reduce((sum, { items }) => sum + items.length, 0);
  return itemCount === 0 ? null : { sections: made, total, itemCount };
}

/** Sections whose heading states other points than the sum of their items. */
export function mismatches({ sections }: PastedTable): readonly PastedSection[] {
  return sections.filter(({ stated, sum }) => stated !== null && numberOrZero(stated).compare(numberOrZero(sum)) !== 0);
}

function sumIn(items: readonly PastedItem[]): Rational {
  return sum(items.map(({ points }) => numberOrZero(points)));
}

function columnsOf(rows: readonly (readonly string[])[]): Columns | null {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const all = Array.from({ length: width }, (_, at) => at);
  const headAt = rows
    .slice(0, 4)
    .findIndex(
      (row) =>
        row.some((cell) => pointsHead.test(cell)) && row.some((cell) => clauseHead.test(cell) || itemHead.test(cell)),
    );
  const head = headAt < 0 ? [] : (rows[headAt] ?? []);
  const body = rows.slice(headAt + 1);
  const filled = (at: number): readonly string[] =>
    body.map((row) => (row[at] ?? "").trim()).filter((cell) => cell !== "");
  const byHead = (pattern: RegExp, not: readonly (number | null)[]): number | null => {
    const found = all.find((at) => !not.includes(at) && pattern.test(head[at] ?? ""));
    return found ?? null;
  };
  const shareOfPoints = (at: number): number =>
    filled(at).filter((cell) => pointsIn(cell) !== null).length / Math.max(1, filled(at).length);
  const points =
    byHead(pointsHead, []) ?? all.filter((at) => filled(at).length > 0 && shareOfPoints(at) >= 0.8).at(-1) ?? null;
  if (points === null || filled(points).length === 0) return null;
  const assessor = byHead(assessorHead, [points]);
  const texts = all.filter(
    (at) => at !== points && at !== assessor && filled(at).length > 0 && shareOfPoints(at) < 0.8,
  );
  const length = (at: number): number =>
    filled(at).reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, filled(at).length);
  const clause = byHead(clauseHead, [points, assessor]) ?? (texts.length > 1 ? longest(texts.slice(1), length) : null);
  const rest = texts.filter((at) => at !== clause);
  const withPoints = body.filter((row) => pointsIn((row[points] ?? "").trim()) !== null).length;
  const isGrouping = (at: number): boolean => new Set(filled(at)).size < withPoints;
  const section =
    rest.length > 1
      ? (byHead(sectionHead, [points, assessor, clause]) ?? rest[0] ?? null)
      : (rest.find((at) => clause !== null && isGrouping(at)) ?? null);
  const item = rest.filter((at) => at !== section)[0] ?? clause ?? rest[0];
  return item === undefined
    ? null
    : { section, item, points, clause: clause === item ? null : clause, assessor, head: headAt + 1 };
}

function longest(columns: readonly number[], length: (at: number) => number): number {
  return columns.reduce((best, at) => (length(at) > length(best) ? at : best));
}

/** `5`, `5分`, `（5 分）`; null for any other text. */
function pointsIn(cell: string): string | null {
  const found = /^[（(]?\s*(\d+(?:\.\d+)?)\s*(?:分|points?)?\s*[)）]?$/.exec(cell.normalize("NFKC"));
  return found?.[1] ?? null;
}

/** `一、党群工作（18分）` states 18. */
function statedIn(heading: string): string | null {
  return /(\d+(?:\.\d+)?)\s*(?:分|points?)/.exec(heading.normalize("NFKC"))?.[1] ?? null;
}

function isHeading(text: string): boolean {
  return /^[一二三四五六七八九十]+、|^第[一二三四五六七八九十]+/.test(text);
}

/** Without number and points. */
function nameIn(text: string): string {
  return text
    .replace(/^[\s（(]*[一二三四五六七八九十\d]+\s*[、.．)）]\s*/u, "")
    .replace(/[（(]\s*\d+(?:\.\d+)?\s*(?:分|points?)?\s*[)）]/giu, "")
    .replace(/\d+(?:\.\d+)?\s*分$/u, "")
    .replace(/[。；;：:，,]+$/u, "")
    .trim()
    .slice(0, 40);
}

function joined(before: string, after: string): string {
  return before === "" ? after : after === "" ? before : `${before}；${after}`;
}

/**
 * The sections as text of a rubric, each item at the assessor's discretion, with its clause as the basis of the rule.
 */
export function tableText({ sections }: PastedTable, lang: Lang, taken: ReadonlySet<string>): string {
  const used = new Set(taken);
  const fresh = (name: string): string => {
    let free = name;
    for (let number = 2; used.has(free); number += 1) free = `${name}${number}`;
    used.add(free);
    return safeName(free);
  };
  const [sectionWord, itemWord, unit, judged, basis, assessorWord] =
    lang === "zh"
      ? ["大类", "条目", " 分", "酌情 得", "依据", "考核部门"]
      : ["section", "item", "", "at discretion earn", "basis", "assessor"];
  return sections
    .map(({ name, sum, items }) => {
      const rows = items.map((item) => {
        const from = item.assessor === "" ? "" : ` ${assessorWord} ${quoted(item.assessor)}`;
        const clause = item.clause === "" ? "" : ` ${basis} ${quoted(item.clause)}`;
        return `  ${itemWord} ${fresh(item.name)} ${item.points}${unit}${from} {\n    ${judged}${clause}\n  }`;
      });
      return `${sectionWord} ${fresh(name)} ${sum}${unit} {\n${rows.join("\n")}\n}\n`;
    })
    .join("\n");
}

/** A complete rubric with only this table. */
export function tableRubric(table: PastedTable, lang: Lang): string {
  const head = lang === "zh" ? `满分 ${table.total} 分\n\n` : `total ${table.total}\n\n`;
  const subject =
    lang === "zh" ? "数据 考核对象 {\n  名称: 文本 主键\n}\n\n" : "data subjects {\n  name: text key\n}\n\n";
  return head + subject + tableText(table, lang, new Set());
}
