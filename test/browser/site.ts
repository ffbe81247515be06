// Runs once before all browser files: serves the built playground and starts the one Chromium that they all use. Their
// addresses are provided to the tests (`inject("playground")`, `inject("chromium")`).

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, sep } from "node:path";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { browserLaunch, builtFolders, builtPlayground, policy, strictPolicy } from "./launch.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the served playground; ends in a slash. */
    readonly playground: string;
    /** Endpoint of the running browser. */
    readonly chromium: string;
  }
}

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

async function answer(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  const path = decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname);
  const at = Object.keys(builtFolders).find((prefix) => path.startsWith(prefix));
  const folder = at === undefined ? root : (builtFolders[at] ?? root);
  const file = join(folder, at === undefined ? path : path.slice(at.length));
  try {
    if (!file.startsWith(folder + sep)) throw new Error(`${file} is outside ${folder}`);
    const body = await readFile(file);
    response.setHeader("content-security-policy", at === undefined ? policy : strictPolicy);
    response.setHeader("content-type", contentTypes[extname(file)] ?? "application/octet-stream");
    response.end(body);
  } catch {
    response.statusCode = 404;
    response.end();
  }
}

/** Serves the files of a folder on a free port of this machine. `url` ends in a slash. */
async function serve(folder: string): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  if (!existsSync(join(folder, "index.html"))) throw new Error(`${folder} is not built: npm run build`);
  const server = createServer((request, response) => void answer(folder, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [server, browser] = await Promise.all([serve(builtPlayground), chromium.launchServer(browserLaunch())]);
  project.provide("playground", server.url);
  project.provide("chromium", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.close();
  };
}
