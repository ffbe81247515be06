/**
 * `yardstick.config.json`, in the working folder or the nearest folder above it: options of all commands, and of each command under its
 * name, by their long names without `--`. An option on the command line takes precedence.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { Command, Option } from "commander";
import { Failure, WRONG_USAGE } from "./exit.js";
import type { UsageMessages } from "./usage-messages.js";

/** The name of the file. */
const SETTINGS_FILE = "yardstick.config.json";

/** A file of settings as it was read. */
export interface Settings {
  /** Its path, relative to the working folder. */
  readonly file: string;
  readonly cwd: string;
  /** Null where the file is no JSON object, or cannot be read. */
  readonly values: Readonly<Record<string, unknown>> | null;
}

/** The settings that hold in a folder; null where there are none. */
export function readSettings(cwd: string): Settings | null {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const path = join(folder, SETTINGS_FILE);
    if (existsSync(path)) return { file: relative(cwd, path), cwd, values: valuesIn(path) };
    if (folder === dirname(folder)) return null;
  }
}

function valuesIn(path: string): Settings["values"] {
  try {
    const read: unknown = JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/u, ""));
    return isObject(read) ? read : null;
  } catch {
    return null;
  }
}

/** The language that the settings choose; null where they choose none. */
export function langOfSettings(settings: Settings | null): unknown {
  return settings?.values?.["lang"] ?? null;
}

/**
 * Sets the options of a parsed command that the command line has not set. Throws a `Failure` where the file is no JSON object, or
 * names a command, an option or a value that does not exist.
 */
export function applySettings(
  { file, cwd, values }: Settings,
  root: Command,
  command: Command,
  usage: UsageMessages,
): void {
  if (values === null) throw new Failure(WRONG_USAGE, usage.badSettings(file));
  const folder = dirname(resolve(cwd, file));
  const pathOf = (path: string): string => (folder === resolve(cwd) ? path : relative(cwd, resolve(folder, path)));
  const sectionOf = (name: string): Command | undefined => root.commands.find((each) => each.name() === name);
  const common = Object.entries(values).filter(([name]) => sectionOf(name) === undefined);
  for (const [name] of common) optionOf(root, name, name);
  const sections = Object.entries(values).flatMap(([name, content]) => {
    const section = sectionOf(name);
    if (section === undefined) return [];
    if (!isObject(content)) throw new Failure(WRONG_USAGE, usage.badSetting(file, name));
    return [{ section, options: Object.entries(content) }];
  });
  // Mistakes in the sections of other commands are reported, too.
  for (const { section, options } of sections)
    for (const [name] of options) optionOf(section, name, `${section.name()}.${name}`);
  const own = sections.find(({ section }) => section === command)?.options ?? [];
  for (const [name, value] of [...common, ...own]) {
    const option = optionOf(command, name, name);
    const key = option.attributeName();
    if ([command, root].some((each) => each.getOptionValueSource(key) === "cli")) continue;
    const set = valueOf(option, value, pathOf);
    if (set === undefined) throw new Failure(WRONG_USAGE, usage.badSetting(file, name));
    command.setOptionValueWithSource(key, set, "config");
  }

  /** The option of a long name. */
  function optionOf(of: Command, name: string, shown: string): Option {
    const option = of.options.find(({ long }) => long === `--${name}` && name !== "version");
    if (option === undefined) throw new Failure(WRONG_USAGE, usage.unknownSetting(file, shown));
    return option;
  }
}

/** The value of an option as parsing the command line gives it; undefined where it has another type. Paths are from the file's folder. */
function valueOf(option: Option, value: unknown, pathOf: (path: string) => string): unknown {
  if (option.isBoolean()) return typeof value === "boolean" ? value : undefined;
  if (option.optional && value === true) return true;
  if (option.parseArg !== undefined) {
    const all = Array.isArray(value) ? value : [value];
    const texts = all.map((each) => textOf(option, each, pathOf));
    return texts.includes(undefined) ? undefined : texts;
  }
  return textOf(option, value, pathOf);
}

function textOf({ flags }: Option, value: unknown, pathOf: (path: string) => string): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const text = String(value);
  if (/[<[](?:file|folder)[>\]]/u.test(flags)) return text === "-" ? text : pathOf(text);
  if (!flags.includes("<list=file>")) return text;
  const at = text.indexOf("=") + 1;
  return text.slice(0, at) + pathOf(text.slice(at));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
