/** The messages of the screen for collecting files, apart from the others: they are loaded with that screen. */
import type { Lang } from "@yardstick/language";
import type { CollectMessages, MergeCounts } from "./collect-catalogue.js";
import { collectEn } from "./collect-en.js";
import { collectZh } from "./collect-zh.js";

export type { CollectMessages, MergeCounts };

/** The messages by language. */
export const collectMessages: Readonly<Record<Lang, CollectMessages>> = { zh: collectZh, en: collectEn };
