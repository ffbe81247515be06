/**
 * Whether the figures of one row are the sum, the mean, the highest or the lowest of those of other rows, computed exactly, and how
 * much that says: of small figures and few rows it happens by chance.
 */
import { gcd } from "@yardstick/exact";
import type { Figure } from "./figure.js";
import { isShareFigure, unitsAt } from "./figure.js";

export type AggregateKind = "sum" | "mean" | "highest" | "lowest";

export interface Agreement {
  readonly by: AggregateKind;
  /**
   * About how many decimal digits agree that need not: 3 is a chance of one in a thousand. Figures that all share a factor count
   * by that factor.
   */
  readonly digits: number;
}

/** One column of the row in question, and the figures of the other rows that are not blank; null where one is not a figure. */
export interface AgreeingColumn {
  readonly own: Figure;
  readonly others: readonly Figure[] | null;
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

const digitsOf = (count: bigint): number => Math.log10(Number(count) + 1);

interface Scaled {
  readonly own: bigint;
  readonly ownScale: number;
  readonly others: readonly bigint[];
  readonly scale: number;
}

function scaled(own: Figure, others: readonly Figure[]): Scaled {
  const scale = others.reduce((most, figure) => Math.max(most, figure.scale), own.scale);
  return {
    own: unitsAt(own, scale),
    ownScale: own.scale,
    others: others.map((figure) => unitsAt(figure, scale)),
    scale,
  };
}

/** Digits that agree with the sum; null where it is not the sum. */
function sumDigits({ own, others }: Scaled): number | null {
  const sum = others.reduce((total, value) => total + value, 0n);
  if (sum !== own) return null;
  const filled = others.filter((value) => value !== 0n);
  if (filled.length < 2 || own === 0n) return 0;
  const factor = filled.reduce(gcd, magnitude(own));
  return digitsOf(magnitude(own) / factor);
}

/** The same for the mean, rounded half away from zero to the decimals of the row where it has fewer than the mean. */
function meanDigits({ own, ownScale, others, scale }: Scaled): number | null {
  const count = BigInt(others.length);
  const sum = others.reduce((total, value) => total + value, 0n);
  // |own - sum / count| <= half a unit of the last written decimal.
  const step = 10n ** BigInt(scale - ownScale);
  if (2n * magnitude(own * count - sum) > step * count) return null;
  const least = others.reduce((low, value) => (value < low ? value : low));
  const most = others.reduce((high, value) => (value > high ? value : high));
  if (least === most) return 0;
  const factor = others.reduce((shared, value) => gcd(shared, value - least), magnitude(own - least));
  return digitsOf((most - least) / (factor === 0n ? 1n : factor));
}

/** One digit where a single row of the others holds the extreme, less the more of them do: a zero among zeros says nothing. */
function extremeDigits({ own, others }: Scaled, by: "highest" | "lowest"): number | null {
  const extreme = others.reduce((far, value) => ((by === "highest" ? value > far : value < far) ? value : far));
  if (extreme !== own) return null;
  const same = others.filter((value) => value === extreme).length;
  return 1 - Math.log(same) / Math.log(others.length);
}

function columnDigits(by: AggregateKind, column: Scaled): number | null {
  switch (by) {
    case "sum":
      return sumDigits(column);
    case "mean":
      return meanDigits(column);
    case "highest":
    case "lowest":
      return extremeDigits(column, by);
    default:
      return by satisfies never;
  }
}

/** Figures followed by the same unit, or by none: a unit may be written in single cells. */
function isOfOneUnit(own: Figure, others: readonly Figure[]): boolean {
  let unit = own.behind;
  for (const { behind } of others) {
    if (behind !== "" && unit !== "" && behind !== unit) return false;
    if (unit === "") unit = behind;
  }
  return true;
}

const KINDS: readonly AggregateKind[] = ["sum", "mean", "highest", "lowest"];

/**
 * The aggregate that the row is of the others in all its columns, with most digits; null where it is none. Shares (percentages) of a
 * total are neither summed nor averaged as other figures are, so beside these they decide nothing, except that an extreme is one of
 * shares, too.
 */
export function agreementOf(
  columns: readonly AgreeingColumn[],
  kinds: readonly AggregateKind[] = KINDS,
): Agreement | null {
  const plain = columns.filter(({ own }) => !isShareFigure(own));
  let best: Agreement | null = null;
  for (const by of kinds) {
    if (by === "sum" && plain.length === 0) continue;
    const isExtreme = by === "highest" || by === "lowest";
    const looked = plain.length > 0 && !isExtreme ? plain : columns;
    let digits = 0;
    let isSo = looked.length > 0;
    for (const { own, others } of looked) {
      const fits = others !== null && others.length >= 2 && isOfOneUnit(own, others);
      const found = fits ? columnDigits(by, scaled(own, others)) : null;
      if (found === null) {
        isSo = false;
        break;
      }
      digits += found;
    }
    if (isSo && digits > 0 && (best === null || digits > best.digits)) best = { by, digits };
  }
  return best;
}
