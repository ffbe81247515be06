// `npm run bench`: installs and builds what is missing, then runs the benchmarks. Arguments: --json, --case, --rows, --alone.

import { spawnSync } from "node:child_process";
import { root, run } from "./workspace.mjs";

// The output of installing and building goes to standard error, so that standard output contains only the results.
const prepare = `
  import { ensureBuilt, ensureInstalled } from "./scripts/workspace.mjs";
  process.exitCode = (await ensureInstalled()) || (await ensureBuilt("packages"));
`;
const { status } = spawnSync(process.execPath, ["--input-type=module", "--eval", prepare], {
  cwd: root,
  stdio: ["ignore", 2, 2],
});

process.exitCode = status || (await run("node", ["test/bench/run.mjs", ...process.argv.slice(2)]));
