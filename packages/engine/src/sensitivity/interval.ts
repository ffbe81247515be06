/**
 * A stretch of one criterion's share in which something stays as it is.
 */
import type { RationalText } from "@yardstick/exact";

/** Shares of one criterion, between which something stays. */
export interface Interval {
  readonly from: RationalText;
  readonly to: RationalText;
  /** Whether it still stays at the very end. */
  readonly closedFrom: boolean;
  readonly closedTo: boolean;
  /** Whether the end is only as far as the share can go; beyond it nothing is said. */
  readonly reachesFrom: boolean;
  readonly reachesTo: boolean;
}
