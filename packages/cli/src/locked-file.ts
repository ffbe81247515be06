/**
 * A lock for a file that several runs may change: the folder `FILE.lock`, renewed while it is held. A stale lock of a run that was
 * killed is taken over.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { targetOf } from "./atomic-file.js";

/** The age in milliseconds after which a lock that was not renewed is stale. */
const STALE_AFTER = 15_000;
const RENEWED_EVERY = 3_000;
/** The maximum time to wait for the lock in milliseconds, well above the age of a stale lock. */
const TIMEOUT = 90_000;
/** The pause between two attempts in milliseconds. */
const MIN_PAUSE = 20;
const MAX_PAUSE = 80;

/** Thrown where another run holds the lock until the timeout. */
export class StillLocked extends Error {
  override readonly name = "StillLocked";

  constructor(readonly lockPath: string) {
    super(`${lockPath} is held by another run`);
  }
}

/** Runs `work` while holding the lock. Throws `StillLocked` after the timeout, or an error of the file system. */
export async function whileLocked<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  const target = targetOf(path);
  const lockPath = `${target}.lock`;
  const release = await acquire(target, lockPath, Date.now() + TIMEOUT);
  try {
    return await work();
  } finally {
    await release().catch(() => {});
  }
}

async function acquire(target: string, lockPath: string, until: number): Promise<() => Promise<void>> {
  // Loaded when used: the library listens for SIGINT from then on, which only the event loop delivers.
  const { lock } = await import("proper-lockfile");
  for (;;) {
    try {
      return await lock(target, {
        lockfilePath: lockPath,
        // The file need not exist, and links have been followed.
        realpath: false,
        stale: STALE_AFTER,
        update: RENEWED_EVERY,
        // A run that loses its lock detects changes by checking the file again before it writes.
        onCompromised: () => {},
      });
    } catch (error) {
      // The retries of the library would also repeat attempts that cannot succeed.
      if (!(error instanceof Error && "code" in error && error.code === "ELOCKED")) throw error;
      if (Date.now() > until) throw new StillLocked(lockPath);
      // Random, so that waiting runs do not retry simultaneously.
      await sleep(MIN_PAUSE + Math.random() * (MAX_PAUSE - MIN_PAUSE));
    }
  }
}
