/** Points by how far a measure is below an average, and by targets that differ by kind of subject. */
import type { Pattern, Slots } from "../form/pattern.js";
import { kindOf, percentOf, points, rule, type Row } from "../rule/rule.js";
import { isEvent } from "../words/event-words.js";
import { numberText } from "../words/numerals.js";
import { borderQuestion } from "./borders.js";
import { measureField, measureOf, quantity } from "./measures.js";
import { nameOf } from "./names.js";

const RESULT = "(?:的)?,?(?:得{P}{pts}|{Z})";

/** Kinds of subjects that a passage gives targets of their own, all for the same points: 工科类不低于40%得2分，财经类不低于10%得2分. */
export function subjectKinds(passage: string): readonly string[] {
  const found = [
    ...passage.matchAll(/(?:^|[,;:])([^\n,;:\d]{2,10}类)(?:不低于|达到?|≥)\d+(?:\.\d+)?%得(\d+(?:\.\d+)?)分/gu),
  ];
  return found.length > 1 && new Set(found.map(([, , value]) => value)).size === 1
    ? found.map(([, kind]) => kind ?? "")
    : [];
}

/** Points by the distance below an average: 不低于全省平均得2分，低5个百分点以内得1.8分，低10个百分点以上得1.2分. */
export const belowAverage: Pattern = {
  name: "below-average",
  forms: { zh: [], en: [] },
  rows: {
    zh: [
      `(?:{M})??(?:不低于|达到|≥)(?<W>[^\\n,;0-9]{0,6}平均(?:水平|值|数)?)${RESULT}`,
      `(?<Y>低|低于平均|比平均低){N1}个?(?:百分点)?(?:-|~|至|到){N2}个?百分点(?:之间)?${RESULT}`,
      `(?<Y>低|低于平均|比平均低){N}个?百分点(?<A>{inside}|{up})${RESULT}`,
    ],
    en: [],
  },
  build(b) {
    const [first, ...rest] = b.rows;
    const { item } = b.context;
    if (first?.["W"] === undefined || rest.length < 2 || rest.some((row) => row["Y"] === undefined)) return null;
    const number = (row: Slots, slot: "N" | "N1" | "N2" | "P") => numberText(row[slot]?.text ?? "") ?? "";
    const value = (row: Slots) => (row["P"] === undefined ? "0" : number(row, "P"));
    const measure = measureOf(b, first["M"]?.text ?? "");
    if (measure === "") return null;
    const chosen = b.ask(borderQuestion);
    const sign = chosen === 0 ? "<" : "<=";
    const rows: Row[] = [
      {
        test: { kind: "compare", sign: "<=", value: quantity("0", "%") },
        amount: points(numberText(first["P"]?.text ?? "") ?? "0"),
      },
    ];
    let reached = "0";
    for (const [at, row] of rest.entries()) {
      const isLast = at === rest.length - 1;
      const isUp = /以上/u.test(row["A"]?.text ?? "");
      const [from, to] =
        row["N1"] === undefined
          ? [isUp ? number(row, "N") : reached, number(row, "N")]
          : [number(row, "N1"), number(row, "N2")];
      if (isUp !== isLast || from !== reached || (!isLast && Number(to) <= Number(reached))) return null;
      rows.push(
        isLast
          ? { test: { kind: "else" }, amount: points(value(row)) }
          : { test: { kind: "compare", sign, value: quantity(to, "%") }, amount: points(value(row)) },
      );
      reached = to;
    }
    const field = measureField(measure, "%", item);
    const average = percentOf(nameOf(`${first["W"].text}${field.name}`, item));
    b.measured(measure);
    return [rule("earn", { kind: "by", of: average, less: field, rows })];
  },
  examples: {
    zh: ["不低于全省平均得2分，低5个百分点以内得1.8分，低5至10个百分点得1.6分，低10个百分点以上得1.2分"],
    en: [],
  },
  counterExamples: ["不低于全省平均得2分"],
};

/** Targets that differ by kind of subject: 工科类不低于40%得2分，财经类不低于10%得2分，其他按比率法. */
export const targetsByKind: Pattern = {
  name: "targets-by-kind",
  forms: {
    zh: [
      "(?<G>[^\\n,;0-9]{2,10}类(?:不低于|达到?|≥)\\d+(?:\\.\\d+)?%得\\d+(?:\\.\\d+)?分(?:,[^\\n,;0-9]{2,10}类(?:不低于|达到?|≥)\\d+(?:\\.\\d+)?%得\\d+(?:\\.\\d+)?分)+),(?:其他|其余|达不到的?|未达到的?|低于的)(?:的)?,?按(?:比率法|比例法?|比例得分|完成比例)(?:得分|计分|计算)?",
    ],
    en: [],
  },
  build(b) {
    const { item, points: all } = b.context;
    if (item === "" || all === null) return null;
    const kinds = b
      .text("G")
      .split(",")
      .map(
        (piece) =>
          /^(?<kind>[^0-9]+?类)(?:不低于|达到?|≥)(?<target>[\d.]+)%得(?<points>[\d.]+)分$/u.exec(piece)?.groups,
      );
    // All points for each kind: the kinds are of the subjects, not parts that add up.
    if (kinds.some((kind) => kind === undefined || kind["points"] !== all || !isEvent(kind["kind"] ?? "", "zh")))
      return null;
    const names = kinds.map((kind) => kind?.["kind"] ?? "");
    if (new Set(names).size !== names.length) return null;
    const field = measureField(measureOf(b, item), "%", item);
    return [
      rule("earn", {
        kind: "by",
        of: kindOf(names),
        rows: kinds.map((kind) => {
          const target = quantity(kind?.["target"] ?? "0", "%");
          return {
            test: { kind: "level", level: kind?.["kind"] ?? "" },
            amount: {
              kind: "by",
              of: field,
              rows: [
                { test: { kind: "compare", sign: ">=", value: target }, amount: points(all) },
                { test: { kind: "else" }, amount: { kind: "scaled", points: all, by: field, over: target } },
              ],
            },
          };
        }),
      }),
    ];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["综合工科类不低于40%得2分"],
};

/** Weights of kinds in the figure that the rule before is about: 规模以上企业权重100%，其余企业50%. */
export const kindWeights: Pattern = {
  name: "kind-weights",
  forms: {
    zh: [
      "(?:其中,?)?(?<G>[^\\n,;0-9]{2,12}权重\\d+(?:\\.\\d+)?%(?:[,、][^\\n,;0-9]{2,12}?(?:权重)?\\d+(?:\\.\\d+)?%)+)",
    ],
    en: [],
  },
  build(b) {
    if (b.context.previous.length === 0) return null;
    const chosen = b.ask({
      code: "weights-in",
      scope: "clause",
      text: { zh: "按权重折算由谁来做？", en: "Where are the weights applied?" },
      options: [
        { zh: "填报的数已按权重折算，本句是填报口径", en: "in the figure that is filled in: the sentence says how" },
        { zh: "由规则折算，这一条另写", en: "by the rule; the clause is written by hand" },
      ],
    });
    return chosen === 1 ? null : [];
  },
  examples: { zh: [], en: [] },
  counterExamples: [],
};
