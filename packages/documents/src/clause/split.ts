/** A text to sentences: each is one clause. Sentences of one line or one numbered entry share a unit. */
import { normalText } from "./normal-text.js";

/** One sentence of a cell or paragraph. */
export interface Sentence {
  /** Normal text, without its mark and the sign that ends it. */
  readonly text: string;
  /** For each character its offset in the source text. */
  readonly at: readonly number[];
  /** Sentences of one numbered entry have the same. */
  readonly unit: number;
}

const MARK =
  /^(?:\((?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-z])\)[.、]?|[1-9]\d?(?:\.\d{1,2}){1,3}[.、)]?(?=\s+[A-Z\u4e00-\u9fff]|[\u4e00-\u9fff])(?![个倍万亿元公米吨亩小天年月日成人次件分名篇倍项户处千百斤毫升度])|\d{1,3}[.、)](?!\d)|\d{1,2}、(?=\d{1,3}%)|[\u2460-\u2473\u2776-\u277f\u24eb-\u24f4][.、]?|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百\d]{1,4}[条款项][:、 ]?|[-•●○·*▪◆■□◇√➢►–](?![\d.])|[a-zA-Z][.)](?= )|(?:注|说明|备注)[:\d]|(?:考核)?(?:结果(?:的)?(?:运用|应用)|等[级次](?:划分|评定|确定)?|奖惩(?:办法|措施|标准)?|奖励|处罚|(?:[Oo]verall )?(?:[Rr]atings?|[Gg]rades?|[Gg]rading scale)):)\s*/u;

/** The mark that opens a clause (`1.`, `（2）`, `①`), as its length in characters. */
const markLength = (text: string): number => MARK.exec(text)?.[0].length ?? 0;

/** A mark directly before a figure: `1.90分以上`, which may as well be a decimal. */
const GLUED = /^(?<mark>\d{1,2})[.、](?<decimals>\d+)/u;
const NUMBERED = /^\(?(?<mark>\d{1,2})[.、)]/u;

const lengthOf = (mark: string): number => mark.length + 1;

/**
 * Lines that begin with a mark and a figure directly behind it (`2.90分以上`), as the length of the mark by `passage:line`: what continues
 * with the numbers of the lines around it, or would be a decimal that ends in 0. Other decimals stay what they are.
 */
export function gluedMarks(passages: readonly string[]): ReadonlyMap<string, number> {
  const lines = passages.flatMap((passage, at) =>
    normalText(passage)
      .text.split("\n")
      .map((text, line) => ({ key: `${String(at)}:${String(line)}`, text: text.trimStart() })),
  );
  const numbers = lines.map(({ text }) => Number(NUMBERED.exec(text)?.groups?.["mark"] ?? "0"));
  // The number of the nearest numbered line behind each line.
  const next: (number | undefined)[] = [];
  for (let at = lines.length - 1, nearest: number | undefined; at >= 0; at--) {
    next[at] = nearest;
    if ((numbers[at] ?? 0) > 0) nearest = numbers[at];
  }
  const found = new Map<string, number>();
  let latest: number | undefined;
  for (const [at, { key, text }] of lines.entries()) {
    const before = latest;
    if ((numbers[at] ?? 0) > 0) latest = numbers[at];
    const { mark, decimals } = GLUED.exec(text)?.groups ?? {};
    if (mark === undefined || decimals === undefined || Number(mark) === 0) continue;
    const goesOn = before === undefined ? next[at] === Number(mark) + 1 : before === Number(mark) - 1;
    if (goesOn || (Number(mark) === 1 && before === undefined && decimals.endsWith("0")))
      found.set(key, lengthOf(mark));
  }
  return found;
}

interface Cut {
  readonly from: number;
  readonly to: number;
}

function cutsOf(line: string, chinese: boolean): readonly Cut[] {
  const cuts: Cut[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? "";
    // `有下列情形之一的，…：（1）…` is a lead and its first event.
    if (
      sign === "(" &&
      depth === 0 &&
      line.slice(from, at).trimEnd().endsWith(":") &&
      /^\((?:\d{1,2}|[一二三四五六七八九十])\)/u.test(line.slice(at, at + 5))
    ) {
      cuts.push({ from, to: at });
      from = at;
    }
    // `…情形之一的，不得评优：发生事故的；…` as well.
    if (
      sign === ":" &&
      depth === 0 &&
      at < line.length - 1 &&
      /^.{0,30}(?:下列|以下|如下)(?:情形|情况|行为|问题|现象|事项)(?:之一|其一)?(?:的|者)?[^:]{0,40}$/u.test(
        line.slice(from, at),
      )
    ) {
      cuts.push({ from, to: at + 1 });
      from = at + 1;
    }
    if (sign === "(") depth++;
    else if (sign === ")") depth = Math.max(0, depth - 1);
    const isEnd =
      depth === 0 &&
      (sign === "。" ||
        sign === ";" ||
        sign === "!" ||
        sign === "?" ||
        (!chinese &&
          sign === "." &&
          /^\.(?:\s+["(]?[A-Z\d-]|\s*$)/u.test(line.slice(at, at + 5)) &&
          !/^\s*\d{1,3}$/u.test(line.slice(from, at)) &&
          !/\b(?:e\.g|i\.e|etc|vs|no|approx|pts?)$/iu.test(line.slice(0, at))));
    const isMark =
      at > from &&
      depth === 0 &&
      (/[\u2460-\u2473]/u.test(sign) ||
        (/[\u4e00-\u9fff)]/u.test(line[at - 1] ?? "") &&
          /^\d{1,2}[.、](?!\d)[\u4e00-\u9fff"]/u.test(line.slice(at, at + 4)) &&
          !/[加扣得第前后]$/u.test(line.slice(0, at))));
    if (isEnd || isMark) {
      cuts.push({ from, to: at });
      from = isEnd ? at + 1 : at;
    }
  }
  cuts.push({ from, to: line.length });
  return cuts;
}

/** The sentences of a cell or paragraph. `firstUnit` is the number of its first unit; `glued` gives the length of a line's glued mark. */
export function sentencesOf(
  source: string,
  firstUnit: number,
  glued: (line: number) => number = () => 0,
): readonly Sentence[] {
  const { text, at } = normalText(source);
  const chinese = /[\u4e00-\u9fff]/u.test(text);
  const sentences: Sentence[] = [];
  let unit = firstUnit - 1;
  let begin = 0;
  for (const [index, line] of text.split("\n").entries()) {
    const lineFrom = begin;
    begin += line.length + 1;
    unit++;
    for (const cut of cutsOf(line, chinese)) {
      let { from, to } = cut;
      const trim = () => {
        while (from < to && /[\s,、;。]/u.test(line[from] ?? "")) from++;
        while (to > from && /[\s,、;。:]/u.test(line[to - 1] ?? "")) to--;
      };
      trim();
      let mark = (cut.from === 0 ? glued(index) : 0) || markLength(line.slice(from, to));
      if (mark > 0 && from > 0) unit++;
      // `注：1.…` has two.
      for (let times = 0; mark > 0 && times < 2; times++) {
        from += mark;
        trim();
        mark = times === 0 && /[:：]\s*$/u.test(line.slice(0, from)) ? markLength(line.slice(from, to)) : 0;
      }
      if (from >= to) continue;
      sentences.push({ text: line.slice(from, to), at: at.slice(lineFrom + from, lineFrom + to + 1), unit });
    }
  }
  return sentences;
}
