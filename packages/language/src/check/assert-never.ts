/**
 * Ends a `switch` over kinds: a kind that was forgotten does not compile.
 */
export function assertNever(value: never): never {
  throw new Error(`unexpected kind: ${JSON.stringify(value)}`);
}
