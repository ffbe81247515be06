/**
 * What the words of a row say about it: whether it names a total, a mean, an extreme, marks to compare with, a count or a remark
 * rather than a subject. Words alone decide where no subject would be called so; where a name merely contains such a word (合计村,
 * 满分小学) or may be either (全县, Max), they only raise the question.
 */
import { foldHeader } from "../names/fold-name.js";

/**
 * What a row is that is not a subject. `reference`: full marks, weights, targets; `share`: a row that repeats a part of another.
 * `numbering`: the numbers of the columns.
 */
export type AsideKind = "total" | "mean" | "extreme" | "reference" | "count" | "remark" | "share" | "numbering";

export interface RowWords {
  readonly kind: AsideKind;
  /**
   * `certain`: nothing else is called so. `contained`: a name with the word in it, in doubt. `scope`: in doubt, and certain where the
   * figures agree. `figures`: nothing unless the figures agree.
   */
  readonly certainty: "certain" | "contained" | "scope" | "figures";
}

const NUMBERING = /^(?:[一二三四五六七八九十]+[,.]|\(?\d{1,3}\)?[.,)]|[*#※★☆△▲▼=>-]+)/u;
/** A remark in brackets, or the sign of the figures: 权重%, 合计 ¥. */
const BEHIND = /\([^()]*\)$|\s*[%‰¥￥$]$/u;

/** The bare words of a cell: folded, without numbering, brackets behind and a colon at the end. */
function bare(text: string): string {
  let words = foldHeader(text).replace(NUMBERING, "").trim();
  const inner = /^\(([^()]+)\)$/u.exec(words)?.[1];
  if (inner !== undefined) words = inner;
  for (let before = ""; before !== words;) {
    before = words;
    words = words.replace(BEHIND, "").replace(/[:.,;=]+$/u, "");
  }
  return words.trim();
}

const PLACES =
  "县|市|区|镇|乡|街道|社区|村|省|国|州|旗|校|院|系|班|年级|公司|集团|厂|局|处|科|所|队|组|片|片区|线|行业|单位|部门|项|页|表|栏|列|行|" +
  "月|季|季度|年|年度|期|次|批|类|型|人员|人|学生|教师";
/** Whose total it is: 全县, 各镇, 本页. */
const SCOPE = `(?:(?:全|本|各|该|整个|所有|全部)?(?:${PLACES})?|总)(?:部|体)?的?`;

type Row = readonly [kind: AsideKind, certainty: RowWords["certainty"], pattern: RegExp];

/** The first that matches the bare words decides. */
const WORDS: readonly Row[] = [
  // Counts come before totals: 合计 12 个.
  ["count", "certain", /^(?:总?共计?|合计|总计|小计|计)有?:?\d[\d,.]*(?:[^\d].{0,12})?$/u],
  [
    "count",
    "certain",
    /^(?:单位|参评|参评单位|被考核单位|考核对象|记录)?(?:个数|家数|户数|条数|行数|记录数|总人数|[应实缺参]考人?数|参评人数|人数|数量|单位数|计数)$/u,
  ],
  ["count", "certain", /^(?:count|counta?|number)(?: of .+)?$/u],
  [
    "count",
    "certain",
    /^(?:total:? ?)?\d+ (?:subjects|rows|records|people|persons|entries|teams|units|entrants)(?: in (?:all|total))?$/u,
  ],
  ["count", "certain", /^n ?= ?\d+$/u],
  ["mean", "certain", /(?:平均|均值|中位)(?:得?分数?|成绩|值|数|水平)?$/u],
  ["mean", "certain", /^平均(?:总分|得分率?|完成率|完成数?|分|率|每.+|每?人.*)$/u],
  ["mean", "certain", /^(?:.*(?:人均|户均|村均|校均|班均|均分))$/u],
  ["mean", "certain", /^(?:中位数|众数|标准差|方差|极差|离散系数|变异系数|标准偏差)$/u],
  ["extreme", "certain", /最[高低大小](?:得?分数?|成绩|值|数|得分率)$/u],
  ["extreme", "certain", /^.*最[高低大小](?:者|名次|单位)?$/u],
  ["reference", "certain", /(?:满分|权重|权数|标准分|基准分|分值|配分|赋分)(?:值|数|合计)?$/u],
  [
    "reference",
    "certain",
    /^(?:总|考核|指标|各项|单项|项目|年度)?(?:目标|目标值|目标数|目标任务|任务数|计划数|标准|标准值|评分标准|计分标准|指标值|参考值|基础分|基本分|基数|及格|及格分|及格线|合格线|优秀线|警戒线|达标线|底线|红线|占比|比重|系数|难度系数|区分度|计量单位|单位)$/u,
  ],
  ["total", "certain", /(?:合计|总计|小计|累计|共计|合共|总和|总合计)(?:数|额|量|分|值|行|栏|项|金额|人数|得分)?$/u],
  ["total", "certain", new RegExp(`^${SCOPE}(?:总数|总量|总额|总分|汇总|汇总数|合|总)$`, "u")],
  ["numbering", "certain", /^[栏列][次号]$/u],
  ["total", "certain", /^(?:∑|Σ|σ|求和)$/u],
  ["total", "scope", new RegExp(`^(?:全|本|整个|所有|全部)(?:${PLACES})$`, "u")],
  ["total", "scope", /^(?:总体|整体|全体|全部|所有|大家|各项|总|合)$/u],
  ["share", "contained", /^其中(?::.*|.{0,12})$/u],
  [
    "total",
    "certain",
    /^(?:(?:grand|overall|running|column|group|county|district|team|class|school|page|sub|sum) ?-?)*totals?(?: (?:score|scores|points|marks|amount|number|count|value|all|for .+|of .+))?$/u,
  ],
  ["total", "certain", /(?:^|[\s-])(?:sub-?)?totals?$/u],
  ["total", "certain", /^(?:the )?sums?(?: total)?(?: of .+)?$/u],
  [
    "mean",
    "certain",
    /^(?:the )?(?:(?:group|class|county|district|school|overall|simple|weighted|arithmetic|grand|team) )*(?:mean|average|avg|median|std|stdev|std\.? ?dev(?:iation)?|standard deviation|variance)(?: (?:score|scores|points|marks|value|result|rate|of .+|for .+|per .+))?$/u,
  ],
  ["mean", "certain", /[\s-](?:average|avg|mean|median)$/u],
  ["extreme", "certain", /^(?:highest|lowest|maximum|minimum)(?: (?:score|points|marks?|value|result|of .+))?$/u],
  [
    "extreme",
    "certain",
    /^(?:(?:best|worst|top|min)\.? (?:score|points|marks?|value|result)|max\.? (?:score|value|result))$/u,
  ],
  ["extreme", "figures", /^(?:max|min)$/u],
  [
    "reference",
    "certain",
    /^(?:full (?:marks?|score|points)|max\.? (?:points|marks?)|weights?|weightings?|points (?:available|possible)|possible points|out of|pass(?:ing)? (?:marks?|line|score))$/u,
  ],
  // A table may score indicators that are called so.
  [
    "reference",
    "contained",
    /^(?:(?:上年|去年|上期|往年|历年|本年|今年|当年)(?:同期)?(?:数|值|完成数?)?|(?:同比|环比)(?:增[长减]|增幅|增减)?率?|(?:增|降|涨|跌)幅|(?:及格|合格|优秀|优良|达标|得分|完成)率|百分比|比例|[上下]限|名次|排名|序号)$/u,
  ],
  [
    "reference",
    "contained",
    /^(?:(?:last|previous|prior) (?:year|period)|year[- ]on[- ]year|yoy|pass rate|ranks?|rankings?|percent(?:age)?)$/u,
  ],
  ["reference", "contained", /^(?:targets?|standard|benchmark|baseline|threshold|units?|coefficients?)$/u],
  ["total", "scope", /^(?:all|overall|everyone|everybody|altogether|whole|combined)$/u],
  // A name that contains the word, unless another word makes it: 综合计划科, 总计算中心.
  [
    "total",
    "contained",
    /(?<![综联结配组集整融混复符适场])合计(?![划财算生调量时价费])|(?:总计|小计)(?![划财算生量时价费])|累计|共计/u,
  ],
  ["mean", "contained", /平均|均值/u],
  ["extreme", "contained", /最[高低大小](?:得?分|值)/u],
  ["reference", "contained", /满分|权重/u],
  ["total", "contained", /(?:^|[\s-])(?:sub-?)?totals?(?:$|[\s-])/u],
  ["mean", "contained", /(?:^|[\s-])(?:average|mean|median)(?:$|[\s-])/u],
];

/** Something of the words above, looked for before any pattern is tried: nearly all names hold none of it. */
const ANY =
  /[计均最满权分数量额总合共全本整所各其系目标任基及优警达占比单∑Σσ方极众差求参底红难区去年期增降涨跌幅率限名排序应实缺栏列]|total|sum|mean|average|avg|median|std|standard|variance|highest|lowest|max|min|best|worst|top|full|weight|points|possible|out of|pass|target|benchmark|baseline|threshold|unit|coefficient|all|everyone|everybody|whole|combined|count|number|n ?=|last|previous|prior|year|yoy|rank|percent|subjects|rows|records|people|persons|entries|entrants/iu;

/** Null where the words are those of an ordinary name. */
export function wordsOfName(text: string): RowWords | null {
  if (!ANY.test(text) && !/[\uff21-\uff5a]/u.test(text)) return null;
  const words = bare(text);
  if (words === "") return null;
  for (const [kind, certainty, pattern] of WORDS) if (pattern.test(words)) return { kind, certainty };
  return null;
}

/** Words that occur outside the key column only in a row that is a total or a mean: 小计, Average. */
export function isTotalWord(text: string): boolean {
  if (text.length > 12) return false;
  const words = wordsOfName(text);
  return words !== null && words.certainty === "certain" && (words.kind === "total" || words.kind === "mean");
}

/** Words that are a total wherever they stand alone; 汇总 or 总量 may be the matter of a row. */
export function isPlainTotalWord(text: string): boolean {
  return text.length <= 12 && /^(?:合计|小计|总计|累计|共计|(?:grand |sub-? ?)?total|sum)$/u.test(bare(text));
}
