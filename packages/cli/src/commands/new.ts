/**
 * `yardstick new`: creates a folder from one of the examples. Existing files are not changed.
 */
import { cpSync, existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Lang } from "@yardstick/language";
import type { Context } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE, Failure, NO_FILE, WRONG_USAGE } from "../exit.js";
import { errorCode, isSystemError } from "../files.js";
import type { TemplateOptions } from "../command-options.js";

/** The templates: copies of the examples beside the built command, else the examples of the workspace. */
const templateFolders = ["./templates/", "../../../../examples/"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);
/** The template without the option: the same appraisal in either language. */
const DEFAULT_TEMPLATE: Readonly<Record<Lang, string>> = { zh: "community-2008", en: "street-office" };

/** Runs the command. */
export function newFolder(folder: string, { template: chosen }: TemplateOptions, context: Context): ExitCode {
  const { io, lang, messages } = context;
  const template = chosen ?? DEFAULT_TEMPLATE[lang];
  const from = templateFolders.find((path) => existsSync(path));
  const known = from === undefined ? [] : readdirSync(from, { withFileTypes: true }).filter((e) => e.isDirectory());
  const names = known.map(({ name }) => name).sort();
  if (from === undefined || !names.includes(template)) {
    throw new Failure(WRONG_USAGE, messages.usage.badValue("--template", template, names.join(", ")));
  }
  const target = resolve(io.cwd, folder);
  try {
    if (existsSync(target) && readdirSync(target).length > 0) throw new Failure(NO_FILE, messages.notEmpty(folder));
    cpSync(join(from, template), target, {
      recursive: true,
      errorOnExist: true,
      filter: (path) => !/[\\/](expected\.json|results\.mjs)$/.test(path),
    });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new Failure(NO_FILE, messages.cannotWrite(folder, messages.whyNot(errorCode(error))));
  }
  io.stdout.write(`${messages.created(folder, template)}\n`);
  return DONE;
}
