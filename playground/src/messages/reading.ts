/** The messages of the reading screen, apart from the others: they are loaded with that screen. */
import type { Lang } from "@yardstick/language";
import type { ReadingMessages } from "./reading-catalogue.js";
import { readingEn } from "./reading-en.js";
import { readingZh } from "./reading-zh.js";

export type { ReadingMessages };

/** The messages by language. */
export const readingMessages: Readonly<Record<Lang, ReadingMessages>> = { zh: readingZh, en: readingEn };
