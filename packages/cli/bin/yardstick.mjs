#!/usr/bin/env node
// The command `yardstick`. It is committed as plain JavaScript, because npm links it before the build, and because an older Node must
// be able to run it: it restarts itself on the Node 22 of the workspace.

import { existsSync } from "node:fs";
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = 22;
/** The exit codes of a process that a signal ends, as in `src/io.ts`. */
const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
const here = dirname(fileURLToPath(import.meta.url));

/** The nearest `node_modules/.bin/node` in the folder of this file or above it; null where there is none. */
function workspaceNode() {
  for (let folder = here; ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", ".bin", process.platform === "win32" ? "node.exe" : "node");
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder)) return null;
  }
}

/** Runs this file on another Node and exits with its exit code. */
async function restartOn(node) {
  const { spawn } = await import("node:child_process");
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...process.env, YARDSTICK_STARTED_AGAIN: "1" },
  });
  // Signals end both; this process waits for the exit code of the child.
  for (const signal of Object.keys(CODES)) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    console.error(`yardstick: ${error.message}`);
    process.exitCode = 2;
  });
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? CODES[signal] ?? 1;
  });
}

if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) {
  // Compiled code is kept between runs in the folder of temporary files; `NODE_DISABLE_COMPILE_CACHE=1` turns that off.
  module.enableCompileCache();
  const { main } = await import("../dist/main.js");
  process.exitCode = await main(process.argv.slice(2));
} else {
  // The Node that was found may be too old as well, so there is only one restart.
  const node = process.env.YARDSTICK_STARTED_AGAIN ? null : workspaceNode();
  if (node) {
    await restartOn(node);
  } else {
    console.error(`标尺需要 Node.js ${OLDEST_NODE} 或更高版本,当前为 ${process.version}。`);
    console.error(`Yardstick needs Node.js ${OLDEST_NODE} or later; this is ${process.version}.`);
    process.exitCode = 2;
  }
}
