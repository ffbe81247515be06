/**
 * Notes of a result as sentences, in both languages: an entry a kind, so that a new kind does not compile without its words.
 */
import type { Awaited } from "@yardstick/engine";
import type { Lang } from "@yardstick/language";
import { describeProblem } from "@yardstick/tables/rows";
import { describeAwaited, ownReasons } from "../sheet/read.js";
import type { NoteKind, ResultNote } from "./result-notes.js";

/** A note in words. */
export interface NoteText {
  readonly kind: NoteKind;
  /** `等次 优秀`: what it is about. */
  readonly what: string;
  /** Those it is about, shortened where they are many; empty where it is the whole result. */
  readonly who: string;
  /** `并列在名额线上，剩 1 个名额`. */
  readonly why: string;
  /** All of it as one sentence. */
  readonly text: string;
}

interface NoteWords {
  readonly list: string;
  readonly kinds: Readonly<Record<NoteKind, string>>;
  readonly score: string;
  readonly named: (kind: string, name: string) => string;
  readonly more: (names: string, count: number) => string;
  readonly within: (names: string, of: string) => string;
  readonly awaits: (fields: string) => string;
  readonly undecided: string;
  readonly cut: (left: number) => string;
  readonly incomplete: string;
  readonly sentence: (what: string, who: string, why: string) => string;
}

const zh: NoteWords = {
  list: "、",
  kinds: {
    pending: "待定",
    invalid: "数据有误",
    veto: "一票否决",
    grade: "等次",
    award: "奖励",
    payment: "奖金",
    consequence: "处理",
    output: "公布",
    requirement: "要求",
    policy: "政策",
    "tie-at-cut": "等次",
    provisional: "暂定",
    data: "数据",
  },
  score: "总分",
  named: (kind, name) => `${kind} ${name}`,
  more: (names, count) => `${names}等 ${count} 个`,
  within: (names, of) => `${names}（${of}）`,
  awaits: (fields) => `尚待 ${fields}`,
  undecided: "待定",
  cut: (left) => `并列在名额线上，名额还剩 ${left} 个，均未取`,
  incomplete: "所依据的数据尚未齐备",
  sentence: (what, who, why) => `${what}${who === "" ? "" : `：${who}`}，${why}`,
};

const en: NoteWords = {
  list: ", ",
  kinds: {
    pending: "pending",
    invalid: "data in error",
    veto: "veto",
    grade: "grade",
    award: "award",
    payment: "payment of",
    consequence: "consequence",
    output: "output",
    requirement: "requirement",
    policy: "policy",
    "tie-at-cut": "grade",
    provisional: "provisional",
    data: "data",
  },
  score: "score",
  named: (kind, name) => `${kind} ${name}`,
  more: (names, count) => `${names} and others, ${count} in all`,
  within: (names, of) => `${names} (${of})`,
  awaits: (fields) => `awaits ${fields}`,
  undecided: "undecided",
  cut: (left) => `tie at the cut with ${left} ${left === 1 ? "place" : "places"} left, so none of them gets it`,
  incomplete: "some of the data behind is not complete",
  sentence: (what, who, why) => `${what}${who === "" ? "" : `: ${who}`}; ${why}`,
};

const noteWords: Readonly<Record<Lang, NoteWords>> = { zh, en };

/** More subjects than these are counted, not named. */
const MAX_NAMED = 8;
/** The same for what is awaited. */
const MAX_AWAITED = 6;

export interface NoteOptions {
  /** Whether the data has several periods, so that a name alone does not say who is meant. */
  readonly hasPeriods: boolean;
}

export function describeNote(note: ResultNote, lang: Lang, { hasPeriods }: NoteOptions): NoteText {
  const words = noteWords[lang];
  const kind = words.kinds[note.kind];
  const first = note.subjects.slice(0, MAX_NAMED).join(words.list);
  const names = note.subjects.length > MAX_NAMED ? words.more(first, note.subjects.length) : first;
  const who = hasPeriods && note.period !== null ? words.within(names, note.period) : names;
  const awaits = (awaiting: readonly Awaited[]) => {
    const fields = awaiting.slice(0, MAX_AWAITED).map((awaited) => describeAwaited(awaited, lang));
    return words.awaits(fields.join(words.list) + (awaiting.length > MAX_AWAITED ? `${words.list}…` : ""));
  };
  const undecidedBy = (name: string, awaiting: readonly Awaited[]) => {
    const why = ownReasons(name, awaiting, lang)?.join(words.list) ?? awaits(awaiting);
    return `${words.undecided}${separator(lang)}${why}`;
  };
  const described = (what: string, why: string): NoteText => ({
    kind: note.kind,
    what,
    who,
    why,
    text: words.sentence(what, who, why),
  });
  switch (note.kind) {
    case "pending":
    case "invalid":
      return described(kind, awaits(note.awaiting));
    case "veto":
    case "grade":
    case "award":
    case "payment":
    case "consequence":
    case "output":
    case "requirement":
      return described(words.named(kind, note.name), undecidedBy(note.name, note.awaiting));
    case "policy": {
      const why = note.awaiting.length === 0 ? words.incomplete : awaits(note.awaiting);
      return described(words.named(kind, note.name), `${words.undecided}${separator(lang)}${why}`);
    }
    case "tie-at-cut":
      return described(
        words.named(kind, `${note.name} ${note.group === null ? note.grade : words.within(note.grade, note.group)}`),
        words.cut(note.left),
      );
    case "data": {
      const sentence = describeProblem(note.problem, lang);
      return { kind: note.kind, what: kind, who, why: sentence, text: sentence };
    }
    case "provisional":
      return described(words.named(kind, note.name ?? words.score), words.incomplete);
    default:
      return note satisfies never;
  }
}

const separator = (lang: Lang): string => (lang === "zh" ? "，" : ", ");

export const undecidedWord = (lang: Lang): string => noteWords[lang].undecided;

/** A list of what is known and, marked, of what is undecided: `警示谈话、诫勉（待定）`. */
export function withUndecided(known: readonly string[], undecided: readonly string[], lang: Lang): string {
  const { list, undecided: word } = noteWords[lang];
  const marked = undecided.map((name) => (lang === "zh" ? `${name}（${word}）` : `${name} (${word})`));
  return [...known, ...marked].join(list);
}
