// What the command costs before it computes: processor time of short commands beside an empty Node, the least of many runs of each.
// `node test/bench/startup.mjs` after `npm run build`, with bash; prints one line of JSON, milliseconds and multiples of the empty Node.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const RUNS = 12;
const node = process.execPath;
const command = `${node} packages/cli/bin/yardstick.mjs`;
const commands = {
  "node -e 0": `${node} -e 0`,
  "--version": `${command} --version`,
  check: `${command} check examples/tender/tender.rubric`,
  score: `${command} score examples/tender/tender.rubric`,
};

/** User and system time of one run in milliseconds. */
function processorTime(line) {
  const timed = `TIMEFORMAT='%3U %3S'; time ${line} > /dev/null`;
  const { stderr, status } = spawnSync("bash", ["-c", timed], { cwd: root, encoding: "utf8" });
  const [user, system] = stderr.trim().split(/\s+/u).slice(-2).map(Number);
  if (status !== 0) throw new Error(stderr);
  return 1000 * (user + system);
}

const least = Object.entries(commands).map(([name, line]) => [
  name,
  Math.min(...Array.from({ length: RUNS }, () => processorTime(line))),
]);
const [, empty] = least[0];
const rows = least.map(([name, time]) => [name, { ms: Math.round(time), times: Number((time / empty).toFixed(1)) }]);
console.log(JSON.stringify(Object.fromEntries(rows)));
