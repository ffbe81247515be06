/**
 * The smallest vocabulary of all messages: a language, a sentence in both, and how grave it is.
 */
export type Severity = "error" | "warning" | "advice";
export type Lang = "zh" | "en";

/** The same thing said in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}
