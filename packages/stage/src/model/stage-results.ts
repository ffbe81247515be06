/**
 * Results requested from the Worker for the current position: the frame of the ranking, the robustness of places, the
 * spread of places. One frame is requested at a time, always for the newest position; slower results are requested
 * after a pause, and the slowest only on the user's request.
 */
import { type Breakpoints, isSameSubject, type Sharing, type SubjectId } from "@yardstick/engine";
import { isSame } from "../protocol/position.js";
import type {
  Robustness,
  Frame,
  Opening,
  Position,
  Shown,
  Spread,
  StageResponse,
  StageRequest,
  StageGroup,
} from "../protocol/protocol.js";

/** Milliseconds without a change after which the complete frame is requested. */
const REST = 160;
const ROBUSTNESS_REST = 420;
/** Milliseconds after which a pending frame is reported as late. */
const LATE = 400;
const SAMPLES = 2_000;
const SEED = 1;
/** Number of subjects above which robustness is computed only on request. */
const MAX_AT_ONCE = 2_000;

/** The state that requests refer to. */
export interface StageState {
  readonly opening: Opening;
  readonly position: Position;
  readonly baseline: Position;
  /** Index in `Opening.groups`. */
  readonly groupIndex: number;
  readonly group: StageGroup | null;
  readonly locked: ReadonlySet<number>;
  readonly sharing: Sharing;
  readonly top: number;
  readonly followed: SubjectId | null;
  readonly shows: Shown;
}

/** `moving`: quick figures while a thumb is dragged; `whole`: the complete frame. */
export type FrameMode = "moving" | "whole";

/** Requests results from the Worker and keeps the latest. */
export class StageResults {
  #frame: Frame | null = null;
  /** What the frame was requested for. */
  #frameOf: StageState | null = null;
  #work: Promise<void> = Promise.resolve();
  #robustness: Robustness | null = null;
  #spread: Spread | null = null;
  #pendingMode: FrameMode | null = null;
  #isBusy = false;
  #isLate = false;
  #isPatient = false;
  #isRequested = false;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #robustnessTimer: ReturnType<typeof setTimeout> | undefined;
  /** Incremented with every change that affects robustness: a response to an earlier request is ignored. */
  #questions = 0;

  /** `answered` is called with each new frame, and with null when anything else has changed. */
  constructor(
    private readonly request: (request: StageRequest) => Promise<StageResponse | null>,
    private readonly state: () => StageState | null,
    private readonly onChange: (frame: Frame | null) => void,
  ) {}

  dispose(): void {
    clearTimeout(this.#rest);
    clearTimeout(this.#robustnessTimer);
  }

  get frame(): Frame | null {
    return this.#frame;
  }
  get robustness(): Robustness | null {
    return this.#robustness;
  }
  get spread(): Spread | null {
    return this.#spread;
  }
  /** The frame is older than the weights, and the next one is late. */
  get isLate(): boolean {
    return this.#isLate;
  }
  /** No newer frame is pending. */
  get isSettled(): boolean {
    return this.#pendingMode === null;
  }
  /** Robustness must be requested by the user: there are many subjects, or the scores are not linear in the weights. */
  get needsRequest(): boolean {
    return !this.#isRequested && (this.#hasManySubjects || (this.#robustness?.notLinear.length ?? 0) > 0);
  }

  /** Whether the frame is of the present weights, baseline and subject. */
  get isCurrent(): boolean {
    const [of, state] = [this.#frameOf, this.state()];
    return (
      of !== null &&
      state !== null &&
      isSame(of.position, state.position) &&
      isSame(of.baseline, state.baseline) &&
      isSameSubject(of.followed, state.followed)
    );
  }

  /** Resolves when no frame is requested any more. */
  async settled(): Promise<void> {
    for (let done: Promise<void> | null = null; done !== this.#work;) {
      done = this.#work;
      await done;
    }
  }

  /** The intervals of a weight, if they were computed for the current weights or only this weight has changed since. */
  breakpointsOf(part: number, mover: number | null): Breakpoints | null {
    const { robustness } = this;
    const isFresh = part === mover || isSame(robustness?.now ?? NOWHERE, this.state()?.position ?? NOWHERE);
    return isFresh ? (robustness?.breakpoints.find((each) => each.part === part) ?? null) : null;
  }

  /** Where the compared pair exchanges places; empty unless computed for this pair and the current weights. */
  crossings(): Robustness["crossings"] {
    const { robustness, frame } = this;
    const { followed, rival } = frame?.difference ?? {};
    const isFresh =
      isSameSubject(robustness?.pair?.[0] ?? null, followed ?? null) &&
      isSameSubject(robustness?.pair?.[1] ?? null, rival ?? null) &&
      isSame(robustness?.now ?? NOWHERE, this.state()?.position ?? NOWHERE);
    return isFresh ? (robustness?.crossings ?? []) : [];
  }

  /** Called when the weights or the selection have changed. */
  moved(mode: FrameMode): void {
    this.#isPatient = false;
    this.refresh(mode);
    clearTimeout(this.#rest);
    clearTimeout(this.#robustnessTimer);
    if (mode === "moving") this.#rest = setTimeout(() => this.refresh("whole"), REST);
    this.#questions += 1;
    this.#isRequested = false;
    if (this.#hasManySubjects) this.forget();
    else this.#robustnessTimer = setTimeout(() => void this.#computeRobustness(), ROBUSTNESS_REST);
  }

  /** Discards robustness and spread, after a change that invalidates them. */
  forget(): void {
    this.#robustness = null;
    this.#spread = null;
  }

  /**
   * Requests a new frame without invalidating other results. While a thumb moves, only a quick frame is requested; the
   * complete one follows after a pause.
   */
  refresh(mode: FrameMode): void {
    this.#pendingMode = mode;
    if (!this.#isBusy) this.#work = this.#processRequests();
  }

  requestRobustness(): void {
    this.#isRequested = true;
    this.onChange(null);
    void this.#computeRobustness();
  }

  /** Requests grades and vetoes when computing them takes seconds. */
  requestDetail(): void {
    this.#isPatient = true;
    this.refresh("whole");
  }

  get #hasManySubjects(): boolean {
    return (this.state()?.opening.subjects ?? 0) > MAX_AT_ONCE;
  }

  async #processRequests(): Promise<void> {
    this.#isBusy = true;
    while (this.#pendingMode !== null) {
      const isMoving = this.#pendingMode === "moving";
      this.#pendingMode = null;
      const state = this.state();
      if (state === null) continue;
      const response = await this.#requestFrame(state, isMoving);
      if (response?.kind !== "frame") continue;
      [this.#frame, this.#frameOf] = [response, state];
      this.onChange(response);
    }
    this.#isBusy = false;
  }

  async #requestFrame(state: StageState, isMoving: boolean): Promise<StageResponse | null> {
    const { baseline, position, groupIndex, followed, shows } = state;
    const late = setTimeout(() => this.#setLate(true), LATE);
    const response = await this.request({
      kind: "frame",
      baseline,
      now: position,
      group: groupIndex,
      followed,
      shows,
      isMoving,
      isPatient: this.#isPatient,
    });
    clearTimeout(late);
    this.#setLate(false);
    return response;
  }

  #setLate(isLate: boolean): void {
    if (this.#isLate === isLate) return;
    this.#isLate = isLate;
    this.onChange(null);
  }

  async #computeRobustness(): Promise<void> {
    const state = this.state();
    if (state === null) return;
    const question = ++this.#questions;
    const { position, groupIndex, group, sharing, top, followed } = state;
    const moving = { now: position, group: groupIndex, locked: [...state.locked], sharing, top };
    const rival = this.#frame?.difference?.rival ?? null;
    const pair = followed === null || rival === null ? null : ([followed, rival] as const);
    const robustness = await this.request({ kind: "robustness", ...moving, pair, tries: null });
    if (question !== this.#questions) return;
    if (robustness?.kind === "robustness") this.#robustness = robustness;
    this.onChange(null);
    if (robustness?.kind === "robustness" && robustness.notLinear.length > 0) {
      if (!this.#isRequested) return;
      for (const [tries] of (group?.criteria ?? []).entries()) {
        const more = await this.request({ kind: "robustness", ...moving, pair, tries });
        if (question !== this.#questions || more?.kind !== "robustness") return;
        this.#robustness = { ...more, breakpoints: [...(this.#robustness?.breakpoints ?? []), ...more.breakpoints] };
        this.onChange(null);
      }
    }
    for (;;) {
      const spread = await this.request({ kind: "spread", ...moving, seed: SEED, samples: SAMPLES });
      if (question !== this.#questions || spread?.kind !== "spread") return;
      if (spread.sampled !== null || this.#spread?.sampled == null) this.#spread = spread;
      this.onChange(null);
      if (spread.sampled !== null) return;
    }
  }
}

const NOWHERE: Position = { scenario: null, shares: [[-1, "0"]] };
