/**
 * Compares a published result with the result computed again: JSON by its values, tables by their cells, pages by their text. What a
 * file says of the engine's version is no difference.
 */
import { ownEntry } from "@yardstick/language";
import { columnLetters, fileTexts, type SheetTexts } from "@yardstick/tables";

/** A difference: where, what the file says, and what was computed; null where one has nothing there. */
export interface ResultDifference {
  /** `subjects[南门社区].score`, `结果 C7`, or empty for the whole of a page. */
  readonly place: string;
  readonly published: string | null;
  readonly computed: string | null;
}

/** The most differences that are listed. */
export const MOST_LISTED = 20;

/** The differences of two JSON values, in the order of the file. */
export function jsonDifferences(published: unknown, computed: unknown): readonly ResultDifference[] {
  const found: ResultDifference[] = [];
  const visit = (a: unknown, b: unknown, place: string): void => {
    if (place === "receipt.engine" || Object.is(a, b)) return;
    if (Array.isArray(a) && Array.isArray(b)) {
      const [before, after] = [byLabel(a), byLabel(b)];
      for (const label of new Set([...before.keys(), ...after.keys()]))
        visit(before.get(label), after.get(label), `${place}[${label}]`);
    } else if (isObject(a) && isObject(b)) {
      for (const name of new Set([...Object.keys(a), ...Object.keys(b)]))
        visit(ownEntry(a, name), ownEntry(b, name), place === "" ? name : `${place}.${name}`);
    } else if (JSON.stringify(a) !== JSON.stringify(b)) found.push({ place, published: shown(a), computed: shown(b) });
  };
  visit(published, computed, "");
  return found;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Entries by key and period where they have one, so that a moved subject is not a difference of all after it. */
function byLabel(entries: readonly unknown[]): ReadonlyMap<string, unknown> {
  const labelled = new Map<string, unknown>();
  for (const [at, entry] of entries.entries()) {
    const { key, period } = isObject(entry) ? entry : {};
    const own = typeof key === "string" ? (typeof period === "string" ? `${key} ${period}` : key) : String(at);
    labelled.set(labelled.has(own) ? `${own} #${at}` : own, entry);
  }
  return labelled;
}

const shown = (value: unknown): string | null =>
  value === undefined ? null : typeof value === "string" ? value : JSON.stringify(value);

/** The differences of the cells of two files; null where one of them is no table. */
export function tableDifferences(published: Uint8Array, computed: Uint8Array): readonly ResultDifference[] | null {
  const [before, after] = [fileTexts(published), fileTexts(computed)];
  if (before === null || after === null) return null;
  const names = new Set([...before, ...after].map(({ name }) => name));
  return [...names].flatMap((name) =>
    sheetDifferences(
      name,
      before.find((sheet) => sheet.name === name),
      after.find((sheet) => sheet.name === name),
    ),
  );
}

function sheetDifferences(
  name: string,
  published: SheetTexts | undefined,
  computed: SheetTexts | undefined,
): readonly ResultDifference[] {
  if (published === undefined || computed === undefined)
    return [{ place: name, published: published?.name ?? null, computed: computed?.name ?? null }];
  const [before, after] = [published, computed].map(
    ({ lines }) => new Map(lines.map(({ row, cells }) => [row, cells])),
  );
  const rows = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].sort((a, b) => a - b);
  return rows.flatMap((row) => {
    const [a = [], b = []] = [before?.get(row), after?.get(row)];
    return Array.from({ length: Math.max(a.length, b.length) }, (_, at) => at).flatMap((at) => {
      const [one, other] = [a[at] ?? "", b[at] ?? ""];
      const place = `${name === "" ? "" : `${name} `}${columnLetters(at)}${row}`;
      return one === other ? [] : [{ place, published: one, computed: other }];
    });
  });
}
