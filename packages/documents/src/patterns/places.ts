/** Places: points for a place in a ranking elsewhere, what follows a tie, and who is in the first places. */
import type { Asked, Building, Pattern } from "../form/pattern.js";
import { choiceOf, countOf, points, rule, type Effect, type RulePart } from "../rule/rule.js";
import { isEvent, isMeasure } from "../words/event-words.js";
import { numberText } from "../words/numerals.js";
import { effectOf } from "../words/slot-words.js";
import { holds } from "./fact.js";
import { nameOf } from "./names.js";

const PLACE =
  "(?:(?:排名|排位|名次|名列|位列|位居|列|居|排在?)(?:为|在|居|位于|处于)?(?:第?[前后末]{N1}(?:名|位)|倒数第?{N2}(?:名|位)?|第{N3}(?:名|位)?|末{N4}?位|最后一?(?:名|位)|垫底))";
const WHERE =
  "(?<S>在?(?:全[国省市县区镇乡校院街]{1,3}|同类[^\\n,;0-9]{0,4}|各[^\\n,;0-9]{1,4}|本[省市县区镇乡校院系]))?(?:综合|考核|年度)?";

const PLACES = [..."一二三四五六七八九十"];

/** Points by the place: `values` those of the `levels`, best first, and `rest` those of all others. */
export function byPlace(
  effect: Effect,
  name: string,
  levels: readonly string[],
  values: readonly string[],
  rest = "0",
): RulePart {
  const none = "其他名次";
  return rule(effect, {
    kind: "by",
    of: choiceOf(name, [none, ...levels]),
    rows: [
      ...levels.map((level, at) => ({ test: { kind: "level", level } as const, amount: points(values[at] ?? "0") })),
      { test: { kind: "level", level: none }, amount: points(rest) },
    ],
  });
}

/** Whether the words around a place name something: what is measured may be a rate or a mean. */
const isNamed = (text: string): boolean => text === "" || isEvent(text, "zh") || isMeasure(text, "zh");

/** Points for being in places of a ranking that another makes: 满意率在全区排名后三位的，扣2分. */
export const placeFact: Pattern = {
  name: "place",
  sign: /[第名位垫]/u,
  forms: {
    zh: [
      `(?<Q>[^\\n,;]{0,24}?)(?:,)?(?:在|居|列|位居|位列|名列|排)(?<S>全?[^\\n,;0-9第最倒末]{1,4}?)(?<G>第{N1}|最后|倒数第{N2}|末位)(?:名|位)?(?:的|者)?,?{verb}{P}{pts}`,
      `(?<Q>[^\\n,;]{0,24}?)(?:,)?(?:考核|评比|得分)?(?:结果)?${WHERE}(?<G>${PLACE})(?:的|者)?(?:单位|村|社区|学校|部门|班级)?,?{verb}{P}{pts}`,
    ],
    en: [],
  },
  build(b) {
    const effect = effectOf(b.text("V"));
    const own = b.text("Q");
    if (effect === null || effect === "earn" || !isNamed(own)) return null;
    if (/每|连续|累计|进步|退步|上升|下降|同比|较|比上/u.test(own)) return null;
    const { item } = b.context;
    const name = `${own === "" ? item : nameOf(own, item)}${b.text("S").replace(/^在/u, "")}${b.text("G")}`;
    b.about(name);
    return [rule(effect, points(b.number("P")), { when: holds(name, item) })];
  },
  examples: { zh: ["热线工单满意率在全区排名后三位的，扣2分", "考核排名第一的，加3分"], en: [] },
  counterExamples: ["连续两次排名末位的，扣5分", "名次每下降一位扣1分"],
};

const orderOfLast: Asked = {
  code: "last-order",
  scope: "clause",
  text: { zh: "后几名分别扣分，从哪一名数起？", en: "Points for each of the last places: from which are they listed?" },
  options: [
    { zh: "从名次较前的数起，最后一名扣得最多的排在最后", en: "from the better place down to the last" },
    { zh: "从最后一名数起", en: "from the last place up" },
  ],
};

/** Points for each of the first or last places of another ranking: 检查成绩排名前3名的，分别加3分、2分、1分. */
export const placeLevels: Pattern = {
  name: "place-levels",
  sign: /分别|依次/u,
  forms: {
    zh: [
      `(?<Q>[^\\n,;]{0,24}?)(?:,)?(?:考核|评比|得分)?(?:结果)?${WHERE}(?:排名|排位|名次|名列|位列|位居|列|居|排在?)?(?:为|在|居|位于)?第?(?<W>[前后末]){N}(?:名|位)(?:的|者)?(?:单位|村|社区|学校|部门|班级)?,?(?:分别|依次){verb}(?<G>\\d+(?:\\.\\d+)?分?(?:[、,/]\\d+(?:\\.\\d+)?分?)+)`,
    ],
    en: [],
  },
  build(b) {
    const effect = effectOf(b.text("V"));
    const own = b.text("Q");
    const { item } = b.context;
    if (effect === null || effect === "earn" || !isNamed(own) || item === "") return null;
    if (/每|连续|累计|进步|退步|上升|下降|同比|较|比上/u.test(own)) return null;
    const values = b
      .text("G")
      .split(/[、,/]/u)
      .map((value) => numberText(value.replaceAll("分", "")) ?? "");
    if (String(values.length) !== b.number("N") || values.includes("") || values.length > 10) return null;
    const isFirst = b.text("W") === "前";
    const fromBetter = isFirst || b.ask(orderOfLast) === 0;
    const levels = values.map((_, at) => {
      const place = PLACES[isFirst || !fromBetter ? at : values.length - 1 - at] ?? "";
      return `${isFirst ? "第" : "倒数第"}${place}`;
    });
    const name = `${own === "" ? item : nameOf(own, item)}${b.text("S").replace(/^在/u, "")}名次`;
    b.about(name);
    return [byPlace(effect, name, levels, values)];
  },
  examples: { zh: ["市容环境检查成绩排名前3名的，分别加3分、2分、1分"], en: [] },
  counterExamples: ["排名前3名的，分别加3分、2分", "连续排名前3名的，分别加3分、2分、1分"],
};

/** Points that fall by the same amount from place to place: 第一名得30分，第二名得28分，以后每降低一个名次减2分. */
export const placeSteps: Pattern = {
  name: "place-steps",
  sign: /名/u,
  forms: {
    zh: [
      "(?:{M}(?:位居|位列|名列|排名|居|列|排)?(?:全?(?:年级|校|区|县|市|镇|乡|科|段))?)??第[一1]名{de}(?:{verb}{P1}{pts}|{F})(?:,第[二2]名{de}{V2}?{P2}{pts})?(?:,第[三3]名{de}{V3}?{P3}{pts})?,(?:以后|其后|之后|以下|其余|其他|往后|依次)?(?:各?名次?)?(?:的)?,?(?:名次)?(?:每(?:降低?|下降|后退|退后|低|差|后移|落后)(?:一|1)?个?(?:名次|名|位)(?:的)?,?(?:减|扣|递减|少得|减少|扣减|少)|依次(?:递减|减少|减|降低)){P}{pts}(?:,依次类推|,以此类推)?",
    ],
    en: [],
  },
  build(b) {
    const { item, points: all } = b.context;
    const effect = b.text("V") === "" ? "earn" : effectOf(b.text("V"));
    if (item === "" || all === null || effect !== "earn") return null;
    const step = Number(b.number("P"));
    const listed = ["P1", "P2", "P3"].map((slot, at) =>
      slot === "P1" && b.text("F") !== "" ? all : b.text(slot) === "" ? null : (numberText(b.text(slot)) ?? String(at)),
    );
    if (listed[0] !== all || (listed[1] === null && listed[2] !== null)) return null;
    // What is listed falls by the step as well; otherwise the step begins elsewhere.
    if (listed.some((value, at) => value !== null && Math.abs(Number(all) - step * at - Number(value)) > 1e-9))
      return null;
    const own = b.text("M").replace(/(?:位居|位列|名列|排名|居|列|排|在)+$/u, "");
    const name = own === "" ? item : nameOf(own, item);
    return [
      rule("deduct", points(b.number("P")), {
        per: {
          field: countOf(`${name}名次`, "名"),
          step: null,
          side: "over",
          limit: { value: "1", unit: "" },
        },
      }),
    ];
  },
  examples: { zh: ["第一名得10分，第二名得9分，以后每降低一个名次减1分"], en: [] },
  counterExamples: ["第一名得10分，第二名得7分，以后每降低一个名次减1分"],
};

const SCORE = "(?:考核|综合|最终|评比)*(?:总分|得分|总得分|成绩|分数)";
const DENSE =
  "(?:(?:其后|后续|后面|之后|下一|下一个|后)的?(?:名次|排名)?)?(?:名次)?(?:不跳号|不跳空|不空号|不空名次|不空缺|不空出|不留空|不跳过|不间断|连续编排|连续计算|连续不断)";
const SHARE =
  "(?:其后|后续|后面|之后|下一|下一个|后)的?(?:名次|排名)?(?:空出|空缺|跳过|跳空|留空|相应(?:空出|跳过|后移))";

const tiesAsked: Asked = {
  code: "after-ties",
  scope: "document",
  text: { zh: "并列以后，后面的名次怎样排？", en: "What place follows a tie?" },
  options: [
    { zh: "空出（1、2、2、4）", en: "places stay empty (1, 2, 2, 4)" },
    { zh: "不空（1、2、2、3）", en: "the next place follows on (1, 2, 2, 3)" },
  ],
};

/** How places are given: 按总分排名; 得分相同的名次并列，后面的名次不跳号. */
export const ranking: Pattern = {
  name: "ranking",
  sign: /名|序|号/u,
  forms: {
    zh: [
      `(?:考核|评比)?(?:结果)?(?:按|以|根据|按照)(?:各[^\\n,;]{1,4})?${SCORE}(?:的?(?:从高到低|由高到低|高低))?(?:的?顺序)?(?:依次|进行)?(?:排名|排序|排定名次|确定名次|排列名次|排出名次)(?:,(?<W>.+))?`,
      "(?<W>.*(?:并列|相同|相等|同分).*)",
    ],
    en: [
      "(?:(?:the )?[a-z]+ (?:is|are|will be) )?(?:rank(?:ed|ing)?|placed) by (?:total )?(?:score|points)(?:[,;] (?<W>.+))?",
      "(?<W>(?:tied? .*|ties .*|equal scores .*))",
    ],
  },
  build(b) {
    const ties = b.text("W");
    if (ties === "") return [{ kind: "ranking", ties: null }];
    const zhTie = `(?:${SCORE}|名次|排名)?(?:相同|相等|同分|并列)(?:的|者|时|的单位)?,?(?:则|均)?(?:(?:名次|排名)?(?:并列|相同)(?:名次|排名)?|并列同一名次|同为一个名次|取同一名次)?`;
    const enTie =
      "(?:tied? (?:scores?|subjects|teams|entries)|ties|equal scores) share (?:a|the same|the higher) (?:place|rank)";
    const dense =
      b.context.lang === "zh"
        ? new RegExp(`^${zhTie},?${DENSE}$`, "u")
        : new RegExp(
            `^${enTie}[,;]?(?: and)? (?:the next (?:place|rank) follows on|no (?:place|rank) (?:stays|is left) empty|without gaps?)$`,
            "iu",
          );
    const share =
      b.context.lang === "zh"
        ? new RegExp(`^${zhTie},?${SHARE}$`, "u")
        : new RegExp(
            `^${enTie}[,;]?(?: and)? the (?:next|following) (?:places?|ranks?) (?:stays?|are left|is left|is skipped|are skipped)(?: empty)?$`,
            "iu",
          );
    const open = new RegExp(`^${b.context.lang === "zh" ? zhTie : enTie}$`, "iu");
    if (dense.test(ties)) return [{ kind: "ranking", ties: "dense" }];
    if (share.test(ties)) return [{ kind: "ranking", ties: "share" }];
    // Only a tie of places, not points that are equal by another rule.
    if (!open.test(ties) || !/名次|排名|place|rank/iu.test(ties)) return null;
    return [{ kind: "ranking", ties: b.ask(tiesAsked) === 0 ? "share" : "dense" }];
  },
  examples: {
    zh: ["按总分从高到低排名", "得分相同的名次并列，后面的名次不跳号", "总分相同的，名次并列，并列后名次空出"],
    en: ["Ranked by total score", "Ties share a place, and the next place follows on"],
  },
  counterExamples: ["总分相同的，按安全得分排名"],
};

const LAST = "(?:末位|最后(?:一[名位])?|末尾|垫底|倒数第一名?)";
const WHO =
  "(?:的|者)?(?:单位|社区|村|学校|科室|部门|班级|个人|人员|供应商|支行|网点|门店|民警|教师|员工|班组|项目部|企业|社区|窗口)?(?:的)?";

/** What follows from the last place of the ranking, once or over periods: 连续三个月排名末位的，科主任诫勉谈话. */
export const lastPlace: Pattern = {
  name: "last-place",
  sign: /[末后底]|倒数/u,
  forms: {
    zh: [
      `(?:对)?(?:考核|评比)?(?:结果|得分)?连续{N}个?(?<Y>季度|年度?|个?月|期|学期|次)(?:考核|评比)?(?:结果|得分|总分)?(?:排名|名次|排位|位列|位居|居|列)?(?:为|在|居)?${LAST}${WHO}(?:,{E}|(?<E2>(?:予以|给予|实行|进行|由|对)[^\\n,;()0-9扣加]{2,16}))`,
      `(?:年度|月度|季度)?(?:考核|评比)?(?:结果|得分|总分)?(?:排名|名次|排位|位列|位居)(?:为|在|居)?${LAST}${WHO},{E}`,
    ],
    en: [],
  },
  build(b) {
    // Within an item with points it is another ranking.
    const then = b.text("E") + b.text("E2");
    if (b.context.points !== null || /扣|加\d|得\d/u.test(then)) return null;
    const name = nameOf(then.replace(/^(?:由|对其?|给予|予以|实行|进行)/u, ""), "处理");
    return [{ kind: "last", name, periods: b.text("N") === "" ? null : b.number("N") }];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["连续两次排名末位的，扣5分"],
};

const RANKED =
  "(?:年度?|月度?|季度?|全年|当月|当季|当年|每[月季年]度?|综合)*(?:考核|评比|考评)?(?:结果|得分|总分|积分|成绩)?(?:排名|名次|获得?|位列|列)?(?:在|为)?";

/** Money for the first places: 排名前三名的，分别奖励5000元、3000元、2000元. */
export const placeAwards: Pattern = {
  name: "place-awards",
  sign: /元/u,
  forms: {
    zh: [
      `${RANKED}前{N}(?:名|位)${WHO},?(?:(?:分别|依次)?(?:授予|颁发|获)[^\\n,;0-9]{0,14}(?:奖|称号|奖牌|牌匾|证书),)?(?:奖金)?(?:分别|依次)(?:给予|奖励|奖|发放奖金|给予奖励|为)(?:人民币)?(?<G>\\d+(?:\\.\\d+)?万?元?(?:[、,]\\d+(?:\\.\\d+)?万?元?)+)(?:的?(?:奖励|奖金))?`,
      `${RANKED}(?<L9>第[一1]名?(?:[、,和]第?[二2]名?)(?:[、,和]第?[三3]名?)?)${WHO},?(?:分别|依次)(?:给予)?(?:奖励|奖|发放奖金|给予奖励)?(?:人民币)?(?<G>\\d+(?:\\.\\d+)?万?元?(?:[、,]\\d+(?:\\.\\d+)?万?元?)+)(?:的?(?:奖励|奖金))?`,
    ],
    en: [
      "the (?:top|first|best) {N}(?: [a-z]+)? (?:receives?|gets?|wins?|(?:is|are) (?:awarded|paid)) (?<G>[$£€]\\d+(?:\\.\\d+)?(?:(?:, ?|,? and )[$£€]\\d+(?:\\.\\d+)?)+)(?:,? respectively)?",
      "the {N} [a-z]+ (?:with|that have|who have) the (?:most points|highest (?:scores?|totals?)) (?:receives?|gets?|wins?|(?:is|are) (?:awarded|paid)) (?<G>[$£€]\\d+(?:\\.\\d+)?(?:(?:, ?|,? and )[$£€]\\d+(?:\\.\\d+)?)+)(?:,? respectively)?",
    ],
  },
  build(b) {
    if (b.context.points !== null) return null;
    if (b.context.lang === "en") return moneyForPlaces(b);
    const list = b.text("G").split(/[、,]/u);
    const unit = /(万?元)$/u.exec(list.at(-1) ?? "")?.[1];
    const count = b.text("L9") === "" ? b.number("N") : String(b.text("L9").split(/[、,和]/u).length);
    if (unit === undefined || String(list.length) !== count) return null;
    const amounts = list.map((text) => /^(\d+(?:\.\d+)?)(万?元)?$/u.exec(text));
    if (amounts.some((found) => found === null || (found[2] !== undefined && found[2] !== unit))) return null;
    return [{ kind: "place-awards", amounts: amounts.map((found) => found?.[1] ?? "0"), unit }];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["排名前三名的，分别奖励5000元、3000元"],
};

const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ["$", "USD"],
  ["£", "GBP"],
  ["€", "EUR"],
]);

/** `The top three teams receive $1000, $600 and $300`. */
function moneyForPlaces(b: Building): ReturnType<Pattern["build"]> {
  const text = b.slots["G"]?.text ?? "";
  // Who they are has to be said: the first places, or those with the most points.
  const amounts = [...text.matchAll(/([$£€])(\d+(?:\.\d+)?)/gu)];
  const signs = new Set(amounts.map(([, sign]) => sign));
  const unit = CURRENCIES.get(amounts[0]?.[1] ?? "");
  if (unit === undefined || signs.size !== 1 || String(amounts.length) !== b.number("N")) return null;
  return [{ kind: "place-awards", amounts: amounts.map(([, , amount]) => amount ?? "0"), unit }];
}

/** How many may have a grade: 优秀等次比例不超过15%. */
export const quota: Pattern = {
  name: "quota",
  sign: /%/u,
  forms: {
    zh: [
      "(?:其中,?)?(?<W>[^\\n,;:0-9%]{1,6}?)(?:等次|等级|级|档次|档)?(?:的)?(?:比例|名额|人数|占比|单位数|数量)?(?:原则上)?(?:不超过|不得超过|最多不超过|控制在)(?:参评|参加考核|考核|被考核)?(?:单位|对象|人员|社区|村|学校|部门|科室|班级|企业|供应商|[^\\n,;:0-9%扣加减得]{0,10}?(?=总))?(?:总人数|总数|人数)?(?:的)?{N}%(?<A>以内|之内)?",
    ],
    en: [
      "(?:no more than|not more than|at most|a maximum of|up to) {N}% of (?:the |all |a )?[a-z ]{2,30} (?:may|can|shall|should|will) (?:be )?(?:rated|graded|given|awarded|receive|ranked)(?: as| an?)? (?<W>[A-Za-z ]{1,24}?)(?: ratings?| grades?)?",
    ],
  },
  build(b) {
    if (b.context.points !== null) return null;
    const grade = b
      .text("W")
      .replace(/^(?:年度|评为|评定为|被评为|定为)/u, "")
      .replace(/^"|"$/gu, "");
    return [{ kind: "quota", grade: grade.replace(/^([A-Z甲乙丙丁])级$/u, "$1"), percent: b.number("N") }];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["差错率不超过15%"],
};

/** Who is in the first places: 按得分高低保留前3名. */
export const firstPlaces: Pattern = {
  name: "first-places",
  sign: /前/u,
  forms: {
    zh: [
      `(?:(?:按|以|根据|按照)?${SCORE}(?:从高到低|由高到低|高低)?(?:的?顺序)?(?:排名|排序)?,?)?(?:仅|只|择优)?(?:保留|选取|取|录取|选定|确定)(?:总分|得分|排名)?(?:的)?前{N}(?:名|位|家|个)(?:单位|投标人|供应商|学校|选手|作品)?(?:(?<W>入围|入选|晋级|获奖|参加复评|进入复评|进入下一轮|进入决赛))?`,
      `${SCORE}?(?:排名)?前{N}(?:名|位|家|个)(?:的|者)?(?:单位|投标人|供应商|学校|选手|作品)?(?<W>入围|入选|晋级|进入复评|进入下一轮|进入决赛)`,
    ],
    en: [
      "(?:only )?the (?:top|first|best) {N}(?: \\w+)? (?<W>advance|qualify|are kept|are retained|are shortlisted|go through)(?: to the (?:final|next round))?",
    ],
  },
  build(b) {
    const zh = b.context.lang === "zh";
    // Within an item it is about what is counted there.
    if (b.context.points !== null) return null;
    const name = zh ? b.text("W") : b.text("W").replace(/^are /u, "");
    return [{ kind: "top", name: name === "" ? "保留" : name, count: b.number("N") }];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["保留前3名"],
};
