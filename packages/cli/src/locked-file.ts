/**
 * A lock beside a file, so that of several runs which change it one waits for the other: the folder `FILE.lock`, renewed while it is
 * held. One that a run left behind (it was killed, or the machine went down) is taken over once it is old.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { lock } from "proper-lockfile";
import { targetOf } from "./atomic-file.js";

/** A lock that has not been renewed for so long belongs to no run any more. In milliseconds. */
const STALE_AFTER = 15_000;
const RENEWED_EVERY = 3_000;
/** Well past the age of a lock that was left behind. */
const WAITS_FOR = 90_000;
const LEAST_PAUSE = 20;
const MAX_PAUSE = 80;

export class StillLocked extends Error {
  override readonly name = "StillLocked";

  constructor(readonly lockPath: string) {
    super(`${lockPath} is held by another run`);
  }
}

/** Throws `StillLocked` where another run holds the lock for too long, and the error of the file system where none can be made. */
export async function whileLocked<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  const target = targetOf(path);
  const lockPath = `${target}.lock`;
  const release = await held(target, lockPath, Date.now() + WAITS_FOR);
  try {
    return await work();
  } finally {
    await release().catch(() => {});
  }
}

async function held(target: string, lockPath: string, until: number): Promise<() => Promise<void>> {
  for (;;) {
    try {
      return await lock(target, {
        lockfilePath: lockPath,
        // The file need not exist yet, and links have been followed.
        realpath: false,
        stale: STALE_AFTER,
        update: RENEWED_EVERY,
        // A run that was held up for so long finds out when it looks at the file again before it writes.
        onCompromised: () => {},
      });
    } catch (error) {
      // Its own retries would repeat what can never succeed, too.
      if (!(error instanceof Error && "code" in error && error.code === "ELOCKED")) throw error;
      if (Date.now() > until) throw new StillLocked(lockPath);
      // At random, so that those who wait do not all come back at the same moment.
      await sleep(LEAST_PAUSE + Math.random() * (MAX_PAUSE - LEAST_PAUSE));
    }
  }
}
