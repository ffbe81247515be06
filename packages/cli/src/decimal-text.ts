/**
 * Decimal text of results, compared, rounded and shown without ever becoming a binary float.
 */

interface Scaled {
  readonly digits: bigint;
  readonly decimals: number;
}

function scaled(decimal: string): Scaled {
  return { digits: BigInt(decimal.replace(".", "")), decimals: decimal.split(".")[1]?.length ?? 0 };
}

/** Negative where `a` is less. */
export function compareDecimals(a: string, b: string): number {
  const [left, right] = [scaled(a), scaled(b)];
  const difference = left.digits * 10n ** BigInt(right.decimals) - right.digits * 10n ** BigInt(left.decimals);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** With exactly so many decimals, half away from zero. */
export function roundedDecimal(decimal: string, decimals: number): string {
  const { digits, decimals: has } = scaled(decimal);
  const size = digits < 0n ? -digits : digits;
  const cut = 10n ** BigInt(Math.max(0, has - decimals));
  const whole = ((size * 2n + cut) / (cut * 2n)) * 10n ** BigInt(Math.max(0, decimals - has));
  const text = whole.toString().padStart(decimals + 1, "0");
  const sign = digits < 0n && whole !== 0n ? "-" : "";
  return decimals === 0 ? sign + text : `${sign}${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

/** With the minus that people are shown, U+2212; blank where there is no number. */
export function shownDecimal(decimal: string | null | undefined): string {
  return (decimal ?? "").replace(/^-/u, "−");
}
