/**
 * What other readings of the rubric and its data would change, for the lists that show it. The Worker scores one reading a
 * request, and begins one only when the user has rested for several times as long as it takes. Readings of many subjects
 * are interrupted by all other requests, and begun again. Lists of the same result share what was computed.
 */
import type { Lang } from "@yardstick/language";
import type { AlternativeImpact, Good } from "../../protocol/protocol.js";
import type { StoreElement } from "../base/store-element.js";

/** Milliseconds without a new result, or a key or pointer used, after which a reading is scored. */
const REST_MS = 300;
/** Rest before the first reading of a result, in milliseconds for each subject: its duration is not known yet. */
const REST_PER_SUBJECT_MS = 0.5;
/** Rest of the user before a reading, in multiples of what the last one took. */
const REST_PER_READING = 4;
/** Tries of a reading that other requests interrupt. */
const MAX_TRIES = 5;

interface Computed {
  readonly found: AlternativeImpact[];
  readonly listeners: Set<() => void>;
  isRunning: boolean;
  isComplete: boolean;
}

/** What the texts depend on besides the result. */
interface View {
  readonly lang: Lang;
  readonly ranking: string | null;
}

const computedOf = new WeakMap<Good["result"], Map<string, Computed>>();

/** How long the user has used neither key nor pointer. */
class Resting {
  #usedAt = performance.now();

  constructor() {
    const used = () => (this.#usedAt = performance.now());
    for (const type of ["keydown", "pointerdown", "pointermove", "wheel"])
      globalThis.addEventListener(type, used, { capture: true, passive: true });
  }

  /** Resolves once the rest has lasted this many milliseconds. */
  async atLeast(milliseconds: number): Promise<void> {
    for (;;) {
      const left = milliseconds - (performance.now() - this.#usedAt);
      if (left <= 0) return;
      await new Promise((resolve) => setTimeout(resolve, left));
    }
  }
}

/** One for all lists of the page. */
const resting = new Resting();

/** The impacts for one list. */
export class Impacts {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #of: Computed | null = null;
  readonly #redraw = () => this.host.requestUpdate();

  constructor(private readonly host: StoreElement) {}

  /** Those that are known of the present result; computes the others, and redraws the list with each. */
  get known(): readonly AlternativeImpact[] {
    const { good, isStale } = this.host.store.evaluation;
    if (good === null || isStale) return [];
    const { lang, ranking } = this.host.store;
    const byView = computedOf.get(good.result) ?? new Map<string, Computed>();
    computedOf.set(good.result, byView);
    const view = JSON.stringify([lang, ranking]);
    const computed = byView.get(view) ?? { found: [], listeners: new Set(), isRunning: false, isComplete: false };
    byView.set(view, computed);
    if (computed !== this.#of) this.#follow(computed, good, { lang, ranking });
    return computed.found;
  }

  /** Ends with the list. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#of?.listeners.delete(this.#redraw);
    this.#of = null;
  }

  #follow(computed: Computed, good: Good, view: View): void {
    this.dispose();
    this.#of = computed;
    computed.listeners.add(this.#redraw);
    if (!computed.isComplete) this.#timer = setTimeout(() => void this.#compute(computed, good, view), REST_MS);
  }

  async #compute(computed: Computed, good: Good, { lang, ranking }: View): Promise<void> {
    if (computed.isRunning) return;
    computed.isRunning = true;
    const { store } = this.host;
    // What is computed after a change is of another result, or in another language.
    const isObsolete = () => store.evaluation.good !== good || store.lang !== lang || computed.listeners.size === 0;
    let rest = Math.max(REST_MS, REST_PER_SUBJECT_MS * good.result.subjects.length);
    let tries = 0;
    while (!computed.isComplete) {
      await resting.atLeast(rest);
      if (isObsolete()) break;
      const begun = performance.now();
      const impact = await store.request("impact", { at: computed.found.length, ranking });
      rest = Math.max(REST_MS, REST_PER_READING * (performance.now() - begun));
      if (isObsolete()) break;
      tries = impact === null ? tries + 1 : 0;
      if (impact === "none" || tries === MAX_TRIES) computed.isComplete = true;
      else if (impact !== null) computed.found.push(impact);
      for (const redraw of computed.listeners) redraw();
    }
    computed.isRunning = false;
  }
}
