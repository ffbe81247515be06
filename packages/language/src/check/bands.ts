/**
 * The rows of a `by` table held against each other: who takes a shared border, what no row takes, what two rows take,
 * and which row is never reached. Only tables whose keys are all known before the data is there can be judged.
 */
import { finding } from "../diagnostics/diagnostic.js";
import type { Band, Bands, Expression, Unit } from "../program/expression.js";
import { exact, Fraction, zero } from "../library/exact.js";
import type * as ast from "../syntax/ast.js";
import { knownOfPlace } from "./award-places.js";
import { axisOf, type Axis } from "./band-axis.js";
import type { Checker, Scope } from "./checker.js";
import { constantOf } from "./constant-value.js";
import { nothingKnown } from "./expression-range.js";
import { contains, everything, type Interval, intersection, isEmpty, single } from "./interval.js";
import { Coverage } from "./coverage.js";

type Row = Bands["rows"][number];

/** Holding each key against all others is not worth its time beyond this. */
const mostKeys = 2000;

/**
 * `60 .. 80` followed by `80 .. 90`: 80 belongs to the row that begins with it or names it. A border that another row
 * takes by a comparison (`<= 60` beside `60 .. 80`) is left to that row.
 */
export function shareBorders(written: ast.ByTable, rows: readonly Row[]): readonly Row[] {
  const starts = new Map<string, Set<number>>();
  const ends = new Map<string, Set<number>>();
  const note = (of: Map<string, Set<number>>, value: Expression | null, row: number): void => {
    const at = border(value);
    if (at !== null) of.set(at, (of.get(at) ?? new Set()).add(row));
  };
  const isBetween = (row: number, key: number): boolean => written.rows[row]?.keys[key]?.kind === "between";
  rows.forEach((row, r) =>
    row.keys.forEach((key, k) => {
      if (key.kind === "is") {
        if (key.not) return;
        note(starts, key.value, r);
        note(ends, key.value, r);
      } else {
        if (!key.fromOpen) note(starts, key.from, r);
        if (!key.toOpen && !isBetween(r, k)) note(ends, key.to, r);
      }
    }),
  );
  const taken = (by: Map<string, Set<number>>, value: Expression | null, row: number): boolean => {
    const at = border(value);
    const takers = at === null ? undefined : by.get(at);
    return takers !== undefined && (takers.size > 1 || !takers.has(row));
  };
  return rows.map((row, r) => ({
    ...row,
    keys: row.keys.map((key, k): Band => {
      if (key.kind === "is" || !isBetween(r, k)) return key;
      return { ...key, fromOpen: taken(ends, key.from, r), toOpen: taken(starts, key.to, r) && !isPoint(key) };
    }),
  }));
}

function border(value: Expression | null): string | null {
  if (value === null) return null;
  const number = valueOnAxis(value);
  return number === null ? null : exact(number);
}

function isPoint(key: Extract<Band, { kind: "range" }>): boolean {
  return key.from !== null && key.to !== null && border(key.from) === border(key.to);
}

/** A key's value as a number on the subject's axis; null where it is not known yet, or is text. */
function valueOnAxis(value: Expression): Fraction | null {
  switch (value.kind) {
    case "level":
      return new Fraction(value.value);
    case "flag":
      return new Fraction(value.value ? 1 : 0);
    case "date":
      return new Fraction(Date.parse(`${value.value}T00:00:00Z`) / 86_400_000);
    default:
      return constantOf(value, null);
  }
}

export function checkBands(checker: Checker, node: ast.ByTable, bands: Bands, unit: Unit | null, scope: Scope): void {
  if (bands.subject.type.kind === "text") {
    checkTexts(checker, node, bands);
    return;
  }
  if (bands.rows.reduce((count, row) => count + row.keys.length, 0) > mostKeys) return;
  const { ranking = null, places = null } = scope.award ?? {};
  const knowledge = ranking === null || places === null ? nothingKnown : knownOfPlace(ranking, places);
  const axis = axisOf(checker, bands.subject, unit, knowledge);
  const rows = bands.rows.map((row) => row.keys.map(intervalsOf));
  if (rows.some((row) => row.includes(null))) return;
  const known = rows as readonly (readonly (readonly Interval[])[])[];
  if (reportOverlap(checker, node, known, axis)) return;
  const coverage = new Coverage(axis.whole);
  known.forEach((keys, r) => {
    const fresh = keys.flat().filter((interval) => !coverage.holds(intersection(interval, axis.domain)));
    if (fresh.length === 0) {
      checker.report(
        finding("band-unreachable", bands.rows[r]?.span ?? node.span, { text: rowText(checker, node, r) }),
      );
    }
    for (const interval of fresh) coverage.add(interval);
  });
  if (bands.otherwise === null) reportGap(checker, node, coverage, axis);
}

function intervalsOf(key: Band): readonly Interval[] | null {
  if (key.kind === "is") {
    const value = valueOnAxis(key.value);
    if (value === null) return null;
    if (!key.not) return [single(value)];
    return [
      { ...everything, max: value, maxOpen: true },
      { ...everything, min: value, minOpen: true },
    ];
  }
  const min = key.from === null ? null : valueOnAxis(key.from);
  const max = key.to === null ? null : valueOnAxis(key.to);
  if ((key.from !== null && min === null) || (key.to !== null && max === null)) return null;
  return [{ min, minOpen: key.fromOpen, max, maxOpen: key.toOpen }];
}

/** Two written ranges that share more than a border, or a comparison that cuts one in two. */
function reportOverlap(
  checker: Checker,
  node: ast.ByTable,
  rows: readonly (readonly (readonly Interval[])[])[],
  axis: Axis,
): boolean {
  const ranges: { readonly interval: Interval; readonly row: number }[] = [];
  const cuts: { readonly at: Fraction; readonly row: number }[] = [];
  rows.forEach((keys, row) =>
    keys.forEach((intervals, k) => {
      const [interval] = intervals;
      const kind = node.rows[row]?.keys[k]?.kind;
      if (interval === undefined || isEmpty(interval)) return;
      if (kind === "between") ranges.push({ interval, row });
      else if (kind === "compare" && intervals.length === 1) {
        const at = interval.min ?? interval.max;
        if (at !== null) cuts.push({ at, row });
      }
    }),
  );
  ranges.sort((a, b) => compareStarts(a.interval, b.interval));
  for (let i = 1; i < ranges.length; i += 1) {
    const [before, after] = [ranges[i - 1], ranges[i]];
    if (before === undefined || after === undefined || before.row === after.row) continue;
    const both = intersection(before.interval, after.interval);
    if (isEmpty(both)) continue;
    reportBoth(checker, node, before.row, after.row, axis.describe(both));
    return true;
  }
  for (const { interval, row } of ranges) {
    const cut = cuts.find(({ at, row: other }) => other !== row && isInside(interval, at));
    if (cut === undefined) continue;
    const both = rows[cut.row]
      ?.flat()
      .map((one) => intersection(one, interval))
      .find((one) => !isEmpty(one));
    if (both === undefined) continue;
    reportBoth(checker, node, row, cut.row, axis.describe(both));
    return true;
  }
  return false;
}

function compareStarts(a: Interval, b: Interval): number {
  if (a.min === null || b.min === null) return a.min === b.min ? 0 : a.min === null ? -1 : 1;
  return a.min.compare(b.min);
}

function isInside(interval: Interval, at: Fraction): boolean {
  return contains({ ...interval, minOpen: true, maxOpen: true }, at);
}

function reportBoth(
  checker: Checker,
  node: ast.ByTable,
  one: number,
  other: number,
  shared: ReturnType<Axis["describe"]>,
): void {
  const [first, second] = one < other ? [one, other] : [other, one];
  const span = node.rows[second]?.span ?? node.span;
  checker.report(
    finding(
      "bands-overlap",
      span,
      { first: rowText(checker, node, first), second: rowText(checker, node, second), shared },
      {
        related: [{ span: node.rows[first]?.span ?? node.span, note: { zh: "与这一档重叠", en: "overlaps this row" } }],
      },
    ),
  );
}

function rowText(checker: Checker, node: ast.ByTable, row: number): string {
  const keys = node.rows[row]?.keys ?? [];
  return keys.map((key) => checker.source.slice(...key.span)).join(", ");
}

function reportGap(checker: Checker, node: ast.ByTable, coverage: Coverage, axis: Axis): void {
  const gaps = coverage.gapsIn(axis.domain);
  const [gap] = gaps;
  if (gap === undefined) return;
  const levels = axis.levels;
  if (levels === null) {
    checker.report(finding("bands-gap", node.subject.span, { gap: axis.describe(gap) }));
    return;
  }
  const missing = levels.filter((_, i) => gaps.some((one) => contains(one, zero.add(i))));
  checker.report(finding("levels-missing", node.subject.span, { levels: missing }));
}

/** Texts have no end: only `else` can take the rest. */
function checkTexts(checker: Checker, node: ast.ByTable, bands: Bands): void {
  const seen = new Set<string>();
  bands.rows.forEach((row, r) => {
    const texts = row.keys.flatMap((key) =>
      key.kind === "is" && key.value.kind === "text" && !key.not ? [key.value.value] : [],
    );
    if (texts.length === row.keys.length && texts.length > 0 && texts.every((text) => seen.has(text))) {
      checker.report(finding("band-unreachable", row.span, { text: rowText(checker, node, r) }));
    }
    for (const text of texts) seen.add(text);
  });
  const takesAll = bands.rows.some((row) => row.keys.some((key) => key.kind === "is" && key.not));
  if (bands.otherwise === null && !takesAll) checker.report(finding("else-missing", node.subject.span, {}));
}
