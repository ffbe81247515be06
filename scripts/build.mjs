// `npm run build`: builds the packages and the playground from scratch, so that no output of deleted sources remains.

import { ensureBuilt, ensureInstalled } from "./workspace.mjs";

process.exitCode =
  (await ensureInstalled()) ||
  (await ensureBuilt("packages", { fresh: true })) ||
  (await ensureBuilt("playground", { fresh: true }));
