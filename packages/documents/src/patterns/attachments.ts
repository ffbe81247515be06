/** Phrases that belong to the rule before them: bounds, exceptions, the greatest of several, and what adds nothing. */
import type { Attachment } from "../form/pattern.js";
import type { RulePart, ScoringRule } from "../rule/rule.js";
import { holds } from "./fact.js";
import { plainGrade } from "./grades.js";
import { byLedger, joinedLedger } from "./levels.js";
import { percentOfNumber } from "../words/numerals.js";
import { nameOf } from "./names.js";
import { GRADED } from "./results.js";

const onlyRules = (parts: readonly RulePart[]): boolean =>
  parts.length > 0 && parts.every((part) => part.kind === "rule");

const SCOPE =
  "(?:(?:但|且|累计|合计|总计|共计|总共|全年|年度|年内|该项|本项|此项|单项|本条|共|总|加分|扣分|得分|加|扣|最多|最高))*";

const cap: Attachment = {
  name: "cap",
  forms: {
    zh: [
      `${SCOPE}(?:最多|最高|至多|封顶|上限)(?:可|为|只|只能|不超过|不得超过)*(?:加分|扣分|减分|得分|加|扣|减|得|计|奖励|累计)?(?:不超过|至|为)?{P}分(?:为限|为止|封顶)?`,
      `${SCOPE}(?:加分|扣分|得分|奖分|加|扣|得|奖)?(?:总分|总和|分值)?(?:以不超过|不超过|不得超过|不能超过|不高于){P}分(?:为限|为止)?`,
      "(?:直至|直到|至)?(?:扣|减|加|得)(?:满|完|至|到){P}分(?:为止|即止|止|封顶)?",
      `${SCOPE}{P}分(?:封顶|为限|为止)`,
      "(?:本项|该项|此项|本条)?满分(?:为)?{P}分",
      "(?:本项|该项|此项|本条)(?:共|共计|计|总分|分值)(?:为)?{P}分",
    ],
    en: [
      "\\(?(?:(?:but|and|with),? )?(?:(?:up )?to a maximum(?: of)?|up to|not (?:exceeding|to exceed)|max(?:imum)?(?: deduction| penalty| credit| bonus| total)?(?: of)?:?|at most|no more than|not more than|capped at|limit(?:ed to)?|to a maximum of|with a maximum of) -?{P}(?:{pts})?(?: of (?:extra|bonus) credit)?(?: in all| in total| altogether| total| max(?:imum)?)?\\)?",
    ],
  },
  settles: () => ({ "judge-bound": 0 }),
  apply(parts, b) {
    const [part] = parts;
    if (part?.kind !== "rule" || parts.length !== 1 || part.cap !== null) return null;
    if (part.discretion !== null && part.each === null) {
      return Number(part.discretion.to) >= Number(b.number("P")) &&
        part.discretion.from === "0" &&
        part.effect !== "earn"
        ? [{ ...part, discretion: { ...part.discretion, to: b.number("P") } }]
        : null;
    }
    // A yes-or-no event counts once; a bound on it means that it may count several times.
    if (
      part.when !== null &&
      part.per === null &&
      part.each === null &&
      part.amount.kind === "points" &&
      Number(part.amount.value) !== Number(b.number("P"))
    )
      return null;
    return [{ ...part, cap: b.number("P") }];
  },
};

/** What nothing at all has, beside bands that begin there: 没有投入的不得分. */
const noneAtAll: Attachment = {
  name: "none-at-all",
  forms: {
    zh: ["(?:没有|无|未)(?<T>(?:自筹|资金|经费)?投入|自筹资金|收入|经费|资金|业绩|成果|论文|作品)(?:的|者)?(?:则)?{Z}"],
    en: [],
  },
  apply(parts) {
    const [part] = parts;
    if (part?.kind !== "rule" || parts.length !== 1 || part.effect !== "earn" || part.amount.kind !== "by") return null;
    const { of, rows } = part.amount;
    if (!(of.type === "count" || of.type === "number") || rows.some(({ test }) => test.kind === "level")) return null;
    const zero = rows.some(({ test }) => test.kind === "compare" && test.sign === "=");
    if (zero) return null;
    const unit =
      rows.flatMap(({ test }) =>
        test.kind === "compare" && !("field" in test.value)
          ? [test.value.unit]
          : test.kind === "range"
            ? [test.from.unit]
            : [],
      )[0] ?? "";
    return [
      {
        ...part,
        amount: {
          ...part.amount,
          rows: [
            {
              test: { kind: "compare", sign: "=", value: { value: "0", unit } },
              amount: { kind: "points", value: "0" },
            },
            ...rows,
          ],
        },
      },
    ];
  },
};

/** So many at most count: 最多计3次 · at most three new members. */
const countCap: Attachment = {
  name: "count-cap",
  forms: {
    zh: ["(?:全年|年度|每年|累计|合计)?(?:最多|至多)(?:只)?(?:计|计算|算|加|扣)?{N}{U}"],
    en: [
      "(?:at most|no more than|not more than|up to|a maximum of|maximum|max\\.?) {N} (?<T>(?!points?\\b|marks?\\b|pts\\b)[a-z]+(?: [a-z]+){0,2})",
    ],
  },
  apply(parts, b) {
    const [part] = parts;
    if (part?.kind !== "rule" || parts.length !== 1 || part.cap !== null || part.per === null) return null;
    const { per, amount } = part;
    if (per.step !== null || per.side !== null || amount.kind !== "points" || /\./u.test(b.number("N"))) return null;
    // What is counted is named again, or has the same measure word.
    const word = /[a-z]+$/iu.exec(b.text("T"))?.[0].toLowerCase().replace(/s$/u, "") ?? "";
    const isSame =
      b.context.lang === "zh" ? per.field.unit === b.text("U") : word === "time" || per.field.name.includes(word);
    return isSame ? [{ ...part, cap: percentOfNumber(String(Number(b.number("N")) * 100), amount.value) }] : null;
  },
};

const untilNothingIsLeft: Attachment = {
  name: "until-nothing-is-left",
  forms: {
    zh: [
      "(?:直至|直到|至)?(?:本项|该项|此项|本条|各项)?(?:扣|减|加|得)(?:完|光|尽)(?:本|该|此)?(?:小?项|条|款)?(?:目)?(?:的)?(?:全部)?(?:分值|分数|标准分|总分|所有分|分)?(?:为止|即止|止)?",
      "(?:不计|不倒扣|不出现|不记|不扣)(?:倒扣)?负分",
      "不倒扣(?:分)?",
    ],
    en: ["(?:down to|not below|minimum|to a minimum of) (?:0|zero)"],
  },
  apply: (parts) => (onlyRules(parts) ? parts : null),
};

const addsUp: Attachment = {
  name: "adds-up",
  forms: { zh: ["(?:可|可以)?累计(?:加分|计分|扣分|计算|得分)?"], en: [] },
  settles: () => ({ "once-or-each": 1 }),
  apply(parts, b) {
    if (!onlyRules(parts)) return null;
    if (parts.every((part) => part.kind === "rule" && (part.per !== null || part.each !== null))) return parts;
    if (!parts.every((part) => part.kind === "rule" && part.when?.kind === "is" && part.amount.kind === "points"))
      return null;
    const chosen = b.ask({
      code: "adds-up",
      scope: "clause",
      text: { zh: "“可累计”怎样理解？", en: "What adds up?" },
      options: [
        { zh: "不同情形相加，同一情形只计一次", en: "different events; each counts once" },
        { zh: "同一情形有几次的逐次计，这一条另写", en: "each time; the clause is written by hand" },
      ],
    });
    return chosen === 1 ? null : parts;
  },
};

const othersNothing: Attachment = {
  name: "others-nothing",
  forms: {
    zh: [
      "(?:其他|其余|其它|否则|反之|没有|无|未获得|未取得|不具备|不具有|不提供|未提供|不满足|以外|未完成|未达到|达不到|未达标|不达标|不符合|未开展|不健全|未建立|没有建立)(?:的|情况|情形|者|证书|要求|标准)*(?:则|均|一律)?(?:的)?{Z}",
      "(?:否|无)(?:则)?(?:为)?{Z}",
    ],
    en: ["(?:otherwise|else|if not|none|all others),?:? (?:0|zero|no points|no credit)(?:{pts})?"],
  },
  apply: (parts) =>
    parts.length > 0 && parts.every((part) => part.kind === "rule" && part.effect === "earn") ? parts : null,
};

const highest: Attachment = {
  name: "highest",
  forms: {
    zh: [
      "(?:同一|同|同个){X}(?:获|受|得|被|在|有|同时|多次|多项|多个|不同|级别|层级|奖励|表彰|荣誉|奖项|符合|,)*(?:的)?,?(?:只|按|以|取|就|仅|加|计|算|扣|记)*(?:所获)?(?:就高不就低|就高不重复|就高|从高|取高|择高|取最高|最高|最高级别|最高级|最高奖|最高奖项|最高分|不重复|不累计|不重复累计)(?:级别|等级|档次|奖项|奖次|层次|项|分|值|原则|者|一项|一次)*(?:加分|计分|计算|计|得分|记分|累计|累加|奖励|扣分|得|加|只计入?|计入)*(?:[一1]次)?(?:,?(?:不重复|不累计|不重复累计|不重复加分|不重复计分|不重复计算|不累加)(?:加分|计分)?)?",
    ],
    en: ["only the highest (?:per|for each|of each) {X}(?: counts)?"],
  },
  settles: (slots) => ({ "once-or-each": /^(?:村|单位|社区)$/u.test(slots["X"]?.text ?? "") ? 0 : 1 }),
  apply(parts, b) {
    const [part] = parts;
    if (part === undefined || parts.length !== 1 || part.kind !== "rule") return null;
    const key = nameOf(b.text("X").replace(/^(?:一|个|类|件)/u, ""), "项目");
    // Of the subject itself there is one: the highest level is the one that is filled in.
    if (
      /^(?:村|社区|村社|单位|乡镇|镇街|学校|部门|人|个人|企业|医院|班级|学生|教师|县区|街道)$/u.test(key) &&
      part.amount.kind === "by" &&
      part.each === null &&
      b.context.title.includes(key)
    )
      return parts;
    const made = byLedger(part, key);
    return made === null ? null : [made];
  },
  join(parts, b) {
    const key = nameOf(b.text("X").replace(/^(?:一|个|类|件)/u, ""), "项目");
    const rules = parts.filter((part) => part.kind === "rule");
    if (rules.length !== parts.length || rules.some(({ amount }) => amount.kind !== "by")) return null;
    const joined = joinedLedger(rules, key);
    if (joined === null) return null;
    const chosen = b.ask({
      code: "best-scope",
      scope: "clause",
      text: { zh: `“同一${key}就高”管哪些？`, en: "Over what does only the highest count?" },
      options: [
        { zh: "前面各条合在一起，只计最高的一次", en: "over all of them together" },
        { zh: "前面各条各自就高", en: "over each of them apart" },
      ],
    });
    if (chosen === 0) return [joined];
    const apart = rules.map((part) => byLedger(part, key));
    return apart.some((part) => part === null) ? null : apart.filter((part) => part !== null);
  },
};

/** Of several levels only one counts, the highest: it is the one that is filled in. */
const notTwice: Attachment = {
  name: "not-twice",
  forms: {
    zh: [
      "(?:以上)?(?:各项)?(?:不重复(?:计算|计分|加分|累计|奖励|计)?|不累计(?:计算|计分|加分)?|就高不就低|就高不重复|(?:按|取|只计|只取)最高(?:级别|等级|分|项|奖项)?(?:计算|计分|加分|计)?)",
      "(?:同时|多次|多项)(?:获奖|获得|受表彰|表彰|受奖|入选|评为)[^,;每扣减\\d]{0,8},?(?:只|按|以|取|就|仅|计|加)*最高(?:级别|等级|分|项|奖项|奖次|分值)*(?:计算|计分|加分|计)?",
    ],
    en: ["only the highest counts"],
  },
  settles: () => ({ "once-or-each": 0 }),
  apply: (parts) =>
    parts.length === 1 &&
    parts.every(
      (part) => part.kind === "rule" && part.amount.kind === "by" && (part.each === null || part.highestPer !== null),
    )
      ? parts
      : null,
};

/** What counts each time leaves out the occurrences that are exempt: 迟到每次扣1分（因公除外）. Null where nothing is counted. */
function withoutSome(part: ScoringRule, exempt: string): ScoringRule | null {
  const plain = exempt.replaceAll(/(?:的|者)$|["()、,;:·\s]/gu, "");
  const named = (name: string): string =>
    /[\u4e00-\u9fff]/u.test(name + plain) ? `${name}不含${plain}` : `${name}_excluding_${nameOf(exempt, plain)}`;
  if (part.per !== null && (part.per.side === null || (part.per.side === "over" && part.per.field.type === "count")))
    return { ...part, per: { ...part.per, field: { ...part.per.field, name: named(part.per.field.name) } } };
  return part.each === null ? null : { ...part, each: { ...part.each, name: named(part.each.name) } };
}

/** The same thing counts once: 同一问题不重复扣分. */
const noRepeats: Attachment = {
  name: "no-repeats",
  forms: {
    zh: [
      "(?:但)?(?:同一|同类|同个)[^\\n,;0-9每]{1,8}?(?:的)?,?(?:只|仅)(?:扣|计|算|加)(?:分)?(?:一|1)次(?:分)?",
      "(?:但)?(?:同一[^\\n,;0-9每]{1,8}?|重复[^\\n,;0-9每]{1,6}?)(?:的)?,?(?:不重复|不再重复|不予重复)(?:扣分|计分|加分|扣|加|计算|计)",
    ],
    en: [],
  },
  apply(parts, b) {
    if (!parts.every((part) => part.kind === "rule" && part.per !== null && part.per.side === null)) return null;
    const chosen = b.ask({
      code: "no-repeats",
      scope: "clause",
      text: { zh: "重复的不计，填报的次数怎样数？", en: "Repeats do not count. What is filled in?" },
      options: [
        { zh: "填报已除去重复的次数", en: "the number without repeats" },
        { zh: "由规则除去重复，这一条另写", en: "the rule leaves them out; the clause is written by hand" },
      ],
    });
    return parts.length === 0 || chosen === 1 ? null : parts;
  },
};

const exception: Attachment = {
  name: "exception",
  forms: {
    zh: ["(?:但)?(?<W2>因|由于)?(?:属|属于|有)?{E}(?:的|者|等情况)?除外"],
    en: ["(?:except|unless|excluding) (?:for |if |when )?{E}"],
  },
  apply(parts, b) {
    const exempt = `${b.text("W2")}${b.text("E")}`;
    const condition = holds(exempt, b.context.item);
    const [part] = parts;
    if (part === undefined || parts.length !== 1) return null;
    if (part.kind === "rule") {
      const narrowed = withoutSome(part, exempt);
      if (narrowed !== null) return [narrowed];
    }
    if (part.kind === "veto" && part.unless === null) return [{ ...part, unless: condition }];
    return part.kind === "rule" && part.unless === null ? [{ ...part, unless: condition }] : null;
  },
};

const byMultiplication: Attachment = {
  name: "by-multiplication",
  forms: { zh: [], en: ["(?:combines|combined|applied|it multiplies) by multiplication"] },
  settles: () => ({ "share-of": 0 }),
  apply: (parts) => (parts.length > 0 && parts.every(({ kind }) => kind === "coefficient") ? parts : null),
};

/** What a veto is for: `一票否决，取消评先资格`. */
const vetoOutcome: Attachment = {
  name: "veto-outcome",
  forms: {
    zh: [
      "(?:并|同时|即|直接)?(?:取消|不得参加|不参加)(?:其|年度|当年|当期|本年度|各类|一切)*(?:评优|评先|评先评优|评优评先|评先树优|评奖|先进评选)(?:评先|评优)?(?:的)?(?:资格|活动)?",
    ],
    en: [],
  },
  settles: () => ({ "veto-then": 2 }),
  apply: (parts) => withOutcome(parts, "no-awards"),
};

/** What a veto makes of the grade, besides: `取消评优资格，年度考核直接定为不合格`. */
const gradeOutcome: Attachment = {
  name: "grade-outcome",
  forms: { zh: [GRADED], en: [] },
  apply: (parts, b) => withOutcome(parts, { gradeAtMost: plainGrade(b.text("G")) }),
};

/** Vetoes with what follows besides from the same events; null for other rules. */
function withOutcome(
  parts: readonly RulePart[],
  outcome: Extract<RulePart, { readonly kind: "veto" }>["outcome"],
): readonly RulePart[] | null {
  const vetoes = parts.filter((part) => part.kind === "veto");
  if (vetoes.length === 0 || vetoes.length < parts.length) return null;
  return vetoes.some((veto) => veto.outcome === outcome)
    ? parts
    : [...parts, ...vetoes.map((veto) => ({ ...veto, outcome }))];
}

/** The least that a rule takes or gives where it applies. */
const floor: Attachment = {
  name: "floor",
  forms: {
    zh: ["(?:但)?(?:每次)?(?:至少|最少|最低|不少于|不低于)(?:加分|扣分|得分|加|扣|得)?(?:为)?{P}分"],
    en: ["(?:at least|no less than|a minimum of|minimum) -?{P}{pts}"],
  },
  apply(parts, b) {
    const [part] = parts;
    if (part?.kind !== "rule" || parts.length !== 1 || part.floor !== undefined || part.discretion !== null)
      return null;
    // Only a sum over occurrences can be less than what a single rule takes.
    return part.per !== null && part.effect !== "earn" ? [{ ...part, floor: b.number("P") }] : null;
  },
};

/** All attachments in the order in which they are tried. */
export const attachments: readonly Attachment[] = [
  cap,
  countCap,
  untilNothingIsLeft,
  addsUp,
  othersNothing,
  noneAtAll,
  highest,
  notTwice,
  noRepeats,
  exception,
  byMultiplication,
  vetoOutcome,
  gradeOutcome,
  floor,
];
