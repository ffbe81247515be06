/** The results as they are shown: the ranking, what the user chose to see of it, and the comparison with the period before. */
import type { SubjectId } from "@yardstick/engine";
import type { Good, SubjectMarks } from "../protocol/protocol.js";
import { findTable, type TableText } from "../project/project.js";
import type { ComparedPeriod, ComparedSubject } from "./compared-period.js";
import { hasMarks, setMarks } from "./many-subjects.js";
import { identityOf, rankingView, type RankingView } from "./ranking-view.js";
import type * as Filter from "./filtered-results.js";
import { allShown, NO_CHOICE, type ResultsChoice, type ShownResults } from "./shown-results.js";
import type { SubjectProperty } from "./subject-properties.js";

/** The operations of the workbench that results use. */
interface ResultsHost {
  good(): Good | null;
  ranking(): string | null;
  tables(): readonly TableText[];
  /** The marks of many subjects; null when there is no response. */
  requestMarks(): Promise<readonly SubjectMarks[] | null>;
  /** The choice has changed, or more is known of the results. */
  notify(): void;
}

/** A value that is computed again when what it is made of has changed. */
class Kept<T> {
  #of: readonly unknown[] = [];
  #value: T | null = null;

  get(of: readonly unknown[], compute: () => T): T {
    if (this.#value === null || of.length !== this.#of.length || of.some((each, at) => each !== this.#of[at])) {
      this.#value = compute();
      this.#of = of;
    }
    return this.#value;
  }
}

const NOTHING_COMPARED: ReadonlyMap<string, ComparedSubject> = new Map();

/** The results of the last evaluation without errors. */
export class Results {
  #choice: ResultsChoice = NO_CHOICE;
  /** Counts responses with marks, which change subjects in place. */
  #marksRead = 0;
  #isReading = false;
  readonly #view = new Kept<RankingView>();
  readonly #properties = new Kept<readonly SubjectProperty[]>();
  readonly #shown = new Kept<ShownResults>();
  readonly #periods = new Kept<{ readonly areSeveral: boolean }>();
  readonly #compared = new Kept<{
    readonly period: ComparedPeriod | null;
    readonly bySubject: ReadonlyMap<string, ComparedSubject>;
  }>();

  /** What filters and compares, once it has been loaded. */
  #filter: typeof Filter | null = null;
  #loading: Promise<void> | null = null;

  constructor(private readonly host: ResultsHost) {}

  /** Loads what filters and compares. */
  load(): Promise<void> {
    this.#loading ??= import("./filtered-results.js").then(
      (filter) => {
        this.#filter = filter;
        this.host.notify();
      },
      // Without it everything stays shown; the next choice tries again.
      () => {
        this.#loading = null;
      },
    );
    return this.#loading;
  }

  get choice(): ResultsChoice {
    return this.#choice;
  }

  /** Whether something is filtered. */
  get isFiltered(): boolean {
    const { find, state, values } = this.#choice;
    return find.trim() !== "" || state !== null || values.size > 0;
  }

  choose(change: Partial<ResultsChoice>): void {
    this.#choice = { ...this.#choice, ...change };
    void this.load();
    this.#readMarks();
    this.host.notify();
  }

  /** Of another project nothing is filtered. */
  restart(): void {
    this.#choice = NO_CHOICE;
  }

  /** The ranking; null while there is no result. */
  get view(): RankingView | null {
    const [good, ranking] = [this.host.good(), this.host.ranking()];
    return good === null ? null : this.#view.get([good, ranking, this.#marksRead], () => rankingView(good, ranking));
  }

  get properties(): readonly SubjectProperty[] {
    const [good, tables] = [this.host.good(), this.host.tables()];
    const filter = this.#filter;
    return good === null || filter === null
      ? []
      : this.#properties.get([good, tables], () => filter.subjectProperties(good, tables));
  }

  /** The subjects that are shown; null while there is no result. */
  get shown(): ShownResults | null {
    const { view, properties } = this;
    if (view === null) return null;
    this.#readMarks();
    const changes = this.#choice.sort?.by === "change" ? this.#comparison.bySubject : NOTHING_COMPARED;
    const filter = this.#filter;
    if (filter === null || this.#choice === NO_CHOICE) return this.#shown.get([view], () => allShown(view));
    return this.#shown.get([view, properties, this.#choice, changes], () =>
      filter.filteredResults(
        view,
        this.#choice,
        properties,
        new Map([...changes].map(([key, { change }]) => [key, change])),
      ),
    );
  }

  /** Whether the marks of all subjects are known; with many subjects they are read when a choice needs them. */
  get hasMarks(): boolean {
    const good = this.host.good();
    return good === null || hasMarks(good);
  }

  /** The period that the results can be compared with; null where the earlier results have none. */
  get periodBefore(): string | null {
    return this.#comparison.period?.period ?? null;
  }

  get hasSeveralPeriods(): boolean {
    const subjects = this.host.good()?.result.subjects ?? [];
    return this.#periods.get([subjects], () => ({
      areSeveral: subjects.some(({ period }) => period !== subjects[0]?.period),
    })).areSeveral;
  }

  /** A subject's result of the period before; null also for results of other periods than the one that is compared. */
  before(subject: SubjectId): ComparedSubject | null {
    return this.#comparison.bySubject.get(identityOf(subject)) ?? null;
  }

  get #comparison() {
    const [good, tables] = [this.host.good(), this.host.tables()];
    const filter = this.#filter;
    return this.#compared.get([good, tables, filter], () => {
      const history = findTable(tables, "history", "");
      const period =
        good === null || filter === null
          ? null
          : filter.comparedWithBefore(good, filter.periodOfResults(good), history);
      return { period, bySubject: new Map((period?.rows ?? []).map((row) => [identityOf(row), row])) };
    });
  }

  #readMarks(): void {
    const good = this.host.good();
    const { state, values, group } = this.#choice;
    const isNeeded = (state !== null && state !== "pending") || values.size > 0 || group !== null;
    if (good === null || !isNeeded || this.#isReading || hasMarks(good)) return;
    this.#isReading = true;
    void this.host.requestMarks().then((marks) => {
      this.#isReading = false;
      // A newer result has marks of its own.
      if (this.host.good()?.many !== good.many) return this.#readMarks();
      if (marks === null) return;
      setMarks(good, marks);
      this.#marksRead += 1;
      this.host.notify();
    });
  }
}
