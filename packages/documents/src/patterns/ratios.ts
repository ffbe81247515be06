/** Points in proportion: 按完成率得分, 按100分卷折算, between two limits, over the best. */
import type { Asked, Building, Pattern } from "../form/pattern.js";
import { figureOf, full, numberOf, percentOf, points, rule, type Amount, type Row } from "../rule/rule.js";
import { normalText } from "../clause/normal-text.js";
import { measureField, measureOf, quantity } from "./measures.js";
import { nameOf } from "./names.js";

const ITEM_NAME = /率$|比例$|占比$|度$/u;

/** The name of a percentage: the item's, where the words say no more than 完成率. */
function percentName(b: Building, own: string): string {
  const { item } = b.context;
  const plain = own.replace(/^(?:实际|计划|任务|目标)+/u, "");
  if (ITEM_NAME.test(item) && item.endsWith(plain)) return item;
  return plain.length <= 5 ? `${item}${own}` : own;
}

/** The percentage that a requirement states as its target; null for none, and for all of it. */
function targetOf(requirement: string): string | null {
  const found = [...normalText(requirement).text.matchAll(/(\d+(?:\.\d+)?)%/gu)].map(([, value]) => value ?? "");
  const [only] = found;
  return found.length === 1 && only !== undefined && only !== "100" ? only : null;
}

/** Asked where points are in proportion and the target is not all. */
export const proportionOf = (target: string): Asked => ({
  code: "proportion-of",
  scope: "document",
  text: {
    zh: `目标值是 ${target}%，“按比例得分”与什么相比？`,
    en: `The target is ${target}%. What are points in proportion to?`,
  },
  options: [
    { zh: "与目标值相比，达到目标值得满分", en: "to the target, which has all points" },
    { zh: "与 100% 相比", en: "to 100%" },
  ],
});

/** All points times a rate. */
export const proportion: Pattern = {
  name: "proportion",
  forms: {
    zh: [
      "(?:根据|按照?|以)(?:实际)?{M}(?:的?比例|大小|情况)?(?:进行)?(?:计分|得分|赋分|计算得分|折算得分|折算分值|折算计分|折算|计算|核算得分|乘以分值)",
      "(?:得分|本项得分|该项得分)?=?(?:实际)?{M}×(?:{P}分?|分值|标准分|权重|本项分值|满分)(?:得分)?",
      "{M}=(?<W>[^\\n,;=]{3,40}?[/÷][^\\n,;=]{2,24}?)(?:×100%)?,(?:本项|该项|此项)?得分={M2}×(?:{P}分?|分值|标准分|权重|本项分值|满分)",
      "开展的{M}占比",
      "(?:{E},?)??(?:按照?|以){M}(?:计分|得分|计算|折算|赋分),{M2}×{N7}分?(?:即?为|=|作为)(?:得分|本项得分|该项得分)",
      "按比例(?:得分|计分)",
    ],
    en: ["in proportion to {M}", "(?:points )?(?:are )?pro-?rated by {M}", "{M} times {P}{pts}?"],
  },
  build(b) {
    const { context } = b;
    const own = b.text("M");
    if (context.item === "" || context.points === null) return null;
    if (b.text("M2") !== "" && !(own.endsWith(b.text("M2")) || b.text("M2").endsWith(own))) return null;
    if (b.text("P") !== "" && b.number("P") !== context.points) return null;
    if (b.text("N7") !== "" && b.number("N7") !== context.points) return null;
    if (/^(?:的?比例|此比例|相应比例)$/u.test(own)) return null;
    if (/分$|分数$|得分$|折|考试|评分|表/u.test(own)) return null;
    if (context.lang === "zh" && own !== "" && !/率$|比例$|占比$|度$|进度$|比$|专业大类$|完成$/u.test(own)) return null;
    const name =
      own === ""
        ? context.item
        : context.lang === "en"
          ? own
          : b.text("M").endsWith("占比") || !/率|比|度/u.test(own)
            ? `${own}占比`
            : percentName(b, own);
    const done = percentOf(nameOf(name, context.item));
    const target = targetOf(context.requirement);
    const isOfTarget = target !== null && b.ask(proportionOf(target)) === 0;
    return [rule("earn", { kind: "proportion", done, due: isOfTarget ? quantity(target, "%") : null, floor: null })];
  },
  examples: { zh: ["按完成率得分"], en: ["In proportion to the share done"] },
  counterExamples: ["按100分卷折算"],
};

/** Marks out of another total. */
export const convert: Pattern = {
  name: "convert",
  forms: {
    zh: [
      "(?:{E},?)?按(?:照)?{N}分(?:制|卷|为满分)?(?:的)?(?:试卷|成绩|得分|计分)?(?:进行|按比例)?折(?:算|合)(?:计分|得分|后计入|计入)?",
      "(?:按(?:照)?[^\\n,0-9]{2,12}(?:得分|成绩|分数|结果)(?:进行)?(?:折算|计算|计分),)?(?:本项|该项)?得分=(?<W>[^\\n,;=×0-9]{2,14}?)(?:得分|成绩|分数|分)?×{N2}%",
      "(?:{E},?)?按(?:照)?(?<W>[^\\n,]{0,8}(?:表|卷|考试|测评|成绩|考核|评分)?(?:得分|成绩|分数|评分))(?:进行|按比例)?折(?:算|合)(?:计分|得分|计入)?",
    ],
    en: ["marked out of {N}", "out of {N},? (?:scaled|converted)"],
  },
  build(b) {
    const { context } = b;
    if (context.item === "" || context.points === null) return null;
    if (b.text("N2") !== "") {
      // So many percent of 100 marks are the points of the item.
      if (b.number("N2") !== context.points || /[率比]$|比例$/u.test(b.text("W"))) return null;
      const by = numberOf(nameOf(b.text("W"), context.item), "分", ["0", "100"]);
      return [rule("earn", { kind: "scaled", points: null, by, over: quantity("100", "分") })];
    }
    const name = context.lang === "en" ? `${nameOf(context.item, context.item)}_mark` : `${context.item}成绩`;
    let over = b.text("N") === "" ? "100" : b.number("N");
    if (b.text("N") === "") {
      const chosen = b.ask({
        code: "out-of",
        scope: "clause",
        text: { zh: "按多少分满分折算？", en: "Out of how many marks is it converted?" },
        options: [
          { zh: "100 分", en: "100" },
          { zh: `与本项分值相同，${context.points} 分`, en: `the item's points, ${context.points}` },
        ],
      });
      if (chosen === 1) over = context.points;
    }
    const unit = context.lang === "en" ? "points" : "分";
    return [
      rule("earn", { kind: "scaled", points: null, by: numberOf(name, unit, ["0", over]), over: quantity(over, unit) }),
    ];
  },
  examples: { zh: ["按100分卷折算", "按100分制折算", "按评分表得分折算"], en: ["Marked out of 100"] },
  counterExamples: ["按完成率折算"],
};

/** Whether points between two limits lie on a straight line, or are a share of the upper limit; asked once where the document does not define it. */
function isStraightLine(b: Building, word: string): boolean {
  if (b.context.definesRatioMethod && word.startsWith("比率")) return false;
  return (
    b.ask({
      code: "ratio-method",
      scope: "document",
      text: {
        zh: "“按比率法”怎样计算两个界限之间的得分？",
        en: "How are points between the two limits calculated?",
      },
      options: [
        { zh: "分值 × 实际值 ÷ 上限值", en: "points × actual ÷ upper limit" },
        {
          zh: "由下限的 0 分到上限的满分，按直线计算",
          en: "in a straight line, from none at the lower limit to all at the upper",
        },
      ],
    }) === 1
  );
}

/** All points from one figure on, none below another, in proportion between. */
export const betweenLimits: Pattern = {
  name: "between-limits",
  sign: /其余|其间|其他|之间|中间|两者/u,
  forms: {
    zh: [
      "{M}达到?(?<W1>[^\\n,0-9]{2,8}(?:标准|线|值))得{P1}分,低于(?<W2>[^\\n,0-9]{2,8}(?:标准|线|值))(?:{Z}|得{P2}分),(?:其余|其间|其他|之间|中间|二者之间|两者之间)(?:的)?,?(?:按|采用|用)?(?<W>比率法|比例法|线性(?:插值)?(?:法)?|插值法?|内插法|直线内插法)(?:得分|计分|计算)?",
      "(?:{M}{de})??{C}?{N}(?:(?<I>%)|{U})(?:{up})?{de}(?:得|计){P1}分,(?:低于|不足|未达到?|少于|<|不到){N2}(?:%|{U2})(?:的)?(?:{Z}|得{P2}分),(?:其余|其间|其他|之间|中间|二者之间|两者之间|介于两者之间)(?:的|者)?,?(?:按|采用|用)?(?<W>比率法|比例法|比例|线性(?:插值)?(?:法)?|插值法?|内插法|直线内插法)(?:得分|计分|计算|计算得分|折算)?(?<J>:得分=实际值[/÷](?:合格)?标准值?×分值)?",
    ],
    en: [],
  },
  build(b) {
    const { context } = b;
    const unit = b.text("I") === "" ? b.text("U") : "%";
    const measure = measureOf(b, b.text("M"));
    if (measure === "" || (b.text("P2") !== "" && b.number("P2") !== "0")) return null;
    const field =
      unit === "%" ? measureField(measure, "%", context.item) : numberOf(nameOf(measure, context.item), unit);
    b.measured(measure);
    if (b.text("W1") !== "") return betweenNamedLimits(b, measure);
    const [high, low, most] = [b.number("N"), b.number("N2"), b.number("P1")];
    const limit = (value: string) => quantity(value, unit);
    let isLinear = /插值|内插|线性/u.test(b.text("W"));
    if (b.text("J") === "" && !isLinear) isLinear = isStraightLine(b, b.text("W"));
    const between: Amount = isLinear
      ? { kind: "linear", points: most, by: field, low: limit(low), high: limit(high) }
      : { kind: "scaled", points: most, by: field, over: limit(high) };
    const rows: readonly Row[] = [
      { test: { kind: "compare", sign: ">=", value: limit(high) }, amount: points(most) },
      { test: { kind: "range", from: limit(low), to: limit(high) }, amount: between },
      { test: { kind: "compare", sign: "<", value: limit(low) }, amount: points("0") },
    ];
    return [rule("earn", { kind: "by", of: field, rows })];
  },
  examples: { zh: ["占比达60%得2分，低于30%得0分，其间按比率法"], en: [] },
  counterExamples: ["占比达60%得2分，低于30%得0分"],
};

/** The limits are figures of their own, which the document names and does not state. */
function betweenNamedLimits(b: Building, measure: string): ReturnType<Pattern["build"]> {
  const { item } = b.context;
  if (!/率$|比例$|占比$|比重$/u.test(measure) || (b.text("P2") !== "" && b.number("P2") !== "0")) return null;
  const field = percentOf(nameOf(measure, item));
  const [high, low] = [percentOf(b.text("W1")), percentOf(b.text("W2"))];
  const most = b.number("P1");
  const isLinear = /插值|内插|线性/u.test(b.text("W")) || isStraightLine(b, b.text("W"));
  // A straight line between two fields has no form of its own.
  if (isLinear) return null;
  return [
    rule("earn", {
      kind: "by",
      of: field,
      rows: [
        { test: { kind: "compare", sign: ">=", value: { field: high, times: null } }, amount: points(most) },
        { test: { kind: "compare", sign: "<", value: { field: low, times: null } }, amount: points("0") },
        {
          test: { kind: "else" },
          amount: { kind: "scaled", points: most, by: field, over: { field: high, times: null } },
        },
      ],
    }),
  ];
}

/** All points for a task that is done, in proportion otherwise. */
export const doneOrProportion: Pattern = {
  name: "done-or-proportion",
  forms: {
    zh: [
      "(?:完成|达到)(?:全部|年度|目标)?(?:任务|目标)?(?:数)?(?:的)?得(?:{P}分|满分),(?:未|没有)(?:完成|达到)(?:任务|目标)?(?:的)?,?(?:按|根据)(?:照)?(?:实际)?完成(?:情况|任务|目标)?(?:的)?(?:比例|率)(?:得分|计分|折算得分|折算|赋分)(?:,(?:其中)?(?:完成率|完成比例)?(?:低于|不足|未达到?){N}%(?:的)?{Z})?",
      "(?:完成|达到)(?:全部|年度)?(?:任务|目标|标准)(?:数|值)?(?:的)?(?:得{P}分|{F}),(?:未|没有)(?:完成|达到)(?:任务|目标值?|标准值?)?(?:的)?,?(?:本项)?得分=(?:实际)?(?:完成)?(?:值|数|率|量)[/÷](?:目标|任务|标准)(?:任务)?(?:值|数)?×(?:权重分?|分值|标准分|满分|{P1}分?)",
    ],
    en: [],
  },
  build(b) {
    const { context } = b;
    if (context.item === "" || context.points === null || (b.text("P") !== "" && b.number("P") !== context.points))
      return null;
    if (b.text("P1") !== "" && b.number("P1") !== context.points) return null;
    const target = b.text("N") === "" ? targetOf(context.requirement) : null;
    if (target !== null && /[率比度]$|比例$/u.test(context.item)) {
      const done = percentOf(nameOf(context.item, context.item));
      return [rule("earn", { kind: "proportion", done, due: quantity(target, "%"), floor: null })];
    }
    const floor = b.text("N") === "" ? null : quantity(b.number("N"), "%");
    return [
      rule("earn", {
        kind: "proportion",
        done: percentOf(`${nameOf(context.item, context.item)}完成率`),
        due: null,
        floor,
      }),
    ];
  },
  examples: { zh: [], en: [] },
  counterExamples: [],
};

/** All points for a target that is met, the actual figure otherwise. */
export const metOrActual: Pattern = {
  name: "met-or-actual",
  forms: {
    zh: [
      "(?:目标|目标值){N}%,(?:达标|达到目标|完成目标|达到)(?:的)?(?:得)?(?:{P}分|{F}),(?:未达标|未达到目标?|未完成|没有达标)(?:的)?,?(?:按|以)实际(?:完成)?(?:值|率|数)?(?:得分|计分|计算)?",
    ],
    en: ["target {N}%: (?:full|{P}{pts}?), else the (?:rate|figure|actual)(?: itself)?"],
  },
  build(b) {
    const { context } = b;
    if (context.item === "" || (b.text("P") !== "" && b.number("P") !== context.points)) return null;
    const field = percentOf(nameOf(measureOf(b, context.item), context.item));
    return [
      rule("earn", {
        kind: "by",
        of: field,
        rows: [
          { test: { kind: "compare", sign: ">=", value: quantity(b.number("N"), "%") }, amount: full },
          { test: { kind: "else" }, amount: { kind: "scaled", points: null, by: field, over: null } },
        ],
      }),
    ];
  },
  examples: { zh: ["目标95%，达标得100分，未达标按实际"], en: [] },
  counterExamples: ["目标95%，达标得100分"],
};

/** Points over the best of all: 第1名得满分，其他按与最高值之比. */
export const overBest: Pattern = {
  name: "over-best",
  forms: {
    zh: [
      "(?:第1名|第一名|最高|最高者|最高的|最优)(?:的)?得{P1}分,(?:(?:低于|不足|少于){N}(?:(?<D>分)|{U})(?:的)?(?:得0分|不得分),)?(?:其他|其余)(?:的|单位|学校)?按与?(?:最高值|最高分|最高者|第1名|第一名|最高)(?:之)?(?:比|比值|比例)(?:得分|计分|计算)?",
      "(?:{M})??,?与(?:各校|各单位|各村|各乡镇|各部门|各学院|同类|全[^\\n,]{1,3})?最(?:高|大)(?:值|分|者)?(?:之)?比(?:值|较)?(?:得分|计分)?",
    ],
    en: [
      "(?:the )?lowest (?:quoted |tendered |offered )?(?:price|cost|bid|fee) (?:scores|earns|gets|receives) (?:{P1}(?:{pts})?|full (?:points|marks)),? (?:all )?others? (?:score|scores|earn|earns|get|gets|receive) {N9}(?:{pts})? ?(?:x|×|\\*|times) ?\\(?(?:the )?lowest (?:quoted |tendered |offered )?(?<M>price|cost|bid|fee) ?(?:/|÷|divided by) ?(?:the )?(?:quoted |tendered |offered |own |their |its )*(?:price|cost|bid|fee)\\)?",
      "lowest (?<M>price|cost|bid|fee) times {P1}{pts}?,? divided by (?:the )?(?:price|cost|bid|fee)",
      "\\(?lowest (?<M>price|cost|bid|fee) ?(?:/|÷|divided by) ?(?:the )?(?:price|cost|bid|fee|bidder's price|proposer's price)\\)? ?(?:x|×|\\*|times) ?{P1}(?:{pts})?",
    ],
  },
  build(b) {
    const { context } = b;
    if (context.item === "" || context.points === null) return null;
    if (b.text("P1") !== "" && b.number("P1") !== context.points) return null;
    if (b.text("N9") !== "" && b.number("N9") !== context.points) return null;
    if (context.lang === "en") {
      return [
        rule("earn", {
          kind: "best",
          points: null,
          of: figureOf(numberOf(nameOf(b.text("M"), context.item), null, ["1", ""])),
          side: "lowest",
        }),
      ];
    }
    const own = b.text("M");
    if (/权重|折|、|加\d|%|每(?:年|月|季度|季|周|学期)/u.test(own)) return null;
    // The quotient of two fields is one figure to fill in.
    const name = own === "" ? `${context.item}数值` : own.replace(/(?:的)?之比$/u, "比");
    const field = numberOf(
      nameOf(name, context.item),
      b.text("D") === "" ? null : "分",
      b.text("D") === "" ? null : ["0", ""],
    );
    const best: Amount = { kind: "best", points: null, of: figureOf(field), side: "highest" };
    if (b.text("N") === "") return [rule("earn", best)];
    if (b.text("D") === "") {
      b.ask({
        code: "two-measures",
        scope: "clause",
        text: {
          zh: `“${b.number("N")}${b.text("U")}”与排名用的是同一个数吗？`,
          en: `Is the floor in ${b.text("U")} the same figure that is ranked?`,
        },
        options: [
          { zh: "是同一个数", en: "the same figure" },
          { zh: "不是，另填一个数", en: "another figure, filled in apart" },
        ],
      });
    }
    return [
      rule("earn", best, {
        when: { kind: "compare", field, sign: ">=", value: quantity(b.number("N"), b.text("D") === "" ? "" : "分") },
      }),
    ];
  },
  examples: { zh: ["第1名得0.5分，其他按与最高值之比"], en: ["lowest price times 35, divided by the price"] },
  counterExamples: ["省部级权重200%，与各校最高比"],
};

/** So many points for each project, by its own rate: 每个占1分，按任务完成率赋分. */
export const eachShare: Pattern = {
  name: "each-share",
  forms: { zh: ["{E}每{U}(?:占|计|得){P}分,按(?:照)?(?:任务|各自|项目|实际)*{T}(?:赋分|计分|得分|折算)"], en: [] },
  build(b) {
    const { context } = b;
    if (!/率$|比例$|进度$/u.test(b.text("T")) || context.item === "") return null;
    const chosen = b.ask({
      code: "each-share",
      scope: "clause",
      text: { zh: "完成率是每个项目各自的，还是合计的？", en: "Is the rate each project's own, or of all together?" },
      options: [
        { zh: "各自的，逐个登记", en: "each project's own, by a ledger" },
        { zh: "合计的，这一条另写", en: "of all together; the clause is written by hand" },
      ],
    });
    if (chosen === 1) return null;
    const rate = percentOf(nameOf(b.text("T"), context.item));
    return [
      rule(
        "earn",
        { kind: "scaled", points: b.number("P"), by: rate, over: null },
        { each: { name: nameOf(b.text("E"), context.item), columns: [rate] } },
      ),
    ];
  },
  examples: { zh: ["参与签约的项目每个占1分，按任务完成率赋分"], en: [] },
  counterExamples: [],
};

/** The price formula of public tenders: the lowest price over the price. */
export const lowestPrice: Pattern = {
  name: "lowest-price",
  forms: {
    zh: [
      "(?:[^\\n=]{0,40}:)?(?:以?[^\\n=,;]{0,12}最低(?:价|报价|者)?为(?:评标|评审|磋商)?基准价,)?[^\\n=,;]{0,12}(?:报价|价格)(?:得)?分=\\(?(?:评标|评审|磋商)?基准价[/÷](?:投标|评标|最后|磋商|有效投标|评审)*(?:报价|价格)\\)?×(?:{P1}(?:%×100)?|价格(?:分)?权(?:值|重)(?:×100)?|分值|满分)分?",
    ],
    en: [],
  },
  build(b) {
    const { context } = b;
    // The base must be the lowest price by the document's own words.
    if (context.item === "" || context.points === null || !/最低/u.test(context.passage)) return null;
    if (b.text("P1") !== "" && b.number("P1") !== context.points) return null;
    return [
      rule("earn", { kind: "best", points: null, of: figureOf(numberOf("投标报价", "元", ["1", ""])), side: "lowest" }),
    ];
  },
  examples: { zh: [], en: [] },
  counterExamples: [],
};

/** The sentence that says which price is the base of the formula: a note of the formula beside it. */
export const basePrice: Pattern = {
  name: "base-price",
  sign: /基准价/u,
  forms: {
    zh: [
      "(?:价格分?采用低价优先法(?:计算)?,?(?:即)?)?(?<X>[^\\n;=]{0,40}?)最低[^\\n,;=0-9]{0,12}为(?:评标|评审|磋商)?基准价(?:,(?:其)?(?:价格分?)?(?:为满分|得?(?:满分(?=$|\\d))?(?:{P}分)?))?",
    ],
    en: [],
  },
  build(b) {
    if (b.text("P") !== "" && b.number("P") !== b.context.points) return null;
    return /分=\(?(?:评标|评审|磋商)?基准价[/÷]/u.test(normalText(b.context.passage).text.replaceAll("（", "("))
      ? []
      : null;
  },
  examples: { zh: [], en: [] },
  counterExamples: ["最低报价为基准价"],
};

/** An English score from a scale times a weight. */
export const scoreTimesWeight: Pattern = {
  name: "score-times-weight",
  forms: {
    zh: [],
    en: ["(?:score|rating|points?)?,? ?(?:of |from )?{R},? (?:times|x|×|\\*|multiplied by|weight(?:ed)?(?: by)?) {N}"],
  },
  build(b) {
    const { context } = b;
    const [from = "0", to = "5"] = b.text("R").split(/\s*(?:-|–|to)\s*/u);
    if (context.item === "" || context.points === null) return null;
    if (Math.abs(Number(to) * Number(b.number("N")) - Number(context.points)) > 1e-9) return null;
    return [
      rule("earn", {
        kind: "value",
        of: numberOf(`${nameOf(context.item, context.item)}_score`, null, [from, to]),
        times: b.number("N"),
      }),
    ];
  },
  examples: { zh: [], en: ["score 0-5, times 4"] },
  counterExamples: [],
};

/** None: all points; each: so many off. */
export const noneThenEach: Pattern = {
  name: "none-then-each",
  sign: /[0零无没未]/u,
  forms: {
    zh: [
      "(?:{E})?(?:0|零|无){U}{E3}?{de}(?:得{P1}分|{F}),每{found}{one}{U2}{verb}{P}{pts}",
      "(?:无|没有|未发生|未出现){E}{de}(?:得{P1}分|{F}),每?(?:发生|出现|有|发现|每有)*{one}{U2}{E3}?{verb}{P}{pts}",
    ],
    en: [],
  },
  build(b) {
    const { context } = b;
    if (
      !/扣|减/u.test(b.text("V")) ||
      (b.text("P1") !== "" && b.number("P1") !== context.points && !(context.points === null))
    )
      return null;
    const event = `${b.text("E")}` === "" ? `${context.item}` : b.text("E");
    b.about(event);
    return [
      rule("deduct", points(b.number("P")), {
        per: {
          field: { name: nameOf(event, context.item), type: "count", unit: b.text("U2"), levels: [], range: null },
          step: null,
          side: null,
          limit: null,
        },
      }),
    ];
  },
  examples: { zh: ["0次得满分，每次扣20分"], en: [] },
  counterExamples: ["0次得2分，1次及以上不得分"],
};
