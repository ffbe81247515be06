/**
 * What the checker finds in scoring lines and `by` tables: steps, bands, suffixes, judgements, divisions, and lines that
 * cannot do what they seem to.
 */
import type { ValueType } from "../../program/expression.js";
import { entry } from "./entry.js";
import { capital, enName, enNames, kindWords, zhName, zhNames } from "./wording.js";
import type { Bilingual } from "../../vocabulary/bilingual.js";

type Nothing = Record<never, never>;

/** An interval with its ends as the author writes them; a missing end is open to infinity. */
export interface Stretch {
  readonly from: string | null;
  readonly fromOpen: boolean;
  readonly to: string | null;
  readonly toOpen: boolean;
}

export function stretchWords({ from, fromOpen, to, toOpen }: Stretch): Bilingual {
  if (from !== null && from === to) return { zh: from, en: from };
  if (from !== null && to !== null) {
    const [zhFrom, zhTo] = [fromOpen ? "（不含）" : "（含）", toOpen ? "（不含）" : "（含）"];
    const [enFrom, enTo] = [fromOpen ? " (not included)" : "", toOpen ? " (not included)" : ""];
    return { zh: `${from}${zhFrom}到 ${to}${zhTo}`, en: `${from}${enFrom} to ${to}${enTo}` };
  }
  if (from !== null)
    return fromOpen ? { zh: `大于 ${from}`, en: `above ${from}` } : { zh: `${from} 及以上`, en: `${from} and above` };
  if (to !== null)
    return toOpen ? { zh: `小于 ${to}`, en: `below ${to}` } : { zh: `${to} 及以下`, en: `${to} and below` };
  return { zh: "任何数", en: "anything" };
}

export const lines = {
  "per-flag": entry<{ name: string }>(
    "error",
    (h) => ({
      zh: `${zhName(h.name)}只有是和否，不能按「每」计。`,
      en: `${enName(h.name)} is yes or no and cannot be counted with \`per\`.`,
    }),
    (h) => ({ zh: `改为：若 ${h.name} 扣 …`, en: `Write: if ${h.name} deduct …` }),
  ),
  "open-clause": entry<{ text: string }>(
    "warning",
    (h) => ({
      zh: `条款“${h.text}”尚未写成规则，写成规则之前本条目待定。`,
      en: `The clause “${h.text}” is not a rule yet; its item is pending until it is written as one.`,
    }),
    () => ({ zh: "把「待定」换成规则，如 每 … 扣 … 分。", en: "Replace `open` by a rule, such as per … deduct …" }),
  ),
  "step-needed": entry<{ text: string }>(
    "error",
    (h) => ({
      zh: `${zhName(h.text)}按百分数计，没有写步长。`,
      en: `${enName(h.text)} is counted in percent, but the step is missing.`,
    }),
    (h) => ({ zh: `写成「每 1% ${h.text}」。`, en: `Write: per 1% ${h.text}` }),
  ),
  "step-not-positive": entry<Nothing>(
    "error",
    () => ({ zh: "步长应为大于 0 的定数。", en: "A step must be a constant above 0." }),
    () => ({ zh: "如 每 5% …、舍入(数, 到 0.5)。", en: "As in per 5% …, round(value, to 0.5)." }),
  ),
  "proportion-needs-ratio": entry<Nothing>(
    "error",
    () => ({ zh: "「按比例」后面应为「完成 / 任务」。", en: "`in proportion` takes done / target." }),
    () => ({ zh: "如 得 按比例 招商完成 / 招商任务。", en: "As in: earn in proportion done / target." }),
  ),
  "rows-needed": entry<Nothing>(
    "error",
    () => ({
      zh: "这里按组计算，但规则没有「逐条」，没有可分组的行。",
      en: "This groups rows, but the rule has no `each` and therefore no rows.",
    }),
    () => ({
      zh: "用「逐条 明细 其中 …」开头，或删去分组。",
      en: "Begin with `each list where …`, or remove the grouping.",
    }),
  ),
  "judgement-repeated": entry<{ counted: string; declaration: string; rule: string }>(
    "error",
    (h) => ({
      zh: `${zhName(h.counted)}只有一个次数，每一次酌情计多少分无处填写。`,
      en: `${enName(h.counted)} is only a count; there is no place to enter the points of each occurrence.`,
    }),
    (h) => ({
      zh: `改用台账，一事一行：数据里写「${h.declaration}」，规则写「${h.rule}」；要封顶的另写「最多 …」。`,
      en: `Use a ledger with one row per case: declare \`${h.declaration}\` and write \`${h.rule}\`; a cap, where there is one, is \`up to …\`.`,
    }),
  ),
  "share-of-nothing": entry<{ name: string }>(
    "error",
    (h) => ({
      zh: `${zhName(h.name)}没有自己的分值，「满分」和百分数在这里没有所指。`,
      en: `${enName(h.name)} has no points of its own, so \`full\` and percentages have no meaning here.`,
    }),
    () => ({ zh: "直接写几分。", en: "Write points." }),
  ),
  "share-of-zero": entry<{ name: string }>(
    "warning",
    (h) => ({
      zh: `${zhName(h.name)}的分值是 0 分，百分数和比值在这里总是 0 分。`,
      en: `${enName(h.name)} has 0 points, so a percentage or a ratio is always 0 points here.`,
    }),
    () => ({ zh: "直接写几分，或写上条目的分值。", en: "Write points, or give the item points." }),
  ),
  "bands-not-ordered": entry<{ kind: ValueType }>(
    "error",
    (h) => ({
      zh: `${kindWords(h.kind).zh}没有高低之分，不能用范围和大小来分档。`,
      en: `${capital(kindWords(h.kind).en)} has no order, so ranges and comparisons cannot be used for bands.`,
    }),
    () => ({
      zh: "逐档列出名称；有高低的选项用 < 声明。",
      en: "List the names; declare an ordered choice with <.",
    }),
  ),
  "bands-empty": entry<Nothing>(
    "error",
    () => ({ zh: "分档的大括号里没有一档。", en: "This `by` table has no rows." }),
    () => ({ zh: "加上各档，如 < 60: 0; 其余: 满分。", en: "Add rows, such as < 60: 0; else: full." }),
  ),
  "rows-differ": entry<{ first: ValueType; found: ValueType }>(
    "error",
    (h) => ({
      zh: `各档的值应为同一类：前面是${kindWords(h.first).zh}，这里是${kindWords(h.found).zh}。`,
      en: `All rows must give the same kind of value: ${kindWords(h.first).en} above, ${kindWords(h.found).en} here.`,
    }),
    () => ({ zh: "改成同一类值。", en: "Use one kind of value in all rows." }),
  ),
  "bands-gap": entry<{ gap: Stretch }>(
    "error",
    (h) => ({ zh: `${stretchWords(h.gap).zh}没有对应的档。`, en: `No row covers ${stretchWords(h.gap).en}.` }),
    () => ({ zh: "补上这一档，或加「其余」。", en: "Add a row for it, or `else`." }),
  ),
  "levels-missing": entry<{ levels: readonly string[] }>(
    "error",
    (h) => ({ zh: `${zhNames(h.levels)}没有对应的档。`, en: `No row covers ${enNames(h.levels)}.` }),
    () => ({ zh: "补上，或加「其余」。", en: "Add it, or `else`." }),
  ),
  "else-missing": entry<Nothing>(
    "error",
    () => ({ zh: "文本列举不尽，这里没有「其余」。", en: "Texts cannot all be listed, and there is no `else`." }),
    () => ({ zh: "加上「其余」。", en: "Add `else`." }),
  ),
  "bands-overlap": entry<{ first: string; second: string; shared: Stretch }>(
    "error",
    (h) => ({
      zh: `${zhName(h.first)}与${zhName(h.second)}两档都含 ${stretchWords(h.shared).zh}。`,
      en: `The rows ${enName(h.first)} and ${enName(h.second)} both cover ${stretchWords(h.shared).en}.`,
    }),
    () => ({ zh: "改正其中一档的起止。", en: "Correct the ends of one of them." }),
  ),
  "else-takes-gap": entry<{ gap: Stretch; first: string; second: string }>(
    "warning",
    (h) => ({
      zh: `${zhName(h.first)}与${zhName(h.second)}之间的 ${stretchWords(h.gap).zh}没有写明，按「其余」计算。`,
      en: `Between the rows ${enName(h.first)} and ${enName(h.second)}, \`else\` covers ${stretchWords(h.gap).en}.`,
    }),
    () => ({
      zh: "应归哪一档，就把那一档写到相邻一档为止；确实按其余计算的，单写一档。",
      en: "Write the range up to the next row; where `else` is meant, give the gap a row of its own.",
    }),
  ),
  "borders-mixed": entry<{ border: string; row: string; lower: readonly string[]; upper: readonly string[] }>(
    "warning",
    (h) => ({
      zh: `${h.border} 归${zhName(h.row)}；但${zhNames(h.lower)}把相接处归低的一档，${zhNames(h.upper)}归高的一档，写法不一。`,
      en: `${h.border} belongs to the row ${enName(h.row)}, but ${enNames(h.lower)} gives borders to the lower row and ${enNames(h.upper)} to the upper.`,
    }),
    () => ({
      zh: "用同一类界限：都用 < 和 >=，相接处归高的一档；都用 <= 和 >，归低的一档。",
      en: "Use one kind: < and >= give borders to the upper row, <= and > to the lower.",
    }),
  ),
  "band-unreachable": entry<{ text: string }>(
    "warning",
    (h) => ({ zh: `${zhName(h.text)}这一档不可能用到。`, en: `The row ${enName(h.text)} is never reached.` }),
    () => ({
      zh: "前面的档已包括这一档，或取值不可能在这一档：改正起止，或删去这一档。",
      en: "Earlier rows cover all of it, or no value reaches it: correct its ends, or remove it.",
    }),
  ),
  "possible-division-by-zero": entry<{ divisor: string; isField: boolean }>(
    "warning",
    (h) => ({
      zh: `除数${zhName(h.divisor)}可能是 0，除以 0 时条目无法计分。`,
      en: `The divisor ${enName(h.divisor)} may be 0, in which case the score cannot be computed.`,
    }),
    (h) =>
      h.isField
        ? {
            zh: `给它一个范围，如 1 ..，或加条件「若 ${h.divisor} > 0」「适用 若 ${h.divisor} > 0」。`,
            en: `Give the field a range, such as 1 .., or guard it: if ${h.divisor} > 0, applies if ${h.divisor} > 0.`,
          }
        : {
            zh: `加条件，如「若 ${h.divisor} > 0」「适用 若 ${h.divisor} > 0」。`,
            en: `Guard it: if ${h.divisor} > 0, applies if ${h.divisor} > 0.`,
          },
  ),
  "condition-decided": entry<{ text: string; holds: boolean }>(
    "warning",
    (h) => ({
      zh: `${zhName(h.text)}${h.holds ? "永远成立" : "永远不成立"}，与数据无关。`,
      en: `${enName(h.text)} ${h.holds ? "always" : "never"} holds, whatever the data.`,
    }),
    () => ({ zh: "检查界限和字段的范围是否写对。", en: "Check the limit, and the range of the field." }),
  ),
  "points-out-of-reach": entry<{ name: string; most: string; points: string }>(
    "warning",
    (h) => ({
      zh: `${zhName(h.name)}最多只能得 ${h.most} 分，不能达到 ${h.points} 分。`,
      en: `At most ${h.most} of the ${h.points} points of ${enName(h.name)} can be earned.`,
    }),
    () => ({
      zh: "检查各条得分加起来是否等于分值。",
      en: "Check whether the points that the rules earn add up to the points of the item.",
    }),
  ),
  "cap-out-of-reach": entry<{ cap: string; most: string }>(
    "warning",
    (h) => ({
      zh: `这一条最多为 ${h.most} 分，「最多 ${h.cap} 分」不起作用。`,
      en: `This rule gives at most ${h.most} points, so "up to ${h.cap}" never takes effect.`,
    }),
    () => ({ zh: "改正上限，或删去它。", en: "Correct the limit, or remove it." }),
  ),
  "floor-above-cap": entry<{ floor: string; cap: string }>(
    "error",
    (h) => ({
      zh: `「至少 ${h.floor} 分」高于同一条的「最多 ${h.cap} 分」。`,
      en: `"at least ${h.floor}" is above "up to ${h.cap}" of the same rule.`,
    }),
    () => ({ zh: "改小下限，或改大上限。", en: "Lower the floor, or raise the cap." }),
  ),
  "floor-out-of-reach": entry<{ floor: string; least: string }>(
    "warning",
    (h) => ({
      zh: `这一条起作用时至少有 ${h.least} 分，「至少 ${h.floor} 分」不起作用。`,
      en: `Where this rule counts, it gives at least ${h.least} points, so "at least ${h.floor}" never takes effect.`,
    }),
    () => ({ zh: "改正下限，或删去它。", en: "Correct the floor, or remove it." }),
  ),
  "effect-over-item": entry<{
    name: string;
    does: Bilingual;
    least: string;
    room: string;
  }>(
    "warning",
    (h) => ({
      zh: `${zhName(h.name)}只有 ${h.room} 分可以变动，这一条一次即${h.does.zh} ${h.least} 分。`,
      en: `${enName(h.name)} can change by ${h.room} points only, but this rule ${h.does.en} ${h.least} at once.`,
    }),
    () => ({
      zh: "超出的部分不起作用：改小它，或写「满分」。",
      en: "The rest has no effect: make it smaller, or write `full`.",
    }),
  ),
  "line-without-room": entry<{ name: string; direction: "up" | "down"; limit: string }>(
    "warning",
    (h) => ({
      zh:
        h.direction === "up"
          ? `${zhName(h.name)}一开始就是 ${h.limit} 分的上限，只加分不起作用。`
          : `${zhName(h.name)}一开始就是 ${h.limit} 分的下限，只扣分不起作用。`,
      en:
        h.direction === "up"
          ? `${enName(h.name)} starts at its limit of ${h.limit}, so rules that only add have no effect.`
          : `${enName(h.name)} starts at its limit of ${h.limit}, so rules that only deduct have no effect.`,
    }),
    (h) =>
      h.direction === "up"
        ? {
            zh: "从零算起的用「得」，额外加分的用「加分项」。",
            en: "To start from nothing use `earn`; for extra points use `bonus`.",
          }
        : { zh: "扣分用「条目」或「扣分项」。", en: "To deduct use `item` or `penalty`." },
  ),
  "blank-under-limit": entry<{ name: string; text: string }>(
    "warning",
    (h) => ({
      zh: `${zhName(h.name)}可空，空白不算 0：没有填的，「${h.text}」不计。`,
      en: `${enName(h.name)} is optional and a blank is not 0: where it is blank, \`${h.text}\` does not count.`,
    }),
    () => ({
      zh: "没有填就是 0 的，给字段写「= 0」；没有填就要补的，去掉「可空」。",
      en: "Where a blank means 0, give the field `= 0`; where it has to be filled in, drop `optional`.",
    }),
  ),
  "add-in-full-item": entry<{ name: string; limit: string }>(
    "warning",
    (h) => ({
      zh: `${zhName(h.name)}一开始就是满分 ${h.limit} 分，这里的加分只能补回扣掉的分，没有扣分就不起作用。`,
      en: `${enName(h.name)} starts with its full ${h.limit} points, so this only offsets deductions and has no effect without them.`,
    }),
    () => ({
      zh: "满分之外另加的写成「加分项」；可以超过满分的写明「限 0 .. N 分」；只是补回扣分的写「限 0 .. 满分」。",
      en: "For points beyond the total use `bonus`; for an item that may exceed its points write `within 0 .. N`; if it is only to offset deductions, write `within` up to the item's points.",
    }),
  ),
  "difference-below-zero": entry<{
    text: string;
    left: string;
    right: string;
    does: Bilingual;
    /** How often the rule counts; else the amount. */
    isCounted: boolean;
  }>(
    "warning",
    (h) => ({
      zh: `${zhName(h.right)}大于${zhName(h.left)}时，${zhName(h.text)}小于 0，${h.does.zh}分的方向相反。`,
      en: `Where ${enName(h.right)} is greater than ${enName(h.left)}, ${enName(h.text)} is below 0, and the effect of the rule is reversed.`,
    }),
    (h) =>
      h.isCounted
        ? {
            zh: `小于 0 不计的，写「每 ${h.left} 超过 ${h.right}」；本来需要双向计算的，写「加减」。`,
            en: `Where it is not to count below 0, write \`per ${h.left} over ${h.right}\`; where it is meant both ways, \`add or deduct\`.`,
          }
        : {
            zh: `小于 0 不计的，写「较大(0, ${h.text})」；本来需要双向计算的，写「加减」。`,
            en: `Where it is not to count below 0, write \`max(0, ${h.text})\`; where it is meant both ways, \`add or deduct\`.`,
          },
  ),
  interpolation: entry<{ why: "subject" | "values" | "anchor" | "twice" | "few"; text: string }>(
    "error",
    (h) => {
      switch (h.why) {
        case "subject":
          return {
            zh: `${zhName(h.text)}不是数，不能插值。`,
            en: `${enName(h.text)} is not a number, so it cannot be interpolated.`,
          };
        case "values":
          return { zh: "插值的各点的值应为数。", en: "The values of anchors must be numbers." };
        case "anchor":
          return {
            zh: `${zhName(h.text)}不是一个点：插值的每一行写一个定数。`,
            en: `${enName(h.text)} is not an anchor: each row of an interpolation has one constant.`,
          };
        case "twice":
          return { zh: `${zhName(h.text)}写了两次。`, en: `${enName(h.text)} is given twice.` };
        case "few":
          return { zh: "插值至少要有两个点。", en: "An interpolation needs at least two anchors." };
      }
    },
    () => ({
      zh: "如 按 完成率 插值 { 60%: 0; 100%: 满分 }；两端之外取最近一点的值，另有规定的写「其余」。",
      en: "As in: by rate interpolated { 60%: 0; 100%: full }; beyond the ends the nearest value applies, or that of `else`.",
    }),
  ),
  cliff: entry<{ name: string; of: string; limit: string }>(
    "warning",
    (h) => ({
      zh: `${zhName(h.name)}要${zhName(h.of)}达到 ${h.limit} 方可得分，略低即为 0 分，其余的扣分不起作用。`,
      en: `${enName(h.name)} earns nothing until ${enName(h.of)} reaches ${h.limit}: just below it the score is 0, and other deductions have no effect.`,
    }),
    () => ({
      zh: "删去「若 … 得」，让条目从满分算起再扣；或改用「得 按比例」。",
      en: "Remove the `if … earn` line, so that the item starts full; or earn in proportion.",
    }),
  ),
};
