/** Grades by the score: 90分以上为优秀，80（含）-90分为良好，80分以下为一般. */
import type { Asked, Building, Given, Pattern, Slots } from "../form/pattern.js";
import type { Row, RulePart, Sign } from "../rule/rule.js";
import { numberText } from "../words/numerals.js";
import { borderQuestion, givenBorder } from "./borders.js";
import { englishSign, quantity, signOf } from "./measures.js";

/** `A级` is the grade A. */
export const plainGrade = (text: string): string =>
  text.replaceAll('"', "").replace(/^([A-Z甲乙丙丁一二三四])级$/u, "$1");

const GRADE = "(?<G>[^\\n,;:0-9≥≤<>]{1,8}?)";
const AS = "(?:(?:的)?(?:,?(?:可以?|应|则|均)?(?:确定|评定|评|定|列|认定|记)?为|评|即|:|=)?)";
/** Besides the score, a place among all: 90分以上且排名前20%的. */
const AMONG =
  "(?:(?:的|者)?[,、]?(?:并且|且|并|同时)?(?:考核|综合|总分|得分)?(?:排名|名次|排位|位次|位列|位居|居|列|排)?(?:在|为|居|于)?(?<S5>全[^前,0-9]{1,4})?前{N5}%)?";
const PERIOD = "(?:年度|考核|综合|最终|月度|季度|半年|学期|学年|当月|当季|个人|本人|单位|基础)*";
const MEAN =
  "(?<M8>(?:全年|年度|学年|学期|季度|月度|各月|各季度)?(?:[日周月季年]均|平均)(?:得分|积分|成绩|分数|分|(?=\\d)))";
const SCORE = `(?:${MEAN}|${PERIOD}(?:总分|得分|总得分|成绩|分数|考核得分|综合得分|积分|总积分|考核分|测评分))?(?:在)?`;
/** A note on whether an end is in: （含）, （不含90分）. */
const noted = (slot: string): string => `(?<${slot}>\\(不?含[^()]*\\))?`;
const RANGE = `{N1}分?${noted("Q1")}(?:-|~|至|到){N2}分?${noted("Q2")}`;

/** Asked where the lowest grade begins at a figure, and none is named for what is below. */
const belowGrades = (from: string): Asked => ({
  code: "below-grades",
  scope: "clause",
  text: { zh: `${from} 分以下没有写等次，怎样定？`, en: `No grade is named below ${from}. What follows there?` },
  options: [
    { zh: "不定等次", en: "no grade" },
    { zh: "与最低一等相同", en: "as the lowest grade" },
  ],
});

/** Asked where two grades are far apart. */
const betweenGrades = (to: string, from: string): Asked => ({
  code: "between-grades",
  scope: "clause",
  text: {
    zh: `${to} 分至 ${from} 分之间没有写等次，怎样定？`,
    en: `No grade is named between ${to} and ${from}. What follows there?`,
  },
  options: [
    { zh: "其间不定等次", en: "no grade" },
    { zh: "另有等次，这一条另写", en: "another grade; the clause is written by hand" },
  ],
});

/** Asked where the highest grade ends below 100, and none is named for what is above. */
const aboveGrades = (to: string): Asked => ({
  code: "above-grades",
  scope: "clause",
  text: { zh: `${to} 分以上没有写等次，怎样定？`, en: `No grade is named above ${to}. What follows there?` },
  options: [
    { zh: "没有更高的分，或与最高一等相同", en: "there is no higher score, or it has the highest grade" },
    { zh: "另有等次，这一条另写", en: "another grade; the clause is written by hand" },
  ],
});

const ofMean: Asked = {
  code: "mean-score",
  scope: "document",
  text: {
    zh: "等次按平均分评定，本考核的总分是不是这个平均分？",
    en: "Grades are by a mean. Is it the score of this rubric?",
  },
  options: [
    { zh: "是", en: "yes" },
    { zh: "不是，另按各期总分平均，这一条另写", en: "no, the mean of several periods; the clause is written by hand" },
  ],
};

const gradeGap: Asked = {
  code: "gap",
  scope: "document",
  text: {
    zh: "相邻两档之间有空档（如 84 分至 85 分），落在空档的归哪一档？",
    en: "There are gaps between neighbouring grades (as 84 to 85). Which takes them?",
  },
  options: [
    { zh: "归下一档：下一档到上一档的下限为止", en: "the lower one, up to where the higher begins" },
    { zh: "归上一档：上一档从下一档的上限起", en: "the higher one, from where the lower ends" },
  ],
};

/** Whether an end is in a grade: the document says that it is, that it is not, or has a word alone (以上); null where it says nothing. */
type End = "in" | "out" | "word" | null;

interface Graded {
  readonly grade: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly low: End;
  readonly high: End;
  /** The comparison of a grade that is not a range. */
  readonly sign: Sign | null;
}

/** What notes say of an end: its own note, and those that name its figure. */
function notedEnd(own: string, all: string, value: string): End {
  const said = [...all.matchAll(/(不?)含(?:本数)?(\d+(?:\.\d+)?)/gu)].filter(([, , figure]) => figure === value);
  const plain = /(不?)含(?!(?:本数)?\d)/u.exec(own);
  const words = [...said.map(([, not]) => not), ...(plain === null ? [] : [plain[1]])];
  if (words.length === 0) return null;
  return words.includes("不") ? "out" : "in";
}

/** One row of grades; null for what is none. */
function gradedOf(row: Slots, isEnglish: boolean): Graded | null {
  const text = (name: string) => row[name]?.text ?? "";
  const grade = plainGrade(text("G").replace(/^(?:为|评为|定为|等次|等级)+|(?:等次|等级|档次)$/gu, ""));
  const [one, other] = [numberText(text("N1")), numberText(text("N2"))];
  if (one !== null && other !== null && text("W8") !== "")
    return Number(one) < Number(other) ? { grade, from: one, to: other, low: "in", high: "out", sign: null } : null;
  if (one !== null && other !== null) {
    const notes = `${text("Q1")}${text("Q2")}`;
    const ends = [
      { value: one, end: notedEnd(text("Q1"), notes, one) },
      { value: other, end: notedEnd(text("Q2"), notes, other) },
    ].toSorted((a, b) => Number(a.value) - Number(b.value));
    const [low, high] = ends;
    return low === undefined || high === undefined
      ? null
      : { grade, from: low.value, to: high.value, low: low.end, high: high.end, sign: null };
  }
  const value = numberText(text("N"));
  if (value === null) return null;
  const behind = text("A");
  const sign = isEnglish ? englishSign(text("C"), behind) : signOf(text("C"), behind);
  if (sign === null || sign === "=") return null;
  const notes = `${text("Q1")}${behind}${text("Q2")}`;
  const end = notedEnd(notes, notes, value);
  const isUp = sign === ">" || sign === ">=";
  const said: End = isEnglish || text("C") !== "" ? (sign === ">=" || sign === "<=" ? "in" : "out") : null;
  // 高于90分（含） says both.
  if (said !== null && end !== null && said !== end && !isEnglish && !(said === "out" && end === "in")) return null;
  return isUp
    ? { grade, from: value, to: null, low: end ?? said ?? "word", high: null, sign }
    : { grade, from: null, to: value, low: null, high: end ?? said, sign };
}

/** Who takes a border that two grades share, by what both say of it: the upper one or the lower one, `unsaid` where neither says it, or a contradiction. */
function borderOf(upper: End, lower: End): "upper" | "lower" | "unsaid" | "contradiction" {
  if (upper === "out") return lower === "out" ? "contradiction" : "lower";
  if (lower === "in") return upper === null ? "lower" : "contradiction";
  return upper === null && lower === null ? "unsaid" : "upper";
}

/** What the highest grade says of the borders of the others. */
const givenByHighest = (first: Graded): Given | null =>
  first.low === "in" || first.low === "word"
    ? {
        option: 0,
        because: {
          zh: `最高一档从 ${first.from ?? ""} 起，其余各档也各从其下限起`,
          en: `the highest grade begins at ${first.from ?? ""}, and each other one at its lower figure`,
        },
      }
    : null;

/** The rows of grades, best first; asks what lies between, above and below them. Null where they contradict one another. */
function gradeRows(b: Building, sorted: readonly Graded[]): readonly Row[] | null {
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return null;
  // What lies far between two grades has none, or one that is named elsewhere.
  const far = sorted
    .slice(0, -1)
    .map(({ from }, at) => Math.abs(Number(from) - Number(sorted[at + 1]?.to ?? from)) > 1);
  const isApart = far.at(-1) === true && last.from === null;
  if (far.slice(0, isApart ? -1 : far.length).includes(true)) return null;
  if (isApart && b.ask(betweenGrades(last.to ?? "", sorted.at(-2)?.from ?? "")) === 1) return null;
  const borders = sorted.slice(0, -1).map((upper, at) => {
    const lower = sorted[at + 1];
    if (far[at] === true) return "apart" as const;
    return lower?.to != null && lower.to !== upper.from ? ("gap" as const) : borderOf(upper.low, lower?.high ?? null);
  });
  if (borders.includes("contradiction")) return null;
  if (first.to !== null && Number(first.to) < 100 && b.ask(aboveGrades(first.to)) === 1) return null;
  const gaps = sorted.map(({ from, to, sign, low }) => ({
    from,
    to,
    sign,
    includes:
      sign === null ? null : low === "word" || (low === null && sign === "<=") ? ("word" as const) : ("said" as const),
  }));
  const gapToLower = !borders.includes("gap") || b.ask(gradeGap, givenBorder(gaps)) === 0;
  const unsaidToUpper = !borders.includes("unsaid") || b.ask(borderQuestion, givenByHighest(first)) === 0;
  const isOpenBelow = last.from !== null && Number(last.from) > 0;
  const takesRest = !isOpenBelow || b.ask(belowGrades(last.from ?? "")) === 1;
  return sorted.map(({ grade, from, low, to, high }, at): Row => {
    const amount = { kind: "points", value: grade } as const;
    if (at === sorted.length - 1 && isApart)
      return { test: { kind: "compare", sign: high === "in" ? "<=" : "<", value: quantity(to ?? "0", "") }, amount };
    if (at === sorted.length - 1 && takesRest) return { test: { kind: "else" }, amount };
    const border = borders[at];
    const below = sorted[at + 1]?.to;
    if (border === "gap" && !gapToLower && below != null)
      return { test: { kind: "compare", sign: ">", value: quantity(below, "") }, amount };
    const isOut = low === "out" || border === "lower" || (border === "unsaid" && !unsaidToUpper);
    return { test: { kind: "compare", sign: isOut ? ">" : ">=", value: quantity(from ?? "0", "") }, amount };
  });
}

const placeShare: Asked = {
  code: "place-share",
  scope: "document",
  text: {
    zh: "“排名前百分之几”不是整数个时怎样取？",
    en: "A share of the places may be no whole number of them. How is it rounded?",
  },
  options: [
    { zh: "舍去小数", en: "down" },
    { zh: "有小数的进一", en: "up" },
  ],
};

/** Grades by the score; gaps and borders are asked, unless the document says itself where each grade begins. */
export const grades: Pattern = {
  name: "grades",
  forms: { zh: [], en: [] },
  rows: {
    zh: [
      `${SCORE}{C}?{N}分?${noted("Q1")}(?<A>{up}|{down})?${noted("Q2")}${AMONG}(?:的|者)?(?:单位|部门|班级|人员|村|社区)?${AS}${GRADE}`,
      `${SCORE}${RANGE}(?:之间)?(?:的|者)?(?:单位|部门)?${AS}${GRADE}`,
      `${SCORE}{N1}分?(?:\\(含\\)|(?:及|含)?以上)(?:\\(含\\))?(?:至|到|、|-|且|但)?(?<W8>不足|不满|不到|未满|未达到?|低于|小于){N2}分(?:的|者)?(?:单位|部门)?${AS}${GRADE}`,
      `${GRADE}(?:等次|等级|级)?(?::|为|\\(|=)(?:总分|得分|考核得分)?{C}?{N}分${noted("Q1")}(?<A>{up}|{down})${noted("Q2")}\\)?`,
      `${GRADE}(?:等次|等级|级)?(?::|为|\\(|=)(?:总分|得分|考核得分)?${RANGE.replace("{N2}分?", "{N2}分")}\\)?`,
    ],
    en: [
      "(?:score )?(?:≥|>=|at least )?{N1} ?(?:-|–|to) ?{N2}(?:{pts})?(?: is|:| =| earns)? (?:an? )?(?<G>[A-Za-z ]{1,24}?)",
      "{N}(?:{pts}|%)?(?<A> (?:and|or) (?:above|over|higher|more|up|below|under|lower|less))(?: is| earns|:| =) ?(?:an? )?(?<G>[A-Za-z][A-Za-z ]{0,24}?)",
      "(?<C>below|under|less than|at least|over|above) {N}(?:{pts}|%)?(?: is|:| =)? (?:an? )?(?<G>[A-Z][A-Za-z ]{0,20}?)",
      "(?<G>[A-Z][A-Za-z]{2,20}) {N1} ?(?:-|–|to) ?{N2}(?:{pts}|%)?",
      "(?<G>[A-Z][A-Za-z]{2,20}) (?<C>below|under|less than|at least|over|above) {N}(?:{pts}|%)?",
      "(?<G>[A-Z][A-Za-z]{2,20}) {N}(?:{pts}|%)?(?<A> (?:and|or) (?:above|over|higher|more|up|below|under|lower|less))",
      "(?<G>[A-Z][A-Za-z ]{0,20}?[+-]?)(?::| -| =) ?{N1} ?(?:-|–|to) ?{N2}(?:{pts}|%)?",
      "(?<G>[A-Z][A-Za-z ]{0,20}?[+-]?)(?::| -| =) ?(?<C>below|under|less than|at least|over|above)? ?{N}(?:{pts}|%)?(?<A> (?:and|or) (?:above|over|higher|more|up)| (?:and|or) (?:below|under|lower|less))?",
    ],
  },
  build(b) {
    // Within an item they are levels of it.
    const isEnglish = b.context.lang === "en";
    if (isEnglish && b.context.points !== null) return null;
    const read = b.rows.map((row) => gradedOf(row, isEnglish));
    const list = read.filter((row) => row !== null);
    if (
      list.length !== read.length ||
      list.some(({ grade }) => grade === "" || /[扣加得减奖罚分次档]/u.test(grade)) ||
      new Set(list.map(({ grade }) => grade)).size !== list.length
    )
      return null;
    const sorted = list.toSorted((a, c) => Number(c.from ?? "-1") - Number(a.from ?? "-1"));
    if (sorted.slice(0, -1).some(({ from }) => from === null)) return null;
    if (b.rows.some((row) => row["M8"] !== undefined) && b.ask(ofMean) === 1) return null;
    const rows = gradeRows(b, sorted);
    if (rows === null) return null;
    const quotas = b.rows.flatMap((row, at): RulePart[] => {
      const grade = read[at]?.grade;
      return row["N5"] === undefined || grade === undefined
        ? []
        : [{ kind: "quota", grade, percent: numberText(row["N5"].text) ?? "0" }];
    });
    if (quotas.length === 0) return [{ kind: "grades", rows }];
    const up = b.ask(placeShare) === 1;
    return [
      { kind: "grades", rows },
      ...quotas.map((quota) => (up && quota.kind === "quota" ? { ...quota, roundsUp: true as const } : quota)),
    ];
  },
  examples: { zh: ["90分以上为优秀，75分以上为良好，75分以下为一般", "总分≥85为A级，70-84为B级，<70为C级"], en: [] },
  counterExamples: ["90分以上加2分，80分以下扣2分", "80分以上为合格，80分（含）以下为不合格"],
};
