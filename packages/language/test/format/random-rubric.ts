/**
 * Random rubrics for properties: sentences of the grammar, spelled in both vocabularies with ordinary and awkward names,
 * full-width signs, stray separators, and comments between any two tokens where one may stand. All of them parse.
 */
import * as fc from "fast-check";
import { parse, vocabulary, type Role, type RoleName } from "@yardstick/language";
import { derive, Tape, type Terminal } from "./derivation.js";

/** How much of what is awkward: 0 is what people write, 1 has names that are keywords and comments everywhere. */
export interface Taste {
  readonly awkwardNames: boolean;
  readonly comments: boolean;
}

const plainNames = [
  "迟报次数",
  "完成",
  "任务",
  "台账",
  "事项",
  "全街道",
  "组织建设",
  "优秀",
  "score_a",
  "末位",
  "求和",
  "sum",
];
const awkwardNames = [
  [
    "「按 时」",
    "`a b`",
    "「满分」",
    "总分",
    "score",
    "得分",
    "主键",
    "权重",
    "扣",
    "最多",
    "up",
    "to",
    "round",
    "items",
    "适用",
  ],
  [
    "仅限",
    "加分",
    "并列",
    "或",
    "且",
    "and",
    "是",
    "无",
    "同",
    "within",
    "保留",
    "place",
    "次",
    "分",
    "points",
    "度",
    "最高",
  ],
  [
    "lowest",
    "否则",
    "otherwise",
    "in",
    "proportion",
    "no",
    "at",
    "discretion",
    "each",
    "section",
    "all",
    "grade",
    "rank",
  ],
].flat();
const hardNames = ["按", "满分", "其余", "若", "每", "非", "就高", "per", "full", "else", "by", "not"];
const units = ["", "", " 分", "分", " 元", "%", "％", " %", "‰", " 次", "个百分点", " points", " 万元", " percent"];
const digits = ["0", "1", "5", "0.1", "12.50", "３", "０．５", "100"];
const texts = ['"x"', "“甲、乙”", '"a \\" b"', '"// 不是注释"', "“{；}”"];
const dates = ["2008-01-31", "2008年2月1日", "２００８－０１－０１", "2008年 12月 3日"];
const comments = ["/* 注 */", "/**/", "/* a, b; { */", "/* 一\n   二 */"];
const lineComments = ["// 注", "//", "/// 说明", "/// a  ", "//// 线"];

const signs: Readonly<Record<string, readonly string[]>> = {
  Eq: ["=", "＝", "=="],
  Neq: ["≠", "!=", "<>"],
  Le: ["<=", "≤"],
  Ge: [">=", "≥", "＞＝"],
  Lt: ["<", "＜"],
  Gt: [">", "＞"],
  CompareOp: ["=", "<", ">=", "≠", "≤"],
  Plus: ["+", "＋"],
  Minus: ["-", "－"],
  AddOp: ["+", "-"],
  MulOp: ["*", "/", "×", "÷"],
  Caret: ["^", "＾"],
  Range: ["..", "～", "至", "—"],
  Comma: [",", "，", "、"],
  Colon: [":", "："],
  Dot: [".", "．"],
  LCurly: ["{", "｛"],
  RCurly: ["}", "｝"],
  LParen: ["(", "（"],
  RParen: [")", "）"],
  LSquare: ["[", "【"],
  RSquare: ["]", "】"],
};

function spell({ type, rule, label }: Terminal, tape: Tape, taste: Taste, languages: readonly ("zh" | "en")[]): string {
  const sign = signs[type];
  if (sign !== undefined) return tape.oneOf(sign);
  switch (type) {
    case "Sep":
      return tape.oneOf(["\n", "\n", "\n\n\n", ";", "；", "。"]);
    case "Number":
      return tape.oneOf(digits) + (rule === "roundsTo" || rule === "power" || rule === "drop" ? "" : tape.oneOf(units));
    case "Text":
      return tape.oneOf(texts);
    case "Date":
      return tape.oneOf(dates);
    case "Identifier":
      return label === "unit" ? tape.oneOf(["项", "亩", "分"]) : tape.oneOf(plainNames);
    case "QuotedName":
      return "「甲 乙」";
    case "Name":
    case "AnyName":
      if (!taste.awkwardNames || !tape.chance(3)) return tape.oneOf(plainNames);
      return tape.oneOf(type === "Name" ? awkwardNames : [...awkwardNames, ...hardNames]);
    default: {
      const role: Role = vocabulary[type as RoleName];
      const spellings = languages.flatMap((lang) => role[lang]);
      return tape.oneOf(spellings.length > 0 ? spellings : role.zh);
    }
  }
}

const operators = new Set(["CompareOp", "Eq", "Lt", "AddOp", "MulOp", "Plus", "Minus", "Caret", "And", "Or", "Not"]);
const tightly = new Set(["Comma", "Colon", "Dot", "LCurly", "RCurly", "LParen", "RParen", "LSquare", "RSquare"]);

/** What stands between two tokens: space, a line's end where it means nothing, comments. */
function gap(before: Terminal, after: Terminal, isInRound: boolean, tape: Tape, taste: Taste): string {
  const mayEnd =
    isInRound ||
    ((operators.has(before.type) || ["Comma", "Colon", "LCurly", "Sep"].includes(before.type)) &&
      !operators.has(after.type)) ||
    (["LCurly", "RCurly"].includes(after.type) && before.type !== "LCurly");
  const spaces = tightly.has(before.type) || tightly.has(after.type) ? ["", " ", " "] : [" ", " ", "  ", "\t", "　"];
  let text = tape.oneOf(spaces);
  if (mayEnd && tape.chance(6)) text += tape.oneOf(["\n", "\n  ", "\r\n", "\n\n\n"]);
  if (!taste.comments || !tape.chance(8)) return text;
  if (mayEnd && tape.chance(2)) return `${text} ${tape.oneOf(lineComments)}\n${tape.oneOf(["", "  ", "\n"])}`;
  return `${text} ${tape.oneOf(mayEnd ? comments : comments.slice(0, 3))}${tape.oneOf(mayEnd ? [" ", "\n"] : [" ", ""])}`;
}

function write(terminals: readonly Terminal[], tape: Tape, taste: Taste): string {
  const languages = tape.oneOf([["zh"], ["en"], ["zh", "en"]] as const);
  const open: string[] = [];
  let text = "";
  terminals.forEach((terminal, i) => {
    const before = terminals[i - 1];
    if (before !== undefined)
      text += gap(before, terminal, open.at(-1) === "LParen" || open.at(-1) === "LSquare", tape, taste);
    if (/^L(Curly|Paren|Square)$/.test(terminal.type)) open.push(terminal.type);
    if (/^R(Curly|Paren|Square)$/.test(terminal.type)) open.pop();
    text += spell(terminal, tape, taste, languages);
  });
  return text;
}

function isSound(source: string): boolean {
  return parse(source).findings.length === 0;
}

/** One declaration that parses; where the tape gives one that does not, none. */
function declaration([sentence, spelling]: readonly (readonly number[])[], taste: Taste): string[] {
  const text = write(derive("declaration", new Tape(sentence ?? [])), new Tape(spelling ?? []), taste);
  return isSound(text) ? [text] : [];
}

type Filled = readonly ["section" | "item" | "data", readonly (readonly number[])[]];

/** A part or a data block with something in each of its blocks; without tapes the shortest. */
function filled([rule, [sentence, spelling]]: Filled, taste: Taste): string {
  return write(derive(rule, new Tape(sentence ?? []), true), new Tape(spelling ?? []), taste);
}

function tapes(maxLength: number): fc.Arbitrary<number[]> {
  return fc.array(fc.nat({ max: 5039 }), { maxLength, size: "max" });
}

const ends = ["\n", "\n", ";", "。", "\n\n\n", "  // 行末\n", " /* 块 */\n", "\r\n"];

/** One after another, with what may stand between. */
function together(declarations: readonly string[], links: Tape, taste: Taste): string {
  return declarations
    .map((text) => {
      const comment = taste.comments && links.chance(3) ? `${links.oneOf([...lineComments, ...comments])}\n` : "";
      return comment + text + links.oneOf(ends);
    })
    .join("");
}

export function rubrics(taste: Taste): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(fc.tuple(tapes(120), tapes(300)), { minLength: 1, maxLength: 6, size: "max" }), tapes(20))
    .map(([declarations, between]) =>
      together(
        declarations.flatMap((numbers) => declaration(numbers, taste)),
        new Tape(between),
        taste,
      ),
    )
    .filter((source) => source !== "" && isSound(source));
}

/** Rubrics in which every edit has something to edit: two parts with lines, a data block with fields, a value with a number. */
export function editableRubrics(taste: Taste): fc.Arbitrary<string> {
  const one = fc.tuple(tapes(30), tapes(80));
  return fc
    .tuple(one, one, one, tapes(20))
    .map(([part, item, data, between]) => {
      const value = (links: Tape): string =>
        `${links.oneOf(["设", "let"])} 末值 = ${links.oneOf(plainNames)} / ${links.oneOf(digits)}`;
      const whole = (soundly: (one: Filled) => Filled): string => {
        const links = new Tape(between);
        const parts: Filled[] = [
          [links.oneOf(["section", "item"]), part],
          ["item", item],
        ];
        parts.splice(links.next(3), 0, ["data", data]);
        return together([...parts.map((p) => filled(soundly(p), taste)), value(links)], links, taste);
      };
      const text = whole((p) => p);
      // Of those that do not parse, the shortest stands for each that is to blame.
      return isSound(text) ? text : whole((p) => (isSound(filled(p, taste)) ? p : [p[0], []]));
    })
    .filter(isSound);
}
