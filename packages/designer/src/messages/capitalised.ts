/**
 * Words of the vocabulary at the head of a menu entry or a button.
 */

/** `bonus` as `Bonus`; Chinese is unchanged. */
export function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
