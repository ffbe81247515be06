/**
 * Columns of percentages in which some cells are written as 95 and others as 0.95, or all as 0.95 under a header with (%): it cannot be
 * known which of them are meant, so the column is pointed out. It is a judgement on what was read, and changes none of it.
 */

/** A percentage that was read: 95 for 95%. */
export interface ReadPercentage {
  readonly row: number;
  /** As it stands in the cell. */
  readonly shown: string;
  /** In hundredths, near enough to judge by. */
  readonly percent: number;
  /**
   * How the sign came to it: `bare` has none, `written` was typed with one, `format` has it from the format of a cell, into which
   * 0.95 may have been entered where 95% was meant.
   */
  readonly sign: "bare" | "written" | "format";
}

export interface PercentageMix {
  /** Those that are a hundred times smaller than they may be meant. */
  readonly small: readonly ReadPercentage[];
  /** None where the whole column is written as shares. */
  readonly large: readonly ReadPercentage[];
}

/** A share that was entered as one is at most 1. */
const MAX_OF_SHARE = 1;
/** How many times greater than a small figure all the others are where it may be a share. */
const CLEAR_GAP = 10;
/** In formats with a sign small and great percentages differ honestly, unless all the great ones lie close together. */
const LEAST_OF_CLUSTER = 50;
const NEAR_WHOLE = 0.6;
/** 95 entered into a cell whose format shows a hundredfold. */
const CLEARLY_TOO_GREAT = 1000;

/** 0.95, 0.96, 0.88 under a header with (%): of honest small percentages few come so near to one percent. */
function isColumnOfShares(filled: readonly ReadPercentage[]): boolean {
  const near = filled.filter(({ percent }) => Math.abs(percent) >= NEAR_WHOLE);
  return filled.length >= 2 && near.length * 2 > filled.length && filled.every(({ sign }) => sign === "bare");
}

/** Null where nothing is in doubt. */
export function percentageMix(cells: readonly ReadPercentage[]): PercentageMix | null {
  const filled = cells.filter(({ percent }) => percent !== 0);
  const small = filled.filter(({ percent }) => Math.abs(percent) <= MAX_OF_SHARE);
  const large = filled.filter(({ percent }) => Math.abs(percent) > MAX_OF_SHARE);
  const tooGreat = large.filter(({ percent, sign }) => sign !== "written" && Math.abs(percent) >= CLEARLY_TOO_GREAT);
  const ordinary = large.filter((cell) => !tooGreat.includes(cell));
  if (tooGreat.length > 0 && ordinary.length > 0) {
    const sizes = ordinary.map(({ percent }) => Math.abs(percent));
    const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
    const isMeantSmaller = ({ percent }: ReadPercentage) =>
      Math.abs(percent) / 100 >= least / 2 && Math.abs(percent) / 100 <= most * 2;
    if (tooGreat.some(isMeantSmaller)) return { small: ordinary, large: tooGreat };
  }
  if (large.length === 0) return isColumnOfShares(filled) ? { small: filled, large } : null;
  if (small.length === 0) return null;
  // What grows and shrinks passes through zero, so small figures of it are ordinary.
  if (filled.some(({ percent }) => percent < 0)) return null;
  const sizes = large.map(({ percent }) => Math.abs(percent));
  const least = sizes.reduce((lowest, size) => Math.min(lowest, size), Infinity);
  const most = sizes.reduce((highest, size) => Math.max(highest, size), 0);
  const isInDoubt = ({ percent, sign }: ReadPercentage) => {
    const meant = Math.abs(percent) * 100;
    if (sign === "written") return false;
    if (sign === "format") return least >= LEAST_OF_CLUSTER && meant >= LEAST_OF_CLUSTER && meant < 100;
    // Meant a hundred times as great, it must fit among the others, and as it stands be far from them all.
    return meant >= least / 2 && meant <= most * 2 && least >= Math.abs(percent) * CLEAR_GAP;
  };
  const doubtful = small.filter(isInDoubt);
  return doubtful.length === 0 ? null : { small: doubtful, large };
}
