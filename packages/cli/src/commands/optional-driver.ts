/**
 * Drivers of databases, which are not part of this program: each is loaded when used, from the project or from beside this program.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Context } from "../context.js";
import { Failure, WRONG_USAGE } from "../exit.js";
import { errorCode } from "../files.js";

/** The driver as installed where the command runs, else where this program is. `failureOf` is asked where it is installed and cannot be loaded. */
export async function loadDriver(
  name: string,
  notInstalled: string,
  failureOf: (error: unknown) => Failure,
  { files }: Context,
): Promise<unknown> {
  for (const from of [join(files.folder, "package.json"), import.meta.filename]) {
    const path = pathOf(name, from);
    if (path === null) continue;
    try {
      return await import(pathToFileURL(path).href);
    } catch (error) {
      throw failureOf(error);
    }
  }
  throw new Failure(WRONG_USAGE, notInstalled);
}

/** Null where it is not installed. */
function pathOf(name: string, from: string): string | null {
  try {
    return createRequire(from).resolve(name);
  } catch (error) {
    if (errorCode(error) === "MODULE_NOT_FOUND") return null;
    throw error;
  }
}
