/**
 * Compares two texts by lines: kept, removed and added lines. The common start and end are set aside; the rest is
 * compared by the longest common subsequence.
 */

export interface DiffLine {
  readonly kind: "same" | "out" | "in";
  readonly text: string;
}

/** Largest comparison table, in cells. A larger middle is reported as entirely removed and added. */
const MAX = 4_000_000;

/** The lines of both texts, in order, each kept, removed (`out`) or added (`in`). */
export function lineDiff(before: string, after: string): readonly DiffLine[] {
  const a = before.split("\n");
  const b = after.split("\n");
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return [
    ...a.slice(0, head).map(same),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...a.slice(a.length - tail).map(same),
  ];
}

const same = (text: string): DiffLine => ({ kind: "same", text });
const out = (text: string): DiffLine => ({ kind: "out", text });
const put = (text: string): DiffLine => ({ kind: "in", text });

function middle(a: readonly string[], b: readonly string[]): readonly DiffLine[] {
  if (a.length * b.length > MAX) return [...a.map(out), ...b.map(put)];
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push(same(a[i] ?? ""));
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) lines.push(out(a[i++] ?? ""));
    else lines.push(put(b[j++] ?? ""));
  }
  return lines;
}

/** Lines of context around a change; longer runs of equal lines are folded. */
const CONTEXT = 2;

/** A line, or a run of folded lines with its length. */
export type FoldedLine = DiffLine | { readonly kind: "folded"; readonly count: number };

/** Folds long runs of kept lines. */
export function folded(lines: readonly DiffLine[]): readonly FoldedLine[] {
  const isNear = lines.map((_, at) =>
    lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ kind }) => kind !== "same"),
  );
  const shown: FoldedLine[] = [];
  let hidden = 0;
  for (const [at, line] of lines.entries()) {
    if (isNear[at] === true) {
      if (hidden > 0) shown.push({ kind: "folded", count: hidden });
      hidden = 0;
      shown.push(line);
    } else hidden += 1;
  }
  if (hidden > 0) shown.push({ kind: "folded", count: hidden });
  return shown;
}
