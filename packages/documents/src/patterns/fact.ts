/** So many points where something is so: 有弄虚作假行为的，扣5分 · false figures: deduct 5 points; and all points of the item. */
import type { Asked, Building, Pattern } from "../form/pattern.js";
import { countOf, flagOf, full, points, rule, type Condition } from "../rule/rule.js";
import { effectOf } from "../words/slot-words.js";
import { follow } from "./follower.js";
import { nameOf } from "./names.js";
import { effectWithoutVerb, englishEffect } from "./points-effect.js";

/** An event that holds, as a flag. */
export const holds = (event: string, item: string): Condition => ({ kind: "is", field: flagOf(nameOf(event, item)) });

const subjectOf = (b: Building): string => follow(b, b.text("E"), b.text("E"), b.text("V"));

const singular = (event: string): Asked => ({
  code: "each-or-once",
  scope: "clause",
  text: {
    zh: `“${event}”有几次的，逐次计还是只计一次？`,
    en: `“${event}”: does each one count, or any number of them once?`,
  },
  options: [
    { zh: "逐次计", en: "each one counts" },
    { zh: "只计一次", en: "once" },
  ],
});

/** What is left of a list of levels, which is no event of its own: 其他, 其余情形的. */
const OTHERS = /^(?:其他|其它|其余|否则|反之|以外|另外)(?:情况|情形|级别|等级|等次|的|者)*$/u;

/** Points added or deducted where something is so. */
export const fact: Pattern = {
  name: "fact",
  forms: {
    zh: ["{E}{de}{verb}{P}{pts}", "(?:发现|出现|有|发生|存在){E}{de}{verb}{P}{pts}"],
    en: [
      "{E}(?::|,| -| =|\\s)\\s*(?:deduct|subtract|minus|lose|loses|-)\\s*{P}{pts}?(?: off)?",
      "(?:if|when|where|for) {E},? (?:the |a )?(?:penalty|deduction) (?:is|of) {P}{pts}(?: (?:applies|is applied))?",
      "{E} (?<C7>costs?|will cost|forfeits?) {P}{pts}",
      "{E}(?::|,| -| –) ?(?:a )?(?:penalty|deduction) of {P}{pts}",
      "(?<V3>an? (?:further|additional|extra)|another|a further) {P}{pts}(?: (?:off|deducted|is deducted))? (?:if|when|where) {E}",
      "-\\s?{P}{pts}? (?:if|when|where) {E}",
      "-\\s?{P}{pts}? for (?:an?|any|the|no|missing|having|not|lack) ?{E}",
      "(?:deduct|subtract|take off|lose) {P}{pts}? (?:if|for|when|where)(?! each| every) {E}",
      "{P}{pts} (?:off|deducted|is deducted|are deducted|penalty|deduction) (?:if|for|when|where)(?! each| every) {E}",
      "(?:if|when) {E},? (?:deduct|subtract|lose) {P}{pts}?",
      "(?:if|where|when) {E},? {P}{pts} (?:will be|is|are|shall be) (?:deducted|lost|taken off|subtracted)",
      "{E} (?:will |shall )?(?:results? in|incurs?|attracts?|carr(?:y|ies)|leads? to) (?:an? )?(?:deduction|penalty|loss) of {P}{pts}",
      "{E} (?:will |shall )?(?:receives?|gets?|earns?|(?:is|are|be) (?:given|awarded)) (?<V2>a bonus of|a bonus|an extra|an additional|extra) {P2}(?: bonus| extra)?{pts}",
      "{P2} (?<V2>bonus|extra|extra[- ]credit){pts} (?:for|if|when)(?! each| every) {E}",
      "{E}(?::| =| -) ?(?<V2>\\+)?{P2}{pts}",
      "\\(?{P2}{pts}\\)?:? (?:if|for|when|where|-)?(?! each| every) ?{E}",
      "{E} \\((?<V2>\\+)?{P2}{pts}\\)",
      "{E}(?::|,| -| –) ?(?<V2>add|plus) {P2}{pts}",
      "{E} (?:receives?|gets?|earns?|scores?) {P2} (?<V2>bonus|extra|extra credit){pts}",
      "{E} (?<V2>earns|is worth|scores|gets|receives|adds) {P2}{pts}",
    ],
  },
  build(b) {
    const { context } = b;
    if (context.lang === "en") {
      const isLoss = b.text("P") !== "";
      // `on the same day` says when, not what.
      const event = /^(?:on|in|at|within|during|after|before|by|from) /iu.test(b.text("E"))
        ? `${context.item} ${b.text("E")}`.trim()
        : b.text("E");
      if (isLoss && /^(?:an?|any) /iu.test(event) && b.ask(singular(event)) === 0) {
        b.about(event);
        return [
          rule("deduct", points(b.number("P")), {
            per: { field: countOf(nameOf(event, context.item), "times"), step: null, side: null, limit: null },
          }),
        ];
      }
      if (b.text("V3") !== "") return further(b, event);
      b.about(event);
      return [
        rule(isLoss ? "deduct" : englishEffect(b, b.text("V2"), event), points(b.number(isLoss ? "P" : "P2")), {
          when: holds(event, context.item),
        }),
      ];
    }
    const effect = effectOf(b.text("V"));
    if (effect === null || effect === "earn") return null;
    if (/%/u.test(b.text("E")) || (b.text("V").startsWith("各") && isListedEvent(b.text("E")))) return null;
    const event = subjectOf(b);
    if (event === "" || OTHERS.test(event)) return null;
    if (/^(?:每|累计|合计|最多|最高|至多)|[少缺低降多超高]$|不$/u.test(b.text("E"))) return null;
    b.about(event);
    // `每起扣10分，负主责扣8分`, `每件扣0.5分，逾期未整改的再扣1分`: what counts each time may go on doing so.
    const before = context.previous.at(-1);
    const isNear = context.follows || (/[再另]|加扣/u.test(b.text("V")) && context.unitHasRules);
    if (
      isNear &&
      before?.kind === "rule" &&
      before.per !== null &&
      before.per.side === null &&
      (before.effect === effect || (before.effect === "earn" && effect === "add" && /[再另]/u.test(b.text("V"))))
    ) {
      const unit = before.per.field.unit ?? "次";
      const chosen = b.ask({
        code: "each-again",
        scope: "clause",
        text: {
          zh: `前面按每${unit}计，“${event}”也按每${unit}计吗？`,
          en: "The rule before counts each time. Does this one?",
        },
        options: [
          { zh: `按每${unit}计`, en: "each time" },
          { zh: "只计一次", en: "once" },
        ],
      });
      if (chosen === 0)
        return [
          rule(effect, points(b.number("P")), {
            per: { field: countOf(nameOf(event, context.item), unit), step: null, side: null, limit: null },
          }),
        ];
    }
    return [rule(effect, points(b.number("P")), { when: holds(event, context.item) })];
  },
  examples: {
    zh: ["有弄虚作假行为的，扣5分", "未按时报送扣2分", "评上十佳大学生的加8分"],
    en: ["False figures: deduct 5 points", "Deduct 10 points if the report is late"],
  },
  counterExamples: ["酌情扣5分", "每次扣5分", "同一项目最多扣5分"],
};

const LISTED = /[^、,]、[^、,]|[\u4e00-\u9fff](?:和|及|与|以及|或|或者)[\u4e00-\u9fff]/u;

const isListedEvent = (event: string): boolean =>
  LISTED.test(
    event
      .replace(/[,、:]$/u, "")
      .split(",")
      .at(-1) ?? "",
  );

/** Points for each of several things that are named in one breath: 未建立名册和台账的，各扣2分. */
export const eachOfListed: Pattern = {
  name: "each-of-listed",
  sign: /各|分别/u,
  forms: { zh: ["{E}{de}(?:各|分别各?|均各)(?<V9>扣|加|得|计|减|奖){P}{pts}"], en: [] },
  build(b) {
    const event = b.text("E").replace(/[,、:]$/u, "");
    const effect = effectOf(b.text("V9"));
    // `…的，…的，各扣2分` are events of their own.
    if (effect === null || !isListedEvent(event) || /(?:的|者)[、和及,]/u.test(event)) return null;
    b.about(event);
    const name = `${nameOf(event, b.context.item)}项数`;
    return [
      rule(effect, points(b.number("P")), {
        per: { field: countOf(name, "项"), step: null, side: null, limit: null },
      }),
    ];
  },
  examples: { zh: ["未建立党员名册和流动党员台账的，各扣2分"], en: [] },
  counterExamples: ["未建立党员名册和流动党员台账的，扣2分"],
};

/** Points besides those of the rule before, which they do the same as: `a further 2 points if the response is late`. */
function further(b: Building, event: string): ReturnType<Pattern["build"]> {
  const { context } = b;
  const before = context.previous.at(-1);
  if (before?.kind !== "rule" || before.effect === "earn" || !(context.follows || context.unitHasRules)) return null;
  b.about(event);
  const isEach =
    before.per !== null &&
    before.per.side === null &&
    b.ask({
      code: "each-again",
      scope: "clause",
      text: { zh: "前面按次计，这一条也按次计吗？", en: "The rule before counts each time. Does this one?" },
      options: [
        { zh: "按次计", en: "each time" },
        { zh: "只计一次", en: "once" },
      ],
    }) === 0;
  const name = nameOf(event, context.item);
  return [
    rule(
      before.effect,
      points(b.number("P")),
      isEach
        ? { per: { field: countOf(name, "times"), step: null, side: null, limit: null } }
        : { when: { kind: "is", field: flagOf(name) } },
    ),
  ];
}

/** Points without a verb in a bonus, a penalty or a column of either: 发生安全事故5分. */
export const factWithoutVerb: Pattern = {
  name: "fact-without-verb",
  forms: { zh: ["{E}{de}:?{P}{pts}", "{E}{de}\\({P}{pts}\\)"], en: ["{P}{pts}"] },
  build(b) {
    const { role, side, item, follows } = b.context;
    const event = b.text("E");
    if (b.context.lang === "en") {
      // `50 points` in a column of deductions is for what the item names.
      if (side === null || item === "" || follows || b.context.passage.trim().length > 14) return null;
      b.about(item);
      return [rule(side, points(b.number("P")), { when: holds(item, item) })];
    }
    if (side === null && role !== "bonus" && role !== "penalty") return null;
    if (
      OTHERS.test(event) ||
      /%|^(?:共|总|计|基本|基础|累计|合计|本项|该项)|[少缺低降多超高第满达至]$|不$/u.test(event)
    )
      return null;
    b.about(event);
    return [rule(effectWithoutVerb(b, event), points(b.number("P")), { when: holds(event, item) })];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["发生安全事故5分", "累计5分"],
};

/** What is scored, behind an event or without one: 打架斗殴的，当日宿舍考核(记0分); 作弊的，该门课程(记0分). */
export const OF_WHOLE =
  /(?:(?:,|的|者)[^,的]{0,14}|^(?:当|本|该|其|所在)[^,的]{0,12})(?:考核|考评|积分|成绩|绩效|总分|得分|测评|评价|评分|记分|课程|科目|学分)(?:总分|得分|成绩|分数|分)?$/u;

/** All points of the item gone where something is so. */
export const noPoints: Pattern = {
  name: "no-points",
  forms: {
    zh: [
      "{found}{One}{U}(?:次)?{E}{de}{Z}",
      "每?{found}{One}{U}{de}{Z}",
      "{E}{One}{U}(?!性){E3}??{de}{Z}",
      "{E}{de}{Z}",
    ],
    en: [
      "{E}(?::| -| –|,) ?(?:the|this) (?:whole |entire )?(?:item|criterion|part|question|section|measure|metric|category|indicator) (?:is|will be|receives?|earns?|gets?|scores?) ?(?:given |awarded )?(?:0|zero|no credit|no points|no marks|nothing)(?:{pts})?",
      "{E}(?::| =| -|,| receives?| earns?| gets?| scores?| is| means| results in| will receive) ?(?:an? )?(?:automatic )?(?:0|zero|no credit|no points|no marks|0 points|0 marks|a zero|zero points|zero marks|0%)(?: for (?:the|this) (?:item|criterion|part|question|section|measure|metric|category|indicator))?",
      "(?:if|when|where) {E},? (?:it|they|both|all|the (?:work|item|report|answer)s?) (?:is|are|will be|receives?|gets?|scores?) (?:given |awarded )?(?:an? )?(?:0|zero|no credit|no points|no marks)(?:{pts})?",
      "(?:0|zero|no) (?:points|marks|credit) (?:(?:is|are|will be) (?:awarded|given|earned|scored) )?(?:if|for|when|where) {E}",
      "{E} (?:scores?|earns?|gets?|receives?) nothing",
      "(?:if|when|where) {E},? (?:the|this) (?:item|criterion|part|question|section|measure|metric|category|indicator) (?:is|scores?|gets?|receives?|earns?) (?:given |awarded )?(?:0|zero|no credit|no points|no marks|nothing)(?:{pts})?",
      "{E}(?::|,| -| –) ?(?:deduct|subtract|lose|loses|forfeit|forfeits) (?:all|the full)(?: of the)?(?: {P})?(?:{pts})?",
    ],
  },
  build(b) {
    const { context } = b;
    // Outside items there are no points that could be lost.
    if (context.points === null) return null;
    if (b.text("P") !== "" && b.number("P") !== context.points) return null;
    const own = `${b.text("E")}${b.text("E3")}`;
    // `弄虚作假的，当月考核记0分`: what becomes 0 is not this item.
    if (OF_WHOLE.test(own)) return null;
    // `1档得0分` is a level.
    if (/^(?:档|级|等级|类|名|位)$/u.test(b.text("U"))) return null;
    if (context.lang === "zh" && b.text("U") !== "") {
      const event = own === "" ? (context.event === "" ? context.item : context.event) : own;
      b.about(event);
      return [
        rule("deduct", full, {
          when: {
            kind: "compare",
            field: countOf(nameOf(event, context.item), b.text("U")),
            sign: ">",
            value: { value: "0", unit: "" },
          },
        }),
      ];
    }
    if (
      /^(?:其他|其余|否则|反之|没有|其它|其他情况|其他情形|不具备|不提供|未提供|不满足|无|以外|除此之外|低于|不到|达不到|达不到的|否)$/u.test(
        own.replace(/的$/u, ""),
      )
    )
      return null;
    const event = context.lang === "zh" ? subjectOf(b) : own;
    b.about(event);
    return [rule("deduct", full, { when: holds(event, context.item) })];
  },
  examples: {
    zh: ["发现1处隐患不得分", "未完成的不得分", "1台不完好不得分", "无年度改造计划或未完成的不得分"],
    en: ["Plagiarised work: 0 points"],
  },
  counterExamples: ["其他不得分", "累计3次不得分"],
};

/** Points earned where something is so. */
export const earnFact: Pattern = {
  name: "earn-fact",
  forms: {
    zh: ["{E}{de}{verb}{P}{pts}", "{E}{de}{F}"],
    en: [],
  },
  build(b) {
    const { context } = b;
    if (b.text("F") === "" && effectOf(b.text("V")) !== "earn") return null;
    if (/不扣分/u.test(b.text("F"))) return null;
    if (/%/u.test(b.text("E")) || OF_WHOLE.test(b.text("E"))) return null;
    const event = subjectOf(b);
    if (event === "") return null;
    if (/^(?:每|累计|最多|最高|其余|其他|其他情况|否则|共|总计|满分|第)|[少缺低降多超高]$|不$/u.test(b.text("E")))
      return null;
    b.about(event);
    return [rule("earn", b.text("F") === "" ? points(b.number("P")) : full, { when: holds(event, context.item) })];
  },
  examples: { zh: ["组织机构健全的得2分", "按时完成得满分"], en: [] },
  counterExamples: ["其余得2分", "不得分"],
};
