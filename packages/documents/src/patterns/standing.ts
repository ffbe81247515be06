/** What is done with the total: what breaks ties, its decimals, and what each point below a figure costs. */
import type { Asked, Given, Pattern } from "../form/pattern.js";
import { numberOf, percentOf } from "../rule/rule.js";
import { isEvent, isMeasure } from "../words/event-words.js";
import { nameOf } from "./names.js";

const PERIOD = "(?:年度?|月度?|季度?|半年|学期|每[月季年]度?|当[月季年]|综合|最终|最后|考核|考评|评价|评比)*";
const TOTAL = `${PERIOD}(?:总得分|总分|得分|总成绩|成绩|分数|积分|分)`;

/** Several keys, or points of a part of the document. */
const OTHER_KEY = /[、和与及,]|依次|\b(?:and|scores?|marks?|ratings?|grades?)\b/iu;

/** What tells subjects of the same score apart: 得分相同的，结案数多者名次在前. */
export const tieBreak: Pattern = {
  name: "tie-break",
  sign: /同|等|并列/u,
  forms: {
    zh: [
      `${TOTAL}(?:相同|相等|并列)(?:的|时|者|的单位)?,?(?:则|以|按)*{M}(?<S>高|多|少|低)(?:者|的)?(?:优先|优先考虑|(?:排名|名次|排序|排列|排)?(?:在前|靠前|居前|列前)|列前|排前|为先|胜出)`,
      `${TOTAL}(?:相同|相等|并列)(?:的|时|者|的单位)?,?(?:则|再)?(?:按|以|根据|依据){M}(?<S>高低|多少|从高到低|由高到低|由多到少|从低到高|由低到高|由少到多)(?:的?顺序)?(?:依次)?(?:排序|排名|排列|排列名次|确定名次|排定名次|排出名次)`,
    ],
    en: [
      "(?:in (?:the )?(?:case|event) of |where there is |if there is )?(?:an? )?(?:ties?|equal scores?|draw)(?: occurs?)?,? (?:the )?[a-z]+ with (?:the )?(?<S>higher|lower|highest|lowest|more|fewer|most|fewest) {M} (?:ranks? (?:first|higher)|is ranked (?:first|higher)|wins|comes first|prevails|takes precedence|is preferred)",
    ],
  },
  build(b) {
    const { lang, item, points } = b.context;
    const name = b.text("M");
    if (points !== null || !isMeasure(name, lang) || OTHER_KEY.test(name)) return null;
    const isLowestFirst = /^(?:少|低|从低|由低|由少)|lower|lowest|fewer|fewest/iu.test(b.text("S"));
    const isShare = /率$|\b(?:rate|percentage)$/iu.test(name);
    const field = nameOf(name, item);
    return [{ kind: "tie-break", by: isShare ? percentOf(field) : numberOf(field, null), isLowestFirst }];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["得分相同的，并列", "得分相同的，依次比较业务、作风得分高者优先"],
};

/** Decimals of the total: 考核得分保留两位小数. */
export const rounding: Pattern = {
  name: "rounding",
  sign: /小数|整数/u,
  forms: {
    zh: [
      `${TOTAL}(?:计算)?(?:结果)?(?:均|一律|按)?(?:四舍五入)?,?(?:保留|精确)(?:至|到)?(?:小数点后)?(?:{N}位(?:小数)?|(?<W>整数))(?:,?(?:按)?四舍五入)?`,
      `${TOTAL}(?:计算)?(?:结果)?(?:均|一律)?(?:按)?(?<W>四舍五入)(?:的?(?:原则|办法|方法))?,?(?:取|计)(?:到|至|为)?(?:整数?|个位数?)`,
    ],
    en: [
      "(?:all |final |the )*(?:total |overall |final )?(?:scores?|points|totals|results|marks) (?:is|are|will be|shall be) rounded (?:off )?(?:to )?(?:{N} decimal places?|(?<W>the nearest (?:whole number|integer|point)|whole numbers?|a whole number))",
    ],
  },
  build(b) {
    const decimals = b.text("W") === "" ? b.number("N") : "0";
    return b.context.points !== null || Number(decimals) > 6 ? null : [{ kind: "rounding", decimals }];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["完成率保留两位小数"],
};

const WHOLE_STEPS: Given = {
  option: 1,
  because: { zh: "原文写明满整数才计", en: "the document says that only full points count" },
};

const partOfStep = (step: string): Asked => ({
  code: "part-of-step",
  scope: "clause",
  text: {
    zh: `不足 ${step} 分的怎样计算？`,
    en: `What of less than ${step} whole ${step === "1" ? "point" : "points"}?`,
  },
  options: [
    { zh: "按比例计算", en: "in proportion" },
    { zh: `满 ${step} 分才计`, en: "only whole steps count" },
  ],
});

/** What each point below a figure costs: 低于80分的，每低1分扣减服务费500元. */
export const scoreLoss: Pattern = {
  name: "score-loss",
  sign: /分.*每.*(?:元|%)/u,
  forms: {
    zh: [
      `${PERIOD}(?:总得分|总分|得分|总成绩|成绩|分数|积分)?(?:低于|不足|未达到?|达不到|不满|少于){N}分(?:以下)?(?:的|者|时)?(?:单位|部门|项目部|企业)?,?每(?:低|少|降低|差|下降|减少)(?<H>满)?(?:于[^\\n,0-9]{1,6})?{N2}?分(?:的)?,?(?:扣减|扣除|扣罚|扣款|扣|处罚款|罚款|处罚|罚|核减)(?<O>[^\\n,;0-9%扣分]{0,12}?)(?:的)?{N3}(?<U9>万元|元|%)(?:,?(?:最高|最多)(?:扣减|扣除|扣)?(?:不超过)?{N4}(?<U8>万元|元|%)(?:封顶)?)?`,
    ],
    en: [
      "(?:for )?(?:each|every) (?<H>full |whole )?point (?:below|under) {N},? {N3}(?<U9>%) of (?:the )?(?<O>[a-z ]{3,30}?) (?:is|will be|shall be) (?:withheld|deducted)(?:,? (?:up )?to a maximum of {N4}(?<U8>%))?",
    ],
  },
  build(b) {
    const { points, lang } = b.context;
    const unit = b.text("U9");
    if (points !== null || (b.text("U8") !== "" && b.text("U8") !== unit)) return null;
    if (b.text("O") !== "" && !isEvent(b.text("O"), lang)) return null;
    const step = b.text("N2") === "" ? "1" : b.number("N2");
    const of = b.text("O").replace(/^(?:其|当[月季年]|本[月季年]|该)+/u, "");
    const name = lang === "zh" ? `${of}扣减${unit === "%" ? "比例" : ""}` : `${nameOf(of, "fee")}_withheld`;
    return [
      {
        kind: "score-loss",
        name,
        limit: b.number("N"),
        step,
        each: b.number("N3"),
        most: b.text("N4") === "" ? null : b.number("N4"),
        unit,
        isWhole: b.ask(partOfStep(step), b.text("H") === "" ? null : WHOLE_STEPS) === 1,
      },
    ];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["低于80分的，每低1分扣2分"],
};
