/**
 * What a text must hold to match a regular expression: sets of characters, of each of which it holds one, in their order. They are taken from the
 * expression itself, and leave most forms out before they are tried or compiled.
 */

/** Characters of which a match holds one. */
type Characters = ReadonlySet<string>;

const DIGITS: Characters = new Set("0123456789");

/** The name of a part in braces. */
const NAME = /^[A-Za-z]+\d?$/u;

/** Signs that most clauses hold, so that to need one of them leaves few forms out. */
const COMMON = new Set("扣加得分的不每次一,0123456789 aeinorst");

/** How many texts hold one of a set, roughly. */
const weight = (set: Characters): number => {
  let sum = 0;
  for (const sign of set) sum += COMMON.has(sign) ? 12 : 1;
  return sum;
};

/** The sets of a named part of an expression; null where there is no such part. */
export type PartNeeds = (name: string) => readonly ReadonlySet<string>[] | null;

/** Reads an expression from left to right; what it does not know it takes for nothing. */
class Reader {
  private at = 0;

  constructor(
    private readonly source: string,
    private readonly part: PartNeeds,
    /** Letters match in either case. */
    private readonly isFolded: boolean,
  ) {}

  /** The sets of a group or of the whole: those that all of its alternatives share as one, or those of the only one. */
  alternatives(): readonly Characters[] {
    const all: (readonly Characters[])[] = [];
    do all.push(this.sequence());
    while (this.take("|"));
    const [first = []] = all;
    if (all.length === 1) return first;
    const smallest = all.map((sets) =>
      sets.reduce<Characters | null>(
        (least, set) => (least === null || weight(set) < weight(least) ? set : least),
        null,
      ),
    );
    return smallest.every((set) => set !== null) ? [new Set(smallest.flatMap((set) => [...set]))] : [];
  }

  private sequence(): readonly Characters[] {
    const sets: Characters[] = [];
    while (this.at < this.source.length && this.source[this.at] !== "|" && this.source[this.at] !== ")") {
      const own = this.atom();
      if (!this.isOptional()) sets.push(...own);
    }
    return sets;
  }

  private atom(): readonly Characters[] {
    const sign = this.source[this.at++] ?? "";
    if (sign === "(") return this.group();
    if (sign === "{") {
      const end = this.source.indexOf("}", this.at);
      const name = end < 0 ? "" : this.source.slice(this.at, end);
      const own = NAME.test(name) ? this.part(name) : null;
      if (own !== null) {
        this.at = end + 1;
        return own;
      }
    }
    if (sign === "[") return this.characterClass();
    if (sign === "\\") {
      const escaped = this.source[this.at++] ?? "";
      if (escaped === "d") return [DIGITS];
      return /[a-zA-Z0-9]/u.test(escaped) ? [] : [new Set(escaped)];
    }
    return sign === "." || sign === "^" || sign === "$" ? [] : [new Set(this.folded(sign))];
  }

  private group(): readonly Characters[] {
    if (this.source[this.at] !== "?") {
      const captured = this.alternatives();
      this.take(")");
      return captured;
    }
    const kind = /^\?(?:[:=!]|<[=!]|<[A-Za-z0-9]+>)/u.exec(this.source.slice(this.at, this.at + 24))?.[0] ?? "";
    this.at += kind.length;
    const inside = this.alternatives();
    this.take(")");
    // The text before or behind is not of the match.
    return /[=!]$/u.test(kind) ? [] : inside;
  }

  private characterClass(): readonly Characters[] {
    const characters = new Set<string>();
    let isPlain = this.source[this.at] !== "^";
    while (this.at < this.source.length && this.source[this.at] !== "]") {
      const sign = this.source[this.at++] ?? "";
      if (sign === "\\") {
        const escaped = this.source[this.at++] ?? "";
        if (escaped === "d") for (const digit of DIGITS) characters.add(digit);
        else if (/[a-zA-Z0-9]/u.test(escaped)) isPlain = false;
        else characters.add(escaped);
      } else if (sign === "-" && characters.size > 0 && this.source[this.at] !== "]") isPlain = false;
      else characters.add(this.folded(sign));
    }
    this.at++;
    return isPlain ? [characters] : [];
  }

  /** Whether what was read may be left out; moves behind its quantifier. */
  private isOptional(): boolean {
    const sign = this.source[this.at] ?? "";
    if (!"?*+{".includes(sign) || sign === "") return false;
    const found =
      /^(?:[?*]|\{0,\d*\})|^(?:\+|\{\d+(?:,\d*)?\})/u.exec(this.source.slice(this.at, this.at + 8))?.[0] ?? "";
    this.at += found.length;
    if (found !== "") this.take("?");
    return /^(?:[?*]|\{0,)/u.test(found);
  }

  private folded(sign: string): string {
    return this.isFolded ? sign.toLowerCase() : sign;
  }

  private take(sign: string): boolean {
    if (this.source[this.at] !== sign) return false;
    this.at++;
    return true;
  }
}

/** Numbers of the sets; equal sets have one. */
const known = new Map<string, number>();
/** For each character the sets that hold it, as bits. */
const holders = new Map<string, number[]>();

/** The sets of an expression; `part` knows those of its named parts, and in folded sets letters are small. */
export const setsOf = (source: string, part: PartNeeds = () => null, isFolded = false): readonly Characters[] =>
  new Reader(source, part, isFolded).alternatives();

/** What a form needs: the numbers of its sets in their order. */
export type Needs = readonly number[];

/** Sets by their numbers, in their order. */
export const needsOf = (sets: readonly Characters[]): Needs =>
  sets.map((set) => {
    const key = [...set].toSorted().join("");
    const number = known.get(key) ?? known.size;
    if (known.has(key)) return number;
    known.set(key, number);
    for (const sign of set) {
      const bits = holders.get(sign) ?? [];
      bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31));
      holders.set(sign, bits);
    }
    return number;
  });

/** Which sets a text holds a character of, as bits: as a whole and for each of its characters that is in one. */
export interface Held {
  readonly whole: Int32Array;
  readonly signs: readonly (readonly number[])[];
}

/** The same stretch is held against all kinds of forms: how many are kept. */
const MOST_HELD = 1_000;
const held = new Map<string, Held>();
/** How many sets there were when `held` was begun. */
let heldSets = 0;

/** Which sets a text holds a character of; of forms that are compiled later the sets are not known to it. */
export function heldBy(text: string): Held {
  if (heldSets !== known.size || held.size >= MOST_HELD) held.clear();
  heldSets = known.size;
  const before = held.get(text);
  if (before !== undefined) return before;
  const whole = new Int32Array((known.size >> 5) + 1);
  const signs: (readonly number[])[] = [];
  for (let at = 0; at < text.length; at++) {
    const bits = holders.get(text[at] ?? "");
    if (bits === undefined) continue;
    signs.push(bits);
    for (let word = 0; word < bits.length; word++) whole[word] = (whole[word] ?? 0) | (bits[word] ?? 0);
  }
  const own = { whole, signs };
  held.set(text, own);
  return own;
}

/** Whether a text holds one character of each set, one behind the other. */
export function holdsAll({ whole, signs }: Held, needs: Needs): boolean {
  for (const need of needs) if (((whole[need >> 5] ?? 0) & (1 << (need & 31))) === 0) return false;
  let at = 0;
  for (const need of needs) {
    const [word, bit] = [need >> 5, 1 << (need & 31)];
    while (at < signs.length && ((signs[at]?.[word] ?? 0) & bit) === 0) at++;
    if (at++ >= signs.length) return false;
  }
  return true;
}
