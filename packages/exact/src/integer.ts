/** Divisors and multiples of whole numbers. */

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** Whole numbers that a double holds are divided as doubles, which is several times as fast. */
function gcdOfSafe(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** The greatest common divisor, never negative; `gcd(0n, b)` is `|b|`. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) {
    if (x <= MAX_SAFE && y <= MAX_SAFE) return BigInt(gcdOfSafe(Number(x), Number(y)));
    [x, y] = [y, x % y];
  }
  return x;
}

/** The least common multiple of two numbers greater than 0. */
export function lcm(a: bigint, b: bigint): bigint {
  return (a / gcd(a, b)) * b;
}
