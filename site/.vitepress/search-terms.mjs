// The terms under which a text is found. Words of letters and digits are terms; a run of Chinese characters is not cut into words, which
// no two dictionaries do alike, but into all pairs of neighbours and its last character. With terms found by their beginning and all terms of
// a question required, any part of a run is found, a single character too.

/** The terms of a text or of a question, in their order. The function is sent to the browser as text, so it uses nothing outside itself. */
export function searchTerms(text) {
  const runs =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}_])+/gu) ?? [];
  return runs.flatMap((run) => {
    if (!/^\p{Script=Han}/u.test(run)) return [run];
    const characters = Array.from(run);
    return characters.map((_, at) => characters.slice(at, at + 2).join(""));
  });
}
