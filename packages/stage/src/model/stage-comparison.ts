/** The scenarios that are compared side by side, and their results from the Worker. */
import type { Opening, Position, ScenarioColumn, StageResponse, StageRequest } from "../protocol/protocol.js";
import { writtenPosition } from "../protocol/position.js";
import type { ComparisonTable } from "../protocol/protocol.js";

const MAX_COMPARED = 4;
/** Number of subjects that are shown, and that a workbook contains. */
const MAX_SHOWN = 300;
/** Maximum number of subjects in an exported workbook. */
export const MAX_EXPORTED = 5_000;

/** The compared scenarios and their columns. */
export class StageComparison {
  #compared: readonly number[] = [];
  #columns: readonly ScenarioColumn[] = [];
  #all = 0;
  #questions = 0;

  constructor(
    private readonly request: (request: StageRequest) => Promise<StageResponse | null>,
    private readonly opening: () => Opening | null,
    private readonly notify: () => void,
  ) {}

  /** Indexes of scenarios; 0 is the rubric as written. */
  get compared(): readonly number[] {
    return this.#compared;
  }
  get columns(): readonly ScenarioColumn[] {
    return this.#columns;
  }
  /** Number of subjects, shown or not. */
  get all(): number {
    return this.#all;
  }

  /** Called when the scenarios have changed. */
  begin(): void {
    const count = (this.opening()?.scenarios.length ?? 0) + 1;
    const left = this.#compared.filter((index) => index < count);
    this.#compared = left.length >= 2 ? left : [0, 1, 2].filter((index) => index < count);
    this.#columns = [];
  }

  /** Adds or removes a scenario; two to four are compared. */
  toggle(index: number): void {
    const others = this.#compared.filter((each) => each !== index);
    const next = others.length < this.#compared.length ? others : [...others, index].sort((a, b) => a - b);
    if (next.length < 2 || next.length > MAX_COMPARED) return;
    this.#compared = next;
    this.#columns = [];
    this.notify();
    void this.show();
  }

  async show(): Promise<void> {
    const question = ++this.#questions;
    const response = await this.#requestColumns(MAX_SHOWN);
    if (question !== this.#questions || response?.kind !== "scenarios") return;
    this.#columns = response.columns;
    this.#all = response.all;
    this.notify();
  }

  /** The comparison as an XLSX file; `table` arranges the columns. */
  async workbook(
    table: (columns: readonly ScenarioColumn[]) => ComparisonTable,
  ): Promise<Uint8Array<ArrayBuffer> | null> {
    const response = await this.#requestColumns(MAX_EXPORTED);
    if (response?.kind !== "scenarios") return null;
    const file = await this.request({ kind: "workbook", table: table(response.columns) });
    return file?.kind === "workbook" ? file.bytes : null;
  }

  async #requestColumns(most: number): Promise<StageResponse | null> {
    const opening = this.opening();
    if (opening === null) return null;
    const positions = this.#compared.map((index): Position => {
      return index === 0
        ? writtenPosition(opening)
        : (opening.scenarios[index - 1]?.position ?? writtenPosition(opening));
    });
    return this.request({ kind: "scenarios", positions, most });
  }
}
