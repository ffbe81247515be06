/** Details of many subjects: loaded for those in view, each row once per evaluation. */
import type { SubjectResult } from "@yardstick/engine";
import type { Good, KnownSubject } from "../protocol/protocol.js";
import { fetchSubjects, rowsOf, unknownRows } from "./many-subjects.js";

/** The operations of the workbench that loading details uses. */
interface DetailsHost {
  current(): Good | null;
  /** Null when the worker sends no response. */
  request(rows: readonly number[]): Promise<readonly KnownSubject[] | null>;
  /** `isMoreThanBars`: missing cells or provisional results have been found, which the table shows too. */
  onFound(isMoreThanBars: boolean): void;
}

/** Loads the details of subjects. */
export class SubjectDetails {
  #requested = new Set<number>();
  /** Rows of the subjects on the screen. */
  inView: readonly number[] = [];

  constructor(private readonly host: DetailsHost) {}

  /** Called with a new evaluation, for which no details have been requested yet. */
  restart(): void {
    this.#requested = new Set();
  }

  /** Loads the missing details of subjects of `good`; those on the screen will come with the next evaluation. */
  fetch(good: Good | null, inView: readonly SubjectResult[], others: readonly SubjectResult[]): void {
    this.inView = rowsOf(inView);
    const rows = unknownRows([...inView, ...others]).filter((row) => !this.#requested.has(row));
    if (good === null || rows.length === 0) return;
    for (const row of rows) this.#requested.add(row);
    void fetchSubjects(
      good,
      rows,
      (some) => this.host.request(some),
      () => this.host.current()?.many === good.many,
      (found) => this.host.onFound(found.some(({ awaiting, provisional }) => awaiting.length + provisional.length > 0)),
    );
  }
}
