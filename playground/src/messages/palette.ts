/** The messages of the palette, which finds commands and help; apart from the others: they are loaded with it. */
import type { Lang } from "@yardstick/language";
import { paletteEn } from "./palette-en.js";
import { paletteZh, type PaletteMessages } from "./palette-zh.js";

export type { PaletteMessages };

/** The messages by language. */
export const paletteMessages: Readonly<Record<Lang, PaletteMessages>> = { zh: paletteZh, en: paletteEn };
