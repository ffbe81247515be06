/**
 * What a run may cost. Each limit is checked by counting, never by a clock, so that the same data always ends the same way;
 * only the time limit, which is off unless set, looks at the clock.
 */
export interface Limits {
  /** Subjects. */
  readonly rows: number;
  /** Side rows of all lists together. */
  readonly sideRows: number;
  /** Different values that the rubric comes to in columns; a rubric with more is left to the reference evaluator. */
  readonly nodes: number;
  /** Bytes of the columns that are computed for all subjects and kept. */
  readonly bytes: number;
  /** Milliseconds; null: no end. */
  readonly milliseconds: number | null;
}

/** 5,000,000 rows, 20,000,000 side rows, 100,000 nodes, 2 GB, no time limit. */
export const DEFAULT_LIMITS: Limits = {
  rows: 5_000_000,
  sideRows: 20_000_000,
  nodes: 100_000,
  bytes: 2_000_000_000,
  milliseconds: null,
};

/** Which limit was passed, and by how much: the message names both numbers. */
export class LimitExceeded extends Error {
  override readonly name = "LimitExceeded";

  constructor(
    readonly limit: keyof Limits,
    readonly allowed: number,
    readonly found: number,
  ) {
    super(`the limit of ${allowed} ${limit === "sideRows" ? "side rows" : limit} was passed: ${found}`);
  }
}

export function checkSize(
  { rows, lists }: { readonly rows: number; readonly lists: readonly { readonly rows: number }[] },
  limits: Limits,
): void {
  if (rows > limits.rows) throw new LimitExceeded("rows", limits.rows, rows);
  const sideRows = lists.reduce((sum, list) => sum + list.rows, 0);
  if (sideRows > limits.sideRows) throw new LimitExceeded("sideRows", limits.sideRows, sideRows);
}
