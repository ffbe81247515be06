/** The comma pieces of a clause, and those that are not rule. */
import type { Lang } from "@yardstick/language";
import { figuresOf, isEvent } from "../words/event-words.js";

/** A stretch of a clause between two commas. */
export interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const AND_POINTS = /^ and \d+(?:\.\d+)? (?:points?|marks?|pts?) (?:off |deducted )?(?:for|per) (?:each|every)? ?/iu;

/** What belongs to the points before it without a comma: `… for each error up to a maximum of 5`, `… unless it was reported`. */
const BEHIND_POINTS =
  /^ (?:(?:up )?to a maximum of \d|with a maximum of \d|(?:capped|limited) (?:at|to) \d|but (?:no|not) more than \d|(?:unless|except (?:for|if|when|where)) )/iu;
const ENGLISH_POINTS = /(?:\d|\b(?:no|zero|half an?|one|two|three|four|five|ten)) ?(?:points?|marks?|pts)\b/iu;
/** `…, and every failed one scores 1 point`: a rule of its own. */
const AND_EACH = /^and (?=(?:each|every) )/iu;

/** The pieces between commas outside parentheses; a note in parentheses behind points is a piece of its own. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let depth = 0;
  let from = 0;
  const cut = (to: number, next: number) => {
    if (text.slice(from, to).trim() !== "") {
      let start = from;
      let end = to;
      while (text[start] === " ") start++;
      start += AND_EACH.exec(text.slice(start, start + 12))?.[0].length ?? 0;
      while (end > start && text[end - 1] === " ") end--;
      pieces.push({ text: text.slice(start, end), from: start, to: end });
    }
    from = next;
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (sign === "(") {
      if (
        depth === 0 &&
        (/^\((?:max|maximum|up to|at most|no more|not more|最多|最高|不超过|上限|封顶|扣完|累计|至多)/iu.test(
          text.slice(at, at + 14),
        ) ||
          /(?:[分决]|满分|不得分|加倍|减半)$|\d ?(?:points?|pts?|marks?)$/u.test(text.slice(0, at))) &&
        !/^\((?:含|不含)/u.test(text.slice(at, at + 4))
      )
        cut(at, at);
      depth++;
    } else if (sign === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0 && (sign === "," || sign === ";")) cut(at, at + 1);
    else if (
      depth === 0 &&
      (sign === "并" || sign === "且") &&
      text[at - 1] === "分" &&
      /^[并且](?:依法|依规|依纪|严肃|实行|予以|直接)?(?:由[^,;0-9扣加减]{1,8}(?:赔偿|承担|整改|恢复)|追究|责令|移送|移交|通报批评|约谈|诫勉|一票否决|取消|没收|赔偿|照价赔偿|批评教育|限期整改|(?:全[区县镇市院校])?通报)/u.test(
        text.slice(at, at + 12),
      )
    )
      cut(at, at);
    // `1 point for each missing signature and 2 points for each missing page`.
    else if (depth === 0 && sign === " " && AND_POINTS.test(text.slice(at, at + 40))) cut(at, at + 5);
    else if (
      depth === 0 &&
      sign === " " &&
      BEHIND_POINTS.test(text.slice(at, at + 24)) &&
      ENGLISH_POINTS.test(text.slice(from, at))
    )
      cut(at, at + 1);
    // `A级（95分及以上）、B级（85～95分）`.
    else if (
      depth === 0 &&
      sign === "、" &&
      text[at - 1] === ")" &&
      /\([^()]{0,8}\d分[^()]{0,6}\)$/u.test(text.slice(0, at))
    )
      cut(at, at + 1);
    else if (
      depth === 0 &&
      sign === "、" &&
      text[at - 1] === "分" &&
      (/^、[^\d、]{2,}[扣加得减奖]/u.test(text.slice(at, at + 40)) ||
        /^、[^\d、,;每]{1,6}\d+(?:\.\d+)?分(?:[、,;]|$)/u.test(text.slice(at, at + 24)))
    )
      cut(at, at + 1);
  }
  cut(text.length, text.length);
  return pieces;
}

/** How something is checked, who provides it, what it is based on: no rule, where no figure and no verb of points is in it. */
const REMARK =
  /^(?:查|通过|查看|查阅|检查|现场|实地|抽查|核查|调阅|听取|走访|座谈|问卷|依据|以|由|按|根据|见|详见|参见|须提供|需提供|提供|注|说明|资料|以上|年终|平时|日常|考核|数据来源|评分依据|各档有)[^\d]*$/u;

/** What leads rows of points and says no more than that they follow: 按评比名次计分. */
export const isLead = (text: string): boolean =>
  /^(?:根据|按照?|依据|以)[^,\d每扣]{0,10}(?:名次|排名|等次|等级|级别|档次|类别|结果|情况)(?:高低)?(?:分别|分档|依次|对应)?(?:计分|得分|赋分|给分|评分|打分)$/u.test(
    text,
  );

/** What a rate is made of: 完成率=已完成数/总数. */
const DEFINITION = /^[^=,\d]{1,14}(?:率|占比|比例|比重)=[^=,\d%]{2,30}[/÷][^=,\d%]{2,30}(?:[×*]100%)?$/u;

/** What proves something: 以合同签订时间为准. */
const PROOF = /^以[^,\d扣加得]{2,16}(?:时间|日期|证书|证明|复印件|原件|合同|文件|通知书)为准$/u;

/** Whether a piece says how something is checked or who provides it, and no more. */
export const isRemark = (text: string, lang: Lang): boolean => {
  const plain = text.replaceAll(/^\(|\)$/gu, "");
  if (lang === "zh" && (DEFINITION.test(text) || PROOF.test(plain))) return true;
  if (figuresOf(plain).length > 0) return false;
  if (lang === "en") return false;
  // What follows outside the score.
  if (
    isEvent(plain, lang) &&
    !/酌情|视情|[(,]除|除[^去]{1,10}外|为准|免|减|折|首次|重复|每|不合格|不得分|否决|取消|降|等次|等级|定为|评为|零分|归零|不予|不得|不参与|排名/u.test(
      plain,
    ) &&
    /^(?:(?:情节(?:特别)?严重|构成(?:犯罪|违法)|涉嫌(?:犯罪|违法)|触犯法律)的,?)?(?:并|同时|且)?(?:依法|依规|依纪|严肃|予以|给予|由[^\d扣加减]{2,8})?(?:追究|责令|移送|移交(?:司法|公安|纪检|执法|有关)|通报批评|(?:全[镇县区市院校])?(?:予以)?通报|约谈|诫勉谈话|停工整[顿改]|限期整改|停岗|待岗|没收|照价赔偿|赔偿损失|(?:要求)?赔偿|开除|辞退|解聘|劝退|除名|调离|转岗|批评教育|恢复原状)[^\d扣加减]*$/u.test(
      plain,
    )
  )
    return true;
  // `检查发现问题的` is a condition.
  return (
    REMARK.test(plain) &&
    !/(?:的|者)$/u.test(plain) &&
    isEvent(plain.replace(/^(?:按照?|以)/u, ""), lang) &&
    !/执行|办法|规定(?:执行|办理|处理)|计算|确定/u.test(plain)
  );
};
