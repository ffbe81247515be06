/** The placeholder name in an unfilled slot. It is never declared, so a rubric that contains it has an error. */

const names = { zh: "待填", en: "to_fill" } as const;

export function placeholderName(lang: "zh" | "en"): string {
  return names[lang];
}

export function isPlaceholderName(name: string): boolean {
  return name === names.zh || name === names.en;
}
