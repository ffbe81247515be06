// One configuration for every test, because no other file may lie at the root. Each kind of test is a project:
// `vitest run --config test/vitest.config.ts --project packages` runs one of them.

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

// Packages are taken from their sources, so that a test never sees an old build.
const ssr = { resolve: { conditions: ["@yardstick/source", "module", "node", "development|production"] } };

const setupFiles = ["test/properties.ts"];
// No measure of speed: on a machine that does other work besides, a property of many cases may take its time.
const testTimeout = 60_000;

export default defineConfig({
  root,
  test: {
    projects: [
      { root, ssr, test: { name: "packages", setupFiles, testTimeout, include: ["packages/*/test/**/*.test.ts"] } },
      {
        root,
        ssr,
        test: {
          name: "cross",
          setupFiles,
          testTimeout,
          include: ["test/**/*.test.ts"],
          exclude: ["test/browser/**", "**/node_modules/**"],
        },
      },
      { root, ssr, test: { name: "playground", setupFiles, testTimeout, include: ["playground/test/**/*.test.ts"] } },
      {
        root,
        ssr,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          fileParallelism: false,
          // A browser on a busy machine may miss a moment; what is wrong fails each time.
          retry: 2,
          // Apart from all others: a browser that shares its processors with them is slow enough to run out of time.
          sequence: { groupOrder: 1 },
          testTimeout,
          // A second is too short on a machine that does other work besides.
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
