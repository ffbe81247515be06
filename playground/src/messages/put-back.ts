/** Messages of the fixes that take a change back; fetched with the pane of the rubric and with the checks. */
import type { Lang } from "@yardstick/language";

/** The texts in one language; `lines` is the number of lines that were changed. */
export interface PutBackMessages {
  readonly backTo: (before: string) => string;
  readonly restore: (before: string) => string;
  readonly remove: (now: string) => string;
  readonly back: (lines: number) => string;
  readonly changedFrom: (before: string, now: string) => string;
  readonly removed: (before: string) => string;
  readonly added: (now: string) => string;
  readonly changed: (lines: number) => string;
  /** A fix was applied. */
  readonly applied: (title: string) => string;
}

export const putBackMessages: Readonly<Record<Lang, PutBackMessages>> = {
  zh: {
    backTo: (before) => `改回 ${before}`,
    restore: (before) => `恢复 ${before}`,
    remove: (now) => `删去 ${now}`,
    back: (lines) => `改回原来的 ${lines} 行`,
    changedFrom: (before, now) => `刚才由 ${before} 改成了 ${now}。`,
    removed: (before) => `刚才删去了 ${before}。`,
    added: (now) => `刚才加上了 ${now}。`,
    changed: (lines) => `上次算出结果之后改动了 ${lines} 行。`,
    applied: (title) => `已采用：${title}`,
  },
  en: {
    backTo: (before) => `Put back ${before}`,
    restore: (before) => `Put back ${before}`,
    remove: (now) => `Take out ${now}`,
    back: (lines) => (lines === 1 ? "Put the line back" : `Put ${lines} lines back`),
    changedFrom: (before, now) => `Just changed from ${before} to ${now}.`,
    removed: (before) => `Just removed: ${before}.`,
    added: (now) => `Just added: ${now}.`,
    changed: (lines) => `${lines === 1 ? "One line was" : `${lines} lines were`} changed since the last result.`,
    applied: (title) => `Applied: ${title}`,
  },
};
