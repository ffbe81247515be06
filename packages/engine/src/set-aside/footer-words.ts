/**
 * Lines around the rows of a table: who filled it in, checked and signed it, when, notes, sources, page numbers.
 */
import { foldHeader } from "../names/fold-name.js";

const ROLES =
  "制表|填表|填报|造表|编制|审核|复核|审批|审定|审阅|校对|核对|经办|经手|负责|主管|分管|联系|监督|监票|计票|唱票|记录|统计|录入|签发|签收|评审|评分|打分|考核|报送|上报|主要负责|单位负责|部门负责|科室负责|财务负责";
const WHO = "人|人员|者|员|单位|部门|科室|机关|领导|日期|时间|意见|签字|签名|签章|盖章|说明";

/** Words of a footer that nothing else begins with, whatever follows. */
const LEADS = new RegExp(
  `^(?:(?:${ROLES})(?:人|人员|者|日期|时间|签字|签名|签章)|(?:制表|填表|填报|报送|编制)(?:单位|部门|说明)|(?:打印|导出|生成|更新|截止|截至)(?:日期|时间)|` +
    "(?:填写|编制|使用|备注|指标)说明|(?:数据|资料)来源|联系(?:人|电话|方式)|(?:单位|部门|主管|分管|主要)(?:负责人|领导)|单位(?:盖章|公章)|注意事项|温馨提示|以下空白|以下无正文)",
  "u",
);
/** Words that are a footer alone or before a colon; as the beginning of a name they may be one: 说明会, 审核科. */
const HEADS = new RegExp(
  `^(?:(?:${ROLES})(?:${WHO})?|(?:单位|部门|主管|分管|主要|党委|行政)?(?:负责人|领导)|` +
    "电话|手机|手机号|传真|邮箱|电子邮箱|地址|邮编|日期|时间|年月日|备注|附注|注释?|注\\d{0,2}|附|附件\\d*|附表\\d*|附言|说明|来源|盖章|公章|签字|签名|签章|提示|注意|口径|数据口径|统计口径)$",
  "u",
);
/** Posts, which sign before a colon; alone they may be subjects. */
const POSTS = /^(?:科长|局长|处长|主任|校长|院长|站长|队长|书记|组长|经理|会计|出纳)$/u;
const HEADS_EN =
  /^(?:(?:prepared|checked|reviewed|approved|compiled|verified|signed|submitted|completed|filled in|authori[sz]ed|audited|certified|printed|generated|entered|scored|reported|witnessed)(?: (?:by|on|at))?|signatures?|date|dated|time|notes?(?: \d+)?|remarks?|comments?|n\.?b\.?|p\.?s\.?|sources?|data sources?|contact|phone|tel|telephone|fax|e-?mail|address|legend|footnotes?|disclaimer|stamp|seal|key|as (?:of|at)|last updated|updated)$/u;
const LEADS_EN =
  /^(?:(?:prepared|checked|reviewed|approved|compiled|verified|signed|submitted|completed|filled in|authori[sz]ed|audited|certified|printed|generated|entered|reported|witnessed) (?:by|on|at)\b|data sources?\b|last updated\b|end of (?:report|table|list|data)\b)/u;
/** Sentences about the table itself. */
const SENTENCE =
  /^(?:(?:以上|以下|上述|本表|此表|该表|表中|上表|下表|截[至止]).*(?:数据|统计|为准|截[至止]|计算|口径|情况|一式|空白|填写|上报|提供|说明|不含|包括|包含|来源|\d).*|(?:截[至止]|截止到).*\d.*)$/u;
const PAGE = /^(?:第?\d+页.{0,3}(?:共\d+页)?|共\d+页.*|-\d+-|page \d+(?: of \d+)?|\d+ ?\/ ?\d+页?)$/u;
/** The title of a table again on a further page: 税收表（续）. */
const CONTINUED = /^续表\d*(?::.*)?$|\((?:续表?\d*|上接第\d+页|continued|cont\.?)\)$/u;
/** Nothing but the day of a signature, or the end of a table. */
const DAY_OR_END =
  /^(?:\d{4}年\d{1,2}月\d{1,2}日?|[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]+月[一二三四五六七八九十]+日|[(（]?(?:完|表完|结束|以上)[)）]?|-*(?:the )?end-*|end of file|eof)$/u;
const SIGNING = /(?:[(_]?(?:盖章|公章|签字|签名|签章)[)_]?:?|年_*月_*日)$/u;

export type FooterCertainty = "unless-figures" | "sentence" | "alone" | null;

/**
 * What the words of a cell say. `unless-figures`: a footer; where the row holds figures it may be a subject anyway. `sentence`: a
 * footer where the rest of the row is empty. `alone`: it may be one where the rest is empty. Null: an ordinary name.
 */
export function footerWords(text: string): FooterCertainty {
  const words = foldHeader(text).replace(/^[*※#\s]+/u, "");
  if (words === "") return null;
  if (/^[-_.·=~]+$/u.test(words)) return "sentence";
  const colon = words.indexOf(":");
  const head = (colon < 0 ? words : words.slice(0, colon)).replace(/\([^()]*\)$/u, "").trim();
  const isHead = HEADS.test(head) || HEADS_EN.test(head);
  if (colon >= 0 && (isHead || POSTS.test(head) || LEADS.test(head) || LEADS_EN.test(head))) return "unless-figures";
  if (isHead || LEADS.test(words) || LEADS_EN.test(words) || PAGE.test(words)) return "unless-figures";
  if (SENTENCE.test(words) || SIGNING.test(words)) return "unless-figures";
  if (DAY_OR_END.test(words) || CONTINUED.test(words)) return "sentence";
  // An ordinary name contains none of these signs.
  if (/[。；！？]/u.test(text) && words.length >= 6) return "sentence";
  if (/^\(?\d+\)?[.,)]\s*.{12,}/u.test(words)) return "alone";
  if (/^(?:说明|备注|附注|注明|注)/u.test(words) && words.length >= 6) return "alone";
  return words.length >= 24 && /[,，]/u.test(words) ? "alone" : null;
}
