// Kills the browser while it saves or imports, repeatedly, with one profile on the disk: after each kill the store must
// open and contain at least the last change acknowledged as saved. Takes the number of kills and a seed; returns what was
// lost, an empty list on success.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { BrowserContext, Page } from "playwright-core";
import { inject } from "vitest";
import { browserLaunch } from "./launch.js";
import { storedProjects } from "./stored.js";

export interface KillReport {
  readonly kills: number;
  readonly seed: number;
  /** Kills that occurred between an edit and its acknowledgement. */
  readonly duringSave: number;
  readonly losses: readonly string[];
}

/** What is done while the browser is killed: numbered changes, each saved before the next. */
export interface KilledActivity {
  /** Makes the change of this number; resolves when the app reports it as saved. */
  act(page: Page, number: number): Promise<void>;
  /** The number of the newest change in the store; negative when nothing can be read, or a change is there in part. */
  kept(page: Page): Promise<number>;
}

/** Mulberry32, so that a run can be repeated from its seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * The number in the newest record of the text, as the next app to open it will read it; -1 when nothing can be read.
 */
async function numberKept(page: Page): Promise<number> {
  const texts = (await storedProjects(page))?.map(({ rubric }) => rubric);
  if (texts === undefined || !texts.every((text) => typeof text === "string")) return -1;
  return Math.max(0, ...texts.map((text) => Number(/\/\/ kill (\d+)/.exec(text)?.[1] ?? 0)));
}

/** Writes a number into the text and saves immediately; `onSaved` is called when the app reports it as saved. */
function edit(page: Page, number: number): Promise<void> {
  return page.evaluate(async (value) => {
    const { store } = document.querySelector("yardstick-playground") as unknown as {
      readonly store: {
        readonly rubric: string;
        editRubric(edits: readonly { span: readonly [number, number]; text: string }[]): void;
        flush(): Promise<void>;
        readonly save: { readonly kind: string };
      };
    };
    const old = /^\/\/ kill \d+\n/.exec(store.rubric)?.[0].length ?? 0;
    store.editRubric([{ span: [0, old], text: `// kill ${value}\n` }]);
    await store.flush();
    if (store.save.kind !== "saved") throw new Error(store.save.kind);
  }, number);
}

/** Edits of the text. */
export const saving: KilledActivity = { act: edit, kept: numberKept };

export async function killWhile(
  { act, kept: keptOn }: KilledActivity,
  kills: number,
  seed: number,
): Promise<KillReport> {
  const random = randomFrom(seed);
  const profile = await mkdtemp(join(tmpdir(), "yardstick-kill-"));
  const losses: string[] = [];
  let duringSave = 0;
  let number = 0;
  let acknowledged = 0;
  try {
    for (let kill = 0; kill <= kills; kill++) {
      const context: BrowserContext = await chromium.launchPersistentContext(profile, {
        ...browserLaunch(),
        locale: "zh-CN",
      });
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(inject("playground"));
      await page.locator("ys-ranking-list [role=row][data-key]").first().waitFor();
      const kept = await keptOn(page);
      if (kept < acknowledged) losses.push(`kill ${kill}: ${acknowledged} was acknowledged, ${kept} is there`);
      if (kept < 0 && acknowledged === 0)
        losses.push(`kill ${kill}: nothing can be read, or a change is there in part`);
      number = Math.max(number, kept);
      if (kill === kills) {
        await context.close();
        break;
      }
      let isWriting = false;
      const over = new AbortController();
      const writing = (async () => {
        while (!over.signal.aborted) {
          isWriting = true;
          number += 1;
          await act(page, number);
          acknowledged = number;
          isWriting = false;
        }
      })().catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 20 + random() * 400));
      if (isWriting) duringSave += 1;
      over.abort();
      await killBrowser(page, context);
      await writing;
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return { kills, seed, duringSave, losses };
}

/** Sends SIGKILL to the browser's own process; its children exit because of the broken pipe. */
async function killBrowser(page: Page, context: BrowserContext): Promise<void> {
  const session = await context.newCDPSession(page);
  const browser = await context
    .browser()
    ?.newBrowserCDPSession()
    .catch(() => null);
  const { processInfo } = (await (browser ?? session).send("SystemInfo.getProcessInfo" as never)) as unknown as {
    readonly processInfo: readonly { readonly type: string; readonly id: number }[];
  };
  const main = processInfo.find(({ type }) => type === "browser");
  if (main === undefined) throw new Error("the browser has no process");
  const closed = new Promise((resolve) => context.once("close", resolve));
  process.kill(main.id, "SIGKILL");
  await closed;
}
