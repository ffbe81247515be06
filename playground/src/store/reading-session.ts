/**
 * The reading of one document, without views: answers and refusals with undo, the current clause, the marked option, the filter. The
 * document is read again in the Worker after each answer; a reading is a pure function of the document and its answers.
 */
import { ownEntry } from "@yardstick/language";
import type { Answers, ClauseState } from "@yardstick/documents";
import type {
  ClauseSheet,
  ReadingRequest,
  ReadingSheet,
  ReadingSource,
  SectionSheet,
} from "../protocol/reading-sheet.js";

/** Clauses of one state, or all. */
export type ReadingFilter = ClauseState | "all";

/** Reads a document; null when the Worker gave no response. */
export type ReadSheet = (request: ReadingRequest) => Promise<ReadingSheet | null>;

/** The sections of a sheet. */
export const sectionsIn = ({ rows }: ReadingSheet): readonly SectionSheet[] =>
  rows.filter((row): row is SectionSheet => row.kind === "section");

/** All clauses of a sheet in the order in which they are shown. */
export const clausesIn = (sheet: ReadingSheet): readonly ClauseSheet[] =>
  sectionsIn(sheet).flatMap(({ items }) => items.flatMap(({ clauses }) => clauses));

/** The first question of a clause without an answer. */
export const openQuestion = ({ questions }: ClauseSheet) => questions.find(({ chosen }) => chosen === null) ?? null;

const refusal = (number: number): string => `${number}:refuse`;

/** The state of the reading screen. */
export class ReadingSession {
  #sheet: ReadingSheet | null = null;
  #isRead = false;
  #answers: Answers;
  #marked: Answers = {};
  #current: number | null = null;
  #filter: ReadingFilter = "all";
  #undone: readonly Answers[] = [];
  #done: readonly Answers[] = [];
  #requests = 0;

  constructor(
    readonly source: ReadingSource,
    private readonly readSheet: ReadSheet,
    private readonly notify: () => void,
    answers: Answers = {},
    /** Called with the answers after each change. */
    private readonly keep: (answers: Answers) => void = () => undefined,
  ) {
    this.#answers = answers;
  }

  /** Name of the file; null for what was pasted. */
  get fileName(): string | null {
    return "bytes" in this.source ? this.source.name : null;
  }
  /** Null until the document has been read, and when the Worker gave no response. */
  get sheet(): ReadingSheet | null {
    return this.#sheet;
  }
  /** The Worker has responded. */
  get isRead(): boolean {
    return this.#isRead;
  }
  get filter(): ReadingFilter {
    return this.#filter;
  }
  get current(): ClauseSheet | null {
    return this.shown.find(({ number }) => number === this.#current) ?? null;
  }
  get answers(): Answers {
    return this.#answers;
  }
  /** How many answers and refusals were given. */
  get decisions(): number {
    return Object.keys(this.#answers).length;
  }
  get canUndo(): boolean {
    return this.#done.length > 0;
  }
  get canRedo(): boolean {
    return this.#undone.length > 0;
  }
  /** The clauses that the filter shows. */
  get shown(): readonly ClauseSheet[] {
    if (this.#sheet === null) return [];
    return clausesIn(this.#sheet).filter((clause) => this.shows(clause));
  }

  /** The current clause stays in view when its answer changes its state. */
  shows({ state, number }: ClauseSheet): boolean {
    return this.#filter === "all" || state === this.#filter || number === this.#current;
  }

  /** The option that is marked in an open question. */
  markedOption(id: string): number {
    return ownEntry(this.#marked, id) ?? 0;
  }

  /** Reads the document; again, when the language has changed. */
  async read(): Promise<void> {
    this.#requests += 1;
    const mine = this.#requests;
    const sheet = await this.readSheet({ source: this.source, answers: this.#answers, marked: this.#marked });
    if (mine !== this.#requests) return;
    this.#sheet = sheet;
    this.#isRead = true;
    if (sheet !== null && this.#current === null) this.#current = this.#firstToLookAt(sheet);
    this.notify();
  }

  select(number: number): void {
    if (number === this.#current) return;
    this.#current = number;
    this.notify();
  }

  /** Selects the next or previous clause among those shown. */
  move(by: 1 | -1): void {
    const { shown } = this;
    const at = shown.findIndex(({ number }) => number === this.#current);
    const next = shown[at < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, at + by))];
    if (next !== undefined) this.select(next.number);
  }

  /**
   * Selects the next or previous clause with an open question, round the end; when every question is answered, one that is not read.
   * False when there is none.
   */
  moveToQuestion(by: 1 | -1): boolean {
    if (this.#sheet === null) return false;
    const all = clausesIn(this.#sheet);
    const asks = this.#sheet.questions.open > 0;
    const isWanted = (clause: ClauseSheet): boolean =>
      asks ? openQuestion(clause) !== null : clause.state === "not-read" && clause.reason !== "refused";
    const at = all.findIndex(({ number }) => number === this.#current);
    for (let step = 1; step <= all.length; step++) {
      const next = all[(at + by * step + all.length * 2) % all.length];
      if (next === undefined || !isWanted(next)) continue;
      if (this.#filter !== "all" && this.#filter !== next.state) this.#filter = "all";
      this.#current = next.number;
      this.notify();
      return true;
    }
    return false;
  }

  setFilter(filter: ReadingFilter): void {
    this.#filter = filter;
    if (this.#sheet !== null && filter !== "all") {
      const first = clausesIn(this.#sheet).find(({ state }) => state === filter);
      const isInside = this.current?.state === filter;
      if (!isInside) this.#current = first?.number ?? null;
    }
    this.notify();
  }

  /** Marks the next or previous option of the current clause's open question; its rules are shown. */
  mark(by: 1 | -1): void {
    const question = this.current === null ? null : openQuestion(this.current);
    if (question === null) return;
    const option = this.markedOption(question.id) + by;
    if (option < 0 || option >= question.options.length) return;
    this.#marked = { ...this.#marked, [question.id]: option };
    void this.read();
  }

  /** Answers an open question of a clause. A question to the document is answered for all clauses at first, for this one afterwards. */
  answer(clause: ClauseSheet, id: string, option: number): void {
    const question = clause.questions.find((each) => each.id === id);
    if (question === undefined || option < 0 || option >= question.options.length) return;
    const { code } = question;
    const key = code === null || ownEntry(this.#answers, code) !== undefined ? id : code;
    this.#decide({ ...this.#answers, [key]: option });
  }

  /** Takes the marked option of the current clause. */
  take(): void {
    const { current } = this;
    const question = current === null ? null : openQuestion(current);
    if (current !== null && question !== null) this.answer(current, question.id, this.markedOption(question.id));
  }

  /** Refuses a clause, which becomes a note; a refused one is taken again. */
  refuse(clause: ClauseSheet): void {
    if (clause.state === "not-a-rule") return;
    if (clause.reason === "refused") this.takeBack(clause);
    else this.#decide({ ...this.#answers, [refusal(clause.number)]: 0 });
  }

  /** Takes back the answers and the refusal of a clause. */
  takeBack(clause: ClauseSheet): void {
    const keys = new Set([
      refusal(clause.number),
      ...clause.questions.flatMap(({ id, code }) =>
        code === null ? [id] : [ownEntry(this.#answers, id) !== undefined ? id : code],
      ),
    ]);
    const kept = Object.entries(this.#answers).filter(([key]) => !keys.has(key));
    if (kept.length < Object.keys(this.#answers).length) this.#decide(Object.fromEntries(kept));
  }

  undo(): void {
    const before = this.#done.at(-1);
    if (before === undefined) return;
    this.#undone = [...this.#undone, this.#answers];
    this.#done = this.#done.slice(0, -1);
    this.#answers = before;
    this.keep(before);
    void this.read();
  }

  redo(): void {
    const after = this.#undone.at(-1);
    if (after === undefined) return;
    this.#done = [...this.#done, this.#answers];
    this.#undone = this.#undone.slice(0, -1);
    this.#answers = after;
    this.keep(after);
    void this.read();
  }

  #decide(answers: Answers): void {
    this.#done = [...this.#done, this.#answers];
    this.#undone = [];
    this.#answers = answers;
    this.keep(answers);
    void this.read();
  }

  #firstToLookAt(sheet: ReadingSheet): number | null {
    const clauses = clausesIn(sheet);
    return (clauses.find((clause) => openQuestion(clause) !== null) ?? clauses[0])?.number ?? null;
  }
}
