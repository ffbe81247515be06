/**
 * What the parser finds: one message a construct, which says how the construct is written, never a list of tokens.
 */
import type { Bilingual } from "../../vocabulary/bilingual.js";
import { entry, type Entry } from "./entry.js";
import { clip } from "./lexical.js";

/** What was expected at this position, and what was found (empty at the end of the text). */
export interface SyntaxParams {
  readonly wanted: Bilingual;
  readonly found: string;
}

function construct(zhName: string, enName: string, zhForm: string, enForm: string): Entry<SyntaxParams> {
  return entry<SyntaxParams>(
    "error",
    (h) => ({
      zh: `${zhName}：此处应为${h.wanted.zh}，${h.found === "" ? "但文本已结束" : h.found === "\n" ? "但这一行已结束" : `读到「${clip(h.found)}」`}。`,
      en: `${enName}: expected ${h.wanted.en}, found ${h.found === "" ? "the end of the text" : h.found === "\n" ? "the end of the line" : `"${clip(h.found)}"`}.`,
    }),
    () => ({ zh: `写法：${zhForm}`, en: `Write: ${enForm}` }),
  );
}

export const syntax = {
  "syntax-declaration": construct(
    "规则",
    "Rubric",
    "每一条以「大类」「条目」「数据」「排名」等开头",
    "each declaration begins with `section`, `item`, `data`, `ranking` …",
  ),
  "syntax-head": construct(
    "考核表头",
    "Head",
    '考核 "名称"；版本 "2008" 施行 2008-01-01 .. 2008-12-31；满分 100 分；总分 保留 2 位小数',
    'rubric "name"; edition "2008" effective 2008-01-01 .. 2008-12-31; total 100 points; score rounds to 2 decimals',
  ),
  "syntax-use": construct("引用", "Use", '引用 "班子.rubric" 作 班子 按 乡镇', 'use "team.rubric" as team by township'),
  "syntax-data": construct("数据", "Data", "数据 社区 { 名称: 文本 主键 … }", "data community { name: text key … }"),
  "syntax-field": construct("字段", "Field", "活动次数: 计数 次", "activities: count times"),
  "syntax-section": construct("大类", "Section", "大类 党群工作 18 分 { … }", "section party 18 points { … }"),
  "syntax-variants": construct(
    "分类考核",
    "Variants",
    "大类 产业 10 分 按 类型 { 山区 { … } 其余 { … } }",
    "section industry 10 points by kind { hill { … } else { … } }",
  ),
  "syntax-item": construct(
    "条目",
    "Item",
    "条目 民主集中制 2 分 { 每 制度不健全 扣 0.1 分 }",
    "item centralism 2 points { per missing_rules deduct 0.1 points }",
  ),
  "syntax-bonus": construct(
    "加分项、扣分项",
    "Bonus or penalty",
    "加分项 招商超额 最多 3 分 { … }",
    "bonus investment up to 3 points { … }",
  ),
  "syntax-line": construct(
    "计分规则",
    "Rule",
    "每 迟报次数 扣 0.1 分 最多 0.5 分",
    "per late_reports deduct 0.1 points up to 0.5 points",
  ),
  "syntax-applies": construct(
    "适用条件",
    "Applicability",
    "适用 若 有学校 否则 折算",
    "applies if has_school otherwise rescale",
  ),
  "syntax-by": construct(
    "分档",
    "Bands",
    "按 人口 { < 2000: 0.9; 2000 .. 5000: 1; 其余: 1.1 }",
    "by population { < 2000: 0.9; 2000 .. 5000: 1; else: 1.1 }",
  ),
  "syntax-value": construct(
    "数值或算式",
    "Value",
    "字段、数、文字或算式，如 招商完成 / 招商任务",
    "a field, a number, a text or a calculation, such as done / target",
  ),
  "syntax-call": construct(
    "函数",
    "Function",
    '求和(台账.数量 其中 事项 = "迟报")',
    'sum(ledger.amount where matter = "late")',
  ),
  "syntax-veto": construct(
    "一票否决",
    "Veto",
    "一票否决 安全生产 若 安全事故 > 0 { 不占名次 }",
    "veto safety if accidents > 0 { no place }",
  ),
  "syntax-coefficient": construct(
    "系数",
    "Coefficient",
    "系数 规模系数 按 人口 { … } 用于 总分",
    "coefficient size by population { … } applies to total",
  ),
  "syntax-ranking": construct(
    "排名",
    "Ranking",
    "排名 全街道 按 总分 并列 同名次",
    "ranking overall by score ties share",
  ),
  "syntax-grades": construct(
    "等次",
    "Grades",
    "等次 年度等次 { 优秀: 名额 20% 且 总分 >= 90; 其余: 称职 }",
    "grades year { excellent: quota 20% and score >= 90; else: competent }",
  ),
  "syntax-award": construct(
    "奖励",
    "Award",
    "奖励 红旗单位 全街道 第 1 名 3000 元",
    "award red_flag overall place 1 pays 3000 yuan",
  ),
  "syntax-consequence": construct(
    "处理",
    "Consequence",
    "处理 警示谈话 若 末位(全街道)",
    "consequence warning if last(overall)",
  ),
  "syntax-output": construct(
    "设、公布",
    "Let or output",
    "公布 绩效工资 = 总分 * 50 元 保留 2 位小数",
    "output pay = score * 50 yuan rounds to 2 decimals",
  ),
  "syntax-scenario": construct(
    "方案",
    "Scenario",
    '方案 "民生优先" { 民生: 权重 40%; 党建: 权重 20% }',
    'scenario "people first" { welfare: weight 40%; party: weight 20% }',
  ),
  "syntax-test": construct(
    "样例",
    "Test",
    '样例 "一次迟报" { 给定 { 迟报次数: 1, 其余: 满分 } 应得 { 总分: 99.9 } }',
    'test "one late report" { given { late_reports: 1, else: full } expect { score: 99.9 } }',
  ),
  "unclosed-brace": entry<{ open: string; close: string; owner: string }>(
    "error",
    (h) => ({
      zh: `${h.owner === "" ? "" : `「${clip(h.owner)}」的`}「${h.open}」没有对应的「${h.close}」。`,
      en: `The ${h.open}${h.owner === "" ? "" : ` of "${clip(h.owner)}"`} has no ${h.close}.`,
    }),
    (h) => ({ zh: `在它结束的地方补上「${h.close}」。`, en: `Add ${h.close} where it ends.` }),
  ),
  "stray-brace": entry<{ found: string }>(
    "error",
    (h) => ({ zh: `这个「${h.found}」没有对应的开头。`, en: `There is no opening bracket for this ${h.found}.` }),
    () => ({ zh: "删去它，或补上开头。", en: "Remove it, or add what it should close." }),
  ),
  "line-outside-item": entry<{ found: string }>(
    "error",
    (h) => ({
      zh: `「${clip(h.found)}」开头的计分规则不在任何条目里。`,
      en: `The rule that begins with "${clip(h.found)}" is not in an item.`,
    }),
    () => ({
      zh: "写进一个条目的 { } 里。一票否决写作：一票否决 安全 若 安全事故 > 0 { 总分归零 }",
      en: "Move it into the { } of an item. A veto is written: veto safety if accidents > 0 { score 0 }",
    }),
  ),
  "missing-separator": entry<{ before: string; after: string }>(
    "error",
    (h) => ({
      zh: `「${clip(h.after)}」前面没有换行或分号，无法确定上一条的结尾。`,
      en: `There is no line end or semicolon before "${clip(h.after)}", so it is unclear where the previous declaration ends.`,
    }),
    () => ({ zh: "另起一行，或加一个分号。", en: "Begin a new line or insert a semicolon." }),
  ),
  "joined-words": entry<{ found: string; parted: string }>(
    "error",
    (h) => ({
      zh: `「${clip(h.found)}」连写，无法识别为规则。`,
      en: `"${clip(h.found)}" is written without spaces, so it is not recognised as a rule.`,
    }),
    (h) => ({
      zh: `可断成「${h.parted}」，词间请留空格。`,
      en: `It splits into "${h.parted}": leave spaces between words.`,
    }),
  ),
  "braces-missing": entry<{ name: string }>(
    "error",
    (h) => ({
      zh: `「${clip(h.name)}」的内容没有写在「{」「}」里。`,
      en: `The content of "${clip(h.name)}" is not enclosed in { and }.`,
    }),
    () => ({ zh: "在它前面写「{」，在最后一条后面写「}」。", en: "Put { before it and } after its last line." }),
  ),
  "otherwise-without-braces": entry<Record<never, never>>(
    "error",
    () => ({
      zh: "「否则」只能接在「若 … { … }」的后面。",
      en: "`otherwise` can only follow the braces of an `if`.",
    }),
    () => ({
      zh: "两条规则各写在花括号里：若 … { 扣 1 分 } 否则 { 扣 2 分 }",
      en: "Put each rule between braces: if … { deduct 1 point } otherwise { deduct 2 points }",
    }),
  ),
  "other-wording": entry<{
    /** The words that a rubric does not have, or not here. */
    said: readonly string[];
    written: string;
    note: Bilingual | null;
  }>(
    "error",
    (h) => ({
      zh: `这里的${h.said.map((word) => `「${clip(word)}」`).join("")}读不出规则。`,
      en: `No rule can be read from ${h.said.map((word) => `"${clip(word)}"`).join(", ")} here.`,
    }),
    (h) => ({
      zh: `${h.note?.zh ?? ""}写成：${h.written}`,
      en: `${h.note === null ? "" : `${h.note.en} `}Write: ${h.written}`,
    }),
  ),
};
