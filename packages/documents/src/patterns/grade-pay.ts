/** What each grade is paid or weighs: 优秀的发放绩效奖金的120%，良好的发放100%; 各等级对应绩效系数为1.2、1.0、0.8. */
import type { Pattern } from "../form/pattern.js";
import { numberText } from "../words/numerals.js";

const GRADE = "(?:(?:考核|评为|评定为|年度|月度)*(?:为)?(?<G>[^\\n,;:0-9%的]{1,5}?)(?:等次|等级|级|档)?)";

/** One grade and its share or money a row. */
export const gradePay: Pattern = {
  name: "grade-pay",
  forms: { zh: [], en: [] },
  rows: {
    zh: [
      `${GRADE}(?:的|者)?,?(?:按|发放|计发|享受|兑现|奖励|发)(?<O>[^\\n,;0-9扣加减]{0,10}?)(?:的)?{N}(?<I>%)(?:发放|计发|兑现)?`,
      `${GRADE}(?:的|者)?,?(?:每[人村户]|各)?(?:奖励|发放|奖)(?<O>[^\\n,;0-9扣加减]{0,10}?){N}(?<U9>万元|元)`,
      `${GRADE}(?:的|者)?,?(?:不予发放|不发放|不享受|不予奖励|不奖励|不得奖励|不予兑现)(?<Z9>[^\\n,;0-9]{0,8}?)`,
      `${GRADE}(?:的|者)?,?全额(?:发放|兑现|计发)(?<F9>[^\\n,;0-9]{0,8}?)`,
    ],
    en: [],
  },
  build(b) {
    if (b.context.points !== null) return null;
    const money = b.rows.map((row) => row["U9"]?.text ?? "").filter((unit) => unit !== "");
    const isShare = b.rows.some((row) => row["I"] !== undefined || row["F9"] !== undefined);
    if (new Set(money).size > 1 || (isShare && money.length > 0) || (!isShare && money.length === 0)) return null;
    const [unit = "%"] = money;
    const rows = b.rows.map((row) => ({
      grade: (row["G"]?.text ?? "").replace(/^([A-Z甲乙丙丁])级$/u, "$1"),
      value: row["Z9"] !== undefined ? "0" : row["F9"] !== undefined ? "100" : (numberText(row["N"]?.text ?? "") ?? ""),
    }));
    if (
      rows.some(({ grade, value }) => grade === "" || value === "") ||
      new Set(rows.map(({ grade }) => grade)).size !== rows.length
    )
      return null;
    const of = b.rows.map((row) => row["O"]?.text ?? row["F9"]?.text ?? "").find((text) => text !== "") ?? "";
    const name = of === "" ? (isShare ? "发放比例" : "奖励") : isShare ? `${of}发放比例` : of;
    return [{ kind: "by-grade", name, rows, unit }];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["优秀的发放100%，良好的发放1000元"],
};

/** A list of values for the grades that the sentence before defines, best first. */
export const gradeValues: Pattern = {
  name: "grade-values",
  sign: /系数|比例/u,
  forms: {
    zh: [
      "(?:各|[二三四五六]个)(?:等级|等次|档次)(?:分别)?(?:对应)?(?:的)?(?<O>[^\\n,;0-9]{0,8}?(?:系数|比例))(?:分别|依次)?为(?<G>\\d+(?:\\.\\d+)?%?(?:[、,/]\\d+(?:\\.\\d+)?%?)+)",
    ],
    en: [],
  },
  build(b) {
    const before = b.context.previous.at(-1);
    if (b.context.points !== null || before?.kind !== "grades") return null;
    const list = b.text("G").split(/[、,/]/u);
    const isShare = list.every((text) => text.endsWith("%"));
    if (!isShare && list.some((text) => text.endsWith("%"))) return null;
    if (list.length !== before.rows.length) return null;
    const rows = before.rows.map(({ amount }, at) => ({
      grade: amount.kind === "points" ? amount.value : "",
      value: numberText((list[at] ?? "").replace("%", "")) ?? "",
    }));
    return [{ kind: "by-grade", name: b.text("O"), rows, unit: isShare ? "%" : "" }];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["各等级对应绩效系数为1.2、1.0"],
};
