// The published packages as tarballs, as for publication: workspace versions filled in, the licence in each.

import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cache, ensureBuilt, pnpm, publishedPackages, root, run } from "./workspace.mjs";

const packed = join(cache, "packed");

const fileOf = (name) => join(root, "packages", name, "package.json");

/**
 * Packs every published package. With `repository`, the address of the source code, each manifest in a tarball names it and the
 * package's folder, which a registry compares with the provenance; the sources name no repository. Returns the exit code.
 */
export async function pack({ repository } = {}) {
  rmSync(packed, { recursive: true, force: true });
  const code = (await ensureBuilt("packages")) || (await ensureBuilt("elements"));
  if (code !== 0) return code;
  const before = publishedPackages.map((name) => [name, readFileSync(fileOf(name), "utf8")]);
  try {
    if (repository !== undefined)
      for (const [name, text] of before) {
        const named = {
          ...JSON.parse(text),
          repository: { type: "git", url: repository, directory: `packages/${name}` },
        };
        writeFileSync(fileOf(name), JSON.stringify(named, null, 2));
      }
    const filters = publishedPackages.map((name) => `--filter=./packages/${name}`);
    return await pnpm([...filters, "pack", `--pack-destination=${packed}`]);
  } finally {
    if (repository !== undefined) for (const [name, text] of before) writeFileSync(fileOf(name), text);
  }
}

/** The tarballs, as paths. Fewer than the published packages where packing failed. */
export const tarballs = () =>
  existsSync(packed)
    ? readdirSync(packed)
        .sort()
        .map((name) => join(packed, name))
    : [];

/** Runs a command for each tarball. Returns the highest exit code, at least 1 where a tarball is missing. */
async function eachTarball(command, argsFor) {
  const files = tarballs();
  let worst = files.length === publishedPackages.length ? 0 : 1;
  for (const file of files) worst = Math.max(worst, await run(command, argsFor(file)));
  return worst;
}

/** Manifests and files of the tarballs, by publint. Returns the exit code. */
export const checkManifests = () => eachTarball("publint", (file) => ["run", file, "--strict"]);

/** Types of the tarballs as importers resolve them, by attw. Returns the exit code. */
export const checkTypes = () => eachTarball("attw", (file) => [file, "--profile=esm-only", "--no-summary"]);
