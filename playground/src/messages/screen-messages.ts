/** Messages of the screens over the workbench by language; fetched with the screens. */
import type { Lang } from "@yardstick/language";
import { screensEn } from "./screens-en.js";
import { screensZh, type DoorClause, type ScreenMessages } from "./screens-zh.js";

export type { DoorClause, ScreenMessages };

export const screenMessages: Readonly<Record<Lang, ScreenMessages>> = { zh: screensZh, en: screensEn };
