/**
 * How problems name a row of the subjects: by its key and, where the rubric has periods, its period.
 */
import type { Cell } from "@yardstick/engine";

/** `甲 2024`; the key alone where there is no period. */
export function keyOfPeriod(key: string, period: Cell): string {
  return period === null ? key : `${key} ${String(period)}`;
}
