// One configuration for every test, because no other file may lie at the root. Each kind of test is a project:
// `vitest run --config test/vitest.config.ts --project packages` runs one of them.

import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

// Packages are taken from their sources, so that a test never sees an old build.
const ssr = { resolve: { conditions: ["@yardstick/source", "module", "node", "development|production"] } };

const setupFiles = ["test/properties.ts", "test/exact-cells.ts"];
// No measure of speed: it ends what hangs, on a machine that does other work besides.
const testTimeout = 300_000;
// One worker a core; vitest would leave one idle.
const maxWorkers = 2;

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        ssr,
        test: {
          name: "packages",
          setupFiles,
          testTimeout,
          maxWorkers,
          // A hundred small files without state of their own: loading what they share anew for each costs more than most of them do.
          isolate: false,
          include: ["packages/*/test/**/*.test.ts"],
        },
      },
      {
        root,
        ssr,
        test: {
          name: "cross",
          setupFiles,
          testTimeout,
          maxWorkers,
          // Most of them load all packages: once per process is enough, since none leaves anything behind.
          isolate: false,
          include: ["test/**/*.test.ts"],
          exclude: ["test/browser/**", "**/node_modules/**"],
        },
      },
      {
        root,
        ssr,
        test: {
          name: "playground",
          setupFiles,
          testTimeout,
          maxWorkers,
          isolate: false,
          include: ["playground/test/**/*.test.ts"],
        },
      },
      {
        root,
        ssr,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/browser/site.ts"],
          // After all others, so that a browser shares the processors with other pages at most.
          sequence: { groupOrder: 1 },
          testTimeout,
          // One more than elsewhere: a test waits for the browser, and a page for the test, a fifth of the time.
          maxWorkers: maxWorkers + 1,
          // Each test has a context of its own in the browser; the files share the connection to it.
          isolate: false,
          // States are waited for until they come; a second would be too short on a machine that does other work besides.
          expect: { poll: { timeout: 60_000 } },
          hookTimeout: testTimeout,
        },
      },
    ],
  },
});
