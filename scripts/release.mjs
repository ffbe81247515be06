// `npm run release -- change | version | publish`: what a release needs, by changesets and npm.
//   change                       asks which packages changed and how much, and writes a file into .changeset
//   version                      gives all packages the next version by the files in .changeset, and removes these
//   publish [--repository=URL] [options of npm publish]   packs, checks the tarballs, publishes those that the registry lacks

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkManifests, checkTypes, pack } from "./pack.mjs";
import { publish } from "./publish.mjs";
import { ensureInstalled, ensureToolsInstalled, root, run } from "./workspace.mjs";

const changeset = async (args) =>
  (await ensureToolsInstalled("release")) || run("node", ["release/node_modules/@changesets/cli/bin.js", ...args]);

/** Writes the version of the manifests into the source that prints it. */
function writeVersion() {
  const home = join(root, "packages/yardstick");
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const file = join(home, "src/version/engine-version.ts");
  const before = readFileSync(file, "utf8");
  writeFileSync(file, before.replace(/(?<=ENGINE_VERSION = ")[^"]*/u, version));
  return 0;
}

async function publishChecked(args) {
  const repository = args.find((option) => option.startsWith("--repository="))?.slice("--repository=".length);
  const options = args.filter((option) => !option.startsWith("--repository="));
  const code = (await pack({ repository })) || (await checkManifests()) || (await checkTypes());
  return code || (await publish(options)).code;
}

const commands = {
  change: (args) => changeset(["add", ...args]),
  version: async (args) => (await changeset(["version", ...args])) || writeVersion(),
  publish: publishChecked,
};

const [name = "", ...args] = process.argv.slice(2);
if (Object.hasOwn(commands, name)) process.exitCode = (await ensureInstalled()) || (await commands[name](args));
else {
  console.error(`usage: npm run release -- ${Object.keys(commands).join(" | ")}`);
  process.exitCode = 2;
}
