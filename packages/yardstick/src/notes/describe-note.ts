/**
 * The notes of a result as sentences in both languages. There is an entry for each kind, so that a new kind does not compile without
 * its texts.
 */
import type { Awaited } from "@yardstick/engine";
import type { Lang } from "@yardstick/language";
import { describeProblem } from "@yardstick/tables/rows";
import { describeAwaited, ownReasons } from "../sheet/read.js";
import type { NoteKind, ResultNote } from "./result-notes.js";

/** A note as text. */
export interface NoteText {
  readonly kind: NoteKind;
  /** The subject matter: `等次 优秀`. */
  readonly what: string;
  /** The subjects concerned, shortened where there are many; empty for the whole result. */
  readonly who: string;
  /** The explanation: `并列在名额线上，剩 1 个名额`. */
  readonly why: string;
  /** All three as one sentence. */
  readonly text: string;
}

interface NoteMessages {
  readonly list: string;
  readonly kinds: Readonly<Record<NoteKind, string>>;
  readonly score: string;
  readonly named: (kind: string, name: string) => string;
  readonly more: (names: string, count: number) => string;
  readonly within: (names: string, of: string) => string;
  readonly awaits: (fields: string) => string;
  readonly undecided: string;
  readonly cut: (left: number) => string;
  /** What would decide a tie, each with those who would get the places; `rest` counts the others. */
  readonly decided: (deciders: readonly { readonly by: string; readonly takes: string }[], rest: number) => string;
  readonly undecidable: string;
  readonly incomplete: string;
  readonly sentence: (what: string, who: string, why: string) => string;
}

const zh: NoteMessages = {
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
  decided: (deciders, rest) =>
    `；排名再按 ${deciders.map(({ by, takes }) => `${by}（归 ${takes}）`).join("、")}${rest > 0 ? `等 ${deciders.length + rest} 项` : ""}${deciders.length + rest === 1 ? "" : "之一"}即可分出先后，也可由人裁定`,
  undecidable: "；各项得分也分不出先后，须另定依据或由人裁定",
  incomplete: "所依据的数据尚未齐备",
  sentence: (what, who, why) => `${what}${who === "" ? "" : `：${who}`}，${why}`,
};

const en: NoteMessages = {
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
  awaits: (fields) => `waiting for ${fields}`,
  undecided: "undecided",
  cut: (left) => `tie at the cut with ${left} ${left === 1 ? "place" : "places"} left, so none of them receives it`,
  decided: (deciders, rest) =>
    `; a ranking that goes "then by" ${deciders.map(({ by, takes }) => `${by} (to ${takes})`).join(" or ")}${rest > 0 ? ` or ${rest} more` : ""} decides it, or a decision by hand`,
  undecidable: "; no score of a part decides it either: it needs another criterion or a decision by hand",
  incomplete: "depends on incomplete data",
  sentence: (what, who, why) => `${what}${who === "" ? "" : `: ${who}`}; ${why}`,
};

const noteMessages: Readonly<Record<Lang, NoteMessages>> = { zh, en };

/** The number of subjects named at most; the rest are counted. */
const MAX_NAMED = 8;
/** The number of missing fields listed at most. */
const MAX_MISSING = 6;

/** The number of values named at most that would decide a tie, and of those whom each would take. */
const MAX_DECIDERS = 3;

/** Options of `describeNote`. */
export interface NoteOptions {
  /** Whether the data has several periods, so that names need their period. */
  readonly hasPeriods: boolean;
}

/** A note as text. */
export function describeNote(note: ResultNote, lang: Lang, { hasPeriods }: NoteOptions): NoteText {
  const messages = noteMessages[lang];
  const kind = messages.kinds[note.kind];
  const first = note.subjects.slice(0, MAX_NAMED).join(messages.list);
  const names = note.subjects.length > MAX_NAMED ? messages.more(first, note.subjects.length) : first;
  const who = hasPeriods && note.period !== null ? messages.within(names, note.period) : names;
  const awaits = (awaiting: readonly Awaited[]) => {
    const fields = awaiting.slice(0, MAX_MISSING).map((awaited) => describeAwaited(awaited, lang));
    return messages.awaits(fields.join(messages.list) + (awaiting.length > MAX_MISSING ? `${messages.list}…` : ""));
  };
  const undecidedBy = (name: string, awaiting: readonly Awaited[]) => {
    const why = ownReasons(name, awaiting, lang)?.join(messages.list) ?? awaits(awaiting);
    return `${messages.undecided}${separator(lang)}${why}`;
  };
  const decidedBy = (deciders: Extract<ResultNote, { kind: "tie-at-cut" }>["deciders"]) => {
    const named = deciders.slice(0, MAX_DECIDERS).map(({ by, takes }) => {
      const some = takes.slice(0, MAX_DECIDERS).join(messages.list);
      return { by, takes: takes.length > MAX_DECIDERS ? messages.more(some, takes.length) : some };
    });
    return named.length === 0 ? messages.undecidable : messages.decided(named, deciders.length - named.length);
  };
  const described = (what: string, why: string): NoteText => ({
    kind: note.kind,
    what,
    who,
    why,
    text: messages.sentence(what, who, why),
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
      return described(messages.named(kind, note.name), undecidedBy(note.name, note.awaiting));
    case "policy": {
      const why = note.awaiting.length === 0 ? messages.incomplete : awaits(note.awaiting);
      return described(messages.named(kind, note.name), `${messages.undecided}${separator(lang)}${why}`);
    }
    case "tie-at-cut":
      return described(
        messages.named(
          kind,
          `${note.name} ${note.group === null ? note.grade : messages.within(note.grade, note.group)}`,
        ),
        messages.cut(note.left) + decidedBy(note.deciders),
      );
    case "data": {
      const sentence = describeProblem(note.problem, lang);
      return { kind: note.kind, what: kind, who, why: sentence, text: sentence };
    }
    case "provisional":
      return described(messages.named(kind, note.name ?? messages.score), messages.incomplete);
    default:
      return note satisfies never;
  }
}

const separator = (lang: Lang): string => (lang === "zh" ? "，" : ", ");

/** The mark of an undecided result. */
export const undecidedWord = (lang: Lang): string => noteMessages[lang].undecided;

/** A list of the known names followed by the undecided ones, marked as such: `警示谈话、诫勉（待定）`. */
export function withUndecided(known: readonly string[], undecided: readonly string[], lang: Lang): string {
  const { list, undecided: word } = noteMessages[lang];
  const marked = undecided.map((name) => (lang === "zh" ? `${name}（${word}）` : `${name} (${word})`));
  return [...known, ...marked].join(list);
}
