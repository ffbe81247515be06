/**
 * Names of the sheets that an entry form has besides its tables: reading one back leaves them aside without a word.
 */

/** Instructions, by language. */
export const HELP_SHEET = { zh: "填写说明", en: "How to fill in" } as const;
/** Levels of choices, hidden; drop-downs refer to it. */
export const CHOICES_SHEET = { zh: "选项", en: "Choices" } as const;

export const HELP_SHEETS: readonly string[] = [...Object.values(HELP_SHEET), ...Object.values(CHOICES_SHEET)];
