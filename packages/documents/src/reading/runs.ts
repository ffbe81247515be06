/** The sentences of a passage as the clauses that they make: rows of one series are joined, as are bounds with their rule. */
import { isAttachment } from "../match/attach.js";
import { isSeries, isWhole, rowsLike } from "../match/match.js";
import type { Lang } from "@yardstick/language";
import { isChinese } from "../clause/normal-text.js";
import type { Context } from "../form/pattern.js";
import type { Sentence } from "../clause/split.js";
import { LEVEL_WORDS } from "../words/slot-words.js";

/** One clause: a sentence, or several that belong together. */
export interface Run {
  readonly text: string;
  readonly unit: number;
  readonly at: readonly number[];
}

/** The language of a sentence; that of the document where it has no letters. */
export const langOf = (text: string, lang: Lang): Lang =>
  isChinese(text) ? "zh" : /[A-Za-z]/u.test(text) ? "en" : lang;

/** Sentences of a passage, those that are rows of one series joined. */
export function runsOf(
  sentences: readonly Sentence[],
  around: Context,
  count: (tried: number) => void,
): readonly Run[] {
  const runs: Run[] = [];
  for (let start = 0; start < sentences.length; start++) {
    const first = sentences[start];
    if (first === undefined) break;
    const context = { ...around, lang: langOf(first.text, around.lang) };
    let common = rowsLike(first.text, context.lang);
    let end = start;
    while (common.size > 0 && end + 1 < sentences.length && end - start < 9) {
      const after = sentences[end + 1];
      if (after === undefined || (after.unit !== first.unit && COUNTED.test(first.text) && COUNTED.test(after.text)))
        break;
      const next = rowsLike(after.text, context.lang);
      const both = new Set([...common].filter((name) => next.has(name)));
      if (both.size === 0) break;
      common = both;
      end++;
    }
    while (
      end > start &&
      !isSeries(
        sentences.slice(start, end + 1).map(({ text }) => text),
        context,
        count,
      )
    )
      end--;
    // A second list of points without levels of its own has those of the list before.
    if (first.text.length <= LONGEST && LISTED.test(first.text))
      while (INHERITS.test(sentences[end + 1]?.text.slice(0, LONGEST) ?? "") && sentences[end + 1]?.unit === first.unit)
        end++;
    // A formula of the total continues with those of its parts.
    if (first.text.length <= LONGEST && TOTAL_FORMULA.test(first.text))
      while (
        PART_FORMULA.test(sentences[end + 1]?.text.slice(0, LONGEST) ?? "") &&
        sentences[end + 1]?.unit === first.unit
      )
        end++;
    // `At least 5 references; 1 mark off for each missing`.
    const following = sentences[end + 1];
    if (LEAST_EN.test(first.text) && following?.unit === first.unit && MISSING_EN.test(following.text)) end++;
    // `满意度≥90得满分；每低1分扣1分`: the figure of the steps is in the sentence before.
    const stepped = sentences[end + 1];
    if (
      end === start &&
      stepped?.unit === first.unit &&
      FULL_END.test(first.text) &&
      STEP.test(stepped.text) &&
      isWhole(`${first.text},${stepped.text}`, context, count)
    )
      end++;
    // `The first two are free; after that each one costs 2 points`.
    const further = sentences[end + 1];
    if (
      end === start &&
      further?.unit === first.unit &&
      FREE.test(first.text) &&
      FURTHER.test(further.text) &&
      isWhole(`${first.text},${further.text}`, context, count)
    )
      end++;
    // `Target 99.5%. One point is lost for each point below target`.
    const target = sentences[end + 1];
    if (
      end === start &&
      target?.unit === first.unit &&
      TARGET_EN.test(first.text) &&
      BELOW_EN.test(target.text) &&
      isWhole(`${first.text},${target.text}`, context, count)
    )
      end++;
    // `Lowest price scores 10; others score 10 x lowest price / price`.
    const others = sentences[end + 1];
    if (end === start && others?.unit === first.unit && LOWEST_EN.test(first.text) && OTHERS_EN.test(others.text))
      end++;
    // `禁止追逐打闹。违者扣1分`.
    const broken = sentences[end + 1];
    if (end === start && broken?.unit === first.unit && BROKEN.test(broken.text) && !SCORING.test(first.text)) end++;
    // A bound that is a sentence of its own belongs to the only rule before it.
    const isAlone = !sentences.some((each, at) => at < start && each.unit === first.unit);
    const belongs = (sentence: Sentence | undefined): boolean =>
      isAlone && sentence?.unit === first.unit && isAttachment(sentence.text, context.lang);
    while (belongs(sentences[end + 1]) && (SCORING.test(sentences[end]?.text ?? "") || /\d分/u.test(first.text))) end++;
    const joined = sentences.slice(start, end + 1);
    runs.push({
      unit: first.unit,
      text: joined.map(({ text }) => text).join(","),
      at: joined.flatMap(({ at }, index) => (index < joined.length - 1 ? at : [...at])),
    });
    start = end;
  }
  return runs;
}

/** A sentence beyond this is not a clause. */
export const LONGEST = 600;

/** Deducts each time: entries of their own stay two rules, as 到市上访的，每次扣1分 and 到省上访的，每次扣2分. */
const COUNTED = /每[^,;]*[扣减]/u;

const LISTED = new RegExp(`(?:${LEVEL_WORDS})(?:、(?:${LEVEL_WORDS}))+.*(?:分别|依次)[^,]{0,6}\\d`, "u");
const INHERITS = new RegExp(`^(?!.*(?:${LEVEL_WORDS})、)[^,]{2,20},?(?:分别|依次)[^,]{0,6}\\d+(?:\\.\\d+)?分?、`, "u");
const FULL_END = /^(?!.*[扣每]).*(?:得满分|计满分|得全分|得\d+(?:\.\d+)?分)$/u;
const STEP =
  /^(?:未达到?|未完成|达不到|不足|低于)[^,;]{0,6}(?:,|按(?:实际)?(?:完成)?(?:情况的?)?比例)|^每(?:少|低|降|缺|下降|差|减少)/u;
const FREE =
  /^[^,;]{0,30}前[\d一二两三四五六七八九十]+[^,;]{0,14}(?:不扣|不计|免|不予|不纳入)|^(?:the )?first (?:\d+|\w+) [^,;]{2,60} (?:is|are) (?:free|not|excused|ignored|disregarded|tolerated|without)|\b(?:tolerated|allowed|accepted|free) up to \w+$/iu;
const FURTHER =
  /^(?:但)?(?:从|自)?(?:第[\d一二三四五六七八九十]+|以后|之后|此后|其后|超[出过])|^(?:after (?:that|which)|thereafter|from then on|(?:each|every) (?:further|additional|extra|subsequent|other|more))\b/iu;
const BROKEN =
  /^(?:如|若|凡)?(?:有)?(?:经?发现)?(?:违者|违反者|违反(?:上述|以上)?(?:规定|要求)?的|违规者|不遵守(?:的|者))/u;
const LEAST_EN = /^(?:at least|no fewer than|a minimum of|minimum) \d+ [a-z ]+$/iu;
const MISSING_EN =
  /(?:for each|per) (?:one )?(?:missing|fewer|less|short)(?: one)?$|(?:for each|per) [a-z ]+ (?:fewer|less|short|below|under)(?: than| of)? \d+$/iu;
const TARGET_EN =
  /^(?:the )?target[a-z :]* \d+(?:\.\d+)?%$|\d% or (?:higher|more|better|above) (?:earns?|scores?|receives?|gets?) (?:full|all)\b/iu;
const BELOW_EN = /(?:below|under|short of) (?:the target|target|that|this|it)$/iu;
const LOWEST_EN = /^(?:the )?lowest [a-z ]*(?:price|cost|bid|fee) (?:scores|earns|gets|receives) /iu;
const OTHERS_EN = /^(?:all )?others? (?:scores?|earns?|gets?|receives?) /iu;
const TOTAL_FORMULA = /^(?:总分|总成绩|综合成绩|综合得分|总评成绩|测评总分)=.*×\d+(?:\.\d+)?%/u;
const PART_FORMULA = /^[^=,]{1,10}=[^=]*[×*]\d+(?:\.\d+)?%/u;

/** Signs that a clause speaks of scoring, so that it is not a mere description. */
export const SCORING =
  /[扣加减得奖罚计]\s*[\d一二三四五六七八九十]*\.?\d*\s*分|[扣加减奖]\s*\d|不得分|否决|加倍|减半|折算|权重|酌情|points?\b|deduct|marks?\b|\bzero\b|\bcredit\b|\bgrades?\b|\bscores?\b|\blose|\bpenalt|\bfail|\bpts\b|\bbonus\b|\bextra\b|\breject|\baccepted\b|\bdisqualif|\bconsidered\b|%\s*off\b|\bcapped\b/iu;
