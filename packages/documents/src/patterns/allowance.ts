/** So many are free, each beyond counts; and a target with points on both of its sides. */
import type { Pattern } from "../form/pattern.js";
import { countOf, percentOf, points, rule } from "../rule/rule.js";
import { effectOf } from "../words/slot-words.js";
import { quantity } from "./measures.js";
import { nameOf } from "./names.js";

/** So many are free: 迟到3次以内不扣分，超过3次的每次扣1分. */
export const allowance: Pattern = {
  name: "allowance",
  sign: /不扣分?/u,
  forms: {
    zh: [
      "{E}{N}{U}(?:\\(含\\))?(?:以内|以下|之内|及以下|以内的)(?:的)?不扣分?,(?:超过|超出|超){N2}{U2}(?:的|后)?,?每(?:增加|多|超|超过)?{one}{U3}{verb}{P}{pts}",
      "{E}(?:超过|超出){N}{U}(?:的|后)?,?每(?:增加|多|超|超过)?{one}{U3}{verb}{P}{pts},{N2}{U2}(?:以内|以下|之内)(?:的)?不扣分?",
    ],
    en: [],
  },
  build(b) {
    const units = ["U", "U2", "U3"].map((slot) => b.text(slot));
    if (new Set(units).size > 1 || b.number("N") !== b.number("N2") || effectOf(b.text("V")) !== "deduct") return null;
    const [unit = ""] = units;
    const field = countOf(nameOf(b.text("E"), b.context.item), unit);
    const chosen = b.ask({
      code: "beyond",
      scope: "clause",
      text: {
        zh: `超过 ${b.number("N")} ${unit}的，扣哪些？`,
        en: `Which count where there are more than ${b.number("N")}?`,
      },
      options: [
        { zh: "只扣超过的部分", en: "those beyond" },
        { zh: "全部都扣，这一条另写", en: "all; the clause is written by hand" },
      ],
    });
    if (chosen === 1) return null;
    b.about(b.text("E"));
    return [
      rule("deduct", points(b.number("P")), {
        per: { field, step: null, side: "over", limit: quantity(b.number("N"), "") },
      }),
    ];
  },
  examples: { zh: ["迟到3次以内不扣分，超过3次的每次扣1分"], en: [] },
  counterExamples: ["迟到3次以内不扣分，超过5次的每次扣1分"],
};

/** A target with points on both of its sides: 完成任务得20分，每超1个百分点加0.2分，每少1个百分点扣0.5分. */
export const bothSides: Pattern = {
  name: "both-sides",
  sign: /每[超多高].*每[少低欠差]|每[少低欠差].*每[超多高]/u,
  forms: {
    zh: [
      "(?:完成|达到)(?:年度|全年)?(?:任务|目标)(?:数|的)*(?:得{P1}分|{F}),每(?:超额?|超过|多|高){N1}?(?:个?百分点|%)(?:的)?加{P2}分,(?:每)?(?:少|低|欠|差|降低){N2}?(?:个?百分点|%)(?:的)?扣{P3}分",
      "(?:完成|达到)(?:年度|全年)?(?:任务|目标)(?:数|的)*(?:得{P1}分|{F}),每(?:少|低|欠|差|降低){N2}?(?:个?百分点|%)(?:的)?扣{P3}分,(?:每)?(?:超额?|超过|多|高){N1}?(?:个?百分点|%)(?:的)?加{P2}分",
    ],
    en: [],
  },
  build(b) {
    const { item, points: all } = b.context;
    if (item === "" || all === null || (b.text("P1") !== "" && b.number("P1") !== all)) return null;
    const field = percentOf(`${item}完成率`);
    const limit = quantity("100", "%");
    const side = (effect: "add" | "deduct", value: string, step: string) =>
      rule(effect, points(value), {
        per: { field, step: quantity(step, "%"), side: effect === "add" ? "over" : "under", limit },
      });
    return [side("add", b.number("P2"), b.number("N1")), side("deduct", b.number("P3"), b.number("N2"))];
  },
  examples: { zh: ["完成任务得10分，每超1个百分点加0.2分，每少1个百分点扣0.5分"], en: [] },
  counterExamples: ["完成任务得10分"],
};
