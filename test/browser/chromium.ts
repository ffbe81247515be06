// What a browser test needs: a real Chromium, a server for a built folder, and a page that may not misbehave unseen.
// In: a folder with a build. Out: a page, watched until the test ends: a request to another origin, a violation of the
// content security policy or an uncaught error fails the test that opened it.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import type { Browser, BrowserContextOptions, LaunchOptions, Page } from "playwright-core";
import { onTestFinished } from "vitest";

/** Where `vite build` puts the playground. */
export const builtPlayground = fileURLToPath(new URL("../../playground/dist", import.meta.url));

const debianChromium = "/usr/bin/chromium";

/** How Chromium is started: Debian's where it is installed, else the one that Playwright has downloaded. */
export function browserLaunch(): LaunchOptions {
  return {
    ...(existsSync(debianChromium) ? { executablePath: debianChromium } : {}),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  };
}

export function launch(): Promise<Browser> {
  return chromium.launch(browserLaunch());
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

/** Sent with every file, because a worker obeys the policy of its own file and not the one in the page's `meta`. */
const policy = "script-src 'self'; connect-src 'self'";

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  const file = join(folder, decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
  try {
    if (!file.startsWith(folder + sep)) throw new Error(`${file} is outside ${folder}`);
    const body = await readFile(file);
    response.setHeader("content-security-policy", policy);
    response.setHeader("content-type", contentTypes[extname(file)] ?? "application/octet-stream");
    response.end(body);
  } catch {
    response.statusCode = 404;
    response.end();
  }
}

/** Serves the files of a folder on a free port of this machine. `url` ends in a slash. */
export async function serve(folder: string): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
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

/** Whether a page at `home` may ask for `address`: its own origin, its own folder's files, and what it made itself. */
function isOwn(home: URL, address: URL): boolean {
  if (address.protocol === "data:" || address.protocol === "blob:") return true;
  if (address.protocol === "file:") return home.protocol === "file:";
  return address.host === home.host;
}

/**
 * Opens a page in a context of its own (nothing stored, nothing shared) and goes to `url`. To be called inside a test:
 * when that test ends, the context is closed, and the test fails if the page did what it must not.
 */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const home = new URL(url);
  const faults: string[] = [];
  const context = await browser.newContext(options);
  onTestFinished(async () => {
    await context.close();
    if (faults.length > 0) throw new Error(faults.join("\n"));
  });

  await context.route(
    (address) => !isOwn(home, address),
    (route) => route.abort(),
  );
  context.on("request", (request) => {
    if (!isOwn(home, new URL(request.url()))) faults.push(`request to elsewhere: ${request.url()}`);
  });
  context.on("weberror", (fault) => {
    const error = fault.error();
    faults.push(`uncaught error: ${error.stack ?? error.message}`);
  });
  context.on("console", (message) => {
    if (message.type() === "error" && message.text().includes("Content Security Policy")) faults.push(message.text());
  });

  const page = await context.newPage();
  page.on("crash", () => faults.push("the page crashed"));
  // A violation in a worker is told to the worker alone.
  page.on("worker", (worker) => {
    const report = () =>
      self.addEventListener("securitypolicyviolation", (event) => {
        console.error(`Content Security Policy: ${event.violatedDirective}, ${event.blockedURI}`);
      });
    worker.evaluate(report).catch(() => {});
  });
  page.on("websocket", (socket) => {
    if (!isOwn(home, new URL(socket.url()))) faults.push(`socket to elsewhere: ${socket.url()}`);
  });
  await page.goto(url);
  return page;
}
