// A registry on this machine that takes the packages of this workspace and passes on those of others from the usual registry.

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { ensureToolsInstalled, root } from "./workspace.mjs";

const PATIENCE_MS = 60_000;

/** A port that is free at the moment. */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** The packages of the workspace are kept here and never looked up elsewhere; every other comes from the usual registry. */
const configuration = (folder, upstream) => `storage: ${join(folder, "storage")}
uplinks:
  upstream:
    url: ${upstream}
packages:
  "@yardstick/*":
    access: $all
    publish: $all
  yardstick:
    access: $all
    publish: $all
  "**":
    access: $all
    proxy: upstream
max_body_size: 50mb
web:
  enable: false
log: { type: stdout, format: pretty, level: warn }
`;

/**
 * Starts the registry with its files in `folder`. Returns its address, the environment in which npm uses it and nothing of this
 * machine's settings, and a function that ends it.
 */
export async function startRegistry(folder) {
  const code = await ensureToolsInstalled("release");
  if (code !== 0) throw new Error("the tools of a release cannot be installed");
  mkdirSync(folder, { recursive: true });
  const upstream = execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim();
  const port = await freePort();
  const config = join(folder, "config.yaml");
  writeFileSync(config, configuration(folder, upstream));
  const address = `http://127.0.0.1:${port}/`;
  const settings = join(folder, "npmrc");
  // npm publishes only with a token; this registry accepts any.
  writeFileSync(settings, `registry=${address}\n//127.0.0.1:${port}/:_authToken=local\n`);
  const server = spawn(
    join(root, "node_modules/.bin/node"),
    [join(root, "release/node_modules/verdaccio/bin/verdaccio"), "--config", config, "--listen", `127.0.0.1:${port}`],
    { stdio: ["ignore", "inherit", "inherit"] },
  );
  let ended = false;
  server.on("exit", () => (ended = true));
  for (const start = Date.now(); ;) {
    const isUp = await fetch(`${address}-/ping`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) break;
    if (ended || Date.now() - start > PATIENCE_MS) {
      server.kill();
      throw new Error("the registry does not start");
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const env = {
    NPM_CONFIG_USERCONFIG: settings,
    NPM_CONFIG_CACHE: join(folder, "cache"),
    NPM_CONFIG_REGISTRY: address,
    NPM_CONFIG_UPDATE_NOTIFIER: "false",
  };
  return { address, env, stop: () => void server.kill() };
}
