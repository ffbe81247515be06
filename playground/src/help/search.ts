/** Finds entries of the palette: by the words of their titles in either language, by keywords, or by Pinyin initials. */
import { initialsOf, matchesInitials } from "./initials.js";

/** What can be found. */
export interface Findable {
  readonly title: string;
  /** Other texts by which it is found: the title in the other language, the text of a rule. */
  readonly also: readonly string[];
}

const prepared = new WeakMap<
  Findable,
  { readonly title: string; readonly also: string; readonly initials: readonly string[] }
>();

/** The entries that a query finds, best first; entries of like rank keep their order. An empty query finds nothing. */
export function search<T extends Findable>(entries: readonly T[], query: string): readonly T[] {
  const terms = normalized(query)
    .split(" ")
    .filter((term) => term !== "");
  if (terms.length === 0) return [];
  return entries
    .map((entry, order) => ({ entry, order, rank: rankOf(entry, terms) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.order - b.order)
    .map(({ entry }) => entry);
}

/** The entries that share most pairs of characters with a query that finds nothing; at most `count`. */
export function nearest<T extends Findable>(entries: readonly T[], query: string, count: number): readonly T[] {
  const wanted = pairsOf(normalized(query));
  return entries
    .map((entry, order) => {
      const { title, also } = preparedOf(entry);
      const own = pairsOf(`${title} ${also}`);
      return { entry, order, rank: [...wanted].filter((pair) => own.has(pair)).length };
    })
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.order - b.order)
    .slice(0, count)
    .map(({ entry }) => entry);
}

function rankOf(entry: Findable, terms: readonly string[]): number {
  const { title, also, initials } = preparedOf(entry);
  let sum = 0;
  for (const term of terms) {
    const isLatin = /^[a-z]+$/u.test(term);
    const rank = title.startsWith(term)
      ? 4
      : title.includes(term)
        ? 3
        : isLatin && term.length > 1 && matchesInitials(initials, term)
          ? 2
          : also.includes(term)
            ? 1
            : 0;
    if (rank === 0) return 0;
    sum += rank;
  }
  return sum;
}

function preparedOf(entry: Findable) {
  const known = prepared.get(entry);
  if (known !== undefined) return known;
  const made = {
    title: normalized(entry.title),
    also: normalized(entry.also.join(" ")),
    initials: initialsOf([entry.title, ...entry.also.filter((text) => text.length < 80)].join("|")),
  };
  prepared.set(entry, made);
  return made;
}

/** Compatibility forms, case and spaces do not matter. */
function normalized(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, " ").trim();
}

function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const word of text.split(/[^\p{L}\p{N}]+/u))
    for (let at = 0; at + 1 < word.length; at++) pairs.add(word.slice(at, at + 2));
  return pairs;
}
