// docs/architecture.md names files and folders that exist.

import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const page = readFileSync(new URL("docs/architecture.md", root), "utf8");
const paths = [...page.matchAll(/`((?:[a-z]+\/src|playground|scripts|test)\/[A-Za-z0-9./-]+)`/gu)].map(([, path]) => path ?? "");

test("the page names at least thirty places", () => expect(paths.length).toBeGreaterThan(30));

test.each(paths)("%s exists", (path) => {
  expect(existsSync(new URL(path, root)) || existsSync(new URL(`packages/${path}`, root))).toBe(true);
});
