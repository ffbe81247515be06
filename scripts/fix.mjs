// `npm run fix`: what lint and format can put right by themselves.

import { ensureInstalled, run } from "./workspace.mjs";

process.exitCode =
  (await ensureInstalled()) ||
  (await run("oxlint", ["--fix"])) ||
  (await run("prettier", ["--write", "--log-level=warn", "."]));
