/** The messages of the interface by language. */
import type { Lang } from "@yardstick/language";
import type { Messages } from "./catalogue.js";
import { en } from "./en.js";
import { zh } from "./zh.js";

export type { Messages };

/** The messages by language. */
export const messages: Readonly<Record<Lang, Messages>> = { zh, en };
