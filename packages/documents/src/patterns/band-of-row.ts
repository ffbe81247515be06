/** A row of bands from the slots of its form: where it begins and ends, what it says of its borders, and its points. */
import { ownEntry } from "@yardstick/language";
import type { Slots } from "../form/pattern.js";
import { full, points, type Amount, type Effect, type Field, type Sign } from "../rule/rule.js";
import { numberText, percentOfNumber } from "../words/numerals.js";
import { ENGLISH_NUMBERS, effectOf } from "../words/slot-words.js";
import { englishSign, signOf } from "./measures.js";

/** One row of bands: its ends and its points. */
export interface Band {
  readonly from: string | null;
  readonly to: string | null;
  readonly sign: Sign | null;
  readonly isElse: boolean;
  readonly isRange: boolean;
  /** The document says itself whether the border is in: 含, 不含, a sign. */
  readonly includes: "said" | "word" | null;
  /** Which of its ends a range says it has: `90%≤X<95%` is the upper band's border. */
  readonly takes?: "upper" | "lower" | "both" | null;
  readonly amount: Amount | null;
  readonly effect: Effect | null;
}

const num = (slots: Slots, name: string): string | null => {
  const slot = slots[name];
  return slot === undefined
    ? null
    : (numberText(slot.text) ?? ownEntry(ENGLISH_NUMBERS, slot.text.toLowerCase()) ?? null);
};

/** What an English row does with its points; null where it does not say. */
const englishRowEffect = (slots: Slots): Effect | null =>
  ["V5", "V6", "F9"].some((name) => slots[name] !== undefined) ? "deduct" : slots["V7"] === undefined ? null : "earn";

const negative = (value: string): string => (Number(value) === 0 ? "0" : `-${value}`);
/** A comparison of what has fallen, as one of what has grown. */
const REVERSED: Readonly<Record<Sign, Sign>> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=" };

/** Which of the ends of a range its words say it has, the lower end first; null where they say nothing. */
function endsTaken(slots: Slots, isTurned: boolean): "upper" | "lower" | "both" | null {
  const text = (name: string) => slots[name]?.text ?? "";
  if (text("W8") !== "") return "upper";
  const [low, high] = isTurned ? [text("Q2"), text("Q1")] : [text("Q1"), text("Q2")];
  if (`${low}${high}` === "") return null;
  const has = (word: string) => /含/u.test(word) && !/不含/u.test(word);
  if (has(low) && has(high)) return "both";
  if (has(low) || /不含/u.test(high)) return "upper";
  return "lower";
}

/** The band of a row; null where its figures are none. */
export function bandOf(slots: Slots, measure: (unit: string) => Field, all: string | null): Band | null {
  const text = (name: string) => slots[name]?.text ?? "";
  const effect =
    text("F") !== ""
      ? /不扣/u.test(text("F"))
        ? "deduct"
        : "earn"
      : text("Z") !== ""
        ? null
        : text("V") === ""
          ? englishRowEffect(slots)
          : effectOf(text("V"));
  const share = num(slots, "N9");
  const value = share !== null && all !== null ? percentOfNumber(share, all) : num(slots, "P");
  const times = num(slots, "J");
  const amount: Amount | null =
    text("F") !== ""
      ? /不扣/u.test(text("F"))
        ? points("0")
        : full
      : text("F9") !== ""
        ? points("0")
        : text("Z") !== ""
          ? null
          : times !== null
            ? { kind: "scaled", points: times, by: measure("%"), over: null }
            : value === null
              ? null
              : points(value);
  if (amount === null && text("Z") === "") return null;
  const base = { amount, effect };
  if (slots["O"] !== undefined)
    return { ...base, from: null, to: null, sign: null, isElse: true, isRange: false, includes: null };
  if (slots["W7"] !== undefined)
    return { ...base, from: null, to: "0", sign: "<", isElse: false, isRange: false, includes: "said" };
  const isFall = slots["Y"] !== undefined;
  const low = num(slots, "N1");
  if (low !== null) {
    const high = num(slots, "N2");
    if (high === null) return null;
    const [lesser, greater] = Number(low) <= Number(high) ? [low, high] : [high, low];
    const [from, to] = isFall ? [negative(greater), negative(lesser)] : [lesser, greater];
    return {
      ...base,
      from,
      to,
      sign: null,
      isElse: false,
      isRange: true,
      includes: text("S1") !== "" || text("W8") !== "" || /含/u.test(text("Q1") + text("Q2")) ? "said" : null,
      takes:
        text("S1") === ""
          ? isFall
            ? null
            : endsTaken(slots, Number(low) > Number(high))
          : `${text("S1")}${text("S2")}` === "≤<"
            ? "upper"
            : `${text("S1")}${text("S2")}` === "<≤"
              ? "lower"
              : "both",
    };
  }
  // The target itself, in a table of shares of it.
  const found = slots["W"] === undefined ? num(slots, "N") : "100";
  if (found === null) return null;
  const limit = isFall ? negative(found) : found;
  const [word, behind] = [text("C"), text("A")];
  const isEnglish = /[a-z]/iu.test(word + behind);
  const said =
    word === "" && behind === ""
      ? "="
      : isEnglish
        ? englishSign(word, behind)
        : signOf(word === "完成" ? "达到" : word, behind);
  if (said === null || (isFall && said === "=")) return null;
  const sign = isFall ? REVERSED[said] : said;
  const includes = /含|及以|和以|或以/u.test(behind) || word !== "" || isEnglish ? "said" : "word";
  return {
    ...base,
    from: sign === ">=" || sign === ">" || sign === "=" ? limit : null,
    to: sign === "<" || sign === "<=" || sign === "=" ? limit : null,
    sign,
    isElse: false,
    isRange: false,
    includes,
  };
}
