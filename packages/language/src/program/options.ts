/**
 * What is held of the arguments that a program passes: a name that is not known would otherwise be ignored without a word. Thrown
 * errors are `TypeError`s in English, for the developer who reads them.
 */

/** Throws where `options` is not an object, or has an option that `known` does not name. `of` is what takes them: `compile()`. */
export function checkOptions(of: string, options: unknown, known: readonly string[]): void {
  if (options === undefined) return;
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new TypeError(`the options of ${of} must be an object, not ${kindOf(options)}`);
  }
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) throw new TypeError(`${of} has no option “${name}”; it has ${known.join(", ")}`);
  }
}

/** Throws for what is not a language of messages. */
export function checkLang(of: string, lang: unknown): void {
  if (lang !== "zh" && lang !== "en") throw new TypeError(`the lang of ${of} must be "zh" or "en", not ${shown(lang)}`);
}

/** A value in a sentence about it. */
export function shown(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : kindOf(value);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return value === null ? "null" : "undefined";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") return "an object";
  return typeof value === "function" ? "a function" : String(value);
}
