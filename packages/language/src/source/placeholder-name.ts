/** The placeholder for the name in an unfilled slot of a rule. Where nothing has this name, the slot is reported as unfilled. */

const names = { zh: "待填", en: "to_fill" } as const;

/** The placeholder in the vocabulary of a text. */
export function placeholderName(lang: "zh" | "en"): string {
  return names[lang];
}

/** Whether a name is the placeholder of one of the vocabularies. */
export function isPlaceholderName(name: string): boolean {
  return name === names.zh || name === names.en;
}
