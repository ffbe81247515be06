/** The messages of the designer by language. */
import type { Lang } from "@yardstick/language";
import { designerEn } from "./en.js";
import { designerZh, type DesignerMessages } from "./zh.js";

/** The messages of the designer by language. */
export const designerMessages: Readonly<Record<Lang, DesignerMessages>> = { zh: designerZh, en: designerEn };
