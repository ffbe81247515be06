/**
 * Detects columns of percentages in which some cells are written as 95 and others as 0.95, or all as 0.95 under a header with (%).
 * What is meant cannot be known, so the column is reported; the values read are not changed.
 */

/** A percentage as it was read: 95 for 95%. */
export interface ReadPercentage {
  readonly row: number;
  /** Text of the cell. */
  readonly shown: string;
  /** In hundredths; approximate, used for comparison only. */
  readonly percent: number;
  /**
   * Where the percent sign comes from: `bare`: none; `written`: typed in the cell; `format`: the format of the cell, into which 0.95
   * may have been entered for 95%.
   */
  readonly sign: "bare" | "written" | "format";
}

/** The cells of a column in which two notations seem to be mixed. */
export interface PercentageMix {
  /** Cells that may be meant a hundred times greater. */
  readonly small: readonly ReadPercentage[];
  /** The other cells; empty where the whole column is written as shares. */
  readonly large: readonly ReadPercentage[];
}

/** A percentage written as a share is at most 1. */
const MAX_OF_SHARE = 1;
/** A small value may be a share where all others are at least this many times greater. */
const CLEAR_GAP = 10;
/** In percent formats a small value is doubtful only where all great ones are above this. */
const LEAST_OF_CLUSTER = 50;
const NEAR_WHOLE = 0.6;
/** From here on a value suggests that 95 was entered into a cell with a percent format, which shows 9500%. */
const CLEARLY_TOO_GREAT = 1000;

/** Whether the values look like 0.95, 0.96, 0.88 under a header with (%): few genuine percentages lie so near to 1%. */
function isColumnOfShares(filled: readonly ReadPercentage[]): boolean {
  const near = filled.filter(({ percent }) => Math.abs(percent) >= NEAR_WHOLE);
  return filled.length >= 2 && near.length * 2 > filled.length && filled.every(({ sign }) => sign === "bare");
}

/** The smallest and the largest size. */
function endsOf(cells: readonly ReadPercentage[]): readonly [number, number] {
  let [least, most] = [Infinity, 0];
  for (const { percent } of cells) {
    least = Math.min(least, Math.abs(percent));
    most = Math.max(most, Math.abs(percent));
  }
  return [least, most];
}

/** Whether a column with these percentages can have two notations: never false where `percentageMix` finds any, however often each occurs. */
export function mayBeMixed(different: readonly Pick<ReadPercentage, "percent">[]): boolean {
  return different.some(({ percent }) => {
    const size = Math.abs(percent);
    return size !== 0 && (size <= MAX_OF_SHARE || size >= CLEARLY_TOO_GREAT);
  });
}

/** The doubtful cells of a column; null where there are none. */
export function percentageMix(cells: readonly ReadPercentage[]): PercentageMix | null {
  const filled = cells.filter(({ percent }) => percent !== 0);
  const small = filled.filter(({ percent }) => Math.abs(percent) <= MAX_OF_SHARE);
  const large = filled.filter(({ percent }) => Math.abs(percent) > MAX_OF_SHARE);
  const tooGreat = large.filter(({ percent, sign }) => sign !== "written" && Math.abs(percent) >= CLEARLY_TOO_GREAT);
  const ordinary = large.filter((cell) => !tooGreat.includes(cell));
  if (tooGreat.length > 0 && ordinary.length > 0) {
    const [least, most] = endsOf(ordinary);
    const isMeantSmaller = ({ percent }: ReadPercentage) =>
      Math.abs(percent) / 100 >= least / 2 && Math.abs(percent) / 100 <= most * 2;
    if (tooGreat.some(isMeantSmaller)) return { small: ordinary, large: tooGreat };
  }
  if (large.length === 0) return isColumnOfShares(filled) ? { small: filled, large } : null;
  if (small.length === 0) return null;
  // A column with negative values is a rate of change, in which small values are ordinary.
  if (filled.some(({ percent }) => percent < 0)) return null;
  const [least, most] = endsOf(large);
  const isInDoubt = ({ percent, sign }: ReadPercentage) => {
    const meant = Math.abs(percent) * 100;
    if (sign === "written") return false;
    if (sign === "format") return least >= LEAST_OF_CLUSTER && meant >= LEAST_OF_CLUSTER && meant < 100;
    // A hundred times greater it fits among the others, while the value itself is far below all of them.
    return meant >= least / 2 && meant <= most * 2 && least >= Math.abs(percent) * CLEAR_GAP;
  };
  const doubtful = small.filter(isInDoubt);
  return doubtful.length === 0 ? null : { small: doubtful, large };
}
