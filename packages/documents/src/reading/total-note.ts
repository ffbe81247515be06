/** Sentences that state the total or how the assessment is organised, and hold no rule. */
import type { Context } from "../form/pattern.js";
import { figuresOf } from "../words/event-words.js";

const TOTAL_NOTE =
  /^(?:[^,]{0,16}(?:满分|总分|基本分|基础分)(?:为|共|:|是)?\d+分(?:,(?:[^,]{0,8}每(?:年|半年|季度?|月|学期|学年)(?:度|末|底)?(?:进行|开展|组织)?(?:考核|评价|评比|考评)?(?:1|一)次|[^,]{0,10}(?:实行|采用|采取)(?:百分制|扣分制|倒扣分制?|加减分制)))*|[^,]{0,12}(?:实行|采用|采取)百分制|[^,]{0,30}(?:施行|执行|实施)|total:? \d+ (?:points|marks)(?: possible)?|(?:the )?[a-z ]{3,30} (?:is|are) (?:marked|scored|rated) out of \d+(?: points| marks)?)$/iu;

const TOTAL_ALONE = /^[^,]{0,16}(?:满分|总分|基本分|基础分|基础积分|初始分|起始分)(?:为|共|:|是)?(?<points>\d+)分$/u;
/** The whole starts at its points: 实行扣分制, 从满分起扣, `each call starts at 100 points`. */
export const STARTS =
  /(?:实行|采用|采取)(?:百分)?(?:倒)?扣分制|(?:start|begin)s? (?:with|from|at|off at) (?:100|full|all|the maximum)/iu;
const STARTS_FULL =
  /^(?:(?:each|every|the|all) [a-z ]{2,30} )?(?:start|begin)s?(?:ing)? (?:(?:the |each |every )(?:year|month|quarter|term|semester|season) )?(?:with|from|at|off at) (?<points>\d+) (?:points|marks)$/iu;

/** The total with remarks that hold no rule, or that an item starts at its points. */
export function isTotalNote(text: string, { points: all, lang }: Context): boolean {
  if (TOTAL_NOTE.test(text) && !/[扣加]/u.test(text)) return true;
  if (lang === "en") {
    const points = STARTS_FULL.exec(text)?.groups?.["points"];
    return points !== undefined && (points === all || /^(?:each|every|the|all) /iu.test(text));
  }
  const pieces = text.split(",");
  return (
    pieces.some((piece) => TOTAL_ALONE.test(piece)) &&
    pieces.every(
      (piece) =>
        TOTAL_ALONE.test(piece) ||
        (figuresOf(piece).length === 0 &&
          piece.length <= 24 &&
          /^(?:本[^扣加减]*(?:采用|实行|适用)|按[月季年]|[每次][月季年]|实行|采用|采取|由|考核得分与|考核结果与)[^扣减乘除平均折]*$/u.test(
            piece,
          )),
    )
  );
}
