import type { Lang } from "@yardstick/language";

/** A text in brackets after a name: `（2024）` in Chinese, ` (2024)` with the space before it in English. */
export const bracketed = (text: string, lang: Lang): string => (lang === "zh" ? `（${text}）` : ` (${text})`);
