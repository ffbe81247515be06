// Failing storage and concurrent tabs: for every n the nth write fails, and two tabs write in turns; the text is kept,
// and nothing is overwritten silently.

import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { someOf } from "../properties.js";
import { onPage, phone, saved, workbenches } from "./workbench.js";
import type { Workbench } from "./workbench.js";

const open = workbenches();

/** Makes the nth write to the database fail; later ones succeed. */
function failWrite(page: Page, nth: number): Promise<void> {
  return page.evaluate((at) => {
    let count = 0;
    for (const method of ["put", "add"] as const) {
      const own = IDBObjectStore.prototype[method];
      IDBObjectStore.prototype[method] = function write(this: IDBObjectStore, ...args: [unknown]) {
        count += 1;
        if (count === at) throw new DOMException("the disk failed", "UnknownError");
        return own.apply(this, args);
      };
    }
  }, nth);
}

async function type({ page, editor }: Workbench, text: string): Promise<void> {
  await editor.click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.insertText(text);
}

test("each of the first writes fails once: the text is kept, is not reported as saved, and is stored by the next save", async () => {
  const bench = await open();
  for (const nth of someOf([1, 2, 3, 4], 2)) {
    await saved(bench);
    await failWrite(bench.page, nth);
    let wasUnsaved = false;
    for (let edit = 1; edit <= 5; edit++) {
      await type(bench, `// ${nth}－${edit}\n`);
      await bench.save.getByText(/\d:\d\d|未保存/).waitFor();
      wasUnsaved ||= (await bench.save.getByText("未保存").count()) > 0;
    }
    expect(wasUnsaved).toBe(true);
    const lines = new RegExp(`${nth}－5.*${nth}－1`, "u");
    await expect.poll(() => bench.page.locator(".view-lines").textContent()).toMatch(lines);
    await saved(bench);
    // The page is loaded anew, with writes that succeed.
    await bench.page.reload();
    await bench.editor.waitFor();
    await expect.poll(() => bench.page.locator(".view-lines").textContent()).toMatch(lines);
  }
});

test("two tabs without locks write in turns: the second one reports a conflict, and nothing is overwritten", async () => {
  const first = await open();
  await saved(first);
  // As over plain http, where the browser has no locks: only the revision check of each save separates the two tabs.
  await first.page
    .context()
    .addInitScript(() => Object.defineProperty(Navigator.prototype, "locks", { value: undefined }));
  await first.page.reload();
  await first.editor.waitFor();
  const second = onPage(await first.page.context().newPage());
  await second.page.goto(first.page.url());
  await second.editor.waitFor();
  for (const [tab, text] of [
    [first, "// 甲一\n"],
    [first, "// 甲二\n"],
  ] as const) {
    await type(tab, text);
    await saved(tab);
  }
  await type(second, "// 乙一\n");
  await second.save.getByText("未保存").waitFor();
  await type(first, "// 甲三\n");
  await saved(first);
  await first.page.reload();
  await first.editor.waitFor();
  const kept = async () => (await first.page.locator(".view-lines").textContent()) ?? "";
  await expect.poll(kept).toContain("甲三");
  expect(await kept()).not.toContain("乙一");
  await expect.poll(() => second.page.locator(".view-lines").textContent()).toContain("乙一");
});

/** Inserts a line at the start of the text and saves immediately; returns the outcome of the save. */
function write(page: Page, text: string): Promise<string> {
  return page.evaluate(async (line) => {
    const { store } = document.querySelector("yardstick-playground") as unknown as {
      readonly store: {
        editRubric(edits: readonly { span: readonly [number, number]; text: string }[]): void;
        flush(): Promise<void>;
        readonly save: { readonly kind: string };
      };
    };
    store.editRubric([{ span: [0, 0], text: line }]);
    await store.flush();
    return store.save.kind;
  }, text);
}

const onScreen = (page: Page) =>
  page.evaluate(
    () => document.querySelector<HTMLElement & { store: { rubric: string } }>("yardstick-playground")?.store.rubric,
  );

const onDisk = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open("yardstick");
        request.addEventListener("success", () => {
          const all = request.result.transaction("projects").objectStore("projects").getAll();
          all.addEventListener("success", () => {
            request.result.close();
            resolve((all.result as readonly { readonly rubric: string }[]).map(({ rubric }) => rubric).join("|"));
          });
        });
      }),
  );

test("two tabs without locks interleaved at random: the database has the last acknowledged save, each tab its own text", async () => {
  // On a phone, which shows only the results: writing does not depend on what is rendered.
  const bench = await open({ viewport: phone });
  await saved(bench);
  await bench.page
    .context()
    .addInitScript(() => Object.defineProperty(Navigator.prototype, "locks", { value: undefined }));
  await bench.page.reload();
  await bench.ranked.first().waitFor();
  const other = await bench.page.context().newPage();
  await other.goto(bench.page.url());
  await onPage(other).ranked.first().waitFor();
  const tabs = [bench.page, other];
  let seed = 20_261_127;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  let kept = await onDisk(other);
  const seen = { saved: 0, refused: 0 };
  for (let step = 0; step < 24; step++) {
    const page = tabs[random(2)]!;
    const line = `// 第 ${step} 步\n`;
    const outcome = await write(page, line);
    expect((await onScreen(page))?.startsWith(line)).toBe(true);
    if (outcome === "saved") {
      seen.saved += 1;
      // It wrote over the version that it had read: no line of the other tab was lost.
      expect((await onScreen(page))?.slice(line.length)).toBe(kept);
      kept = line + kept;
    } else {
      seen.refused += 1;
      expect(outcome).toBe("unsaved");
    }
    expect(await onDisk(page)).toBe(kept);
    if (outcome === "saved" || random(3) > 0) continue;
    await page.reload();
    await onPage(page).ranked.first().waitFor();
  }
  expect(Math.min(seen.saved, seen.refused)).toBeGreaterThan(3);
});

test("an input method writes into the editor and into a cell", async () => {
  const bench = await open();
  const { page, editor } = bench;
  await editor.click();
  await page.keyboard.press("Control+Home");
  const session = await page.context().newCDPSession(page);
  await page.keyboard.insertText("// ");
  await session.send("Input.imeSetComposition", { text: "kao", selectionStart: 3, selectionEnd: 3 });
  await session.send("Input.imeSetComposition", { text: "考", selectionStart: 1, selectionEnd: 1 });
  await session.send("Input.insertText", { text: "考核" });
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator(".view-lines").textContent()).toMatch(/\/\/\s考核/u);
  expect(await page.locator(".view-lines").textContent()).not.toContain("kao");

  await page.locator("ys-data-grid [role=gridcell]").first().focus();
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+a");
  await session.send("Input.imeSetComposition", { text: "xin", selectionStart: 3, selectionEnd: 3 });
  await session.send("Input.insertText", { text: "新社区" });
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator("ys-data-grid [role=gridcell]").first().textContent()).toBe("新社区");
});
