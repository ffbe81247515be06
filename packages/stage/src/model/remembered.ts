/** Positions by path of the parts, for what outlives the stage. */
import type { Program } from "@yardstick/language/program";
import type { Opening, Position } from "../protocol/protocol.js";
import { writtenPosition } from "../protocol/position.js";
import type { RememberedPosition } from "../protocol/stage-memory.js";

export function rememberedPosition({ scenario, shares }: Position, { parts }: Program): RememberedPosition {
  return { scenario, weights: shares.map(([part, share]) => [parts[part]?.path ?? "", share] as const) };
}

/** The weights of parts that no longer exist are left out; parts without a weight keep that of the text. */
export function positionAgain(
  { scenario, weights }: RememberedPosition,
  opening: Opening,
  { parts }: Program,
): Position {
  const shares = new Map(weights);
  return {
    scenario: opening.scenarios.some(({ name }) => name === scenario) ? scenario : null,
    shares: writtenPosition(opening).shares.map(
      ([part, share]) => [part, shares.get(parts[part]?.path ?? "") ?? share] as const,
    ),
  };
}
