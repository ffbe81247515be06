/** Each that is missing or beyond what nothing says: 每少1天扣0.2分 · 2 points off per day late. */
import type { Pattern } from "../form/pattern.js";
import { countOf, points, rule } from "../rule/rule.js";
import { effectOf } from "../words/slot-words.js";
import { nameOf } from "./names.js";

/** Each that is missing or beyond, without a base: a count to fill in. */
export const shortfall: Pattern = {
  name: "shortfall",
  sign: /[少缺差短减不多超延推逾晚迟提降升]/u,
  forms: {
    zh: [
      `{M}(?:不足|少于|未达到?|达不到|低于|没有达到)(?:规定|计划|要求|标准|应有|应完成|目标|任务)的?(?:次数|数量|人数|节数|篇数|课时数|数|要求|标准)?(?:的|者)?,每?(?<S>少|缺|缺少|差|短缺|减少|不足)(?<One>1|一)个?{U}{de}{verb}{P}{pts}`,
      `(?:{M}{de})??每?(?<![至不])(?<S>少|缺|缺少|差|短缺|减少|不足)(?<One>1|一)个?{U}{E}?{de}{verb}{P}{pts}`,
      `(?:{M}{de})??每(?<S>少|缺|缺少|差|短缺|减少|不足)(?<One>1|一)?{U}{E}?{de}{verb}{P}{pts}`,
      `(?:{M}{de})??每(?<S>下降|降低|上升|提升|提高)(?<One>1|一)个?(?<U>类别)(?:的)?,?{verb}{P}{pts}`,
      `(?:{M}{de})??每?(?<S>多|超|超过|超出|超额|延迟|推迟|延期|逾期|超期|晚|迟|提前|延误)(?:完成|上报|报送|交|办理|1|一)?(?<One>1|一)个?{U}{E}?{de}{verb}{P}{pts}`,
    ],
    en: [
      "(?:late(?: work| submissions?| penalty)?: ?)?{P}{pts} (?:off |penalty |deducted )?(?:for each|per) (?<U>day|hour|week|minute) (?<S>late|short|missing|overdue)",
      "(?:deduct|subtract|lose|minus|-) ?{P}{pts}? (?:for each|per|each) (?<U>day|hour|week|minute) (?<S>late|short|missing|overdue)",
    ],
  },
  build(b) {
    const { context } = b;
    if (context.lang === "en") {
      return [
        rule("deduct", points(b.number("P")), {
          per: {
            field: countOf(nameOf(`${b.text("U")}s ${b.text("S")}`, context.item), `${b.text("U")}s`),
            step: null,
            side: null,
            limit: null,
          },
        }),
      ];
    }
    const effect = effectOf(b.text("V"));
    if (effect === null || /百分点|级$|档/u.test(b.text("U"))) return null;
    const own = b.text("M");
    if (/\d|[至不]$/u.test(own) || b.text("E").includes(",")) return null;
    const about = `${own === "" ? (context.measure === "" ? context.item : context.measure) : own}`;
    if (/\d|%/u.test(about)) return null;
    const kind = /^(?:少|缺|缺少|差|短缺|减少|不足)$/u.test(b.text("S")) ? "缺少" : b.text("S");
    b.about(about);
    return [
      rule(effect, points(b.number("P")), {
        per: {
          field: countOf(`${nameOf(about, context.item)}${kind}${nameOf(b.text("E"), "")}`, b.text("U")),
          step: null,
          side: null,
          limit: null,
        },
      }),
    ];
  },
  examples: {
    zh: [
      "每少1天扣0.2分",
      "每少1病种扣1分",
      "每少1例操作扣0.5分",
      "少一次扣0.5分",
      "每延迟1天扣1分",
      "缺一项扣2分",
      "作业批改次数不足规定次数的，每少1次扣0.2分",
    ],
    en: ["2 points off per day late"],
  },
  counterExamples: ["每少1个百分点扣1分"],
};
