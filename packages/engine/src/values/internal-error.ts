/**
 * What is thrown when the engine itself is wrong, or is handed a program that the checker would not have made.
 * Errors in rubrics and data are never thrown: they are values.
 */
export class InternalError extends Error {
  override readonly name = "InternalError";
}

/** Closes a `switch` over kinds: a kind without a case does not compile. */
export function assertNever(value: never): never {
  throw new InternalError(`unknown kind: ${JSON.stringify(value)}`);
}

/** The element that the program's own index promises to be there. */
export function at<T>(table: readonly T[], index: number): T {
  const found = table[index];
  if (found === undefined) throw new InternalError(`the program has no entry ${index} where it refers to one`);
  return found;
}
