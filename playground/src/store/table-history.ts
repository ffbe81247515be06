/**
 * Undo and redo of cell edits: the states of the tables in order. The text has an undo history of its own, in the
 * editor's model.
 */
import type { CellPlace, ProjectContent } from "../project/project.js";

/** The tables of a project, and what is known about the forms from which they were merged. */
export type TableState = Pick<ProjectContent, "tables" | "collection" | "fixed">;

interface Step {
  readonly before: TableState;
  readonly after: TableState;
  /** Where the change was made; undo selects this cell. */
  readonly place: CellPlace;
}

const DEPTH = 200;

/** The undo history of the tables. */
export class TableHistory {
  #past: Step[] = [];
  #future: Step[] = [];

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** The state before the first change that can be undone; null when there is none. */
  get start(): TableState | null {
    return this.#past[0]?.before ?? null;
  }

  record(step: Step): void {
    this.#past = [...this.#past.slice(1 - DEPTH), step];
    this.#future = [];
  }

  undo(): Step | null {
    const step = this.#past.pop();
    if (step !== undefined) this.#future.push(step);
    return step ?? null;
  }

  redo(): Step | null {
    const step = this.#future.pop();
    if (step !== undefined) this.#past.push(step);
    return step ?? null;
  }

  clear(): void {
    this.#past = [];
    this.#future = [];
  }
}
