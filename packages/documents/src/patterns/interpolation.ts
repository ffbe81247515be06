/** Points in straight lines between figures that the clause states: 60%得0分，100%得10分，其间按线性插值. */
import type { Pattern } from "../form/pattern.js";
import { rule } from "../rule/rule.js";
import { numberText } from "../words/numerals.js";
import { measureField, measureOf, quantity } from "./measures.js";

const ANCHOR = "(?:达到?|为)?\\d+(?:\\.\\d+)?%(?:及?以[上下])?(?:的)?(?:得|计|为)\\d+(?:\\.\\d+)?分";
const LINE = "(?:按|采用|用)?(?:线性|直线)(?:内?插值?|插入)?法?";

/** Points in straight lines between anchors. */
export const interpolation: Pattern = {
  name: "interpolation",
  sign: /线性|直线|插/u,
  forms: {
    zh: [
      `(?:{M}{de})??(?<G>${ANCHOR}(?:,${ANCHOR})+),(?:其间|其余|中间|之间|两者之间|各点之间|其他)(?:的|部分)?,?(?:${LINE}|按?插值法?)(?:计分|得分|计算|折算)?`,
      `(?:{M},?)?(?:${LINE}|按插值法?)(?:计分|得分|计算|折算)?[:,](?<G>${ANCHOR}(?:,${ANCHOR})+)`,
    ],
    en: [],
  },
  build(b) {
    const { item, points: all } = b.context;
    if (item === "" || all === null) return null;
    const anchors = b
      .text("G")
      .split(",")
      .map((piece) => {
        const found = /(\d+(?:\.\d+)?)%(及?以[上下])?(?:的)?(?:得|计|为)(\d+(?:\.\d+)?)分/u.exec(piece);
        return { at: Number(found?.[1]), value: found?.[3] ?? "", side: found?.[2] ?? "" };
      })
      .toSorted((x, y) => x.at - y.at);
    // Figures between the ends say nothing of what is above or below them.
    const isClear = anchors.every(
      ({ side }, index) =>
        side === "" || (/下/u.test(side) && index === 0) || (/上/u.test(side) && index === anchors.length - 1),
    );
    const most = anchors.reduce((best, { value }) => Math.max(best, Number(value)), 0);
    if (!isClear || most !== Number(all) || new Set(anchors.map(({ at }) => at)).size !== anchors.length) return null;
    const measure = measureOf(b, b.text("M"));
    if (measure === "") return null;
    b.measured(measure);
    return [
      rule("earn", {
        kind: "interpolated",
        by: measureField(measure, "%", item),
        anchors: anchors.map(({ at, value }) => ({ at: quantity(String(at), "%"), value: numberText(value) ?? value })),
      }),
    ];
  },
  examples: {
    zh: ["完成率60%得0分，100%得10分，其间按线性插值", "完成率按线性插值计分：60%得0分，80%得6分，100%得10分"],
    en: [],
  },
  counterExamples: ["完成率60%得0分，100%得10分"],
};
