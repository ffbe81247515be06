/**
 * The option `--limit` with `rows=N`, `side-rows=N`, `bytes=N`, `seconds=N` and `none`, which replaces default limits of a run.
 */
import type { LocatedProblem, TableLimits } from "@yardstick/tables";
import { DEFAULT_TABLE_LIMITS } from "@yardstick/tables";
import type { Failure as ScoringFailure, Limits } from "yardstick";
import { DEFAULT_LIMITS } from "yardstick";
import type { Context } from "./context.js";
import { Failure, WRONG_USAGE } from "./exit.js";
import { memoryOfMachine } from "./memory.js";
import { MemoryGuard } from "./memory-guard.js";

const LIMIT_NAMES = ["rows", "side-rows", "bytes", "seconds"] as const;
type LimitName = (typeof LIMIT_NAMES)[number];

/** The limits of scoring and of reading tables. */
export interface RunLimits {
  readonly run: Partial<Limits>;
  readonly tables: TableLimits;
  /** Ends reading and scoring once the memory does not suffice. */
  readonly memory: MemoryGuard;
}

/** Limits of the command where `--limit` sets no other: the memory of the machine ends a run earlier where it is small. */
const ROWS = 5_000_000;
const SIDE_ROWS = 50_000_000;
/** The longest file that is read. */
const LONGEST_FILE = 2 ** 31 - 1;
/** Share of the memory that the columns of a run may take, and that a file may take. */
const SHARE_OF_COLUMNS = 0.5;
const SHARE_OF_FILE = 0.25;

/** Allowance for the lines of a table that are no rows: titles, headers and totals. */
const EXTRA_LINES = 1000;

/** The limits set by the values of `--limit`. The defaults of the command apply otherwise; the time of a run is not limited. */
export function runLimitsOf(values: readonly string[], context: Context): RunLimits {
  const { messages } = context;
  const set = new Map<LimitName, number>();
  for (const value of values) {
    if (value === "none") {
      for (const name of LIMIT_NAMES) set.set(name, Infinity);
      continue;
    }
    const [, named, digits] = /^([a-z-]+)=(\d{1,15})$/u.exec(value) ?? [];
    const name = LIMIT_NAMES.find((each) => each === named);
    if (name === undefined) {
      const known = [...LIMIT_NAMES.map((each) => `${each}=N`), "none"].join(", ");
      throw new Failure(WRONG_USAGE, messages.usage.badValue("--limit", value, known));
    }
    set.set(name, Number(digits));
  }
  const rows = set.get("rows") ?? ROWS;
  const sideRows = set.get("side-rows") ?? SIDE_ROWS;
  const bytes = set.get("bytes");
  const memory = memoryOfMachine();
  const seconds = set.get("seconds") ?? Infinity;
  return {
    run: {
      rows,
      sideRows,
      bytes: bytes ?? Math.max(DEFAULT_LIMITS.bytes, Math.floor(memory * SHARE_OF_COLUMNS)),
      milliseconds: Number.isFinite(seconds) ? seconds * 1000 : null,
    },
    tables: {
      ...DEFAULT_TABLE_LIMITS,
      rows: Math.max(rows, sideRows) + EXTRA_LINES,
      bytes: Math.min(bytes ?? Math.max(DEFAULT_TABLE_LIMITS.bytes, Math.floor(memory * SHARE_OF_FILE)), LONGEST_FILE),
      unpackedBytes: bytes ?? DEFAULT_TABLE_LIMITS.unpackedBytes,
    },
    memory: new MemoryGuard(context),
  };
}

/** The option that raises the limit exceeded by a run, as written on the command line; null where it failed for another reason. */
export function liftingOption(failure: ScoringFailure, subject: string): string | null {
  switch (failure.kind) {
    case "too-many-rows":
      return `--limit ${failure.table === subject ? "rows" : "side-rows"}=${failure.found}`;
    case "too-large":
      return `--limit bytes=${failure.found}`;
    case "too-long":
      return "--limit seconds=N";
    case "unknown-scenario":
    case "unknown-period":
      return null;
    default:
      return failure satisfies never;
  }
}

/** The option that raises the limit exceeded by a file; null where it could not be read for another reason. */
export function liftingOptionOf({ reason, expected: [what], table }: LocatedProblem, subject: string): string | null {
  if (reason !== "too-large") return null;
  if (what === "rows") return `--limit ${table === subject ? "rows" : "side-rows"}=N`;
  return what === "bytes" || what === "unpacked" ? "--limit bytes=N" : null;
}
