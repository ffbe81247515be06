/**
 * Which verbs take from their item's sum; all others add to it (a negative count the other way round).
 */
import type { LineEffect } from "@yardstick/language/program";

export const takesAway: Readonly<Record<LineEffect, boolean>> = {
  deduct: true,
  add: false,
  earn: false,
  "add-or-deduct": false,
};
