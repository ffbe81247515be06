/** Points by how much of a task is done: 完成任务得满分，每少完成10%扣1分; 未完成的按完成比例得分; and beyond what is asked for. */
import type { Building, Pattern } from "../form/pattern.js";
import {
  countOf,
  full,
  percentOf,
  points,
  rule,
  type Field,
  type Quantity,
  type RulePart,
  type ScoringRule,
} from "../rule/rule.js";
import { isEvent } from "../words/event-words.js";
import { effectOf } from "../words/slot-words.js";
import { countedBefore } from "./follower.js";
import { measureField, measureOf, quantity, signOf } from "./measures.js";
import { nameOf } from "./names.js";
import { proportionOf } from "./ratios.js";

/** How much of a task is done, as a percentage. */
function doneOf(b: Building, task: string): Field {
  const plain = task.replace(/(?:的|任务|目标|计划|指标|工作)+$/u, "");
  return percentOf(`${nameOf(plain === "" ? b.context.item : plain, b.context.item)}完成率`);
}

const ALL = "(?:按时|按期|足额|全面|全部|如期)*(?:完成|达到)";
const TASK = "(?<T>[^\\n,0-9]{0,14}?(?:任务|目标|计划|指标)?)";

/** All points for a task that is done, and some less or more for each step of what is done. */
export const completionSteps: Pattern = {
  name: "completion-steps",
  sign: /完成.*每(?:少|超|多|欠)/u,
  forms: {
    zh: [
      `${ALL}${TASK}(?:的|者)?,?(?:{verb}{P1}{pts}|{F}),每(?<S>少完成|欠|少|超额完成|超额|超完成|超|多完成)(?:目标|任务|计划)?{N2}(?:%|个?百分点)(?:的)?,?{V2}{P}{pts}`,
    ],
    en: [],
  },
  build(b) {
    const { points: all } = b.context;
    const isLess = /少|欠/u.test(b.text("S"));
    const effect = effectOf(b.text("V2"));
    if (all === null || (b.text("F") === "" && b.number("P1") !== all) || effect !== (isLess ? "deduct" : "add"))
      return null;
    if (!isEvent(`完成${b.text("T")}`, "zh")) return null;
    const field = doneOf(b, b.text("T"));
    const limit = quantity("100", "%");
    const steps: RulePart = rule(effect, points(b.number("P")), {
      per: { field, step: quantity(b.number("N2"), "%"), side: isLess ? "under" : "over", limit },
    });
    return isLess
      ? [steps]
      : [rule("earn", full, { when: { kind: "compare", field, sign: ">=", value: limit } }), steps];
  },
  examples: { zh: ["按时完成任务的得满分，每少完成10%扣1分", "完成招商引资任务的得10分，每超额10%加1分"], en: [] },
  counterExamples: ["完成任务的得满分，每超额10%扣1分"],
};

/** Points that are earned whole from a limit on, and in proportion to it, or to another whole, below; none below `least` percent. */
const earnedInPart = (
  field: Field,
  limit: Quantity,
  most: string,
  whole = limit,
  least: string | null = null,
): ScoringRule =>
  rule("earn", {
    kind: "by",
    of: field,
    rows: [
      { test: { kind: "compare", sign: ">=", value: limit }, amount: points(most) },
      ...(least === null
        ? []
        : [{ test: { kind: "compare", sign: "<", value: quantity(least, "%") } as const, amount: points("0") }]),
      { test: { kind: "else" }, amount: { kind: "scaled", points: most, by: field, over: whole } },
    ],
  });

/** All points from a figure on, in proportion to it below: 建档率≥70%得5分，不足70%的按比例得分. */
export const fullOrProportion: Pattern = {
  name: "full-or-proportion",
  sign: /比例/u,
  forms: {
    zh: [
      "(?:{M}{de})??{C}{N}%(?:{up})?{de}(?:得{P1}{pts}|{F}),(?:不足|未达到?|低于|达不到|不到|未达标|不达标)(?:{N2}%|标准|目标)?(?:的|者)?,?(?:按|以)(?:实际|完成)*(?:的)?比例(?:得分|计分|折算得分|折算|赋分)",
    ],
    en: [],
  },
  build(b) {
    const { context } = b;
    const most = b.text("F") === "" ? b.number("P1") : context.points;
    if (most === null || signOf(b.text("C"), "") !== ">=" || /不扣/u.test(b.text("F"))) return null;
    if (b.text("N2") !== "" && b.number("N2") !== b.number("N")) return null;
    const measure = measureOf(b, b.text("M"));
    if (measure === "") return null;
    const field = measureField(measure, "%", context.item);
    const limit = quantity(b.number("N"), "%");
    b.measured(measure);
    const target = b.number("N");
    const isOfTarget = Number(target) === 100 || b.ask(proportionOf(target)) === 0;
    return [earnedInPart(field, limit, most, isOfTarget ? limit : quantity("100", "%"))];
  },
  examples: { zh: ["建档率≥70%得5分，不足70%的按比例得分"], en: [] },
  counterExamples: ["建档率≥70%得5分，不足60%的按比例得分"],
};

/** All points for a task that is done, in proportion otherwise. */
export const doneInPart: Pattern = {
  name: "done-in-part",
  sign: /完成.*比例/u,
  forms: {
    zh: [
      "(?:{T})??(?:完成|达到)(?:全部|年度)?(?:任务|目标|计划|指标)?(?:数|值)?(?:的|者)?,?(?:得{P}{pts}|{F}),(?:未|没有|未能)(?:完成|达到)(?:任务|目标|计划|指标)?(?:数|值)?(?:的|者)?,?(?:按|根据|按照)(?:实际)?(?:完成)?(?:情况|任务|目标)?(?:的)?(?:比例|率)(?:得分|计分|折算得分|折算|赋分)(?:,(?:实际)?完成(?:率|比例)?(?:低于|不足|达不到|未达到?){N5}%(?:的|者)?,?(?<Y>{Z}))?",
    ],
    en: [],
  },
  build(b) {
    const most = b.text("F") === "" ? b.number("P") : b.context.points;
    if (most === null || b.context.points === null || Number(most) > Number(b.context.points)) return null;
    return [
      earnedInPart(
        doneOf(b, b.text("T")),
        quantity("100", "%"),
        most,
        undefined,
        b.text("Y") === "" ? null : b.number("N5"),
      ),
    ];
  },
  examples: {
    zh: [
      "土地流转任务完成得10分，未完成按完成比例得分",
      "完成计划得满分，未完成的按完成比例得分，完成率低于60%的不得分",
    ],
    en: [],
  },
  counterExamples: ["任务完成得10分，未完成不得分"],
};

/** Points for each beyond a base that the clause states: 质保期在3年基础上每增加1年得1分. */
export const beyondBase: Pattern = {
  name: "beyond-base",
  sign: /基础上,?每/u,
  forms: {
    zh: ["{M}在{N}{U}(?:的)?基础上,?每(?<S>增加|延长|多|提前|缩短|减少){one}{U2}(?:的)?,?{verb}{P}{pts}"],
    en: [],
  },
  build(b) {
    const effect = effectOf(b.text("V"));
    if (effect === null || effect === "deduct" || b.text("U") !== b.text("U2")) return null;
    const side = /增|延|多/u.test(b.text("S")) ? "over" : "under";
    const field = measureField(b.text("M"), b.text("U"), b.context.item);
    b.measured(b.text("M"));
    return [
      rule(effect, points(b.number("P")), { per: { field, step: null, side, limit: quantity(b.number("N"), "") } }),
    ];
  },
  examples: { zh: ["质保期在3年基础上每增加1年得1分"], en: [] },
  counterExamples: ["质保期在3年基础上每增加1个月得1分"],
};

/** How often is enough to lose all: 每人扣2分，3人以上的不得分 is about what the rule before counts. */
export const countedThreshold: Pattern = {
  name: "counted-threshold",
  sign: /以上|超过|达到?|满/u,
  forms: {
    zh: [
      "(?:累计|合计|共|发现|出现|发生|有)*(?<S>缺少?|少|差)?{N}{U}(?:\\(含\\))?(?:及|或)?以上(?:的|者)?,?(?:则|均)?{Z}",
      "(?:累计|合计|共|发现|出现|发生|有)*(?<C>超过|达到?|满){N}{U}(?:的|者)?,?(?:则|均)?{Z}",
    ],
    en: [],
  },
  build(b) {
    const before = countedBefore(b.context, b.text("U"));
    if (b.context.points === null || before?.effect !== "deduct") return null;
    if (b.text("S") !== "" && !before.field.name.endsWith("缺少")) return null;
    const sign = b.text("C") === "超过" ? ">" : ">=";
    return [
      rule("deduct", full, {
        when: { kind: "compare", field: before.field, sign, value: quantity(b.number("N"), "") },
      }),
    ];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["3人以上的不得分"],
};

/** What predicates begin with, where they stand behind the last of several things. */
const PREDICATE = /(?:未|没有|没|不|缺|迟|漏|错|逾|超期|延误).*$/u;

/** `未上报日报、周报`: the predicate stands before the first and may be that of all; the others alone would be what is wanted. */
const LEADING = /^(?:未|没有|没|不|无|缺|漏|错|迟(?!到)|晚|逾期|超期|延误|拒).{2}/u;

/** Several events with points of their own: 日报、周报、月报未按时提交的，分别扣0.5分、1分、2分. */
export const eventsListed: Pattern = {
  name: "events-listed",
  sign: /分别|依次/u,
  forms: {
    zh: [
      "(?<B>[^\\n,、0-9每]{2,8}(?:、[^\\n,、0-9每]{2,14})+?)(?:的|者)?,?(?:每{one}{U})?(?:分别|依次)(?:每{one}{U2})?{verb}(?<G>\\d+(?:\\.\\d+)?分?(?:[、,]\\d+(?:\\.\\d+)?分?)+)",
    ],
    en: [],
  },
  build(b) {
    const effect = effectOf(b.text("V"));
    const { item } = b.context;
    const things = b.text("B").split("、");
    const values = b
      .text("G")
      .split(/[、,]/u)
      .map((value) => value.replace("分", ""));
    if (effect === null || effect === "earn" || things.length !== values.length) return null;
    // `月报未按时提交`: the predicate of the last is that of all, where no other has one.
    const predicate = things.slice(0, -1).some((each) => PREDICATE.test(each))
      ? ""
      : (PREDICATE.exec(things.at(-1) ?? "")?.[0] ?? "");
    if (LEADING.test(things[0] ?? "") && !things.slice(1).every((each) => PREDICATE.test(each))) return null;
    const names = things.map((each) => (each.endsWith(predicate) ? each : `${each}${predicate}`));
    if (names.some((name) => !isEvent(name, "zh")) || new Set(names).size !== names.length) return null;
    const unit = `${b.text("U")}${b.text("U2")}`;
    if (/月|周|季|年|学期|百分点/u.test(unit)) return null;
    b.about(b.text("B"));
    return names.map((name, at) =>
      unit === ""
        ? rule(effect, points(values[at] ?? "0"), {
            when: { kind: "is", field: { ...countOf(nameOf(name, item), ""), type: "flag", unit: null } },
          })
        : rule(effect, points(values[at] ?? "0"), {
            per: { field: countOf(nameOf(name, item), unit), step: null, side: null, limit: null },
          }),
    );
  },
  examples: {
    zh: ["日报、周报、月报未按时提交的，每次分别扣0.5分、1分、2分", "事假、病假、旷工每天分别扣0.5分、0.2分、2分"],
    en: [],
  },
  counterExamples: [
    "日报、周报、月报未按时提交的，每次分别扣0.5分、1分",
    "未上报日报、周报、月报的，分别扣1分、2分、3分",
    "缺少日报、周报、月报，每份分别扣1分、2分、3分",
  ],
};
