/**
 * The state of the workbench and all operations on it, without views: elements subscribe to topics and call methods.
 * The rubric's text is the single source of truth; while an editor is open, every change is made through its model.
 * Longer than 500 lines because it is all that views see of the state, and a method for each thing that they read or do adds up; what takes
 * work (scoring, saving, undo, results, details, panes, projects) is in modules of their own.
 */
import { movedSpan, ownEntry, type Lang, type TextEdit } from "@yardstick/language";
import { resolvePath } from "yardstick";
import { isSameSubject, type SubjectId, type SubjectResult } from "@yardstick/engine";
import type { Span } from "@yardstick/language/program";
import type { Cursor } from "@yardstick/designer";
import type { FormPort } from "@yardstick/designer/view";
import type { ScriptStep } from "@yardstick/stage";
import type { RevisionReason } from "../storage/records.js";
import type { Preferences, RubricMode, Theme } from "../storage/preferences.js";
import type { ResponseOf, RequestOf, Evaluation, Feature, Good, Inputs } from "../protocol/protocol.js";
import { ScoringClient } from "./scoring-client.js";
import { Autosave, type AutosaveState } from "../storage/autosave.js";
import { Layout } from "./layout.js";
import { Projects } from "./projects.js";
import { withSubjects } from "./many-subjects.js";
import { rankingNames } from "../project/ranking-names.js";
import { Results } from "./results.js";
import { RubricEditing } from "./rubric-editing.js";
import { rubricName } from "./ranking-view.js";
import { Screens } from "./screens.js";
import {
  filesOf,
  pathOf,
  withCell,
  withFront,
  type CellPlace,
  type ProjectContent,
  type ProjectFile,
  type TableText,
} from "../project/project.js";
import type { Environment, EvaluationState, SheetState, TextPort } from "./state.js";
import { SubjectDetails } from "./subject-details.js";
import { TableHistory, type TableState } from "./table-history.js";
import { Topics, type Topic } from "./topics.js";

const NOTHING_YET: EvaluationState = {
  heading: { title: null, edition: null },
  diagnostics: [],
  others: new Map(),
  good: null,
  goodAt: 0,
  isStale: false,
  failure: null,
};

/** The store. */
export class Workbench {
  readonly #topics = new Topics();
  readonly #environment: Environment;
  readonly #scoring: ScoringClient;
  readonly #autosave: Autosave;
  readonly #history = new TableHistory();
  /** Panes and tabs. */
  readonly layout: Layout;
  readonly screens = new Screens(() => this.#topics.notify("screen"));
  /** Whole projects: list, open, restore, files, links. */
  readonly projects: Projects;
  #savedName = "";
  #preferences: Preferences;
  #content: ProjectContent;
  #evaluation: EvaluationState = NOTHING_YET;
  #scenario: string | null = null;
  #ranking: string | null = null;
  #subject: SubjectId | null = null;
  #section: number | null = null;
  #cell: CellPlace | null = null;
  #sheet: SheetState | null = null;
  #cursor: Cursor | null = null;
  /** The section at the cursor is not selected yet: the text around it has not been evaluated. */
  #hasMoved = false;
  readonly #editing: RubricEditing;
  readonly #details: SubjectDetails;
  /** The ranking as it is shown. */
  readonly results: Results;

  constructor(environment: Environment) {
    this.#environment = environment;
    this.#preferences = environment.preferences.read();
    this.#content = environment.example;
    this.layout = new Layout({
      preferences: () => this.#preferences,
      prefer: (change) => this.#prefer(change, "layout"),
      notify: () => this.#topics.notify("layout"),
    });
    this.#editing = new RubricEditing(this);
    this.#details = new SubjectDetails({
      current: () => this.good,
      request: (rows) => this.request("subjects", { rows }),
      onFound: (isMoreThanBars) => {
        if (!isMoreThanBars || this.good === null) return this.#topics.notify("details");
        this.#evaluation = { ...this.#evaluation, good: { ...this.good } };
        this.#topics.notify("evaluation");
      },
    });
    this.results = new Results({
      good: () => this.good,
      ranking: () => this.ranking,
      tables: () => this.tables,
      requestMarks: () => this.request("marks", {}),
      notify: () => this.#topics.notify("selection"),
    });
    this.#scoring = new ScoringClient(environment.createWorker, {
      onEvaluated: (inputs, evaluation) => this.#onEvaluated(inputs, evaluation),
      onHung: () => this.#failure("hung"),
      onFailure: () => this.#failure("failure"),
      onUnavailable: () => this.#failure("unavailable"),
    });
    const current = () => ({ name: (this.#savedName = this.name), content: this.#content });
    this.#autosave = new Autosave(environment.disk, current, {
      onState: () => this.#topics.notify("save"),
      onContent: (content, isOther) => this.#adopt(content, isOther),
      // Deferred, so that the screen from which the project was opened has closed by then.
      onRepaired: (repairs) => queueMicrotask(() => this.screens.show({ kind: "repaired", repairs })),
    });
    const onScreen = {
      current,
      adopt: (content: ProjectContent) => this.#adopt(content, true),
      replace: (content: ProjectContent, why: RevisionReason) => {
        this.#autosave.changed(why);
        this.#adopt(content, false);
      },
    };
    this.projects = new Projects(this.#autosave, onScreen, this.screens, () => environment.disk.persist());
  }

  /** Opens the last project and scores it. `hash` is that of the page's address, which may contain a shared project. */
  async start(hash = ""): Promise<void> {
    let scheme: string | null = null;
    const isFound = await this.#autosave.start(async () => (scheme = await this.#adoptFirst()));
    if (!isFound && scheme !== null) this.markExample(scheme);
    this.#evaluate();
    await this.projects.receiveHash(hash);
    await this.projects.persist();
    this.#topics.notify("save");
  }

  subscribe(topics: readonly Topic[], listener: () => void): () => void {
    return this.#topics.subscribe(topics, listener);
  }

  dispose(): void {
    this.#scoring.dispose();
  }

  // — reading the state —

  get lang(): Lang {
    return this.#preferences.lang ?? this.#environment.browserLang;
  }
  get preferences(): Preferences {
    return this.#preferences;
  }
  get content(): ProjectContent {
    return this.#content;
  }
  get rubric(): string {
    return this.#content.rubric;
  }
  /** Path of the front file. */
  get path(): string {
    return pathOf(this.#content);
  }
  get files(): readonly ProjectFile[] {
    return filesOf(this.#content);
  }
  /** A rubric of the project by the path of a `use` as written in a file, null for the front file; null where the project has none. */
  findUsed(path: string, from: string | null): { readonly file: string; readonly text: string } | null {
    const file = resolvePath(from ?? this.path, path);
    const text = this.files.find(({ path: of }) => of === file)?.rubric;
    return text === undefined ? null : { file, text };
  }
  get tables(): readonly TableText[] {
    return this.#content.tables;
  }
  /** The tables that requests refer to: those of the newest evaluation that was requested. */
  get requestTables(): readonly TableText[] {
    return this.#scoring.tablesOf(this.path);
  }
  /** The tables before the first change that can be undone; null when there is none. */
  get tablesBefore(): readonly TableText[] | null {
    return this.#history.start?.tables ?? null;
  }
  get evaluation(): EvaluationState {
    return this.#evaluation;
  }
  get good(): Good | null {
    return this.#evaluation.good;
  }
  get save(): AutosaveState {
    return this.#autosave.state;
  }
  /** Nothing is being scored, and no change is unsaved. */
  get isSettled(): boolean {
    return this.save.kind === "saved" && !this.#scoring.isBusy;
  }
  get isReadOnly(): boolean {
    return this.save.kind === "read-only";
  }
  /** The title of the rubric with its edition. */
  get name(): string {
    const { heading, good } = this.#evaluation;
    return (
      rubricName(heading) ?? (good === null ? null : rubricName(good.program)) ?? this.#environment.untitled[this.lang]
    );
  }
  /** The scheme that the current project was begun with; null for a project of one's own. */
  get example(): string | null {
    return ownEntry(this.#preferences.examples, this.projects.id) ?? null;
  }
  /** The banner that explains the example is open. */
  get isBannerShown(): boolean {
    return this.example !== null && !this.#preferences.isBannerClosed;
  }
  get scenario(): string | null {
    return this.#scenario;
  }
  get subject(): SubjectId | null {
    return this.#subject;
  }
  /** Index of the selected section in the program's parts. */
  get section(): number | null {
    return this.#section;
  }
  get cell(): CellPlace | null {
    return this.#cell;
  }
  get sheet(): SheetState | null {
    return this.#sheet;
  }
  get cursor(): Cursor | null {
    return this.#cursor;
  }
  /** Name of the ranking shown: the chosen one while the rubric has it, otherwise the first. */
  get ranking(): string | null {
    const names = this.rankingNames;
    return this.#ranking !== null && names.includes(this.#ranking) ? this.#ranking : (names[0] ?? null);
  }
  get rankingNames(): readonly string[] {
    return this.good === null ? [] : rankingNames(this.good.program);
  }
  get canUndo(): boolean {
    return !this.isReadOnly && this.#steps.canUndo;
  }
  get canRedo(): boolean {
    return !this.isReadOnly && this.#steps.canRedo;
  }
  /** The history that undo and redo apply to: that of the tables in the data pane, otherwise that of the text. */
  get #steps(): TableHistory | RubricEditing {
    return this.layout.activePane === "data" ? this.#history : this.#editing;
  }

  // — changing the project —

  /** Called by the editor at every change of its model; while an editor is open, it is the only caller. */
  setRubric(rubric: string): void {
    if (rubric === this.#content.rubric || this.#editing.isReplaying) return;
    this.#content = { ...this.#content, rubric };
    this.#changed();
  }

  editRubric(edits: readonly TextEdit[]): void {
    if (this.isReadOnly) return;
    this.#editing.edit(edits);
  }

  editCell(place: CellPlace, text: string): void {
    if (this.isReadOnly) return;
    const tables = withCell(this.#content.tables, place, text);
    if (tables !== this.#content.tables) this.#setTables({ tables }, place);
  }

  /** Changes tables, and what is known about forms, as one step of undo; with `kept`, the state before is kept as a revision. */
  editTables(
    change: (tables: readonly TableText[]) => readonly TableText[],
    place: CellPlace,
    kept: RevisionReason | null = null,
    forms: Pick<ProjectContent, "collection" | "fixed"> = {},
  ): void {
    if (this.isReadOnly) return;
    const tables = change(this.#content.tables);
    if (tables === this.#content.tables) return;
    if (kept !== null) this.#autosave.changed(kept);
    this.#setTables({ tables, ...forms }, place);
  }

  /** Brings a file to the front and reveals a span of its text. */
  openFile(path: string, span: Span): void {
    this.bringToFront(path);
    this.reveal(span);
  }

  showTests(): void {
    this.layout.show("results");
    this.layout.chooseResultsTab("tests");
  }

  /** Brings another file of the project to the front. */
  bringToFront(path: string): void {
    const content = withFront(this.#content, path);
    if (content === this.#content) return;
    this.#adopt(content, true);
    if (!this.isReadOnly) this.#autosave.changed();
  }

  /** Replaces the steps of the demonstration. */
  setScript(script: readonly ScriptStep[]): void {
    this.#setAside({ script });
  }

  setCollection(collection: NonNullable<ProjectContent["collection"]>): void {
    this.#setAside({ collection });
  }

  undo(): void {
    if (this.layout.activePane === "data") this.#stepTables(this.#history.undo(), "before");
    else this.#editing.undo();
  }

  redo(): void {
    if (this.layout.activePane === "data") this.#stepTables(this.#history.redo(), "after");
    else this.#editing.redo();
  }

  copyProject(): void {
    this.#autosave.copy();
  }

  /** Writes pending changes, for a page that is about to be closed. */
  flush(): Promise<void> {
    return this.#autosave.flush();
  }

  // — navigation —

  selectSubject(subject: SubjectId | null): void {
    this.#subject = subject;
    this.#topics.notify("selection");
  }

  /** Loads the details of the subjects in view, and of others, when there are too many to send all details at once. */
  fetchDetails(inView: readonly SubjectResult[], others: readonly SubjectResult[]): void {
    this.#details.fetch(this.good, inView, others);
  }

  selectSection(section: number | null): void {
    this.#section = section;
    this.#topics.notify("selection");
  }

  selectCell(cell: CellPlace | null): void {
    this.#cell = cell;
    this.#topics.notify("selection");
  }

  /** Called by the editor. */
  setCursor(cursor: Cursor): void {
    this.#cursor = cursor;
    this.#hasMoved = true;
    this.#topics.notify("cursor");
    this.#selectSectionAtCursor();
  }

  /** Selects the section at the cursor, which is highlighted in the bars; none outside of sections. */
  #selectSectionAtCursor(): void {
    const { good, isStale } = this.#evaluation;
    if (good === null || isStale || this.#cursor === null || good.rubric !== this.rubric) return;
    this.#hasMoved = false;
    const { offset } = this.#cursor;
    const entered = good.program.roots.find((root) => {
      const [start, end] = good.program.parts[root]?.span ?? [0, -1];
      return start <= offset && offset <= end;
    });
    if ((entered ?? null) !== this.#section) this.selectSection(entered ?? null);
  }

  /** Reveals a cell: opens its pane, brings its table to the front and focuses the grid. */
  goToCell(cell: CellPlace): void {
    this.closeSheet();
    this.layout.show("data");
    this.selectCell(cell);
  }

  openSheet(subject: SubjectId): void {
    this.#subject = subject;
    this.#sheet = {
      subject,
      content: isSameSubject(this.#sheet?.subject ?? null, subject) ? this.#sheet!.content : null,
    };
    this.#topics.notify("selection", "sheet");
    void this.#explain(subject);
  }

  closeSheet(): void {
    if (this.#sheet === null) return;
    this.#sheet = null;
    this.#topics.notify("sheet");
  }

  /** Reveals a span of the last result's text, adjusted to the current text. */
  revealResult(span: Span): void {
    if (this.good !== null) this.reveal(movedSpan(this.good.rubric, this.rubric, span));
  }

  /** Reveals a span of the text. */
  reveal(span: Span): void {
    this.layout.show("rubric");
    this.#editing.reveal(span);
  }

  get rubricMode(): RubricMode {
    return this.#preferences.rubricMode;
  }

  /** Shows the rubric as form or as text, at the position of the cursor or the selection. */
  setRubricMode(mode: RubricMode, at: Span | null = null): void {
    if (mode === this.rubricMode) return;
    this.#prefer({ rubricMode: mode }, "layout");
    if (at !== null) this.reveal(at);
  }

  /** Registers the form on the screen. Returns a function that removes it. */
  attachForm(port: FormPort): () => void {
    return this.#editing.attachForm(port);
  }

  /** Registers the open editor. Returns a function that removes it. */
  attachText(port: TextPort): () => void {
    return this.#editing.attachText(port);
  }

  chooseRanking(name: string): void {
    this.#ranking = name;
    this.#topics.notify("layout");
  }

  chooseScenario(name: string | null): void {
    this.#scenario = name;
    this.#evaluate();
    this.#topics.notify("layout");
  }

  setLang(lang: Lang): void {
    this.#prefer({ lang }, "preferences");
    this.#evaluate();
    if (this.#sheet !== null) void this.#explain(this.#sheet.subject);
  }

  /** Remembers that the current project was begun with an example, and explains it. */
  markExample(scheme: string): void {
    const examples = { ...this.#preferences.examples, [this.projects.id]: scheme };
    this.#prefer({ examples, isBannerClosed: false }, "layout");
  }

  closeBanner(isClosed: boolean): void {
    this.#prefer({ isBannerClosed: isClosed }, "layout");
  }

  setTheme(theme: Theme): void {
    this.#prefer({ theme }, "preferences");
  }

  /** Sends a request to the worker; null when there is no response. */
  request<F extends Feature>(feature: F, request: RequestOf<F>): Promise<ResponseOf<F> | null> {
    return this.#scoring.request(feature, request, this.lang);
  }

  // — private —

  /** Shows the example of a first visit; returns its scheme, null where there is none. */
  async #adoptFirst(): Promise<string | null> {
    const first = await this.#environment.firstExample?.().catch(() => null);
    if (first === null || first === undefined) return null;
    this.#adopt(first.content, true);
    return first.scheme;
  }

  /** @param isOther another project: selection and focus do not carry over */
  #adopt(content: ProjectContent, isOther: boolean): void {
    this.#content = content;
    if (isOther) {
      this.#evaluation = NOTHING_YET;
      this.#scoring.restart();
      [this.#scenario, this.#ranking, this.#subject, this.#section, this.#cell] = [null, null, null, null, null];
      this.#sheet = null;
      this.results.restart();
      this.#topics.notify("evaluation", "selection", "sheet", "layout");
    }
    this.#history.clear();
    this.#editing.restart(content.rubric, isOther);
    this.#topics.notify("project");
    this.#evaluate();
  }

  #setTables(change: TableState, place: CellPlace): void {
    const before = this.#content;
    this.#content = { ...before, ...change };
    this.#history.record({ before, after: this.#content, place });
    this.#changed();
  }

  /** Changes what scores do not depend on. */
  #setAside(change: Partial<ProjectContent>): void {
    if (this.isReadOnly) return;
    this.#content = { ...this.#content, ...change };
    this.#autosave.changed();
    this.#topics.notify("project");
  }

  #stepTables(step: ReturnType<TableHistory["undo"]>, side: "before" | "after"): void {
    if (step === null) return;
    this.#cell = step.place;
    const { tables, collection = [], fixed = [] } = step[side];
    this.#content = { ...this.#content, tables, collection, fixed };
    this.#changed();
    this.#topics.notify("selection");
  }

  #changed(): void {
    this.#autosave.changed();
    this.#topics.notify("project");
    this.#evaluate();
  }

  #evaluate(): void {
    const { inView } = this.#details;
    this.#scoring.evaluate({ ...this.#content, scenario: this.#scenario, lang: this.lang, inView });
  }

  #onEvaluated(inputs: Inputs, { heading, diagnostics, others, good: sent }: Evaluation): void {
    const good = sent === null ? null : withSubjects(sent, this.good);
    if (good !== null) this.#details.restart();
    const goodAt = good === null ? this.#evaluation.goodAt : this.#environment.disk.now();
    const isStale = good === null;
    this.#evaluation = { heading, diagnostics, others, good: good ?? this.good, goodAt, isStale, failure: null };
    if (this.#scenario !== null && good !== null && !good.program.scenarios.some(({ name }) => name === this.#scenario))
      this.#scenario = null;
    this.#topics.notify("evaluation");
    if (this.#hasMoved) this.#selectSectionAtCursor();
    // Updates the name in the list of projects, also while a write with the previous name is under way.
    if (!["", this.name].includes(this.#savedName) && ["saved", "saving"].includes(this.save.kind))
      this.#autosave.changed();
    if (this.#sheet !== null && good !== null) void this.#explain(this.#sheet.subject);
  }

  #failure(failure: NonNullable<EvaluationState["failure"]>): void {
    this.#evaluation = { ...this.#evaluation, isStale: true, failure };
    this.#topics.notify("evaluation");
  }

  async #explain(subject: SubjectId): Promise<void> {
    const content = await this.request("sheet", { key: subject.key, period: subject.period });
    if (!isSameSubject(this.#sheet?.subject ?? null, subject)) return;
    if (content === null) this.closeSheet();
    else {
      this.#sheet = { subject, content };
      this.#topics.notify("sheet");
    }
  }

  #prefer(change: Partial<Preferences>, topic: Topic): void {
    this.#preferences = { ...this.#preferences, ...change };
    this.#environment.preferences.write(this.#preferences);
    this.#topics.notify(topic);
  }
}
