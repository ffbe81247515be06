/** Details of many subjects: fetched for those in view, each row once for an evaluation. */
import type { SubjectResult } from "@yardstick/engine";
import type { Good, KnownSubject } from "../protocol/protocol.js";
import { fetchSubjects, unknownRows } from "./many-subjects.js";

/** What fetching details needs of the workbench. */
interface DetailsHost {
  current(): Good | null;
  /** Null where the worker could not answer. */
  request(rows: readonly number[]): Promise<readonly KnownSubject[] | null>;
  /** `isMoreThanBars`: the table shows missing cells and provisional results too. */
  onFound(isMoreThanBars: boolean): void;
}

export class SubjectDetails {
  #requested = new Set<number>();

  constructor(private readonly host: DetailsHost) {}

  /** There is a new evaluation, of which no details have been requested. */
  restart(): void {
    this.#requested = new Set();
  }

  /** Fetches what is not known of `subjects`, which are of `good`. */
  fetch(good: Good | null, subjects: readonly SubjectResult[]): void {
    const rows = unknownRows(subjects).filter((row) => !this.#requested.has(row));
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
