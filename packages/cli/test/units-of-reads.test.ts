// Each function of a field in a unit is shown in that unit, in the explanation as text, JSON and HTML, in both vocabularies; a count, a place, a
// share is not. The table has a row for each function of the language.

import { type BuiltinName, builtins } from "@yardstick/language";
import { expect, it } from "vitest";
import { folderWith, yardstick } from "./command.js";

/** A call as `x` (field, 5 and 3), `rows.y` (2 and 1), `o` (published: x) and dates `a`, `b` give it, and its number; null: it has no unit of a field. */
interface Row {
  readonly call: readonly [en: string, zh: string];
  readonly inUnit: string | null;
}

const row = (en: string, zh: string, inUnit: string | null = null): Row => ({ call: [en, zh], inUnit });

const calls: Readonly<Record<BuiltinName, Row>> = {
  sum: row("sum(rows.y) > 0", "求和(rows.y) > 0", "3"),
  average: row("average(rows.y) > 0", "均值(rows.y) > 0", "1.5"),
  median: row("median(rows.y) > 0", "中位数(rows.y) > 0", "1.5"),
  count: row("count(rows) > 0", "个数(rows) > 0"),
  any: row("any(rows where y > 0)", "有(rows 其中 y > 0)"),
  all: row("all(rows.y > 0)", "全(rows.y > 0)"),
  share: row("share(rows where y > 0) > 0", "占比(rows 其中 y > 0) > 0"),
  highest: row("highest(x) > 0", "最高(x) > 0", "5"),
  lowest: row("lowest(x) > 0", "最低(x) > 0", "3"),
  mean: row("mean(x) > 0", "平均(x) > 0", "4"),
  total: row("total(x) > 0", "合计(x) > 0", "8"),
  deviation: row("deviation(x, 2) > 0", "标准差(x, 2) > 0", "1"),
  sample_deviation: row("sample_deviation(x, 2) > 0", "样本标准差(x, 2) > 0", "1.41"),
  zscore: row("zscore(x, 2) > 0", "标准分(x, 2) > 0"),
  percentile: row("percentile(x) > 0", "百分位(x) > 0"),
  rank: row("rank(x) > 0", "名次(x) > 0"),
  max: row("v_max > 0", "v_max > 0", "5"),
  min: row("v_min > 0", "v_min > 0", "5"),
  round: row("v_round > 0", "v_round > 0", "5"),
  abs: row("v_abs > 0", "v_abs > 0", "5"),
  month: row("v_month > 0", "v_month > 0"),
  quarter: row("v_quarter > 0", "v_quarter > 0"),
  year: row("v_year > 0", "v_year > 0"),
  weekday: row("v_weekday > 0", "v_weekday > 0"),
  months: row("v_months >= 0", "v_months >= 0"),
  workdays: row("v_workdays >= 0", "v_workdays >= 0"),
  previous: row("previous(o) > 0", "上期(o) > 0", "6"),
  running: row("running(o > 0) > 0", "连续(o > 0) > 0"),
  last: row("last(r)", "末位(r)"),
  points: row("points(it) > 0 points", "分值(it) > 0 分"),
  score: row("score(other) >= 0", "得分(other) >= 0"),
  place: row("place(r) > 0", "位次(r) > 0"),
};

/** Units of which one is not the base, units that are, times, and a counting word; `scale` of one in the base. */
const units = [
  { en: "万元", zh: "万元", scale: 10_000 },
  { en: "亿元", zh: "亿元", scale: 100_000_000 },
  { en: "yuan", zh: "元", scale: 1 },
  { en: "minutes", zh: "分钟", scale: 1 },
  { en: "seconds", zh: "秒", scale: 1 },
  { en: "hours", zh: "小时", scale: 1 },
  { en: "days", zh: "天", scale: 1 },
  { en: "km", zh: "公里", scale: 1 },
  { en: "times", zh: "次", scale: 1 },
] as const;

const names = Object.keys(calls) as readonly BuiltinName[];

/** Places follow from the score, so that no rule may read them; a consequence does. */
const ofPlaces: ReadonlySet<string> = new Set<BuiltinName>(["last", "place"]);
const inRules = names.filter((name) => !ofPlaces.has(name));

const rubricOf = (unit: string, lang: "en" | "zh") => {
  const rules = inRules.map((name) => calls[name].call[lang === "en" ? 0 : 1]);
  return lang === "en"
    ? `rubric "units"
data s { name: text key, year: period, x: number ${unit}, a: date, b: date, rows: list { y: number ${unit} } }
let v_max = max(x, lowest(x))
let v_min = min(x, highest(x))
let v_round = round(x, 2)
let v_abs = abs(x)
let v_month = month(a)
let v_quarter = quarter(a)
let v_year = year(a)
let v_weekday = weekday(a)
let v_months = months(a, b)
let v_workdays = workdays(a, b)
item it 100 points { ${rules.map((rule) => `if ${rule} deduct 1 point`).join("\n")} }
item other 1 point { earn full }
output o = x
ranking r by x
consequence c1 if ${calls.last.call[0]}
consequence c2 if ${calls.place.call[0]}
`
    : `考核 "单位"
数据 s { name: 文本 主键, year: 期别, x: 数值 ${unit}, a: 日期, b: 日期, rows: 明细 { y: 数值 ${unit} } }
设 v_max = 较大(x, 最低(x))
设 v_min = 较小(x, 最高(x))
设 v_round = 舍入(x, 2)
设 v_abs = 绝对值(x)
设 v_month = 月份(a)
设 v_quarter = 季度(a)
设 v_year = 年份(a)
设 v_weekday = 星期(a)
设 v_months = 月数(a, b)
设 v_workdays = 工作日(a, b)
条目 it 100 分 { ${rules.map((rule) => `若 ${rule} 扣 1 分`).join("\n")} }
条目 other 1 分 { 得 满分 }
公布 o = x
排名 r 按 x
处理 c1 若 ${calls.last.call[1]}
处理 c2 若 ${calls.place.call[1]}
`;
};

interface Shown {
  readonly text: string;
  readonly unit?: string | null;
}

interface Reads {
  readonly reads: readonly { readonly value: Shown | null }[];
}

interface Explained {
  readonly parts: readonly { readonly lines: readonly Reads[] }[];
  readonly consequences: readonly Reads[];
}

it("has a row for each function", () => {
  expect(names).toEqual(Object.keys(builtins));
});

it.each(
  units.flatMap((unit) => (["en", "zh"] as const).map((lang) => ({ unit: unit[lang], scale: unit.scale, lang }))),
)("a function of a field in $unit is shown in it ($lang)", async ({ unit, scale, lang }) => {
  const cwd = folderWith({
    "u.rubric": rubricOf(unit, lang),
    "data.csv": "name,year,x,a,b\nA,2024,5,2024-01-02,2024-03-04\nB,2024,3,2024-01-02,2024-03-04\n",
    "rows.csv": "name,year,y\nA,2024,2\nA,2024,1\nB,2024,1\n",
    "history.csv": `name,year,${lang === "en" ? "score" : "总分"},o\nA,2023,50,${6 * scale}\n`,
  });
  const explain = async (format: string) =>
    (await yardstick(["explain", "u.rubric", "A", "--lang", lang, "--all-rules", "--format", format], { cwd })).out;
  const { parts, consequences } = JSON.parse(await explain("json")) as Explained;
  const read = new Map(
    [...inRules, ...ofPlaces].map((name, at) => [name, [...(parts[0]?.lines ?? []), ...consequences][at]] as const),
  );
  const [text, html] = [await explain("text"), await explain("html")];
  for (const name of names) {
    const { inUnit, call } = calls[name];
    const value = read.get(name)?.reads.at(-1)?.value ?? null;
    expect(value).not.toBeNull();
    if (inUnit === null) {
      // Days between two dates are days whatever the field is in.
      if (name === "workdays" && (unit === "days" || unit === "天")) continue;
      expect(value !== null && "unit" in value ? value.unit : null).not.toBe(unit);
      continue;
    }
    expect(value).toMatchObject({ text: inUnit, unit });
    const title = (lang === "en" ? call[0] : call[1]).replace(/ > 0$/u, "");
    expect(text.replaceAll(/\s+/gu, " ")).toContain(`${title} ${inUnit} ${unit}`);
    expect(html.replaceAll(/<[^>]+>|\u2060|\u200b/gu, "").replaceAll(/\s+/gu, " ")).toContain(
      `${title} ${inUnit} ${unit}`,
    );
  }
});
