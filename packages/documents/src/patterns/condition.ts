/** Points where a measure is above or below a figure: 登记率未达95%的，扣2分 · below 95%: deduct 2; and a standard that is failed. */
import type { Building, Pattern } from "../form/pattern.js";
import {
  countOf,
  flagOf,
  full,
  points,
  rule,
  type Amount,
  type Condition,
  type Effect,
  type ScoringRule,
  type Sign,
} from "../rule/rule.js";
import { NUMBER_ZH, effectOf } from "../words/slot-words.js";
import { noneAtAll } from "./borders.js";
import { countedBefore } from "./follower.js";
import { nameOf } from "./names.js";
import { isUnwanted } from "./points-effect.js";
import { measureField, measureOf, opposite, quantity, signOf } from "./measures.js";

function outcome(b: Building): { readonly effect: Effect; readonly amount: Amount } | null {
  if (b.text("Z") !== "") return { effect: "deduct", amount: full };
  if (b.text("F") !== "") return { effect: "earn", amount: full };
  const effect = effectOf(b.text("V"));
  return effect === null ? null : { effect, amount: points(b.number("P")) };
}

const unitOf = (b: Building): string => (b.text("I") !== "" ? "%" : b.text("D") !== "" ? "分" : b.text("U"));

/**
 * Points where a measure compares so. What should not be is none at all below each limit (迟到3次以下扣1分), and so is what lies within one:
 * whether its points go even then is asked.
 */
function compared(
  b: Building,
  measure: string,
  unit: string,
  sign: Sign,
  { effect, amount }: NonNullable<ReturnType<typeof outcome>>,
): ScoringRule {
  const field = measureField(measure, unit, b.context.item);
  const value = quantity(b.number("N"), unit === "%" || unit === "分" ? unit : "");
  const isBelow = sign === "<" || sign === "<=";
  const isCounted = field.type !== "percent" && unit !== "分";
  const reachesNone =
    effect === "deduct" &&
    isBelow &&
    isCounted &&
    (isUnwanted(measure) || /内/u.test(b.text("A")) || (b.text("C") !== "" && sign === "<="));
  if (!reachesNone || b.ask(noneAtAll) === 1)
    return rule(effect, amount, { when: { kind: "compare", field, sign, value } });
  const none = points("0");
  return rule(effect, {
    kind: "by",
    of: field,
    rows: [
      { test: { kind: "compare", sign: "=", value: { ...value, value: "0" } }, amount: none },
      { test: { kind: "compare", sign, value }, amount },
      { test: { kind: "else" }, amount: none },
    ],
  });
}

const RESULT = "(?:{verb}{P}{pts}|{Z}|{F})";

/** A measure above or below a figure. */
export const condition: Pattern = {
  name: "condition",
  forms: {
    zh: [
      `(?:{M}{de})??{C}{N}(?:(?<I>%)|{U}|(?<D>分))?(?<A>{up}|{down}|{inside})?{de}${RESULT}`,
      `{M}{de}(?:在)?{N}(?:(?<I>%)|{U}|(?<D>分))(?<A>{up}|{down}|{inside}){de}${RESULT}`,
    ],
    en: [
      "(?:if |when |where )(?<O>fewer than|less than|more than|over|under) {N}(?<I>%) of (?:the )?{M} (?:is|are) (?<X>[a-z]+),? (?:the|this) (?:item|criterion|part|section|measure|category|indicator) (?:is|scores?|gets?|receives?|earns?) (?:given |awarded )?(?<Z>0|zero|no credit|no points|no marks|nothing)(?:{pts})?",
      "(?:if )?{M} (?:is |are |falls |drops )?(?<O>below|under|less than|lower than|fewer than|over|above|more than|greater than|at least|exceeds|exceeding) {N} ?(?<I>%|percent)?(?: {X})?(?::|,| =)? ?(?:deducts?|subtracts?|loses?|costs?|minus|-) ?{P}{pts}?",
    ],
  },
  build(b) {
    if (b.context.lang === "en") {
      const word = b.text("O").toLowerCase();
      const sign = /below|under|less|lower|fewer/u.test(word) ? "<" : word === "at least" ? ">=" : ">";
      const unit = b.text("I") === "" ? "" : "%";
      if (b.text("Z") !== "") {
        if (b.context.points === null) return null;
        return [compared(b, `${b.text("M")} ${b.text("X")}`, unit, sign, { effect: "deduct", amount: full })];
      }
      return [compared(b, b.text("M"), unit, sign, { effect: "deduct", amount: points(b.number("P")) })];
    }
    const sign = signOf(b.text("C"), b.text("A"));
    const result = outcome(b);
    if (sign === null || result === null) return null;
    const unit = unitOf(b);
    // `缺勤每人扣2分，不足3人扣1分`: the figure is of what is counted before, besides it or instead of it.
    if (b.text("M") === "" && countedBefore(b.context, unit) !== null) return null;
    // `超过60不得分` says neither of what nor in which unit.
    if (b.text("M") === "" && unit === "" && b.context.measure === "") return null;
    const { item } = b.context;
    const before = b.text("M") === "" ? null : countedBefore(b.context, unit);
    // `每逾期1天扣1分，逾期10天以上…` is about the same days.
    const isCountedBefore =
      before !== null &&
      (before.field.name === nameOf(`${item}${b.text("M")}`, item) ||
        (b.text("M").length > 1 && before.field.name.endsWith(b.text("M"))));
    const measure = isCountedBefore ? before.field.name : measureOf(b, b.text("M"));
    if (measure === "" || /^(?:缺少?|少|差|多|超过?)$/u.test(b.text("M")) || /每$|[连累]|连续|共$|总共/u.test(measure))
      return null;
    // `满5次不足10次` is about both of its figures.
    if (
      unit !== "" &&
      unit !== "%" &&
      new RegExp(`(?:满|达到?|超过?|少于|至少)?${NUMBER_ZH}${unit}(?:以[上下])?$`, "u").test(b.text("M"))
    )
      return null;
    // What is counted has no halves: 超过半年 is a part of the event.
    if (b.number("N").includes(".") && measureField(measure, unit, item).type === "count") return null;
    // 达到/达 with an exact figure means at least; with 得 and several of them it is a band.
    b.measured(measure);
    b.about(measure);
    return [compared(b, measure, unit, sign, result)];
  },
  examples: {
    zh: ["登记率未达95%的，扣2分", "骨干不足3名的，扣1分", "满意度低于80%的不得分"],
    en: ["Coverage below 95%: deduct 2 points"],
  },
  counterExamples: ["连续3次以上的，扣2分", "每低1%扣1分"],
};

/** A standard and what follows where it is failed. */
export const standardFailed: Pattern = {
  name: "standard-failed",
  sign: /不到|未达|不达标|没有达到|不符合|未完成|没完成|没有完成|否则|超过|低于/u,
  forms: {
    zh: [
      `(?:{M})??{C}{N}(?:(?<I>%)|{U}|(?<D>分))?(?<A>{up}|{down}|{inside})?{de}(?:达不到|未达到|未达|未达标|不达标|没有达到|不符合|未完成|没完成|没有完成|否则)(?:的|者|要求的?|标准的?|规定的?|目标的?|指标的?)*{de}${RESULT}`,
      `(?:(?:{M})??{C}{N}(?:(?<I>%)|{U}|(?<D>分))?(?<A>{up}|{down}|{inside})?{de})(?:每)?(?:超过|低于)(?:的|者|要求的?|标准的?|规定的?|目标的?)+{de}${RESULT}`,
    ],
    en: [],
  },
  build(b) {
    const sign = signOf(b.text("C"), b.text("A"));
    const result = outcome(b);
    if (sign === null || result === null || result.effect === "earn") return null;
    const unit = unitOf(b);
    const measure = measureOf(b, b.text("M"));
    if (measure === "") return null;
    b.measured(measure);
    return [
      rule(result.effect, result.amount, {
        when: {
          kind: "compare",
          field: measureField(measure, unit, b.context.item),
          sign: opposite[sign],
          value: quantity(b.number("N"), unit === "%" || unit === "分" ? unit : ""),
        },
      }),
    ];
  },
  examples: { zh: ["故障率不高于2%，达不到的不得分", "机电事故率不高于1%,达不到的不得分"], en: [] },
  counterExamples: ["达不到的不得分"],
};

/** A measure that is not so much above another: 完好矿灯没有多出常用人数10%以上的，不得分. */
export const notBeyondOther: Pattern = {
  name: "not-beyond-other",
  sign: /[出于少足].*%/u,
  forms: {
    zh: [
      `{M}(?:没有|未能?|不)(?<Y>多出|高出|超出)(?<X>[^\\n,;0-9]{2,10}?)(?:的)?{N}%(?:以上)?{de}${RESULT}`,
      `{M}(?:低于|少于|不足)(?<X>[^\\n,;0-9]{2,10}?)的?{N}%{de}${RESULT}`,
    ],
    en: [],
  },
  build(b) {
    const result = outcome(b);
    const { item } = b.context;
    if (result === null || result.effect === "earn" || /[率比]$/u.test(b.text("M"))) return null;
    const isBeyond = b.text("Y") !== "";
    const times = isBeyond ? String(100 + Number(b.number("N"))) : b.number("N");
    if (!isBeyond && Number(times) > 100) return null;
    const field = (name: string) => countOf(nameOf(name, item), "个");
    return [
      rule(result.effect, result.amount, {
        when: {
          kind: "compare",
          field: field(b.text("M")),
          sign: "<",
          value: { field: field(b.text("X")), times },
        },
      }),
    ];
  },
  examples: { zh: ["完好矿灯没有多出常用人数10%以上的，不得分"], en: [] },
  counterExamples: ["完好率没有多出10%的，不得分"],
};

const PERIOD = "全年|年度|上半年|下半年|一季度|二季度|三季度|四季度|前三季度|半年";

/** A fact or a measure below its figure, which may differ by period: 无大修计划，或计划完成率全年低于90%、上半年低于30%的不得分. */
export const oneOfSeveral: Pattern = {
  name: "one-of-several",
  sign: /或/u,
  forms: {
    zh: [
      `{E},?或者?{M}(?<Y>${PERIOD}){C}{N1}%、(?<W>${PERIOD}){C2}{N2}%{de}${RESULT}`,
      `{E},?或者?{M}{C}{N1}(?:(?<I>%)|{U}){de}${RESULT}`,
    ],
    en: [],
  },
  build(b) {
    const result = outcome(b);
    const { item } = b.context;
    const [sign, sign2] = [signOf(b.text("C"), ""), b.text("C2") === "" ? null : signOf(b.text("C2"), "")];
    if (result === null || result.effect === "earn" || sign === null || (b.text("C2") !== "" && sign2 === null))
      return null;
    if (/[,或]/u.test(b.text("M"))) return null;
    const unit = b.text("Y") === "" && b.text("I") === "" ? b.text("U") : "%";
    const compared = (name: string, of: typeof sign, value: string): Condition => ({
      kind: "compare",
      field: measureField(name, unit, item),
      sign: of,
      value: quantity(value, unit === "%" ? "%" : ""),
    });
    const conditions: Condition[] = [
      { kind: "is", field: flagOf(nameOf(b.text("E"), item)) },
      compared(
        `${b.text("M")}${b.text("Y")}`.replace(/^(.*?)(全年|年度|上半年|下半年|.季度|前三季度|半年)$/u, "$2$1"),
        sign,
        b.number("N1"),
      ),
    ];
    if (sign2 !== null) conditions.push(compared(`${b.text("W")}${b.text("M")}`, sign2, b.number("N2")));
    return [rule(result.effect, result.amount, { when: { kind: "any", of: conditions } })];
  },
  examples: { zh: ["无大修计划，或计划完成率全年低于90%、上半年低于30%的不得分"], en: [] },
  counterExamples: ["计划完成率低于90%的不得分"],
};
