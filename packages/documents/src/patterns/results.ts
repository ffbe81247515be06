/** What follows from scores: vetoes, grades, consequences over periods, sums with weights, products. */
import type { Asked, Building, Pattern } from "../form/pattern.js";
import { countOf, type Condition, type RulePart } from "../rule/rule.js";
import { holds } from "./fact.js";
import { countedHere, follow } from "./follower.js";
import { plainGrade } from "./grades.js";
import { quantity, signOf } from "./measures.js";
import { figuresOf } from "../words/event-words.js";
import { OUTSIDE_SCORE, holdsOutcome, isOutcome } from "../words/outcome-words.js";
import { nameOf } from "./names.js";

const vetoQuestion = {
  code: "veto-then",
  scope: "document",
  text: { zh: "“一票否决”以后怎样处理？", en: "What follows a veto?" },
  options: [
    { zh: "总分归零", en: "the score becomes 0" },
    { zh: "不参加排名", en: "not ranked" },
    { zh: "取消评优奖励资格", en: "no awards" },
  ],
} as const;

const PLACE = /末位|末尾|倒数|垫底|最后/u;

function veto(b: Building, condition: Condition): readonly RulePart[] {
  const outcome = (["score-zero", "unranked", "no-awards"] as const)[b.ask(vetoQuestion)] ?? "score-zero";
  return [{ kind: "veto", condition, unless: null, outcome }];
}

/** Events that are named a veto. */
export const vetoes: Pattern = {
  name: "veto",
  forms: {
    zh: [
      "(?:(?:全年|年内|年度内)?连续{N}(?<Y>年|个月|个季度|季度|月|次))?{E}{de}(?:实行|予以|直接|给予|实施|年度考核)*(?:师德|安全|考核|评优|廉政)?一票否决(?:制)?",
      "(?<W>[并且同时]*)(?:实行|予以|直接|给予|实施)*(?:师德|安全|考核|评优|廉政)?一票否决(?:制)?",
      "一票否决:{E}",
    ],
    en: [
      "{E} (?:automatically |immediately )?(?:results? in|leads? to|means|causes?) (?:an? )?(?:automatic |immediate )?(?:disqualification|failure|fail)(?: (?:of|from) the [a-z]+)?",
      "{E} (?:automatically |immediately )?disqualif(?:y|ies) (?:the |an? |its |their )?[a-z]+(?: from the [a-z]+)?",
      "{E} (?:automatically |immediately )fails? the (?:month|quarter|year|period|audit|inspection|assessment|evaluation|review|appraisal)",
      "{E}(?::| -|,) ?(?:automatic (?:fail|failure|zero)|disqualified|disqualification|fail)",
      "(?:matched |any )?(?:automatic (?:rejection|fail(?:ure)?)):? ?{E}?",
    ],
  },
  build(b) {
    const { item } = b.context;
    const event = b.text("E") === "" && b.context.lang === "zh" && b.context.follows ? b.context.event : b.text("E");
    if (event === "" && b.context.lang === "zh") return null;
    b.about(event);
    if (b.text("N") !== "") {
      b.ask({
        code: "years",
        scope: "clause",
        text: {
          zh: `“连续${b.number("N")}${b.text("Y")}”怎样得到？`,
          en: `Where does “${b.number("N")} in a row” come from?`,
        },
        options: [
          { zh: "作为一个数填报", en: "a number that is filled in" },
          { zh: "由填报人判断是否达到", en: "the person who fills in the data decides whether it is reached" },
        ],
      });
      const unit = b.text("Y").replace("个", "");
      return veto(b, {
        kind: "compare",
        field: countOf(`连续${nameOf(event, item)}${unit}数`, unit),
        sign: ">=",
        value: quantity(b.number("N"), ""),
      });
    }
    return veto(b, holds(event, item));
  },
  examples: { zh: ["本人被司法处理的，一票否决"], en: ["Plagiarism: automatic fail"] },
  counterExamples: ["一票否决项另行规定"],
};

/** Under a heading of vetoes each event is one. */
export const vetoEvents: Pattern = {
  name: "veto-event",
  forms: { zh: ["(?:连续{N}(?<Y>年|个月|个季度|季度|月|次))?{E}(?:的|者)?"], en: ["{E}"] },
  build(b) {
    if (b.context.role !== "veto") return null;
    // A line that says itself what follows is not an event alone.
    if (holdsOutcome(b.text("E"))) return null;
    if (b.text("N") !== "") return vetoes.build(b);
    return veto(b, holds(b.text("E"), b.context.item));
  },
  examples: { zh: [], en: [] },
  counterExamples: [],
};

const zeroQuestion: Asked = {
  code: "zero-of",
  scope: "document",
  text: { zh: "“0 分”是什么的？", en: "What is 0?" },
  options: [
    { zh: "总分", en: "the whole score" },
    { zh: "其中一项，这一条另写", en: "a part of it; the clause is written by hand" },
  ],
};

/** Outside items a zero is the whole score's. */
export const zeroOutsideItems: Pattern = {
  name: "zero-total",
  forms: {
    zh: [
      "{E}{de}(?:总分|考核总分|年度考核|考核结果|全部考核|(?:当[月季期年]|本[月季期年])(?:度)?(?:考核)?(?:总分|得分|成绩)?)(?:直接)?(?:(?:为|记|计|得|按)?(?:0|零)分(?:计算?|处理|计分)?|归零|清零)",
      "{E}(?:(?:的|者),?|,)(?<W9>[^\\n,;0-9扣加减每]{0,14}?(?:考核|考评|积分|绩效|测评|评价)(?:总分|得分|成绩|分数|结果|分)?)(?:直接)?(?:(?:均|一律)?(?:为|记|计|得|按)?(?:0|零)(?:分(?:计算?|处理|计分)?)?|不得分|不计分|归零|清零)",
    ],
    en: [
      "{E}(?::| -|,| means| makes)? (?:the |its |their )?(?<Y>whole|entire|total|overall|final) (?<W>score|mark|result|total|inspection|audit|assessment) (?:is |becomes |will be |of )?(?:set to |reduced to )?(?:0|zero|nil)(?: points| marks)?",
      "{E}(?::| =| -|,| receives?| gets?| scores?| means| results? in) ?(?:an? )?(?:automatic )?(?:(?:score|mark|grade|total) of )?(?:0|zero|no credit)(?: points| marks)?(?: grade)? (?:for|on) the (?<Y>whole |entire )?(?<W>audit|inspection|evaluation|review|report|assignment|paper|exam|submission|coursework|project|module)",
      "{E}(?::| =| -|,| receives?| gets?| scores?| means) ?(?:an? )?(?:automatic )?(?:0|zero|0 points|0 marks|zero points|no credit|no points|no marks)",
      "(?:if|when|where) {E},? (?:it|they|both|all) (?:is|are|will be|receives?|gets?|scores?) (?:given |awarded )?(?:an? )?(?:0|zero|no credit|no points|no marks)(?:{pts})?",
    ],
  },
  build(b) {
    const event = b.context.lang === "zh" ? follow(b, b.text("E"), b.text("E")) : b.text("E");
    if (event === "") return null;
    const veto: readonly RulePart[] = [
      { kind: "veto", condition: holds(event, b.context.item), unless: null, outcome: "score-zero" },
    ];
    // `科室当月质量考核为0分` may be a part of what is scored.
    const named = b.text("W9").replaceAll(/当|本|该|[年季月周日天次期]度?|学期|综合|全部|其|的/gu, "");
    if (
      named !== "" &&
      (b.context.points !== null || !/^(?:考核|考评|积分|测评|评价)(?:总分|得分|成绩|分数|结果|分)?$/u.test(named))
    )
      return b.ask(zeroQuestion) === 0 ? veto : null;
    const whole = b.text("W").toLowerCase();
    if (whole !== "") {
      const isAll = b.text("Y") !== "" || b.context.title.toLowerCase().includes(whole);
      return isAll || b.ask(zeroQuestion) === 0 ? veto : null;
    }
    // Below a heading without points a zero may be that of the whole.
    if (b.context.lang === "en" && b.context.item !== "") {
      if (b.context.points !== null) return null;
      if (b.ask(zeroQuestion) === 1) return null;
    }
    return veto;
  },
  examples: { zh: ["弄虚作假的，总分记0分"], en: [] },
  counterExamples: [],
};

/** Events that exclude from awards. */
export const noAwards: Pattern = {
  name: "no-awards",
  forms: {
    zh: [
      "(?:{E}{de})??(?:发现|累计|达到?|出现|发生)*{N}(?<U>起|次|例|件|人|人次|处|项|节|天|学时|个)(?:\\(含\\))?(?:及)?以上(?:的|者)?,?(?:年度|当年|当月|当季|当期|学期|本学期|一律|直接|本年度)*(?:取消|不得参加|不得参与|不参加)(?:其)?(?:年度|当年|当月|当季|当期|本?学期|月度|季度|各类|所有|一切|考核|个人|单位)*(?:评优|评先|评先评优|评优评先|评奖)(?:评先|评优)?(?:的)?(?:资格)?",
      "(?:累计|合计|共){E}{N}(?<U>起|次|例|件|人|人次|处|项|节|天|学时|个)(?:\\(含\\))?(?:及)?以上(?:的|者)?,?(?:年度|当年|当月|当季|当期|学期|本学期|一律|直接|本年度)*(?:取消|不得参加|不得参与|不参加)(?:其)?(?:年度|当年|当月|当季|当期|本?学期|月度|季度|各类|所有|一切|考核|个人|单位)*(?:评优|评先|评先评优|评优评先|评奖)(?:评先|评优)?(?:的)?(?:资格)?",
      "{E}{de}(?:年度|当年|当月|当季|当期|学期|本学期|一律|直接|本年度)*(?:取消|不得参加|不得参与|不能参加|不参加|取消其|取消当年|取消年度|取消本年度)(?:年度|当年|当月|当季|当期|本?学期|月度|季度|各类|所有|一切|考核|个人|单位|和|、)*(?:评优|评先|评先评优|评优评先|评先树优|评奖|先进评选|奖励)(?:评先|评优)?(?:的)?(?:资格|评选|活动)?",
    ],
    en: [],
  },
  build(b) {
    if (b.text("N") !== "") {
      const isBare = b.text("E") === "" || /^(?:发现|累计|出现)$/u.test(b.text("E"));
      const missing = /^(?:缺少?|少|差)$/u.test(b.text("E"));
      // The event may be that of the rule before: 每缺1人扣1分，缺5人以上的取消评优资格.
      const before = isBare || missing ? countedHere(b.context, b.text("U")) : null;
      if (missing && before?.name.endsWith("缺少") !== true) return null;
      const counted = isBare ? b.context.event : b.text("E");
      if (before === null && counted === "") return null;
      const field = before ?? countOf(nameOf(counted, b.context.item), b.text("U"));
      const condition: Condition = { kind: "compare", field, sign: ">=", value: quantity(b.number("N"), "") };
      return [{ kind: "veto", condition, unless: null, outcome: "no-awards" }];
    }
    const event = follow(b, b.text("E"), b.text("E"));
    // A place follows from the ranking, a grade from the score: neither is an event.
    if (event === "" || PLACE.test(event) || isOutcome(event)) return null;
    return [{ kind: "veto", condition: holds(event, b.context.item), unless: null, outcome: "no-awards" }];
  },
  examples: { zh: ["弄虚作假的，取消评优资格"], en: [] },
  counterExamples: [],
};

/** What an event makes of the grade: 年度考核直接定为不合格. */
export const GRADED =
  "(?:并|且|同时|则|其)?(?:本?年度|当年|全年|年终|当[期季月]|综合|绩效|个人|单位)*(?:考核|考评|评价)?(?:结果|等次|等级|档次)?(?:直接|一律|均|应|自动)*(?:降为|降到|降至|(?:评|确|核|认)定为|定为|评为|不得高于|不高于)(?<G>[^\\n,;:0-9]{1,6}?)(?:级|等次|等级|档次)?";

/** A grade that an event holds down: 红线≥2次的，直接降为C级. */
export const gradeAtMost: Pattern = {
  name: "grade-at-most",
  forms: {
    zh: [
      "{M}{C}{N}{U}{de}(?:年度考核|考核结果|考核|等次|等级|一律|直接)*(?:降为|降到|定为|评为|确定为|不得高于|不高于|不得评为高于)(?<G>[^\\n,;:0-9]{1,6}?)(?:级|等次|等级|档次)?",
      "{E}{de}(?:年度考核|考核结果|考核|等次|等级|一律)*(?:直接)?(?:降为|直接定为|直接评为|一律定为|一律评为|直接确定为)(?<G>[^\\n,;:0-9]{1,6}?)(?:级|等次|等级|档次)?",
      `{E}(?:(?:的|者),?|,)${GRADED}`,
    ],
    en: [],
  },
  build(b) {
    const { item } = b.context;
    const outcome = { gradeAtMost: plainGrade(b.text("G")) };
    if (PLACE.test(b.text("E"))) return null;
    if (b.text("N") === "") return [{ kind: "veto", condition: holds(b.text("E"), item), unless: null, outcome }];
    const sign = signOf(b.text("C"), "");
    if (sign === null) return null;
    return [
      {
        kind: "veto",
        condition: {
          kind: "compare",
          field: countOf(nameOf(b.text("M"), item), b.text("U")),
          sign,
          value: quantity(b.number("N"), ""),
        },
        unless: null,
        outcome,
      },
    ];
  },
  examples: { zh: [], en: [] },
  counterExamples: [],
};

/** A grade that an event excludes: 受到处分的，不得评为优秀. */
export const gradeExcluded: Pattern = {
  name: "grade-excluded",
  sign: /不得|不能|不予|不可/u,
  forms: {
    zh: [
      '{E}(?:(?:的|者),?|,)(?:并|且|同时|则|其)?(?:本?年度|当年|全年|年终|当[期季月]|综合|个人|单位|考核|结果|均|一律)*(?:不得|不能|不可|不予)(?:被)?(?:评定|评|确定|认定|定|列|评选)(?:为|成)?"?(?<G>[^\\n,;:0-9"]{1,5}?)"?(?:等次|等级|档次|级|等)?',
    ],
    en: [],
  },
  build(b) {
    if (PLACE.test(b.text("E")) || isOutcome(b.text("E")) || b.context.points !== null) return null;
    const outcome = { gradeBelow: plainGrade(b.text("G")) };
    return [{ kind: "veto", condition: holds(b.text("E"), b.context.item), unless: null, outcome }];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["受到处分的，不得评优"],
};

/** An assessment or a grade, which the rubric gives itself. */
const ASSESSED = /合格|等次|等级|档次|优秀|良好|称职|评为|评定|[A-D甲乙丙丁][级等]|得分|总分|成绩|积分/u;

/** What an event leads to outside the score: 迟到累计6次的，下调一级工资; 旷工三天及以上的，劝退. */
export const eventOutcome: Pattern = {
  name: "event-outcome",
  sign: new RegExp(OUTSIDE_SCORE, "u"),
  forms: {
    zh: [
      `(?<Y7>每[年月季周]|当[年月季]|全年|一[年月]内)?(?:{E}?(?<H9>(?:累计|合计|共|达到?|超过|满){0,2}))?{N}(?<U>次|天|日|起|例|件|人次|门|科|节|小时|学时|处|项)(?<A>(?:及)?以上)?(?:的|者),?(?:由[^\\n,;0-9扣加减]{2,10}(?=进行|给予|予以|约谈|诫勉)|予以|给予|一律|直接|将其|进行|按|对[^\\n,;0-9扣加减]{2,10}(?=进行|给予|予以|约谈|诫勉))*(?<O9>(?:自动)?(?:${OUTSIDE_SCORE})[^\\n,;()0-9%扣加减]{0,14})`,
    ],
    en: [],
  },
  build(b) {
    const { context } = b;
    const own = b.text("E");
    // `每月迟到累计6次` is about the month with the most.
    const most = /^每(.)$/u.exec(b.text("Y7"))?.[1];
    // What is counted without a name is what the rule before counts.
    const isBare = own === "" || /^(?:当[月季年]|每[月季年]|全年|年度?内?|一?(?:月|学期|年)内)$/u.test(own);
    const before = isBare ? countedHere(context, b.text("U")) : null;
    if ((isBare && before === null) || ASSESSED.test(own) || PLACE.test(own) || /连续/u.test(own)) return null;
    const named = nameOf(own, context.item);
    const field = before ?? countOf(most === undefined ? named : `单${most}${named}最多${b.text("U")}数`, b.text("U"));
    const isBeyond = b.text("H9").endsWith("超过");
    // `超过2次以上` says both, `迟到5次或旷工2天` is about two counts, and `未满3次` is the other side of the figure.
    if (
      (isBeyond && b.text("A") !== "") ||
      figuresOf(own).length > 0 ||
      /(?:[未不没]|没有|不[到够足及]|少于|低于)$/u.test(own)
    )
      return null;
    return [
      {
        kind: "event-outcome",
        name: nameOf(b.text("O9"), "处理"),
        condition: { kind: "compare", field, sign: isBeyond ? ">" : ">=", value: quantity(b.number("N"), "") },
      },
    ];
  },
  examples: { zh: ["每月迟到累计6次的，下调一级工资"], en: [] },
  counterExamples: ["考核不合格的，予以辞退", "连续旷工三天的，予以辞退"],
};

/** Who is left out of the ranking. */
export const notRanked: Pattern = {
  name: "not-ranked",
  forms: {
    zh: [
      "{E}不足{N}个?(?<Y>年|季度|月|学期)(?:的)?(?:单位|部门|人员|供应商|学校|企业|科室|教师|员工)?,?(?:当年|当季|首季|首年|当期|本年度|年度)?(?:不参与|不参加|不纳入)(?:当年|当季|当期|年度|本次|综合)*(?:评级|排名|排序|评比|考核排名)",
      "因(?<W>[^\\n,;:0-9每扣加减]{2,24}?)经(?:审批|批准|同意|核准|认定)(?:同意)?的,?(?:当年|当季|首季|当期|本年度|年度)?(?:不参与|不参加|不纳入|豁免|免于参加)(?:当年|当季|当期|年度|本次|综合)*(?:评级|排名|排序|评比|考核排名)",
      "{E}{de}(?:当年|当季|首季|当期|本年度|年度)?(?:不参与|不参加|不纳入|豁免|免于参加)(?:当年|当季|当期|年度|本次|综合)*(?:评级|排名|排序|评比|考核排名)",
    ],
    en: [],
  },
  build(b) {
    const { item } = b.context;
    const unranked = (condition: Condition): readonly RulePart[] => [
      { kind: "veto", condition, unless: null, outcome: "unranked" },
    ];
    if (b.text("W") !== "") return unranked(holds(`${b.text("W")}经批准`, item));
    if (b.text("N") === "") return unranked(holds(b.text("E"), item));
    return unranked({
      kind: "compare",
      field: countOf(`${nameOf(b.text("E"), item)}${b.text("Y")}数`, b.text("Y")),
      sign: "<",
      value: quantity(b.number("N"), ""),
    });
  },
  examples: {
    zh: [
      "新成立的单位，当年不参与排名",
      "入库不足1个季度的供应商，首季不参与评级",
      "因策略调整或不可抗力经审批的，豁免当季评级",
    ],
    en: [],
  },
  counterExamples: [],
};

const WHO = "(?:的|者)?(?:单位|社区|村|学校|科室|部门|班级|个人|人员|供应商|教师|员工)?(?:的)?";
const SCORED = "(?:月度|季度|年度|综合)?(?:考核|考评|评价|测评)?(?:结果|得分|总分|成绩|分数)?(?:均|都)?(?:为|在)?";

/** What follows from a low score, once or over periods: 连续三个月考核不满60分的，予以辞退. */
export const scoreConsequences: Pattern = {
  name: "score-consequence",
  sign: /分/u,
  forms: {
    zh: [
      `(?:考核)?连续{N}个?(?<Y>季度|年度?|个?月|期|学期|次)${SCORED}(?<C>低于|不足|不满|未满|不到|达不到|未达到?)?{N2}分(?<A>以下)?${WHO},(?:(?<O9>[^\\n,;()0-9]{2,20})|(?<G9>(?:扣发|停发|扣减|少发|不发放?)[^\\n,;()0-9扣加减]{2,14}?\\d+(?:\\.\\d+)?%))`,
      `(?:全年|年终|月度?|季度?|年度?|学期|当[月季年期]|综合|量化|最终)*(?:考核|考评|评价|测评|评比)?(?:结果|得分|总得分|总分|成绩|分数|总?积分)(?:为|在)?(?<C>低于|不足|不满|未满|不到|达不到|未达到?)?{N2}分(?<A>以下)?${WHO},(?:(?<O9>[^\\n,;()0-9]{2,20})|(?<G9>(?:扣发|停发|扣减|少发|不发放?)[^\\n,;()0-9扣加减]{2,14}?\\d+(?:\\.\\d+)?%))`,
    ],
    en: [
      "(?:an?|any|the)? ?(?:\\w+ )?(?<T>\\w+) (?:with|that have|who have|scoring) {N} (?:consecutive|successive) (?<Y>months|quarters|years|periods|terms|semesters) (?:scoring )?(?:below|under) {N2}(?:{pts})? (?:are |is |will be |must )?(?<E9>[^\\n,;0-9]{4,60})",
      "(?:an?|any|the|all)? ?(?<T>\\w+) (?:scoring|with (?:a |an )?(?:total |overall )?score(?: of)?|that scores?|who scores?) (?:below|under|less than) {N2}(?:{pts})?(?: (?:for|in) {N} (?:consecutive|successive) (?<Y>months|quarters|years|periods|terms|semesters))? (?:are|is|will be|must be|shall be) (?<E9>[^\\n,;0-9]{4,60})",
      "(?:an?|any|the|all)? ?(?<T>\\w+) (?:below|under|with (?:less|fewer) than|with a score (?:below|under)|scoring (?:below|under|less than)) {N2}(?:{pts})? (?:are|is|will be|will|must be|must|shall be|shall) (?<E9>[^\\n,;0-9]{4,60})",
      "(?:an?|any|the|all)? ?(?<T>\\w+) (?:below|under|with (?:less|fewer) than|with a score (?:below|under)|scoring (?:below|under|less than)) {N2}{pts} (?<E9>(?:receives?|gets?|loses?|enters?|attends?|leaves?) [^\\n,;0-9]{4,60})",
      "(?:if|where|when) (?:the |its |their |an? )*(?:total |overall )?score is (?:below|under|less than) {N2}(?:{pts})?(?: (?:for|in) {N} (?:consecutive|successive) (?<Y>months|quarters|years|periods|terms|semesters))?, (?:the |it |they )?(?<E9>[^\\n,;0-9]{4,60})",
    ],
  },
  build(b) {
    const { context } = b;
    // Within an item it is about what is scored there.
    const then = b.text("E9") + b.text("O9") + b.text("G9");
    if (context.lang === "zh" && (b.text("C") === "") === (b.text("A") === "")) return null;
    if (
      context.points !== null ||
      /加|减(?!发)|奖(?!金)|罚|得分|不?合格|[优良]|等次|等级|系数|每|酌情|视情|除外|免(?![职去])|否决|归零|清零/u.test(
        then,
      ) ||
      (b.text("G9") === "" && /扣/u.test(then))
    )
      return null;
    const name = nameOf(then.replace(/^(?:由|对其?|给予|予以|实行|进行|按)/u, ""), "处理");
    const includes = b.text("A") !== "" && !/不含/u.test(b.text("A"));
    // `60分以下` may hold 60 itself.
    const sign =
      includes &&
      b.ask(belowOrAt(b.number("N2")), {
        option: 0,
        because: { zh: "以下不含本数", en: "the figure itself is not below" },
      }) === 1
        ? "<="
        : "<";
    return [
      {
        kind: "score-consequence",
        name,
        sign,
        value: b.number("N2"),
        periods: b.text("N") === "" ? null : b.number("N"),
      },
    ];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["连续三个月考核不满60分的，扣5分", "累计两次不满60分的，予以辞退"],
};

const belowOrAt = (value: string): Asked => ({
  code: "below-or-at",
  scope: "document",
  text: { zh: `“${value}分以下”含不含 ${value} 分？`, en: `Is ${value} itself below ${value}?` },
  options: [
    { zh: "不含", en: "no" },
    { zh: "含", en: "yes" },
  ],
});

/** What follows from grades over periods. */
export const consequences: Pattern = {
  name: "consequence",
  forms: {
    zh: [
      "(?:考核)?连续{N}(?:个)?(?<Y>季度|年|月|期|年度|学期|次)(?:考核)?(?:结果)?(?:为|被评为|评为|被评定为|均为)?(?<G>[^\\n,;0-9]{1,6}?)(?:级|等次|等级)?(?:的|者)?(?:单位)?,{E}",
      "由(?<G1>[A-Z甲乙丙丁]|[^\\n,;0-9升降]{1,4}?)(?:级)?(?:升为|升至|升)(?<G2>[A-Z甲乙丙丁]|[^\\n,;0-9升降]{1,4}?)(?:级)?(?:后)?又?(?:降为|降至|降到|降)(?<G3>[A-Z甲乙丙丁]|[^\\n,;0-9升降]{1,4}?)(?:级)?的,(?:视为[^\\n,;0-9]{2,8},)?{E}",
      "由(?<G1>[^\\n,;0-9]{1,6}?)(?:级)?(?:降为|降至|降到|降|升为|升至|升)(?<G2>[^\\n,;0-9]{1,6}?)(?:级)?的,{E}",
    ],
    en: [
      "(?:(?:an?|any|the) )?\\w+ (?:rated|graded) (?<G>[A-Za-z ]{1,20}?) (?<W3>twice|two times|three times) in a row (?:is|are|will be|shall be) {E}",
      "(?:an?|any|the) \\w+ (?:rated|graded|with a rating of|in the) (?<G>[A-Za-z ]{1,20}?)(?: (?:category|grade|rating))? (?:for|in) {N} (?:consecutive|successive) (?<Y>months|quarters|years|periods|terms|semesters) (?:is|are|will be|shall be) {E}",
    ],
  },
  build(b) {
    const name = nameOf(b.text("E").replace(/^(?:另加|授予|进入|启动|给予|予以|实行)/u, ""), "处理");
    if (b.text("G3") !== "") {
      const [before, from, grade] = ["G1", "G2", "G3"].map((slot) => plainGrade(b.text(slot))) as [
        string,
        string,
        string,
      ];
      return [{ kind: "consequence", name, grade, from, before, periods: null }];
    }
    if (b.text("G1") !== "") {
      if (/[升降]/u.test(b.text("G1") + b.text("G2"))) return null;
      return [
        {
          kind: "consequence",
          name,
          grade: plainGrade(b.text("G2")),
          from: plainGrade(b.text("G1")),
          before: null,
          periods: null,
        },
      ];
    }
    const periods = b.text("W3") === "" ? b.number("N") : /three/iu.test(b.text("W3")) ? "3" : "2";
    return [{ kind: "consequence", name, grade: plainGrade(b.text("G")), from: null, before: null, periods }];
  },
  examples: { zh: ["连续2个季度C级的，启动淘汰评审", "由A级降为B级的，预警"], en: [] },
  counterExamples: ["由C升B又降C的，视为无效"],
};
