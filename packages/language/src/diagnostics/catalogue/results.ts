/**
 * What the checker finds in results: circles, vetoes, rankings, grades, awards, scenarios' and tests' values.
 */
import type { ValueType } from "../../program/expression.js";
import { entry } from "./entry.js";
import { type Stretch, stretchWords } from "./lines.js";
import { capital, enName, kindWords, zhName } from "./wording.js";

export const results = {
  "decimals-of-unit": entry<{ unit: string; isMoney: boolean; decimals: number; step: string; enough: number }>(
    "warning",
    (h) => ({
      zh: `小数位按${h.unit}数，保留 ${h.decimals} 位就是到 ${h.step}${h.isMoney ? " 元；公布的数以元计" : "；公布的数不以" + h.unit + "计"}。`,
      en: `Decimals are counted in ${h.unit}, so ${h.decimals} of them round to ${h.step}${h.isMoney ? " yuan; the value is published in yuan" : "; the value is not published in " + h.unit}.`,
    }),
    (h) => ({
      zh: `要到${h.isMoney ? " 0.01 元" : "个位"}的，写「保留 ${h.enough} 位小数」。`,
      en: `To round to ${h.isMoney ? "0.01 yuan" : "1"}, write \`rounds to ${h.enough} decimals\`.`,
    }),
  ),
  circle: entry<{ names: readonly string[] }>(
    "error",
    (h) => ({
      zh: `${h.names.map(zhName).join("→")}循环依赖，均无法计算。`,
      en: `${h.names.map(enName).join(" → ")} is a cycle: none of them can be computed.`,
    }),
    () => ({
      zh: "断开其中一处：改用不依赖得分的数据，或用 上期(…)。",
      en: "Break the cycle: read data that does not depend on the score, or previous(…).",
    }),
  ),
  "variants-need-choice": entry<{ found: ValueType }>(
    "error",
    (h) => ({
      zh: `分类考核应按选项划分，这里是${kindWords(h.found).zh}。`,
      en: `Variants need a choice, but this is ${kindWords(h.found).en}.`,
    }),
    () => ({ zh: "用类型为「选项」的字段。", en: "Use a field that is a choice." }),
  ),
  "veto-without-effect": entry<{ name: string; because: "none" | "no-ranking" | "no-award" | "best-grade" | "never" }>(
    "warning",
    (h) => {
      const zh = {
        none: "没有写后果",
        "no-ranking": "规则里没有排名，这个后果不起作用",
        "no-award": "规则里没有奖励，这个后果不起作用",
        "best-grade": "该等次已是最高等次，这个后果不起作用",
        never: "的条件永远不成立",
      }[h.because];
      const en = {
        none: "has no effects",
        "no-ranking": "cannot act: there is no ranking",
        "no-award": "cannot act: there is no award",
        "best-grade": "cannot act: this is the best grade there is",
        never: "never fires: its condition cannot hold",
      }[h.because];
      return {
        zh: `一票否决${zhName(h.name)}${h.because === "never" ? "" : "："}${zh}。`,
        en: `The veto ${enName(h.name)} ${en}.`,
      };
    },
    () => ({
      zh: "写上后果，如 { 不占名次 }；或改正条件。",
      en: "Give it effects, as in { no place }; or correct its condition.",
    }),
  ),
  "not-rankable": entry<{ found: ValueType }>(
    "error",
    (h) => ({
      zh: `${kindWords(h.found).zh}没有高低之分，不能用来排名。`,
      en: `${capital(kindWords(h.found).en)} has no order to rank by.`,
    }),
    () => ({
      zh: "按总分、得分、数值、日期或有高低的选项排。",
      en: "Rank by the score, a number, a date or an ordered choice.",
    }),
  ),
  "head-to-head-opponent": entry<{ lists: readonly string[] }>(
    "error",
    () => ({
      zh: "比直接胜负，「对手为」后应写台账中填写对手名称的文本列。",
      en: "`against` takes the text column of a ledger that holds the name of the other.",
    }),
    ({ lists }) =>
      lists.length === 0
        ? {
            zh: "先在数据中写明台账，如 比赛: 明细 { 对手: 文本, 积分: 数值 }。",
            en: "Declare a ledger in the data, as in matches: list { opponent: text, points: number }.",
          }
        : { zh: `可写：${lists.join("、")}。`, en: `Write ${lists.join(", ")}.` },
  ),
  "head-to-head-value": entry<{ found: ValueType }>(
    "error",
    (h) => ({
      zh: `比直接胜负的应为每次交手的一个数，此处为${kindWords(h.found).zh}。`,
      en: `Head to head compares a number of each meeting, and this is ${kindWords(h.found).en}.`,
    }),
    () => ({
      zh: "写台账中的数值列或算式，如 比赛.积分、比赛.得分 - 比赛.失分。",
      en: "Write a number of the ledger, as in matches.points or matches.scored - matches.conceded.",
    }),
  ),
  "quota-kind": entry<{ found: string }>(
    "error",
    (h) => ({
      zh: `名额应为百分数或整数，实际为 ${h.found}。`,
      en: `A quota is a percentage or a whole number, but this is ${h.found}.`,
    }),
    () => ({
      zh: "如 名额 20%、名额 3；三分之一写 名额 100% / 3。",
      en: "As in quota 20% or quota 3; for a third, quota 100% / 3.",
    }),
  ),
  "grade-steps": entry<{ found: string; most: number }>(
    "error",
    (h) => ({
      zh: `升降的档数应为 1 到 ${h.most} 的整数，实际为 ${h.found}。`,
      en: `A grade moves by a whole number from 1 to ${h.most}, but this is ${h.found}.`,
    }),
    () => ({ zh: "如 降 1 档 若 安全事故 > 0。", en: "As in lower by 1 if accidents > 0." }),
  ),
  "grade-unmoved": entry<{ grade: string; because: "worst" | "best" }>(
    "warning",
    (h) => ({
      zh: {
        worst: `${zhName(h.grade)}是最低一档，升至它没有作用。`,
        best: `${zhName(h.grade)}是最高一档，不高于它没有作用。`,
      }[h.because],
      en: {
        worst: `${enName(h.grade)} is the worst grade: raising to it has no effect.`,
        best: `${enName(h.grade)} is the best grade: limiting to it has no effect.`,
      }[h.because],
    }),
    () => ({ zh: "写另一档，或删去这一条。", en: "Name another grade, or remove the rule." }),
  ),
  "quota-over": entry<{ name: string; found: string; over: string }>(
    "error",
    (h) => ({
      zh: `等次${zhName(h.name)}的名额合计 ${h.found}，超过 100%，多 ${h.over}。`,
      en: `The quotas of ${enName(h.name)} add up to ${h.found}, ${h.over} more than there are places.`,
    }),
    () => ({ zh: "减少其中的名额。", en: "Make one of them smaller." }),
  ),
  "grade-gap": entry<{ below: string; above: string; gap: Stretch; otherwise: string | null }>(
    "warning",
    (h) => ({
      zh: `${zhName(h.below)}与${zhName(h.above)}之间，总分 ${stretchWords(h.gap).zh.replace(/(?<=\d)$/, " ")}没有写明，${h.otherwise === null ? "没有等次" : `定为${zhName(h.otherwise)}`}。`,
      en: `Between the grades ${enName(h.below)} and ${enName(h.above)}, a score of ${stretchWords(h.gap).en} is in no row and ${h.otherwise === null ? "gets no grade" : `becomes ${enName(h.otherwise)}`}.`,
    }),
    () => ({
      zh: "等次从高到低逐档判断，写下限就够，如 良好: 总分 >= 80。",
      en: "Grades are tested best first, so a lower limit is enough: good: score >= 80.",
    }),
  ),
  "grade-out-of-reach": entry<{ grade: string; because: "never" | "quota" | "behind"; other: string }>(
    "warning",
    (h) => ({
      zh: {
        never: `等次${zhName(h.grade)}的条件永远不成立，没有对象能得到。`,
        quota: `等次${zhName(h.grade)}的名额是 0，没有对象能得到。`,
        behind: `前面的${zhName(h.other)}已包括所有对象，没有对象能得到等次${zhName(h.grade)}。`,
      }[h.because],
      en: {
        never: `No subject can reach the grade ${enName(h.grade)}: its condition cannot hold.`,
        quota: `No subject can reach the grade ${enName(h.grade)}: its quota is 0.`,
        behind: `No subject can reach the grade ${enName(h.grade)}: ${enName(h.other)} before it takes all subjects.`,
      }[h.because],
    }),
    () => ({
      zh: "检查分数线是否高于能得的最高分；等次从高到低写。",
      en: "Check whether its limit is above the highest possible score; write the best grade first.",
    }),
  ),
  "award-out-of-reach": entry<{ name: string; text: string }>(
    "warning",
    (h) => ({
      zh: `奖励${zhName(h.name)}的条件${zhName(h.text)}永远不成立，没有人能得到。`,
      en: `No subject can get the award ${enName(h.name)}: ${enName(h.text)} cannot hold.`,
    }),
    () => ({ zh: "改正条件。", en: "Correct the condition." }),
  ),
  "award-by-section": entry<{ award: string; ranking: string }>(
    "error",
    (h) => ({
      zh: `${zhName(h.ranking)}按各大类分别排名，无法确定奖励${zhName(h.award)}依据哪一个排名。`,
      en: `${enName(h.ranking)} ranks each section separately; it is unclear which of the rankings the award ${enName(h.award)} depends on.`,
    }),
    () => ({
      zh: "另设一个排名，如 排名 党群 按 得分(党群工作)。",
      en: "Declare a ranking for it, as in ranking party by score(party).",
    }),
  ),
  "place-not-whole": entry<{ found: string }>(
    "error",
    (h) => ({
      zh: `名次应为从 1 起的整数，实际为${zhName(h.found)}。`,
      en: `A place is a whole number from 1, but this is ${enName(h.found)}.`,
    }),
    () => ({ zh: "如 第 1 名、第 2 .. 3 名。", en: "As in place 1, place 2 .. 3." }),
  ),
  "rows-expected": entry<{ name: string }>(
    "error",
    (h) => ({ zh: `${zhName(h.name)}是明细，应逐行给定内容。`, en: `${enName(h.name)} is a list: give it rows.` }),
    (h) => ({ zh: `写成 ${h.name}: [{ 列: 值 }]。`, en: `Write ${h.name}: [{ column: value }].` }),
  ),
  "rows-misplaced": entry<{ name: string }>(
    "error",
    (h) => ({
      zh: `${zhName(h.name)}不是明细，不能逐行给定内容。`,
      en: `${enName(h.name)} is not a list, so it cannot be given rows.`,
    }),
    () => ({ zh: "直接写值。", en: "Write a value." }),
  ),
};
