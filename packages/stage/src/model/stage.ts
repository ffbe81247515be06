/**
 * The state of the stage without views: current and baseline weights, locks, the followed subject. Results from the
 * Worker, the script, the comparison and writing to the text are in modules of their own.
 */
import { isSameSubject, type Sharing, type SubjectId } from "@yardstick/engine";
import type { RationalText } from "@yardstick/exact";
import type { StageStore } from "./stage-store.js";
import { groupAbove, isSame, movedTo, sumOf, weighingOf, writtenPosition } from "../protocol/position.js";
import type { Frame, Opening, Position, Shown, StageResponse, StageRequest, StageGroup } from "../protocol/protocol.js";
import type { ScriptStep, StageView } from "../protocol/script-step.js";
import type { StageMemory } from "../protocol/stage-memory.js";
import { positionAgain, rememberedPosition } from "./remembered.js";
import { StageResults, type FrameMode } from "./stage-results.js";
import { StageComparison } from "./stage-comparison.js";
import { StageScript, type ScriptHost } from "./stage-script.js";
import { StageWriting } from "./stage-writing.js";

interface UndoStep {
  readonly position: Position;
  readonly locked: ReadonlySet<number>;
}

/** The state of the stage. Listeners are notified of every change. */
export class Stage {
  readonly results: StageResults;
  readonly script: StageScript;
  readonly comparison: StageComparison;
  readonly writing: StageWriting;
  readonly #listeners = new Set<() => void>();
  /** Whether weights are shown in points; null: as the text states them. */
  inPoints: boolean | null = null;
  #opening: Opening | null = null;
  #isEmpty = false;
  #position: Position = { scenario: null, shares: [] };
  #baseline: Position = this.#position;
  #baselineName: string | null = null;
  #scenarioName: string | null = null;
  #group = 0;
  #locked: ReadonlySet<number> = new Set();
  #sharing: Sharing = "proportional";
  #undoSteps: UndoStep[] = [];
  #dragFrom: Position | null = null;
  /** The part that was moved last; null after any other change of the weights. */
  #mover: number | null = null;
  #followed: SubjectId | null = null;
  #followsMover = true;
  #room = 10;
  #range: { readonly from: number; readonly count: number } | null = null;
  #view: StageView = "ranking";
  /** Counts what was taken from another window: only the newest of it is shown. */
  #adoptions = 0;
  #top = 3;

  constructor(readonly store: StageStore) {
    const request = (request: StageRequest): Promise<StageResponse | null> => store.request("demonstrate", request);
    const notify = () => this.#notify();
    this.results = new StageResults(
      request,
      () => (this.#opening === null ? null : { ...this.#state, opening: this.#opening }),
      (frame) => this.#onResults(frame),
    );
    this.comparison = new StageComparison(request, () => this.#opening, notify);
    this.writing = new StageWriting(
      store,
      () => this,
      notify,
      (scenario) => void this.#reopen(scenario),
    );
    this.script = new StageScript(this.#scriptHost());
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    this.results.dispose();
    this.script.dispose();
    this.writing.dispose();
    this.#listeners.clear();
  }

  // — state —

  get opening(): Opening | null {
    return this.#opening;
  }
  /** Nothing to show: no result, no ranking, or no weights. */
  get isEmpty(): boolean {
    return this.#isEmpty;
  }
  get position(): Position {
    return this.#position;
  }
  get baseline(): Position {
    return this.#baseline;
  }
  /** Name of the scenario that is the baseline, null for the rubric as written or other weights. */
  get baselineName(): string | null {
    return this.#baselineName;
  }
  get group(): StageGroup | null {
    return this.#opening?.groups[this.#group] ?? null;
  }
  /** Index of the group in which the parent of the shown group is; null where that is the top. */
  get groupAbove(): number | null {
    return groupAbove(this.#opening?.groups ?? [], this.group?.parent ?? null);
  }
  get sharing(): Sharing {
    return this.#sharing;
  }
  get sum(): RationalText {
    return this.group === null ? "1" : sumOf(this.group, this.#position);
  }
  /** A thumb is being dragged. */
  get isMoving(): boolean {
    return this.#dragFrom !== null;
  }
  get mover(): number | null {
    return this.#mover;
  }
  get view(): StageView {
    return this.#view;
  }
  get top(): number {
    return this.#top;
  }
  get followed(): SubjectId | null {
    return this.#followed;
  }
  get showsAll(): boolean {
    return this.#range !== null;
  }
  get canUndo(): boolean {
    return this.#undoSteps.length > 0;
  }
  get isAtBaseline(): boolean {
    return isSame(this.#position, this.#baseline);
  }
  /** Whether the weights are those of the text, without a scenario. */
  get isAsWritten(): boolean {
    return this.#opening === null || isSame(this.#position, writtenPosition(this.#opening));
  }
  get scenarioCount(): number {
    return (this.#opening?.scenarios.length ?? 0) + 1;
  }
  /** Index of the current scenario; 0 is the rubric as written. */
  get scenarioIndex(): number {
    return (this.#opening?.scenarios.findIndex(({ name }) => name === this.#scenarioName) ?? -1) + 1;
  }
  get scenarioName(): string | null {
    return this.#scenarioName;
  }
  isLocked(part: number): boolean {
    return this.#locked.has(part);
  }

  // — opening —

  /** @param memory what the stage showed before; null to begin at the weights of the text */
  async open(memory: StageMemory | null = null): Promise<void> {
    const opening = await this.store.request("demonstrate", { kind: "open" });
    if (opening?.kind !== "open" || opening.ranking === null || opening.groups.length === 0) {
      this.#isEmpty = true;
      this.#notify();
      return;
    }
    this.#opening = opening;
    this.#isEmpty = false;
    this.#position = writtenPosition(opening);
    this.#baseline = this.#position;
    this.#group = opening.usual;
    this.comparison.begin();
    this.#followed = this.store.subject;
    this.#followsMover = this.#followed === null;
    if (memory !== null && this.restore(memory)) return;
    if (this.script.steps.length > 0) this.script.goTo(0);
    else this.#moved("whole");
  }

  /** What the stage shows; null before it has been opened. */
  get memory(): StageMemory | null {
    const opening = this.#opening;
    const program = this.store.good?.program ?? null;
    if (opening === null || program === null) return null;
    const path = (part: number | null) => (part === null ? null : (program.parts[part]?.path ?? null));
    return {
      written: rememberedPosition(writtenPosition(opening), program).weights,
      now: rememberedPosition(this.#position, program),
      baseline: rememberedPosition(this.#baseline, program),
      scenario: this.#scenarioName,
      baselineScenario: this.#baselineName,
      locked: [...this.#locked].flatMap((part) => path(part) ?? []),
      sharing: this.#sharing,
      group: path(this.group?.parent ?? null),
      view: this.#view,
      top: this.#top,
      follow: this.#followsMover ? null : this.#followed,
      step: this.script.step,
      hasMoved: this.script.hasMoved,
    };
  }

  /** Shows what was shown before; false when the weights of the text have changed since, so that it cannot. */
  restore(memory: StageMemory, mode: FrameMode = "whole"): boolean {
    const opening = this.#opening;
    const program = this.store.good?.program ?? null;
    if (opening === null || program === null) return false;
    const { weights } = rememberedPosition(writtenPosition(opening), program);
    if (JSON.stringify(weights) !== JSON.stringify(memory.written)) return false;
    this.#position = positionAgain(memory.now, opening, program);
    this.#baseline = positionAgain(memory.baseline, opening, program);
    this.#scenarioName = memory.scenario;
    this.#baselineName = memory.baselineScenario;
    const at = (path: string | null) => (path === null ? null : program.parts.findIndex((part) => part.path === path));
    const locked = new Set(memory.locked.map(at).filter((part) => part !== null && part >= 0) as number[]);
    const group = opening.groups.findIndex(({ parent }) => parent === at(memory.group));
    if (locked.size + this.#locked.size > 0 || group !== this.#group || memory.sharing !== this.#sharing)
      this.results.forget();
    this.#locked = locked;
    this.#sharing = memory.sharing;
    this.#group = group >= 0 ? group : opening.usual;
    this.#top = memory.top;
    this.#followsMover = memory.follow === null;
    if (memory.follow !== null) this.#followed = memory.follow;
    if (memory.view === "scenarios" && this.#view !== "scenarios") void this.comparison.show();
    this.#view = memory.view;
    this.script.resume(memory.step, memory.hasMoved);
    this.#moved(mode, null, true);
    return true;
  }

  /** Shows what another window shows. Where the text has been changed there, it is read again first. */
  async adopt(memory: StageMemory, mode: FrameMode): Promise<void> {
    const turn = ++this.#adoptions;
    if (this.restore(memory, mode)) return;
    const opening = await this.store.request("demonstrate", { kind: "open" });
    if (opening?.kind !== "open" || turn !== this.#adoptions) return;
    this.#opening = opening;
    this.comparison.begin();
    this.restore(memory, "whole");
  }

  /** Called when the text has changed; the current weights are kept. */
  async #reopen(scenario: string | null): Promise<void> {
    const opening = await this.store.request("demonstrate", { kind: "open" });
    if (opening?.kind !== "open") return;
    this.#opening = opening;
    if (scenario !== null && opening.scenarios.some(({ name }) => name === scenario)) {
      this.#scenarioName = scenario;
      this.#position = { ...this.#position, scenario };
    }
    const { outcome } = this.writing;
    this.comparison.begin();
    if (this.#view === "scenarios") void this.comparison.show();
    this.#moved("whole");
    if (outcome !== null) this.writing.report(outcome);
  }

  // — weights —

  /** Starts a drag: all moves until `endDrag` are one step of undo and are relative to the position at this point. */
  beginDrag(): void {
    if (this.#dragFrom !== null) return;
    this.#remember();
    this.#dragFrom = this.#position;
  }

  endDrag(): void {
    if (this.#dragFrom === null) return;
    const isStill = isSame(this.#dragFrom, this.#position);
    this.#dragFrom = null;
    if (isStill) this.#undoSteps.pop();
    this.#moved("whole", this.#mover);
  }

  move(part: number, share: RationalText): void {
    const from = this.#dragFrom ?? this.#position;
    const group = this.#opening?.groups.find(({ criteria }) => criteria.some((each) => each.part === part));
    if (group === undefined) return;
    const weighing = weighingOf(group, from, this.#locked, this.#sharing);
    const moved = movedTo(from, weighing, part, share);
    if (isSame(moved, this.#position)) return;
    if (this.#dragFrom === null) this.#remember();
    this.#position = moved;
    this.#moved(this.#dragFrom === null ? "whole" : "moving", part);
  }

  toggleLock(part: number): void {
    this.#remember();
    const locked = new Set(this.#locked);
    if (!locked.delete(part)) locked.add(part);
    this.#locked = locked;
    this.#restart();
  }

  setSharing(sharing: Sharing): void {
    this.#sharing = sharing;
    this.#restart();
  }

  undo(): void {
    const step = this.#undoSteps.pop();
    if (step === undefined) return;
    this.#position = step.position;
    this.#locked = step.locked;
    this.#moved("whole");
  }

  /** Returns to the baseline. */
  reset(): void {
    if (this.isAtBaseline) return;
    this.#remember();
    this.#position = this.#baseline;
    this.#scenarioName = this.#baselineName;
    this.#moved("whole");
  }

  /** Makes the current position the baseline. */
  pinBaseline(): void {
    this.#baseline = this.#position;
    this.#baselineName = this.#scenarioName;
    this.results.refresh("whole");
    this.#notify();
  }

  showGroup(group: number): void {
    this.#group = group;
    this.#restart();
  }

  // — selection —

  follow(subject: SubjectId | null): void {
    this.#followsMover = isSameSubject(this.#followed, subject) && !this.#followsMover;
    this.#followed = subject;
    this.#selectionChanged();
  }

  /** Shows weights in points or in percent. */
  setInPoints(inPoints: boolean): void {
    this.inPoints = inPoints;
    this.#notify();
  }

  /** Number of rows that fit; more are shown on request. */
  setRoom(rows: number): void {
    if (this.#room === rows) return;
    this.#room = rows;
    if (this.results.frame !== null && this.#range === null) this.results.refresh("whole");
  }

  /** Shows all rows, of which those in view are requested; null: only the most relevant ones. */
  showRange(range: { readonly from: number; readonly count: number } | null): void {
    if (range?.from === this.#range?.from && range?.count === this.#range?.count) return;
    this.#range = range;
    this.results.refresh("whole");
    this.#notify();
  }

  setView(view: StageView): void {
    this.#view = view;
    if (view === "scenarios") void this.comparison.show();
    this.#notify();
  }

  setTop(top: number): void {
    this.#top = top;
    this.#restart();
  }

  // — scenarios —

  goToScenario(index: number): void {
    const opening = this.#opening;
    if (opening === null) return;
    const at = ((index % this.scenarioCount) + this.scenarioCount) % this.scenarioCount;
    const scenario = at === 0 ? null : (opening.scenarios[at - 1] ?? null);
    this.#remember();
    this.#scenarioName = scenario?.name ?? null;
    this.#position = scenario?.position ?? writtenPosition(opening);
    this.#moved("whole");
  }

  /** A name that no scenario has yet. */
  freeName(stem: string): string {
    const names = new Set(this.#opening?.scenarios.map(({ name }) => name) ?? []);
    for (let number = 1; ; number += 1) if (!names.has(`${stem} ${number}`)) return `${stem} ${number}`;
  }

  // — private —

  get #state() {
    const shows: Shown = this.#range === null ? { kind: "some", limit: this.#room } : { kind: "all", ...this.#range };
    return {
      position: this.#position,
      baseline: this.#baseline,
      groupIndex: this.#group,
      group: this.group,
      locked: this.#locked,
      sharing: this.#sharing,
      top: this.#top,
      followed: this.#followed,
      shows,
    };
  }

  #scriptHost(): ScriptHost {
    return {
      state: () => ({
        opening: this.#opening,
        program: this.store.good?.program ?? null,
        steps: this.store.content.script ?? [],
        position: this.#position,
        view: this.#view,
        follow: this.#followsMover ? null : (this.#followed?.key ?? null),
      }),
      show: (step: ScriptStep, position: Position) => this.#showStep(step, position),
      goToScenario: (by: 1 | -1) => this.goToScenario(this.scenarioIndex + by),
      write: (steps: readonly ScriptStep[]) => {
        if (!this.store.isReadOnly) this.store.setScript(steps);
        this.writing.report(this.store.isReadOnly ? "read-only" : "saved-step");
        return !this.store.isReadOnly;
      },
      notify: () => this.#notify(),
    };
  }

  #showStep(step: ScriptStep, position: Position): void {
    this.#position = position;
    this.#scenarioName = step.scenario;
    // Locks that the user has set would give other figures at another step.
    if (this.#locked.size > 0) this.results.forget();
    this.#locked = new Set();
    this.#view = step.view;
    this.#range = null;
    this.#followed = step.follow === null ? null : { key: step.follow, period: this.#opening?.period ?? null };
    this.#followsMover = this.#followed === null;
    if (this.#view === "scenarios") void this.comparison.show();
    this.#moved("whole", null, true);
  }

  #remember(): void {
    this.#undoSteps.push({ position: this.#position, locked: this.#locked });
    if (this.#undoSteps.length > 200) this.#undoSteps.shift();
  }

  /** Robustness depends on locks, sharing, the group and `top`. */
  #restart(): void {
    this.results.forget();
    this.#selectionChanged();
  }

  /** Called when the selection has changed but not the weights. */
  #selectionChanged(): void {
    this.writing.forget();
    this.results.moved("whole");
    this.#notify();
  }

  #moved(mode: FrameMode, mover: number | null = null, isStep = false): void {
    this.#mover = mover;
    if (!isStep) this.script.moved();
    if (this.#scenarioName !== null && !this.#isAtScenario()) this.#scenarioName = null;
    this.writing.forget();
    this.results.moved(mode);
    this.#notify();
  }

  #isAtScenario(): boolean {
    const scenario = this.#opening?.scenarios.find(({ name }) => name === this.#scenarioName);
    return (
      scenario !== undefined && isSame({ ...scenario.position, scenario: this.#position.scenario }, this.#position)
    );
  }

  #onResults(frame: Frame | null): void {
    if (frame !== null && this.#followsMover && !frame.isMoving && this.results.isSettled) this.#followMover(frame);
    this.#notify();
  }

  /**
   * Until the user chooses a subject, the one that gained most places is followed, so that a difference can be
   * explained; where none gained any, the first that has a place.
   */
  #followMover({ rows }: Frame): void {
    const first = rows.find(({ place }) => place !== null) ?? rows[0];
    if (first === undefined || this.#range !== null) return;
    const rise = ({ place, before }: Frame["rows"][number]) => (place === null || before === null ? 0 : before - place);
    const best = rows.reduce((found, row) => (rise(row) > rise(found) ? row : found), first);
    if (isSameSubject(this.#followed, best)) return;
    this.#followed = { key: best.key, period: best.period };
    this.results.refresh("whole");
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}
