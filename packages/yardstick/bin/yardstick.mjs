#!/usr/bin/env node
// `npx yardstick` without anything installed: this package is the one of that name, and the command is in @yardstick/cli.

import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const manifest = createRequire(import.meta.url).resolve("@yardstick/cli/package.json");
await import(pathToFileURL(join(dirname(manifest), "bin/yardstick.mjs")).href);
