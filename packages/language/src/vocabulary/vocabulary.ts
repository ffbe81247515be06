/**
 * The keywords of the language: for each grammatical role its spellings in every vocabulary, the first of which a formatter writes.
 * The grammar knows only roles; a third vocabulary is one more column here. A spelling may serve several roles
 * (`within` bounds a weight and names a group); a phrase of several words is one keyword.
 * The row of a word holds everything about it: its use, whether a digit may follow it, which measure it begins, its meaning.
 */
import type { RoundingMode } from "@yardstick/exact";
import type { Bilingual } from "./bilingual.js";

/** A suffix of a scoring line; grammar, tree, program, the check of its operand and the designer's menu follow from it. */
export type SuffixWord = {
  readonly kind: string;
  /** What it is, as in "remove the cap". */
  readonly name: Bilingual;
  /** How a menu offers it. */
  readonly offer: Bilingual;
} & (
  | {
      /** `points`: a number of points. `group`: what rows are grouped by. `condition`: a yes or no. */
      readonly takes: "points" | "group" | "condition";
      /** Whether `per F` may follow the operand: then it acts on each group of rows. */
      readonly grouped?: true;
      /** What it does to the line's effect, as explanations name it. */
      readonly role: string;
    }
  | { readonly takes: "text" }
);

/** From 0 to which side the sum of an item beside the points of its parent may reach, up to a limit. */
export type Reach = "above" | "below";

/** A kind of item that counts beside the points of its parent; grammar, tree, program, range and all views follow from it. */
export interface ItemWord {
  readonly form: string;
  readonly reaches: Reach;
  /** What it is, beside the name of one. */
  readonly name: Bilingual;
}

/** A keyword in both vocabularies, with its part in the grammar and its description. */
export interface Role {
  readonly en: readonly string[];
  readonly zh: readonly string[];
  readonly group: "head" | "data" | "tree" | "line" | "result" | "expression";
  /** Cannot be a bare name at the position of a value or a reference: the grammar would need to look further ahead. */
  readonly hard?: true;
  /** A number can follow, so a digit may directly follow the Chinese word: `扣0.1分`, `前3名`. Others stay part of a name: `条目1`. */
  readonly digits?: true;
  /** Begins a measure with a limit, of this kind: `per X under L`. */
  readonly measure?: string;
  /** The role that may close that measure in one vocabulary: `以 L 为基`. */
  readonly closedBy?: string;
  /** Begins a suffix, after the amount of a line: `up to P`. */
  readonly suffix?: SuffixWord;
  /** Begins a kind of item: `bonus NAME up to P`. */
  readonly item?: ItemWord;
  /** What a line with this verb does. */
  readonly effect?: string;
  /** The mode of rounding that it names. */
  readonly rounding?: RoundingMode;
  /** What it is for, in half a line: said beside completions and in hovers. */
  readonly says: Bilingual;
}

/** All keywords by role. */
// prettier-ignore
export const vocabulary = {
  Rubric: { en: ["rubric"], zh: ["考核"], group: "head",
    says: { zh: "考核的名称", en: "names the rubric" } },
  Edition: { en: ["edition"], zh: ["版本"], group: "head",
    says: { zh: "版本和施行日期", en: "its edition and when it is in force" } },
  Effective: { en: ["effective"], zh: ["施行"], group: "head", digits: true,
    says: { zh: "施行的起止日期", en: "from when to when it is in force" } },
  Total: { en: ["total"], zh: ["满分"], group: "head", digits: true,
    says: { zh: "总分的满分", en: "the full score" } },
  Score: { en: ["score"], zh: ["总分"], group: "head",
    says: { zh: "总分", en: "the total score" } },
  Items: { en: ["items"], zh: ["条目"], group: "head",
    says: { zh: "条目得分的位数", en: "how item scores are rounded" } },
  RoundsTo: { en: ["rounds to", "round to"], zh: ["保留"], group: "head", digits: true,
    says: { zh: "四舍五入到几位小数", en: "rounds half up to some decimals" } },
  RoundsToStep: { en: ["rounds to multiples of", "round to multiples of"], zh: ["取整到"], group: "head", digits: true,
    says: { zh: "取为这个数的整数倍，如 0.5 分", en: "rounds to whole multiples of a step, such as 0.5 points" } },
  Decimals: { en: ["decimals", "decimal"], zh: ["位小数"], group: "head",
    says: { zh: "小数的位数", en: "how many decimals" } },
  Use: { en: ["use"], zh: ["引用"], group: "head",
    says: { zh: "引用另一份考核的结果", en: "takes results of another rubric" } },
  As: { en: ["as"], zh: ["作"], group: "head",
    says: { zh: "在这里叫什么", en: "what it is called here" } },
  By: { en: ["by"], zh: ["按"], group: "expression", hard: true,
    says: { zh: "按哪一项查表或对应", en: "by which value a table is read" } },
  AllPeriods: { en: ["all periods"], zh: ["各期"], group: "head",
    says: { zh: "各期的结果都要", en: "the results of all periods" } },

  Data: { en: ["data"], zh: ["数据"], group: "data",
    says: { zh: "考核对象和要填的数据", en: "the subjects and what is filled in for each" } },
  TextType: { en: ["text"], zh: ["文本"], group: "data",
    says: { zh: "文字", en: "any text" } },
  NumberType: { en: ["number"], zh: ["数值"], group: "data",
    says: { zh: "可带小数的数", en: "a number, decimals allowed" } },
  CountType: { en: ["count"], zh: ["计数"], group: "data",
    says: { zh: "整数，从 0 起", en: "a whole number from 0" } },
  PercentType: { en: ["percent"], zh: ["百分数"], group: "data",
    says: { zh: "百分数", en: "a percentage" } },
  FlagType: { en: ["flag"], zh: ["是否"], group: "data",
    says: { zh: "是或否", en: "yes or no" } },
  DateType: { en: ["date"], zh: ["日期"], group: "data",
    says: { zh: "年月日", en: "a day" } },
  ChoiceType: { en: ["choice"], zh: ["选项"], group: "data",
    says: { zh: "几档里选一档", en: "one of some levels" } },
  ListType: { en: ["list"], zh: ["明细"], group: "data",
    says: { zh: "一对象多行的台账", en: "many rows a subject" } },
  PeriodType: { en: ["period"], zh: ["期别"], group: "data",
    says: { zh: "年度、季度或月份", en: "a year, quarter or month" } },
  Key: { en: ["key"], zh: ["主键"], group: "data",
    says: { zh: "用它认出考核对象", en: "tells subjects apart" } },
  Optional: { en: ["optional"], zh: ["可空"], group: "data",
    says: { zh: "可以不填", en: "may be left blank" } },
  Assessor: { en: ["assessor"], zh: ["考核部门"], group: "data",
    says: { zh: "由谁评、由谁填", en: "who assesses and fills it in" } },
  Constant: { en: ["constant"], zh: ["常量"], group: "data",
    says: { zh: "全体通用的一个数", en: "one value for everybody" } },

  Section: { en: ["section"], zh: ["大类"], group: "tree",
    says: { zh: "大类，下设条目", en: "a part that holds others" } },
  Item: { en: ["item"], zh: ["条目"], group: "tree",
    says: { zh: "记分的条目", en: "a part with scoring lines" } },
  Bonus: { en: ["bonus"], zh: ["加分项"], group: "tree",
    item: { form: "bonus", reaches: "above", name: { zh: "加分项", en: "bonus" } },
    says: { zh: "满分之外的加分", en: "points beyond the total" } },
  Penalty: { en: ["penalty"], zh: ["扣分项"], group: "tree",
    item: { form: "penalty", reaches: "below", name: { zh: "扣分项", en: "penalty" } },
    says: { zh: "满分之外的扣分", en: "deductions beyond the total" } },
  UpTo: { en: ["up to"], zh: ["最多"], group: "line", digits: true,
    suffix: { kind: "up-to", takes: "points", grouped: true, role: "cap",
      name: { zh: "封顶", en: "cap" }, offer: { zh: "封顶：最多…分", en: "Cap: up to …" } },
    says: { zh: "封顶：最多多少", en: "a cap on these points" } },
  AtLeast: { en: ["at least"], zh: ["至少"], group: "line", digits: true,
    suffix: { kind: "at-least", takes: "points", role: "floor",
      name: { zh: "保底", en: "floor" }, offer: { zh: "保底：至少…分", en: "Floor: at least …" } },
    says: { zh: "保底：至少多少", en: "a floor under these points" } },
  Weight: { en: ["weight"], zh: ["权重"], group: "tree", digits: true,
    says: { zh: "占上一级的比例", en: "its share of the part above" } },
  Within: { en: ["within"], zh: ["限"], group: "tree", digits: true,
    says: { zh: "权重或分值的变动范围", en: "bounds for its weight or points" } },
  Basis: { en: ["basis"], zh: ["依据"], group: "tree",
    suffix: { kind: "basis", takes: "text", name: { zh: "依据", en: "clause" }, offer: { zh: "依据条款", en: "Clause" } },
    says: { zh: "出自哪条细则", en: "the clause it rests on" } },
  AppliesIf: { en: ["applies if"], zh: ["适用 若"], group: "tree",
    says: { zh: "满足条件才考核", en: "assessed only where this holds" } },
  Otherwise: { en: ["otherwise"], zh: ["否则"], group: "tree",
    says: { zh: "不适用时怎么办", en: "what happens where it does not apply" } },
  Rescale: { en: ["rescale"], zh: ["折算"], group: "tree",
    says: { zh: "分值让给同级各项", en: "its points go to the others" } },
  Full: { en: ["full"], zh: ["满分"], group: "expression", hard: true,
    says: { zh: "本条目的满分", en: "the full points of this item" } },
  BonusOnlyIn: { en: ["bonus only in"], zh: ["加分 仅限"], group: "tree",
    says: { zh: "只有这些大类可以加分", en: "only these parts may add points" } },

  Per: { en: ["per"], zh: ["每"], group: "line", hard: true, digits: true,
    says: { zh: "每多少计一次", en: "for each of something" } },
  Under: { en: ["under"], zh: ["少于"], group: "line", digits: true, measure: "under",
    says: { zh: "不足的部分", en: "what is missing up to a limit" } },
  Over: { en: ["over"], zh: ["超过"], group: "line", digits: true, measure: "over",
    says: { zh: "超出的部分", en: "what is beyond a limit" } },
  From: { en: ["from"], zh: ["以"], group: "line", digits: true, measure: "from", closedBy: "AsBase",
    says: { zh: "从这个数算起", en: "counted from this value" } },
  AsBase: { en: [], zh: ["为基"], group: "line",
    says: { zh: "作为起算的数", en: "as the value to count from" } },
  Between: { en: ["between"], zh: ["介于"], group: "line", digits: true,
    says: { zh: "落在两数之间的部分", en: "the part between two values" } },
  If: { en: ["if"], zh: ["若"], group: "line", hard: true,
    says: { zh: "满足条件时", en: "where a condition holds" } },
  Each: { en: ["each"], zh: ["逐条"], group: "line", hard: true,
    says: { zh: "台账逐行计", en: "for each row of a list" } },
  Where: { en: ["where"], zh: ["其中"], group: "line",
    says: { zh: "只算符合条件的行", en: "only rows for which this holds" } },
  Deduct: { en: ["deduct"], zh: ["扣"], group: "line", digits: true, effect: "deduct",
    says: { zh: "扣分", en: "takes points away" } },
  Add: { en: ["add"], zh: ["加"], group: "line", digits: true, effect: "add",
    says: { zh: "加分", en: "gives points" } },
  Earn: { en: ["earn", "earns"], zh: ["得"], group: "line", digits: true, effect: "earn",
    says: { zh: "得多少分", en: "the points it earns" } },
  AddOrDeduct: { en: ["add or deduct"], zh: ["加减"], group: "line", effect: "add-or-deduct",
    says: { zh: "按正负加分或扣分", en: "gives or takes by the sign" } },
  InProportion: { en: ["in proportion"], zh: ["按比例"], group: "line", hard: true,
    says: { zh: "按完成比例得分", en: "earns by the share reached" } },
  Below: { en: ["below"], zh: ["低于"], group: "line", digits: true,
    says: { zh: "比例低于此数时", en: "where the share is below this" } },
  Else: { en: ["else"], zh: ["其余"], group: "expression", hard: true,
    says: { zh: "以上都不符合时", en: "where nothing above holds" } },
  AtDiscretion: { en: ["at discretion"], zh: ["酌情"], group: "line", hard: true,
    says: { zh: "由考核部门酌情评定", en: "the assessor decides within bounds" } },
  OpenClause: { en: ["open"], zh: ["待定"], group: "line",
    says: { zh: "条款尚未写成规则，本条目待定", en: "a clause that is no rule yet: its item is pending" } },
  HighestPer: { en: ["highest per"], zh: ["就高 每", "就高"], group: "line", hard: true,
    suffix: { kind: "highest-per", takes: "group", role: "highest",
      name: { zh: "就高", en: "limit to the highest" },
      offer: { zh: "就高：每月只计最多的一次", en: "Only the highest per month" } },
    says: { zh: "同一事项只计最高一次", en: "only the highest counts for each" } },
  DoubleIf: { en: ["double if"], zh: ["加倍 若"], group: "line",
    suffix: { kind: "double-if", takes: "condition", role: "double",
      name: { zh: "加倍", en: "doubling" }, offer: { zh: "加倍：若…", en: "Double: if …" } },
    says: { zh: "符合这个条件就加倍", en: "doubled where this holds" } },
  HalveIf: { en: ["halve if"], zh: ["减半 若"], group: "line",
    suffix: { kind: "halve-if", takes: "condition", role: "halve",
      name: { zh: "减半", en: "halving" }, offer: { zh: "减半：若…", en: "Halve: if …" } },
    says: { zh: "符合这个条件就减半", en: "halved where this holds" } },
  Unless: { en: ["unless"], zh: ["除非"], group: "line",
    suffix: { kind: "unless", takes: "condition", role: "waiver",
      name: { zh: "豁免", en: "waiver" }, offer: { zh: "豁免：除非…", en: "Waiver: unless …" } },
    says: { zh: "符合这个条件就免", en: "waived where this holds" } },

  Veto: { en: ["veto"], zh: ["一票否决"], group: "result",
    says: { zh: "一票否决的情形", en: "something that outweighs all points" } },
  ScoreZero: { en: ["score 0"], zh: ["总分归零"], group: "result",
    says: { zh: "总分记 0", en: "the score becomes 0" } },
  Unranked: { en: ["unranked"], zh: ["不排名"], group: "result",
    says: { zh: "不参加排名", en: "is left out of the ranking" } },
  NoPlace: { en: ["no place"], zh: ["不占名次"], group: "result",
    says: { zh: "照排，但不占名次", en: "is listed without a place" } },
  NoAwards: { en: ["no awards"], zh: ["不奖励"], group: "result",
    says: { zh: "不参加评奖", en: "gets no award" } },
  GradeAtMost: { en: ["grade at most", "lower to"], zh: ["等次不高于", "降至", "降为"], group: "result",
    says: { zh: "等次最高到这一档", en: "no better grade than this" } },
  RaiseTo: { en: ["raise to"], zh: ["升至", "升为", "破格为"], group: "result",
    says: { zh: "破格：等次至少到这一档", en: "no worse grade than this" } },
  RaiseBy: { en: ["raise by"], zh: ["升"], group: "result", digits: true,
    says: { zh: "等次升几档", en: "a grade better by so many" } },
  LowerBy: { en: ["lower by"], zh: ["降"], group: "result", digits: true,
    says: { zh: "等次降几档", en: "a grade worse by so many" } },
  Coefficient: { en: ["coefficient"], zh: ["系数"], group: "result",
    says: { zh: "乘到得分上的系数", en: "multiplies scores" } },
  AppliesTo: { en: ["applies to"], zh: ["用于"], group: "result",
    says: { zh: "系数乘到哪里", en: "what the coefficient multiplies" } },
  TotalScore: { en: ["total"], zh: ["总分"], group: "result",
    says: { zh: "总分", en: "the total score" } },
  Ranking: { en: ["ranking"], zh: ["排名"], group: "result",
    says: { zh: "排出名次", en: "gives places" } },
  EachSection: { en: ["each section"], zh: ["各大类"], group: "result", hard: true,
    says: { zh: "每个大类各排一次", en: "one ranking a section" } },
  LowestFirst: { en: ["lowest first"], zh: ["低者在前"], group: "result",
    says: { zh: "前面这一项数小的、日期早的排前面", en: "of the key before it, the lowest or earliest ranks first" } },
  HighestFirst: { en: ["highest first"], zh: ["高者在前"], group: "result",
    says: { zh: "前面这一项数大的、日期晚的排前面", en: "of the key before it, the highest or latest ranks first" } },
  WithinGroup: { en: ["within"], zh: ["同"], group: "expression",
    says: { zh: "在同一组里", en: "among those of one group" } },
  TiesShare: { en: ["ties share"], zh: ["并列 同名次"], group: "result",
    says: { zh: "分数相同名次相同", en: "equal scores share a place" } },
  TiesDense: { en: ["ties dense"], zh: ["并列 不空名次"], group: "result",
    says: { zh: "分数相同名次相同，后面的名次不空", en: "equal scores share a place, and the next place follows on" } },
  TiesAverage: { en: ["ties average"], zh: ["并列 平均名次"], group: "expression",
    says: { zh: "数相同的取所占名次的平均", en: "equal values have the mean of the places they take" } },
  ThenBy: { en: ["then by"], zh: ["再按"], group: "result",
    says: { zh: "分数相同时再看什么", en: "what parts equal scores" } },
  HeadToHead: { en: ["head to head"], zh: ["直接胜负"], group: "result",
    says: { zh: "分数相同的，比相互之间交手的结果", en: "of equal scores, what each had against the others" } },
  Against: { en: ["against"], zh: ["对手为"], group: "result",
    says: { zh: "台账中填写对手名称的列", en: "the column of the ledger with the other's name" } },
  Grades: { en: ["grades"], zh: ["等次"], group: "result",
    says: { zh: "评定等次", en: "gives grades" } },
  Quota: { en: ["quota"], zh: ["名额"], group: "result", digits: true,
    says: { zh: "这一档的名额", en: "how many may have this grade" } },
  RoundsUp: { en: ["rounds up"], zh: ["进一"], group: "result",
    says: { zh: "名额有小数时进一", en: "a quota with decimals is rounded up" } },
  RoundsHalfUp: { en: ["rounds half up"], zh: ["四舍五入"], group: "result",
    says: { zh: "名额有小数时四舍五入", en: "a quota with decimals is rounded half up" } },
  Award: { en: ["award"], zh: ["奖励"], group: "result",
    says: { zh: "给前几名的奖励", en: "an award for the first places" } },
  Place: { en: ["place"], zh: ["第"], group: "result", digits: true,
    says: { zh: "第几名", en: "the place" } },
  TopPlaces: { en: ["top"], zh: ["前"], group: "result", digits: true,
    says: { zh: "前几名", en: "the first places" } },
  Pays: { en: ["pays"], zh: ["发"], group: "result", digits: true,
    says: { zh: "奖金", en: "what it pays" } },
  Consequence: { en: ["consequence"], zh: ["处理"], group: "result",
    says: { zh: "符合条件时的处理", en: "what follows where a condition holds" } },
  Let: { en: ["let"], zh: ["设"], group: "result",
    says: { zh: "给一个算式起名", en: "names an expression" } },
  Output: { en: ["output"], zh: ["公布"], group: "result",
    says: { zh: "另外公布的一个数", en: "a value that is published too" } },
  Require: { en: ["require"], zh: ["要求"], group: "result",
    says: { zh: "数据应当满足的条件", en: "what the data must satisfy" } },
  Policy: { en: ["policy"], zh: ["政策"], group: "result",
    says: { zh: "结果应当满足的条件", en: "what the whole result must satisfy" } },
  Scenario: { en: ["scenario"], zh: ["方案"], group: "result",
    says: { zh: "换一组权重或分值试算", en: "other weights or points, to compare" } },
  Test: { en: ["test"], zh: ["样例"], group: "result",
    says: { zh: "给定数据，核对得分", en: "checks a score for given data" } },
  Given: { en: ["given"], zh: ["给定"], group: "result",
    says: { zh: "样例的数据", en: "the data of a test" } },
  Expect: { en: ["expect"], zh: ["应得"], group: "result",
    says: { zh: "样例应得的结果", en: "what must come out" } },

  And: { en: ["and"], zh: ["且"], group: "expression",
    says: { zh: "两个条件都满足", en: "both hold" } },
  Or: { en: ["or"], zh: ["或"], group: "expression",
    says: { zh: "满足一个即可", en: "at least one holds" } },
  Not: { en: ["not"], zh: ["非"], group: "expression", hard: true,
    says: { zh: "条件不满足", en: "it does not hold" } },
  Yes: { en: ["yes"], zh: ["是"], group: "expression",
    says: { zh: "“是否”的一种", en: "of a yes-or-no field" } },
  No: { en: ["no"], zh: ["否"], group: "expression",
    says: { zh: "“是否”的一种", en: "of a yes-or-no field" } },
  None: { en: ["none"], zh: ["无"], group: "expression",
    says: { zh: "没有填；选项里有「无」的，是这一档", en: "nothing was filled in; beside a choice that has it, that level" } },
  Blank: { en: ["blank"], zh: ["未填"], group: "expression",
    says: { zh: "没有填", en: "nothing was filled in" } },
  Drop: { en: ["drop"], zh: ["去掉"], group: "expression",
    says: { zh: "计平均前先去掉几个", en: "leaves some out before averaging" } },
  DropHighest: { en: ["highest"], zh: ["最高"], group: "expression", digits: true,
    says: { zh: "最高的几个", en: "so many of the highest" } },
  DropLowest: { en: ["lowest"], zh: ["最低"], group: "expression", digits: true,
    says: { zh: "最低的几个", en: "so many of the lowest" } },
  Interpolated: { en: ["interpolated"], zh: ["插值"], group: "expression",
    says: { zh: "两点之间按直线取值", en: "in a straight line between two anchors" } },
  Keep: { en: ["keep"], zh: ["取"], group: "expression",
    says: { zh: "只取最高或最低的几个", en: "counts only some of the highest or lowest" } },
  HalfUp: { en: ["half up"], zh: ["四舍五入"], group: "expression", rounding: "half-up",
    says: { zh: "四舍五入；不写时也是这样", en: "to the nearest, a half away from 0, as where nothing is said" } },
  HalfEven: { en: ["half even"], zh: ["成双", "四舍六入五成双"], group: "expression", rounding: "half-even",
    says: { zh: "四舍六入五成双", en: "a half goes to the even neighbour" } },
  RoundDown: { en: ["down"], zh: ["舍去"], group: "expression", rounding: "down",
    says: { zh: "舍去零头", en: "drops what is beyond" } },
  RoundUp: { en: ["up"], zh: ["进一"], group: "expression", rounding: "up",
    says: { zh: "有零头就进一", en: "whatever is beyond makes one more" } },
  Floor: { en: ["floor"], zh: ["向下取整"], group: "expression", rounding: "floor",
    says: { zh: "取不大于它的一个，负数也向下", en: "the lower neighbour, of negative numbers too" } },
  Ceiling: { en: ["ceiling"], zh: ["向上取整"], group: "expression", rounding: "ceiling",
    says: { zh: "取不小于它的一个，负数也向上", en: "the greater neighbour, of negative numbers too" } },
  To: { en: ["to"], zh: ["到"], group: "expression", digits: true,
    says: { zh: "从低到高的界", en: "from one bound to the other" } },
} as const satisfies Record<string, Role>;

/** The name of a keyword's role. */
export type RoleName = keyof typeof vocabulary;
type Entry = (typeof vocabulary)[RoleName];

export const roleNames = Object.keys(vocabulary) as RoleName[];

/** Chinese keywords that a digit may follow without a space. */
export const beforeDigits: ReadonlySet<string> = new Set(
  roleNames.flatMap((name) => ("digits" in vocabulary[name] ? vocabulary[name].zh : [])),
);

/** A way of counting against a limit: `under`, `over`, `from`. */
export type LimitMeasure = Extract<Entry, { readonly measure: string }>["measure"];

/** Measures with a limit, by the role that begins them. */
export const limitMeasures = roleNames.flatMap((begin) => {
  const entry = vocabulary[begin];
  return "measure" in entry ? [{ begin, kind: entry.measure, close: "closedBy" in entry ? entry.closedBy : null }] : [];
});

/** What a verb does: `deduct`, `add`, `earn`, `add or deduct`. */
export type LineEffect = Extract<Entry, { readonly effect: string }>["effect"];

/** Verbs of scoring lines. */
export const verbs = roleNames.flatMap((name) => {
  const entry = vocabulary[name];
  return "effect" in entry ? [{ name, effect: entry.effect }] : [];
});

/** A kind of item that counts beside the points of its parent. */
export type BesideForm = Extract<Entry, { readonly item: ItemWord }>["item"]["form"];

/** The kind of an item: one that shares in the points of its parent, or one beside them. */
export type ItemForm = "item" | BesideForm;

/** Kinds of items beside the points of their parent, by the keyword that begins them. */
export const itemWords = roleNames.flatMap((word) => {
  const entry = vocabulary[word];
  return "item" in entry ? [{ ...entry.item, word }] : [];
});

/** The entry of a kind of item. */
export function itemWordOf(form: BesideForm): ItemWord & { readonly word: RoleName } {
  const found = itemWords.find((each) => each.form === form);
  if (found === undefined) throw new RangeError(`no kind of item ${form}`);
  return found;
}

/** Words that name a mode of rounding. */
export const roundingWords = roleNames.flatMap((name) => {
  const entry = vocabulary[name];
  return "rounding" in entry ? [{ name, mode: entry.rounding }] : [];
});

type Suffixes = Extract<Entry, { readonly suffix: SuffixWord }>["suffix"];

export type SuffixKind = Suffixes["kind"];

/** Suffixes that change the effect of a line; the others only document it. */
export type RestrictionKind = Extract<Suffixes, { readonly role: string }>["kind"];

/** What a suffix does to the effect of its line. */
export type RestrictionRole = Extract<Suffixes, { readonly role: string }>["role"];

/** Suffixes of scoring lines, by the keyword that begins them. */
export const suffixes = roleNames.flatMap((name) => {
  const entry = vocabulary[name];
  return "suffix" in entry ? [{ ...entry.suffix, word: name, isGrouped: "grouped" in entry.suffix }] : [];
});

/** What a number may be counted in besides what fields declare; Chinese and English twins. Their meaning is the library's. */
export const unitWords = (
  "分 元 万 亿 万元 亿元 百分点 个百分点 次 件 例 项 起 个 家 人 户 名 处 张 座 篇 期 档 天 月 年 " +
  "point points yuan day days month months year years " +
  "time times case cases item items piece pieces incident incidents household households person people place places issue issues"
).split(" ");
