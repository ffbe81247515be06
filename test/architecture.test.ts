// The rules of the house, held against the sources: who may know whom, what lies where, how long and how it is named.
// Reads import and export statements alone, types included, with TypeScript's own scanner.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What a part may import of the others; a part that is not named here may import none. */
const mayKnow: Readonly<Record<string, readonly string[]>> = {
  "packages/language": ["@yardstick/exact"],
  "packages/engine": ["@yardstick/exact", "@yardstick/language/program", "@yardstick/language/core"],
  "packages/tables": ["@yardstick/exact", "@yardstick/language", "@yardstick/language/program", "@yardstick/engine"],
  "packages/sql": [
    "@yardstick/exact",
    "@yardstick/language/program",
    "@yardstick/language/core",
    "@yardstick/engine",
    "@yardstick/engine/plan",
  ],
  "packages/service": ["@yardstick/exact", "@yardstick/language", "@yardstick/language/program"],
  "packages/yardstick": [
    "@yardstick/exact",
    "@yardstick/language",
    "@yardstick/language/program",
    "@yardstick/engine",
    "@yardstick/engine/run",
    "@yardstick/tables/rows",
  ],
  "packages/lsp": ["@yardstick/language", "@yardstick/engine", "@yardstick/service", "yardstick"],
  "packages/documents": ["@yardstick/language", "@yardstick/tables", "@yardstick/tables/office"],
  "packages/vscode": ["@yardstick/language", "@yardstick/lsp/protocol"],
  "packages/elements": ["@yardstick/engine", "@yardstick/language"],
  "packages/ui": [],
  "packages/designer": ["@yardstick/exact", "@yardstick/language", "@yardstick/ui", "@yardstick/ui/"],
  "packages/stage": [
    "@yardstick/exact",
    "@yardstick/language",
    "@yardstick/language/program",
    "@yardstick/engine",
    "@yardstick/tables",
    "@yardstick/ui",
    "@yardstick/ui/",
    "yardstick",
  ],
  "packages/cli": ["@yardstick/", "yardstick", "yardstick/project"],
  playground: ["@yardstick/", "yardstick", "yardstick/project"],
};

/** Folders that are ranked: each may import those before it in the list, and those of its own rank. */
const ranks: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "packages/language/src/": [
    ["source"],
    ["vocabulary"],
    ["program"],
    ["diagnostics/catalogue"],
    ["diagnostics"],
    ["syntax"],
    ["library"],
    ["core/nodes"],
    ["core/desugar"],
    ["core"],
    ["check"],
    ["format"],
    ["edit"],
  ],
  "packages/engine/src/": [
    ["names", "data"],
    ["values", "set-aside"],
    ["plan"],
    ["reference", "columnar"],
    ["simd"],
    ["run"],
    ["explain"],
    ["session"],
    ["sensitivity"],
  ],
  "packages/documents/src/": [
    ["blocks", "words", "rule"],
    ["clause"],
    ["open", "outline", "form"],
    ["patterns"],
    ["match"],
    ["draft"],
    ["print", "reading"],
  ],
  "packages/sql/src/": [
    ["dialects"],
    ["refusals"],
    ["inputs", "expression"],
    ["printing"],
    ["population"],
    ["nodes"],
    ["query"],
    ["lookups"],
    ["statement"],
    ["explain"],
    ["files", "database"],
  ],
  "packages/designer/src/": [["model"], ["edit"], ["form"], ["messages"], ["view"]],
  "packages/stage/src/": [["protocol"], ["session", "model"], ["link"], ["messages"], ["view"]],
  "playground/src/": [
    ["project"],
    ["project/examples"],
    ["help"],
    ["protocol"],
    ["storage"],
    ["worker"],
    ["store"],
    ["messages"],
    ["views/styles"],
    ["views/base"],
    ["views/monaco"],
    ["views/rubric", "views/data", "views/results"],
    ["views/sheet"],
    ["views/collect", "views/periods", "views/reading"],
    ["views/screens", "views/palette"],
    ["views/frame"],
    ["app"],
    ["app/embed"],
  ],
};

/** Packages and apps of which every folder is ranked. */
const rankedWhole = [
  "packages/language/src/",
  "packages/engine/src/",
  "packages/sql/src/",
  "packages/designer/src/",
  "packages/stage/src/",
  "playground/src/",
];

/** Folders that import nothing from each other: two evaluators that shared code would share its mistakes. */
const apart: readonly (readonly [string, string])[] = [
  ["packages/engine/src/reference", "packages/engine/src/columnar"],
];

/** Packages and apps from the bottom up: each knows only those before it. */
const packageRanks =
  "packages/exact packages/language packages/engine packages/tables packages/documents packages/sql packages/service packages/yardstick " +
  "packages/lsp packages/vscode packages/elements packages/ui packages/designer packages/stage packages/cli playground";

/** The one place that may import a dependency. */
const walls: readonly { readonly of: (specifier: string) => boolean; readonly inside: string }[] = [
  { of: (specifier) => /^chevrotain(\/|$)/.test(specifier), inside: "packages/language/src/syntax/" },
  { of: (specifier) => /^monaco-editor(\/|$)/.test(specifier), inside: "playground/src/views/monaco/" },
  { of: isBuiltin, inside: "packages/cli/src/" },
  { of: (specifier) => /^vscode(?:-languageclient(?:\/|$)|$)/.test(specifier), inside: "packages/vscode/src/" },
  { of: (specifier) => /^vscode-languageserver\/node$/.test(specifier), inside: "packages/cli/src/" },
];

const topLevel =
  "packages playground grammars examples test scripts docs release site pnpm-workspace.yaml package.json pnpm-lock.yaml tsconfig.base.json " +
  "tsconfig.json README.md README.zh-CN.md CHANGELOG.md CONTRIBUTING.md SECURITY.md LICENSE THIRD-PARTY-NOTICES.md";

interface Source {
  readonly part: string;
  readonly path: string;
  readonly text: string;
  /** Import specifiers as written. */
  readonly imports: readonly string[];
}

function* filesUnder(folder: string): Generator<string> {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

const parts = [...readdirSync(join(root, "packages")).map((name) => `packages/${name}`), "playground"];
const sources: readonly Source[] = parts.flatMap((part) =>
  [...filesUnder(join(root, part, "src"))]
    .filter((file) => file.endsWith(".ts"))
    .map((file) => {
      const text = readFileSync(file, "utf8");
      const imports = ts.preProcessFile(text, true, true).importedFiles.map((imported) => imported.fileName);
      return { part, path: relative(root, file), text, imports };
    }),
);
const paths = new Set(sources.map(({ path }) => path));

const partOf = new Map<string, string>();
const fileOf = new Map<string, string>();
for (const part of parts) {
  const { name, exports = {} } = JSON.parse(readFileSync(join(root, part, "package.json"), "utf8"));
  partOf.set(name, part);
  for (const [entry, target] of Object.entries<Record<string, string> | string>(exports)) {
    const source = typeof target === "string" ? target : target["@yardstick/source"];
    if (source) fileOf.set(name + entry.slice(1), join(part, source));
  }
}

/** The source file that an import leads to, or undefined when it leads out of the house. */
function resolve(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return fileOf.get(specifier.replace(/\?\w+$/, ""));
  const path = join(dirname(from), specifier).replace(/\.js$/, ".ts");
  return paths.has(path) ? path : undefined;
}

const isOfTheHouse = (specifier: string) => specifier === "yardstick" || /^(@yardstick|yardstick)\//.test(specifier);
const allImports = sources.flatMap((source) => source.imports.map((specifier) => ({ ...source, specifier })));
const told = (rows: readonly { readonly path: string; readonly specifier: string }[]) =>
  rows.map(({ path, specifier }) => `${path} imports ${specifier}`);

/** The first circle found from each file, once each, as the files in the order they import one another. */
function findCircles(): string[] {
  const graph = new Map(
    sources.map(({ path, imports }) => [path, imports.flatMap((specifier) => resolve(path, specifier) ?? [])]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) circles.push([...trail.slice(start), path].join(" -> "));
    if (start >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return circles;
}

/** `from -> to` for each pair of folders in which files of `from` import files of `to`, where `to` leads back to `from`. */
function folderCycles(): readonly string[] {
  const targets = new Map<string, Set<string>>();
  for (const { path, specifier } of allImports) {
    const target = resolve(path, specifier);
    if (target === undefined || !specifier.startsWith(".") || dirname(target) === dirname(path)) continue;
    const known = targets.get(dirname(path)) ?? new Set();
    targets.set(dirname(path), known.add(dirname(target)));
  }
  const reachedFrom = (start: string): ReadonlySet<string> => {
    const reached = new Set<string>();
    const pending = [start];
    for (let folder = pending.pop(); folder !== undefined; folder = pending.pop())
      for (const next of targets.get(folder) ?? []) {
        if (reached.has(next)) continue;
        pending.push(next);
        reached.add(next);
      }
    return reached;
  };
  const reached = new Map([...targets.keys()].map((folder) => [folder, reachedFrom(folder)]));
  return [...targets].flatMap(([from, known]) =>
    [...known].filter((to) => reached.get(to)?.has(from)).map((to) => `${from} -> ${to}`),
  );
}

/** Of the folders that import each other from before the rule: the list may only become shorter. */
const oldFolderCycles: readonly string[] = JSON.parse(
  readFileSync(new URL("folder-cycles.json", import.meta.url), "utf8"),
);

describe("who may know whom", () => {
  test("a part imports only those parts that it may know", () => {
    const strangers = allImports.filter(
      ({ part, specifier }) =>
        isOfTheHouse(specifier) &&
        !(mayKnow[part] ?? []).some(
          (known) => specifier === known || (known.endsWith("/") && specifier.startsWith(known)),
        ),
    );
    expect(told(strangers)).toEqual([]);
  });

  test("a part is entered through its exports, never by a path into its folder", () => {
    const intruders = allImports.filter(({ part, path, specifier }) =>
      specifier.startsWith(".")
        ? !join(dirname(path), specifier).startsWith(`${part}/`)
        : isOfTheHouse(specifier) && resolve(path, specifier) === undefined,
    );
    expect(told(intruders)).toEqual([]);
  });

  test("inside a package whose folders are ranked, a folder imports only those before it", () => {
    const homeOf = (path: string) => Object.keys(ranks).find((home) => path.startsWith(home));
    const rankOf = (path: string) => {
      const home = homeOf(path) ?? "";
      return (ranks[home] ?? []).findIndex((folders) => folders.includes(dirname(path).slice(home.length)));
    };
    const upward = allImports.filter(({ path, specifier }) => {
      const target = resolve(path, specifier);
      return (
        rankOf(path) >= 0 && target !== undefined && homeOf(target) === homeOf(path) && rankOf(target) > rankOf(path)
      );
    });
    expect(told(upward)).toEqual([]);
  });

  test("every package has a rank, and knows only those of a lower one", () => {
    const order = packageRanks.split(" ");
    expect(parts.filter((part) => !order.includes(part))).toEqual([]);
    const upward = allImports.filter(({ part, specifier }) => {
      const target = fileOf.get(specifier);
      return target !== undefined && order.findIndex((each) => target.startsWith(`${each}/`)) > order.indexOf(part);
    });
    expect(told(upward)).toEqual([]);
  });

  test("the two evaluators import nothing from each other", () => {
    const between = allImports.filter(({ path, specifier }) => {
      const target = resolve(path, specifier) ?? "";
      const isIn = (folder: string, file: string) => file.startsWith(`${folder}/`);
      return apart.some(([a, b]) => (isIn(a, path) && isIn(b, target)) || (isIn(b, path) && isIn(a, target)));
    });
    expect(told(between)).toEqual([]);
  });

  test("evaluators know the core alone, not the checked program", () => {
    const isEvaluator = /^packages\/engine\/src\/(?:data|values|plan|reference|columnar)\//;
    const strangers = allImports.filter(
      ({ path, specifier }) => isEvaluator.test(path) && /^@yardstick\/language(?!\/core$)/.test(specifier),
    );
    expect(told(strangers)).toEqual([]);
  });

  test("every folder of these packages and of the playground has a rank", () => {
    const folders = rankedWhole.flatMap((home) =>
      [...new Set(sources.filter(({ path }) => path.startsWith(home)).map(({ path }) => dirname(path)))]
        .map((folder) => folder.slice(home.length))
        .filter((folder) => folder !== "" && !ranks[home]?.some((rank) => rank.includes(folder)))
        .map((folder) => home + folder),
    );
    expect(folders).toEqual([]);
  });

  test("models and edits of the designer and the stage know neither lit nor views", () => {
    const known = /^packages\/(?:designer|stage)\/src\/(?!view\/)/;
    const strangers = allImports.filter(
      ({ path, specifier }) => known.test(path) && (/^lit(\/|$)/.test(specifier) || specifier.includes("/view/")),
    );
    expect(told(strangers)).toEqual([]);
  });

  test("no template writes a style attribute: a strict content policy blocks them", () => {
    const views = /^(?:playground\/src|packages\/(?:designer|stage)\/src\/view)\//;
    const writes = /\sstyle=(?!\$\{cssProperties\()|styleMap|<style|cssText|createElement\("style"\)/;
    const written = sources.filter(({ path, text }) => views.test(path) && writes.test(text));
    expect(written.map(({ path }) => path)).toEqual([]);
  });

  test("chevrotain, Monaco and Node each stay behind their wall", () => {
    const leaks = allImports.filter(({ path, specifier }) =>
      walls.some((wall) => wall.of(specifier) && !path.startsWith(wall.inside)),
    );
    expect(told(leaks)).toEqual([]);
  });

  test("there are no circles, not even of types", () => {
    expect(findCircles()).toEqual([]);
  });

  test("no folder imports one that leads back to it, except those that did when the rule was introduced", () => {
    expect(folderCycles().filter((edge) => !oldFolderCycles.includes(edge))).toEqual([]);
  });
});

describe("what a room looks like", () => {
  test("no source is longer than 500 lines, unless a program wrote it or its head says why", () => {
    const long = sources
      .map(({ path, text }) => ({ path, text, lines: text.trimEnd().split("\n").length }))
      .filter(
        ({ text, lines }) => lines > 500 && !/@generated|Longer than 500 lines because /.test(text.slice(0, 600)),
      );
    expect(long.map(({ path, lines }) => `${path}: ${lines} lines`)).toEqual([]);
  });

  test("names are kebab-case and say what is inside", () => {
    const isNamedWell = (path: string) =>
      path.split("/").every((name) => /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/.test(name)) &&
      !/\/(utils?|types|common|shared)(\.|\/)/.test(path);
    expect(sources.map(({ path }) => path).filter((path) => !isNamedWell(path))).toEqual([]);
  });

  test("the top level holds what the design lists, and dot files", () => {
    const found = readdirSync(root).filter((name) => !name.startsWith(".") && name !== "node_modules");
    expect(found.toSorted()).toEqual(topLevel.split(" ").toSorted());
  });
});
