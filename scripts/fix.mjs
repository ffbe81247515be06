// `npm run fix`: applies the automatic corrections of linter and formatter.

import { ensureInstalled, run } from "./workspace.mjs";

process.exitCode =
  (await ensureInstalled()) ||
  (await run("oxlint", ["--fix"])) ||
  (await run("prettier", ["--write", "--log-level=warn", "."]));
