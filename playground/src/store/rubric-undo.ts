/**
 * Undo and redo of the text while no editor is open: the edits of each step, with the text they start from. When an
 * editor opens, they are replayed in it, so that earlier changes can be undone there.
 */
import { applyEdits, type TextEdit } from "@yardstick/language";
import type { TextPort } from "./state.js";

interface Step {
  readonly before: string;
  readonly edits: readonly TextEdit[];
}

const DEPTH = 200;

/** The undo history of the text. */
export class RubricUndo {
  #past: Step[] = [];
  #future: Step[] = [];

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Applies the edits as one step of undo and returns the new text. */
  edit(before: string, edits: readonly TextEdit[]): string {
    this.#past = [...this.#past.slice(1 - DEPTH), { before, edits }];
    this.#future = [];
    return applyEdits(before, edits);
  }

  /** The text before the last step; null when there is none. */
  undo(): string | null {
    const step = this.#past.pop();
    if (step === undefined) return null;
    this.#future.push(step);
    return step.before;
  }

  redo(): string | null {
    const step = this.#future.pop();
    if (step === undefined) return null;
    this.#past.push(step);
    return applyEdits(step.before, step.edits);
  }

  /** Replays all steps in an editor, whose history holds them from then on. */
  replayInto(port: TextPort): void {
    const [first] = [...this.#past, ...this.#future.slice(-1)];
    if (first !== undefined) {
      const undone = [...this.#future].reverse();
      port.replace(first.before, false);
      for (const { edits } of [...this.#past, ...undone]) port.apply(edits);
      for (const _ of undone) port.undo();
    }
    this.clear();
  }

  clear(): void {
    this.#past = [];
    this.#future = [];
  }
}
