/**
 * Fields of generated rubrics and the cells of their tables, biased to corners: blanks, zeros, 38 digits, other ways of writing, names
 * and keys that mean something to a program.
 */
import type { Draw } from "./draw.js";
import type { Word } from "./words.js";

type Write = (word: Word) => string;

export type FieldKind =
  "count" | "number" | "points" | "money" | "own" | "percent" | "flag" | "date" | "choice" | "text";

export interface GeneratedField {
  /** As the rubric writes it. */
  readonly written: string;
  readonly header: string;
  readonly kind: FieldKind;
  /** The unit of its type; empty where it has none. */
  readonly unit: string;
  readonly isOptional: boolean;
  readonly isOrdered: boolean;
  readonly declaration: string;
  readonly cell: () => string;
}

const plainNames = (
  "late done target rate visits marks cases price begun ended quality united filed school reported extra first second third fourth " +
  "fifth sixth seventh eighth ninth tenth"
).split(" ");

/** Names that a careless program, spreadsheet or script would confuse. All differ after folding. */
const oddNames = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "length",
  "undefined",
  "NaN",
  "e\u0301te\u0301",
  "ñu",
  "迟报次数",
  "片区",
  "「第１组」",
  "「two  words」",
  "`2008-01-01`",
  "「１００」",
  "「a.b」",
  "「10%」",
  "「甲 乙」",
  "درجة",
  "בדיקה",
  "「(x)」",
  "が",
  "`a/b`",
  "「😀」",
];

/** Names for one rubric, each used once. */
export class NamePool {
  private readonly names: string[];

  constructor(draw: Draw) {
    const odd = draw.shuffled(oddNames).slice(0, draw.pick([0, 2, 6, oddNames.length]));
    this.names = draw.shuffled([...plainNames, ...odd, ...odd.slice(0, 0)]);
    if (draw.chance(0.5)) this.names.sort((a, b) => Number(odd.includes(a)) - Number(odd.includes(b)));
  }

  next(): string {
    const name = this.names.pop();
    if (name === undefined) throw new RangeError("no names are left");
    return name;
  }
}

export const unquoted = (written: string): string => written.replace(/^[`「]|[`」]$/gu, "");

const keys = [
  "A",
  "B",
  "C",
  "甲村",
  "乙村",
  "丙村",
  "1",
  "01",
  "10",
  "2008",
  "2008-01-02",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "第１组",
  "第２组",
  "e\u0301",
  "\u00fc",
  "אבג",
  "قرية",
  "null",
  "undefined",
  "NaN",
  "Infinity",
  "0",
  "-5",
  "a,b",
  'say "x"',
  "1/2",
  "50%",
  "张三",
  "李四",
  "😀",
  "x;y",
  "true",
  "no",
  "İ",
  "ß",
  "ﬁn",
  "Ⅳ",
  "が",
  "か",
  "ａｂｃ",
];

export const subjectKeys = (draw: Draw, count: number): readonly string[] => draw.shuffled(keys).slice(0, count);

const long = "12345678901234567890123456789012345678";

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/gu, (each) => String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0));

/** Texts of one field, drawn anew for each cell. */
function cellOf(draw: Draw, kind: FieldKind, levels: readonly string[], unit: string): string {
  const odd = draw.chance(0.12);
  switch (kind) {
    case "count":
      return odd
        ? draw.pick(["0", "1,234", "１２", "+3", "007", "3万", long, " 5 ", "２", "1,000,000"])
        : String(draw.pick([0, 0, 1, 1, 2, 3, 4, 5, 7, 10, 12, 30]));
    case "own":
      return unit !== "公里" && draw.chance(0.3)
        ? draw.pick([
            "0:00:07",
            "1:05:30",
            "0:40",
            "0:01:05.5",
            "12'30\"",
            "1小时5分",
            "3分25秒6",
            "90秒",
            "2小时",
            "5 分钟",
          ])
        : cellOf(draw, "number", levels, unit);
    case "number":
    case "points":
      return odd
        ? draw.pick([
            "-0.5",
            "－0.5",
            "1,234.5",
            "１２．５",
            "+3",
            "007",
            long,
            `0.${long}`,
            `-${long}`,
            "0.1",
            "3.333333",
            "0.0",
          ])
        : draw.pick(["0", "1", "2", "3", "7", "9", "10", "0.5", "2.5", "33.3", "-1", "60", "80", "90"]);
    case "money":
      return odd
        ? draw.pick(["450万元", "30000元", "0.5亿元", "3万", long, "1,234", "-2", "１２"])
        : draw.pick(["0", "1", "2", "3", "7", "30", "50", "60", "80.5", "90", "100", "110"]) +
            (draw.chance(0.05) ? unit : "");
    case "percent":
      return odd
        ? draw.pick([
            "0",
            "0%",
            "100%",
            "１２．５％",
            "12‰",
            "99.999999999999999999%",
            "33.33%",
            "-5%",
            "150%",
            "1,000%",
          ])
        : draw.pick(["60%", "80%", "85%", "90%", "95%", "100%", "12.5%", "0%", "59.99%", "79.5%"]);
    case "flag":
      return draw.pick(["是", "否", "√", "×", "Yes", "n", "TRUE", "1", "0", "no", "y", "false"]);
    case "date":
      return draw.pick([
        "2008-01-02",
        "2008/1/2",
        "2008.1.31",
        "2008年2月29日",
        "20080301",
        "2008-12-31",
        "2007-12-31",
        "2008-06-15",
        "２００８－０３－０１",
      ]);
    case "choice":
      return draw.pick(levels);
    case "text":
      return odd
        ? draw.pick(["e\u0301", "\u00e9", "第１组", "第1组", "12", "2008-01-02", "__proto__"])
        : draw.pick(["x", "y", "迟报", "east", "西片"]);
  }
}

const unreadable: Partial<Record<FieldKind, readonly string[]>> = {
  count: ["-1", "1.5", "三", "约3", "—", "/", "无", "12,34", "5%"],
  number: ["三", "约3", "—", "12,34", "5%", "(5)"],
  points: ["约3", "—", "3万元"],
  own: ["约3", "—", "25:30", "0:90", "5分1小时", "2024-01-02 08:30"],
  money: ["￥5", "约3", "—", "5%"],
  percent: ["95", "0.95", "1", "—", "5个百分点"],
  flag: ["2", "好", "—"],
  date: ["1/2/2024", "24-1-2", "2008-02-30", "2024年1月"],
  choice: ["优优", "—"],
};

const orderedLevels = [
  ["poor", "fair", "good"],
  ["差", "中", "好"],
  ["low", "constructor", "high"],
];

export interface DataProfile {
  readonly blank: number;
  readonly broken: number;
  /** The unit that is neither points nor money. */
  readonly unit: string;
}

export const drawnProfile = (draw: Draw): DataProfile => ({
  blank: draw.pick([0, 0, 0, 0.05, 0.15, 0.4, 1]),
  broken: draw.pick([0, 0, 0, 0.03, 0.1]),
  unit: draw.pick(["公里", "分钟", "秒", "小时"]),
});

/** Declares a field of this kind, with its range, default or `optional`. `isPlain`: without any of these. */
export function drawnField(
  draw: Draw,
  word: Write,
  names: NamePool,
  kind: FieldKind,
  profile: DataProfile,
  isPlain = false,
): GeneratedField & { readonly levels: readonly string[] } {
  const written = names.next();
  const isOrdered = draw.chance(0.6);
  const levels = kind === "choice" ? draw.pick(orderedLevels) : [];
  const unit = kind === "money" ? draw.pick(["万元", "元"]) : kind === "own" ? profile.unit : "";
  const range = isPlain || kind === "text" ? "" : rangeOf(draw, kind);
  const isOptional = !isPlain && draw.chance(0.12);
  const fallback =
    !isPlain && !isOptional && range === "" && draw.chance(0.12) ? defaultText(draw, word, kind, levels) : "";
  const types: Record<FieldKind, string> = {
    count: `${word("count")} ${draw.chance(0.5) ? word("times") : ""}`,
    number: word("number"),
    points: `${word("number")} ${word("points")}`,
    money: `${word("number")} ${unit}`,
    own: `${word("number")} ${unit}`,
    percent: word("percent"),
    flag: word("flag"),
    date: word("date"),
    choice: `${word("choice")}(${levels.join(isOrdered ? " < " : ", ")})`,
    text: word("text"),
  };
  const assessor = draw.chance(0.2) ? ` ${word("assessor")} "${draw.pick(["民政办", "Org"])}"` : "";
  const bad = unreadable[kind] ?? [];
  return {
    written,
    header: draw.chance(0.5) ? unquoted(written).normalize("NFC") : unquoted(written),
    kind,
    unit,
    isOptional,
    isOrdered,
    levels,
    declaration: `${written}: ${types[kind]}${range}${isOptional ? ` ${word("optional")}` : ""}${fallback}${assessor}`,
    cell: () => {
      if (draw.chance(profile.blank)) return draw.pick(["", "", " ", "\u3000"]);
      if (bad.length > 0 && draw.chance(profile.broken)) return draw.pick(bad);
      const text = cellOf(draw, kind, levels, unit);
      return kind !== "text" && kind !== "choice" && draw.chance(0.03) ? fullWidth(text) : text;
    },
  };
}

function rangeOf(draw: Draw, kind: FieldKind): string {
  if (draw.chance(0.6)) return "";
  if (kind === "percent") return draw.pick([" 0% .. 100%", " 0% ..", " .. 100%"]);
  if (kind === "count") return draw.pick([" 0 .. 10", " 1 ..", " .. 5"]);
  if (kind === "number" || kind === "points" || kind === "money" || kind === "own")
    return draw.pick([" 1 ..", " 0 ..", " 0 .. 100", " .. 90"]);
  return "";
}

function defaultText(draw: Draw, word: Write, kind: FieldKind, levels: readonly string[]): string {
  switch (kind) {
    case "percent":
      return draw.pick([" = 0%", " = 100%"]);
    case "flag":
      return ` = ${word(draw.chance(0.5) ? "yes" : "no")}`;
    case "choice":
      return ` = ${draw.pick(levels)}`;
    case "count":
      return draw.pick([" = 0", " = 3"]);
    case "number":
    case "points":
    case "own":
      return draw.pick([" = 0", " = 2.5"]);
    default:
      return "";
  }
}
