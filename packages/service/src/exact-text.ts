/** Exact numbers as a person reads them: `5/2` is `2.5`; a fraction that does not end stays one. */
import type { Exact } from "@yardstick/language/program";

const MAX_PLACES = 6;

export function plainExact(exact: Exact): string {
  const [n = "0", d] = exact.split("/");
  if (d === undefined) return n;
  for (let places = 1, scale = 10n; places <= MAX_PLACES; places += 1, scale *= 10n) {
    if (scale % BigInt(d) !== 0n) continue;
    const value = BigInt(n) * (scale / BigInt(d));
    const digits = (value < 0n ? -value : value).toString().padStart(places + 1, "0");
    return `${value < 0n ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }
  return exact;
}
