/**
 * Names and periods that are written in two ways: a query would take them for two.
 */
import { foldPeriod, hasShortYear } from "@yardstick/engine";

/** Two spellings of one name; `literals`: texts of the rubric; null where there are none. */
export function spellings(
  texts: readonly string[],
  fold: (text: string) => string,
  literals: readonly string[],
): readonly string[] | null {
  const first = new Map(literals.map((text) => [fold(text), text]));
  for (const text of texts) {
    const folded = fold(text);
    const known = first.get(folded);
    if (known !== undefined && known !== text) return [known, text];
    first.set(folded, text);
  }
  return null;
}

/** Periods that leave open which they are: with a year of two digits, or two spellings of one period; none where all are clear. */
export function unclearSpellings(periods: readonly string[]): readonly string[] {
  const short = periods.filter(hasShortYear);
  return short.length > 0 ? short.slice(0, 2) : (spellings(periods, foldPeriod, []) ?? []);
}
