/** Points that an assessor gives: 酌情扣0.5－2分 · up to 2 points at discretion; by the case; for the whole item. */
import type { Building, Pattern } from "../form/pattern.js";
import { points, rule, textOf, type Effect, type RulePart } from "../rule/rule.js";
import { numberText } from "../words/numerals.js";
import { effectOf } from "../words/slot-words.js";
import { nameOf } from "./names.js";
import { effectWithoutVerb, englishEffect, isUnwanted } from "./points-effect.js";

const JUDGE =
  "(?:酌情|视情况?|视情节(?:轻重|严重程度|严重)?|视(?:具体|实际)?情况|根据(?:具体|实际)?情(?:况|节)(?:轻重)?|视程度|视完成情况|视影响(?:程度)?|酌)(?:给予|予以)?";

function ends(text: string): readonly [string, string] {
  const [a = "", c = ""] = text
    .replaceAll("分", "")
    .split(/-|~|至|到|–|to|[<≤][^<≤0-9]*[<≤]/u)
    .map((end) => numberText(end.trim()) ?? "");
  return Number(a) <= Number(c) ? [a, c] : [c, a];
}

const decides = (effect: Effect, event: string, item: string, from: string, to: string): RulePart =>
  rule(effect, points("0"), { discretion: { name: nameOf(event, item), from, to } });

/** Points a case, given by the assessor in a ledger. */
const byTheCase = (effect: Effect, event: string, item: string, from: string, to: string): RulePart =>
  rule(effect, points("0"), {
    each: { name: nameOf(event, item), columns: [textOf("事由")] },
    discretion: { name: "分数", from, to },
  });

function about(b: Building): string {
  const event = b.text("E") === "" ? (b.context.event === "" ? b.context.item : b.context.event) : b.text("E");
  b.about(event);
  return event;
}

/** Within bounds, by an assessor. */
export const judged: Pattern = {
  name: "judged",
  forms: {
    zh: [
      `{E}{de}(?:可)?${JUDGE}{verb}{R}分`,
      `{E}{de}(?:可)?${JUDGE}{verb}{P}分(?:以内|以下|之内)`,
      `{E}{de}${JUDGE}(?:最多|最高){verb}{P}分`,
      `{E}{de}{verb}{R}分,?(?:由[^\\n,]{1,12})?${JUDGE}(?:确定|评定|掌握)?`,
    ],
    en: [
      "(?:up to|as many as|a maximum of) {P}{pts} (?:off|deducted|penalty)(?: at discretion)?(?: for| if)? {E}",
      "{E}(?::|,| -| –) ?up to {P} (?<V4>extra|bonus|additional){pts}",
      "{E}(?:(?::|,| -| –) ?| )(?<V2>-|minus |deduct |lose )?{R}(?:{pts})?(?: (?<V3>off|deducted))?,? (?:at (?:the )?(?:[a-z']+ )?discretion|depending on (?:the )?(?:severity|seriousness|gravity)|according to (?:the )?(?:severity|seriousness|gravity))",
      "(?:up to|as many as|a maximum of) {P}{pts} (?:may|can|will|might) be (?:deducted|taken off|lost|subtracted|removed) (?:for|if|when|where) {E}",
      "(?:up to|as many as|a maximum of) (?<P8>\\d+(?:\\.\\d+)?){pts}",
      "{E}:? up to {P}{pts} (?:off|deducted)(?: at discretion)?(?:,? (?:at|in) the (?:discretion|judge?ment) of .{2,30})?",
    ],
  },
  build(b) {
    if (b.context.lang === "en" && b.text("R") !== "") {
      const event = about(b);
      const [from, to] = ends(b.text("R"));
      const isLoss = b.text("V2") !== "" || b.text("V3") !== "";
      const effect = isLoss ? "deduct" : effectWithoutVerb(b, event);
      return [decides(effect, event, b.context.item, from, to)];
    }
    if (b.text("P8") !== "") {
      // In a column of bonuses or deductions it is for what the item names.
      const { side, item } = b.context;
      return side === null || item === "" ? null : [decides(side, item, item, "0", b.text("P8"))];
    }
    if (b.text("V4") !== "") return [decides("add", about(b), b.context.item, "0", b.number("P"))];
    if (b.context.lang === "en") return [decides("deduct", about(b), b.context.item, "0", b.number("P"))];
    const effect = effectOf(b.text("V"));
    if (effect === null || effect === "earn") return null;
    const event = about(b);
    if (event.endsWith("每")) return null;
    if (b.text("R") === "") return [decides(effect, event, b.context.item, "0", b.number("P"))];
    const [from, to] = ends(b.text("R"));
    return [decides(effect, event, b.context.item, from, to)];
  },
  examples: {
    zh: ["配合不力的，酌情扣0.5－2分", "落实不到位的视情扣1-3分"],
    en: ["Up to 5 points off for poor style"],
  },
  counterExamples: ["每例酌情扣1-3分", "酌情减免"],
};

/** A range for each case, or one without a word on who decides. */
export const judgedEach: Pattern = {
  name: "judged-by-the-case",
  forms: {
    zh: [
      `{E}{de}每{found}{one}{U}(?:可)?(?:${JUDGE})?{verb}{R}分`,
      `{E}{de}(?:${JUDGE})?{verb}{R}分/{U}`,
      `{E}{de}(?<Y>{verb}){R}分`,
    ],
    en: [],
  },
  build(b) {
    const effect = effectOf(b.text("V"));
    if (effect === null || (effect === "earn" && b.text("Y") !== "")) return null;
    const event = about(b);
    const [from, to] = ends(b.text("R"));
    const { item } = b.context;
    if (b.text("U") !== "") {
      // Each case has points of its own within the range, which are entered case by case.
      return [byTheCase(effect, event, item, from, to)];
    }
    const chosen = b.ask({
      code: "range",
      scope: "clause",
      text: {
        zh: `写明 ${from} 至 ${to} 分，没有写“酌情”，由谁定？`,
        en: `A range of ${from} to ${to} points without “at discretion”. Who decides?`,
      },
      options: [
        { zh: "考核部门在幅度内评定", en: "the assessor, within the range" },
        { zh: "逐次评定，可以有多次", en: "the assessor, case by case" },
      ],
    });
    return [chosen === 0 ? decides(effect, event, item, from, to) : byTheCase(effect, event, item, from, to)];
  },
  examples: { zh: ["不配合选举的，每例酌情扣0.5－3分", "参与公益活动的，每次加1～3分"], en: [] },
  counterExamples: ["酌情扣1分"],
};

/** At discretion, without a bound. */
export const judgedWithoutBound: Pattern = {
  name: "judged-without-bound",
  forms: { zh: [`{E}{de}(?:可)?${JUDGE}(?<D>扣分|扣减|加分|减免|减分|给予加分|奖励分|扣除相应分值|给分)`], en: [] },
  build(b) {
    const event = about(b);
    const effect: Effect = /加|免|奖|给/u.test(b.text("D")) ? "add" : "deduct";
    const { item, points: most } = b.context;
    if (most === null) return null;
    b.ask({
      code: "judge-bound",
      scope: "clause",
      text: { zh: "原文没有写幅度，最多多少分？", en: "No bound is given. How many points at most?" },
      options: [
        { zh: `以本项分值 ${most} 分为限`, en: `the points of the item, ${most}` },
        { zh: "不超过 1 分", en: "1 point" },
      ],
    });
    return [decides(effect, event, item, "0", most)];
  },
  examples: { zh: ["阵地管理不到位的，视情扣分"], en: [] },
  counterExamples: ["酌情扣1分"],
};

/** The whole item is the assessor's. */
export const judgedWhole: Pattern = {
  name: "judged-whole",
  forms: {
    zh: [
      "由{E}(?:进行|负责|综合|集体)*(?:评分|打分|评定|评议打分|赋分|评价打分|酌情打分|测评打分|评议计分)",
      `(?:{E},?)?(?:根据|按照|依据|结合|按|视){E3}(?:,)?(?:进行|综合|酌情|由[^\\n,]{1,10}|给予|予以)*(?:打分|评分|赋分|酌情给分|酌情得分|酌情计分|评价打分|综合评定|评定得分|酌情评分)`,
      "(?:{E},?)?(?:酌情|综合)(?:打分|评分|给分|赋分|计分|得分)(?:,?{R}分)?",
      "(?:{E}{de})?(?:酌情)?(?:得|计|给|记|打|赋)?{R}分",
    ],
    en: [
      "(?:assessed|scored|judged|rated|graded|marked|evaluated) by {E}",
      "(?:(?:scored?|rated?|points?|marks?|up to|out of|worth|assessed|from)\\s*)*{R}(?:{pts})?(?: (?:at the discretion of|awarded by|as (?:judged|assessed|decided|determined|rated) by|based on|depending on|for|according to) {E})?",
      "up to {P}{pts},? (?:awarded |given )?(?:at|in) the (?:sole |absolute )?(?:discretion|judge?ment) of {E}",
      "(?:awarded |given )?(?:at|in) the (?:sole |absolute )?(?:discretion|judge?ment) of {E}(?:,? up to {P}{pts})?",
      "up to {P}{pts},?(?: for| if| depending on| based on| according to)? {E}",
      "{E}:? (?:\\()?(?:up to|max(?:imum)?(?: of)?) {P}{pts}\\)?",
    ],
  },
  build(b) {
    const { context } = b;
    if (context.item === "" || context.role !== "item" || context.points === null) return null;
    if (b.text("R") !== "") {
      const [from, to] = ends(b.text("R"));
      if (from !== "0" && from !== "1") return null;
      if (to !== context.points) return null;
    }
    if (b.text("P") !== "" && b.number("P") !== context.points) return null;
    if (/[率比]$|比例$/u.test(b.text("E3")) || /^(?:其他|其它|其余|否则|另外)/u.test(b.text("E"))) return null;
    return [rule("earn", points("0"), { discretion: { name: "", from: "0", to: context.points } })];
  },
  examples: { zh: ["由科室评分"], en: [] },
  counterExamples: ["按完成率得分"],
};

/** A part of the points of an item, given by the assessor: up to 10 points for reach. */
export const judgedPart: Pattern = {
  name: "judged-part",
  forms: {
    zh: ["{E}{de}(?:\\()?(?:得|计|给|打)?{R}分(?:\\))?"],
    en: [
      "{E}(?::| -| –) ?(?:up to {P}{pts}|{R}(?:{pts})?)",
      "up to {P}(?<X2> extra credit| bonus| extra)?{pts} (?:for|based on|depending on|according to) {E}",
      "(?:bonus: ?)?up to {P}(?<X2> extra credit| bonus| extra)?{pts} (?:may|can|will) be (?<V2>earned|awarded|given|added) (?:for|by|to|based on) {E}",
    ],
  },
  build(b) {
    const { item, points: most, role } = b.context;
    if (b.text("R") !== "") {
      // From nothing up to less than the item has: one of several parts.
      const [from, to] = ends(b.text("R"));
      if (
        from !== "0" ||
        most === null ||
        role !== "item" ||
        Number(to) >= Number(most) ||
        /每|扣|加/u.test(b.text("E")) ||
        (b.context.lang === "en" && isUnwanted(b.text("E")))
      )
        return null;
      b.about(b.text("E"));
      return [rule("earn", points("0"), { discretion: { name: nameOf(b.text("E"), item), from, to } })];
    }
    const said = englishEffect(b, b.text("X2") + b.text("V2"), b.text("E"));
    // Without points of the item there is nothing to earn a part of.
    const effect = said === "earn" && most === null ? "add" : said;
    if (effect === "earn" && Number(b.number("P")) >= Number(most)) return null;
    b.about(b.text("E"));
    const name = nameOf(b.text("E"), item);
    return [rule(effect, points("0"), { discretion: { name, from: "0", to: b.number("P") } })];
  },
  examples: { zh: [], en: ["Up to 3 points for reach"] },
  counterExamples: ["Up to 10 points for each partner"],
};

/** Levels with a range each: the assessor gives the points. */
export const judgedLevels: Pattern = {
  name: "judged-levels",
  forms: { zh: [], en: [] },
  rows: {
    zh: [
      "(?:{E})?{K}(?:{E3})?{de}(?:得|计|给|:)?{R}分?",
      "(?:{E})?{K}:?(?<R>\\d+(?:\\.\\d+)?分?[<≤](?:得分|分数|评分|分值|评价得分)[<≤]\\d+(?:\\.\\d+)?)分?",
      "(?:{E})?{K}(?:{E3})?{de}(?:得|计|给|:)?{P}分",
      "{E}{de}(?:得|计|给|:){R}分",
      "{E}{de}{Z}",
      "(?:{E})?{K}(?:{E3})?{de}{Z}",
    ],
    en: ["(?:{E})(?::| =| -| \\() ?{R}{pts}?\\)?", "{K}:? {R}(?:{pts})?"],
  },
  build(b) {
    const { context } = b;
    if (context.points === null || context.role !== "item") return null;
    const ranges = b.rows.filter((row) => row["R"] !== undefined);
    if (ranges.length === 0) return null;
    const highest = Math.max(
      ...b.rows.map((row) =>
        row["R"] === undefined ? Number(numberText(row["P"]?.text ?? "0") ?? "0") : Number(ends(row["R"].text)[1]),
      ),
    );
    if (String(highest) !== context.points) return null;
    return [rule("earn", points("0"), { discretion: { name: "", from: "0", to: context.points } })];
  },
  examples: { zh: ["优得8-10分，良得5-7分，一般得0-4分"], en: [] },
  counterExamples: ["优得10分，良得5分"],
};
