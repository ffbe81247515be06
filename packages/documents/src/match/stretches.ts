/**
 * The forms that a stretch of text has, in the order of the patterns. The same stretch is tried several times (alone, joined with its
 * neighbours, with a requirement before it), so that what has been found is kept.
 */
import type { Lang } from "@yardstick/language";
import type { Pattern } from "../form/pattern.js";
import { heldBy, type Held } from "../form/needs.js";
import { matchForm, type Form, type Slots } from "../form/template.js";
import { forms } from "./attempt.js";

/** A pattern whose form a stretch has; offsets of the slots count from the start of the stretch. */
export interface Fitting {
  readonly pattern: Pattern;
  readonly slots: Slots;
}

/** What has been found for one stretch, and how far the forms have been tried. */
interface Tried {
  readonly found: Fitting[];
  readonly held: Held;
  pattern: number;
  form: number;
}

const MOST = 4_000;
const cache: Readonly<Record<Lang, Map<string, Tried>>> = { zh: new Map(), en: new Map() };
const rows: Readonly<Record<Lang, Map<string, RowText>>> = { zh: new Map(), en: new Map() };

/** Slots with their offsets moved by `base`. */
export function shifted(slots: Slots, base: number): Slots {
  if (base === 0) return slots;
  return Object.fromEntries(
    Object.entries(slots).map(([name, { text, from, to }]) => [name, { text, from: from + base, to: to + base }]),
  );
}

/** The patterns whose forms a stretch has, one after the other, as far as they are asked for. */
export function* fittings(text: string, lang: Lang): Generator<Fitting> {
  const all = forms().single[lang];
  const known = cache[lang];
  let tried = known.get(text);
  if (tried === undefined) {
    if (known.size >= MOST) known.clear();
    tried = { found: [], held: heldBy(lang === "en" ? text.toLowerCase() : text), pattern: 0, form: 0 };
    known.set(text, tried);
  }
  for (let at = 0; ; at++) {
    while (at >= tried.found.length && tried.pattern < all.length) {
      const of = all[tried.pattern];
      const form = of?.forms[tried.form];
      const lacksSign = tried.form === 0 && lang === "zh" && of?.of.sign?.test(text) === false;
      if (of === undefined || form === undefined || lacksSign) {
        tried.pattern++;
        tried.form = 0;
        continue;
      }
      tried.form++;
      const slots = matchForm(form, text, 0, tried.held);
      if (slots !== null) tried.found.push({ pattern: of.of, slots });
    }
    const next = tried.found[at];
    if (next === undefined) return;
    yield next;
  }
}

/** The patterns that keep conditions as they are written, whose forms a stretch has. */
export function* openFittings(text: string, lang: Lang): Generator<Fitting> {
  const all = forms().open[lang];
  const held = heldBy(lang === "en" ? text.toLowerCase() : text);
  for (const { of, forms: list } of all) {
    if (lang === "zh" && of.sign?.test(text) === false) continue;
    for (const form of list) {
      const slots = matchForm(form, text, 0, held);
      if (slots !== null) yield { pattern: of, slots };
    }
  }
}

/** A text that may be a row of a series, with what has been found for the forms of each series. */
export interface RowText {
  readonly text: string;
  readonly held: Held;
  readonly found: Map<readonly Form[], Slots | null>;
}

/** What is known of a text as a row. */
export function rowText(text: string, lang: Lang): RowText {
  const known = rows[lang];
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= MOST) known.clear();
  const own = { text, held: heldBy(lang === "en" ? text.toLowerCase() : text), found: new Map() };
  known.set(text, own);
  return own;
}

/** The slots of the first of the forms of a row that a text has and `fits`; null for none. */
export function rowFitting(
  { text, held, found }: RowText,
  list: readonly Form[],
  fits: (slots: Slots) => boolean,
): Slots | null {
  const known = found.get(list);
  if (known !== undefined) return known;
  let own: Slots | null = null;
  for (const form of list) {
    const slots = matchForm(form, text, 0, held);
    if (slots === null || !fits(slots)) continue;
    own = slots;
    break;
  }
  found.set(list, own);
  return own;
}
