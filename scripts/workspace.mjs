// The common basis of the scripts: runs tools on the Node of the workspace, and installs and builds only where
// something has changed. Runs on Node 20 without installed packages, since a fresh clone starts here.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const PNPM = "pnpm@12.21.0";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const cache = join(root, "node_modules", ".cache", "yardstick");

const binaries = join(root, "node_modules", ".bin");
export const onWindows = process.platform === "win32";

/** The names of the packages, which are the folders under `packages/`. */
export const packages = readdirSync(join(root, "packages")).filter((name) =>
  existsSync(join(root, "packages", name, "package.json")),
);

/** The sample pages that embed the elements. Each is a project of its own, built where the packages are that `test` has installed. */
const samples = readdirSync(join(root, "examples/embedding"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const sampleFolder = (name) => `test/node_modules/.embedding/${name}`;

/** Builds a sample in a copy of it. What it depends on must be installed for `test`, in the same version. */
async function buildSample(name) {
  const folder = join(root, sampleFolder(name));
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, "examples/embedding", name), folder, { recursive: true });
  const { dependencies, devDependencies = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const installed = JSON.parse(readFileSync(join(root, "test/package.json"), "utf8")).devDependencies;
  for (const [dependency, version] of Object.entries({ ...dependencies, ...devDependencies }))
    if (installed[dependency] !== version && installed[dependency] !== "workspace:*")
      throw new Error(`the sample ${name} needs ${dependency} ${version}; add it to test/package.json`);
  return run("node", ["--run", "build"], { cwd: folder });
}

const manifestOf = (name) => JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"));

/** The published packages; the others are used only by the playground. */
export const publishedPackages = packages.filter((name) => manifestOf(name).private !== true);

/** The TypeScript projects of the packages: each package, and its view where that has a project of its own. */
const projects = packages.flatMap((name) =>
  [`packages/${name}`, `packages/${name}/src/view`].filter((folder) => existsSync(join(root, folder, "tsconfig.json"))),
);

const ignoreSignal = () => {};

/**
 * Runs a command with the tools and the Node 22 of the workspace first in PATH; its output is passed through.
 * Returns the exit code. Ctrl-C reaches the command directly, and this process waits for its end.
 */
export function run(command, args, { cwd = root, env = {} } = {}) {
  return new Promise((resolve) => {
    process.on("SIGINT", ignoreSignal);
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env, PATH: binaries + delimiter + process.env.PATH },
      stdio: "inherit",
      shell: onWindows,
    });
    const end = (code) => {
      process.off("SIGINT", ignoreSignal);
      resolve(code);
    };
    child.on("error", (error) => {
      console.error(`${command}: ${error.message}`);
      end(127);
    });
    child.on("exit", (code, signal) => end(code ?? (signal === "SIGINT" ? 130 : 1)));
  });
}

/** Runs pnpm in the version that wrote the lockfile. Returns the exit code. */
export const pnpm = (args, options) => run("npx", ["--yes", PNPM, ...args], options);

/** All files under the paths (relative to the root), without installed and built ones. */
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

/** A hash of names and contents, which unlike times is preserved by a clone, a checkout and a restored cache. */
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

/** Installs where nothing is installed yet, or the lockfile or a manifest has changed. Returns the exit code. */
export async function ensureInstalled() {
  const manifests = ["playground", "test", ...packages.map((name) => `packages/${name}`), "."];
  const expected = fingerprint([
    "pnpm-lock.yaml",
    "pnpm-workspace.yaml",
    ...manifests.map((folder) => `${folder}/package.json`),
  ]);
  if (existsSync(join(binaries, onWindows ? "node.exe" : "node")) && isStamped("install", expected)) return 0;
  // With CI set pnpm does not ask on a terminal whether it may replace node_modules.
  const code = await pnpm(["install", "--frozen-lockfile"], { env: { CI: "true" } });
  if (code === 0) stamp("install", expected);
  return code;
}

/**
 * Installs a folder of tools that has a lockfile of its own (`site`, `release`), so that `npm test` need not install them. Returns the
 * exit code.
 */
export async function ensureToolsInstalled(folder) {
  const expected = fingerprint([`${folder}/package.json`, `${folder}/package-lock.json`]);
  if (existsSync(join(root, folder, "node_modules")) && isStamped(folder, expected)) return 0;
  console.log(`installing the tools in ${folder} …`);
  const code = await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: join(root, folder),
  });
  if (code === 0) stamp(folder, expected);
  return code;
}

/** Runs a step whose result is kept until one of its inputs changes or `evidence` is gone. Returns the exit code. */
export async function ensureStep(name, inputs, evidence, step) {
  const expected = fingerprint(inputs);
  if (existsSync(evidence) && isStamped(name, expected)) return 0;
  const code = await step();
  if (code === 0) stamp(name, expected);
  return code;
}

const sources = packages.map((name) => `packages/${name}/src`);

const builds = {
  packages: {
    inputs: [
      ...packages.flatMap((name) => [`packages/${name}/src`, `packages/${name}/tsconfig.json`]),
      "scripts/bundle-command.mjs",
      "examples",
      "tsconfig.base.json",
      "pnpm-lock.yaml",
    ],
    outputs: packages.map((name) => `packages/${name}/dist`),
    evidence: ".tsbuildinfo",
    run: async () => {
      const code = (await run("tsc", ["-b", ...projects])) || (await run("node", ["scripts/bundle-command.mjs"]));
      // The examples are copied into the published package as the templates of `yardstick new`.
      const isTemplate = (path) => !["ci", "embedding"].includes(relative(join(root, "examples"), path));
      const templates = join(root, "packages/cli/dist/templates");
      if (code === 0) cpSync(join(root, "examples"), templates, { recursive: true, filter: isTemplate });
      return code;
    },
  },
  playground: {
    inputs: ["playground", "examples", "grammars", ...sources, "tsconfig.base.json", "pnpm-lock.yaml"],
    outputs: ["playground/dist"],
    evidence: "index.html",
    run: async () =>
      (await run("node", ["--run", "build"], { cwd: join(root, "playground") })) ||
      (await run("node", ["scripts/playground-licences.mjs"])),
  },
  elements: {
    inputs: ["playground", "examples", "grammars", "docs/language", ...sources, "tsconfig.base.json", "pnpm-lock.yaml"],
    outputs: ["packages/elements/dist", ...samples.map((name) => `${sampleFolder(name)}/dist`)],
    evidence: ".",
    run: async () => {
      // Names of files carry hashes of their contents; those of an earlier build would be published too.
      const dist = join(root, "packages/elements/dist");
      for (const name of existsSync(dist) ? readdirSync(dist) : []) if (name.endsWith(".js")) rmSync(join(dist, name));
      let code = await run("node", ["--run", "build-elements"], { cwd: join(root, "playground") });
      // The samples read the types of the package.
      code ||= await run("tsc", ["-b", "packages/elements"]);
      code ||= await run("node", ["scripts/playground-licences.mjs"]);
      for (const name of samples) code ||= await buildSample(name);
      return code;
    },
  },
};

/**
 * Builds `packages`, `playground` or `elements` where their inputs have changed since the last successful build; `fresh` builds from
 * scratch. Returns the exit code.
 */
export async function ensureBuilt(name, { fresh = false } = {}) {
  const { inputs, outputs, evidence, run: build } = builds[name];
  const expected = fingerprint(inputs);
  const isThere = outputs.every((folder) => existsSync(join(root, folder, evidence)));
  if (!fresh && isThere && isStamped(name, expected)) return 0;
  if (fresh) for (const folder of outputs) rmSync(join(root, folder), { recursive: true, force: true });
  console.log(`building the ${name} …`);
  const code = await build();
  if (code === 0) stamp(name, expected);
  return code;
}
