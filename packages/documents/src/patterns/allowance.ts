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

const FREE_ZH =
  "(?:的|均|一律)*(?:不扣分?|不予扣分|免予?扣分?|不计分?|不予计分|不计入(?:考核)?|不纳入(?:考核|计分)?)(?:的)?";
const FREE_EN =
  "(?:is|are) (?:free|not counted|excused|ignored|disregarded|tolerated|not penali[sz]ed|without (?:penalty|deduction))";
/** A period within which something is free, so that it is counted period by period. */
const PERIODIC =
  /每[年月季周天日]|[\u4e00-\u9fff]?[月季周年日]内|当[月季年日]|\b(?:per|each|every|in an?|in one) (?:day|week|month|quarter|year|season|term)\b/iu;

/** The first so many are free, each further one counts: 前2份不扣分，从第3份起每份扣0.5分 · the first two are free, each further one costs 2 points. */
export const firstFree: Pattern = {
  name: "first-free",
  forms: {
    zh: [
      `(?:{E}{de})?前{N}{U}(?<X>[^\\n,0-9每扣加减]{1,12}?)??${FREE_ZH},?(?:但)?(?:从|自)?第{N2}{U2}(?:起|开始|以后|及以后)(?:的)?,?(?:每{found}{one}{U3}|(?<W>依次|逐{U4}))?{verb}{P}{pts}`,
      `(?:{E}{de})?前{N}{U}(?<X>[^\\n,0-9每扣加减]{1,12}?)??${FREE_ZH},?(?:但)?(?:从|自)?(?:以后|之后|此后|其后|超出的?|超过的?|超出部分|超过部分|超过后)(?:的)?,?每{found}{one}{U3}{verb}{P}{pts}`,
    ],
    en: [
      `(?:the )?first {N} {E} ${FREE_EN},? ?(?:and |but |then )?(?:after (?:that|which),? |thereafter,? |from then on,? )?(?:each|every|any) (?:further |additional |extra |subsequent |other |more )?(?:one|{X})?(?: after (?:that|those)| thereafter)?(?: (?:costs?|loses?|deducts?|is|means)|:) (?:minus |-)?{P}(?:{pts})?(?: off)?`,
      `(?:the )?first {N} {E} ${FREE_EN},? ?(?:and |but |then )?(?:after (?:that|which),? |thereafter,? |from then on,? )?{P}{pts} (?:(?:is|are) )?(?:off|deducted|lost) (?:for (?:each|every)|per) (?:further |additional |extra |subsequent |other |more )?(?:one|{X})`,
      `{E} (?:is|are) (?:tolerated|allowed|accepted|free) up to {N},? ?(?:and |but )?(?:each|every|any) (?:further|additional|extra|other|more) (?:one|{X}) (?:costs?|loses?|deducts?|is|means) (?:minus |-)?{P}{pts}(?: off)?`,
    ],
  },
  build(b) {
    const { context } = b;
    const isEnglish = context.lang === "en";
    if (!isEnglish && effectOf(b.text("V")) !== "deduct") return null;
    const units = ["U", "U2", "U3"].map((slot) => b.text(slot)).filter((unit) => unit !== "");
    if (new Set(units).size > 1 || b.text("W") !== "") return null;
    const free = b.number("N");
    if (b.text("N2") !== "" && Number(b.number("N2")) !== Number(free) + 1) return null;
    const own = isEnglish ? b.text("E") : `${b.text("E").replace(/(?:的|者|,)+$/u, "")}${b.text("X")}`;
    const before = context.event === "" ? context.item : context.event;
    const event = own === "" ? before : own;
    if (event === "" || PERIODIC.test(event)) return null;
    b.about(event);
    const field = countOf(nameOf(event, context.item), isEnglish ? "times" : b.text("U"));
    return [
      rule("deduct", points(b.number("P")), { per: { field, step: null, side: "over", limit: quantity(free, "") } }),
    ];
  },
  examples: {
    zh: ["记录缺签字的，前2份不扣分，从第3份起每份扣0.5分"],
    en: ["The first two absences are free, each further one costs 2 points"],
  },
  counterExamples: ["记录缺签字的，前2份不扣分，从第5份起每份扣0.5分"],
};

const TIME = "seconds?|minutes?|hours?|days?";

/** So much time is free, each further step of it counts: at most 4 minutes, each additional 30 seconds costs 2 points. */
export const overTime: Pattern = {
  name: "over-time",
  forms: {
    zh: [],
    en: [
      `{E} (?:(?:lasts?|takes?|runs?|are|is|be|must|may|should|shall|not|exceed|limited|have) )+(?:(?:at most|no more than|no longer than|up to|to|within|a maximum of) )?{N} (?<W>${TIME}),? (?:and )?(?:each|every) (?:additional|extra|further) (?:{N2} )?(?<W2>${TIME}) (?:costs?|loses?|deducts?|is) (?:minus |-)?{P}{pts}(?: off)?`,
    ],
  },
  build(b) {
    const event = b.text("E");
    const step = b.text("N2") === "" ? null : quantity(b.number("N2"), "times");
    b.about(event);
    const name = nameOf(`${event} ${b.text("W2")} over ${b.number("N")} ${b.text("W")}`, b.context.item);
    return [
      rule("deduct", points(b.number("P")), { per: { field: countOf(name, "times"), step, side: null, limit: null } }),
    ];
  },
  examples: { zh: [], en: ["Talks last at most 4 minutes, each additional 30 seconds costs 2 points"] },
  counterExamples: ["Talks last at least 4 minutes, each additional 30 seconds costs 2 points"],
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
