// Pages of the Chromium that runs for all browser files (see `site.ts`). A page is watched until its test ends: a
// request to another origin, a violation of the content security policy or an uncaught error fails the test that has
// it open.

import { chromium } from "playwright-core";
import type { Browser, BrowserContextOptions, Download, Page } from "playwright-core";
import { inject, onTestFinished } from "vitest";
import { policy } from "./launch.js";

let connection: Promise<Browser> | null = null;

/** Connects to the running browser, once per process: files share it, and it ends with the browser. */
function browser(): Promise<Browser> {
  connection ??= chromium.connect(inject("chromium"));
  return connection;
}

/**
 * Whether a page at `home` may request `address`: its own origin, the files of its own folder, and blobs that it
 * created.
 */
function isOwn(home: URL, address: URL): boolean {
  if (address.protocol === "data:" || address.protocol === "blob:") return true;
  if (address.protocol === "file:") return home.protocol === "file:";
  return address.host === home.host;
}

/** A page that is watched for what no page may do. */
export interface WatchedPage {
  readonly page: Page;
  /** Closes the page with its context. */
  close(): Promise<void>;
  /** The restrictions that it has violated since the last call, one text each. */
  violated(): readonly string[];
}

/**
 * Opens a page in a context of its own (no stored or shared data) and goes to `url`.
 *
 * @param pages HTML by address, for pages that the server does not have
 * @param script runs in the page before its own scripts
 */
export async function watchedPage(
  url: string,
  options: BrowserContextOptions = {},
  pages: Readonly<Record<string, string>> = {},
  script: (() => void) | null = null,
): Promise<WatchedPage> {
  const home = new URL(url);
  const faults: string[] = [];
  const context = await (await browser()).newContext(options);
  // The timeout is generous because response times depend on the load of the machine.
  context.setDefaultTimeout(120_000);
  context.on("request", (request) => {
    if (!isOwn(home, new URL(request.url()))) faults.push(`request to elsewhere: ${request.url()}`);
  });
  context.on("weberror", (failure) => {
    const error = failure.error();
    faults.push(`uncaught error: ${error.stack ?? error.message}`);
  });
  context.on("console", (message) => {
    if (message.type() === "error" && message.text().includes("Content Security Policy")) faults.push(message.text());
  });
  for (const [address, body] of Object.entries(pages))
    await context.route(address, (route) =>
      route.fulfill({ body, contentType: "text/html; charset=utf-8", headers: { "content-security-policy": policy } }),
    );

  if (script !== null) await context.addInitScript(script);
  const page = await context.newPage();
  page.on("crash", () => faults.push("the page crashed"));
  // A violation in a worker is reported only to the worker.
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
  const close = () => context.close();
  await page.goto(url).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return { page, close, violated: () => faults.splice(0) };
}

/** Fails the test in which the page has violated a restriction. */
export function expectNone(violated: readonly string[]): void {
  if (violated.length > 0) throw new Error(violated.join("\n"));
}

/**
 * Opens a page as `watchedPage` does, for one test: when the test ends, the page is closed, and the test fails if the
 * page has violated a restriction.
 */
export async function openPage(...given: Parameters<typeof watchedPage>): Promise<Page> {
  const { page, close, violated } = await watchedPage(...given);
  onTestFinished(async () => {
    await close();
    expectNone(violated());
  });
  return page;
}

/** The content of a download; the browser stores the file where another process started it. */
export async function bytesOf(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
