/**
 * The steps of a demonstration: for each, the position of the weights, the followed subject and the trainer's note.
 * Saved in the project as plain text with parts by path, so that steps survive changes of the rubric; weights of parts
 * that no longer exist are ignored.
 */
import type { Program } from "@yardstick/language/program";
import type { Opening, Position } from "../protocol/protocol.js";
import { writtenPosition } from "../protocol/position.js";
import type { ScriptStep } from "../protocol/script-step.js";

/** The position of the weights at a step. */
export function positionOf(step: ScriptStep, opening: Opening, program: Program): Position {
  const scenario = opening.scenarios.find(({ name }) => name === step.scenario) ?? null;
  const from = scenario?.position ?? writtenPosition(opening);
  const given = new Map(step.weights.map(({ part, share }) => [part, share]));
  return {
    ...from,
    shares: from.shares.map(([part, share]) => [part, given.get(program.parts[part]?.path ?? "") ?? share] as const),
  };
}

/** A step with the current position and selection. */
export function stepOf(
  { note, view, follow }: Pick<ScriptStep, "note" | "view" | "follow">,
  position: Position,
  opening: Opening,
  program: Program,
): ScriptStep {
  const base = opening.scenarios.find(({ name }) => name === position.scenario)?.position ?? writtenPosition(opening);
  const was = new Map(base.shares);
  const weights = position.shares.flatMap(([part, share]) =>
    was.get(part) === share ? [] : [{ part: program.parts[part]?.path ?? "", share }],
  );
  return { note, view, follow, scenario: position.scenario, weights };
}
