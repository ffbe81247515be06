/**
 * The initials of Chinese text in Pinyin, by the order of a dictionary that the browser has: a character lies between the
 * first characters of two letters. A character with several readings has the usual one, and the others where they are listed.
 */

const letters = "abcdefghjklmnopqrstwxyz";
/** The first character of each letter in the order of Pinyin. */
const firsts = "阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他屲夕丫帀";
/** Further initials of characters that appraisals use in more than one reading. */
const others: ReadonlyMap<string, string> = new Map([
  ["重", "c"],
  ["行", "h"],
  ["长", "z"],
  ["调", "t"],
  ["参", "s"],
  ["会", "k"],
  ["单", "s"],
  ["曾", "c"],
  ["省", "x"],
  ["系", "j"],
]);

const collator = new Intl.Collator("zh-Hans-CN-u-co-pinyin");
const han = /\p{Script=Han}/u;

/** The possible initials of each character; other characters stand for themselves, in lower case. */
export function initialsOf(text: string): readonly string[] {
  return [...text.toLowerCase()]
    .filter((char) => /[\p{L}\p{N}]/u.test(char))
    .map((char) => (han.test(char) ? initialOf(char) : char));
}

/** Whether `query` (Latin letters) stands somewhere in the initials. */
export function matchesInitials(initials: readonly string[], query: string): boolean {
  if (query === "" || query.length > initials.length) return false;
  return initials.some((_, start) =>
    start + query.length > initials.length
      ? false
      : [...query].every((letter, at) => initials[start + at]?.includes(letter) ?? false),
  );
}

function initialOf(char: string): string {
  let at = firsts.length - 1;
  while (at > 0 && collator.compare(firsts[at] ?? "", char) > 0) at--;
  return (letters[at] ?? "") + (others.get(char) ?? "");
}
