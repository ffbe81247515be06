// Every export of the published packages has a doc comment, in the entries that their manifests list. Re-exports are followed to the
// declaration, into other packages of the workspace too.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The packages whose exports are all documented, and the entries besides those of manifests. */
const PACKAGES = ["exact", "language", "engine", "tables", "documents", "sql", "service", "yardstick", "elements"];

/** The source files of a package's entries, by the name under which they are imported. */
function entriesOf(name: string): ReadonlyMap<string, string> {
  const folder = join(root, "packages", name);
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly name: string;
    readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  };
  const entries = new Map<string, string>();
  for (const [path, target] of Object.entries(manifest.exports)) {
    const source = typeof target === "string" ? undefined : target["@yardstick/source"];
    if (source !== undefined) entries.set(path.replace(/^\./u, manifest.name), join(folder, source));
  }
  return entries;
}

const packageEntries = new Map(PACKAGES.flatMap((name) => [...entriesOf(name)]));

function resolveModule(from: string, specifier: string): string | null {
  if (!specifier.startsWith(".")) return packageEntries.get(specifier) ?? null;
  return join(dirname(from), specifier.replace(/\.js$/u, ".ts"));
}

interface Exported {
  readonly name: string;
  readonly file: string;
  readonly isDocumented: boolean;
}

const DECLARATION =
  /(\*\/\n(?:\/\/.*\n)*)?^(?:@\w+\([^)]*\)\s*)*export\s+(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:function\*?|class|const|let|interface|type|enum|namespace)\s+(\w+)/gmu;
const NAMED = /^export\s+(?:type\s+)?\{([^}]*)\}\s*from\s*"([^"]+)"/gmu;
const ALL = /^export\s+(?:type\s+)?\*\s*from\s*"([^"]+)"/gmu;

/** The exports of a module by name. An overloaded function is documented where its first signature is. */
function exportsOf(file: string): ReadonlyMap<string, Exported> {
  const source = readFileSync(file, "utf8");
  const found = new Map<string, Exported>();
  for (const [, comment, name = ""] of source.matchAll(DECLARATION)) {
    if (!found.has(name)) found.set(name, { name, file, isDocumented: comment !== undefined });
  }
  for (const [, list = "", specifier = ""] of source.matchAll(NAMED)) {
    const target = resolveModule(file, specifier);
    const inner = target === null ? null : exportsOf(target);
    for (const piece of list.split(",").filter((each) => each.trim() !== "")) {
      const [original = "", name = original] = piece.trim().replace(/^type\s+/u, "").split(/\s+as\s+/u);
      const declared = inner?.get(original);
      // An export of a package outside the workspace is documented there.
      if (inner !== null) found.set(name, declared ?? { name, file, isDocumented: false });
    }
  }
  for (const [, specifier = ""] of source.matchAll(ALL)) {
    const target = resolveModule(file, specifier);
    for (const [name, each] of target === null ? [] : exportsOf(target)) if (!found.has(name)) found.set(name, each);
  }
  return found;
}

const undocumented = (file: string): readonly string[] =>
  [...exportsOf(file).values()]
    .filter(({ isDocumented }) => !isDocumented)
    .map((each) => `${each.file.slice(root.length)}: ${each.name}`);

describe("a doc comment on each export", () => {
  test.each([...packageEntries])("of %s", (_, file) => {
    expect(exportsOf(file).size).toBeGreaterThan(0);
    expect(undocumented(file)).toEqual([]);
  });
});
