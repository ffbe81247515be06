/**
 * The language of the command: `--lang`, else that of the settings, else the locale.
 */
import type { Lang } from "@yardstick/language";

/** The variables of the locale by precedence. */
const VARIABLES = ["LC_ALL", "LC_MESSAGES", "LANG"] as const;

/** The language of the locale: Chinese for `zh`, otherwise English. */
export function localeOf(env: Readonly<Record<string, string | undefined>>): Lang {
  const locale = VARIABLES.map((name) => env[name]).find((value) => value !== undefined && value !== "") ?? "";
  return /^zh/iu.test(locale) ? "zh" : "en";
}

/** The language of a command line, determined before it is parsed so that parse errors are in it too; `set` is that of the settings. */
export function langOf(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  set: unknown = null,
): Lang {
  const end = argv.indexOf("--");
  const own = end < 0 ? argv : argv.slice(0, end);
  for (const [index, argument] of own.entries()) {
    const value = argument === "--lang" ? own[index + 1] : /^--lang=(.*)$/u.exec(argument)?.[1];
    if (value === "zh" || value === "en") return value;
  }
  return set === "zh" || set === "en" ? set : localeOf(env);
}
