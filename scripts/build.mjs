// `npm run build`: the packages and the playground, from nothing, so that no output of a deleted source stays.

import { ensureBuilt, ensureInstalled } from "./workspace.mjs";

process.exitCode =
  (await ensureInstalled()) ||
  (await ensureBuilt("packages", { fresh: true })) ||
  (await ensureBuilt("playground", { fresh: true }));
