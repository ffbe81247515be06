// What the command costs before it computes: processor time of short commands beside an empty Node, in turn with it, the least and the
// median of many runs of each.
// `node test/bench/startup.mjs` after `npm run build`, with bash; prints one line of JSON, milliseconds and multiples of the empty Node.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const RUNS = 15;
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

for (const line of Object.values(commands)) processorTime(line);
const measured = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let round = 0; round < RUNS; round += 1)
  for (const [name, line] of Object.entries(commands)) measured[name].push(processorTime(line));

const sorted = Object.entries(measured).map(([name, times]) => [name, times.sort((a, b) => a - b)]);
const [, empty] = sorted[0];
const beside = (times, at) => ({ ms: Math.round(times[at]), times: Number((times[at] / empty[at]).toFixed(1)) });
const middle = Math.floor(RUNS / 2);
const rows = sorted.map(([name, times]) => [name, { least: beside(times, 0), median: beside(times, middle) }]);
console.log(JSON.stringify(Object.fromEntries(rows)));
