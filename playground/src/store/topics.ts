/**
 * Subscriptions by topic: the store notifies its listeners of the part of the state that has changed, so that an
 * element redraws only for its own topics.
 */

export type Topic =
  | "project"
  | "save"
  | "evaluation"
  | "details"
  | "selection"
  | "sheet"
  | "cursor"
  | "layout"
  | "preferences"
  | "screen";

/** Listeners by topic. */
export class Topics {
  readonly #listeners = new Map<Topic, Set<() => void>>();

  /** Calls `listener` at every change of any of `topics`. Returns a function that unsubscribes. */
  subscribe(topics: readonly Topic[], listener: () => void): () => void {
    for (const topic of topics) {
      const set = this.#listeners.get(topic) ?? new Set();
      set.add(listener);
      this.#listeners.set(topic, set);
    }
    return () => {
      for (const topic of topics) this.#listeners.get(topic)?.delete(listener);
    };
  }

  notify(...topics: readonly Topic[]): void {
    const listeners = new Set(topics.flatMap((topic) => [...(this.#listeners.get(topic) ?? [])]));
    for (const listener of listeners) listener();
  }
}
