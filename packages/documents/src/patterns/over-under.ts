/** Points for each that is missing or beyond a base: 走访不少于12次，每少一次扣0.5分 · at least 12 visits, 0.5 off for each missing. */
import type { Asked, Building, Pattern } from "../form/pattern.js";
import { countOf, fieldOf, numberOf, percentOf, points, rule, type Effect, type RulePart } from "../rule/rule.js";
import { isMeasure } from "../words/event-words.js";
import { effectOf } from "../words/slot-words.js";
import { nameOf } from "./names.js";
import { measureField, measureOf, quantity, signOf } from "./measures.js";

const LESS = "(?:少|缺|缺少|低于(?=\\d)|低|降|降低|下降|减少|差|下滑|不足|短缺|少于[^\\n,0-9]{0,4})";
const MORE = "(?:多|增|增加|超|超过|超出|高于(?=\\d)|高|上升|升高|增长|提高|提升|高于[^\\n,0-9]{0,4}|高出|新增)";

/** Whether a word of `LESS` or `MORE` is of less. */
const isLess = (word: string): boolean => /^[少缺低降减差下不短]/u.test(word);

/** What is done so often: 至少开展1次，每少开展1次. */
const DONE = "(?:开展|召开|组织|举办|报送|上报|完成|参加|走访|检查|安排|更新|培训|学习|发布|撰写|提交|巡查|演练)?";

/** What falls short of the figure before. */
const BELOW =
  "(?:(?:低于|不足|未达到?|达不到|高于|超过|大于){N8}%(?:的|者)?,?|(?:未达到?|达不到|没有达到|不达标|未达标|低于|不足|超过|高于|未完成|没有完成)(?:的|者|此?(?:标准|目标|要求|指标|任务)的?)*,?)";

/** A figure that is repeated before the steps is that of the base: 达到99%得满分，低于99%的每低…. */
const isSameFigure = (b: Building): boolean => b.text("N8") === "" || b.number("N8") === b.number("N");

/** A base for a month or a quarter: whole year or month by month. */
const PERIODIC = /每(?:月|季度|季|周|学期|学年|年|半年|日|天|人|村|班|校|个)|(?:月|季)均/u;

function periodic(b: Building, measure: string): string | null {
  const found = PERIODIC.exec(measure);
  if (found === null) return "";
  return found[0];
}

/** Each below or beyond a base. */
export const overUnderBase: Pattern = {
  name: "over-under-base",
  sign: /[,:的]每?(?:少|缺|低|降|下|减|差|不|短|多|增|超|高|上|升|提|新)/u,
  forms: {
    zh: [
      `(?:{M})??{C}${DONE}{N}{U}(?:{up})?(?:{E8})??(?:(?:的|者)?[,:]每?|的每)(?<S>${LESS}|${MORE})${DONE}(?:{N2})?{U2}(?:的)?,?{verb}{P}{pts}`,
      `(?<Q>[^\\n,;0-9]{0,16}?(?:得分|成绩|分数|均分|评分|总评))(?:在)?{C}{N}分(?:{up}|{down})?(?:的|者)?[,:]每?(?<S>${LESS}|${MORE})(?:{N2})?分(?:的)?,?{verb}{P}{pts}`,
      `{M}{N}{U}(?:{up})?(?<B>[^\\n,;0-9]{0,14}?)(?:的|者)?[,:]每?(?<S>${LESS}|${MORE})(?:{N2})?{U2}(?:的)?,?{verb}{P}{pts}`,
    ],
    en: [
      "for (?:each|every) {E} (?<S>below|under|short of|over|above|beyond|in excess of) {N}(?: (?<U9>[a-z]+))?,? {P}{pts} (?:is|are|will be|shall be) (?:deducted|lost|subtracted|taken off)",
      "{P}{pts} (?:is|are|will be|shall be) (?:deducted|lost|subtracted|taken off) (?:for each|per|for every) {E} (?<S>below|under|short of|over|above|beyond|in excess of) {N}(?: (?<U9>[a-z]+))?",
      "(?:(?:a minimum of|at least|no fewer than|minimum) {N3} {X}(?: (?:is|are) required)?[,;.]? ?)?(?:deduct|subtract|lose|minus) {P}{pts}? (?:for each|per|for every) {E} (?<S>fewer than|less than|short of|under|below|over|above|beyond|more than|in excess of) {N}",
      "(?:at least|no fewer than|a minimum of|minimum) {N} {E},? ?{P}{pts}? (?:off|deducted|lost) (?:for each|per) (?:one )?(?:missing|fewer|less|short)(?: one)?",
      "(?:at least|no fewer than|a minimum of|minimum) {N} {E}[,;:]? (?:deduct|subtract|lose|minus) {P}{pts}? (?:for each|per) (?:one )?(?:missing|fewer|less|short)(?: one)?",
    ],
  },
  build(b) {
    if (b.context.lang === "en") {
      const field = countOf(nameOf(b.text("E"), b.context.item), "times");
      if (b.text("N3") !== "" && b.number("N3") !== b.number("N")) return null;
      // `each hour beyond 40 hours` counts hours; `each person beyond 40 hours` says nothing of persons.
      const unit = b.text("U9").replace(/s$/u, "");
      if (unit !== "" && !new RegExp(`^(?:\\w+ )?${unit}s?\\b`, "iu").test(b.text("E"))) return null;
      const side = /over|above|beyond|more|excess/iu.test(b.text("S")) ? "over" : "under";
      return [
        rule("deduct", points(b.number("P")), {
          per: { field, step: null, side, limit: quantity(b.number("N"), "") },
        }),
      ];
    }
    const effect = effectOf(b.text("V"));
    if (effect === null) return null;
    const less = isLess(b.text("S"));
    if (b.text("Q") !== "") return byPoints(b, effect, less);
    const behind = b.text("B");
    if (/[，,]|每/u.test(behind)) return null;
    const own = `${b.text("M")}${behind}${b.text("E8")}`;
    const measure = own.replace(PERIODIC, "") === "" ? `${own}${subjectOf(b)}` : measureOf(b, own, true);
    const unit = b.text("U");
    const unit2 = b.text("U2");
    if (/^(?:以|之)?内/u.test(behind)) return beyondTime(b, effect, less);
    // Months and visits are not counted together.
    if (unit !== unit2 && !sameUnit(unit, unit2)) return null;
    const period = periodic(b, measure);
    const base = b.number("N");
    const every = b.number("N2");
    const step = every === "1" ? null : quantity(every, unit);
    if (step !== null && PERIODIC.test(measure)) return null;
    b.measured(measure);
    if (period !== null && period !== "") {
      const name = nameOf(measure.replace(PERIODIC, ""), b.context.item);
      const times = /月/u.test(period)
        ? 12
        : /季/u.test(period)
          ? 4
          : /半年/u.test(period)
            ? 2
            : /周/u.test(period)
              ? 52
              : /年/u.test(period)
                ? 1
                : /学期/u.test(period)
                  ? 2
                  : 0;
      const total = times === 0 ? "" : String(Number(base) * times);
      const missing = countOf(`${name}${less ? "缺少" : "超出"}`, unit2);
      const whole: RulePart[] = [
        rule(effect, points(b.number("P")), {
          per: {
            field: measureField(name, unit, b.context.item),
            step: null,
            side: less ? "under" : "over",
            limit: quantity(total === "" ? base : total, ""),
          },
        }),
      ];
      const apart: RulePart[] = [
        rule(effect, points(b.number("P")), { per: { field: missing, step: null, side: null, limit: null } }),
      ];
      if (times === 1) return whole;
      const chosen = b.ask({
        code: "period",
        scope: "clause",
        text: { zh: `“${period}”怎样数？`, en: `How is “${period}” counted?` },
        options:
          times === 0
            ? [
                {
                  zh: `逐个核对，累计缺少（超出）的${unit2}数`,
                  en: "checked one by one; what is missing or beyond is added up",
                },
                { zh: `按平均数，与 ${base} 相比`, en: `the mean is compared with ${base}` },
              ]
            : [
                {
                  zh: `逐期核对，累计缺少（超出）的${unit2}数`,
                  en: "checked period by period; what is missing or beyond is added up",
                },
                { zh: `全年合计，与 ${total} 相比`, en: `the whole year is compared with ${total}` },
              ],
      });
      return chosen === 0 ? apart : whole;
    }
    return [
      rule(effect, points(b.number("P")), {
        per: {
          field: measureField(measure, unit, b.context.item),
          step,
          side: less ? "under" : "over",
          limit: quantity(base, ""),
        },
      }),
    ];
  },
  examples: {
    zh: [
      "志愿者达到20人的，每多1人加0.2分",
      "走访不少于12次，每少一次扣0.5分",
      "主题活动全年至少开展4次，每少开展1次扣1分",
      "积极分子达到5人以上的，每多1人加0.5分",
    ],
    en: ["At least 12 visits, 0.5 points off for each missing"],
  },
  counterExamples: ["不少于12次，每少1个百分点扣1分"],
};

/** What a base without a measure is of: what the rule before in the same entry is about, or the item. */
function subjectOf({ context }: Building): string {
  const before = context.unitHasRules || context.follows ? context.previous.at(-1) : undefined;
  if (before?.kind !== "rule") return context.item;
  const name = before.per?.field.name ?? (before.when === null ? "" : fieldOf(before.when).name);
  const done = name.replace(
    /^(?:未能?|没有|不)(?:按时|按期|及时|按要求)?(?:开展|组织|进行|召开|落实|完成|报送)?|(?:缺少|超出)$/gu,
    "",
  );
  return done === "" ? context.item : done;
}

/** Time beyond a limit of each case, added up: 故障2小时内未修复的，每超1小时扣0.5分. */
function beyondTime(b: Building, effect: Effect, less: boolean): readonly RulePart[] | null {
  const unit = b.text("U2");
  if (
    less ||
    b.text("U") !== unit ||
    (b.text("N2") !== "" && b.number("N2") !== "1") ||
    !/^(?:天|日|小时|分钟|个?工作日)$/u.test(unit)
  )
    return null;
  const event = `${b.text("M")}${b.text("B").replace(/^(?:以|之)?内/u, "")}`;
  const field = countOf(`${nameOf(event, b.context.item)}超出`, unit);
  return [rule(effect, points(b.number("P")), { per: { field, step: null, side: null, limit: null } })];
}

const MARKS = /(?:平均)?(?:得分|成绩|分数|均分|评分|总评|满意度|测评)$/u;

/** Points for each point of a mark below or beyond a figure: 现场检查得分低于85分的，每低1分扣0.5分. */
function byPoints(b: Building, effect: Effect, less: boolean): readonly RulePart[] | null {
  const { item } = b.context;
  const sign = signOf(b.text("C"), "");
  const name = b.text("Q");
  // `低于85分的，每低1分`; from `不低于85分` what is below counts as well, and nothing else.
  if (sign === null || (less ? sign === ">" || sign === "<=" : sign === "<" || sign === ">=")) return null;
  if (!isMeasure(name.replace(MARKS, "数"), "zh")) return null;
  const step = b.text("N2") === "" ? "1" : b.number("N2");
  return [
    rule(effect, points(b.number("P")), {
      per: {
        field: numberOf(nameOf(name, item), "分"),
        step: quantity(step, "分"),
        side: less ? "under" : "over",
        limit: quantity(b.number("N"), "分"),
      },
    }),
  ];
}

function sameUnit(a: string, b: string): boolean {
  const people = /^(?:人|名|位|个|人次)$/u;
  const times = /^(?:次|场|场次|期|个|项|次数)$/u;
  const papers = /^(?:篇|条|份|件|个|项|则|本)$/u;
  return [people, times, papers].some((kind) => kind.test(a) && kind.test(b));
}

/** Asked where nothing says what a rate is compared with. */
const baseQuestion = (measure: string): Asked => ({
  code: "base",
  scope: "clause",
  text: { zh: `原文没有写${measure}与多少相比，怎样计算？`, en: `Nothing says what ${measure} is compared with.` },
  options: [
    { zh: "与 100% 相比", en: "with 100%" },
    { zh: "另有目标值，这一条另写", en: "with a target of its own; the clause is written by hand" },
  ],
});

/** A rate and its target: 受理率达到100%, 受理率100%. */
const TO = "(?:为|达到?|不低于|≥|>=)?";

/** Each so many percentage points below or beyond a base. */
export const percentSteps: Pattern = {
  name: "percent-steps",
  sign: /百分点|个点|百分比|%/u,
  forms: {
    zh: [
      "(?<O>超额完成|未完成|没有完成|未能完成|完不成)(?:{E}?(?<T9>任务|目标|计划|指标|预算)(?:任务|数)?)?{de}每(?<S>超额?|超过|超出|多|增加|少|低|差|降低|短缺)(?:于[^\\n,0-9]{1,6}|完成)?{N3}?(?:%|个?百分点)(?:的)?,?{verb}{P}{pts}",
      "(?<M3>[^\\n,0-9]{2,14}(?:达成率|完成率))每(?<S>低于|超过|高于|超)(?:目标|计划|任务)(?:值)?{N3}?(?:%|个?百分点)(?:的)?,?{verb}{P}{pts}",
      `(?<M5>[^\\n,、0-9]{2,16}?率)(?:应|须|要)?${TO}(?<N5>\\d+(?:\\.\\d+)?)%[、和,](?<M6>[^\\n,、0-9]{2,16}?率)(?:应|须|要)?${TO}(?<N6>\\d+(?:\\.\\d+)?)%(?:以上)?,(?:${BELOW})?每(?<S>${LESS})(?:于[^\\n,0-9]{1,6})?(?:{N2})?{pc}(?:的)?,?(?<W5>分别|各|均){verb}{P}分(?:[、,]{P2}分)?`,
      `{M}每(?<S>${LESS}|${MORE})(?:于)?(?:目标值?|标准值?|要求|规定值?|基准值?|控制值?)?\\(?(?:目标值?|标准)?:?{N}%\\)?(?:的)?,?{N2}(?:%|个?百分点|个点)(?:的)?,?{verb}{P}{pts}`,
      `(?:{M}{de})??(?:(?:目标|标准|要求|任务)?{C}?{N}%(?:{up}|{down}|{inside})?(?:的)?[,:](?<M7>[^\\n,0-9]{2,10}率))每?(?<S>${LESS}|${MORE})(?:于[^\\n,0-9]{1,6})?(?:{N2})?{pc}(?:的)?,?{verb}{P}{pts}`,
      `(?:{M}{de})??(?:(?:目标|标准|要求|任务)?{C}?{N}%(?:{up}|{down}|{inside})?(?:的|为合格|为达标|为目标)?[,:])?(?:(?:(?:等于|达到|完成|优于|低于|高于|不低于|不高于)(?:或(?:等于|低于|高于|优于))?目标值?(?:的)?(?:得满分|不扣分|计满分|得全分),)|${BELOW})?每(?<S>${LESS}|${MORE})(?:于[^\\n,0-9]{1,6})?(?:{N2})?{pc}(?:的)?,?{verb}{P}{pts}`,
    ],
    en: [
      "(?:each|every|for each|for every) (?:percentage )?point (?:below|under) {N}%,? (?:deducts?|subtract|loses?|costs?) {P}{pts}?",
      "{P}{pts} off (?:for each|per|for every) (?:percentage )?point (?:below|under) {N}%",
      "(?:for )?(?:each|every|per) (?:{N2} ?)?(?:%|percent|percentage points?|points?) (?:below|under|short of) {N}%,? {P}{pts} (?:is |are |will be |shall be )?(?:deducted|lost|taken off|off)",
      "{P}{pts} (?:is |are |will be |shall be )?(?:deducted|lost|taken off|subtracted) (?:for each|per|for every) (?:{N2} ?)?(?:%|percent|percentage points?|points?) (?:below|under|short of) {N}%",
      "(?:the )?target(?: value| rate| is|:| of)* {N}%,? ?(?:{P}{pts} (?:is |are |will be |shall be )?(?:deducted|lost|taken off|off|subtracted)|(?:deduct|lose|subtract|minus) {P9}{pts}?) (?:for each|per|for every) (?:full )?(?:{N2} ?)?(?:%|percent|percentage points?|points?) (?:below|under|short of) (?:the )?target",
      "{M} of {N}% or (?:higher|more|better|above) (?:earns?|scores?|receives?|gets?) (?:full (?:marks|points)|all (?:the )?points),? ?(?:{P}{pts} (?:is |are |will be |shall be )?(?:deducted|lost|taken off|subtracted)|(?:deduct|lose|subtract|minus) {P9}{pts}?) (?:for each|per|for every) (?:full )?(?:{N2} ?)?(?:%|percent|percentage points?|points?) (?:below|under|short of)(?: that| this| it)",
    ],
  },
  build(b) {
    if (b.context.lang === "en") {
      const { item, points: all } = b.context;
      if (all === null) return null;
      const field = percentOf(nameOf(b.text("M") === "" ? item : b.text("M"), item));
      const step = b.text("N2") === "" ? "1" : b.number("N2");
      return [
        rule("deduct", points(b.number(b.text("P") === "" ? "P9" : "P")), {
          per: { field, step: quantity(step, "%"), side: "under", limit: quantity(b.number("N"), "%") },
        }),
      ];
    }
    const effect = effectOf(b.text("V"));
    if (effect === null) return null;
    if (b.text("O") !== "") {
      const isOver = b.text("O").startsWith("超额");
      if (isOver !== !isLess(b.text("S"))) return null;
      const task = b.text("E") === "" ? b.context.item : nameOf(b.text("E"), b.context.item);
      const field = measureField(
        `${task.replace(/(?:任务|目标|计划|指标)$/u, "")}${b.text("E") === "" ? "" : b.text("T9")}完成率`,
        "%",
        b.context.item,
      );
      const step = quantity(b.text("N3") === "" ? "1" : b.number("N3"), "%");
      const side = isOver ? "over" : "under";
      return [rule(effect, points(b.number("P")), { per: { field, step, side, limit: quantity("100", "%") } })];
    }
    if (b.text("M3") !== "") {
      // The target is all of what is planned.
      const field = measureField(b.text("M3"), "%", b.context.item);
      const side = b.text("S") === "低于" ? "under" : "over";
      const step = quantity(b.text("N3") === "" ? "1" : b.number("N3"), "%");
      return [rule(effect, points(b.number("P")), { per: { field, step, side, limit: quantity("100", "%") } })];
    }
    const less = isLess(b.text("S"));
    if (!isSameFigure(b)) return null;
    if (b.text("M5") !== "") return ofTwoRates(b, effect);
    const measure = measureOf(b, b.text("M").replace(/[,:]?(?:目标|标准|要求|任务)$/u, ""));
    if (measure === "" || (b.text("M7") !== "" && !measure.endsWith(b.text("M7")))) return null;
    if (b.text("N") === "") {
      // `参保完成率每低1个百分点` of a rate that can be whole.
      if (
        !less ||
        !/[率]$/u.test(b.text("M")) ||
        b.context.measure !== "" ||
        /平均|均值|同期|上年|去年|最高|最低|下限|上限/u.test(b.context.passage)
      )
        return null;
      if (b.ask(baseQuestion(measure)) === 1) return null;
    }
    // `超预算5%以内，每超1%`: what is over counts from none on, and the figure bounds it.
    if (!less && b.text("N") !== "" && /超[^率]{0,4}$/u.test(measure)) return null;
    const base = b.text("N") === "" ? "100" : b.number("N");
    const step = b.text("N2") === "" ? "1" : b.number("N2");
    b.measured(measure);
    return [
      rule(effect, points(b.number("P")), {
        per: {
          field: measureField(measure, "%", b.context.item),
          step: quantity(step, "%"),
          side: less ? "under" : "over",
          limit: quantity(base, "%"),
        },
      }),
    ];
  },
  examples: {
    zh: [
      "合格率不低于90%，每降1个百分点扣0.5分",
      "甲级病历率≥90%，每降低5%扣1分",
      "目标90%，每低1个百分点扣2分",
      "合格率达到98%，每低于1个百分点扣0.5分",
    ],
    en: ["0.5 points off per percentage point below 90%"],
  },
  counterExamples: ["每降低1个百分点扣0.5分"],
};

/** Two rates with a target each: 受理率100%、办结率100%，每低一个百分点分别扣1分、2分. */
function ofTwoRates(b: Building, effect: Effect): readonly RulePart[] | null {
  const { item } = b.context;
  const step = quantity(b.text("N2") === "" ? "1" : b.number("N2"), "%");
  const [first, second] = [b.text("M5"), b.text("M6")];
  if ((b.text("W5") === "分别") !== (b.text("P2") !== "")) return null;
  if (!isMeasure(first, "zh") || !isMeasure(second, "zh") || PERIODIC.test(first + second)) return null;
  const per = (name: string, limit: string, value: string): RulePart =>
    rule(effect, points(value), {
      per: { field: measureField(name, "%", item), step, side: "under", limit: quantity(limit, "%") },
    });
  return [
    per(first, b.number("N5"), b.number("P")),
    per(second, b.number("N6"), b.text("P2") === "" ? b.number("P") : b.number("P2")),
  ];
}

/** Asked where a clause states points that may be a part of its item's. */
export const partPoints = (part: string, all: string): Asked => ({
  code: "part-points",
  scope: "clause",
  text: {
    zh: `本条 ${part} 分是本项 ${all} 分的一部分吗？`,
    en: `Are these ${part} points a part of the item's ${all}?`,
  },
  options: [
    {
      zh: "是：本项从满分起扣，本条最多扣完这几分",
      en: "yes: the item starts full, and this clause takes no more than them",
    },
    { zh: "不是，这一条另写", en: "no; the clause is written by hand" },
  ],
});

/** That the target is met, behind a requirement that states it: 达标得满分. */
const MET =
  "(?:(?:达标|达到(?:目标|标准|要求|指标)值?|完成(?:目标|任务)?|符合要求|(?:不高于|不低于|不超过|不少于|优于|等于)+目标值?)(?:的|者)?,?)?";

/** Full points from a figure on, less for each step below: 达到95%得10分，每低1个百分点扣1分. */
export const fullThenSteps: Pattern = {
  name: "full-then-steps",
  sign: /,.*(?:少|缺|低|降|下|减|差|不|短|多|增|超|高|上|升|提|新)/u,
  forms: {
    zh: [
      `(?:{M}{de})??{C}?{N}%(?:{up}|{inside})?(?:目标)?{de}${MET}(?:{verb}{P1}{pts}|{F}),(?:${BELOW})?每?(?<S>${LESS}|${MORE})(?:于[^\\n,0-9]{1,6})?(?:{N2})?{pc}(?:的)?,?{V2}(?:分)?{P}{pts}`,
      `(?:{M}{de})??{C}?{N}{U}(?:{up})?(?:目标)?{de}(?:{verb}{P1}{pts}|{F}),(?:${BELOW})?每?(?<S>${LESS}){one}{U2}(?:的)?,?{V2}(?:分)?{P}{pts}`,
      `(?<Q>[^\\n,;0-9]{0,16}?(?:得分|成绩|分数|均分|评分|总评|满意度|测评))(?:在|为)?{C}?{N}分?(?:{up})?{de}(?:{verb}{P1}{pts}|{F}),(?:${BELOW})?每?(?<S>${LESS})(?:于[^\\n,0-9]{1,6})?(?:{N2})?分(?:的)?,?{V2}(?:分)?{P}{pts}`,
      `{E}{de}(?:{verb}{P1}{pts}|{F}),每?(?<S>${LESS})(?:完成|上报|开展|召开|组织|参加|报送)?{one}{U2}(?:的)?,?{V2}(?:分)?{P}{pts}`,
    ],
    en: [],
  },
  build(b) {
    const { context } = b;
    if (effectOf(b.text("V2")) !== "deduct" || !isSameFigure(b)) return null;
    const more = !isLess(b.text("S"));
    // From a least figure what is missing counts, from a greatest what is beyond.
    const sign = b.text("C") === "" ? ">=" : signOf(b.text("C"), "");
    if (b.text("N") !== "" && (sign === null || sign.startsWith(more ? ">" : "<"))) return null;
    if (/百分点/u.test(b.text("U2"))) return null;
    if (b.text("F") === "" && effectOf(b.text("V")) !== "earn") return null;
    // Points of a part of the item: it starts full, and the part loses no more than its own.
    let cap: string | null = null;
    if (b.text("F") === "" && b.number("P1") !== context.points) {
      if (context.points === null || Number(b.number("P1")) > Number(context.points)) return null;
      if (b.ask(partPoints(b.number("P1"), context.points)) === 1) return null;
      cap = b.number("P1");
    }
    const per = (field: ReturnType<typeof percentOf>, step: string | null, limit: string | null): RulePart =>
      rule("deduct", points(b.number("P")), {
        per: {
          field,
          step: step === null ? null : quantity(step, "%"),
          side: limit === null ? null : more ? "over" : "under",
          limit: limit === null ? null : quantity(limit, step === null ? "" : "%"),
        },
        ...(cap === null ? {} : { cap }),
      });
    if (b.text("Q") !== "") {
      const sign = signOf(b.text("C"), "");
      if (sign === "<" || sign === "<=" || !isMeasure(b.text("Q").replace(MARKS, "数"), "zh")) return null;
      const field = numberOf(nameOf(b.text("Q"), context.item), "分");
      const step = quantity(b.text("N2") === "" ? "1" : b.number("N2"), "分");
      b.measured(b.text("Q"));
      return [
        rule("deduct", points(b.number("P")), {
          per: { field, step, side: "under", limit: quantity(b.number("N"), "分") },
          ...(cap === null ? {} : { cap }),
        }),
      ];
    }
    if (b.text("E") !== "") {
      const event = b.text("E");
      if (/\d|[一二两三四五六七八九十](?=次|个|人|项|场|篇)/u.test(event)) return null;
      b.about(event);
      return [per(countOf(`${nameOf(event, context.item)}缺少`, b.text("U2")), null, null)];
    }
    const measure = measureOf(b, b.text("M").replace(/[,:]?(?:目标|标准|要求|任务)$/u, ""));
    if (measure === "") return null;
    if (PERIODIC.test(measure)) return null;
    b.measured(measure);
    if (b.text("U") === "")
      return [per(measureField(measure, "%", context.item), b.text("N2") === "" ? "1" : b.number("N2"), b.number("N"))];
    const [unit, unit2] = [b.text("U"), b.text("U2")];
    if (unit !== unit2 && !sameUnit(unit, unit2)) return null;
    return [per(measureField(measure, unit, context.item), null, b.number("N"))];
  },
  examples: { zh: ["合格率达到95%的得满分，每低1个百分点扣1分"], en: [] },
  counterExamples: ["合格率达到95%的得满分"],
};
