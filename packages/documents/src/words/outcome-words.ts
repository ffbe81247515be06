/**
 * What follows from an assessment beside points: grades, pay, awards, measures against persons. The words are data, in one place for all
 * who tell an outcome from an event, from a note or from a rule.
 */

/** What a result is set to, or may not be: `定为`, `不得评`. */
const GRADE_SET = "(?:评|确|核|认)定为|定为|不得(?:被)?(?:评|定|确定)|不得高于|不高于|降为|降至|降到|降低";
/** Pay that is not paid, and posts that are lost. */
const PAY_OR_POST = "扣发|停发|追究|撤销|免职";
/** Measures against a person or a unit, outside the score. */
const MEASURES =
  "约谈|诫勉|问责|追责|免职|辞退|解聘|劝退|开除|除名|解除[^,]{0,6}(?:合同|聘用)|调离|转岗|待岗|降职|撤职|停职|停岗|调整岗位|通报批评|黄牌|红牌";

/** Measures outside the score, as an alternation. */
export const OUTSIDE_SCORE = `${MEASURES}|警告|记过|降薪|[下上]调[^,]{0,4}(?:工资|绩效)|调[换整离][^,]{0,4}岗位|停班|停课|离职`;

const ASSESSED = "(?:本?年度|当年|年终|年内|全年|当[期季月]|综合|绩效|个人|单位|考核|考评|评价|等次|等级|档次|结果)";
const LINK = "(?:并|且|同时|则|其|均|一律|直接|应)*";

/** Words for an assessment alone, which are no event: what follows in `年度考核直接定为不合格`. */
const ASSESSED_ALONE = new RegExp(`^(?:${ASSESSED}|的)+$`, "u");
/** A later piece of a sentence that says what follows from the event before it. */
const FOLLOWS_BEHIND = new RegExp(`,${LINK}${ASSESSED}*(?:均|一律|直接|应)*(?:${GRADE_SET}|${PAY_OR_POST})`, "u");
const FOLLOWS = new RegExp(`^${LINK}${ASSESSED}+(?:均|一律|直接|应)*(?:${GRADE_SET}|${PAY_OR_POST})`, "u");

/** A measure behind the event that it follows from, before points: of `打瞌睡的，约谈并(扣2分)`. */
const HANDLED = "(?:谈话|处分|处罚|处理)?";
const MEASURE_BEHIND = new RegExp(
  `(?:,${LINK}(?:予以|给予)?(?:${MEASURES})${HANDLED}|[,的者]${LINK}(?:予以|给予)?(?:${MEASURES}|警告)${HANDLED},?(?:并|且|同时)),?$`,
  "u",
);

/** Whether a sentence says what follows from an event and names none: `当年不得评为优秀`. */
export const isOutcome = (text: string): boolean => FOLLOWS.test(text) || FOLLOWS_BEHIND.test(text);

/** Whether a text names an assessment alone, or says behind an event what follows from it, so that it is no event. */
export const isNoEvent = (text: string): boolean =>
  ASSESSED_ALONE.test(text) || FOLLOWS_BEHIND.test(text) || MEASURE_BEHIND.test(text);

const SENTENCE_OUTCOME = new RegExp(
  [
    "(?:评定|认定|确定|定|评|列|视)为[^,]{0,4}(?:不合格|不达标|不称职|末位|较差|差(?:等|级)?$)",
    "降低?[^,]{0,4}(?:等次|档次|等级)",
    "归零|清零",
    "(?:相同|相等|并列)(?:的|者|时)",
    "四舍五入|取整|保留[^,]{0,6}(?:小数|整数)",
    "不[得能可予][^,]{0,4}(?:评|定|确定|认定|晋|提拔|聘|推荐|续签|参加[^,]{0,6}(?:竞选|选举|评选))",
    `(?:的|者|单位|科室|个人),[^,]{0,16}(?:${MEASURES})`,
    `(?:${MEASURES})${HANDLED}$`,
    "取消[^,]{0,12}(?:资格|评优|评先|奖励)",
    "不得(?:参加|参与)?[^,]{0,4}(?:评优|评先|评选)",
    "扣发|停发|[下上]调[^,]{0,4}(?:工资|绩效|级)",
  ].join("|"),
  "u",
);

/** What follows for a person or a contract, in English; and, in Chinese, what something counts as. */
const FOLLOWS_OTHERWISE =
  /\b(?:leads?|results?) (?:to|in)\b|\b(?:dismissed|suspended|terminated|disqualified|not (?:accepted|rated|ranked|eligible|allowed|entitled|shortlisted))\b|\bratings? in a row\b|\bdisqualif|\b(?:ties?|tied|tie-?break\w*)\b|\b(?:may|must|can|shall|will) ?not (?:enter|take part|compete|participate|apply|qualify|be (?:selected|promoted|considered|nominated|rated|ranked))\b|\b(?:top|first|best|highest|lowest|last|bottom|winning|most points)\b[^,;]*\b(?:receives?|wins?|gets?|goes|advances?|qualif\w+|is|are|placed|ranked)\b|按[^,]{1,8}(?:处理|论处|对待)$/iu;

/** Whether a sentence says what follows for the result as a whole, so that it is no note: 直接评定为不合格, 降低一个等次. */
export const statesOutcome = (text: string): boolean => SENTENCE_OUTCOME.test(text) || FOLLOWS_OTHERWISE.test(text);

const OUTCOME_PIECE = new RegExp(
  `^(?:直接|一律|降低|降为|取消|定为|评定为|不得(?:被)?评|${PAY_OR_POST})|,(?:直接|一律|均|则|予以|给予|年终|年度|当年|综合|考核|总分|得分|降低|降|取消|定为|评为|评定|不得|不予|扣|按|追究|由|停|撤|免)`,
  "u",
);

/** Whether a line says itself what follows, so that it is not an event alone. */
export const holdsOutcome = (text: string): boolean => OUTCOME_PIECE.test(text) || isOutcome(text);
