/**
 * The files and the preview of the language server: rubrics of open editors first, then files on disk.
 */
import { isAbsolute } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Host } from "@yardstick/lsp";
import type { Context } from "./context.js";

const onWindows = process.platform === "win32";
const withSlashes = (path: string): string => (onWindows ? path.replaceAll("\\", "/") : path);

/** Creates the host. A URI that is not a file's is its own path, and has no file. */
export function editorHost(context: Context): Host {
  return {
    pathOf(uri) {
      try {
        return withSlashes(fileURLToPath(uri));
      } catch {
        return uri;
      }
    },
    uriOf: (path) => (isAbsolute(path) ? pathToFileURL(path).href : path),
    read: (path) => (isAbsolute(path) ? context.files.usedRubric(path) : null),
    rubricsUnder: (folder) =>
      isAbsolute(folder) ? context.files.rubricsUnder(folder, () => {}).map((path) => withSlashes(path)) : [],
    preview: async (request) => (await import("./editor-preview.js")).editorPreview(request, context),
  };
}
