/**
 * Decisions of the user that decide nothing, such as one for a cell without a conflict or for a file of another name: they may be misspelt.
 */
import { foldName, foldPeriod } from "@yardstick/engine";
import type { CellId, CollectAnswers, Collected, UnusedAnswer } from "./collected.js";

/** What was found that decisions can refer to. */
interface Found {
  readonly cells: ReadonlySet<string>;
  /** Keys of rows that decisions settled, folded. */
  readonly keys: ReadonlySet<string>;
  /** Keys of all rows, folded. */
  readonly rows: ReadonlySet<string>;
  /** Names of files, and `FILE[SHEET]`. */
  readonly places: ReadonlySet<string>;
  readonly files: Collected["files"];
  /** Periods of the rows that were merged. */
  readonly periods: readonly string[];
}

/** The decisions that decide nothing, in the order in which they are made. */
export function unusedAnswers(answers: CollectAnswers, found: Found): readonly UnusedAnswer[] {
  const { cells = {}, keys = {}, periods = {}, departments = {}, newPeriods = [], rows = {} } = answers;
  const files = new Set(found.files.map(({ file }) => file));
  const known = new Set(found.periods.map(foldPeriod));
  const unused = (kind: UnusedAnswer["kind"], names: readonly string[], isUsed: (name: string) => boolean) =>
    names.filter((name) => !isUsed(name)).map((name) => ({ kind, name }));
  return [
    ...unused("cells", Object.keys(cells), (name) => found.cells.has(name)),
    ...unused("keys", Object.keys(keys), (name) => found.keys.has(foldName(name))),
    ...unused("periods", Object.keys(periods), (name) => found.places.has(name)),
    ...unused("departments", Object.keys(departments), (name) => files.has(name)),
    ...unused("newPeriods", newPeriods, (name) => known.has(foldPeriod(name))),
    ...unused("kept", rows.keep ?? [], (name) => found.rows.has(foldName(name))),
  ];
}

/** Whether the name of a decision means a cell, with key, period and field in any spelling. */
export function namesCell(name: string, { key, period, field, record }: CellId): boolean {
  const written = foldName(name);
  const start = `${foldName(key)}/`;
  const row = record === undefined ? [] : [`${record.list}#${record.id}`];
  const end = `/${[...row, field].map(foldName).join("/")}`;
  if (written.length < start.length - 1 + end.length || !written.startsWith(start) || !written.endsWith(end))
    return false;
  return foldPeriod(written.slice(start.length, written.length - end.length)) === foldPeriod(period ?? "");
}
