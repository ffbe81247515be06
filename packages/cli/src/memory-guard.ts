/**
 * Ends a run whose memory does not suffice, with a message, before the process is ended without one. It is checked between two steps of
 * reading and scoring, like an abort signal.
 */
import process from "node:process";
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Context } from "./context.js";
import { Failure, HAS_ERRORS } from "./exit.js";
import { memoryOfMachine } from "./memory.js";

/** Checks after which the memory is looked at once. */
const EVERY = 4;
/** Share of the heap from which on its garbage is collected, so that what is left is known. */
const NEARLY_FULL = 0.75;
/** Share of the heap that is in use after that, from which on the run ends. The engine of Node gives up at four fifths. */
const FULL = 0.7;
/** Share of the heap by which it must have grown before its garbage is collected again. */
const GROWTH = 0.05;
/** Share of all memory from which on the run ends. */
const ALL_IN_USE = 0.95;
const MEGABYTE = 1_000_000;
/** Bytes of the limit of the heap that are set apart for objects just made. */
const YOUNG = 53 * 1024 * 1024;

/** The bytes in use where they leave too little of `limit`; null where there is enough. */
type Shortage = { readonly used: number; readonly limit: number } | null;

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

/** A signal that is aborted once the memory does not suffice. Its reason is a `Failure`. */
export class MemoryGuard {
  private checks = 0;
  /** Bytes of the heap in use from which on its garbage is collected. */
  private collectFrom = 0;
  private found: Failure | null = null;

  constructor(private readonly context: Pick<Context, "messages">) {}

  /** Whether the memory does not suffice. */
  get aborted(): boolean {
    this.checks += 1;
    if (this.found === null && this.checks % EVERY === 0) {
      const short = this.shortage();
      if (short !== null) this.found = outOfMemory(this.context, short);
    }
    return this.found !== null;
  }

  private shortage(): Shortage {
    const { used_heap_size: heap, heap_size_limit: whole } = getHeapStatistics();
    const limit = whole - YOUNG;
    if (heap > Math.max(NEARLY_FULL * limit, this.collectFrom)) {
      collectGarbage();
      const { used_heap_size: used } = getHeapStatistics();
      if (used > FULL * limit) return { used, limit };
      this.collectFrom = used + GROWTH * limit;
    }
    const all = memoryOfMachine();
    const used = process.memoryUsage.rss();
    return used > ALL_IN_USE * all ? { used, limit: all } : null;
  }

  /** The failure to end with. */
  get reason(): unknown {
    return this.found;
  }

  /** Throws the failure once the memory does not suffice. */
  throwIfAborted(): void {
    if (this.aborted) throw this.found;
  }
}

function outOfMemory({ messages }: Pick<Context, "messages">, { used, limit }: NonNullable<Shortage>): Failure {
  return new Failure(HAS_ERRORS, messages.outOfMemory(Math.round(used / MEGABYTE), Math.round(limit / MEGABYTE)));
}
