/**
 * A stretch of one criterion's share in which something stays as it is.
 */
import type { Exact } from "@yardstick/language/program";

/** Shares of one criterion, between which something stays. */
export interface Interval {
  readonly from: Exact;
  readonly to: Exact;
  /** Whether it still stays at the very end. */
  readonly closedFrom: boolean;
  readonly closedTo: boolean;
  /** Whether the end is only as far as the share can go; beyond it nothing is said. */
  readonly reachesFrom: boolean;
  readonly reachesTo: boolean;
}
