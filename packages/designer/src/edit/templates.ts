/**
 * Texts inserted by the designer's menus: rules, suffixes and declarations in both vocabularies, with slots to be
 * filled in.
 */
import { type ast, keywordIn, type Lang, type suffixes, placeholderName } from "@yardstick/language";

/** The templates of new rules. */
export type LineTemplate =
  | "per"
  | "if"
  | "under"
  | "judged"
  | "over"
  | "between"
  | "either"
  | "each"
  | "proportion"
  | "bands"
  | "anchors"
  | "judgedEarn"
  | "perAdd"
  | "ifAdd"
  | "block"
  | "open";

/** The templates with buttons of their own; the others are in the menu. */
export const commonLines: readonly LineTemplate[] = ["per", "if", "under", "judged"];
/** The templates in the menu “more”. */
export const otherLines: readonly LineTemplate[] = [
  "over",
  "between",
  "either",
  "each",
  "proportion",
  "bands",
  "anchors",
  "judgedEarn",
  "perAdd",
  "ifAdd",
  "block",
  "open",
];

/** `judged` is an unused name for the assessor's input. */
export function lineText(template: LineTemplate, lang: Lang, judged: string): string {
  const x = placeholderName(lang);
  const zh: Readonly<Record<LineTemplate, string>> = {
    per: `每 ${x} 扣 0.1 分`,
    if: `若 ${x} 扣 0.1 分`,
    under: `每 ${x} 少于 1 扣 0.1 分`,
    judged: `酌情 扣 ${judged} 0 .. 1 分`,
    over: `每 ${x} 超过 1 扣 0.1 分`,
    between: `每 ${x} 介于 0 .. 1 扣 0.1 分`,
    either: `每 ${x} 以 0 为基 加减 0.1 分`,
    each: `逐条 ${x} 其中 ${x} = "" 扣 0.1 分`,
    proportion: `得 按比例 ${x} / ${x}`,
    bands: `得 按 ${x} {\n  < 60: 0\n  60 .. 80: 50%\n  其余: 满分\n}`,
    anchors: `得 按 ${x} 插值 {\n  0%: 0\n  100%: 满分\n}`,
    judgedEarn: "酌情 得",
    perAdd: `每 ${x} 加 0.1 分`,
    ifAdd: `若 ${x} 加 0.1 分`,
    block: `若 ${x} {\n  每 ${x} 扣 0.1 分\n}`,
    open: '待定 ""',
  };
  const en: Readonly<Record<LineTemplate, string>> = {
    per: `per ${x} deduct 0.1`,
    if: `if ${x} deduct 0.1`,
    under: `per ${x} under 1 deduct 0.1`,
    judged: `at discretion deduct ${judged} 0 .. 1`,
    over: `per ${x} over 1 deduct 0.1`,
    between: `per ${x} between 0 .. 1 deduct 0.1`,
    either: `per ${x} from 0 add or deduct 0.1`,
    each: `each ${x} where ${x} = "" deduct 0.1`,
    proportion: `earn in proportion ${x} / ${x}`,
    bands: `earn by ${x} {\n  < 60: 0\n  60 .. 80: 50%\n  else: full\n}`,
    anchors: `earn by ${x} interpolated {\n  0%: 0\n  100%: full\n}`,
    judgedEarn: "at discretion earn",
    perAdd: `per ${x} add 0.1`,
    ifAdd: `if ${x} add 0.1`,
    block: `if ${x} {\n  per ${x} deduct 0.1\n}`,
    open: 'open ""',
  };
  return (lang === "zh" ? zh : en)[template];
}

/** A suffix of the vocabulary, for all rows together or for each group of them. */
export interface SuffixOffer {
  readonly suffix: (typeof suffixes)[number];
  readonly isByGroup: boolean;
}

/** Other additions to a rule: a condition on its rows, a step, the floor of a proportion, a second condition. */
export type ExtraTemplate = "where" | "step" | "below" | "and";

/** Everything that can be added to a rule. */
export type SuffixTemplate = SuffixOffer | ExtraTemplate;

/** The text of an addition, with slots to be filled in. */
export function suffixText(template: SuffixOffer | "where" | "below", lang: Lang): string {
  const x = placeholderName(lang);
  const isChinese = lang === "zh";
  if (template === "where") return isChinese ? `其中 ${x} = ""` : `where ${x} = ""`;
  if (template === "below") return isChinese ? "低于 60% 得 0" : "below 60% earns 0";
  const group = isChinese ? `月份(${x})` : `month(${x})`;
  const operands: Readonly<Record<SuffixOffer["suffix"]["takes"], string>> = {
    points: isChinese ? "1 分" : "1",
    group,
    condition: x,
    text: '""',
  };
  const { suffix, isByGroup } = template;
  const text = `${keywordIn(lang, suffix.word)} ${operands[suffix.takes]}`;
  return isByGroup ? `${text} ${keywordIn(lang, "Per")} ${group}` : text;
}

/** The kinds of declarations that can be added below the table. */
export type DeclarationTemplate = Exclude<ast.Declaration["kind"], "section" | "item">;

/** `name` is unused; `ranking` and `grade` are the first of the rubric, if any. */
export function declarationText(
  template: DeclarationTemplate,
  lang: Lang,
  { name, ranking, subject }: { readonly name: string; readonly ranking: string; readonly subject: string },
): string {
  const x = placeholderName(lang);
  const zh: Readonly<Record<DeclarationTemplate, string>> = {
    title: '考核 "未命名的考核"',
    edition: `版本 "${String(new Date().getFullYear())}"`,
    total: "满分 100 分",
    rounding: "总分 保留 2 位小数",
    use: `引用 "" 作 ${name} 按 ${x}`,
    data: `数据 ${subject} {\n  名称: 文本 主键\n}`,
    "choice-declaration": `选项 ${name} (差 < 中 < 好)`,
    constant: `常量 ${name}: 数值`,
    "bonus-only": `加分 仅限 ${x}`,
    veto: `一票否决 ${name} 若 ${x} { 不占名次 }`,
    coefficient: `系数 ${name} 按 ${x} {\n  < 1000: 1\n  1000 .. 3000: 1.05\n  其余: 1.1\n} 用于 总分`,
    ranking: `排名 ${name} 按 总分 并列 同名次`,
    grades: `等次 ${name} {\n  优秀: 总分 >= 90\n  合格: 总分 >= 60\n  其余: 不合格\n}`,
    award: `奖励 ${name} ${ranking} 第 1 名 1000 元`,
    consequence: `处理 ${name} 若 末位(${ranking})`,
    let: `设 ${name} = ${x}`,
    output: `公布 ${name} = ${x}`,
    requirement: `要求 ${x} ""`,
    policy: `政策 ${x} ""`,
    scenario: `方案 "${name}" {\n  ${x}: 10 分\n}`,
    test: `样例 "${name}" {\n  给定 { ${x}: 0, 其余: 满分 }\n  应得 { 总分: 100 }\n}`,
  };
  const en: Readonly<Record<DeclarationTemplate, string>> = {
    title: 'rubric "Untitled rubric"',
    edition: `edition "${String(new Date().getFullYear())}"`,
    total: "total 100",
    rounding: "score rounds to 2 decimals",
    use: `use "" as ${name} by ${x}`,
    data: `data ${subject} {\n  name: text key\n}`,
    "choice-declaration": `choice ${name} (poor < fair < good)`,
    constant: `constant ${name}: number`,
    "bonus-only": `bonus only in ${x}`,
    veto: `veto ${name} if ${x} { no place }`,
    coefficient: `coefficient ${name} by ${x} {\n  < 1000: 1\n  1000 .. 3000: 1.05\n  else: 1.1\n} applies to total`,
    ranking: `ranking ${name} by score ties share`,
    grades: `grades ${name} {\n  excellent: score >= 90\n  pass: score >= 60\n  else: fail\n}`,
    award: `award ${name} ${ranking} place 1 1000 yuan`,
    consequence: `consequence ${name} if last(${ranking})`,
    let: `let ${name} = ${x}`,
    output: `output ${name} = ${x}`,
    requirement: `require ${x} ""`,
    policy: `policy ${x} ""`,
    scenario: `scenario "${name}" {\n  ${x}: 10\n}`,
    test: `test "${name}" {\n  given { ${x}: 0, else: full }\n  expect { score: 100 }\n}`,
  };
  return (lang === "zh" ? zh : en)[template];
}
