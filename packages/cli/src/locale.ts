/**
 * Which language a command speaks: `--lang` where it is given, else the locale, as C programs read it.
 */
import type { Lang } from "@yardstick/language";

/** The first of these variables that is set decides. */
const VARIABLES = ["LC_ALL", "LC_MESSAGES", "LANG"] as const;

export function localeOf(env: Readonly<Record<string, string | undefined>>): Lang {
  const locale = VARIABLES.map((name) => env[name]).find((value) => value !== undefined && value !== "") ?? "";
  return /^zh/iu.test(locale) ? "zh" : "en";
}

/** The language of the command line itself, wanted before it is parsed: also its errors are written in one. */
export function langOf(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Lang {
  const end = argv.indexOf("--");
  const own = end < 0 ? argv : argv.slice(0, end);
  for (const [index, argument] of own.entries()) {
    const value = argument === "--lang" ? own[index + 1] : /^--lang=(.*)$/u.exec(argument)?.[1];
    if (value === "zh" || value === "en") return value;
  }
  return localeOf(env);
}
