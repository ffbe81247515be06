/**
 * What an event may not hold: words of rules, comparisons, verbs of points. The list keeps a slot from swallowing a restriction;
 * it is data and only grows.
 */

import { isNoEvent } from "./outcome-words.js";
import { restricts } from "./restriction-words.js";

const FORBIDDEN_ZH =
  /每|扣|酌情|视情|分别|依次|加倍|翻倍|翻番|双倍|减半|除外|例外|折算|折合|累计|累积|累加|合计|最多|最高|最低|最大|最小|至多|连续|排名|名次|排序|同比|环比|视为|视同|视作|取消|上述|前述|以上各|其余|(?:下列|以下|如下)(?:情形|情况|行为|问题|现象|事项|条件|规定)|系数|一票否决|满分|得分|加分|减分|计分|赋分|评分|打分|权重|占比|比例|比率|比值|平均|不超过|类推|附件|附表|详见|另行|参照|参考|折扣|封顶|为止|同一|就高|从高|不重复|重复|不计|不算|不记|不列入|不纳入|只算|只计|仅计|仅限|限于|限扣|免予|免除|免扣|减免|豁免|不再|不予|不适用|适用于|起(?:执行|施行|实行|实施)|暂不(?:扣|计|执行|考核)|暂缓|不含|不包括|不包含|但|否则|除非|除[^尘草雪虫害险四名]|首次|初次|再次|第[一二三四五六七八九十\d]|起算|开始计|超出部分|部分按|按(?:比例|实际|比率|照比例)|每|分值|基准|基数|插值|[=÷×+≥≤<>]|加\d|得\d|减\d|\d分(?![钟之])|减轻|从轻|从重|追加|超过|超出|达到\d|未达\d|未达到\d|不足(?![之处])|低于|高于|大于|小于|多于|少于|不少于|不低于|不高于|主动|自行整改|及时整改|整改到位|经批准|经同意|说明情况|情节轻微|情节较轻|不可抗力|上浮|下浮|奖励|罚款|罚\d|处以|如果|假如|若(?!干)|的除|有效期|抵扣|抵消|冲抵|可抵|双方|由[^,]{1,10}(?:确定|决定|掌握|裁定)|另有|从其|为准|当[日天月]考核|考核(?:成绩|结果)?(?:为|计|记)|任选|其一|任一|之一(?:即可|者)|者优先|择优|择高|以内|之内|以上|以下/u;

const FORBIDDEN_EN =
  /\b(?:per|each|every|deduct\w*|subtract\w*|minus|lose\w*|except\w*|unless|excluding|only|maximum|minimum|max|min|at most|at least|up to|capped?|average|highest|lowest|double[ds]?|halve[ds]?|half|triple|discretion|points?|marks?|pts?|percent|weight\w*|ratio|proportion\w*|twice|once|first|second|third|consecutive|cumulative\w*|whichever|respectively|otherwise|waive\w*|then|if|but|times|multipl\w*|divid\w*|less than|more than|fewer|greater|below|above|not count\w*|ignore\w*|(?:whole|entire|total|overall|final) (?:score|mark|grade|result|total)|after (?:\w+ )?(?:warnings?|reminders?|notices?))\b|[=×÷*+<>≥≤%]/iu;

/** By what an assessor sets the points, at the end of an event or before it: 视次数, 根据违规程度, `depending on severity`. */
const MANNER: Readonly<Record<"zh" | "en", RegExp>> = {
  zh: /(?:(?<![重轻忽无蔑监巡电漠歧敌近])视|(?:^|[,的者])(?:根据|按照?|依照?|依据|结合))(?:其|具体|实际|违[规纪章法]|不同|问题|错误|情节|性质|危害|损失|造成的?|后果|平时|日常|工作|一贯|现实|发生|出现|累计)*(?:次数|频次|程度|轻重|大小|多少|高低|情况|情节|影响|后果|性质|表现|数量|具体|实际|问题)的?$/u,
  en: /\bdepend(?:s|ing|ent) (?:up)?on\b|\b(?:according|relative|proportional|proportionate) to (?:\w+ ){0,2}(?:severity|seriousness|extent|degree|impact|number|frequency|gravity|size|amount)\b|\b(?:based|judged) on (?:\w+ ){0,2}(?:severity|seriousness|extent|degree|impact|number|frequency|gravity|size|amount)\b/iu,
};

/** Names with a figure that is not a number of a rule. */
const NAMES =
  /\d{4}(?:-\d{4})?(?:学年度?|年度|年(?:\d{1,2}月(?:\d{1,2}日)?)?)|\(\d{4}\)\d+号|[三四五六七八]会[一二三]课|一岗双责|一票否决|三重一大|四议两公开|两学一做|两委|两新|三农|三公|三资|三务|五保|一把手|一线|一站式|一窗|一网|一户一[\u4e00-\u9fff]|一人一[\u4e00-\u9fff]|一事一[\u4e00-\u9fff]|一件事|一张图|一村一[\u4e00-\u9fff]|一日常规|一次性|一定|一般|一致|一律|统一|唯一|一切|一体|一系列|进一步|第一书记|第一责任人|第一时间|第[一二三]课堂|双千|近[三五两23510]年|一次(?:交检|通过率|验收)|八项规定|十项|12345|110|119|120|24小时|365|5S|6S|7S|\d+岁|[1-5]A级|[A-E]+级|\d+G|ISO ?\d+|GB\/?T?\d+|三甲|二甲|二级|三级|一级|高一|高二|高三|七步|三基|三严|九不准|十八项|五育|一卡通|一标三实|四风|三定|两癌|两客一危|百日|千分之/gu;

const FIGURE_ZH =
  /\d+(?:\.\d+)?|(?:[一二两三四五六七八九十百千]+|半)(?=个|次|件|起|例|项|处|家|户|人|名|份|篇|天|日|月|周|年|季|张|座|条|台|套|期|节|场|小时|分|倍|成|%|万|亿|元|本|门|科|学)|[零半](?![售距食星散钱碎部件乱容])|[两三四五六七八九十\d]倍|分之|第[一二三四五六七八九十百]+/gu;

/** Characters of a figure. */
export interface Figure {
  readonly from: number;
  readonly to: number;
}

const figureCache = new Map<string, readonly Figure[]>();

/** The figures of a text: digits, numerals before a measure word, 半, 倍, 第N; names with a figure in them are none. */
export function figuresOf(text: string): readonly Figure[] {
  const known = figureCache.get(text);
  if (known !== undefined) return known;
  const named = [...text.matchAll(NAMES)].map((found) => [found.index, found.index + found[0].length] as const);
  const figures = [...text.matchAll(FIGURE_ZH)]
    .map((found) => ({ from: found.index, to: found.index + found[0].length }))
    .filter(({ from, to }) => !named.some(([begin, end]) => from >= begin && to <= end));
  if (figureCache.size > 5_000) figureCache.clear();
  figureCache.set(text, figures);
  return figures;
}

/** Phrases in which a word of rules is a part of a plain name. */
const HARMLESS =
  /(?:规模|限额|规定标准)以上(?=[\u4e00-\u9fff])|首次(?:病程|查房|评估|提交|交付)|首[诊问接]|但(?=(?:尚|仍|还)?(?:不(?![扣计重超得予再算])|未|没有|无)[^,扣加减]{2,14}(?:的|者)?,?$)|[Ⅰ-Ⅻ]+(?:期|级|度|类)(?:(?:及|或)?以上)?|(?<=级(?:以上)?|^)奖励$|^(?:被)?(?:处以?)?罚款$|\d+(?:人|名|户|元|万元|亩|平方米)(?:\(含\))?(?:及)?以上(?=[\u4e00-\u9fff]{2})(?!的|者|每|[扣加得减])|主动(?:上报|报告|参与|参加|公开|承担|发现|申请|服务|协调|化解|对接|开展|作为)|\(\d+(?:人|名|件|次|户|元|万元)(?:\(含\))?(?:及)?以[上下]\)|\d+(?:次|人|件|户|起|处|天|日|小时|分钟|个月)(?:\(含\))?(?:及)?以上(?=(?:仍|还)?未|(?:仍|还)?没|(?:仍|还)?不)|(?<=[\u4e00-\u9fff]{2})不足$|不足之处|双随机|奖励性|最高人民(?:法院|检察院)|最高[法检]|回扣|克扣|扣押|扣留|重复(?:建设|上访|信访|投诉|发生|出现|违规|申报)|经费比例|评分表|参考(?:人数|答案)|除(?:草|尘|雪|险|四害)|(?:未|没有|没|不)(?:及时|主动|按时|自行)?(?:整改|及时整改|整改到位)|未及时整改|整改不及时|不主动|未主动|未经批准|未经同意|没有经过批准|擅自|规定时间(?:以)?内|规定期限(?:以)?内|时限(?:以)?内|期限(?:以)?内|辖区以内|\d+岁(?:以上|以下)|(?:大专|本科|高中|初中|专科|硕士|中级|副科级|科级|处级|县级|区级|街道级?|系级|地级|地市级|厅级|部级|省部级|市级|省级|镇级|乡镇|校级|院级|国家级|股级|二级|三级|中专|小学|研究生|博士|副高级|高级)(?:及|或)?以[上下]|低于[\u4e00-\u9fff]{0,4}(?:标准|要求|规定|目标)|超过(?:规定|期限|时限|标准|要求|范围|规定的?时[间限])|(?:超过|不足|未满)(?:[半一两二三四五六]个?(?:年|月|小时|天|日|工作日))(?=的|未|仍|不|,|$)|(?:超过|不足|未满|少于|低于)\d+(?:\.\d+)?(?:分钟|小时|个?工作日|天|日|个月|厘米|毫米|米|公里|度|克|字|页)(?=的|未|仍|不|,|$)|(?:亿元|千万元|百万元|万元)以上(?=的?(?:项目|企业|工程))|超出(?:规定|期限|标准|范围)|排名(?:公示|通报)|(?:特别重大|重特大|重大|较大|一般)(?:及|或)?以上(?!\d)|及以上(?=事故|责任|处分|奖|荣誉|单位|部门|学历|职称|表彰)|以上(?=事故|责任|处分|学历|职称|领导|党组织|媒体|刊物|部门|机关|单位|政府|检查|督查|通报|会议|处罚|表彰|荣誉|奖项|奖励)|其他(?![扣加减得奖罚])[\u4e00-\u9fff]|奖励(?=政策|资金|制度|台账|办法)|罚(?=单|没)|除名|开除|解除|清除|排除|消除|删除|拆除|第三方|第一书记|第一时间|第一责任人|第[一二三]课堂/gu;

const HARMLESS_EN =
  /\bbelow (?:the )?(?:required |agreed )?(?:standards?|expectations)\b|\b(?:first-time|first (?:draft|aid|name|page|language|contact|call|attempt|pass|time)|second-hand|third-party|timesheets?|times? (?:out|sheets?)|(?:response|waiting|delivery|lead|reaction|cycle|turnaround|processing|handling|arrival|finishing|lap|run|start) times|(?:of )?up to \d+ (?:seconds?|minutes?|hours?|(?:working |business |calendar )?days?)|(?:above|over|exceeding|more than|under|less than) [$£€]\d[\d.,]*|(?:above|over|more than|longer than|later than|older than|less than|under) \d+ (?:seconds?|minutes?|hours?|(?:working |business |calendar )?days?|weeks?|months?|years?)(?: (?:late|early|overdue))?)\b/giu;

/** Whether a text can be the name of a measure: an event, in which rates and means may be named. */
export function isMeasure(text: string, lang: "zh" | "en"): boolean {
  // A measure with a negation or a comparison of its own is none.
  if (
    lang === "zh" &&
    /每(?:年|月|季度?|周|学期|学年|半年|人|村|班|校|次|天|日),|没有|未能|未达|未超|多出|超出|超过|高出|少于|低于|不足|不到|除去|同比|环比|较|相比|同期|上年|去年|(?<![占之评对])比(?![例率重赛武分])|[不未没第]$|^(?:超|低|高|多|少|下滑|下降(?!率|幅)|上升(?!率|幅)|降低|增长(?!率|幅|速)|增加|减少)/u.test(
      text,
    )
  )
    return false;
  return isEvent(
    lang === "zh"
      ? text.replaceAll(
          /(?:测评|测试|检查|抽查|考试|评议|问卷|调查|竞赛|抽测)(?:得分|成绩|评分|分数)$|每(?:年|月|季度|季|周|学期|学年|半年|人|村|班|校)|每[^每,]{1,6}平均|比例|比率|占比|比重|平均/gu,
          "x",
        )
      : text.replaceAll(/\b(?:percent\w*|average|ratio|proportion|points?)\b/giu, "x"),
    lang,
  );
}

/** That something was found, or that what was said before was not observed: neither says anything alone, as 发现, 违者, 不遵守的. */
const NOT_OBSERVED =
  /^(?:被|经)?(?:检查|抽查)?(?:发现|出现|发生|查出|查实|存在)(?:的|者)?$|^(?:如|若|凡|一旦)?(?:有)?(?:经?发现)?(?:违|违反|不遵守|不服从|不执行|不照办)(?:上述|以上|此|本|该)?(?:规定|要求|条)?(?:的|者)?$/u;

/** When or how points are given, which is no event: 当场(扣2分), 其后(每次扣2分). */
export const WHEN_ALONE =
  /^(?:当场|每[次日天周月人]|当即|立即|即刻|直接|一律|其后|此后|之后|随后|以后|今后|往后|届时|另外|此外|同时|当[日天]|次日)+(?:的|者)?$/u;

/** Whether a text can be an event or the name of a measure: it holds no word of a rule. */
export function isEvent(text: string, lang: "zh" | "en"): boolean {
  const trimmed = text.replaceAll(/^[,、:"(]+|[,、:"]+$/gu, "");
  if (trimmed === "" || trimmed.length > 90 || trimmed.endsWith("第")) return false;
  if (lang === "zh" && (isNoEvent(trimmed) || NOT_OBSERVED.test(trimmed) || WHEN_ALONE.test(trimmed))) return false;
  if (MANNER[lang].test(trimmed)) return false;
  if (lang === "en") {
    const plain = text.replaceAll(HARMLESS_EN, "x");
    return !FORBIDDEN_EN.test(plain) && !restricts(plain, "en") && /[a-z]{2}/iu.test(text);
  }
  return /[\u4e00-\u9fffA-Za-z]/u.test(text) && !FORBIDDEN_ZH.test(text.replaceAll(HARMLESS, "x"));
}
