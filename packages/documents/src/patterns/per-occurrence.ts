/** So many points for each occurrence: 缺席的，每次扣1分 · 1 point off per late report. */
import type { Building, Given, Pattern } from "../form/pattern.js";
import { countOf, points, rule, type Effect } from "../rule/rule.js";
import { isMeasure } from "../words/event-words.js";
import { effectOf } from "../words/slot-words.js";
import { follow } from "./follower.js";
import { nameOf } from "./names.js";
import { effectWithoutVerb, englishEffect } from "./points-effect.js";

/** Two events joined by 、 under 每项每次. */
const TWO_UNITS = /^项(?:每)?次$/u;

/** One half of a unit of two: 每人次, 每件·次. */
const PART_OF_UNIT = /^·?[人件次起例项户场批家篇份处个台]·?$/u;

/** A class of occurrences: 15分钟以内的，每次…; 5万元以上的，每次…; 连续3个月的，每人…. */
const CLASS =
  "(?:超过|满|不足|未满|逾期|达到?)?(?:\\d+(?:\\.\\d+)?|[一二两三四五六七八九十])个?(?:分钟|小时|天|日|工作日|月|周|学时|课时|万元|元|人|次|公里|米|平方米)(?:\\(含\\))?(?:(?:及)?以[上下内])|(?:超过|不足|未满)\\d+(?:\\.\\d+)?个?(?:分钟|小时|天|日|工作日|月|周)|连续\\d+个?(?:月|季度|周|天|日)";

/** So many points for each occurrence of an event. */
export const perOccurrence: Pattern = {
  name: "per-occurrence",
  forms: {
    zh: [
      "{T}、(?<M4>[^\\n,、0-9]{2,14}?率)(?<C4>未达到?|低于|不足|达不到){N4}%{de}每{U}每?{U2}{verb}{P}{pts}",
      "(?<M9>[^\\n,0-9≥≤<>]{0,8}(?:12345)?[^\\n,0-9≥≤<>]{1,16}?率)(?:应|要|须|需|必须)?(?:为|达到?|达|≥|保持)?(?<N9>100)%,每{E2}(?:1|一){U}{E3}?{de}{verb}{P}{pts}",
      "(?<M4>[^\\n,、0-9]{2,14}?率)(?<C4>未达到?|低于|不足|达不到){N4}%{de}每{U}{verb}{P}{pts}",
      `(?:{E})??(?<J>${CLASS})(?:的|者)?,?每{found}{one}{U}{verb}{P}{pts}`,
      "{E}{de}每{found}{one}{U}(?:每{U2})?(?:次)?{E3}??,?{verb}{P}{pts}",
      "每{found}{one}{U}(?:次)?{de}{E}{de}{verb}{P}{pts}",
      "{E}{de}{verb}{P}{pts}(?:/|每){one}{U}(?:/(?<W3>人|节|次|天|课时|周|项|处))?",
      "(?:{T},?)??每{E2}{One}?{U}{E3}?{de}{verb}{P}{pts}",
      "(?:发现|查出|查实|出现|发生){One}{U}{de}{verb}{P}{pts}",
      "{E}{One}{U}(?!性)(?:次)?{E3}?{de}{verb}{P}{pts}",
      "{found}{One}{U}(?:次)?{E}{de}{verb}{P}{pts}",
      "(?:其中|是|为)?每{found}{one}{U}{de}{verb}{P}{pts}",
      "{verb}{P}{pts}(?:/|每){one}{U}",
      "{E}{de}(?:按)?每{U}{P}{pts}(?:予以)?{verb}",
    ],
    en: [
      "(?:deduct|subtract|take off|lose|minus|-)\\s*{P}{pts}?(?: off)? (?:for each|per|for every|each for)(?: and every)? {E}",
      "{P}{pts} (?:off|deducted|is deducted|are deducted|lost|is lost|are lost|taken off|penalty|deduction)(?: for each| per| for every| each) {E}",
      "{E}:? ?(?:-|minus |deduct |lose |loses )\\s*{P}{pts}?,? (?:each|per occurrence|each time|per instance|every time|apiece)",
      "(?:{X} )?(?:lose|loses|forfeit|forfeits|will lose) {P}{pts} (?:for each|per|for every) {E}",
      "{P}{pts} (?:will be|is|are|shall be) (?:taken off|deducted|subtracted|lost|removed) (?:for each|per|for every) {E}",
      "(?:each|every) {E}(?::| -|,) ?{P}{pts} (?:deducted|off|lost|penalty|deduction)",
      "(?:each|every) {E} (?:loses?|costs?|deducts|forfeits?|lowers the score by|reduces the score by|will cost|will lose|is deducted|results in a deduction of|means) {P}{pts}?(?: off| deduction| penalty)?",
      "{P2} (?<V2>bonus|extra|extra credit){pts} (?:for each|per|for every) {E}",
      "(?<V2>(?:add|award|earn|give|\\+|receive|get|gain)s?)\\s*{P2}{pts}? (?:for each|per|for every) {E}",
      "{P2}{pts} (?:for each|per|for every|each for|each per) {E}",
      "(?:each|every) {E} (?<V2>earns|adds|is worth|gets|receives|scores|gives|counts for) {P2}{pts}?",
      "(?:each|every) {E} (?:scores?|gets?|earns?|is worth|counts) (?:-|minus ){P}(?:{pts})?",
      "{P2}{pts} (?<V2>bonus|extra|extra credit) (?:for each|per|for every) {E}",
      "(?:each|every) {E}(?::|,| -| –) ?(?:-|−|minus |deduct |lose ){P}{pts}?",
      "{E}(?::|,| -| –) ?(?:-|−|minus |deduct |lose ){P}{pts}? (?:for each|per|for every|each) {E2}(?: missed| missing| found| observed)?",
      "{E}(?::|,| -| –) ?{P}{pts} (?:off|deducted|lost|penalty) (?:each time|each|every time|apiece|(?:per|for each|for every) {E2})",
      "{E}(?::|,| -| –) ?(?<V2>add |plus |\\+){P2}{pts}? (?:each|each time|apiece|(?:per|for each|for every) {E2})",
      "{E}(?::|,| -| –) ?{P} (?:penalty|demerit) (?:points?|marks?) (?:each|each time|apiece|(?:per|for each|for every) {E2})",
      "(?:each|every) {E} (?:is|are|will be|shall be) (?:penali[sz]ed|fined|docked) (?:by |with )?{P}{pts}",
      "{P2}{pts} (?<W5>each|apiece|each time|every time|per (?:occurrence|instance|incident|case|violation|error))",
      "{E} (?:will |shall )?(?:results? in|incurs?|attracts?|carr(?:y|ies)|leads? to) (?:an? )?(?:deduction|penalty|loss) of {P}{pts} (?:per|for each|for every) {E2}",
      "{E} (?:will be |shall be |is |are )(?:penali[sz]ed|fined|docked) (?:by |with )?{P}{pts} (?:per|for each|for every) {E2}",
      "(?:each|every) {E} (?:results? in|incurs?|attracts?|carries) (?:an? )?{P}[- ](?:point|mark) (?:deduction|penalty)",
      "(?:if|where|when|for) {E},? {P}{pts} (?:will be |is |are |shall be )?(?:deducted|lost|taken off|subtracted) (?:per|for each|for every) {E2}",
      "{E} (?<V2>earns?|adds?|scores?|gets?|receives?) {P2}{pts} (?:(?<W4>each|apiece)|(?:per|for each|for every) {E2})",
      "{E}(?::|,| -| –) ?{P2}{pts} (?:each|each time|every time|apiece|(?:per|for each|for every) {E2})",
    ],
  },
  build(b) {
    const { context } = b;
    if (context.lang === "en") return english(b);
    const effect = effectOf(b.text("V"));
    if (effect === null) return null;
    if (b.text("N4") !== "" && b.text("T") === "") return rateTooLow(b, effect);
    if (b.text("N4") !== "") return withRate(b, effect);
    if (b.text("J") !== "") return ofClass(b, effect);
    if (b.text("M9") !== "") return belowAll(b, effect);
    // 被退回的，每退回一次: the same thing twice.
    const topic = b.text("T").replace(/[的者,]+$/u, "");
    const repeated = b.text("E2") !== "" && topic.endsWith(b.text("E2"));
    const own = repeated ? `${topic}${b.text("E3")}` : `${b.text("T")}${b.text("E")}${b.text("E2")}${b.text("E3")}`;
    if (
      /^(?:再|另|少|缺|缺少|低|降|降低|下降|减少|多|超|超过|超出|高|升|上升|提高|增加|不足|短|差|晚(?=1|一)|逾期|满|达|达到|增长|提前|推迟|延迟|延期|超期)$/u.test(
        b.text("E2"),
      ) ||
      /^(?:少|缺少|低于|降低|下降|不足|差)$/u.test(b.text("E"))
    ) {
      if (!/^(?:晚|逾期|推迟|延迟|延期|超期|缺)$/u.test(b.text("E2"))) return null;
    }
    // `满一学期` is a threshold.
    const gap = (b.slots["U"]?.from ?? 0) - (b.slots["E"]?.to ?? 0);
    if (b.text("E2") === "" && gap < 2 && /(?:满|达|达到|超过?|不足|未满|至少)$/u.test(b.text("E"))) return null;
    // `每月每次` may mean that it counts once a month.
    if (b.text("U2") !== "" && /^(?:周|月|个月|年|季度|学期|学年|日|天|半年)$/u.test(b.text("U"))) return null;
    // `每1%` is not an occurrence.
    if (/百分点|^点$|级$|等级|档/u.test(b.text("U"))) return null;
    // `每周检查一次，教案缺…` is a rhythm and another event.
    if (/^(?:周|月|年|季度|学期|学年|日)$/u.test(b.text("U")) && b.text("E").includes(",") && b.text("E2") === "")
      return null;
    // 最后一名, 前一位 are places.
    if (/^[名位]$/u.test(b.text("U")) && /(?:最后|倒数|末尾|[第末前后])$/u.test(own)) return null;
    if (/\d|第$/u.test(b.text("E2")) || b.text("E3").includes(",")) return null;
    if (/[少缺低降多超高]$/u.test(b.text("E2")) && !/[迟缺]$/u.test(b.text("E2"))) return null;
    const before = context.event.replace(/^(?:全年|年度?内|无故)?(?:无|没有|未发生|未出现)(?=.{2})/u, "");
    // What is found where there should be none: 无差错的得满分，发现一起扣5分.
    const event = own === "" ? (before === "" ? context.item : before) : own;
    // `无摊派现象的记5分，发现一起扣1分`: a part that is earned where there is none may as well be deducted from.
    const earned = own === "" && context.follows ? context.previous.at(-1) : undefined;
    if (
      earned?.kind === "rule" &&
      earned.effect === "earn" &&
      effect === "deduct" &&
      !(earned.amount.kind === "full" || (earned.amount.kind === "points" && earned.amount.value === context.points))
    )
      return null;
    if (event === "" || PART_OF_UNIT.test(own)) return null;
    // 其他 says nothing without what it is of.
    const others = /^(?:其他|其它|其余)(?:的|者)?$/u.test(own) ? `${context.item}${own.replace(/[的者]$/u, "")}` : null;
    const followed = others ?? follow(b, own, event, b.text("V"));
    if (followed === "") return null;
    b.about(followed);
    const unit = b
      .text("U")
      .replace(/\(.*\)$/u, "")
      .replaceAll("·", "")
      .concat(b.text("W3"));
    // `每人每月` counts persons and months together.
    const period = /^(?:个?月|周|天|日|季度|学期|年)$/u.test(b.text("U2")) ? b.text("U2").replace("个", "") : "";
    const field = (name: string) => countOf(nameOf(name, context.item), `${unit}${period}`);
    const halves = event.replace(/(?:的|者)$/u, "").split("、");
    if ((TWO_UNITS.test(`${unit}${b.text("U2")}`) || b.text("U2") !== "") && halves.length === 2) {
      const chosen = b.ask(twoUnits, eachOfTwo(`${unit}${b.text("U2")}`, halves));
      if (chosen === 0)
        return halves.map((half) =>
          rule(effect, points(b.number("P")), {
            per: { field: countOf(nameOf(half, context.item), "次"), step: null, side: null, limit: null },
          }),
        );
    }
    return [
      rule(effect, points(b.number("P")), { per: { field: field(followed), step: null, side: null, limit: null } }),
    ];
  },
  examples: {
    zh: [
      "报表漏报的，每次扣0.5分",
      "每漏报一次扣0.5分",
      "漏报扣0.5分/次",
      "1处不合格扣1分",
      "出差错一次扣1分",
      "每发现1盏红灯扣0.3分",
      "每输送1名新兵加0.5分",
    ],
    en: ["0.5 points off per late report", "Deduct 2 points for each missing label", "1 point for each test passed"],
  },
  counterExamples: ["每少1天扣0.2分", "每降低1个百分点扣0.5分", "前3次不计，迟到每次扣1分", "迟到每次酌情扣1-3分"],
};

/** So many points each time without a word of earning or deducting: 参加培训一次2分，最高10分. */
export const eachWithoutVerb: Pattern = {
  name: "each-without-verb",
  forms: { zh: ["{E}{de}(?:每{U}|{One}{U2}|每{One}{U3}){P}{pts}", "每{E}{One}?{U}{P}{pts}"], en: [] },
  build(b) {
    const { points: all, item, role, side } = b.context;
    const event = b.text("E");
    const unit = b.text("U") + b.text("U2") + b.text("U3");
    const isItem = role === "item" && side === null;
    if ((isItem && all === null) || /百分点|^点$|级$|等级|档|月|周|年|季度|学期|日|天/u.test(unit)) return null;
    if (/[少缺低降多超高第满达至]$|(?<![迟早])到$|(?:最后|倒数|末尾)$/u.test(event)) return null;
    // `每月开展巡查1次1分` is about each month.
    if (/^(?:半?年|月|周|日|天|季度?|学期|学年)(?!检)/u.test(event) && b.context.passage.includes(`每${event}`))
      return null;
    if (isItem && /[迟早]到$|违|不|未|没|无(?!偿)|缺|漏|错|旷/u.test(event)) return null;
    b.about(event);
    return [
      rule(effectWithoutVerb(b, event), points(b.number("P")), {
        per: { field: countOf(nameOf(event, item), unit), step: null, side: null, limit: null },
      }),
    ];
  },
  examples: { zh: ["参加培训一次2分", "发表论文每篇3分"], en: [] },
  counterExamples: ["迟到一次2分"],
};

const twoUnits = {
  code: "two-units",
  scope: "clause",
  text: { zh: "“每项每次”数的是什么？", en: "What is counted for each item and time?" },
  options: [
    { zh: "两种情形分别计次，各按此扣加", en: "the two events are counted apart" },
    { zh: "两种情形合并计次", en: "the two events are counted together" },
  ],
} as const;

/** What happens or is lacking, so that a text is an event of its own. */
const PREDICATE = /不|未|没|无|缺|漏|错|误|迟|早退|旷|违|逾|超|乱|失|差/u;

/** `每项每次` of two events with a predicate each: they are the items. `台账、记录不完整` may be one event. */
const eachOfTwo = (unit: string, halves: readonly string[]): Given | null =>
  TWO_UNITS.test(unit) && halves.every((half) => PREDICATE.test(half))
    ? {
        option: 0,
        because: { zh: "“每项”即两种情形各为一项", en: "each of the two is an item of its own" },
      }
    : null;

/** An event, and how often a rate was below its figure: 记录不完整、到会率未达80%的，每项每次扣0.5分. */
function withRate(b: Building, effect: Effect): ReturnType<Pattern["build"]> {
  const { item } = b.context;
  const rate = `${nameOf(b.text("M4"), item)}不足${b.number("N4")}%`.replace("%", "个百分点");
  const counted = (name: string) =>
    rule(effect, points(b.number("P")), { per: { field: countOf(name, "次"), step: null, side: null, limit: null } });
  const event = nameOf(b.text("T"), item);
  return b.ask(twoUnits, eachOfTwo(`${b.text("U")}${b.text("U2")}`, [event])) === 0
    ? [counted(event), counted(rate)]
    : [counted(`${event}或${rate}`)];
}

/** How often a rate was below its figure: 党员参加率低于80%的，每次扣1分. */
function rateTooLow(b: Building, effect: Effect): ReturnType<Pattern["build"]> {
  const unit = b.text("U");
  if (!/^(?:次|场|期|人|户|家|个|村|班|月|季度|周|人次|场次)$/u.test(unit) || !isMeasure(b.text("M4"), "zh"))
    return null;
  const name = `${nameOf(b.text("M4"), b.context.item)}不足${b.number("N4")}个百分点`;
  b.about(name);
  return [
    rule(effect, points(b.number("P")), {
      per: { field: countOf(name, unit), step: null, side: null, limit: null },
    }),
  ];
}

/** Occurrences of one class, which has a limit of its own that does not count: 迟到15分钟以内的，每次扣0.5分. */
function ofClass(b: Building, effect: Effect): ReturnType<Pattern["build"]> {
  const { context } = b;
  const own = b.text("E").replace(/[,、:]$/u, "");
  const limit = b.text("J");
  const unit = b.text("U");
  const limitUnit = /(?:分钟|小时|天|日|工作日|月|周|学时|课时|万元|元|人|次|公里|平方米|米)/u.exec(limit)?.[0] ?? "";
  // `3次以上的，每次扣1分` may be about what is beyond, and so may days counted by the day.
  const isTime = /^(?:次|起|件|人|人次|例|节|户|家|处|个|项|份|条|宗)$/u;
  if (!isTime.test(unit) || limitUnit === unit || (/^(?:人|次)$/u.test(limitUnit) && /^(?:次|人次|起)$/u.test(unit)))
    return null;
  if (/\d|[少缺低降多超高每]$/u.test(own)) return null;
  const isWithin = own === "" && CLASS_WITHIN.test(context.event);
  const event = own === "" ? context.event.replace(CLASS_WITHIN, limit).replace(CLASS_END, "") : own;
  if (event === "") return null;
  // A class above a figure may be part of what the rule before counts.
  const before = context.follows || context.unitHasRules ? context.previous.at(-1) : undefined;
  const name = nameOf(event, context.item);
  const isSplit =
    before?.kind === "rule" && before.per !== null && /以[内下]|不足|未满|\d/u.test(before.per.field.name);
  if (
    before?.kind === "rule" &&
    before.per !== null &&
    before.effect === effect &&
    !isSplit &&
    /以上|超过|连续/u.test(limit)
  ) {
    const instead = b.ask({
      code: "graver",
      scope: "clause",
      text: {
        zh: `“${limit}”的，在前一条以外另计，还是代替前一条？`,
        en: `Does “${limit}” count besides the rule before, or instead of it?`,
      },
      options: [
        { zh: "另计", en: "besides" },
        { zh: "代替前一条，这一条另写", en: "instead; the clause is written by hand" },
      ],
    });
    if (instead === 1) return null;
  }
  b.about(event);
  return [
    rule(effect, points(b.number("P")), {
      per: {
        field: countOf(isWithin ? name : `${name}${limit.replaceAll(/[()]/gu, "")}`, unit),
        step: null,
        side: null,
        limit: null,
      },
    }),
  ];
}

/** A class that more of the event follows: 超过15日未办结. */
const CLASS_WITHIN = new RegExp(`(?:${CLASS})(?=[\\u4e00-\\u9fff]{2})`, "u");
const CLASS_END = new RegExp(`(?:${CLASS})(?:的|者)?$`, "u");

/** What falls short of a rate of 100%, case by case: 按期办结率100%，每超期1件扣0.5分. */
function belowAll(b: Building, effect: Effect): ReturnType<Pattern["build"]> {
  const event = `${b.text("E2")}${b.text("E3")}`;
  if (effect !== "deduct" || /[降低升高]$|百分点|^点$/u.test(event + b.text("U")) || !isMeasure(b.text("M9"), "zh"))
    return null;
  const name = `${b.text("M9").replace(/率$/u, "")}${event.replace(/^(?:少|缺)$/u, "缺少")}`;
  b.about(name);
  return [
    rule(effect, points(b.number("P")), {
      per: { field: countOf(nameOf(name, b.context.item), b.text("U")), step: null, side: null, limit: null },
    }),
  ];
}

/** What is counted, in a few plain words: `person observed`, not `person, after two warnings`. */
const COUNTED_THING = /^(?!.*\b(?:after|before|when|while|until|within|once|since|from|in)\b)[a-z' -]{0,40}$/iu;
const NUMBERED = /^(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|dozen|half)\b)/iu;

/** Time is counted in its unit: `late submission: 1 point per working day` counts days. */
const timeUnit = (counted: string): string => {
  const unit = /^(?:\w+ )?(?:day|hour|week|minute|month)(?= (?:late|overdue|missed|delayed)$|$)/iu.exec(counted)?.[0];
  return unit === undefined ? "" : ` ${unit}s`;
};

/** A measure that says nothing of what is counted: `per day`, `for each case upheld`. */
const BARE_MEASURE =
  /^(?:(?:working|business|calendar|full|whole|additional|extra|further|school)\s+)*(?:day|hour|week|minute|month|quarter|year|case|instance|occurrence|item|unit|one)s?(?: (?:late|overdue|upheld|found|observed|recorded|concerned))?$/iu;

/** Who is scored, whose name is no part of what is counted: `Teams lose 1 point for each foul`. */
const SCORED =
  /^(?:(?:the|an?|any|all|each|every)\s+)?(?:teams?|students?|pupils?|learners?|candidates?|applicants?|suppliers?|vendors?|bidders?|contractors?|participants?|players?|athletes?|staff|employees?|workers?|drivers?|agents?|managers?|leaders?|teachers?|members?|units?|departments?|schools?|branches|offices?|stores?|companies|company|you|they|competitors?|entrants?|contestants?|officers?|groups?|classes)$/iu;

/** What is counted, with whose it is: of `late reports lose 1 point per day` the days of late reports. */
function countedEvent(b: Building): string {
  const { follows, event: before, item } = b.context;
  const own = b.text("E");
  // `every completed audit scores 2 points, every failed one …`: one of what the rule before counts.
  const noun = /[a-z]+$/iu.exec(before)?.[0] ?? "";
  const event = /\bone$/iu.test(own) ? (noun === "" || !follows ? "" : own.replace(/\bone$/iu, noun)) : own;
  if (event === "" && own !== "") return "";
  const whose = SCORED.test(b.text("X")) ? "" : b.text("X");
  if (b.text("W5") !== "") return follows ? "" : item;
  // `per day until it is handed in` counts days of something else.
  if (/^(?:\w+ )?(?:day|hour|week|minute|month)s? (?:until|after|before|while|once|from|unless)\b/iu.test(event))
    return "";
  if (!BARE_MEASURE.test(event)) return `${whose} ${event}`.trim();
  const about = whose !== "" ? whose : follows && before !== "" ? before : item;
  return about === "" ? "" : `${about}${timeUnit(event) || ` ${event}`}`;
}

function english(b: Parameters<Pattern["build"]>[0]): ReturnType<Pattern["build"]> {
  const isLoss = b.text("P") !== "";
  const event = countedEvent(b);
  if (event === "") return null;
  // What is counted may be another thing than what is at fault: `per person observed`.
  if (NUMBERED.test(b.text("E2")) || !COUNTED_THING.test(b.text("E2")) || /^(?:each|every) /iu.test(event)) return null;
  // What is missing is said elsewhere.
  if (/^(?:one )?(?:missing|fewer|less|short|late|absent|wrong|incorrect)(?: one)?$/iu.test(event)) return null;
  // `each further pack` is beyond a number that stands elsewhere.
  if (/^(?:further|additional|subsequent)\b/iu.test(event)) return null;
  // `A and B earn 5 points each` is of two things.
  if (b.text("W4") !== "" && /\band\b/iu.test(event)) return null;
  // `for every three errors` counts by threes.
  if (NUMBERED.test(event)) return null;
  b.about(event);
  const effect = isLoss ? "deduct" : englishEffect(b, b.text("V2"), event);
  return [
    rule(effect, points(b.number(isLoss ? "P" : "P2")), {
      per: {
        field: countOf(nameOf(`${event}${timeUnit(b.text("E2"))}`, b.context.item), "times"),
        step: null,
        side: null,
        limit: null,
      },
    }),
  ];
}
