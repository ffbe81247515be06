/** The messages of the stage by language. */
import type { Lang } from "@yardstick/language";
import { stageEn } from "./en.js";
import { stageZh, type StageMessages } from "./zh.js";

/** The messages of the stage by language. */
export const stageMessages: Readonly<Record<Lang, StageMessages>> = { zh: stageZh, en: stageEn };
