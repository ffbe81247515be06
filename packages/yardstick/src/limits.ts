/**
 * Limits of one run, so that a wrong or hostile file gives a failure instead of blocking the application.
 */
import { checkOptions, shown } from "@yardstick/language/program";

/** Limits of one run. */
export interface Limits {
  /** Characters of one rubric. */
  readonly sourceSize: number;
  /** Rows of the subject table. */
  readonly rows: number;
  /** Rows of one side table. */
  readonly sideRows: number;
  /** Bytes of the columns computed during a run. */
  readonly bytes: number;
  /** Duration of a run; null for no limit. */
  readonly milliseconds: number | null;
}

/** 2,000,000 characters, 200,000 rows, 2,000,000 side rows, 2 GB, 5 minutes. */
export const DEFAULT_LIMITS: Limits = {
  sourceSize: 2_000_000,
  rows: 200_000,
  sideRows: 2_000_000,
  bytes: 2_000_000_000,
  milliseconds: 300_000,
};

/** Throws a `TypeError` for an unknown limit, or one that is not a number of at least 0; `milliseconds` may be null. */
export function checkLimits(of: string, limits: unknown): void {
  checkOptions(`the limits of ${of}`, limits, Object.keys(DEFAULT_LIMITS));
  for (const [name, limit] of Object.entries(limits ?? {})) {
    const isNumber = typeof limit === "number" && limit >= 0;
    if (limit === undefined || isNumber || (limit === null && name === "milliseconds")) continue;
    throw new TypeError(`the limit “${name}” of ${of} must be a number of at least 0, not ${shown(limit)}`);
  }
}
