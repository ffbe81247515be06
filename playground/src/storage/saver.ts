/**
 * When to write, and what to say about it. A change is "saving" from the first keystroke until the disk has it; changes that
 * come while a write is under way are written after it. After a fault it tries again with the next change and every half minute.
 */
import type { SaveFault, SaveOutcome } from "./database.js";

export type SaveState =
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly at: number }
  /** What is on the screen is nowhere else: download it. */
  | { readonly kind: "unsaved"; readonly why: SaveFault | "unavailable" | "newer" };

const QUIET = 500;
const PATIENCE = 3_000;
const RETRY = 30_000;

export class Saver {
  #dirty = false;
  #running: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the oldest change that is not yet written was made. */
  #since = 0;

  /**
   * @param write writes what is there now
   * @param report hears every change of state
   */
  constructor(
    private readonly write: () => Promise<SaveOutcome>,
    private readonly report: (state: SaveState) => void,
    private readonly now: () => number = Date.now,
  ) {}

  get isDirty(): boolean {
    return this.#dirty || this.#running !== null;
  }

  /** Something has changed: it is written when there has been quiet for a moment, and at the latest after three seconds. */
  changed(): void {
    if (!this.#dirty) this.#since = this.now();
    this.#dirty = true;
    this.report({ kind: "saving" });
    this.#schedule(Math.min(QUIET, Math.max(0, this.#since + PATIENCE - this.now())));
  }

  /** Writes at once what is not written yet; resolves when that is done, well or not. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#running !== null) await this.#running;
    if (!this.#dirty) return;
    this.#running = this.#run();
    await this.#running;
  }

  #schedule(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), after);
  }

  async #run(): Promise<void> {
    this.#dirty = false;
    const outcome = await this.write();
    this.#running = null;
    if (outcome.kind === "saved") {
      if (!this.#dirty) this.report({ kind: "saved", at: outcome.record.updated });
      return;
    }
    this.#dirty = true;
    this.report({ kind: "unsaved", why: outcome.fault });
    // Another tab's work stands on the disk: writing again would not help, and must not win.
    if (outcome.fault !== "conflict") this.#schedule(RETRY);
  }
}
