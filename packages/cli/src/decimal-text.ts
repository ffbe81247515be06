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

/** With the minus that people are shown, U+2212; blank where there is no number. */
export function shownDecimal(decimal: string | null | undefined): string {
  return (decimal ?? "").replace(/^-/u, "−");
}
