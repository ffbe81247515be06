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
  /^(?:\((?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-z])\)[.、]?|[1-9]\d?(?:\.\d{1,2}){1,3}[.、)]?(?=\s+[A-Z\u4e00-\u9fff]|[\u4e00-\u9fff])(?![个倍万亿元公米吨亩小天年月日成人次件分名篇倍项户处千百斤毫升度])|\d{1,3}[.、)](?!\d)|[\u2460-\u2473\u2776-\u277f\u24eb-\u24f4][.、]?|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百\d]{1,4}[条款项][:、 ]?|[-•●○·*▪◆■□◇√➢►–](?![\d.])|[a-zA-Z][.)](?= )|(?:注|说明|备注)[:\d])\s*/u;

/** The mark that opens a clause (`1.`, `（2）`, `①`), as its length in characters. */
const markLength = (text: string): number => MARK.exec(text)?.[0].length ?? 0;

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

/** The sentences of a cell or paragraph. `firstUnit` is the number of its first unit. */
export function sentencesOf(source: string, firstUnit: number): readonly Sentence[] {
  const { text, at } = normalText(source);
  const chinese = /[\u4e00-\u9fff]/u.test(text);
  const sentences: Sentence[] = [];
  let unit = firstUnit - 1;
  let begin = 0;
  for (const line of text.split("\n")) {
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
      const mark = markLength(line.slice(from, to));
      if (mark > 0 && from > 0) unit++;
      from += mark;
      trim();
      if (from >= to) continue;
      sentences.push({ text: line.slice(from, to), at: at.slice(lineFrom + from, lineFrom + to + 1), unit });
    }
  }
  return sentences;
}
