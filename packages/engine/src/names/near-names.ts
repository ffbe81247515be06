/**
 * Names that a written one may be a slip of: one letter more, less, other, or two in each other's place. A digit, a numeral or another
 * sign that tells things of one kind apart (甲, 东, A) is not a slip: 一组 is not 二组.
 */
import { foldName } from "./fold-name.js";

/** Letters that stand for one another in no slip, since they count or place things. */
const ENUMERATORS: readonly string[] = [
  "0123456789",
  "零〇一二三四五六七八九十百千",
  "甲乙丙丁戊己庚辛壬癸",
  "东南西北中",
  "上中下",
  "前后左右内外",
  "大小新老",
];
const DIGIT = /\p{N}/u;
const HAN_NUMERAL = /[零〇一二三四五六七八九十百千]/u;
const LATIN = /\p{sc=Latin}/u;
/** Longer texts are not names. */
const MAX_LETTERS = 40;

const lettersOf = (name: string): readonly string[] => [...foldName(name)];

/** The name with each letter left out in turn. Digits stay: names with different digits are no slip apart. */
function shortened(letters: readonly string[]): readonly string[] {
  return letters.flatMap((letter, at) =>
    DIGIT.test(letter) ? [] : [letters.filter((_, other) => other !== at).join("")],
  );
}

/** The beginnings and ends of a name that are shorter than it, of two letters and more. */
function endsOf(letters: readonly string[]): readonly string[] {
  return letters.flatMap((_, at) => [
    ...(at >= 2 ? [letters.slice(0, at).join("")] : []),
    ...(at > 0 && letters.length - at >= 2 ? [letters.slice(at).join("")] : []),
  ]);
}

function putInto(places: Map<string, number[]>, text: string, index: number): void {
  const there = places.get(text);
  if (there === undefined) places.set(text, [index]);
  else there.push(index);
}

function isWordAlone(letters: readonly string[], at: number): boolean {
  const isLatin = (index: number) => LATIN.test(letters[index] ?? "");
  return isLatin(at) && !isLatin(at - 1) && !isLatin(at + 1);
}

/** Whether another letter at this place names another thing of the same kind. */
function tellsApart(a: readonly string[], b: readonly string[], at: number): boolean {
  const [one = "", other = ""] = [a[at], b[at]];
  if (DIGIT.test(one) || DIGIT.test(other)) return true;
  if (isWordAlone(a, at) && isWordAlone(b, at)) return true;
  return ENUMERATORS.some((letters) => letters.includes(one) && letters.includes(other));
}

/** Whether two different names, in letters, are one slip apart. */
function isOneSlip(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < b.length) return isOneSlip(b, a);
  let at = 0;
  while (at < b.length && a[at] === b[at]) at++;
  if (a.length === b.length) {
    const isSwapped =
      a[at] === b[at + 1] &&
      a[at + 1] === b[at] &&
      a.slice(at + 2).every((letter, index) => letter === b[at + 2 + index]);
    if (isSwapped) return !DIGIT.test(a[at] ?? "") && !DIGIT.test(a[at + 1] ?? "");
    return a.slice(at + 1).every((letter, index) => letter === b[at + 1 + index]) && !tellsApart(a, b, at);
  }
  if (a.length !== b.length + 1) return false;
  const extra = a[at] ?? "";
  const isRestSame = a.slice(at + 1).every((letter, index) => letter === b[at + index]);
  return isRestSame && !DIGIT.test(extra) && !HAN_NUMERAL.test(extra) && !isWordAlone(a, at);
}

/** Finds names that are one slip from a written one, or that hold it as their beginning or end (南门 for 南门社区). */
export class NearNames {
  private places: Map<string, number[]> | null = null;
  private whole: Map<string, number[]> | null = null;
  private ends: Map<string, number[]> | null = null;
  private readonly known = new Map<string, readonly string[]>();

  constructor(private readonly names: readonly string[]) {}

  /** In the order of the names, each once; none where the name itself is among them. */
  near(written: string): readonly string[] {
    const folded = foldName(written);
    const before = this.known.get(folded);
    if (before !== undefined) return before;
    const found = this.find(folded);
    this.known.set(folded, found);
    return found;
  }

  private find(folded: string): readonly string[] {
    const letters = [...folded];
    if (letters.length < 2 || letters.length > MAX_LETTERS) return [];
    this.whole ??= this.indexed((name) => [name.join("")]);
    if (this.whole.has(folded)) return [];
    const near = this.oneSlipFrom(letters);
    this.ends ??= this.indexed(endsOf);
    const ends = [...(this.ends.get(folded) ?? []), ...endsOf(letters).flatMap((end) => this.whole?.get(end) ?? [])];
    const held = [...new Set(ends)].filter((index) => {
      const name = foldName(this.names[index] ?? "");
      return holds(name, folded) || holds(folded, name);
    });
    const indexes = [...new Set([...near, ...(held.length === 1 ? held : [])])];
    return [...new Set(indexes.map((index) => this.names[index] ?? ""))];
  }

  /** The other names that are one slip from one of them: two spellings of one name, perhaps. */
  slips(name: string): readonly string[] {
    const folded = foldName(name);
    const letters = [...folded];
    if (letters.length < 2 || letters.length > MAX_LETTERS) return [];
    const found = this.oneSlipFrom(letters).map((index) => this.names[index] ?? "");
    return [...new Set(found)].filter((other) => foldName(other) !== folded);
  }

  /** Indexes in ascending order. */
  private oneSlipFrom(letters: readonly string[]): readonly number[] {
    this.places ??= this.indexed((name) => [name.join(""), ...shortened(name)]);
    const forms = [letters.join(""), ...shortened(letters)];
    return [...new Set(forms.flatMap((form) => this.places?.get(form) ?? []))]
      .sort((a, b) => a - b)
      .filter((index) => isOneSlip(letters, lettersOf(this.names[index] ?? "")));
  }

  /** The names, by their index, that have a form, such as one with a letter left out. */
  private indexed(formsOf: (letters: readonly string[]) => readonly string[]): Map<string, number[]> {
    const places = new Map<string, number[]>();
    for (const [index, name] of this.names.entries()) {
      const letters = lettersOf(name);
      if (letters.length > MAX_LETTERS) continue;
      for (const form of new Set(formsOf(letters))) putInto(places, form, index);
    }
    return places;
  }
}

/** Whether a name is another with something before or behind it, which is not a number. */
function holds(whole: string, part: string): boolean {
  const rest = whole.startsWith(part)
    ? whole.slice(part.length)
    : whole.endsWith(part)
      ? whole.slice(0, -part.length)
      : "";
  return rest !== "" && !DIGIT.test(rest) && !HAN_NUMERAL.test(rest);
}
