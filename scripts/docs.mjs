// `npm run docs`: builds the documentation site and serves it. `npm run docs -- --build` ends after building, `-- --dev` serves the pages
// while they are written.

import { join } from "node:path";
import { checkSite } from "./site/check.mjs";
import { built, gather, writePages, writeStubs } from "./site/gather.mjs";
import { ensureBuilt, ensureInstalled, ensureStep, ensureToolsInstalled, packages, root, run } from "./workspace.mjs";

const site = join(root, "site");
const vitepress = (...args) =>
  run("node", [join(site, "node_modules/vitepress/bin/vitepress.js"), ...args], { cwd: site });

const isBuildOnly = process.argv.includes("--build");
const isDev = process.argv.includes("--dev");

function pages() {
  const gathered = gather();
  for (const link of gathered.broken) console.error(`leads nowhere: ${link}`);
  if (gathered.broken.length > 0) return 1;
  writePages(gathered);
  return 0;
}

const apiSources = [
  "site/api.mjs",
  "site/tsconfig.api.json",
  "site/package-lock.json",
  ...packages.map((name) => `packages/${name}/src`),
];

const steps = [
  ensureInstalled,
  () => ensureBuilt("packages"),
  () => ensureBuilt("elements"),
  () => ensureToolsInstalled("site"),
  pages,
  () => ensureStep("api", apiSources, join(built, "pages/api/index.md"), () => run("node", ["site/api.mjs"])),
  () => {
    writeStubs();
    return 0;
  },
];
if (isDev) steps.push(() => vitepress("dev", ".", "--port", "4174"));
else {
  steps.push(() => vitepress("build", "."), checkSite);
  if (!isBuildOnly) steps.push(() => vitepress("preview", ".", "--port", "4174"));
}

for (const step of steps) {
  process.exitCode = await step();
  if (process.exitCode !== 0) break;
}
