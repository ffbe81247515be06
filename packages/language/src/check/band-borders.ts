/**
 * Who takes a border that two rows of a `by` table share. A key that names the border, or a comparison that holds it, takes it;
 * between two ranges the table's comparisons say which side its borders belong to: `<=` and `>` give them to the lower row,
 * `>=` and `<` to the upper one, and so do ranges alone.
 */
import { type Rational, rationalText, whole } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Fix } from "../diagnostics/diagnostic.js";
import type { Band, Bands, Expression } from "../program/expression.js";
import type * as ast from "../syntax/ast.js";
import type { Checker } from "./checker.js";
import { constantOf } from "./constant-value.js";

type Row = Bands["rows"][number];
type Comparing = Extract<ast.BandKey, { kind: "compare" }>;
type Side = "lower" | "upper";

const sideOf: Readonly<Record<string, Side>> = { "≤": "lower", ">": "lower", "≥": "upper", "<": "upper" };

/** The other comparison of the same direction, which gives its border to the other side. */
const turned: Readonly<Record<string, string>> = { "≤": "<", "<": "<=", "≥": ">", ">": ">=" };

/** The row that takes the borders between ranges. */
export function borderSide(written: ast.ByTable): Side {
  const comparisons = comparisonsOf(written);
  const lower = comparisons.some(({ op }) => sideOf[op] === "lower");
  return lower && !comparisons.some(({ op }) => sideOf[op] === "upper") ? "lower" : "upper";
}

function comparisonsOf(written: ast.ByTable): readonly Comparing[] {
  return written.rows.flatMap(({ keys }) =>
    keys.filter((key): key is Comparing => key.kind === "compare" && sideOf[key.op] !== undefined),
  );
}

/** Which rows begin and end at a number, by the number. */
class Ends {
  readonly #rows = new Map<string, Set<number>>();

  note(value: Expression | null, row: number): void {
    const at = border(value);
    if (at !== null) this.#rows.set(at, (this.#rows.get(at) ?? new Set()).add(row));
  }

  /** Whether another row does. */
  has(value: Expression | null, row: number): boolean {
    const at = border(value);
    const rows = at === null ? undefined : this.#rows.get(at);
    return rows !== undefined && (rows.size > 1 || !rows.has(row));
  }
}

/** The rows with each shared border open in all rows but the one that takes it. */
export function shareBorders(written: ast.ByTable, rows: readonly Row[]): readonly Row[] {
  const side = borderSide(written);
  const [takenFromBelow, takenFromAbove] = [new Ends(), new Ends()];
  const isBetween = (row: number, key: number): boolean => written.rows[row]?.keys[key]?.kind === "between";
  rows.forEach((row, r) =>
    row.keys.forEach((key, k) => {
      if (key.kind === "is") {
        if (key.not) return;
        takenFromBelow.note(key.value, r);
        takenFromAbove.note(key.value, r);
        return;
      }
      if (!key.toOpen && (!isBetween(r, k) || side === "lower")) takenFromBelow.note(key.to, r);
      if (!key.fromOpen && (!isBetween(r, k) || side === "upper")) takenFromAbove.note(key.from, r);
    }),
  );
  return rows.map((row, r) => ({
    ...row,
    keys: row.keys.map((key, k): Band => {
      if (key.kind === "is" || !isBetween(r, k)) return key;
      const isPoint = border(key.from) !== null && border(key.from) === border(key.to);
      return {
        ...key,
        fromOpen: takenFromBelow.has(key.from, r) && (side === "upper" || !isPoint),
        toOpen: takenFromAbove.has(key.to, r) && !isPoint,
      };
    }),
  }));
}

function border(value: Expression | null): string | null {
  const number = value === null ? null : valueOnAxis(value);
  return number === null ? null : rationalText(number);
}

/** A key's value as a number on the subject's axis; null where it is not known yet, or is text. */
export function valueOnAxis(value: Expression): Rational | null {
  switch (value.kind) {
    case "level":
      return whole(value.value);
    case "flag":
      return whole(value.value ? 1 : 0);
    case "date":
      return whole(Date.parse(`${value.value}T00:00:00Z`) / 86_400_000);
    default:
      return constantOf(value, null);
  }
}

/** Comparisons of both kinds leave it open who takes a border between two ranges: it is said who does. */
export function reportBorders(checker: Checker, written: ast.ByTable, bands: Bands): void {
  const comparisons = comparisonsOf(written);
  const [toLower, toUpper] = (["lower", "upper"] as const).map((side) =>
    comparisons.filter(({ op }) => sideOf[op] === side),
  );
  if (toLower === undefined || toUpper === undefined || toLower.length === 0 || toUpper.length === 0) return;
  const shared = sharedBorder(written, bands);
  if (shared === null) return;
  const textOf = ({ span }: { readonly span: readonly [number, number] }): string => checker.source.slice(...span);
  checker.report(
    diagnostic(
      "borders-mixed",
      shared.key.span,
      {
        border: textOf(shared.end),
        row: textOf(shared.key),
        lower: toLower.map(textOf),
        upper: toUpper.map(textOf),
      },
      { fixes: [turnedFix(checker, toLower), turnedFix(checker, toUpper)] },
    ),
  );
}

/** Only the operator is replaced. */
function turnedFix(checker: Checker, comparisons: readonly Comparing[]): Fix<"changes"> {
  const texts = comparisons.map((key) => {
    const { op, value, span } = key;
    return {
      span: [span[0], value.span[0]] as const,
      text: `${turned[op] ?? op} `,
      value: checker.source.slice(...value.span),
    };
  });
  const written = texts.map(({ text, value }) => `${text}${value}`).join("; ");
  return {
    effect: "changes",
    title: { zh: `写成 ${written}`, en: `Write ${written}` },
    edits: texts.map(({ span, text }) => ({ span, text })),
  };
}

/** The first border between two ranges of different rows, and the range that takes it: the upper one where both kinds occur. */
function sharedBorder(
  written: ast.ByTable,
  bands: Bands,
): { readonly key: ast.BandKey; readonly end: ast.Expression } | null {
  const ranges = bands.rows.flatMap((row, r) =>
    row.keys.flatMap((band, k) => {
      const key = written.rows[r]?.keys[k];
      return band.kind === "range" && key?.kind === "between" ? [{ row: r, band, key }] : [];
    }),
  );
  const starts = new Map(ranges.flatMap((one) => (one.band.from === null ? [] : [[border(one.band.from), one]])));
  for (const { row, band } of ranges) {
    const at = border(band.to);
    const upper = at === null ? undefined : starts.get(at);
    if (upper === undefined || upper.row === row || !band.toOpen || upper.band.fromOpen) continue;
    if (upper.key.from !== null) return { key: upper.key, end: upper.key.from };
  }
  return null;
}
