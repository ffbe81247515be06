/** A column that says what each row gives or takes (`+5`, `-10`, `N×-5`), not what points an item has. */
import { MEASURE_WORDS } from "../words/slot-words.js";
import type { Grid } from "./grid.js";

/** Whether a column below the header row `last` holds such outcomes. */
export function holdsOutcomes(grid: Grid, column: number, last: number): boolean {
  return Array.from({ length: grid.height }, (_, row) => grid.at(row, column)).some(
    (cell) => cell !== null && cell.row > last && /^(?:[-－−]\s?\d|N\s?[×x*])/iu.test(cell.text),
  );
}

/** Whether the cells of two columns below the row `last` are merged alike, over several rows at least once. */
export function spansAlike(grid: Grid, a: number, b: number, last: number): boolean {
  const rows = Array.from({ length: grid.height }, (_, row) => [grid.at(row, a), grid.at(row, b)] as const).slice(
    last + 1,
  );
  const filled = rows.filter(([one, other]) => one !== null && other !== null && one !== other && one.text !== "");
  return (
    filled.some(([one]) => (one?.rows ?? 1) > 1) &&
    filled.every(([one, other]) => one?.row === other?.row && one?.rows === other?.rows)
  );
}

/** A longer text is not a clause. */
const MOST_CHARACTERS = 600;

/** Whether a clause states the outcome that stands beside it: `扣10分` and -10, `不扣分` and 0. */
export function saysOutcome(clause: string, outcome: string): boolean {
  const times = /^N\s?[×x*]\s?[-－−]?\s?(\d+(?:\.\d+)?)分?$/iu.exec(outcome.trim())?.[1];
  const [, sign = "", value = times ?? ""] = /^([-+＋－−]?)\s?(\d+(?:\.\d+)?)分?$/u.exec(outcome.trim()) ?? [];
  if (value === "" || clause.length > MOST_CHARACTERS) return false;
  if (Number(value) === 0) return /不扣分|不加分|不得分|(?<![\d.])0分/u.test(clause);
  const isLoss = times === undefined ? /[-－−]/u.test(sign) : /[-－−]/u.test(outcome);
  const points = `[${isLoss ? "扣减" : "加奖得"}]\\s*${value.replace(".", "\\.")}\\s*分`;
  // `N×-5` is stated only where the clause counts as well, -5 only where it does not; 一次扣5分 is either.
  const counts = (word: string) => new RegExp(`${word}[^,，。；;]*[,，]?[^,，。；;]*${points}`, "u").test(clause);
  const isEach = counts("每") || new RegExp(`${points}\\s*[/／每]`, "u").test(clause);
  if (times !== undefined) return isEach || counts(`[一1](?:${MEASURE_WORDS})`);
  return !isEach && new RegExp(points, "u").test(clause);
}
