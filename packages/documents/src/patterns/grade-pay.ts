/** What each grade is paid or weighs: 优秀的发放绩效奖金的120%，良好的发放100%; 各等级对应绩效系数为1.2、1.0、0.8. */
import type { Pattern, Slots } from "../form/pattern.js";
import { gapQuestion, givenBorder } from "./borders.js";
import { englishSign, signOf } from "./measures.js";
import { nameOf } from "./names.js";
import { isEvent } from "../words/event-words.js";
import { numberText, percentOfNumber } from "../words/numerals.js";

const GRADE =
  "(?:(?:考核|考评|结果|等次|等级|评为|评定为|被评为|年度|月度|季度)*(?:为)?(?<G>[^\\n,;:0-9%的]{1,5}?)(?:等次|等级|级|档)?(?:村|单位|社区|部门|人员)?)";

/** What is paid is named without a word of rules: `全额发放仅限正式职工` restricts it. */
const isPlainlyPaid = (row: Slots): boolean =>
  ["O", "F9", "Z9"].every((slot) => {
    const text = row[slot]?.text ?? "";
    // 绩效 alone is an assessment, and here what is paid for it.
    return text === "" || (/[\u4e00-\u9fff]/u.test(text) ? isEvent(`${text}工资`, "zh") : isEvent(text, "en"));
  });

/** A grade that needs no verb behind it: 二等村100%. */
const PLAIN_GRADE =
  /^(?:[一二三四五末]等|[一二三四五]级|[A-E甲乙丙丁]|优秀?|良好?|优良|中等?|一般|合格|基本合格|不合格|称职|基本称职|不称职|达标|不达标|较差|差)$/u;

/** One grade and its share or money a row. */
export const gradePay: Pattern = {
  name: "grade-pay",
  forms: { zh: [], en: [] },
  rows: {
    zh: [
      `${GRADE}(?:的|者)?,?(?:按|发放|计发|享受|兑现|奖励|发)(?<O>[^\\n,;0-9扣加减]{0,10}?)(?:的)?{N}(?<I>%)(?:发放|计发|兑现)?`,
      `${GRADE}(?:的|者)?,?(?:每[人村户]|各)?(?:奖励|发放|奖)(?<O>[^\\n,;0-9扣加减]{0,10}?){N}(?<U9>万元|元)`,
      `${GRADE}(?:的|者)?,?(?:不予发放|不发放|不享受|不予奖励|不奖励|不得奖励|不予兑现)(?<Z9>[^\\n,;0-9]{0,8}?)`,
      `${GRADE}(?:的|者)?,?全额(?:发放|兑现|计发)(?<F9>[^\\n,;0-9]{0,8}?)`,
      `${GRADE}(?:的|者)?,?(?<B9>)(?:为)?{N}(?<I>%)`,
      `${GRADE}(?:的|者|支行|网点|人员|员工)*,?(?<K8>(?:绩效|考核|发放|奖金|分配|工资)*系数)(?:为|是|:)?{N}`,
      `${GRADE}(?:的|者|支行|网点|人员|员工)*,?(?<D9>)(?:为|是|:){N}`,
    ],
    en: [],
  },
  build(b) {
    if (b.context.points !== null || b.rows[0]?.["B9"] !== undefined || !b.rows.every(isPlainlyPaid)) return null;
    if (b.rows.some((row) => row["B9"] !== undefined && !PLAIN_GRADE.test(row["G"]?.text ?? ""))) return null;
    const factor = b.rows[0]?.["K8"]?.text ?? "";
    const isFactor = factor !== "";
    // A plain number is what the first row says it is.
    if (b.rows.some((row) => (row["K8"] !== undefined || row["D9"] !== undefined) !== isFactor)) return null;
    const money = b.rows.map((row) => row["U9"]?.text ?? "").filter((unit) => unit !== "");
    const isShare = b.rows.some((row) => row["I"] !== undefined || row["F9"] !== undefined);
    if (new Set(money).size > 1 || (isShare && money.length > 0) || (!isFactor && !isShare && money.length === 0))
      return null;
    const [unit = isFactor ? "" : "%"] = money;
    const rows = b.rows.map((row) => ({
      grade: (row["G"]?.text ?? "").replace(/^([A-Z甲乙丙丁])级$/u, "$1"),
      value: row["Z9"] !== undefined ? "0" : row["F9"] !== undefined ? "100" : (numberText(row["N"]?.text ?? "") ?? ""),
    }));
    if (
      rows.some(({ grade, value }) => grade === "" || value === "") ||
      new Set(rows.map(({ grade }) => grade)).size !== rows.length
    )
      return null;
    const of = b.rows.map((row) => row["O"]?.text ?? row["F9"]?.text ?? "").find((text) => text !== "") ?? "";
    const name = isFactor ? factor : of === "" ? (isShare ? "发放比例" : "奖励") : isShare ? `${of}发放比例` : of;
    return [{ kind: "by-grade", name, rows, unit }];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["优秀的发放100%，良好的发放1000元"],
};

/** Money for one grade: 对优秀单位奖励5万元. */
export const gradeAward: Pattern = {
  name: "grade-award",
  sign: /元/u,
  forms: {
    zh: [
      "(?:对)?(?:考核|考评|年度|综合|结果|被?评为|评定为|获得?|为)*{X}(?:等次|等级|级)?(?:的)?(?:单位|村|社区|部门|学校|科室|班级|个人|企业|支行|村组)?(?:的)?,?(?:分别|各|每[个家村])?(?:给予)?(?:一次性)?(?:奖励|发放奖金)(?:人民币)?{N}(?<U9>万元|元)",
    ],
    en: [],
  },
  build(b) {
    const grade = b
      .text("X")
      .replace(/^"|"$/gu, "")
      .replace(/^([A-Z甲乙丙丁])级$/u, "$1");
    if (b.context.points !== null || !PLAIN_GRADE.test(grade)) return null;
    const rows = [{ grade, value: b.number("N") }];
    return [{ kind: "by-grade", name: `${grade}奖励`, rows, unit: b.text("U9") }];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["对优秀单位奖励5万元"],
};

/** A list of values for the grades that the sentence before defines, best first. */
export const gradeValues: Pattern = {
  name: "grade-values",
  sign: /系数|比例/u,
  forms: {
    zh: [
      "(?:各|[二三四五六]个)(?:等级|等次|档次)(?:分别)?(?:对应)?(?:的)?(?<O>[^\\n,;0-9]{0,8}?(?:系数|比例))(?:分别|依次)?为(?<G>\\d+(?:\\.\\d+)?%?(?:[、,/]\\d+(?:\\.\\d+)?%?)+)",
    ],
    en: [],
  },
  build(b) {
    const before = b.context.previous.at(-1);
    if (b.context.points !== null || before?.kind !== "grades") return null;
    const list = b.text("G").split(/[、,/]/u);
    const isShare = list.every((text) => text.endsWith("%"));
    if (!isShare && list.some((text) => text.endsWith("%"))) return null;
    if (list.length !== before.rows.length) return null;
    const rows = before.rows.map(({ amount }, at) => ({
      grade: amount.kind === "points" ? amount.value : "",
      value: numberText((list[at] ?? "").replace("%", "")) ?? "",
    }));
    return [{ kind: "by-grade", name: b.text("O"), rows, unit: isShare ? "%" : "" }];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["各等级对应绩效系数为1.2、1.0"],
};

const BAND =
  "(?:(?:年度|月度|季度|学期|[月季]|考核|综合)*(?:总分|得分|总得分|考核得分|成绩|积分)?(?:在|达到?)?)?(?:{N1}分?(?<Q1>\\((?:不?含)\\))?(?:-|~|至|到|(?:及)?以上(?:至|且|、|但)?(?:不足|不满|未满|低于)){N2}分?(?<Q2>\\((?:不?含)\\))?(?:之间)?|(?<C>低于|不足|不满|未满|不到|高于|超过|不低于|≥|≤|<|>)?{N}分(?<A>(?:\\(含\\))?(?:及|和)?以[上下](?:\\(不?含[^()]*\\))?)?)(?:的|者)?(?:单位|部门|科室|项目部|个人|人员|村|社区)?(?:的)?,?";

const BAND_EN =
  "(?:(?:an? )?(?:total |overall )?scores? (?:of |is |are )?)?(?:{N1} ?(?:-|–|to) ?{N2}|(?:(?<C>below|under|less than) )?{N}(?:{pts})?(?<A> (?:or|and) (?:above|more|higher|over))?)(?:{pts})?";

/** An amount in the unit of all: 1 万元 beside 3000 元 is 10000. Empty for what is no number. */
function amountIn(text: string, own: string, unit: string): string {
  const value = numberText(text) ?? "";
  return value !== "" && own === "万元" && unit === "元" ? percentOfNumber("1000000", value) : value;
}

/** What a band of the score is paid: 95分以上的奖励5000元，85-95分的不奖不罚，70分以下的罚款3000元. */
export const scorePay: Pattern = {
  name: "score-pay",
  forms: { zh: [], en: [] },
  rows: {
    zh: [
      `${BAND}(?:按|发放|计发|享受|兑现|奖励|发)(?<O>[^\\n,;0-9扣加减罚]{0,10}?)(?:的)?{N5}(?<I>%)(?:发放|计发|兑现)?`,
      `${BAND}(?:扣减|扣除|扣罚|扣)(?<O>[^\\n,;0-9扣加减]{0,12}?)(?:的)?{N6}(?<I>%)`,
      `${BAND}(?<V9>奖励|发放|奖|罚款|处罚|处以罚款|扣款|扣罚|罚)(?<O>[^\\n,;0-9扣加减]{0,10}?){N5}(?<U9>万元|元)(?:并[^\\n,;0-9扣加减]{2,10})?`,
      `${BAND}(?:为)?(?<K8>(?:绩效|考核|发放|奖金|分配)*系数)(?:为)?{N5}`,
      `${BAND}(?:不奖不罚|不奖励也?不处罚|不予发放|不发放|不奖励|不予奖励)(?<Z9>[^\\n,;0-9]{0,8}?)`,
      `${BAND}全额(?:发放|兑现|计发|支付)(?<F9>[^\\n,;0-9]{0,8}?)`,
      `${BAND}(?:发放|兑现|计发|支付|享受)全额(?<F9>[^\\n,;0-9]{0,8}?)`,
    ],
    en: [
      `${BAND_EN},? ?(?:(?:earns?|receives?|gets?|is paid|pays) )?(?:the )?(?:full|whole) (?<F9>fee|payment|price|bonus|amount)`,
      `${BAND_EN},? ?(?:(?:earns?|receives?|gets?|is paid|pays) )?{N5}(?<I>%) of (?:the )?(?<O>(?:[a-z]+ ){0,2}(?:fee|payment|price|bonus|amount|salary|pay|charge)s?)`,
    ],
  },
  build(b) {
    if (b.context.points !== null) return null;
    const text = (row: (typeof b.rows)[number], name: string) => row[name]?.text ?? "";
    if (!b.rows.every(isPlainlyPaid)) return null;
    const money = new Set(b.rows.map((row) => text(row, "U9")).filter((unit) => unit !== ""));
    const isShare = b.rows.some((row) => row["I"] !== undefined || row["F9"] !== undefined);
    const isFactor = b.rows.every((row) => row["K8"] !== undefined);
    if (!isFactor && (isShare === money.size > 0 || b.rows.some((row) => row["K8"] !== undefined))) return null;
    const unit = isFactor ? "" : isShare ? "%" : money.size > 1 ? "元" : ([...money][0] ?? "元");
    const bands = b.rows.map((row) => {
      const [one, other] = [numberText(text(row, "N1")), numberText(text(row, "N2"))];
      const turned = one !== null && other !== null && Number(one) > Number(other);
      const [low, high] = turned ? [other, one] : [one, other];
      const [lowWord, highWord] = turned ? [text(row, "Q2"), text(row, "Q1")] : [text(row, "Q1"), text(row, "Q2")];
      const limit = numberText(text(row, "N"));
      const isEnglish = b.context.lang === "en";
      const sign =
        limit === null
          ? null
          : isEnglish
            ? englishSign(text(row, "C"), text(row, "A"))
            : signOf(text(row, "C"), text(row, "A"));
      const amount =
        row["Z9"] !== undefined
          ? "0"
          : row["F9"] !== undefined
            ? "100"
            : row["N6"] !== undefined
              ? String(100 - Number(numberText(text(row, "N6")) ?? "NaN"))
              : amountIn(text(row, "N5"), text(row, "U9"), unit);
      const isLoss = /罚|扣/u.test(text(row, "V9"));
      return {
        from: low ?? (sign === ">=" || sign === ">" ? limit : null),
        to: high ?? (sign === "<" || sign === "<=" ? limit : null),
        sign,
        // A range without a word takes its lower end where all others do.
        isClear: low === null ? sign !== null && sign !== ">" : !/不含/u.test(lowWord) && !highWord.startsWith("(含"),
        value: isLoss && amount !== "0" ? `-${amount}` : amount,
      };
    });
    const sorted = bands.toSorted((x, y) => Number(y.from ?? "-1") - Number(x.from ?? "-1"));
    const [first] = sorted;
    const last = sorted.at(-1);
    if (
      first?.from == null ||
      first.to !== null ||
      last === undefined ||
      last.from !== null ||
      sorted.some(
        ({ isClear, value, from }, at) => !isClear || value === "" || (from === null && at < sorted.length - 1),
      )
    )
      return null;
    // Each band ends where the next begins, or right below it.
    const gaps = sorted.slice(1).map(({ to }, at) => Number(sorted[at]?.from ?? "0") - Number(to ?? "0"));
    if (gaps.some((gap) => gap !== 0 && gap !== 1)) return null;
    if (gaps.includes(1))
      b.ask(
        gapQuestion,
        givenBorder(sorted.map(({ from, to, sign }) => ({ from, to, sign, includes: sign === null ? null : "word" }))),
      );
    const of = b.rows.map((row) => text(row, "O")).find((each) => each !== "") ?? "";
    const name = isFactor
      ? text(b.rows[0] ?? {}, "K8")
      : of === ""
        ? isShare
          ? "发放比例"
          : "奖惩金额"
        : b.context.lang === "en"
          ? `${nameOf(of, "fee")}_share`
          : isShare
            ? `${of}发放比例`
            : of;
    return [
      {
        kind: "by-score",
        name,
        rows: sorted.slice(0, -1).map(({ from, value }) => ({ from: from ?? "0", value })),
        rest: last.value,
        unit,
      },
    ];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["95分以上的奖励5000元，80分以下的罚款3000元"],
};
