/**
 * What is known of `place` inside an award: it is one of the places that the award is given for.
 */
import { whole } from "@yardstick/exact";
import type { ReferenceRead } from "../program/expression.js";
import { type Knowledge, nothingKnown, shapeOf } from "./expression-range.js";
import { closed } from "./interval.js";
import { pureType } from "./value.js";

export function knownOfPlace(ranking: number, { from, to }: { readonly from: number; readonly to: number }): Knowledge {
  const place: ReferenceRead = {
    kind: "reference",
    to: { kind: "place", ranking, section: null },
    type: pureType,
    span: [0, 0],
  };
  return { ...nothingKnown, held: new Map([[shapeOf(place), closed(whole(from), whole(to))]]) };
}
