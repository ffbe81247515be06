// Other versions of Node, for runs that compare several.

import { execFileSync } from "node:child_process";
import { onWindows } from "../workspace.mjs";

/** The path of a Node of this version, as npx brings it; null where it cannot be had. */
export function nodeOf(version) {
  try {
    const args = ["--yes", "-p", `node@${version}`, "node", "--print", "process.execPath"];
    return execFileSync("npx", args, { encoding: "utf8", shell: onWindows }).trim();
  } catch {
    return null;
  }
}
