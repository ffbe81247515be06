// Every output of the built command over some examples, in several time zones and locales and on the Node of the workspace and others: each
// has the same bytes everywhere. `--node 24` names a further Node, which npx brings; `--all` takes all examples.

import { execFile, execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../workspace.mjs";
import { nodeOf } from "./node-of.mjs";

const page = join(root, "docs/measured/reproducible.md");
const bundle = join(root, "packages/cli/dist/main.js");
const script = join(root, "test/reproducible/outputs.mjs");

/** Zones with and without summer time, by half and by quarter hours, on both sides of the date line; locales with other digits, cases, separators. */
const surroundings = [
  { TZ: "UTC", LC_ALL: "C", LANG: "C" },
  { TZ: "Asia/Shanghai", LC_ALL: "zh_CN.UTF-8", LANG: "zh_CN.UTF-8" },
  { TZ: "Pacific/Chatham", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" },
  { TZ: "America/St_Johns", LC_ALL: "ar_EG.UTF-8", LANG: "ar_EG.UTF-8" },
  { TZ: "Pacific/Pago_Pago", LC_ALL: "de_CH.UTF-8", LANG: "de_CH.UTF-8" },
  { TZ: "Pacific/Kiritimati", LC_ALL: "", LANG: "fa_IR.UTF-8" },
];

const FEW = ["course-gradebook/course-gradebook.rubric", "ice-gala/ice-gala.rubric", "tender/tender.rubric"];

async function outputs(node, env, rubrics) {
  const args = [script, bundle, join(root, "examples"), ...rubrics];
  const { stdout } = await promisify(execFile)(node, args, {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(stdout);
}

const versionOf = (node) => execFileSync(node, ["--version"], { encoding: "utf8" }).trim();

export async function run(args) {
  const at = args.indexOf("--node");
  const others = (at < 0 ? "24" : (args[at + 1] ?? "")).split(",").filter((each) => each !== "");
  const rubrics = args.includes("--all")
    ? readdirSync(join(root, "examples"), { recursive: true, encoding: "utf8" }).filter((name) =>
        name.endsWith(".rubric"),
      )
    : FEW;
  const nodes = [process.execPath];
  for (const version of others) {
    const node = nodeOf(version);
    if (node === null) console.error(`Node ${version} cannot be had and is left out`);
    else nodes.push(node);
  }
  let first = null;
  let runs = 0;
  const different = new Set();
  for (const node of nodes) {
    for (const env of surroundings) {
      const found = await outputs(node, env, rubrics);
      first ??= found;
      for (const name of new Set([...Object.keys(first), ...Object.keys(found)]))
        if (first[name] !== found[name])
          different.add(`${name} (${versionOf(node)}, ${env.TZ}, ${env.LC_ALL || env.LANG})`);
      runs += 1;
      console.log(`${runs} of ${nodes.length * surroundings.length}: ${different.size} different`);
    }
  }
  const date = new Date().toISOString().slice(0, 10);
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  const cells = [
    date,
    commit,
    nodes.map(versionOf).join(", "),
    surroundings.length,
    Object.keys(first ?? {}).length,
    different.size === 0 ? "0" : [...different].join("<br>"),
  ];
  writeFileSync(page, `${readFileSync(page, "utf8")}| ${cells.join(" | ")} |\n`);
  for (const each of different) console.log(each);
  return different.size === 0 ? 0 : 1;
}
