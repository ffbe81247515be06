/** Writes the weights of the stage into the text, as the rubric's own weights or as a scenario. */
import type { TextEdit } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import type { StageStore } from "./stage-store.js";
import type { Opening, Position } from "../protocol/protocol.js";
import { weightEdits, newScenarioEdits } from "./stage-edits.js";

/** The outcome of writing the weights or a step; the keys of its messages. */
export type WritingOutcome = "applied" | "kept" | "cannot" | "stale" | "read-only" | "saved-step";

/** Writes the weights to the text. */
export class StageWriting {
  #outcome: WritingOutcome | null = null;
  #end: (() => void) | null = null;

  /** `written` is called when the new text has been scored and its scenarios and weights are available. */
  constructor(
    private readonly store: StageStore,
    private readonly state: () => { readonly opening: Opening | null; readonly position: Position },
    private readonly notify: () => void,
    private readonly written: (scenario: string | null) => void,
  ) {}

  dispose(): void {
    this.#end?.();
  }

  /** The outcome of the last attempt; null after any other action. */
  get outcome(): WritingOutcome | null {
    return this.#outcome;
  }

  forget(): void {
    this.#outcome = null;
  }

  report(outcome: WritingOutcome): void {
    this.#outcome = outcome;
    this.notify();
  }

  apply(): void {
    this.#write("applied", null, weightEdits);
  }

  addScenario(name: string): void {
    this.#write("kept", name, (source, program, opening, position) =>
      newScenarioEdits(source, program, opening, position, name),
    );
  }

  #write(
    outcome: WritingOutcome,
    scenario: string | null,
    make: (source: string, program: Program, opening: Opening, position: Position) => readonly TextEdit[] | null,
  ): void {
    const { store } = this;
    const { good, rubric, evaluation } = store;
    const { opening, position } = this.state();
    if (store.isReadOnly) return this.report("read-only");
    if (good === null || evaluation.isStale || good.rubric !== rubric || opening === null) return this.report("stale");
    const edits = make(rubric, good.program, opening, position);
    if (edits === null) return this.report("cannot");
    store.editRubric(edits);
    this.report(outcome);
    this.#end?.();
    this.#end = store.subscribe(["evaluation"], () => {
      if (store.good?.rubric !== store.rubric) return;
      this.#end?.();
      this.#end = null;
      this.written(scenario);
    });
  }
}
