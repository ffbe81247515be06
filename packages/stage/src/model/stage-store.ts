/** The interface that the stage requires of its page: the rubric, the last result, and the worker. */
import type { SubjectId } from "@yardstick/engine";
import type { Lang, TextEdit } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import type { StageResponse, StageRequest } from "../protocol/protocol.js";
import type { ScriptStep } from "../protocol/script-step.js";

/** Topics: `project` (text and script), `evaluation`, `preferences`. */
export interface StageStore {
  readonly lang: Lang;
  /** The title of the rubric. */
  readonly name: string;
  readonly rubric: string;
  readonly isReadOnly: boolean;
  readonly preferences: { readonly theme: string | null };
  readonly content: { readonly script?: readonly ScriptStep[] };
  /** The last result without errors, and the text that its spans refer to. */
  readonly good: { readonly rubric: string; readonly program: Program } | null;
  readonly evaluation: { readonly isStale: boolean };
  /** The selected subject. */
  readonly subject: SubjectId | null;
  subscribe(topics: readonly ("project" | "evaluation" | "preferences")[], listener: () => void): () => void;
  /** Sends a request to the session in the worker; null when there is no response. */
  request(feature: "demonstrate", request: StageRequest): Promise<StageResponse | null>;
  editRubric(edits: readonly TextEdit[]): void;
  setScript(steps: readonly ScriptStep[]): void;
  setTheme(theme: "light" | "dark"): void;
}
