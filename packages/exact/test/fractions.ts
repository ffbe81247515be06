// A second, naive implementation of fractions over BigInt, which shares no line with the package: what the properties are held
// against. Nothing is ever reduced.

export type Pair = readonly [numerator: bigint, denominator: bigint];

export const plus = ([a, b]: Pair, [c, d]: Pair): Pair => [a * d + c * b, b * d];
export const minus = ([a, b]: Pair, [c, d]: Pair): Pair => [a * d - c * b, b * d];
export const times = ([a, b]: Pair, [c, d]: Pair): Pair => [a * c, b * d];
export const over = ([a, b]: Pair, [c, d]: Pair): Pair => (c < 0n ? [-a * d, -c * b] : [a * d, b * c]);
export const isSame = ([a, b]: Pair, [c, d]: Pair): boolean => a * d === c * b;
export const isLess = ([a, b]: Pair, [c, d]: Pair): boolean => a * d < c * b;

/** Counts down from the sum of both sizes: too slow for anything but a test. */
export function commonDivisor(a: bigint, b: bigint): bigint {
  const [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  for (let divisor = x > y ? x : y; divisor > 1n; divisor -= 1n) {
    if (x % divisor === 0n && y % divisor === 0n) return divisor;
  }
  return 1n;
}

/** Long division, digit by digit: the digits before the point and the first `decimals` behind it, cut, and whether half or more is left. */
export function longDivision([a, b]: Pair, decimals: number): { readonly digits: string; readonly roundsUp: boolean } {
  let rest = a < 0n ? -a : a;
  let digits = String(rest / b);
  rest %= b;
  for (let at = 0; at < decimals; at += 1) {
    rest *= 10n;
    digits += String(rest / b);
    rest %= b;
  }
  return { digits, roundsUp: rest * 10n >= 5n * b };
}

/** Adds one to a number written in digits. */
function successor(digits: string): string {
  const last = digits.at(-1);
  if (last === undefined) return "1";
  return last === "9" ? `${successor(digits.slice(0, -1))}0` : digits.slice(0, -1) + String(Number(last) + 1);
}

/** Rounded half away from zero with the school's method: cut, look at what is left, add one to the last digit. */
export function roundedText(value: Pair, decimals: number): string {
  const { digits, roundsUp } = longDivision(value, decimals);
  const units = roundsUp ? successor(digits) : digits;
  const text = decimals === 0 ? units : `${units.slice(0, -decimals)}.${units.slice(-decimals)}`;
  return value[0] < 0n && /[1-9]/u.test(text) ? `-${text}` : text;
}
