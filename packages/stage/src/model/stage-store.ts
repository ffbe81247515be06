/** What the stage needs of the page that it is in: the rubric, its last good evaluation, and the worker that answers. */
import type { SubjectId } from "@yardstick/engine";
import type { Lang, TextEdit } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import type { StageAnswer, StageAsked } from "../protocol/protocol.js";
import type { ScriptStep } from "../protocol/script-step.js";

/** Topics: `project` (text and script), `evaluation`, `preferences`. */
export interface StageStore {
  readonly lang: Lang;
  /** As the rubric calls itself. */
  readonly name: string;
  readonly rubric: string;
  readonly isReadOnly: boolean;
  readonly preferences: { readonly theme: string | null };
  readonly content: { readonly script?: readonly ScriptStep[] };
  /** The last good evaluation, and the text that its spans point into. */
  readonly good: { readonly rubric: string; readonly program: Program } | null;
  readonly evaluation: { readonly isStale: boolean };
  /** The subject that the person is looking at. */
  readonly subject: SubjectId | null;
  subscribe(topics: readonly ("project" | "evaluation" | "preferences")[], listener: () => void): () => void;
  /** Asks the session in the worker; null where it could not answer. */
  ask(feature: "demonstrate", request: StageAsked): Promise<StageAnswer | null>;
  editRubric(edits: readonly TextEdit[]): void;
  setScript(steps: readonly ScriptStep[]): void;
  setTheme(theme: "light" | "dark"): void;
}
