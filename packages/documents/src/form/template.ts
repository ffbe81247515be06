/**
 * A form of a pattern, compiled to one regular expression over the whole stretch. A form is a regular expression with `{slots}`:
 * `{E}` an event, `{M}` a measure (both lazy, held against the words of rules afterwards), `{N}` a number, `{P}` points, `{R}` a
 * range of points, `{U}` a measure word, `{V}` a verb of points, `{C}` a comparison, `{L}` levels, `{Z}` no points, `{F}` all of
 * them. A digit behind the letter tells slots of a form apart. `{de}` and `{one}` are turns of speech without a meaning.
 */
import {
  COMPARISON_WORDS,
  DOWN_WORDS,
  FULL_ZH,
  INSIDE_WORDS,
  LEVELS_EN,
  LEVEL_WORDS,
  MEASURE_WORDS,
  NUMBER_EN,
  NUMBER_ZH,
  UP_WORDS,
  VERB_OBJECT,
  VERB_WORDS,
  ZERO_ZH,
} from "../words/slot-words.js";
import { holdsAll, needsOf, setsOf, type Held, type Needs } from "./needs.js";

/** Text of a slot, with its place in the clause. */
interface Slot {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Slots by name. */
export type Slots = Readonly<Record<string, Slot>>;

/** A form, which is compiled when the first stretch holds what it needs. */
export class Form {
  private compiled: RegExp | null = null;

  constructor(
    readonly source: string,
    private readonly lang: "zh" | "en",
    /** What a stretch must hold; a quick way to leave a form out. */
    readonly needs: Needs,
  ) {}

  get regexp(): RegExp {
    this.compiled ??= new RegExp(`^(?:${expand(this.source, this.lang)})$`, this.lang === "zh" ? "d" : "di");
    return this.compiled;
  }
}

const DASH = "(?:-|~|至|到|—)";
const LEVEL_LIST = `(?:${LEVEL_WORDS})(?:(?:[、,/]|或|和|及|与)(?:${LEVEL_WORDS}))+`;

const SLOTS_ZH: Readonly<Record<string, string>> = {
  E: "[^\\n<>≥≤=]+?",
  M: "[^\\n<>≥≤=]+?",
  T: "[^\\n,<>≥≤=]+?",
  N: NUMBER_ZH,
  P: `(?:${NUMBER_ZH}(?=分(?![别之钟数]))|\\d+(?:\\.\\d+)?(?=$|,|/|\\)))`,
  R: `${NUMBER_ZH}分?${DASH}${NUMBER_ZH}`,
  U: `(?:${MEASURE_WORDS})(?:\\([^\\d()含除每扣加减]{1,2}\\))?`,
  V: `(?:${VERB_WORDS})`,
  C: `(?:${COMPARISON_WORDS})`,
  Z: ZERO_ZH,
  F: FULL_ZH,
  L: LEVEL_LIST,
  K: `(?:${LEVEL_WORDS})(?:(?:及|或)?以[上下])?`,
  X: "[^\\n,。;]{1,10}?",
};

const SLOTS_EN: Readonly<Record<string, string>> = {
  E: "[^\\n]+?",
  M: "[^\\n]+?",
  T: "[^\\n,]+?",
  N: NUMBER_EN,
  P: NUMBER_EN,
  R: `\\d+(?:\\.\\d+)?\\s*(?:-|–|to)\\s*\\d+(?:\\.\\d+)?`,
  X: "[^\\n,.;]{1,30}?",
  K: `(?:${LEVELS_EN})`,
};

const MACROS_ZH: Readonly<Record<string, string>> = {
  de: "(?:的|者|的情形|的行为|的现象|的情况|(?<![及按准到临同平定限小学课])时)?[,:、]?",
  one: "(?:1|一)?",
  // `同一处` is not one place.
  One: "(?<![同第统唯])(?:1|一)",
  pts: "(?:个)?(?:百分点(?!))?分?",
  verb: `{V}${VERB_OBJECT}`,
  found: "(?:(?:次|新)?(?:检查|抽查|督查|核查|巡查|考核|暗访)?(?:发现|查出|查实|核实|出现|发生|有|存在|产生|查处))?",
  up: UP_WORDS,
  down: DOWN_WORDS,
  inside: INSIDE_WORDS,
  pc: "(?:%|个?百分点|个点|个百分比)",
};

const MACROS_EN: Readonly<Record<string, string>> = {
  pts: "\\s*(?:points?|pts?\\.?|marks?|%(?!))",
  a: "(?:an?|each|every|per|the)",
};

function expand(source: string, lang: "zh" | "en"): string {
  const macros = lang === "zh" ? MACROS_ZH : MACROS_EN;
  const slots = lang === "zh" ? SLOTS_ZH : SLOTS_EN;
  return source
    .replaceAll(/\{([a-z]+|One)\}/gu, (whole, name: string) => macros[name] ?? whole)
    .replaceAll(/\{([A-Z]\d?)\}/gu, (whole, name: string) => {
      const inner = slots[name[0] ?? ""];
      return inner === undefined ? whole : `(?<${name}>${inner})`;
    });
}

const partNeeds: Readonly<Record<"zh" | "en", Map<string, readonly ReadonlySet<string>[] | null>>> = {
  zh: new Map(),
  en: new Map(),
};

/** What a slot or a turn of speech needs, computed once. */
function needsOfPart(name: string, lang: "zh" | "en"): readonly ReadonlySet<string>[] | null {
  const known = partNeeds[lang].get(name);
  if (known !== undefined) return known;
  const macros = lang === "zh" ? MACROS_ZH : MACROS_EN;
  const slots = lang === "zh" ? SLOTS_ZH : SLOTS_EN;
  const source = macros[name] ?? slots[name[0] ?? ""];
  const own = source === undefined ? null : setsOf(source, (part) => needsOfPart(part, lang), lang === "en");
  partNeeds[lang].set(name, own);
  return own;
}

/** A form of a pattern. */
export const compileForm = (source: string, lang: "zh" | "en"): Form =>
  new Form(source, lang, needsOf(setsOf(source, (part) => needsOfPart(part, lang), lang === "en")));

/** The slots of a stretch that has the form; null where it has not. Offsets are those of `text` plus `base`. */
export function matchForm(form: Form, text: string, base: number, held: Held): Slots | null {
  if (!holdsAll(held, form.needs)) return null;
  const found = form.regexp.exec(text);
  if (found === null) return null;
  const slots: Record<string, Slot> = {};
  for (const [name, span] of Object.entries(found.indices?.groups ?? {})) {
    if (span === undefined) continue;
    slots[name] = { text: text.slice(span[0], span[1]), from: base + span[0], to: base + span[1] };
  }
  return slots;
}
