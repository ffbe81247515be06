/**
 * The messages between the two windows of a stage: the room's, which the audience sees and which holds the project, and the presenter's,
 * which controls it. All values are plain data.
 */
import type { SubjectId } from "@yardstick/engine";
import type { Lang, TextEdit } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import type { StageRequest, StageResponse } from "../protocol/protocol.js";
import type { ScriptStep } from "../protocol/script-step.js";
import type { StageMemory } from "../protocol/stage-memory.js";

/** What the presenter's window knows of the project. */
export interface SharedProject {
  readonly lang: Lang;
  readonly name: string;
  readonly rubric: string;
  readonly isReadOnly: boolean;
  readonly theme: string | null;
  readonly script: readonly ScriptStep[];
  readonly good: { readonly rubric: string; readonly program: Program } | null;
  readonly isStale: boolean;
  readonly subject: SubjectId | null;
}

/** From the presenter's window to the room's. */
export type ToRoom =
  /** Asks for the project and the state of the stage; sent again until it is answered. */
  | { readonly kind: "hello" }
  /** The window is still open. */
  | { readonly kind: "ping" }
  | { readonly kind: "bye" }
  | { readonly kind: "request"; readonly id: number; readonly request: StageRequest }
  | { readonly kind: "stage"; readonly memory: StageMemory; readonly isMoving: boolean }
  | { readonly kind: "edit"; readonly edits: readonly TextEdit[] }
  | { readonly kind: "script"; readonly steps: readonly ScriptStep[] }
  | { readonly kind: "black"; readonly isBlack: boolean }
  /** Ends the demonstration. */
  | { readonly kind: "end" };

/** From the room's window to the presenter's. */
export type ToPresenter =
  | { readonly kind: "project"; readonly project: SharedProject }
  | { readonly kind: "response"; readonly id: number; readonly response: StageResponse | null }
  | { readonly kind: "stage"; readonly memory: StageMemory; readonly isMoving: boolean }
  | { readonly kind: "pong" }
  | { readonly kind: "bye" };

/** The part of `BroadcastChannel` that the links use. */
export interface LinkChannel {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

/** Milliseconds between two signs of life, and without one until the other window counts as closed. */
export const BEAT = 1_500;
export const SILENCE = 5_000;

/** Whether a value is a message; the channel belongs to the app, but another version of it may be open. */
export function messageOf<T extends ToRoom | ToPresenter>(data: unknown): T | null {
  return typeof data === "object" && data !== null && "kind" in data ? (data as T) : null;
}
