/** The order of a list that is shown while what it is sorted by changes. */

/**
 * Keeps the places of rows as they were first shown, so that none moves under the pointer of a user who is about to click.
 * A row that comes back gets its place again; new rows come first.
 */
export class ShownOrder {
  #ids: readonly string[] = [];

  /** The rows in the order that is kept. */
  of<T extends { readonly id: string }>(rows: readonly T[]): readonly T[] {
    const known = new Set(this.#ids);
    this.#ids = [...rows.map(({ id }) => id).filter((id) => !known.has(id)), ...this.#ids];
    const places = new Map(this.#ids.map((id, place) => [id, place]));
    return [...rows].sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  }
}
