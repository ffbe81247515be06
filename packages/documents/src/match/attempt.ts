/** What a match is, the compiled forms, and what a pattern sees while it builds its rules. */
import { ownEntry } from "@yardstick/language";
import type { Lang } from "@yardstick/language";
import type { Asked, Attachment, Building, Context, Pattern, Slots, Wording } from "../form/pattern.js";
import { compileForm, type Form } from "../form/template.js";
import { attachments, patterns, seriesPatterns } from "../patterns/index.js";
import { asWritten } from "../patterns/as-written.js";
import type { RulePart } from "../rule/rule.js";
import { isEvent, isMeasure } from "../words/event-words.js";
import { numberText } from "../words/numerals.js";
import { ENGLISH_NUMBERS } from "../words/slot-words.js";

/** Characters of a clause's normal text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A question with the option that has been chosen. */
export interface OpenAsked extends Asked {
  /** The option that has been chosen, or that the document gives itself; null while the question is open. */
  readonly chosen: number | null;
  /** What in the document gives the option; null where it was chosen, or the question is open. */
  readonly because: Wording | null;
}

/** A stretch of a clause that a pattern has read. */
export interface Match {
  readonly pattern: string;
  readonly from: number;
  readonly to: number;
  readonly slots: Readonly<Record<string, Span & { readonly text: string }>>;
  readonly parts: readonly RulePart[];
  readonly asked: readonly OpenAsked[];
  /** Places of numbers that the rule uses. */
  readonly figures: readonly Span[];
}

/** What all patterns have made of a clause. */
export interface ClauseMatch {
  readonly matches: readonly Match[];
  readonly unread: readonly Span[];
  /** Stretches that are not rule: how something is checked, who provides it. */
  readonly remarks: readonly Span[];
  /** The event and the measure that the next clause may be about. */
  readonly about: string;
  readonly measure: string;
  /** How many stretches were held against the patterns: what the reading costs. */
  readonly tried: number;
}

/** The option chosen for a question of this code; null while none is. */
export type Chosen = (asked: Asked) => number | null;

/** A pattern or an attachment with its compiled forms. */
interface Compiled<T> {
  readonly of: T;
  readonly forms: readonly Form[];
}

type PerLang<T> = Readonly<Record<Lang, T>>;

const compiled = <T extends { readonly forms: PerLang<readonly string[]> }>(
  list: readonly T[],
  forms: (each: T, lang: Lang) => readonly string[],
): PerLang<readonly Compiled<T>[]> => {
  const of = (lang: Lang) =>
    list
      .map((each) => ({ of: each, forms: forms(each, lang).map((source) => compileForm(source, lang)) }))
      .filter((each) => each.forms.length > 0);
  // Most documents are in one language.
  const known: { zh?: readonly Compiled<T>[]; en?: readonly Compiled<T>[] } = {};
  return {
    get zh() {
      return (known.zh ??= of("zh"));
    },
    get en() {
      return (known.en ??= of("en"));
    },
  };
};

let cache: {
  readonly single: PerLang<readonly Compiled<Pattern>[]>;
  readonly series: PerLang<readonly Compiled<Pattern>[]>;
  readonly attached: PerLang<readonly Compiled<Attachment>[]>;
  readonly open: PerLang<readonly Compiled<Pattern>[]>;
} | null = null;

/** The forms are compiled when the first clause is read. */
export function forms(): NonNullable<typeof cache> {
  cache ??= {
    single: compiled(patterns, (pattern, lang) => pattern.forms[lang]),
    series: compiled(seriesPatterns, (pattern, lang) => pattern.rows?.[lang] ?? []),
    attached: compiled(attachments, (attachment, lang) => attachment.forms[lang]),
    open: compiled(asWritten, (pattern, lang) => pattern.forms[lang]),
  };
  return cache;
}

/** Whether a pattern keeps conditions as they are written. */
export const isAsWritten = (pattern: Pattern): boolean => asWritten.includes(pattern);

/** Slots whose text is a number; the others are held against the words of rules. */
export const NUMBER_SLOT = /^(?:[NPRG]\d?|J|One|one)$/u;
/** Slots that stand for events and measures. */
export const EVENT_SLOT = /^[EMTXB]\d?$/u;

/** Whether the text of a slot is what the slot stands for. */
export const fits = (name: string, text: string, lang: Lang): boolean =>
  name.startsWith("M") ? isMeasure(text, lang) : isEvent(text, lang);

/** A number as written, as decimal text; empty where it is none. */
export function textNumber(text: string, lang: Lang): string {
  return (lang === "en" ? ownEntry(ENGLISH_NUMBERS, text.toLowerCase()) : undefined) ?? numberText(text) ?? "";
}

/** What the next clause may be about. */
export interface State {
  about: string;
  measure: string;
}

/** What a pattern is tried on. */
export interface Attempt {
  readonly slots: Slots;
  readonly rows: readonly Slots[];
  readonly context: Context;
  readonly chosen: Chosen;
  readonly state: State;
  readonly forced: ReadonlyMap<string, number>;
}

/** The view of a match that a pattern gets; questions are collected in `asked`. */
export function building({ slots, rows, context, chosen, state, forced }: Attempt, asked: OpenAsked[]): Building {
  return {
    slots,
    rows,
    context,
    text: (name) => slots[name]?.text ?? "",
    number: (name) => (slots[name] === undefined ? "1" : textNumber(slots[name].text, context.lang)),
    ask(question, given = null) {
      const settled = forced.get(question.code);
      if (settled !== undefined) return settled;
      const own = chosen(question);
      const option = own ?? given?.option ?? null;
      asked.push({ ...question, chosen: option, because: own === null ? (given?.because ?? null) : null });
      return option ?? 0;
    },
    about(event) {
      state.about = event;
    },
    measured(measure) {
      state.measure = measure;
    },
  };
}
