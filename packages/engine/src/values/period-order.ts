/**
 * The order of periods, and which of them are years, of which it is known that they follow each other.
 */

/** Whether a period is a year of four digits. */
export function isYear(period: string): boolean {
  return /^\d{4}$/u.test(period);
}

/** Whole numbers by size; otherwise as text in which every run of digits counts as a number: `2024上` before `2024下`, `第9期` before `第10期`. */
export function comparePeriods(a: string, b: string): number {
  const [first, second] = [pieces(a), pieces(b)];
  for (let index = 0; index < Math.min(first.length, second.length); index += 1) {
    const order = comparePieces(first[index] ?? "", second[index] ?? "");
    if (order !== 0) return order;
  }
  return first.length - second.length;
}

function pieces(period: string): readonly string[] {
  return period.match(/\d+|\D+/gu) ?? [];
}

function comparePieces(a: string, b: string): number {
  if (/^\d/u.test(a) && /^\d/u.test(b)) {
    const difference = BigInt(a) - BigInt(b);
    return difference < 0n ? -1 : Number(difference > 0n);
  }
  return a < b ? -1 : Number(a > b);
}
