/**
 * How names are compared that people write in tables: keys of subjects, groups, headers, periods, names in ledgers and on the
 * command line. Two spellings are the same name where they fold to the same text. The table in `docs/tables/how-people-write` lists
 * what is folded; what is published keeps the spelling of the data.
 */

/** Already as folding would leave it: ASCII letters, digits and Han characters alone. */
const PLAIN = /^[\w\u4e00-\u9fff]*$/u;

/** Characters that are not seen: soft hyphens, marks of width and direction, byte order marks, selectors of variants. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Signs of one meaning with several code points, after NFKC. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[-\u2010-\u2015\u2212\u2e3a\u2e3b\u2500\u2501]+/gu, "-"],
  [/[\u301c\u223c]/gu, "~"],
  [/[[{\u3010\u3014\u3016\u3018\u301a\u2768\u27e8]/gu, "("],
  [/[\]}\u3011\u3015\u3017\u3019\u301b\u2769\u27e9]/gu, ")"],
  [/[\u201c-\u201f\u300c-\u300f\u2033\u301d-\u301f]/gu, '"'],
  [/[\u2018-\u201b\u2032\u0060\u00b4]/gu, "'"],
  [/[\u2022\u2027\u22c5\u2219\u30fb\u16eb\u25cf]/gu, "\u00b7"],
  [/\u3001/gu, ","],
  [/\u3002/gu, "."],
];

/** Scripts that put no spaces between words. */
const UNSPACED = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}`;
/** Spaces that part no two words: beside a character of these scripts or beside a sign, and at the ends. */
const IDLE_SPACE = new RegExp(
  String.raw`(?<=^|[${UNSPACED}]|[^\p{L}\p{N}\p{M}]) +| +(?=$|[${UNSPACED}]|[^\p{L}\p{N}\p{M}])`,
  "gu",
);

/**
 * The text by which two names are compared: compatibility forms (full width, circled digits) as their plain ones, one kind each of
 * dash, bracket, quote and middle dot, no invisible characters, and spaces only between words of letters or digits.
 */
export function foldName(name: string): string {
  if (PLAIN.test(name)) return name;
  let text = name.normalize("NFKC").replace(INVISIBLE, "").replace(/\s+/gu, " ");
  for (const [signs, sign] of SIGNS) text = text.replace(signs, sign);
  return text.replace(IDLE_SPACE, "");
}

/** The same for headers, which are also compared without regard to case. */
export function foldHeader(header: string): string {
  return foldName(header).toLowerCase();
}

/** Whether a name is blank once it is folded. */
export function isNoName(name: string): boolean {
  return foldName(name) === "";
}
