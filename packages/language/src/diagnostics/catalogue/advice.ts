/**
 * Advice: what practice has found wanting though nothing is wrong. Each can be turned off by its code.
 */
import type { ItemForm } from "../../vocabulary/vocabulary.js";
import { entry } from "./entry.js";
import { enName, zhName } from "./wording.js";

export const advice = {
  "many-vetoes": entry<{ count: number; most: number }>(
    "advice",
    (h) => ({
      zh: `一票否决有 ${h.count} 项，项数过多，得分难以发挥作用。`,
      en: `There are ${h.count} vetoes; so many vetoes outweigh the score itself.`,
    }),
    (h) => ({
      zh: `宜不超过 ${h.most} 项，其余改为扣分。`,
      en: `Keep to ${h.most} or fewer; let the others deduct points.`,
    }),
  ),
  "much-discretion": entry<{ share: string; most: string }>(
    "advice",
    (h) => ({
      zh: `酌情计分可以左右满分的 ${h.share}。`,
      en: `Judgement at discretion can move ${h.share} of the total.`,
    }),
    (h) => ({
      zh: `宜不超过 ${h.most}：能写成规则的写成规则，软指标用分档描述。`,
      en: `Keep it to ${h.most}: write rules where you can, and described levels for soft criteria.`,
    }),
  ),
  "item-without-assessor": entry<{ name: string }>(
    "advice",
    (h) => ({
      zh: `${zhName(h.name)}没有写考核部门，其他条目写有考核部门。`,
      en: `${enName(h.name)} has no assessor, though other items have one.`,
    }),
    () => ({ zh: '写上由谁考核，如 考核部门 "组织办"。', en: 'Say who assesses it: assessor "organisation office".' }),
  ),
  "bonus-without-limit": entry<{ name: string }>(
    "advice",
    (h) => ({
      zh: `加分项${zhName(h.name)}没有上限，一项的加分可能超过其余各项。`,
      en: `The bonus ${enName(h.name)} has no limit; it alone may outweigh all else.`,
    }),
    (h) => ({
      zh: `写上上限，如 加分项 ${h.name} 最多 3 分。`,
      en: `Give it one, as in bonus ${h.name} up to 3 points.`,
    }),
  ),
  "item-without-lines": entry<{ name: string; form: ItemForm }>(
    "advice",
    (h) => ({
      zh: `${zhName(h.name)}没有评分标准，${h.form === "item" ? "所有对象均得满分" : "不起作用"}。`,
      en: `${enName(h.name)} has no rules, so ${h.form === "item" ? "everyone gets all its points" : "it has no effect"}.`,
    }),
    () => ({
      zh: "加上「每 … 扣 …」「得 …」等规则；尚无标准的写「酌情」。",
      en: "Add rules such as `per … deduct …`; where there is no rule yet, `at discretion`.",
    }),
  ),
  "mean-of-ratios": entry<{ text: string }>(
    "advice",
    (h) => ({
      zh: `对未舍入的比值${zhName(h.text)}求平均，精确的结果位数会很长。`,
      en: `The exact mean of the unrounded ratio ${enName(h.text)} may have very many digits.`,
    }),
    (h) => ({ zh: `先舍入，如 平均(舍入(${h.text}, 4))。`, en: `Round it first, as in mean(round(${h.text}, 4)).` }),
  ),
  "none-is-a-level": entry<{ name: string; level: string; blank: string }>(
    "advice",
    (h) => ({
      zh: `「= ${h.level}」判断${zhName(h.name)}是否为「${h.level}」这一档，不判断是否已填。`,
      en: `\`= ${h.level}\` asks whether ${enName(h.name)} is the level "${h.level}", not whether it is blank.`,
    }),
    (h) => ({ zh: `判断是否已填，写「= ${h.blank}」。`, en: `To ask for a blank, write \`= ${h.blank}\`.` }),
  ),
  "first-period": entry<{ text: string }>(
    "advice",
    (h) => ({
      zh: `第一期没有上期，读${zhName(h.text)}的条目那时对所有人待定。`,
      en: `In the first period ${enName(h.text)} has no value, and what reads it is pending for everyone.`,
    }),
    (h) => ({
      zh: `历次结果放在规则旁的 history.csv（score --append-history 逐期写入）；没有上期的，先判断「${h.text} ≠ 无」。`,
      en: `Keep earlier results in history.csv beside the rubric (score --append-history adds a period); where there is none yet, ask first: \`${h.text} ≠ none\`.`,
    }),
  ),
  "quota-tie": entry<{ ranking: string; grade: string }>(
    "advice",
    (h) => ({
      zh: `等次${zhName(h.grade)}的名额按排名${zhName(h.ranking)}取，在名额线上并列的均不计入。`,
      en: `The quota of the grade ${enName(h.grade)} goes by the ranking ${enName(h.ranking)}; all who tie at its cut stay below.`,
    }),
    () => ({
      zh: "写明并列时再按什么排序，如「再按 得分(…)」；并列均不计入的，不必改。",
      en: "Add a tie-break, as in `then by score(…)`; leave it if tied subjects are to stay below.",
    }),
  ),
  "ranking-unused": entry<{ name: string }>(
    "advice",
    (h) => ({
      zh: `排名${zhName(h.name)}没有等次、奖励或处理用到，只作公布。`,
      en: `No grade, award or consequence goes by the ranking ${enName(h.name)}; it is only published.`,
    }),
    () => ({
      zh: "只要公布就不必改；否则检查是否漏写。",
      en: "Leave it if that is what you want; otherwise check what is missing.",
    }),
  ),
};
