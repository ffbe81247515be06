// What every script here stands on: running a tool on the workspace's own Node, installing and building only when
// something has changed. Runs on Node 20 with nothing installed, because a fresh clone begins here.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const PNPM = "pnpm@12.21.0";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const cache = join(root, "node_modules", ".cache", "yardstick");

const binaries = join(root, "node_modules", ".bin");
const onWindows = process.platform === "win32";

/** The folders under `packages/`, each one a package. */
export const packages = readdirSync(join(root, "packages")).filter((name) =>
  existsSync(join(root, "packages", name, "package.json")),
);

const manifestOf = (name) => JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"));

/** Those of them that are published; the others serve the playground alone. */
export const publishedPackages = packages.filter((name) => manifestOf(name).private !== true);

/** The projects of TypeScript that packages are built by: each package, and its view where that has one of its own. */
const projects = packages.flatMap((name) =>
  [`packages/${name}`, `packages/${name}/src/view`].filter((folder) => existsSync(join(root, folder, "tsconfig.json"))),
);

const stay = () => {};

/**
 * Runs a command with the workspace's tools, and its Node 22, first in PATH; its output goes straight through.
 * Gives the exit code. Ctrl-C reaches the command by itself; we stay until it has ended.
 */
export function run(command, args, { cwd = root, env = {} } = {}) {
  return new Promise((resolve) => {
    process.on("SIGINT", stay);
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env, PATH: binaries + delimiter + process.env.PATH },
      stdio: "inherit",
      shell: onWindows,
    });
    const end = (code) => {
      process.off("SIGINT", stay);
      resolve(code);
    };
    child.on("error", (error) => {
      console.error(`${command}: ${error.message}`);
      end(127);
    });
    child.on("exit", (code, signal) => end(code ?? (signal === "SIGINT" ? 130 : 1)));
  });
}

/** Runs pnpm, in the one version that the lockfile was written with. Gives the exit code. */
export const pnpm = (args, options) => run("npx", ["--yes", PNPM, ...args], options);

/** Every file under the paths given (relative to the root), without what is installed or built. */
function filesUnder(paths) {
  const found = [];
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (!statSync(path).isDirectory()) return void found.push(path);
    for (const name of readdirSync(path)) {
      if (name !== "node_modules" && name !== "dist") visit(join(path, name));
    }
  };
  for (const path of paths) visit(join(root, path));
  return found.sort();
}

/** A hash of names and contents: unlike times, it survives a clone, a checkout and a restored cache. */
export function fingerprint(paths) {
  const hash = createHash("sha256");
  for (const file of filesUnder(paths))
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  return hash.digest("hex");
}

const stampOf = (name) => join(cache, `${name}.stamp`);
const isStamped = (name, value) => existsSync(stampOf(name)) && readFileSync(stampOf(name), "utf8") === value;

function stamp(name, value) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(stampOf(name), value);
}

/** Installs when nothing is installed yet or when the lockfile or a manifest has changed. Gives the exit code. */
export async function ensureInstalled() {
  const manifests = ["playground", "test", ...packages.map((name) => `packages/${name}`), "."];
  const wanted = fingerprint([
    "pnpm-lock.yaml",
    "pnpm-workspace.yaml",
    ...manifests.map((folder) => `${folder}/package.json`),
  ]);
  if (existsSync(join(binaries, onWindows ? "node.exe" : "node")) && isStamped("install", wanted)) return 0;
  // CI keeps pnpm from asking, where there is a terminal, whether it may replace node_modules.
  const code = await pnpm(["install", "--frozen-lockfile"], { env: { CI: "true" } });
  if (code === 0) stamp("install", wanted);
  return code;
}

const sources = packages.map((name) => `packages/${name}/src`);

const builds = {
  packages: {
    inputs: [
      ...packages.flatMap((name) => [`packages/${name}/src`, `packages/${name}/tsconfig.json`]),
      "examples",
      "tsconfig.base.json",
      "pnpm-lock.yaml",
    ],
    outputs: packages.map((name) => `packages/${name}/dist`),
    evidence: ".tsbuildinfo",
    run: async () => {
      const code = await run("tsc", ["-b", ...projects]);
      // The templates of `yardstick new` are the examples; a published command carries them along.
      if (code === 0) cpSync(join(root, "examples"), join(root, "packages/cli/dist/templates"), { recursive: true });
      return code;
    },
  },
  playground: {
    inputs: ["playground", "examples", "grammars", ...sources, "tsconfig.base.json", "pnpm-lock.yaml"],
    outputs: ["playground/dist"],
    evidence: "index.html",
    run: () => run("node", ["--run", "build"], { cwd: join(root, "playground") }),
  },
};

/**
 * Builds `packages` or `playground` when their inputs have changed since the last good build; `fresh` builds from
 * nothing. Gives the exit code.
 */
export async function ensureBuilt(name, { fresh = false } = {}) {
  const { inputs, outputs, evidence, run: build } = builds[name];
  const wanted = fingerprint(inputs);
  const isThere = outputs.every((folder) => existsSync(join(root, folder, evidence)));
  if (!fresh && isThere && isStamped(name, wanted)) return 0;
  if (fresh) for (const folder of outputs) rmSync(join(root, folder), { recursive: true, force: true });
  console.log(`building the ${name} …`);
  const code = await build();
  if (code === 0) stamp(name, wanted);
  return code;
}
