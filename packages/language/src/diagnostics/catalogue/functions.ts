/**
 * What the checker finds in functions: their arguments and clauses, the lists and the past they read.
 */
import type { ValueType } from "../../program/expression.js";
import type { Bilingual } from "../../vocabulary/bilingual.js";
import { entry } from "./entry.js";
import { enName, enNames, kindWords, zhName, zhNames } from "./wording.js";

export const functions = {
  "no-subject-at-hand": entry<{ text: string }>(
    "error",
    (h) => ({
      zh: `这里是对全体的计算，${zhName(h.text)}属于单个对象。`,
      en: `This applies to all subjects together, but ${enName(h.text)} belongs to a single subject.`,
    }),
    () => ({
      zh: "用 合计、平均、最高 等函数汇总，或改用「要求」逐个核对。",
      en: "Aggregate it with total, mean or highest; or use `require` for each subject.",
    }),
  ),
  "not-in-history": entry<{ text: string }>(
    "error",
    (h) => ({
      zh: `往期只存公布过的结果，没有${zhName(h.text)}。`,
      en: `Earlier periods contain only published results, not ${enName(h.text)}.`,
    }),
    () => ({ zh: "用「公布」把它列为结果，再读往期。", en: "Publish it with `output`, then read that." }),
  ),
  "exponent-not-whole": entry<{ most: number }>(
    "error",
    (h) => ({
      zh: `乘方的次数应为 0 到 ${h.most} 的整数。`,
      en: `An exponent must be a whole number from 0 to ${h.most}.`,
    }),
    () => ({ zh: "写整数；开方没有精确的结果。", en: "Write a whole number; roots are not exact." }),
  ),
  "decimals-not-whole": entry<{ most: number }>(
    "error",
    (h) => ({
      zh: `小数位数应为 0 到 ${h.most} 的整数。`,
      en: `The number of decimals must be whole, from 0 to ${h.most}.`,
    }),
    () => ({
      zh: "如 保留 2 位小数；舍入到整数倍写 舍入(数, 到 0.5)。",
      en: "As in 2 decimals; for a multiple write round(value, to 0.5).",
    }),
  ),
  "call-arguments": entry<{ name: string; found: number; form: Bilingual }>(
    "error",
    (h) => ({
      zh: `${zhName(h.name)}的参数不能是 ${h.found} 项。`,
      en: `${enName(h.name)} does not take ${h.found} argument${h.found === 1 ? "" : "s"}.`,
    }),
    (h) => ({ zh: `写法：${h.form.zh}`, en: `Write: ${h.form.en}` }),
  ),
  "call-clause": entry<{
    name: string;
    clause: "within" | "where" | "drop" | "keep" | "ties" | "mode" | "to";
    form: Bilingual;
  }>(
    "error",
    (h) => {
      const zh = { within: "同", where: "其中", drop: "去掉", keep: "取", ties: "并列", mode: "舍入方式", to: "到" }[
        h.clause
      ];
      if (h.clause === "mode")
        return {
          zh: `${zhName(h.name)}的这一项不写舍入方式。`,
          en: `${enName(h.name)} does not take a rounding mode here.`,
        };
      return { zh: `${zhName(h.name)}不用「${zh}」。`, en: `${enName(h.name)} does not take \`${h.clause}\` here.` };
    },
    (h) => ({ zh: `写法：${h.form.zh}`, en: `Write: ${h.form.en}` }),
  ),
  "rows-not-subjects": entry<{ name: string; text: string; instead: string | null }>(
    "error",
    (h) => ({
      zh: `${zhName(h.name)}算的是各参评对象，${zhName(h.text)}是每个对象自己的明细行。`,
      en: `${enName(h.name)} goes over the subjects, but ${enName(h.text)} is in the side rows of each subject.`,
    }),
    (h) =>
      h.instead === null
        ? {
            zh: "对明细行有 求和、均值、个数；取最高、最低一行的，用「逐条 … 就高 每 …」。",
            en: "Side rows have sum, average and count; for the greatest of them use `each … highest per …`.",
          }
        : { zh: `对明细行用 ${h.instead}(${h.text})。`, en: `Over side rows use ${h.instead}(${h.text}).` },
  ),
  "list-needed": entry<{ name: string; lists: readonly string[] }>(
    "error",
    (h) => ({
      zh: `${zhName(h.name)}汇总明细的行，这里没有写明细。`,
      en: `${enName(h.name)} aggregates the rows of a list, but no list is given here.`,
    }),
    (h) =>
      h.lists.length === 0
        ? {
            zh: "先在数据里声明一个明细；各参评对象之间用 合计、平均、最高。",
            en: "Declare a list in the data first; across subjects use total, mean or highest.",
          }
        : {
            zh: `写上明细和列，如 ${h.lists[0] ?? ""}.列；各参评对象之间用 合计、平均、最高。`,
            en: `Name a list and a column, as in ${h.lists[0] ?? ""}.column; across subjects use total, mean or highest.`,
          },
  ),
  "list-expected": entry<{ name: string; lists: readonly string[] }>(
    "error",
    (h) => ({
      zh: `「逐条」后面应为明细，${zhName(h.name)}不是。`,
      en: `\`each\` needs a list, but ${enName(h.name)} is not one.`,
    }),
    (h) =>
      h.lists.length === 0
        ? { zh: "先在数据里声明一个明细。", en: "Declare a list in the data first." }
        : { zh: `可用的明细：${zhNames(h.lists)}。`, en: `Use ${enNames(h.lists)}.` },
  ),
  "column-expected": entry<{ name: string; list: string; found: ValueType | null }>(
    "error",
    (h) => ({
      zh:
        h.found === null
          ? `${zhName(h.name)}要写明细的哪一列。`
          : `${zhName(h.name)}汇总的应为数，实际为${kindWords(h.found).zh}。`,
      en:
        h.found === null
          ? `${enName(h.name)} needs a column of the list.`
          : `${enName(h.name)} aggregates numbers, but this is ${kindWords(h.found).en}.`,
    }),
    (h) => ({
      zh: `写成 ${h.name}(${h.list}.数量)；数行数用 个数(${h.list})。`,
      en: `Write ${h.name}(${h.list}.amount); to count rows, count(${h.list}).`,
    }),
  ),
  "row-condition-expected": entry<{ name: string; found: ValueType | null }>(
    "error",
    (h) => ({
      zh:
        h.found === null
          ? `${zhName(h.name)}要写对每一行的条件。`
          : `${zhName(h.name)}里应为对每一行的条件，实际为${kindWords(h.found).zh}。`,
      en:
        h.found === null
          ? `${enName(h.name)} needs a condition on the rows.`
          : `${enName(h.name)} takes a condition on the rows, but this is ${kindWords(h.found).en}.`,
    }),
    () => ({
      zh: "如 全(票.得分 >= 60)、个数(票 其中 得分 >= 60)。",
      en: "As in all(ballots.mark >= 60), count(ballots where mark >= 60).",
    }),
  ),
  "series-function": entry<{ name: string }>(
    "error",
    (h) => ({
      zh: `${zhName(h.name)}不能这样汇总各期的结果。`,
      en: `${enName(h.name)} cannot aggregate the results of all periods in this way.`,
    }),
    () => ({
      zh: "如 个数(月.总分 其中 月.总分 >= 90)、有(月.总分 < 60)。",
      en: "As in count(month.score where month.score >= 90), any(month.score < 60).",
    }),
  ),
  "periods-of-two": entry<{ name: string }>(
    "error",
    (h) => ({
      zh: `这里是另一份考核的各期，读不到${zhName(h.name)}的结果。`,
      en: `The periods here are those of another rubric, so results of ${enName(h.name)} cannot be read.`,
    }),
    () => ({
      zh: "一个函数只汇总一份考核的各期，分成两个函数写。",
      en: "One function goes through the periods of one rubric; write two functions.",
    }),
  ),
  "drop-not-whole": entry<{ name: string }>(
    "error",
    () => ({
      zh: "去掉几个最高、最低，应为整数，或都是不足 100% 的百分数。",
      en: "The numbers of highest and lowest values to drop must be whole numbers, or both percentages below 100%.",
    }),
    () => ({
      zh: "如 去掉 最高 1 最低 1；按行数的比例写 去掉 最低 20%。",
      en: "As in: drop highest 1 lowest 1; by the share of the rows: drop lowest 20%.",
    }),
  ),
  "drop-misplaced": entry<{ name: string }>(
    "error",
    (h) => ({
      zh: `${zhName(h.name)}不用「去掉」和「取」。`,
      en: `${enName(h.name)} takes neither \`drop\` nor \`keep\`.`,
    }),
    () => ({ zh: "它们只用在 求和 和 均值 里。", en: "They belong to sum and average." }),
  ),
  "keep-not-whole": entry<Record<never, never>>(
    "error",
    () => ({
      zh: "取最高或最低的几个，只写其中一端，且应为从 1 起的整数。",
      en: "`keep` takes one end only, with a whole number of at least 1.",
    }),
    () => ({ zh: "如 求和(试跳.成绩 取 最高 3)。", en: "As in: sum(jumps.score keep highest 3)." }),
  ),
  "keep-with-drop": entry<Record<never, never>>(
    "error",
    () => ({ zh: "「去掉」和「取」不能同时写。", en: "`drop` and `keep` cannot be combined." }),
    () => ({
      zh: "保留的个数固定的写「取」，去掉的个数固定的写「去掉」。",
      en: "Use `keep` for a fixed number of values kept, and `drop` for a fixed number left out.",
    }),
  ),
};
