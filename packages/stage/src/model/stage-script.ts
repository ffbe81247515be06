/**
 * The script during a demonstration: the current step, and adding, changing and removing steps. Without a script, its
 * keys move through the scenarios.
 */
import type { Program } from "@yardstick/language/program";
import type { Opening, Position } from "../protocol/protocol.js";
import { positionOf, stepOf } from "./script.js";
import type { ScriptStep, StageView } from "../protocol/script-step.js";

/** Milliseconds between two steps of automatic playback. */
const PLAY = 6_000;

/** The operations of the stage that the script uses. */
export interface ScriptHost {
  state(): {
    readonly opening: Opening | null;
    readonly program: Program | null;
    readonly steps: readonly ScriptStep[];
    readonly position: Position;
    readonly view: StageView;
    /** Key of the followed subject, if the user has chosen it. */
    readonly follow: string | null;
  };
  show(step: ScriptStep, position: Position): void;
  goToScenario(by: 1 | -1): void;
  /** False when the project cannot be changed. */
  write(steps: readonly ScriptStep[]): boolean;
  notify(): void;
}

/** The script of the demonstration with the current step. */
export class StageScript {
  #step: number | null = null;
  #hasMoved = false;
  #isPlaying = false;
  #play: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ScriptHost) {}

  dispose(): void {
    clearTimeout(this.#play);
  }

  get steps(): readonly ScriptStep[] {
    return this.host.state().steps;
  }
  /** Index of the current step; null before the first. */
  get step(): number | null {
    return this.#step;
  }
  /** Whether the weights have changed since the step was shown. */
  get hasMoved(): boolean {
    return this.#hasMoved;
  }
  get isPlaying(): boolean {
    return this.#isPlaying;
  }

  /** Continues at a step without showing it again. */
  resume(step: number | null, hasMoved: boolean): void {
    this.#step = step === null || step >= this.steps.length ? null : step;
    this.#hasMoved = hasMoved;
  }

  /** Called when the weights differ from those of the step: its note stays, and the next step is the one after it. */
  moved(): void {
    this.#hasMoved = true;
  }

  goTo(index: number): void {
    const { opening, program, steps } = this.host.state();
    const step = steps[index];
    if (opening === null || program === null || step === undefined) return;
    this.#step = index;
    this.#hasMoved = false;
    this.host.show(step, positionOf(step, opening, program));
  }

  /** The next step of the script, or the next scenario when there is no script. */
  next(): void {
    if (this.steps.length === 0) this.host.goToScenario(1);
    else this.goTo(Math.min(this.steps.length - 1, (this.#step ?? -1) + 1));
  }

  /** The previous step, or back to the original position of the current one. */
  previous(): void {
    if (this.steps.length === 0) this.host.goToScenario(-1);
    else this.goTo(Math.max(0, (this.#step ?? 1) - (this.#hasMoved ? 0 : 1)));
  }

  togglePlay(): void {
    this.#isPlaying = !this.#isPlaying;
    clearTimeout(this.#play);
    if (this.#isPlaying) this.#playOn();
    this.host.notify();
  }

  #playOn(): void {
    this.#play = setTimeout(() => {
      const isLast = this.steps.length > 0 && this.#step === this.steps.length - 1;
      if (isLast) this.#isPlaying = false;
      else {
        this.next();
        this.#playOn();
      }
      this.host.notify();
    }, PLAY);
  }

  add(note: string): void {
    this.#change((steps, made) => {
      const at = (this.#step ?? steps.length - 1) + 1;
      this.#step = at;
      return [...steps.slice(0, at), made(note), ...steps.slice(at)];
    });
  }

  /** Updates the current step with the current position, or only its note. */
  update(note: string | null): void {
    const at = this.#step;
    if (at === null) return;
    this.#change((steps, made) =>
      steps.map((step, index) => (index !== at ? step : note === null ? made(step.note) : { ...step, note })),
    );
  }

  remove(): void {
    const at = this.#step;
    if (at === null) return;
    if (!this.#change((steps) => steps.filter((_, index) => index !== at))) return;
    this.#step = this.steps.length === 0 ? null : Math.min(at, this.steps.length - 1);
    this.host.notify();
  }

  #change(
    change: (steps: readonly ScriptStep[], made: (note: string) => ScriptStep) => readonly ScriptStep[],
  ): boolean {
    const { opening, program, position, view, follow } = this.host.state();
    if (opening === null || program === null) return false;
    const before = this.#step;
    const made = (note: string) => stepOf({ note, view, follow }, position, opening, program);
    const isWritten = this.host.write(change(this.steps, made));
    if (isWritten) this.#hasMoved = false;
    else this.#step = before;
    this.host.notify();
    return isWritten;
  }
}
