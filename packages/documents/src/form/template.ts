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

/** Text of a slot, with its place in the clause. */
interface Slot {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Slots by name. */
export type Slots = Readonly<Record<string, Slot>>;

/** A compiled form. */
export interface Form {
  readonly source: string;
  readonly regexp: RegExp;
  /** Letters that a stretch must hold, each; a quick way to leave a form out. */
  readonly needs: readonly string[];
  readonly needsFigure: boolean;
  /** Kinds of words that a stretch must hold, as a sum of `HOLDS`. */
  readonly mask: number;
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
  U: `(?:${MEASURE_WORDS})(?:\\((?:${MEASURE_WORDS})\\))?`,
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
  One: "(?:1|一)",
  pts: "(?:个)?(?:百分点(?!))?分?",
  verb: `{V}${VERB_OBJECT}`,
  found: "(?:次?(?:检查|抽查|督查|核查|巡查|考核|暗访)?(?:发现|查出|查实|核实|出现|发生|有|存在|产生|查处))?",
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

/** Letters of a form that no match can lack: outside groups, slots and what is optional. */
function needsOf(source: string): readonly string[] {
  let flat = source.replaceAll(/\{[^}]*\}\??/gu, " ").replaceAll(/\[[^\]]*\][?*+]?/gu, " ");
  for (let before = ""; before !== flat;) {
    before = flat;
    flat = flat.replaceAll(/\([^()]*\)[?*]?/gu, " ");
  }
  return [...flat.replaceAll(/.[?*]/gu, " ")].filter((sign) => /[\u4e00-\u9fff%×]/u.test(sign));
}

/** Quick signs of the words that a slot stands for; a stretch without them cannot have a form that needs the slot. */
const HOLDS: readonly (readonly [slots: RegExp, sign: RegExp])[] = [
  [/\{(?:verb|V\d?)\}/u, /[扣加减得奖计记赋给获罚核倒增累酌予另再各均直一]/u],
  [/\{C\}/u, /[≥≤<>不达大高至满应要须需必保超多低少小未没控]/u],
  [/\{Z\}/u, /[0零不全扣]/u],
  [/\{F\}/u, /[满全不]/u],
  [
    /\{[LK]\d?\}/u,
    /[国全部省厅地市县区街镇乡校院系班村京中特一二三四优鼓参入纪金银铜白秀良一合较差好及称达满非正高初甲乙丙丁五ABCDE\d第博硕研本专大冠亚季前]/u,
  ],
  [/\{One\}/u, /[1一]/u],
  [/\{R\d?\}/u, /[-~至到—]/u],
  [/%|\{pc\}/u, /[%百点]/u],
];

/** Which kinds of words a stretch holds. */
export function maskOf(text: string): number {
  return HOLDS.reduce((mask, [, sign], at) => (sign.test(text) ? mask | (1 << at) : mask), 0);
}

function maskOfForm(source: string): number {
  let flat = source.replaceAll(/\{[A-Za-z]+\d?\}\?\??/gu, " ");
  for (let before = ""; before !== flat;) {
    before = flat;
    flat = flat.replaceAll(/\((?:\?<[A-Za-z0-9]+>|\?:|\?<?[=!])?[^()]*\)[?*]?\??/gu, " ");
  }
  flat = flat.replaceAll(/%\?/gu, " ");
  return HOLDS.reduce((mask, [slots], at) => (slots.test(flat) ? mask | (1 << at) : mask), 0);
}

/** Whether a number stands in every match of a form: outside what is optional, and in each of several alternatives. */
function needsFigure(source: string): boolean {
  let flat = source;
  for (let before = ""; before !== flat;) {
    before = flat;
    flat = flat.replaceAll(
      /\((?:\?<[A-Za-z0-9]+>|\?:|\?<?[=!])?([^()]*)\)([?*]?)\??/gu,
      (_, inner: string, sign: string) =>
        sign === "" && inner.split("|").every((each) => NUMBERED.test(each)) ? "{N}" : " ",
    );
  }
  return NUMBERED.test(flat);
}

const NUMBERED = /\{[NPR]\d?\}(?![?*])/u;

/** Compiles a form of a pattern. */
export function compileForm(source: string, lang: "zh" | "en"): Form {
  return {
    source,
    regexp: new RegExp(`^(?:${expand(source, lang)})$`, lang === "zh" ? "d" : "di"),
    needs: needsOf(source),
    mask: lang === "zh" ? maskOfForm(source) : 0,
    needsFigure: lang === "zh" && needsFigure(source),
  };
}

const HAS_FIGURE = /[\d一二两三四五六七八九十百半]/u;

/** The slots of a stretch that has the form; null where it has not. Offsets are those of `text` plus `base`. */
export function matchForm(form: Form, text: string, base: number, mask = maskOf(text)): Slots | null {
  if ((form.mask & mask) !== form.mask) return null;
  if (form.needsFigure && !HAS_FIGURE.test(text)) return null;
  for (const sign of form.needs) if (!text.includes(sign)) return null;
  const found = form.regexp.exec(text);
  if (found === null) return null;
  const slots: Record<string, Slot> = {};
  for (const [name, span] of Object.entries(found.indices?.groups ?? {})) {
    if (span === undefined) continue;
    slots[name] = { text: text.slice(span[0], span[1]), from: base + span[0], to: base + span[1] };
  }
  return slots;
}
