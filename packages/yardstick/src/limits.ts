/**
 * How much one run may be given, so that a wrong file or a hostile one ends with a sentence and not with a frozen page.
 */
import { checkOptions, shown } from "@yardstick/language/program";

export interface Limits {
  /** Characters of one rubric. */
  readonly sourceSize: number;
  /** Rows of the subject table. */
  readonly rows: number;
  /** Rows of one side table. */
  readonly sideRows: number;
  /** Bytes that columns may take while a run is worked out. */
  readonly bytes: number;
  /** How long one run may take; null: as long as it takes. */
  readonly milliseconds: number | null;
}

export const DEFAULT_LIMITS: Limits = {
  sourceSize: 2_000_000,
  rows: 200_000,
  sideRows: 2_000_000,
  bytes: 2_000_000_000,
  milliseconds: 300_000,
};

/** Throws a `TypeError` for a limit that there is not, or that is no number of at least 0; `milliseconds` may be null. */
export function checkLimits(of: string, limits: unknown): void {
  checkOptions(`the limits of ${of}`, limits, Object.keys(DEFAULT_LIMITS));
  for (const [name, limit] of Object.entries(limits ?? {})) {
    const isNumber = typeof limit === "number" && limit >= 0;
    if (limit === undefined || isNumber || (limit === null && name === "milliseconds")) continue;
    throw new TypeError(`the limit “${name}” of ${of} must be a number of at least 0, not ${shown(limit)}`);
  }
}
