/** Where the session of a tab names the document that is kept for it; apart from the keeper, which is loaded only where there is one. */

/** Key in the session of the tab. */
export const READING_TAB = "yardstick.reading";

/** The document kept for this tab; null for none, and where the session cannot be read. */
export function readingOfTab(): string | null {
  try {
    return sessionStorage.getItem(READING_TAB);
  } catch {
    return null;
  }
}
