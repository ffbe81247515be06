// Files that are made by a program and committed. A row: what they are, the command that writes them, where they lie.

import { fingerprint, run } from "./workspace.mjs";

const generators = [
  {
    name: "grammars for other tools",
    command: ["node", "scripts/grammars/write.mjs"],
    paths: ["grammars"],
  },
  {
    name: "JSON Schemas of the published types",
    command: ["node", "scripts/schemas/write.mjs"],
    paths: ["packages/yardstick/schemas"],
  },
  {
    name: "the map of the packages",
    command: ["node", "scripts/map/write.mjs"],
    paths: ["docs/architecture.svg"],
  },
];

/** Writes every generated file anew. Gives 1 when that changed one, since what is committed was then stale. */
export async function checkGenerated() {
  let worst = 0;
  for (const { name, command, paths } of generators) {
    const before = fingerprint(paths);
    const code = await run(command[0], command.slice(1));
    if (code !== 0) {
      console.error(`${name}: ${command.join(" ")} failed`);
      worst = 1;
    } else if (fingerprint(paths) !== before) {
      console.error(`${name}: was stale and has been written anew (${paths.join(", ")}); look at it and commit it`);
      worst = 1;
    }
  }
  return worst;
}
