// The manifests of what is published, the version that all share, and the workflow that publishes them.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ENGINE_VERSION } from "../packages/yardstick/src/version/engine-version.js";

const root = new URL("../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly description?: string;
  readonly keywords?: readonly string[];
  readonly license?: string;
  readonly author?: string;
  readonly repository?: unknown;
  readonly engines?: { readonly node?: string };
  readonly files?: readonly string[];
  readonly publishConfig?: { readonly access?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifests = readdirSync(new URL("packages/", root)).map(
  (folder) => [folder, JSON.parse(read(`packages/${folder}/package.json`)) as Manifest] as const,
);
const published = manifests.filter(([, { private: isPrivate }]) => isPrivate !== true);

test("all packages and the source that prints it have one version", () => {
  expect(published.length).toBeGreaterThan(5);
  expect(manifests.map(([, { version }]) => version)).toEqual(manifests.map(() => ENGINE_VERSION));
});

describe.each(published)("%s is published with", (folder, manifest) => {
  test("what a registry shows and what an importer needs", () => {
    expect(manifest).toMatchObject({
      license: "MIT",
      author: "The Yardstick authors",
      engines: { node: ">=22" },
      publishConfig: { access: "public" },
    });
    expect(manifest.description?.length).toBeGreaterThan(30);
    expect(manifest.keywords?.length).toBeGreaterThan(4);
    expect(manifest.files?.length).toBeGreaterThan(0);
    expect(existsSync(new URL(`packages/${folder}/README.md`, root))).toBe(true);
  });

  test("no repository, which the release writes, and of the workspace only packages that are published too", () => {
    expect(manifest.repository).toBeUndefined();
    const names = new Set(published.map(([, { name }]) => name));
    const own = Object.entries(manifest.dependencies ?? {}).filter(([, range]) => range.startsWith("workspace:"));
    expect(own.filter(([name, range]) => !names.has(name) || range !== "workspace:*")).toEqual([]);
  });
});

test("changesets raise all packages together", () => {
  const { fixed } = JSON.parse(read(".changeset/config.json")) as { fixed: readonly (readonly string[])[] };
  const [patterns = []] = fixed;
  const isCovered = ({ name }: Manifest) =>
    patterns.includes(name) || (patterns.includes("@yardstick/*") && name.startsWith("@yardstick/"));
  expect(manifests.filter(([, manifest]) => !isCovered(manifest))).toEqual([]);
});

describe.each(readdirSync(fileURLToPath(new URL(".github/workflows/", root))))("the workflow %s", (file) => {
  const text = read(`.github/workflows/${file}`);

  test("uses actions at a commit, with the version beside it", () => {
    const used = [...text.matchAll(/^ *(?:- )?uses: (.*)$/gmu)].map(([, action = ""]) => action);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(action))).toEqual([]);
  });

  test("has no right that a job does not ask for, and puts no expression into a script", () => {
    expect(text).toMatch(/^permissions: \{\}$/mu);
    const scripts = [...text.matchAll(/^ *(?:- )?run: (.*)$/gmu)].map(([, script]) => script);
    expect(scripts.filter((script) => script?.includes("${{"))).toEqual([]);
  });
});
