/**
 * What the verb of a line does to the sum of its item, and how a message names it.
 */
import type { Bilingual } from "../vocabulary/bilingual.js";
import type { LineEffect } from "../program/program.js";

export const effects: Readonly<
  Record<LineEffect, { readonly rises: boolean; readonly falls: boolean; readonly does: Bilingual }>
> = {
  deduct: { rises: false, falls: true, does: { zh: "扣", en: "deducts" } },
  add: { rises: true, falls: false, does: { zh: "加", en: "adds" } },
  earn: { rises: true, falls: false, does: { zh: "得", en: "earns" } },
  "add-or-deduct": { rises: true, falls: true, does: { zh: "加减", en: "moves" } },
};
