// Every command that a page shows is a sound command line: no option that is gone, none that is missing its value.

import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parseCommandLine } from "../../packages/cli/src/usage.js";
import { messagesOf } from "../../packages/cli/src/messages.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folders = ["docs/guide", "docs/language", "docs/tables", "examples"];

function pagesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));
}

/** Lines of blocks, with what is said about them behind `#` left out, and whole commands in a sentence. */
function commandsOn(page: string): readonly string[] {
  const text = readFileSync(join(root, page), "utf8");
  const inBlocks = text.matchAll(/^(?: {4}|\$ )?(?:npx )?yardstick +(\S.*?)(?:\s+#.*)?$/gmu);
  const inSentences = text.matchAll(/`(?:npx )?yardstick +([^`…]+)`/gu);
  return [...inBlocks, ...inSentences].map(([, command = ""]) => command);
}

const pages = ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", ...folders.flatMap(pagesUnder)];
const shown = pages.flatMap((page) => commandsOn(page).map((command) => [relative(".", page), command] as const));

test("pages show commands at all", () => {
  expect(shown.length).toBeGreaterThan(30);
});

// What only names a command (`yardstick test`) or several (`score | explain`) is no line to type; what stands in brackets is.
test.each(shown.filter(([, command]) => command.includes(" ") && !command.includes(" | ")))("%s: yardstick %s", (_, command) => {
  const argv = (command.replaceAll(/[[\]]/gu, "").match(/"[^"]*"|“[^”]*”|\S+/gu) ?? []).map((word) => word.replace(/^["“]|["”]$/gu, ""));
  const io = { stdout: { write: () => true }, stderr: { write: () => true }, stdin: none(), cwd: root, env: {} };
  expect(() => parseCommandLine(argv, "en", messagesOf.en.usage, io)).not.toThrow();
});

async function* none(): AsyncGenerator<string> {}
