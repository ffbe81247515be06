// Publishing to a registry: exactly the tarballs that `npm run check` looks at, dependencies before the packages that need them, and
// none that the registry already has, so that a publication that was interrupted is continued by starting it again.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { tarballs } from "./pack.mjs";
import { publishedPackages, root, run } from "./workspace.mjs";

const manifestOf = (folder) => JSON.parse(readFileSync(join(root, "packages", folder, "package.json"), "utf8"));

/** The manifests of the published packages, each after those that it depends on. */
function inOrder() {
  const byName = new Map(publishedPackages.map(manifestOf).map((manifest) => [manifest.name, manifest]));
  const ordered = new Set();
  const add = (manifest) => {
    for (const name of Object.keys(manifest.dependencies ?? {})) if (byName.has(name)) add(byName.get(name));
    ordered.add(manifest);
  };
  for (const manifest of byName.values()) add(manifest);
  return [...ordered];
}

/** The name that packing gives a tarball. */
const tarballName = ({ name, version }) => `${name.replace("@", "").replace("/", "-")}-${version}.tgz`;

/** Whether the registry has this version; an answer other than yes and no ends the publication. */
function isPublished({ name, version }, options, env) {
  const args = ["view", `${name}@${version}`, "version", "--json", ...options];
  const { status, stdout, stderr } = spawnSync("npm", args, { encoding: "utf8", env: { ...process.env, ...env } });
  if (status === 0) return stdout.trim() !== "";
  if (/\bE404\b/u.test(stdout + stderr)) return false;
  throw new Error(`${name}: the registry cannot be asked\n${stderr}`);
}

/**
 * Publishes the packed tarballs. `options` are those of `npm publish`, such as `--registry=…` and `--provenance`; a version with a
 * suffix (`1.0.0-beta.1`) is published under the tag `next`. Returns the exit code and the names that were published now.
 */
export async function publish(options, env = {}) {
  const files = new Map(tarballs().map((file) => [basename(file), file]));
  const published = [];
  for (const manifest of inOrder()) {
    const file = files.get(tarballName(manifest));
    if (file === undefined) {
      console.error(`${manifest.name} ${manifest.version} is not packed`);
      return { code: 1, published };
    }
    if (
      isPublished(
        manifest,
        options.filter((option) => option.startsWith("--registry")),
        env,
      )
    ) {
      console.log(`${manifest.name} ${manifest.version} is in the registry`);
      continue;
    }
    const tag = manifest.version.includes("-") ? ["--tag=next"] : [];
    const code = await run("npm", ["publish", file, "--access=public", "--loglevel=warn", ...tag, ...options], { env });
    if (code !== 0) return { code, published };
    published.push(manifest.name);
  }
  return { code: 0, published };
}
