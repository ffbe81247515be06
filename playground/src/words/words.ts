/** The words of the app, by language. */
import type { Lang } from "@yardstick/language";
import type { Words } from "./catalogue.js";
import { en } from "./en.js";
import { zh } from "./zh.js";

export const words: Readonly<Record<Lang, Words>> = { zh, en };
