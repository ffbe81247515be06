/**
 * Clauses whose points are understood and whose condition is not: the condition is kept as it is written and names what is filled in, and how it counts is
 * always asked. These patterns are tried where no other reads the whole clause, so that a condition in new words becomes a question.
 */
import type { Asked, Building, Context, Pattern, Wording } from "../form/pattern.js";
import {
  countOf,
  flagOf,
  full,
  percentOf,
  points,
  rule,
  type Amount,
  type Condition,
  type Effect,
  type Field,
  type RulePart,
} from "../rule/rule.js";
import { restricts } from "../words/restriction-words.js";
import { MEASURE_WORDS, NUMBER_ZH, effectOf } from "../words/slot-words.js";
import { WHEN_ALONE } from "../words/event-words.js";
import { OUTSIDE_SCORE } from "../words/outcome-words.js";
import { OF_WHOLE } from "./fact.js";
import { nameOf } from "./names.js";
import { quantity } from "./measures.js";
import { effectWithoutVerb, isUnwanted } from "./points-effect.js";

/** A condition in any words. */
const ANY = "(?<C9>[^\\n]{1,90}?)";

/** Words that a condition cannot hold, since they say what is done with points: other points, bounds, what is left of a list. */
const NOT_A_CONDITION: Readonly<Record<"zh" | "en", RegExp>> = {
  zh: /[扣加减得罚奖计记]\s*\d|\d\s*分(?![钟之])|满分|总分|得分|不得分|分值|最多|最高|至多|最低|上限|封顶|为止|不超过\d+(?:\.\d+)?分|不设|上述|以上各|前述|(?:下列|以下|如下)(?:情形|情况|行为|问题|现象|之一|条件|规定)|之一$|奖励\s*\d|其余|分别|依次|各项|不(?:予)?[扣加减计]分|不[扣计](?=,|的|$)|加倍|翻倍|减半|系数|公式|[=×÷]|第[二三四五六七八九\d][次档]|再次|另行|否决|^(?:其他|其它|否则|反之|累计|合计|另外?|再|每[年月季周次人]|全年|当[月年]|单[次项]|各|均|可|并|且|共)?(?:的|者)?$|^(?:[^,]{0,3},)?(?:可|应|由|视|酌情?)$|(?:累计|合计|每月|每年|全年|各|(?<!处)分值?|[按每由])$|^(?:如|若)?(?:经?发现)?(?:违者|违反(?:上述|以上)?规定)/u,
  en: /\d ?(?:points?|marks?|pts?)\b|%|\b(?:maximum|minimum|max|min|at most|no more than|up to|not exceed\w*|total|overall|others?|otherwise|remaining|rest|second|third|further|additional|respectively|both|double[ds]?|halve[ds]?|bonus(?:es)? (?:are|is)|weight\w*)\b|[=×÷*]|^(?:and|or|but|then|also|each|every|if|the|an?|per|it|they|this|that)?$/iu,
};

/** A condition that names no subject of its own: 低于75%, 3人以下, `over 10 minutes`, `late`. */
const BARE: Readonly<Record<"zh" | "en", RegExp>> = {
  zh: new RegExp(
    `^(?:(?:低于|高于|超过|超出|不足|未达|达到?|不到|少于|多于|大于|小于|逾期)(?:[\\d一二两三四五六七八九十]|半[天年月小])[^,]{0,8}|${NUMBER_ZH}(?:%|个?百分点|分|${MEASURE_WORDS})(?:及|或)?(?:以[上下内外]|之内)?)$`,
    "u",
  ),
  en: /^(?:(?:below|above|over|under|more than|less than|after|beyond|within|otherwise)\b(?!-)[^,]{0,24}|late(?: by [^,]{0,20})?)$/iu,
};

/** Whether the name of what is filled in says what the condition restricts: the name leaves out notes and the first pieces of long ones. */
const keepsRestriction = (condition: string, { lang, item }: Context): boolean =>
  !restricts(condition, lang) || restricts(nameOf(condition, item).replaceAll("_", " "), lang);

/** The condition as it is written, without its last particle; null where it is none. What follows may be about its event. */
function conditionOf(b: Building): string | null {
  const { lang } = b.context;
  const text = b.text("C9").replaceAll(/^[,:;\s]+|[,:;\s]+$/gu, "");
  const plain = lang === "zh" ? text.replace(/(?:的|者)$/u, "") : text;
  if (plain.length < 2 || NOT_A_CONDITION[lang].test(text) || !/[\u4e00-\u9fffA-Za-z]/u.test(plain)) return null;
  if (WHEN_ALONE.test(plain) || !keepsRestriction(plain, b.context)) return null;
  if (!BARE[lang].test(plain)) {
    // What follows is about the event of `打瞌睡的，3人以下`, without the figure.
    const [subject = plain, ...bare] = plain.split(/(?:的|者)?,(?=[^,]*$)/u);
    b.about(bare.length > 0 && BARE[lang].test(bare[0] ?? "") ? subject : plain);
    return plain;
  }
  // `低于75%` says nothing without what is below.
  const about = (b.context.event === "" ? b.context.item : b.context.event).replace(/(?:的|者)$/u, "");
  return about === "" ? null : `${about}${lang === "zh" ? "," : " "}${plain}`;
}

const asking = (condition: string, options: readonly Wording[]): Asked => ({
  code: "as-written",
  scope: "clause",
  text: {
    zh: `条件“${condition}”按原文填报，分怎样计？`,
    en: `The condition “${condition}” is filled in as it is written. How do its points count?`,
  },
  options,
});

const EACH: Wording = { zh: "填报次数（数量），逐次计", en: "each time: the number is filled in" };
const ONCE: Wording = { zh: "填报是或否，只计一次", en: "once: yes or no is filled in" };
const BY_HAND: Wording = { zh: "另有规定，这一条另写", en: "otherwise; the clause is written by hand" };
const judgedUpTo = (most: string): Wording => ({
  zh: `由考核部门在 0 至 ${most} 分内评定`,
  en: `the assessor decides, from 0 to ${most} points`,
});

/** The rule of a condition that counts each time, once, or is decided by an assessor, as is answered. */
function counted(
  b: Building,
  condition: string,
  effect: Effect,
  value: string | null,
  order: readonly ("each" | "once" | "judged")[],
): readonly RulePart[] | null {
  const { item, points: all } = b.context;
  const most = value ?? all;
  if (most === null) return null;
  const name = nameOf(condition, item);
  const amount: Amount = value === null ? full : points(value);
  const wordings = { each: EACH, once: ONCE, judged: judgedUpTo(most) };
  const chosen =
    order[
      b.ask(
        asking(
          condition,
          order.map((kind) => wordings[kind]),
        ),
      )
    ];
  if (chosen === "each")
    return [
      rule(effect, amount, {
        per: { field: countOf(name, b.context.lang === "zh" ? "次" : "times"), step: null, side: null, limit: null },
      }),
    ];
  if (chosen === "once") return [rule(effect, amount, { when: { kind: "is", field: flagOf(name) } })];
  return [rule(effect, points("0"), { discretion: { name, from: "0", to: most } })];
}

/** Points for each unit, or each step of several, of what the condition names. */
function perUnit(
  b: Building,
  condition: string,
  effect: Effect,
  field: Field,
  step: string,
): readonly RulePart[] | null {
  const value = b.number("P");
  if (
    b.ask(
      asking(condition, [
        {
          zh: `填报“${field.name}”的数量，每 ${step} ${field.unit ?? ""}计一次`,
          en: `the number of “${field.name}” is filled in; each ${step} counts`,
        },
        BY_HAND,
      ]),
    ) === 1
  )
    return null;
  return [
    rule(effect, points(value), {
      per: { field, step: step === "1" ? null : quantity(step, field.unit ?? ""), side: null, limit: null },
    }),
  ];
}

const SIDE =
  "少|缺|低|降|下降|减少|差|欠|短|不足|多|增加|增|超过|超出|超|高|上升|升|增长|提高|提升|晚|迟|逾期|延迟|推迟|滞后";

/** What is less or more than something: of `达到平均数` and `低` `低于平均数`. */
function distance(condition: string, side: string, than: string): string {
  const plain = condition.replace(/(?:的|者|,)+$/u, "");
  if (than !== "") return `${plain}${side}于${than.replace(/^于/u, "")}`;
  const based = /^(.*?)(?:达到|等于|不低于|不高于|不少于|不超过|控制在|符合|高于|低于|超过)(.*)$/u.exec(plain);
  return based === null || /\d/u.test(based[2] ?? "")
    ? `${plain}${side}`
    : `${based[1] ?? ""}${side}于${based[2] ?? ""}`;
}

/** Each so much below or beyond what the condition names: 每低于平均值1个百分点扣0.5分. */
const stepsAsWritten: Pattern = {
  name: "steps-as-written",
  sign: /每/u,
  forms: {
    zh: [
      `(?:${ANY}(?:的|者)?[,:]?)?每(?:[天日月次]?)?(?<S9>${SIDE})(?:完成|额)?(?<X9>于[^\\n,0-9]{1,14}?)?{N}?(?:(?<I>%|个?百分点|个点)|{U}(?<X8>[^\\n,0-9扣加减得]{0,8}?)|(?<D>分))(?:的)?,?{verb}{P}{pts}`,
      `(?:${ANY}(?:的|者)?[,:]?)?每(?<S9>高于|低于|超过|超出|少于|多于)(?<X9>[^\\n,0-9]{2,14}?){N}(?:(?<I>%|个?百分点|个点)|{U}|(?<D>分))(?:的)?,?{verb}{P}{pts}`,
    ],
    en: [],
  },
  build(b) {
    const effect = effectOf(b.text("V"));
    const before = b.context.event === "" ? b.context.item : b.context.event;
    const condition = b.text("C9") === "" ? before : conditionOf(b);
    if (effect === null || condition === null || condition === "" || NOT_A_CONDITION.zh.test(condition)) return null;
    const name = nameOf(
      `${distance(condition, b.text("S9").replace(/于$/u, ""), b.text("X9"))}${b.text("X8")}`,
      b.context.item,
    );
    const unit = b.text("I") === "" ? (b.text("D") === "" ? b.text("U") : "分") : "%";
    const field = unit === "%" ? percentOf(name) : countOf(name, unit);
    return perUnit(b, condition, effect, field, b.text("N") === "" ? "1" : b.number("N"));
  },
  examples: { zh: [], en: [] },
  counterExamples: ["扣2分"],
};

/** Each time that the condition holds: 每百米超过5处的，扣0.2分/处. */
const eachAsWritten: Pattern = {
  name: "each-as-written",
  sign: /每|\//u,
  forms: {
    zh: [
      `${ANY}(?:的|者)?[,:]?每{found}{N}?{U}(?:次)?(?:的)?,?{verb}{P}{pts}`,
      `${ANY}(?:的|者)?[,:]?{verb}{P}分?(?:/|每){U}`,
    ],
    en: [
      `(?:for )?(?:each|every) ${ANY},? (?:{P}{pts} (?:is|are|will be|shall be) (?<V5>deducted|lost|subtracted|taken off|added|awarded)|(?<V6>loses?|costs?|earns?|adds?|scores?|deducts?|is worth|receives?|gets?) {P2}(?: more| further| additional| extra| bonus)?{pts})`,
      `${ANY}(?:,|:)? (?<V6>loses?|lose|costs?|cost|earns?|earn|deduct|deducts|minus|receives?|receive|are worth|is worth|(?:is|are) penali[sz]ed(?: by)?|:|-) ?{P2}(?: more| further| additional| extra| bonus)?{pts}(?: off)? (?:per|for each|for every|each) (?<X9>[^\\n,;0-9]{2,60})`,
      `${ANY} (?<V6>loses?|lose|costs?|cost|earns?|earn|receives?|receive|are worth|is worth|adds?|deducts?) (?:an? )?{P2}(?: more| further| additional| extra| bonus)?{pts} (?:each(?: time)?|apiece|every time)`,
      `{P2} (?:[a-z]+ )?(?:points?|marks?) (?:is|are) (?<V6>earned|awarded|given) (?:per|for each|for every) (?<X9>[^\\n;0-9]{2,60})`,
      `(?<V6>deduct|subtract|lose|minus|add|award)?\\s?{P2}{pts}(?<V5> off| deducted| (?:is|are|will be) (?:deducted|lost|taken off)| (?:is|are|will be) (?:added|awarded|given))? (?:per|for each|for every) (?<X9>[^\\n;0-9]{2,60})`,
    ],
  },
  build(b) {
    if (b.context.lang === "en") {
      const condition = [b.text("C9"), b.text("X9")].filter((text) => text !== "").join(" per ");
      if (condition.length < 3 || NOT_A_CONDITION.en.test(condition) || !keepsRestriction(condition, b.context))
        return null;
      b.about(condition);
      const verb = `${b.text("V5")}${b.text("V6")}`;
      const effect = effectOfVerb(b, verb, condition);
      return counted(b, condition, effect, b.number(b.text("P") === "" ? "P2" : "P"), ["each", "judged"]);
    }
    const effect = effectOf(b.text("V"));
    const condition = conditionOf(b);
    if (effect === null || condition === null) return null;
    return perUnit(
      b,
      condition,
      effect,
      countOf(nameOf(condition, b.context.item), b.text("U")),
      b.text("N") === "" ? "1" : b.number("N"),
    );
  },
  examples: { zh: [], en: [] },
  counterExamples: ["每次扣2分"],
};

/** Up to so many points for what the condition names: contributions earn up to 10 points. */
const upToAsWritten: Pattern = {
  name: "up-to-as-written",
  forms: {
    zh: [],
    en: [
      `${ANY}(?:,|:)? (?:can |may |will )?(?<V6>earns?|receives?|gets?|scores?|adds?|loses?|lose|costs?|is worth|are worth) up to {P}(?: extra| bonus| additional)?{pts}`,
    ],
  },
  build(b) {
    const condition = conditionOf(b);
    if (condition === null) return null;
    const effect = effectOfVerb(b, b.text("V6"), condition);
    const most = b.number("P");
    if (b.ask(asking(condition, [judgedUpTo(most), BY_HAND])) === 1) return null;
    return [
      rule(effect, points("0"), { discretion: { name: nameOf(condition, b.context.item), from: "0", to: most } }),
    ];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["up to 10 points"],
};

/** What an English verb of points does; without one it is asked where the document does not say. */
function effectOfVerb(b: Building, verb: string, condition: string): Effect {
  if (/los|cost|deduct|subtract|minus|penali|taken|off|-/iu.test(verb)) return "deduct";
  if (/add|award|bonus|extra/iu.test(verb) || b.context.role === "bonus") return "add";
  if (/earn|scor|worth|receiv|get/iu.test(verb)) return b.context.points === null ? "add" : "earn";
  return effectWithoutVerb(b, condition);
}

/** Points where the condition holds: once, each time or as an assessor decides. */
const onceAsWritten: Pattern = {
  name: "once-as-written",
  forms: {
    zh: [`${ANY}(?:的|者|时)?[,:]?(?:则|应|均|一律|直接)?(?:{verb}{P}分|{Z}|{F})`],
    en: [
      `(?:if |when |where )?${ANY}(?:,|:)? (?:(?:will |shall |may )?(?<V6>loses?|lose|costs?|cost|earns?|earn|deduct|deducts|minus|receives?|receive|gets?|scores?|adds?|add|are worth|is worth|(?:is|are|be) (?:penali[sz]ed|deducted|awarded|given)(?: by)?|results? in (?:a |the )?(?:loss|deduction|penalty) of)|:|=|-) ?(?:an? )?(?:extra |additional |bonus of |further |only )?{P}(?: more| further| additional| extra| bonus)?{pts}(?<V5> off| deducted| penalty)?`,
      `(?<V6>deduct|subtract|lose|minus|add|award)\\s?{P}{pts}? (?:if|when|where|for|from) ${ANY}`,
      `{P}{pts} (?:(?:is|are|will be|shall be) )?(?<V5>deducted|lost|subtracted|taken off|off|added|awarded) (?:if|when|where|for|from) ${ANY}`,
      `${ANY}(?:,|:)? (?:(?:will |shall )?(?:receives?|receive|earns?|gets?|scores?|results? in|is given|are given|means?|lose|loses)|:) ?(?:an? )?(?:(?:grade|mark|score) of )?(?<Z>zero|a zero|no credit|no points|no marks|0(?:{pts})?|all (?:of the |the )?(?:points|marks))(?: for (?:the|this) (?:item|criterion|part|section|category|assignment|project|task))?(?: and (?:is|are) reported)?`,
    ],
  },
  build(b) {
    const condition = conditionOf(b);
    // `作弊的，该门课程记0分`: what becomes 0 is not this item.
    if (condition === null || (b.text("Z") !== "" && OF_WHOLE.test(b.text("C9")))) return null;
    if (b.text("Z") !== "")
      return b.context.points === null ? null : counted(b, condition, "deduct", null, ["once", "judged"]);
    if (b.text("F") !== "")
      return /不扣/u.test(b.text("F")) ? null : counted(b, condition, "earn", null, ["once", "judged"]);
    if (b.context.lang === "zh") {
      const effect = effectOf(b.text("V"));
      if (effect === null || Number(b.number("P")) === 0 || (effect === "earn" && b.context.points === null))
        return null;
      return counted(
        b,
        condition,
        effect,
        b.number("P"),
        effect === "earn" ? ["once", "judged"] : ["once", "each", "judged"],
      );
    }
    const verb = `${b.text("V6")}${b.text("V5")}`;
    const effect = verb === "" && isUnwanted(condition) ? "deduct" : effectOfVerb(b, verb, condition);
    return counted(
      b,
      condition,
      effect,
      b.number("P"),
      effect === "earn" ? ["once", "judged"] : ["once", "each", "judged"],
    );
  },
  examples: { zh: [], en: [] },
  counterExamples: ["最多扣2分", "每月最多加2分"],
};

/** Points in proportion to something that the words do not make plain: 未完成的按比例计分. */
const proportionAsWritten: Pattern = {
  name: "proportion-as-written",
  sign: /比例/u,
  forms: {
    zh: [
      `(?:${ANY}(?:的|者)?[,:]?)?(?:按|以)(?:照)?(?:实际|完成|相应|差额|欠缺|未完成|差距|缺失|任务)*(?:的)?比例(?:相应)?(?<V9>扣减?|计|得|折算|赋|给)(?:得)?分?`,
    ],
    en: [],
  },
  build(b) {
    const { points: all, item, event } = b.context;
    const own = b.text("C9").replace(/(?:的|者)$/u, "");
    if (all === null || /[扣加减得罚奖计记]\s*\d|\d\s*分(?![钟之])|其余|其他/u.test(own)) return null;
    const isLoss = b.text("V9").startsWith("扣");
    const about = own.length > 4 ? own : event === "" ? item : event;
    const name = `${nameOf(about.replace(/未完成|不足|未达标|的|者/gu, ""), item)}${isLoss ? "未完成比例" : "完成率"}`;
    const chosen = b.ask(
      asking(own === "" ? name : own, [
        {
          zh: isLoss ? `填报“${name}”，按比例扣减本项 ${all} 分` : `填报“${name}”，本项 ${all} 分按比例得`,
          en: `“${name}” is filled in; the item's ${all} points go with it`,
        },
        judgedUpTo(all),
      ]),
    );
    const effect: Effect = isLoss ? "deduct" : "earn";
    b.about(about);
    if (chosen === 1)
      return [rule(effect, points("0"), { discretion: { name: isLoss ? name : "", from: "0", to: all } })];
    const field: Field = { ...percentOf(name), range: ["0", "100"] };
    return [rule(effect, { kind: "scaled", points: null, by: field, over: quantity("100", "%") })];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["扣2分"],
};

/** Grades and periods in a row, which are no yes or no. */
const ASSESSED_EN = /\b(?:rated|ratings?|grades?|scor\w+|consecutive|in a row)\b/iu;

/** What follows outside the score, behind a condition in any words: 早签到率不足95%的，取消评优资格. */
const outcomeAsWritten: Pattern = {
  name: "outcome-as-written",
  sign: new RegExp(`${OUTSIDE_SCORE}|取消|不得参加|不得评|不得推荐|扣[减发除].*%|不合格`, "u"),
  forms: {
    zh: [
      `${ANY}(?:的|者)(?:单位|科室|部门|村|班级|个人|人员|干部)?[,:]?(?:予以|给予|一律|直接|将其|由[^\\n,;0-9扣加减]{2,10}(?=进行|给予|予以|约谈|诫勉)|当年|年度|本年度|当月|本学期|对[^\\n,;0-9扣加减]{2,12}(?=进行|给予|予以|约谈|诫勉))*(?<O9>(?:取消|自动|不得(?:参加|参与|推荐|评|被评)|(?:确定|评定|认定|列|定|评)为(?:不合格|不称职|末位)|${OUTSIDE_SCORE})[^\\n,;()0-9%扣加减分]{0,20})`,
    ],
    en: [
      `${ANY}(?:,|:)? (?:(?:is|are|will be|shall be) )?(?<O9>(?:dismissed|suspended|disqualified|not accepted|rejected|not rated|not ranked|reported)|(?:leads?|results?) (?:to|in) (?:an? |the )?(?:[a-z]+ ){0,3}(?:review|warning|suspension|dismissal|closure|disqualification|termination|probation)|fails? the (?:course|class|unit|module))`,
    ],
  },
  build(b) {
    const condition = conditionOf(b);
    if (condition !== null && b.context.lang === "en" && ASSESSED_EN.test(condition)) return null;
    if (condition === null || /(?<!处)分$|等次|等级|[A-D]等|名|连续|优秀|不合格|不达标/u.test(condition)) return null;
    const chosen = b.ask(
      asking(condition, [
        { zh: "填报是或否，是的按此处理", en: "yes or no is filled in; it follows from yes" },
        BY_HAND,
      ]),
    );
    if (chosen === 1) return null;
    return [
      {
        kind: "event-outcome",
        name: nameOf(b.text("O9"), "处理"),
        condition: { kind: "is", field: flagOf(nameOf(condition, b.context.item)) },
      },
    ];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["扣2分"],
};

/** Money that goes besides points: 本项不得分，并扣科主任绩效500元. */
const moneyAsWritten: Pattern = {
  name: "money-as-written",
  sign: /元/u,
  forms: {
    zh: [
      "(?:并|同时|另|另外|并处)*(?:对[^\\n,;0-9扣加减]{2,10})?(?<O9>(?:扣发|扣减|扣罚|扣|处罚|罚款|罚)[^\\n,;0-9分%]{0,16}\\d+(?:\\.\\d+)?元)",
    ],
    en: [],
  },
  build(b) {
    const { event, follows, item } = b.context;
    if (!follows || event === "") return null;
    const chosen = b.ask({
      code: "as-written",
      scope: "clause",
      text: {
        zh: `“${b.text("O9")}”是计分以外的处理，怎样记？`,
        en: `“${b.text("O9")}” is outside the score. How is it kept?`,
      },
      options: [{ zh: `“${event}”成立的，列出这一处理`, en: `it follows where “${event}” holds` }, BY_HAND],
    });
    if (chosen === 1) return null;
    const condition: Condition = { kind: "is", field: flagOf(nameOf(event, item)) };
    return [{ kind: "event-outcome", name: nameOf(b.text("O9"), "处理"), condition }];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["扣科主任绩效500元"],
};

/** The patterns in the order of their rank. */
export const asWritten: readonly Pattern[] = [
  stepsAsWritten,
  eachAsWritten,
  upToAsWritten,
  proportionAsWritten,
  outcomeAsWritten,
  moneyAsWritten,
  onceAsWritten,
];
