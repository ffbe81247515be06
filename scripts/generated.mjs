// Generated files that are committed: for each, what they are, the command that writes them, and their paths.

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
    name: "the manifest of the custom elements",
    command: ["node", "scripts/elements/write.mjs"],
    paths: ["packages/elements/custom-elements.json"],
  },
  {
    name: "the loops in WebAssembly",
    command: ["node", "scripts/simd/write.mjs"],
    paths: ["packages/engine/src/simd/module.ts", "packages/tables/src/vectors/module.ts"],
  },
  {
    name: "the map of the packages",
    command: ["node", "scripts/map/write.mjs"],
    paths: ["docs/architecture.svg"],
  },
  {
    name: "the notices of third-party packages",
    command: ["node", "scripts/notices.mjs"],
    paths: ["THIRD-PARTY-NOTICES.md"],
  },
];

/** Writes all generated files. Returns 1 where one has changed, so that the committed one was out of date. */
export async function checkGenerated() {
  let worst = 0;
  for (const { name, command, paths } of generators) {
    const before = fingerprint(paths);
    const code = await run(command[0], command.slice(1));
    if (code !== 0) {
      console.error(`${name}: ${command.join(" ")} failed`);
      worst = 1;
    } else if (fingerprint(paths) !== before) {
      console.error(`${name}: was out of date and has been rewritten (${paths.join(", ")}); look at it and commit it`);
      worst = 1;
    }
  }
  return worst;
}
