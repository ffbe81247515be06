/**
 * The state of the stage and all that can be done on it, without looks: where the weights stand and stood, what the Worker says
 * of it, which step of the script is up. Moves are asked about one at a time, the newest always; what takes longer waits for rest.
 * Longer than 500 lines because the stage is one state with one clock: its moves, its undo and its questions to the Worker read each other's fields.
 */
import type { Breakpoints, Sharing } from "@yardstick/engine";
import type { Exact } from "@yardstick/language/program";
import type { SubjectId } from "../store/subject-id.js";
import { isSameSubject } from "../store/subject-id.js";
import type { Workbench } from "../store/workbench.js";
import { isSame, movedTo, shareIn, sumOf, weighingOf, writtenPosition } from "./position.js";
import type {
  Firmness,
  Frame,
  Opening,
  Position,
  ScenarioColumn,
  Spread,
  StageAnswer,
  StageAsked,
  StageGroup,
} from "./protocol.js";
import { positionOf, stepOf } from "./script.js";
import { type ScriptStep, type StageView } from "./script-step.js";
import { applyEdits, keepEdits } from "./stage-edits.js";

/** Milliseconds without a move after which the whole is worked out, and how firm it is. */
const REST = 160;
const FIRM_REST = 420;
/** Between two steps of a play. */
const PLAY = 6_000;
const SAMPLES = 2_000;
const SEED = 1;
/** Beyond so many subjects firmness is worked out when asked for. */
const MOST_AT_ONCE = 2_000;
const MOST_COMPARED = 4;

interface Past {
  readonly position: Position;
  readonly locked: ReadonlySet<number>;
}

export type Told = "applied" | "kept" | "cannot" | "stale" | "read-only" | "saved-step" | null;

export class Stage {
  readonly #listeners = new Set<() => void>();
  #opening: Opening | null = null;
  #isEmpty = false;
  #position: Position = { scenario: null, shares: [] };
  #baseline: Position = this.#position;
  #baselineName: string | null = null;
  #scenarioName: string | null = null;
  #group = 0;
  #locked: ReadonlySet<number> = new Set();
  #sharing: Sharing = "proportional";
  #past: Past[] = [];
  #dragFrom: Position | null = null;
  #followed: SubjectId | null = null;
  #followsMover = true;
  #limit: number | null = 10;
  #showsAll = false;
  #frame: Frame | null = null;
  #firmness: Firmness | null = null;
  #spread: Spread | null = null;
  #columns: readonly ScenarioColumn[] = [];
  #compared: readonly number[] = [];
  #view: StageView = "ranking";
  #top = 3;
  #step: number | null = null;
  #isPlaying = false;
  #told: Told = null;
  #isBusy = false;
  #wanted: "moving" | "whole" | null = null;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #firm: ReturnType<typeof setTimeout> | undefined;
  #play: ReturnType<typeof setTimeout> | undefined;
  #asks = 0;

  constructor(readonly workbench: Workbench) {}

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    for (const timer of [this.#rest, this.#firm, this.#play]) clearTimeout(timer);
    this.#listeners.clear();
  }

  // — what there is —

  get opening(): Opening | null {
    return this.#opening;
  }
  /** Nothing to show: no good rubric, no ranking, or nothing to weigh. */
  get isEmpty(): boolean {
    return this.#isEmpty;
  }
  get position(): Position {
    return this.#position;
  }
  get baseline(): Position {
    return this.#baseline;
  }
  /** Name of the scenario that is the baseline, null for the rubric as written or weights of its own. */
  get baselineName(): string | null {
    return this.#baselineName;
  }
  get group(): StageGroup | null {
    return this.#opening?.groups[this.#group] ?? null;
  }
  get groupIndex(): number {
    return this.#group;
  }
  get sharing(): Sharing {
    return this.#sharing;
  }
  get sum(): Exact {
    return this.group === null ? "1" : sumOf(this.group, this.#position);
  }
  get frame(): Frame | null {
    return this.#frame;
  }
  get spread(): Spread | null {
    return this.#spread;
  }
  get firmness(): Firmness | null {
    return this.#firmness;
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
    return this.#showsAll;
  }
  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get isAtBaseline(): boolean {
    return isSame(this.#position, this.#baseline);
  }
  get told(): Told {
    return this.#told;
  }
  get isPlaying(): boolean {
    return this.#isPlaying;
  }
  get script(): readonly ScriptStep[] {
    return this.workbench.content.script ?? [];
  }
  /** Which step is up; null while weights are moved freely. */
  get step(): number | null {
    return this.#step;
  }
  get scenarioCount(): number {
    return (this.#opening?.scenarios.length ?? 0) + 1;
  }
  /** From 0, which is the rubric as written. */
  get scenarioIndex(): number {
    return (this.#opening?.scenarios.findIndex(({ name }) => name === this.#scenarioName) ?? -1) + 1;
  }
  get scenarioName(): string | null {
    return this.#scenarioName;
  }
  get compared(): readonly number[] {
    return this.#compared;
  }
  get columns(): readonly ScenarioColumn[] {
    return this.#columns;
  }
  /** Whether firmness waits for somebody to ask: much data, or scores that do not follow the weights by addition. */
  get needsAsking(): boolean {
    return (this.#opening?.subjects ?? 0) > MOST_AT_ONCE || (this.#firmness?.notLinear.length ?? 0) > 0;
  }
  isLocked(part: number): boolean {
    return this.#locked.has(part);
  }
  breakpointsOf(part: number): Breakpoints | null {
    return this.#firmness?.breakpoints.find((each) => each.part === part) ?? null;
  }
  weighing() {
    return this.group === null ? null : weighingOf(this.group, this.#position, this.#locked, this.#sharing);
  }

  // — opening —

  async open(): Promise<void> {
    const opening = await this.#ask({ kind: "open" });
    if (opening?.kind !== "open" || opening.ranking === null || opening.groups.length === 0) {
      this.#isEmpty = true;
      this.#tell();
      return;
    }
    this.#opening = opening;
    this.#isEmpty = false;
    this.#position = writtenPosition(opening);
    this.#baseline = this.#position;
    this.#group = opening.usual;
    this.#compared = [0, 1, 2].filter((index) => index <= opening.scenarios.length);
    this.#followed = this.workbench.subject;
    this.#followsMover = this.#followed === null;
    if (this.script.length > 0) this.goToStep(0);
    else this.#moved("whole");
  }

  // — weights —

  /** A thumb is taken up: all moves until it is let go are one step of undo, and start from here. */
  beginDrag(): void {
    if (this.#dragFrom !== null) return;
    this.#remember();
    this.#dragFrom = this.#position;
  }

  endDrag(): void {
    if (this.#dragFrom === null) return;
    const isStill = isSame(this.#dragFrom, this.#position);
    this.#dragFrom = null;
    if (isStill) this.#past.pop();
    this.#moved("whole");
  }

  move(part: number, share: Exact): void {
    const from = this.#dragFrom ?? this.#position;
    if (this.group === null) return;
    const weighing = weighingOf(this.group, from, this.#locked, this.#sharing);
    const moved = movedTo(from, weighing, part, share);
    if (isSame(moved, this.#position)) return;
    if (this.#dragFrom === null) this.#remember();
    this.#position = moved;
    this.#step = null;
    this.#moved(this.#dragFrom === null ? "whole" : "moving");
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
    const past = this.#past.pop();
    if (past === undefined) return;
    this.#position = past.position;
    this.#locked = past.locked;
    this.#moved("whole");
  }

  /** Back to the baseline. */
  reset(): void {
    if (this.isAtBaseline) return;
    this.#remember();
    this.#position = this.#baseline;
    this.#scenarioName = this.#baselineName;
    this.#moved("whole");
  }

  /** What stands now is what is compared with from here on. */
  pinBaseline(): void {
    this.#baseline = this.#position;
    this.#baselineName = this.#scenarioName;
    this.#moved("whole");
  }

  showGroup(group: number): void {
    this.#group = group;
    this.#firmness = null;
    this.#spread = null;
    this.#moved("whole");
  }

  // — looking —

  follow(subject: SubjectId | null): void {
    this.#followsMover = isSameSubject(this.#followed, subject) && !this.#followsMover;
    this.#followed = subject;
    this.#moved("whole");
  }

  setRoom(rows: number): void {
    if (this.#limit === rows || this.#showsAll) return;
    this.#limit = rows;
    if (this.#frame !== null) this.#want("whole");
  }

  showAll(shows: boolean): void {
    this.#showsAll = shows;
    this.#moved("whole");
  }

  setView(view: StageView): void {
    this.#view = view;
    if (view === "scenarios") void this.#compare();
    this.#tell();
  }

  setTop(top: number): void {
    this.#top = top;
    this.#restart();
  }

  /** Firmness of much data, which is not worked out by itself. */
  askFirmness(): void {
    void this.#workOutFirmness(true);
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
    this.#step = null;
    this.#moved("whole");
  }

  /** Two to four, the rubric as written among them or not. */
  toggleCompared(index: number): void {
    const others = this.#compared.filter((each) => each !== index);
    const next = others.length < this.#compared.length ? others : [...others, index].sort((a, b) => a - b);
    if (next.length < 2 || next.length > MOST_COMPARED) return;
    this.#compared = next;
    void this.#compare();
  }

  async #compare(): Promise<void> {
    const opening = this.#opening;
    if (opening === null) return;
    const positions = this.#compared.map((index) =>
      index === 0 ? writtenPosition(opening) : (opening.scenarios[index - 1]?.position ?? writtenPosition(opening)),
    );
    const answer = await this.#ask({ kind: "scenarios", positions });
    if (answer?.kind === "scenarios") this.#columns = answer.columns;
    this.#tell();
  }

  async workbook(table: Extract<StageAsked, { kind: "workbook" }>["table"]): Promise<Uint8Array<ArrayBuffer> | null> {
    const answer = await this.#ask({ kind: "workbook", table });
    return answer?.kind === "workbook" ? answer.bytes : null;
  }

  // — the text —

  /** The weights as they stand become the rubric's own. */
  apply(): void {
    const { workbench } = this;
    const edits = this.#edits((source, program, opening) => applyEdits(source, program, opening, this.#position));
    if (edits === null) return;
    workbench.editRubric(edits);
    this.#say("applied");
    this.#reopenAfterEvaluation();
  }

  keep(name: string): void {
    const edits = this.#edits((source, program, opening) => keepEdits(source, program, opening, this.#position, name));
    if (edits === null) return;
    this.workbench.editRubric(edits);
    this.#say("kept");
    this.#scenarioName = name;
    this.#reopenAfterEvaluation();
  }

  /** A name for a scenario that there is not yet. */
  freeName(stem: string): string {
    const names = new Set(this.#opening?.scenarios.map(({ name }) => name) ?? []);
    for (let number = 1; ; number += 1) if (!names.has(`${stem} ${number}`)) return `${stem} ${number}`;
  }

  #edits(
    make: (
      source: string,
      program: NonNullable<Workbench["good"]>["program"],
      opening: Opening,
    ) => ReturnType<typeof applyEdits>,
  ) {
    const { workbench } = this;
    const { good, rubric, evaluation } = workbench;
    if (workbench.isReadOnly) return this.#refuse("read-only");
    if (good === null || evaluation.isStale || good.rubric !== rubric || this.#opening === null)
      return this.#refuse("stale");
    return make(rubric, good.program, this.#opening) ?? this.#refuse("cannot");
  }

  #refuse(why: Told): null {
    this.#say(why);
    return null;
  }

  /** The new text is scored first; then scenarios and written weights are other ones. The weights stay where they are. */
  #reopenAfterEvaluation(): void {
    const end = this.workbench.subscribe(["evaluation"], () => {
      if (this.workbench.good?.rubric !== this.workbench.rubric) return;
      end();
      void this.#reopen();
    });
  }

  async #reopen(): Promise<void> {
    const opening = await this.#ask({ kind: "open" });
    if (opening?.kind !== "open") return;
    this.#opening = opening;
    const kept = opening.scenarios.find(({ name }) => name === this.#scenarioName);
    const constants = kept === undefined ? this.#position.scenario : kept.name;
    this.#position = { ...this.#position, scenario: constants };
    const told = this.#told;
    this.#moved("whole");
    this.#say(told);
  }

  // — the script —

  goToStep(index: number): void {
    const opening = this.#opening;
    const program = this.workbench.good?.program;
    const step = this.script[index];
    if (opening === null || program === undefined || step === undefined) return;
    this.#step = index;
    this.#position = positionOf(step, opening, program);
    this.#scenarioName = step.scenario;
    this.#view = step.view;
    const key = step.follow;
    this.#followed =
      key === null
        ? null
        : (this.workbench.good?.result.subjects.filter((subject) => subject.key === key).at(-1) ?? null);
    this.#followsMover = this.#followed === null;
    if (this.#view === "scenarios") void this.#compare();
    this.#moved("whole");
  }

  /** The next step of the script, or the next scenario where there is no script. */
  next(): void {
    if (this.script.length === 0) this.goToScenario(this.scenarioIndex + 1);
    else this.goToStep(Math.min(this.script.length - 1, (this.#step ?? -1) + 1));
  }

  previous(): void {
    if (this.script.length === 0) this.goToScenario(this.scenarioIndex - 1);
    else this.goToStep(Math.max(0, (this.#step ?? 1) - 1));
  }

  togglePlay(): void {
    this.#isPlaying = !this.#isPlaying;
    clearTimeout(this.#play);
    if (this.#isPlaying) this.#playOn();
    this.#tell();
  }

  #playOn(): void {
    this.#play = setTimeout(() => {
      const isLast = this.script.length > 0 && this.#step === this.script.length - 1;
      if (isLast) this.#isPlaying = false;
      else {
        this.next();
        this.#playOn();
      }
      this.#tell();
    }, PLAY);
  }

  addStep(note: string): void {
    this.#changeScript((steps, made) => {
      const at = (this.#step ?? steps.length - 1) + 1;
      this.#step = at;
      return [...steps.slice(0, at), made(note), ...steps.slice(at)];
    });
  }

  /** The step that is up takes what stands now, or only another note. */
  updateStep(note: string | null): void {
    const at = this.#step;
    if (at === null) return;
    this.#changeScript((steps, made) =>
      steps.map((step, index) => (index !== at ? step : note === null ? made(step.note) : { ...step, note })),
    );
  }

  removeStep(): void {
    const at = this.#step;
    if (at === null) return;
    this.#changeScript((steps) => steps.filter((_, index) => index !== at));
    this.#step = this.script.length === 0 ? null : Math.min(at, this.script.length - 1);
    this.#tell();
  }

  #changeScript(
    change: (steps: readonly ScriptStep[], made: (note: string) => ScriptStep) => readonly ScriptStep[],
  ): void {
    const opening = this.#opening;
    const program = this.workbench.good?.program;
    if (opening === null || program === undefined) return;
    if (this.workbench.isReadOnly) return void this.#refuse("read-only");
    const made = (note: string) =>
      stepOf(
        { note, view: this.#view, follow: this.#followsMover ? null : (this.#followed?.key ?? null) },
        this.#position,
        opening,
        program,
      );
    this.workbench.setScript(change(this.script, made));
    this.#tell();
  }

  // — inside —

  #remember(): void {
    this.#past.push({ position: this.#position, locked: this.#locked });
    if (this.#past.length > 200) this.#past.shift();
  }

  /** What is firm depends on locks, sharing and N alone. */
  #restart(): void {
    this.#firmness = null;
    this.#moved("whole");
  }

  #moved(how: "moving" | "whole"): void {
    this.#told = null;
    if (this.#scenarioName !== null && !this.#isAtScenario()) this.#scenarioName = null;
    this.#want(how);
    clearTimeout(this.#rest);
    clearTimeout(this.#firm);
    if (how === "moving") this.#rest = setTimeout(() => this.#want("whole"), REST);
    this.#asks += 1;
    if ((this.#opening?.subjects ?? 0) <= MOST_AT_ONCE)
      this.#firm = setTimeout(() => void this.#workOutFirmness(), FIRM_REST);
    else {
      this.#firmness = null;
      this.#spread = null;
    }
    this.#tell();
  }

  #isAtScenario(): boolean {
    const scenario = this.#opening?.scenarios.find(({ name }) => name === this.#scenarioName);
    return (
      scenario !== undefined && isSame({ ...scenario.position, scenario: this.#position.scenario }, this.#position)
    );
  }

  #want(how: "moving" | "whole"): void {
    if (this.#wanted !== "whole" || how === "whole") this.#wanted = how;
    if (!this.#isBusy) void this.#work();
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    while (this.#wanted !== null) {
      const isMoving = this.#wanted === "moving";
      this.#wanted = null;
      const answer = await this.#ask({
        kind: "frame",
        baseline: this.#baseline,
        now: this.#position,
        group: this.#group,
        followed: this.#followed,
        limit: this.#showsAll ? null : this.#limit,
        isMoving,
      });
      if (answer?.kind !== "frame") continue;
      this.#frame = answer;
      if (this.#followsMover && !answer.isMoving && this.#wanted === null) this.#followMover(answer);
      this.#tell();
    }
    this.#isBusy = false;
  }

  /** Until somebody is chosen, the one that won most is followed, so that there is something to explain. */
  #followMover({ rows }: Frame): void {
    const [first] = rows;
    if (first === undefined) return;
    const rise = ({ place, before }: Frame["rows"][number]) => (place === null || before === null ? 0 : before - place);
    const best = rows.reduce((found, row) => (rise(row) > rise(found) ? row : found), first);
    if (isSameSubject(this.#followed, best)) return;
    this.#followed = { key: best.key, period: best.period };
    this.#want("whole");
  }

  async #workOutFirmness(isAskedFor = false): Promise<void> {
    const asked = ++this.#asks;
    const locked = [...this.#locked];
    const moving = { now: this.#position, group: this.#group, locked, sharing: this.#sharing, top: this.#top };
    const rival = this.#frame?.difference?.rival ?? null;
    const pair = this.#followed === null || rival === null ? null : ([this.#followed, rival] as const);
    const firmness = await this.#ask({ kind: "firmness", ...moving, pair, tries: null });
    if (asked !== this.#asks) return;
    if (firmness?.kind === "firmness") this.#firmness = firmness;
    this.#tell();
    if (firmness?.kind === "firmness" && firmness.notLinear.length > 0) {
      if (!isAskedFor) return;
      for (const [tries] of (this.group?.criteria ?? []).entries()) {
        const more = await this.#ask({ kind: "firmness", ...moving, pair, tries });
        if (asked !== this.#asks || more?.kind !== "firmness") return;
        this.#firmness = { ...more, breakpoints: [...(this.#firmness?.breakpoints ?? []), ...more.breakpoints] };
        this.#tell();
      }
    }
    for (;;) {
      const spread = await this.#ask({ kind: "spread", ...moving, seed: SEED, samples: SAMPLES });
      if (asked !== this.#asks || spread?.kind !== "spread") return;
      if (spread.sampled !== null || this.#spread?.sampled == null) this.#spread = spread;
      this.#tell();
      if (spread.sampled !== null) return;
    }
  }

  async #ask(asked: StageAsked): Promise<StageAnswer | null> {
    return await this.workbench.ask("demonstrate", asked);
  }

  #say(told: Told): void {
    this.#told = told;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Whether a part is switched off. */
export function isOff(position: Position, part: number): boolean {
  return shareIn(position, part) === "0";
}
