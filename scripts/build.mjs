// `npm run build`: builds the packages, the playground and the extension for Visual Studio Code from scratch, so that no output of deleted
// sources remains.

import { ensureBuilt, ensureInstalled, run } from "./workspace.mjs";

process.exitCode =
  (await ensureInstalled()) ||
  (await ensureBuilt("packages", { fresh: true })) ||
  (await ensureBuilt("playground", { fresh: true })) ||
  (await ensureBuilt("elements")) ||
  (await run("node", ["scripts/vsix.mjs"]));
