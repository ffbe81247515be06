// A job of a clerk or a trainer: what it is called, where it begins, and its steps, each in words and as it is done.

import type { Clerk, Text } from "./clerk.js";

/**
 * Where a job begins: `first`, the app as it opens for the first time; `example`, the first example of the language
 * opened from the list.
 */
type Beginning = "first" | "example";

interface Step {
  /** In the words of the guide, with labels between asterisks. */
  readonly says: Text;
  readonly act: (clerk: Clerk) => Promise<void>;
}

export interface Job {
  readonly name: Text;
  readonly begins: Beginning;
  readonly steps: readonly Step[];
  /** What is seen at the end. */
  readonly shows: Text;
  /** Fails where that is not seen. */
  readonly check: (clerk: Clerk) => Promise<void>;
}
