/**
 * What a ranking is based on, and how the value is published.
 */
import { isRational, PUBLISHED_DECIMALS, publishedNumber, publishedNumberText } from "@yardstick/exact";
import type { CoreProgram, Expression, RankingNode } from "@yardstick/language/core";
import { publishedText, publishedValue } from "./display-value.js";
import { at } from "./internal-error.js";
import type { Datum } from "./value.js";
import { datumText } from "./value.js";

/** A key as published, and as text. */
export interface PublishedKey {
  valueOf(key: Datum): Datum;
  textOf(key: Datum): string;
}

/** What a ranking is based on where that is neither the published score nor its section; else null. */
export function ownKey({ keys, section }: RankingNode): Expression | null {
  if (section !== null) return null;
  const { value } = at(keys, 0);
  return value.kind === "reference" && value.to.kind === "score" && value.to.beforeVetoes !== true ? null : value;
}

/** A part that a ranking is based on, directly; null where it is based on something else. */
export function partOfKey(key: Expression): number | null {
  return key.kind === "reference" && key.to.kind === "part-score" ? key.to.part : null;
}

/** Decimals of a key that is not a part: what is published somewhere else keeps its own, any other has those of a published number. */
export function keyDecimals(program: CoreProgram, key: Expression): number {
  if (key.kind !== "reference") return PUBLISHED_DECIMALS;
  if (key.to.kind === "score") return program.scoreDecimals;
  return key.to.kind === "output" ? at(program.outputs, key.to.index).decimals : PUBLISHED_DECIMALS;
}

/** What is published somewhere else is the same here. */
export function publishedKey(program: CoreProgram, key: Expression): PublishedKey {
  const part = partOfKey(key);
  if (part !== null) {
    const { decimals } = at(program.parts, part);
    return {
      valueOf: (value) => (isRational(value) ? publishedNumber(value, decimals) : value),
      textOf: (value) => (isRational(value) ? publishedNumberText(value, decimals) : datumText(value)),
    };
  }
  const decimals = keyDecimals(program, key);
  return {
    valueOf: (value) => publishedValue(key.type, value, decimals),
    textOf: (value) => publishedText(program, key.type, value, decimals),
  };
}
