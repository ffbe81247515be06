/** A requirement beside what is scored, which adds no rule of its own: 每学期听课不少于15节，少一节扣1分 has it before its rule. */
import type { Asked, Context, Given } from "../form/pattern.js";
import { figuresOf, isEvent } from "../words/event-words.js";
import { isOutcome } from "../words/outcome-words.js";
import type { Chosen, Match } from "./attempt.js";
import type { Piece } from "./pieces.js";

/** What is required, with its figure, before what is scored. */
const NORM =
  /^[^,;]*?(?:不少于|不低于|不得少于|不得低于|不高于|不超过|不得超过|至少|达到?|控制在|≥|≤|不小于|须有|应有|配备)\d+(?:\.\d+)?[^,;扣加减得0-9]{0,12}$|^[^,;0-9]{2,16}率(?:应|须)?(?:为|达到?|≥)?100%$|^[^,;扣加减得0-9]{0,16}(?:每(?:年|半年|季度?|月|周|日|天|学期|学年)度?|全年|年内)[^,;扣加减得0-9]{0,16}(?:\d+|[一二两三四五六七八九十])[次场篇期份件人个节][^,;扣加减得0-9]{0,10}$|^(?:随机)?抽[查取样检]\d+(?:个|份|人|户|名|本|张|家|处|件|例|台)[^,;扣加减得0-9]{0,10}$|^[^,;扣加减得0-9]{0,12}\d+(?:日|号|时|点)(?:以|之)?前[^,;扣加减得0-9]{2,16}$/u;

/** How many of something are looked at. */
export const SAMPLING = /^(?:随机)?抽[查取样检]\d+(?:个|份|人|户|名|本|张|家|处|件|例|台)[^\d,扣加减得]{0,10}$/u;
const SAMPLE: Given = {
  option: 0,
  because: { zh: "抽查的数量不计分", en: "how many are looked at does not score" },
};

const normQuestion = (text: string): Asked => ({
  code: "norm",
  scope: "clause",
  text: {
    zh: `“${text}”只是要求，还是也用来计分？`,
    en: `Is “${text}” a requirement only, or does it score as well?`,
  },
  options: [
    { zh: "只是要求，计分按后面所列情形", en: "a requirement; what follows says how it is scored" },
    { zh: "也用来计分，这一条另写", en: "it scores as well; the clause is written by hand" },
  ],
});

/** A requirement before what is scored, which adds no rule; asked about. */
export function normMatch({ text, from, to }: Piece, context: Context, chosen: Chosen): Match | null {
  // Plain words beside what is scored may be a requirement as well.
  const plain = text.replace(/每(?:周|月|季度?|半年|年|学期|日|天|旬)/u, "");
  const isPlain = text.length <= 16 && figuresOf(text).length === 0 && isEvent(plain, "zh");
  if (
    context.lang !== "zh" ||
    !(isPlain || NORM.test(text)) ||
    isOutcome(text) ||
    // A condition is no requirement.
    /(?:的|者|部分|[之以]后)$/u.test(text) ||
    /[扣加减奖]\d|得[^\d,]{0,4}分|^(?:其他|其余|其它|否则)|^(?:优秀|良好|一等).*%|不合格|按[^,]{1,8}(?:处理|论处|对待)|约谈|诫勉|辞退|等次|等级|降[低级为]|取消|归零|评定|定为|资格|[停扣]发|免职|否决|酌情|每(?:少|缺|低|超|多)|(?:超过|超出|最多|最高|累计|合计)[^,]{0,4}\d+(?:\.\d+)?分(?!钟)/u.test(
      text,
    )
  )
    return null;
  const asked = normQuestion(text);
  const own = chosen(asked);
  if (own === 1) return null;
  // How many are looked at is no rule.
  const given = own === null && SAMPLING.test(text) ? SAMPLE : null;
  const figures = figuresOf(text).map((span) => ({ from: from + span.from, to: from + span.to }));
  return {
    pattern: "norm",
    from,
    to,
    slots: {},
    parts: [],
    asked: [{ ...asked, chosen: own ?? given?.option ?? null, because: given?.because ?? null }],
    figures,
  };
}
