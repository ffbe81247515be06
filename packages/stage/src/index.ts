/**
 * `@yardstick/stage`: the current weights and the effects of changing them, without DOM. Contains the protocol between
 * a page and the session in its worker (`@yardstick/stage/session`), and the state of the stage. The views are in
 * `@yardstick/stage/view`.
 */
export type * from "./protocol/protocol.js";
export type { ScriptStep, StageView } from "./protocol/script-step.js";
export type { StageKeeper, StageMemory } from "./protocol/stage-memory.js";
export { movedTo, shareIn, weighingOf, writtenPosition } from "./protocol/position.js";
export { positionOf } from "./model/script.js";
export { newScenarioEdits, weightEdits } from "./model/stage-edits.js";
export { stageMessages } from "./messages/messages.js";
export type { StageStore } from "./model/stage-store.js";
