/**
 * The rows of a `by` table held against each other: what no row takes, what two rows take, and which row is never reached.
 * Only tables whose keys are all known before the data is there can be judged.
 */
import { type Rational, ZERO } from "@yardstick/exact";
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Band, Bands, Unit } from "../program/expression.js";
import type * as ast from "../syntax/ast.js";
import { knownOfPlace } from "./award-places.js";
import { axisOf, type Axis } from "./band-axis.js";
import { reportBorders, valueOnAxis } from "./band-borders.js";
import { reportElseGaps } from "./band-gaps.js";
import type { Checker, Scope } from "./checker.js";
import { nothingKnown } from "./expression-range.js";
import { contains, everything, type Interval, intersection, isEmpty, single } from "./interval.js";
import { Coverage } from "./coverage.js";

/** Holding each key against all others is not worth its time beyond this. */
const mostKeys = 2000;

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
        diagnostic("band-unreachable", bands.rows[r]?.span ?? node.span, { text: rowText(checker, node, r) }),
      );
    }
    for (const interval of fresh) coverage.add(interval);
  });
  if (bands.otherwise === null) reportGap(checker, node, coverage, axis);
  else {
    const points = scope.item === null ? null : (checker.draft.parts[scope.item]?.points ?? null);
    reportElseGaps(checker, { node, bands, known, axis, points }, coverage.gapsIn(axis.domain));
  }
  reportBorders(checker, node, bands);
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
  const cuts: { readonly at: Rational; readonly row: number }[] = [];
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

function isInside(interval: Interval, at: Rational): boolean {
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
    diagnostic(
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
    checker.report(diagnostic("bands-gap", node.subject.span, { gap: axis.describe(gap) }));
    return;
  }
  const missing = levels.filter((_, i) => gaps.some((one) => contains(one, ZERO.add(i))));
  checker.report(diagnostic("levels-missing", node.subject.span, { levels: missing }));
}

/** Texts have no end: only `else` can take the rest. */
function checkTexts(checker: Checker, node: ast.ByTable, bands: Bands): void {
  const seen = new Set<string>();
  bands.rows.forEach((row, r) => {
    const texts = row.keys.flatMap((key) =>
      key.kind === "is" && key.value.kind === "text" && !key.not ? [key.value.value] : [],
    );
    if (texts.length === row.keys.length && texts.length > 0 && texts.every((text) => seen.has(text))) {
      checker.report(diagnostic("band-unreachable", row.span, { text: rowText(checker, node, r) }));
    }
    for (const text of texts) seen.add(text);
  });
  const takesAll = bands.rows.some((row) => row.keys.some((key) => key.kind === "is" && key.not));
  if (bands.otherwise === null && !takesAll) checker.report(diagnostic("else-missing", node.subject.span, {}));
}
