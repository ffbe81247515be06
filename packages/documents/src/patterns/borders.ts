/** Where neighbouring bands leave a gap or share a border: what is asked, and what the document itself says of it. */
import type { Asked, Given } from "../form/pattern.js";
import type { Amount, Row, Sign } from "../rule/rule.js";

/** Asked where values lie between two bands. The first answer lets the lower band reach up to where the higher one begins. */
export const gapQuestion: Asked = {
  code: "gap",
  scope: "document",
  text: {
    zh: "相邻两档之间有空档（如 97% 至 98%），落在空档的归哪一档？",
    en: "There are gaps between neighbouring bands (as 97% to 98%). Which band takes them?",
  },
  options: [
    { zh: "归下一档：下一档到上一档的下限为止", en: "the lower band, up to where the higher one begins" },
    { zh: "归上一档：上一档从下一档的上限起", en: "the higher band, from where the lower one ends" },
  ],
};

/** Asked where neighbouring bands both include their border; the first answer gives it to the band of the greater values. */
export const borderQuestion: Asked = {
  code: "border",
  scope: "document",
  text: {
    zh: "相邻两档都含分界值，正好等于分界值的归哪一档？",
    en: "Neighbouring bands both include their border. Which takes what is exactly on it?",
  },
  options: [
    { zh: "归数值大的一档", en: "the band of the greater values" },
    { zh: "归数值小的一档", en: "the band of the lesser values" },
  ],
};

/** Asked where a band is one figure alone; the first answer is that figure or more. */
export const exactQuestion: Asked = {
  code: "exact",
  scope: "document",
  text: {
    zh: "只写一个数（如“100%得5分”）的一档怎样理解？",
    en: "How is a band meant that is one figure alone (“100%: 5 points”)?",
  },
  options: [
    { zh: "达到这个数即可", en: "that figure or more" },
    { zh: "正好等于这个数", en: "exactly that figure" },
  ],
};

/** A band of a table, with its ends as decimal text; null for an open end. */
export interface Ends {
  readonly from: string | null;
  readonly to: string | null;
  /** The comparison of a band that is not a range. */
  readonly sign: Sign | null;
  /** Whether the document says of the comparison that its figure is in (≥, 含), or a word alone (以上) does; null for a range. */
  readonly includes: "said" | "word" | null;
}

const placesOf = (value: string): number => value.split(".")[1]?.length ?? 0;

/** Whether `low` is the figure right below `high` in the digits that the table is written in: 89 and 90, 4.9 and 5.0. */
function isNextBelow(low: string, high: string): boolean {
  const places = Math.max(placesOf(low), placesOf(high));
  const whole = (value: string) => {
    const [digits = "0", decimals = ""] = value.replace("-", "").split(".");
    const size = BigInt(digits + decimals.padEnd(places, "0"));
    return value.startsWith("-") ? -size : size;
  };
  return whole(high) - whole(low) === 1n;
}

/** Below a figure, in so many words or by 以下 alone. */
const isBelowWord = (last: Ends | undefined): boolean =>
  last?.sign === "<" || (last?.sign === "<=" && last.includes === "word");

/**
 * Whether a table, highest band first, says itself that each band begins at its lower figure: the highest one does in so many words
 * (≥95%, 95%以上, 100%), the others are ranges that end at the figure right below the next, and the lowest, where it is no range, is what
 * is below a figure at which the band above begins. Then no value below ≥95% is in the highest band, and each gap is the lower band's.
 */
function beginsAtLower(bands: readonly Ends[]): boolean {
  const [first, ...rest] = bands;
  // A range up to 100 has no more above it.
  const isTop = first?.sign === null && first.to === "100" && isBelowWord(rest.at(-1));
  if (first?.from == null || !(first.sign === ">=" || first.sign === "=" || isTop)) return false;
  let gaps = 0;
  let begin = first.from;
  for (const [at, { from, to, sign, includes }] of rest.entries()) {
    if (to === null) return false;
    if (sign !== null) {
      const isBelow = sign === "<" || (sign === "<=" && includes === "word");
      return at === rest.length - 1 && isBelow && to === begin && gaps > 0;
    }
    if (from === null) return false;
    if (isNextBelow(to, begin)) gaps++;
    // Growth and decline meet at zero.
    else if (!(to === "0" && begin === "0")) return false;
    begin = from;
  }
  return gaps > 0;
}

const negative = (value: string | null): string | null =>
  value === null ? null : value.startsWith("-") ? value.slice(1) : Number(value) === 0 ? value : `-${value}`;

const REVERSED: Readonly<Record<Sign, Sign>> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=" };

/** The table turned around, so that what ends at its upper figure begins at its lower one. */
const reversed = (bands: readonly Ends[]): readonly Ends[] =>
  bands.toReversed().map(({ from, to, sign, includes }) => ({
    from: negative(to),
    to: negative(from),
    sign: sign === null ? null : REVERSED[sign],
    includes,
  }));

/** The option for gaps and borders that a table, highest band first, gives itself; null where it gives none. */
export function givenBorder(bands: readonly Ends[]): Given | null {
  if (beginsAtLower(bands)) {
    const begin = bands[0]?.from ?? "";
    return {
      option: 0,
      because: {
        zh: `最高一档从 ${begin} 起，其余各档也各从其下限起`,
        en: `the highest band begins at ${begin}, and each other one at its lower figure`,
      },
    };
  }
  if (!beginsAtLower(reversed(bands))) return null;
  const end = bands.at(-1)?.to ?? "";
  return {
    option: 1,
    because: {
      zh: `最低一档到 ${end} 为止，其余各档也各到其上限为止`,
      en: `the lowest band ends at ${end}, and each other one at its upper figure`,
    },
  };
}

/** A band with what its words say of its own ends, where it is a range. */
export interface OwnEnds extends Ends {
  /** Which of its ends a range says it has; null or absent where it says nothing. */
  readonly takes?: "upper" | "lower" | "both" | null;
}

/** Who takes the border of two bands by what both say of it; null where neither does, or both claim it. */
function ownerOf(above: OwnEnds, below: OwnEnds): "above" | "below" | null {
  const said = ({ sign, includes, takes }: OwnEnds, end: "low" | "high"): boolean | null => {
    if (sign !== null) return includes === "said" ? sign === ">=" || sign === "<=" : null;
    if (takes == null) return null;
    return takes === "both" || takes === (end === "low" ? "upper" : "lower");
  };
  const [up, low] = [said(above, "low"), said(below, "high")];
  if (up === true) return low === true ? null : "above";
  if (up === false) return low === false ? null : "below";
  return low === null ? null : low ? "below" : "above";
}

/**
 * For bands, highest first, the owner of each border where the words give some to the band above and some to the one below: <5%, 5%-10%,
 * >10%. Null where all borders are on one side, one is not said, or there are gaps.
 */
export function ownBorders(bands: readonly OwnEnds[], isWhole: boolean): readonly ("above" | "below")[] | null {
  const owners: ("above" | "below")[] = [];
  for (const [at, band] of bands.slice(0, -1).entries()) {
    const next = bands[at + 1];
    if (band.sign === "=" || band.from === null || next?.to == null || next.sign === "=") return null;
    const gap = Number(band.from) - Number(next.to);
    // Whole numbers have none between 3 and 4.
    const owner = gap === 0 ? ownerOf(band, next) : isWhole && gap === 1 && band.sign !== ">" ? "above" : null;
    if (owner === null) return null;
    owners.push(owner);
  }
  return new Set(owners).size > 1 ? owners : null;
}

/** The rows of bands, highest first, with the owner of each border. */
export const rowsByOwner = (
  bands: readonly (OwnEnds & { readonly amount: Amount | null })[],
  owners: readonly ("above" | "below")[],
  unit: string,
  zero: Amount,
): Row[] =>
  bands.map(({ from, to, amount }, at): Row => {
    const touches = bands[at - 1]?.from === to;
    const below = touches && owners[at - 1] === "above" ? "<" : "<=";
    const sign = from === null ? below : owners[at] === "below" ? ">" : ">=";
    return { test: { kind: "compare", sign, value: { value: from ?? to ?? "0", unit } }, amount: amount ?? zero };
  });

type EndsOfRow = OwnEnds & { readonly amount: Amount | null };

/**
 * The rows of thresholds in one direction of which the outermost leaves out its own figure (under 4 hours, under 8 hours; over 90, over 75): each is held
 * against its own comparison, the narrowest first. Null for other bands.
 */
export function openChain(
  bands: readonly EndsOfRow[],
  directions: ReadonlySet<string>,
  unit: string,
  zero: Amount,
): Row[] | null {
  const isBelow = directions.has("<");
  if (bands.length < 2 || directions.size > 1 || !(isBelow || directions.has(">"))) return null;
  const limit = ({ from, to }: Ends) => Number((isBelow ? to : from) ?? "0");
  const sorted = bands.toSorted((a, b) => (isBelow ? limit(a) - limit(b) : limit(b) - limit(a)));
  if (sorted.at(-1)?.sign !== (isBelow ? "<" : ">")) return null;
  return sorted.map(({ from, to, sign, amount }): Row => ({
    test: { kind: "compare", sign: sign ?? "=", value: { value: (isBelow ? to : from) ?? "0", unit } },
    amount: amount ?? zero,
  }));
}

/** What is left begins at the ends that the outermost ranges leave out: 80以上不足90的得8分，其余不得分. */
export function beyondEnds(bands: readonly EndsOfRow[], rest: Amount, unit: string): readonly Row[] {
  const [top, bottom] = [bands[0], bands.at(-1)];
  const row = (sign: Sign, value: string): Row => ({
    test: { kind: "compare", sign, value: { value, unit } },
    amount: rest,
  });
  return [
    ...(top?.takes === "upper" && top.to !== null ? [row(">=", top.to)] : []),
    ...(bottom?.takes === "lower" && bottom.from !== null ? [row("<=", bottom.from)] : []),
  ];
}

/** Rates that are a part of a whole, and so at most 100%. */
const SHARE =
  /(?:合格|及格|优秀|优良|闭环|整改|到会|到岗|到位|出勤|参会|参训|参保|参加|参与|覆盖|办结|及时|按时|按期|准时|准点|准确|正确|真实|合规|规范|达标|建档|公开|满意|好评|完好|普及|入学|知晓|签订|签约|回复|答复|反馈|上报|报送|录入|归档|接种|随访|持证|通过|巩固|升学|就业|回访|结案|化解|调处|清洁|保洁|清运|登记|注册)率?$/u;

/** What a band of 100% alone means for a rate that is never more; null for other measures. */
export function givenExact(measure: string, bands: readonly Ends[]): Given | null {
  const [first, ...rest] = bands;
  if (first?.sign !== "=" || first.from !== "100" || !SHARE.test(measure)) return null;
  if (rest.some(({ sign }) => sign === "=")) return null;
  return {
    option: 0,
    because: { zh: `${measure}不会超过 100%`, en: `${measure} is never more than 100%` },
  };
}

/** Asked where a band or a limit of deductions reaches down to none at all: 迟报3天以内扣1分. */
export const noneAtAll: Asked = {
  code: "none-at-all",
  scope: "clause",
  text: {
    zh: "一点也没有（为 0）的，扣不扣这一档的分？",
    en: "Are the points of this band deducted where there is none at all?",
  },
  options: [
    { zh: "不扣", en: "no" },
    { zh: "扣", en: "yes" },
  ],
};

/** That nothing lies above the highest band. */
export const TOP_IS_ALL = { zh: "最高一档到 100 为止，即全部", en: "the highest band ends at 100, which is all" };

/** Asked where the highest band ends at a figure, and none is named for what is above. */
export const aboveBands = (to: string): Asked => ({
  code: "above-bands",
  scope: "clause",
  text: { zh: `超过 ${to} 的没有写，怎样计算？`, en: `Nothing is said of what is above ${to}. What follows there?` },
  options: [
    { zh: "不计分", en: "nothing" },
    { zh: "与最高一档相同", en: "as in the highest band" },
  ],
});
