/**
 * The keywords of the language: for each grammatical role its spellings in every vocabulary, the first of which a formatter writes.
 * The grammar knows only roles; a third vocabulary is one more column here. A spelling may serve several roles
 * (`within` bounds a weight and names a group); a phrase of several words is one keyword.
 */

export interface Role {
  readonly en: readonly string[];
  readonly zh: readonly string[];
  /** Cannot be a bare name where a value or a reference stands: the grammar would need to look further ahead. */
  readonly hard?: true;
  readonly group: "head" | "data" | "tree" | "line" | "result" | "expression";
}

export const vocabulary = {
  Rubric: { en: ["rubric"], zh: ["考核"], group: "head" },
  Edition: { en: ["edition"], zh: ["版本"], group: "head" },
  Effective: { en: ["effective"], zh: ["施行"], group: "head" },
  Total: { en: ["total"], zh: ["满分"], group: "head" },
  Score: { en: ["score"], zh: ["总分"], group: "head" },
  Items: { en: ["items"], zh: ["条目"], group: "head" },
  RoundsTo: { en: ["rounds to", "round to"], zh: ["保留"], group: "head" },
  Decimals: { en: ["decimals", "decimal"], zh: ["位小数"], group: "head" },
  Use: { en: ["use"], zh: ["引用"], group: "head" },
  As: { en: ["as"], zh: ["作"], group: "head" },
  By: { en: ["by"], zh: ["按"], hard: true, group: "expression" },
  AllPeriods: { en: ["all periods"], zh: ["各期"], group: "head" },

  Data: { en: ["data"], zh: ["数据"], group: "data" },
  TextType: { en: ["text"], zh: ["文本"], group: "data" },
  NumberType: { en: ["number"], zh: ["数值"], group: "data" },
  CountType: { en: ["count"], zh: ["计数"], group: "data" },
  PercentType: { en: ["percent"], zh: ["百分数"], group: "data" },
  FlagType: { en: ["flag"], zh: ["是否"], group: "data" },
  DateType: { en: ["date"], zh: ["日期"], group: "data" },
  ChoiceType: { en: ["choice"], zh: ["选项"], group: "data" },
  ListType: { en: ["list"], zh: ["明细"], group: "data" },
  PeriodType: { en: ["period"], zh: ["期别"], group: "data" },
  Key: { en: ["key"], zh: ["主键"], group: "data" },
  Optional: { en: ["optional"], zh: ["可空"], group: "data" },
  Assessor: { en: ["assessor"], zh: ["考核部门"], group: "data" },
  Constant: { en: ["constant"], zh: ["常量"], group: "data" },

  Section: { en: ["section"], zh: ["大类"], group: "tree" },
  Item: { en: ["item"], zh: ["条目"], group: "tree" },
  Bonus: { en: ["bonus"], zh: ["加分项"], group: "tree" },
  Penalty: { en: ["penalty"], zh: ["扣分项"], group: "tree" },
  UpTo: { en: ["up to"], zh: ["最多"], group: "line" },
  Weight: { en: ["weight"], zh: ["权重"], group: "tree" },
  Within: { en: ["within"], zh: ["限"], group: "tree" },
  Basis: { en: ["basis"], zh: ["依据"], group: "tree" },
  AppliesIf: { en: ["applies if"], zh: ["适用 若"], group: "tree" },
  Otherwise: { en: ["otherwise"], zh: ["否则"], group: "tree" },
  Rescale: { en: ["rescale"], zh: ["折算"], group: "tree" },
  Full: { en: ["full"], zh: ["满分"], hard: true, group: "expression" },
  BonusOnlyIn: { en: ["bonus only in"], zh: ["加分 仅限"], group: "tree" },

  Per: { en: ["per"], zh: ["每"], hard: true, group: "line" },
  Under: { en: ["under"], zh: ["少于"], group: "line" },
  Over: { en: ["over"], zh: ["超过"], group: "line" },
  From: { en: ["from"], zh: ["以"], group: "line" },
  AsBase: { en: [], zh: ["为基"], group: "line" },
  Between: { en: ["between"], zh: ["介于"], group: "line" },
  If: { en: ["if"], zh: ["若"], hard: true, group: "line" },
  Each: { en: ["each"], zh: ["逐条"], hard: true, group: "line" },
  Where: { en: ["where"], zh: ["其中"], group: "line" },
  Deduct: { en: ["deduct"], zh: ["扣"], group: "line" },
  Add: { en: ["add"], zh: ["加"], group: "line" },
  AddOrDeduct: { en: ["add or deduct"], zh: ["加减"], group: "line" },
  Earn: { en: ["earn", "earns"], zh: ["得"], group: "line" },
  InProportion: { en: ["in proportion"], zh: ["按比例"], hard: true, group: "line" },
  Below: { en: ["below"], zh: ["低于"], group: "line" },
  Else: { en: ["else"], zh: ["其余"], hard: true, group: "expression" },
  AtDiscretion: { en: ["at discretion"], zh: ["酌情"], hard: true, group: "line" },
  HighestPer: { en: ["highest per"], zh: ["就高 每", "就高"], hard: true, group: "line" },
  Unless: { en: ["unless"], zh: ["除非"], group: "line" },

  Veto: { en: ["veto"], zh: ["一票否决"], group: "result" },
  ScoreZero: { en: ["score 0"], zh: ["总分归零"], group: "result" },
  Unranked: { en: ["unranked"], zh: ["不排名"], group: "result" },
  NoPlace: { en: ["no place"], zh: ["不占名次"], group: "result" },
  NoAwards: { en: ["no awards"], zh: ["不奖励"], group: "result" },
  GradeAtMost: { en: ["grade at most"], zh: ["等次不高于"], group: "result" },
  Coefficient: { en: ["coefficient"], zh: ["系数"], group: "result" },
  AppliesTo: { en: ["applies to"], zh: ["用于"], group: "result" },
  TotalScore: { en: ["total"], zh: ["总分"], group: "result" },
  Ranking: { en: ["ranking"], zh: ["排名"], group: "result" },
  EachSection: { en: ["each section"], zh: ["各大类"], hard: true, group: "result" },
  LowestFirst: { en: ["lowest first"], zh: ["低者在前"], group: "result" },
  WithinGroup: { en: ["within"], zh: ["同"], group: "expression" },
  TiesShare: { en: ["ties share"], zh: ["并列 同名次"], group: "result" },
  ThenBy: { en: ["then by"], zh: ["再按"], group: "result" },
  Grades: { en: ["grades"], zh: ["等次"], group: "result" },
  Quota: { en: ["quota"], zh: ["名额"], group: "result" },
  RoundsUp: { en: ["rounds up"], zh: ["进一"], group: "result" },
  Award: { en: ["award"], zh: ["奖励"], group: "result" },
  Place: { en: ["place"], zh: ["第"], group: "result" },
  TopPlaces: { en: ["top"], zh: ["前"], group: "result" },
  Pays: { en: ["pays"], zh: ["发"], group: "result" },
  Consequence: { en: ["consequence"], zh: ["处理"], group: "result" },
  Let: { en: ["let"], zh: ["设"], group: "result" },
  Output: { en: ["output"], zh: ["公布"], group: "result" },
  Require: { en: ["require"], zh: ["要求"], group: "result" },
  Policy: { en: ["policy"], zh: ["政策"], group: "result" },
  Scenario: { en: ["scenario"], zh: ["方案"], group: "result" },
  Test: { en: ["test"], zh: ["样例"], group: "result" },
  Given: { en: ["given"], zh: ["给定"], group: "result" },
  Expect: { en: ["expect"], zh: ["应得"], group: "result" },

  And: { en: ["and"], zh: ["且"], group: "expression" },
  Or: { en: ["or"], zh: ["或"], group: "expression" },
  Not: { en: ["not"], zh: ["非"], hard: true, group: "expression" },
  Yes: { en: ["yes"], zh: ["是"], group: "expression" },
  No: { en: ["no"], zh: ["否"], group: "expression" },
  None: { en: ["none"], zh: ["无"], group: "expression" },
  Drop: { en: ["drop"], zh: ["去掉"], group: "expression" },
  DropHighest: { en: ["highest"], zh: ["最高"], group: "expression" },
  DropLowest: { en: ["lowest"], zh: ["最低"], group: "expression" },
  To: { en: ["to"], zh: ["到"], group: "expression" },
} as const satisfies Record<string, Role>;

export type RoleName = keyof typeof vocabulary;

export const roleNames = Object.keys(vocabulary) as RoleName[];

/**
 * Chinese keywords after which a digit may follow without a space (`扣0.1分`, `前3名`): those that a number can follow.
 * Others stay part of a name, so that `条目1` can be one.
 */
export const beforeDigits: ReadonlySet<string> = new Set([
  "扣",
  "加",
  "得",
  "最多",
  "少于",
  "超过",
  "低于",
  "每",
  "以",
  "第",
  "前",
  "满分",
  "保留",
  "限",
  "权重",
  "介于",
  "名额",
  "最高",
  "最低",
  "到",
  "发",
]);

/** What a number may be counted in besides what fields declare; Chinese and English twins. Their meaning is the library's. */
export const unitWords = (
  "分 元 万 亿 万元 亿元 百分点 个百分点 次 件 例 项 起 个 家 人 户 名 处 张 座 篇 期 天 月 年 " +
  "point points yuan day days month months year years " +
  "time times case cases item items piece pieces incident incidents household households person people place places issue issues"
).split(" ");
