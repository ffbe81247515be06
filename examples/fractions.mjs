// Exact fractions and CSV for the scripts beside the examples, which work the results out by other means than the product.

import { readFileSync } from "node:fs";

/** A fraction n / d of two BigInts, d above 0. */
const fraction = (n, d) => (d < 0n ? { n: -n, d: -d } : { n, d });

/** The fraction that a decimal numeral or an integer writes. */
export function exact(value) {
  if (typeof value === "object") return value;
  const [whole, decimals = ""] = String(value).split(".");
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

export const plus = (...values) =>
  values.map(exact).reduce((a, b) => fraction(a.n * b.d + b.n * a.d, a.d * b.d), exact(0));
export const times = (...values) => values.map(exact).reduce((a, b) => fraction(a.n * b.n, a.d * b.d), exact(1));
export const over = (a, b) => times(a, fraction(exact(b).d, exact(b).n));
export const minus = (a, b) => plus(a, times(-1, b));
export const compare = (a, b) => {
  const { n } = minus(a, b);
  return n < 0n ? -1 : n > 0n ? 1 : 0;
};
export const least = (...values) => values.reduce((a, b) => (compare(b, a) < 0 ? b : a));
export const most = (...values) => values.reduce((a, b) => (compare(b, a) > 0 ? b : a));
export const mean = (values) => over(plus(...values), values.length);

/** The numeral of a value rounded half up, away from zero, to so many decimals, all of them written. */
export function rounded(value, decimals) {
  if (compare(value, 0) < 0) return `-${rounded(times(-1, value), decimals)}`;
  const { n, d } = times(value, 10n ** BigInt(decimals));
  const units = String((n * 2n + d) / (d * 2n)).padStart(decimals + 1, "0");
  return decimals === 0 ? units : `${units.slice(0, -decimals)}.${units.slice(-decimals)}`;
}

/** The greatest whole number whose square is not above a whole number. */
function rootBelow(square) {
  let root = BigInt(Math.floor(Math.sqrt(Number(square))));
  while (root * root > square) root -= 1n;
  while ((root + 1n) * (root + 1n) <= square) root += 1n;
  return root;
}

/**
 * How many standard deviations of the whole population each value is from the mean, rounded half up, away from zero, to so many
 * decimals. A root has no end, so the rounded numeral is found by comparing squares.
 */
export function standardScores(values, decimals) {
  const middle = mean(values);
  const distances = values.map((value) => minus(value, middle));
  const variance = mean(distances.map((distance) => times(distance, distance)));
  return distances.map((distance) => {
    const { n, d } = times(4n * 100n ** BigInt(decimals), over(times(distance, distance), variance));
    const units = (rootBelow(n / d) + 1n) / 2n;
    return over(compare(distance, 0) < 0 ? -units : units, 10n ** BigInt(decimals));
  });
}

/** Rows of a CSV file without quotes, by column name. */
export function table(url) {
  const [head, ...rows] = readFileSync(url, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  return rows.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i]])));
}
