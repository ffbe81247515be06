/** The name that stands in a slot that nobody has filled yet. It is declared nowhere, so that the rubric is not done while it is there. */

const names = { zh: "待填", en: "to_fill" } as const;

export function openName(lang: "zh" | "en"): string {
  return names[lang];
}

export function isOpenName(name: string): boolean {
  return name === names.zh || name === names.en;
}
