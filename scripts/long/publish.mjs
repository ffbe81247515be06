// The dry run of a release: packs, publishes to a registry on this machine, and uses the packages as a stranger does, in empty projects
// that know only this registry. Adds a line to docs/measured/publishing.md.

import { execFileSync, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { isAllowed } from "../licences.mjs";
import { checkManifests, checkTypes, pack, tarballs } from "../pack.mjs";
import { publish } from "../publish.mjs";
import { startRegistry } from "../registry.mjs";
import { publishedPackages, root } from "../workspace.mjs";
import { runReadmes } from "./readme-code.mjs";

const page = join(root, "docs/measured/publishing.md");
const binaries = join(root, "node_modules", ".bin");
const MIN_AGE_DAYS = 3;
const EXAMPLE = "community-2008";

const manifestOf = (name) => JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"));

/** Bytes of all files in a folder, without following links. */
const bytesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

/**
 * An empty project, and a function that runs a command in it and throws with its output where it fails. The command finds the Node of
 * the workspace, but none of its other tools.
 */
function emptyProject(home, name, env) {
  const cwd = join(home, name);
  const bin = join(cwd, ".bin");
  mkdirSync(bin, { recursive: true });
  symlinkSync(join(binaries, "node"), join(bin, "node"));
  writeFileSync(join(cwd, "package.json"), JSON.stringify({ name, private: true, type: "module" }));
  const elsewhere = process.env.PATH.split(delimiter).filter((folder) => !folder.startsWith(root));
  const call = (command, ...args) => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      env: { ...process.env, ...env, PATH: [bin, ...elsewhere].join(delimiter) },
    });
    if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}\n${stdout}\n${stderr}`);
    return stdout;
  };
  return { cwd, call };
}

function expectEqual(found, expected, what) {
  if (found !== expected) throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
}

/** The command, without anything installed, and from a project that has installed nothing but `yardstick`; the scores are those of the example's hand calculation. */
function useCommand({ cwd, call }, version) {
  expectEqual(call("npx", "--yes", "yardstick", "--version").trim(), version, "npx yardstick without installing");
  call("npm", "install", "yardstick");
  const installed = bytesIn(join(cwd, "node_modules"));
  expectEqual(call("npx", "yardstick", "--version").trim(), version, "npx yardstick --version");
  call("npx", "yardstick", "new", "trial", "--template", EXAMPLE);
  const scored = call("npx", "yardstick", "score", `trial/${EXAMPLE}.rubric`, "--format", "json");
  const expected = JSON.parse(readFileSync(join(root, "examples", EXAMPLE, "expected.json"), "utf8"));
  const found = JSON.parse(scored).subjects;
  const part = (subject) => JSON.stringify([subject.key, subject.score, subject.parts]);
  expectEqual(found.map(part).join("\n"), expected.subjects.map(part).join("\n"), `scores of ${EXAMPLE}`);
  return { installed, subjects: found.length };
}

/** Every entry of every package is imported, and the code of each README prints what it says. Returns how many of both. */
function useLibraries({ cwd, call }) {
  call("npm", "install", ...publishedPackages.map((name) => manifestOf(name).name));
  let entries = 0;
  for (const name of publishedPackages) {
    const { name: specifier, exports } = manifestOf(name);
    for (const [entry, target] of Object.entries(exports)) {
      // An entry for the workspace alone is not published.
      if (typeof target === "string" || target.default === undefined) continue;
      call("node", "--input-type=module", "--eval", `await import(${JSON.stringify(specifier + entry.slice(1))})`);
      entries += 1;
    }
  }
  return { entries, readmes: runReadmes(cwd, call) };
}

/** Packages from elsewhere that were installed: each at least three days old, under an allowed licence. Returns how many, and the youngest. */
function judgeDependencies({ cwd, call }) {
  const lock = JSON.parse(readFileSync(join(cwd, "package-lock.json"), "utf8"));
  const own = new Set(publishedPackages.map((name) => manifestOf(name).name));
  const foreign = Object.entries(lock.packages)
    .filter(([path]) => path.startsWith("node_modules/"))
    .map(([path, { version, license }]) => ({
      name: path.slice(path.lastIndexOf("node_modules/") + 13),
      version,
      license,
    }))
    .filter(({ name }) => !own.has(name));
  const ages = foreign.map(({ name, version, license }) => {
    if (!isAllowed(license)) throw new Error(`${name} ${version} is under ${license}`);
    const released = JSON.parse(call("npm", "view", `${name}@${version}`, "time", "--json"))[version];
    return Math.floor((Date.now() - Date.parse(released)) / 86_400_000);
  });
  const youngest = Math.min(...ages);
  if (!(youngest >= MIN_AGE_DAYS)) throw new Error(`a dependency is ${youngest} days old`);
  return { foreign: foreign.length, youngest };
}

async function rehearse(home) {
  const code = (await pack()) || (await checkManifests()) || (await checkTypes());
  if (code !== 0) throw new Error("the packages are not sound");
  const registry = await startRegistry(join(home, "registry"));
  try {
    const options = [`--registry=${registry.address}`];
    const first = await publish(options, registry.env);
    if (first.code !== 0) throw new Error("publishing failed");
    expectEqual(first.published.length, publishedPackages.length, "packages published");
    const again = await publish(options, registry.env);
    expectEqual(again.published.length, 0, "packages published by a second run");
    const command = useCommand(emptyProject(home, "command", registry.env), manifestOf("yardstick").version);
    const project = emptyProject(home, "libraries", registry.env);
    return { ...command, ...useLibraries(project), ...judgeDependencies(project) };
  } finally {
    registry.stop();
  }
}

export async function run() {
  const home = mkdtempSync(join(tmpdir(), "yardstick-publish-"));
  const cells = [
    new Date().toISOString().slice(0, 10),
    execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim(),
    manifestOf("yardstick").version,
  ];
  let code = 0;
  try {
    const found = await rehearse(home);
    const packedBytes = tarballs().reduce((sum, file) => sum + statSync(file).size, 0);
    const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
    cells.push(
      `${tarballs().length}, ${megabytes(packedBytes)}`,
      megabytes(found.installed),
      found.subjects,
      found.entries,
      found.readmes,
      `${found.foreign}, ${found.youngest} days`,
      "as expected",
    );
  } catch (error) {
    console.error(error);
    cells.push("–", "–", "–", "–", "–", "–", `failed: ${String(error.message).split("\n")[0]}`);
    code = 1;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  writeFileSync(page, `${readFileSync(page, "utf8")}| ${cells.join(" | ")} |\n`);
  return code;
}
