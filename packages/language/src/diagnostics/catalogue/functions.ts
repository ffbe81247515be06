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
      zh: `这里说的是全体，${zhName(h.text)}却是某一个对象的。`,
      en: `This is said of all subjects together, but ${enName(h.text)} belongs to one.`,
    }),
    () => ({
      zh: "用 合计、平均、最高 等函数汇总，或改用「要求」逐个核对。",
      en: "Sum it up with total, mean or highest; or use `require` for each subject.",
    }),
  ),
  "not-in-history": entry<{ text: string }>(
    "error",
    (h) => ({
      zh: `往期只存公布过的结果，没有${zhName(h.text)}。`,
      en: `Earlier periods hold published results alone, not ${enName(h.text)}.`,
    }),
    () => ({ zh: "用「公布」把它列为结果，再读往期。", en: "Publish it with `output`, then read that." }),
  ),
  "exponent-not-whole": entry<{ most: number }>(
    "error",
    (h) => ({
      zh: `乘方的次数应是 0 到 ${h.most} 的整数。`,
      en: `An exponent must be a whole number from 0 to ${h.most}.`,
    }),
    () => ({ zh: "写整数；开方没有精确的结果。", en: "Write a whole number; roots are not exact." }),
  ),
  "decimals-not-whole": entry<{ most: number }>(
    "error",
    (h) => ({
      zh: `小数位数应是 0 到 ${h.most} 的整数。`,
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
      zh: `${zhName(h.name)}的括号里不该是 ${h.found} 项。`,
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
          en: `${enName(h.name)} takes no way of rounding here.`,
        };
      return { zh: `${zhName(h.name)}不用「${zh}」。`, en: `${enName(h.name)} takes no \`${h.clause}\` here.` };
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
      zh: `${zhName(h.name)}要汇总明细的行，这里没有写明细。`,
      en: `${enName(h.name)} sums up the rows of a list, and none is named here.`,
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
      zh: `「逐条」后面应是明细，${zhName(h.name)}不是。`,
      en: `\`each\` goes through a list, and ${enName(h.name)} is none.`,
    }),
    (h) =>
      h.lists.length === 0
        ? { zh: "先在数据里声明一个明细。", en: "Declare a list in the data first." }
        : { zh: `可用的明细：${zhNames(h.lists)}。`, en: `It may be ${enNames(h.lists)}.` },
  ),
  "column-expected": entry<{ name: string; list: string; found: ValueType | null }>(
    "error",
    (h) => ({
      zh:
        h.found === null
          ? `${zhName(h.name)}要写明细的哪一列。`
          : `${zhName(h.name)}汇总的应是数，却是${kindWords(h.found).zh}。`,
      en:
        h.found === null
          ? `${enName(h.name)} needs a column of the list.`
          : `${enName(h.name)} sums up numbers, but this is ${kindWords(h.found).en}.`,
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
          : `${zhName(h.name)}里应是对每一行的条件，却是${kindWords(h.found).zh}。`,
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
      en: `${enName(h.name)} cannot sum up results of all periods in this way.`,
    }),
    () => ({
      zh: "各期的结果可用 求和、均值、个数，不带「其中」。",
      en: "Use sum, average or count, without `where`.",
    }),
  ),
  "drop-not-whole": entry<{ name: string }>(
    "error",
    () => ({
      zh: "去掉几个最高、最低，应是整数，或都是不足 100% 的百分数。",
      en: "How many of the highest and lowest are dropped must be whole numbers, or both percentages below 100%.",
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
      zh: "取最高或最低的几个，只写一头，且应是从 1 起的整数。",
      en: "How many are kept is said for one end alone, as a whole number from 1.",
    }),
    () => ({ zh: "如 求和(试跳.成绩 取 最高 3)。", en: "As in: sum(jumps.score keep highest 3)." }),
  ),
  "keep-with-drop": entry<Record<never, never>>(
    "error",
    () => ({ zh: "「去掉」和「取」不能同时写。", en: "`drop` and `keep` do not go together." }),
    () => ({
      zh: "留几个是定数的写「取」，去几个是定数的写「去掉」。",
      en: "Where the number kept is fixed write `keep`, where the number left out is, write `drop`.",
    }),
  ),
};
