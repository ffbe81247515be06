/**
 * The smallest vocabulary of all messages: a language, a sentence in both, and how grave it is.
 */
export type Severity = "error" | "warning" | "advice";
/** A language of messages and of keywords. */
export type Lang = "zh" | "en";

/**
 * What a quick fix does to scores. `keeps`: every score of every data unit stays as it was. `changes`: some may change.
 * `resolves`: the rubric is in error, so there are no scores yet; the fix writes a reading that the refused text can have.
 */
export type FixEffect = "keeps" | "changes" | "resolves";

/** The effects that a fix may have, by the severity of its diagnostic: only an error leaves no scores to keep. */
export type EffectOf<S extends Severity> = S extends "error" ? "resolves" | "changes" : "keeps" | "changes";

/** The same thing said in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
