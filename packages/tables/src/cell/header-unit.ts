/**
 * Units in headers, in the words that offices use, compared with the unit of the field: 人次 and 人, RMB and 元, marks and 分. A unit
 * behind a single number is read more strictly: see `unit.ts`.
 */
import type { RationalText } from "@yardstick/exact";
import type { Unit } from "@yardstick/language/program";
import { scaleOfWritten } from "./unit.js";

/** Words for the same unit; the first is the one that fields are declared with. */
const SAME_UNIT: readonly (readonly string[])[] = [
  ["元", "yuan", "rmb", "cny", "人民币", "人民币元", "￥", "¥", "圆"],
  ["万元", "万元人民币", "10k yuan", "万圆", "w元"],
  ["分", "point", "points", "pt", "pts", "mark", "marks", "分数", "得分"],
  ["天", "日", "day", "days", "d"],
  ["月", "个月", "month", "months"],
  ["年", "year", "years"],
  ["人", "人次", "人数", "名", "位", "person", "persons", "people"],
  ["次", "次数", "回", "time", "times"],
  ["件", "宗", "起", "case", "cases", "piece", "pieces", "件次"],
  ["户", "户数", "household", "households"],
  ["个", "个数", "只", "item", "items", "no", "no.", "#"],
  ["公里", "千米", "km"],
  ["吨", "t"],
];

const UNITS = new Set(
  (
    "角 里 米 厘米 毫米 亩 公顷 平方米 平方公里 立方米 公斤 千克 克 斤 两 升 毫升 度 千瓦时 小时 分钟 秒 周 季 例 项 家 处 张 座 篇 期 场 班 组 台 辆 % ‰ ％ " +
    "m cm mm m2 m3 ha kg g l ml kwh h hr hrs hour hours min mins minute minutes s sec week weeks usd eur $ €"
  ).split(" "),
);
const MULTIPLIED = /^(?:[十百千万亿]+)(.*)$/u;

/** Whether a word is a unit at all, which distinguishes `完成/万元` from `完成/目标`. */
export function isUnitWord(word: string): boolean {
  const plain = word.toLowerCase();
  const base = MULTIPLIED.exec(plain)?.[1] ?? plain;
  return base === "" || UNITS.has(base) || SAME_UNIT.some((words) => words.includes(base));
}

/**
 * The factor from the unit of a header to the base unit of the field; null where the two do not fit. A field without a unit accepts any
 * unit without a multiplier such as 万, and reads the numbers unchanged.
 */
export function scaleOfHeaderUnit(word: string, unit: Unit | null): { readonly scale: RationalText | null } | null {
  const plain = word.toLowerCase();
  // The header may state the full marks as well: 得分（100分）.
  const bare = unit === null ? plain : plain.replace(/^满?分?\d+(?:\.\d+)?(?=\D)/u, "");
  const words = SAME_UNIT.find((same) => same.includes(bare)) ?? [bare];
  for (const each of [
    word,
    ...(unit === null ? [] : [unit.name].filter((name) => name.toLowerCase() === bare)),
    ...words,
  ]) {
    const scale = scaleOfWritten(each, unit);
    if (scale !== null) return { scale };
  }
  const multiplier = MULTIPLIED.exec(plain);
  if (multiplier !== null && unit !== null) {
    const base = SAME_UNIT.find((same) => same.includes(multiplier[1] ?? ""))?.[0];
    const scale =
      base === undefined
        ? null
        : scaleOfWritten(plain.slice(0, plain.length - (multiplier[1] ?? "").length) + base, unit);
    if (scale !== null) return { scale };
  }
  return unit === null && multiplier === null && isUnitWord(plain) && !"%‰％".includes(plain) ? { scale: null } : null;
}
