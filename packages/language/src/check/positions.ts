/**
 * The position of a name in a table that no longer grows: found in one step, however long the table.
 */
interface Bearer {
  readonly name: string | null;
}

const known = new WeakMap<readonly Bearer[], ReadonlyMap<string, number>>();

/** The first bearer of the name, or -1. */
export function positionOf(table: readonly Bearer[], name: string): number {
  let positions = known.get(table);
  if (positions === undefined) {
    const made = new Map<string, number>();
    table.forEach((bearer, index) => {
      if (bearer.name !== null && !made.has(bearer.name)) made.set(bearer.name, index);
    });
    known.set(table, made);
    positions = made;
  }
  return positions.get(name) ?? -1;
}
