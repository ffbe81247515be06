// The elements in an embedding page: the sample pages of the guide, served next to the built module, under the strict
// policy.

import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { violations } from "./axe.js";
import { openPage } from "./chromium.js";

const guide = new URL("../../docs/guide/", import.meta.url);
const samplePage = (lang: string) =>
  /<!-- page: \w+ -->\n```html\n([\s\S]*?)```/.exec(
    readFileSync(new URL(`embedding.${lang}.md`, guide), "utf8"),
  )?.[1] ?? "";

/** A page with the module and these elements. */
const pageOf = (body: string) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8" /><title>t</title><script type="module" src="./index.js"></script><body>${body}</body></html>`;

const weighted = `
考核 "两块"
满分 100 分
数据 单位 { 名称: 文本 主键, 甲项: 数值 分 0 .. 100, 乙项: 数值 分 0 .. 100 }
大类 甲 权重 60% 限 20% .. 80% { 条目 一 100 分 { 得 甲项 } }
大类 乙 权重 40% 限 20% .. 80% { 条目 二 100 分 { 得 乙项 } }
排名 全部 按 总分 并列 同名次
`;
const weightedData = "名称,甲项,乙项\n东,90,60\n西,70,95\n";

const pages: Readonly<Record<string, string>> = {
  "index.html": samplePage("zh"),
  "en.html": samplePage("en"),
  "all.html": pageOf(`
    <yardstick-playground id="p" lang="zh" theme="dark" style="height: 600px">
      <script type="text/yardstick">${weighted}</script><script type="text/csv" data-table="subjects">${weightedData}</script>
    </yardstick-playground>
    <yardstick-designer for="p"></yardstick-designer>
    <yardstick-weights for="p"></yardstick-weights>`),
  "file.html": pageOf('<yardstick-results src="./lesson.json" lang="zh"></yardstick-results>'),
  "wrong.html": pageOf(
    '<yardstick-results src="./nothing.json" lang="zh"></yardstick-results>' +
      '<yardstick-results id="bad" lang="en"><script type="text/csv">a,b\n"x,1</script></yardstick-results>',
  ),
};

/** The folder of the built module; the pages are served next to it. */
const folder = `${inject("playground")}elements/`;
const lesson = readFileSync(new URL("lesson-secretaries.yardstick.json", guide), "utf8");
const files = Object.fromEntries(
  Object.entries({ ...pages, "lesson.json": lesson, "again.json": lesson }).map(([name, text]) => [
    folder + name,
    text,
  ]),
);

const open = (name: string): Promise<Page> =>
  openPage(folder + name, { viewport: { width: 1280, height: 720 }, locale: "zh-CN" }, files);
const ranked = (page: Page) => page.locator("yardstick-results ys-ranking-list [role=row][data-key]");

describe("the sample pages of the guide", () => {
  it.each([
    ["index.html", "书院社区", "扣 0.1 分", "扣 0.3 分", "8.90"],
    ["en.html", "Shuyuan", "deduct 0.1", "deduct 0.3", "8.90"],
  ])("%s shows a ranking that follows the text", async (name, first, from, to, after) => {
    const page = await open(name);
    await ranked(page).first().waitFor();
    await expect.poll(() => ranked(page).first().getAttribute("data-key")).toBe(first);
    await page.locator(".monaco-editor[role=code]").waitFor();
    const received = page.evaluate(
      () =>
        new Promise<string>((resolve) =>
          document
            .querySelector("yardstick-editor")!
            .addEventListener("yardstick-change", (event) => resolve((event as CustomEvent).detail.rubric), {
              once: true,
            }),
        ),
    );
    await page.evaluate(
      ([before, now]) => {
        const editor = document.querySelector("yardstick-editor") as HTMLElement & { rubric: string };
        editor.rubric = editor.rubric.replace(before!, now!);
      },
      [from, to],
    );
    expect(await received).toContain(to);
    const score = page.locator(`yardstick-results [role=row][data-key="${first}"] .sc`);
    await expect.poll(() => score.textContent()).toContain(after);
  });

  it("open a score sheet from the ranking, and close it again", async () => {
    const page = await open("index.html");
    await ranked(page).first().dblclick();
    await page.locator("ys-score-sheet article").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("ys-score-sheet").count()).toBe(0);
  });

  it("have no violation found by axe", async () => {
    const page = await open("index.html");
    await ranked(page).first().waitFor();
    await page.locator(".monaco-editor[role=code]").waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

describe("elements that share a project", () => {
  it("show it as a whole, as a form and as weights, and do not change the page's appearance", async () => {
    const page = await open("all.html");
    await page.locator("yardstick-playground ys-ranking-list [role=row][data-key]").first().waitFor();
    await page.locator("yardstick-designer ys-designer").getByText("甲", { exact: true }).first().waitFor();
    await page.locator("yardstick-weights ys-weight-slider").nth(1).waitFor();
    const looks = await page.evaluate(() => ({
      theme: document.documentElement.dataset["theme"],
      title: document.title,
      own: document.querySelector<HTMLElement>("yardstick-playground")!.dataset["theme"],
      paper: getComputedStyle(document.documentElement).getPropertyValue("--paper"),
    }));
    expect(looks).toEqual({ theme: undefined, title: "t", own: "dark", paper: "" });
  });
});

it("each of the five fits into a page 320 px wide", async () => {
  const page = await open("all.html");
  await page.setViewportSize({ width: 320, height: 900 });
  await page.evaluate(() =>
    document.body.insertAdjacentHTML(
      "beforeend",
      '<yardstick-editor for="p"></yardstick-editor><yardstick-results for="p"></yardstick-results>',
    ),
  );
  await ranked(page).first().waitFor();
  // The editor is loaded when it comes into view.
  await page.locator("yardstick-editor").scrollIntoViewIfNeeded();
  await page.locator("yardstick-editor .monaco-editor[role=code]").waitFor();
  await page.locator("yardstick-weights ys-weight-slider").nth(1).waitFor();
  await page.locator("yardstick-designer ys-designer").waitFor();
  const widths = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll("[id=p],[for=p]")].map((element) => ({
      name: element.localName,
      isWithin: element.scrollWidth <= 320 && element.getBoundingClientRect().right <= 320,
    })),
  );
  expect(widths).toEqual(
    [
      "html",
      "yardstick-playground",
      "yardstick-designer",
      "yardstick-weights",
      "yardstick-editor",
      "yardstick-results",
    ].map((name) => ({ name, isWithin: true })),
  );
});

it("from another origin, all Workers are of one blob, and score", async () => {
  const page = await open("file.html");
  // Another scheme is another origin; the files are looked for at the same host.
  const elsewhere = `${folder.replace("http:", "https:")}elsewhere.html`;
  await page.route(`${folder}**`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "access-control-allow-origin": "*" } });
  });
  await page.route(elsewhere, (route) =>
    route.fulfill({ contentType: "text/html", body: pages["all.html"]!.replace("./index.js", `${folder}index.js`) }),
  );
  await page.goto(elsewhere);
  await page.locator("yardstick-playground ys-ranking-list [role=row][data-key]").first().waitFor();
  await page.evaluate(() =>
    document.body.insertAdjacentHTML(
      "beforeend",
      "<yardstick-editor></yardstick-editor><yardstick-results></yardstick-results>",
    ),
  );
  await expect.poll(() => page.workers().length).toBeGreaterThan(2);
  const addresses = new Set(page.workers().map((worker) => worker.url()));
  expect([...addresses]).toEqual([expect.stringMatching(/^blob:https:/u)]);
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

it("an element whose view cannot be loaded says so", async () => {
  const page = await open("file.html");
  await ranked(page).first().waitFor();
  await page.route("**/*", (route) => route.abort());
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<yardstick-weights></yardstick-weights>"));
  await expect.poll(() => page.locator("yardstick-weights").getByRole("alert").count()).toBe(1);
});

describe("an element that is removed", () => {
  it("leaves nothing behind, also when it shows the project of another", async () => {
    const page = await open("all.html");
    await page.locator("yardstick-weights ys-weight-slider").nth(1).waitFor();
    const removed = await page.evaluateHandle(async () => {
      const all: WeakRef<Element>[] = [];
      for (let index = 0; index < 5; index += 1) {
        const element = Object.assign(document.createElement("yardstick-weights"), { htmlFor: "p" });
        const ready = new Promise((resolve) => element.addEventListener("yardstick-ready", resolve, { once: true }));
        document.body.append(element);
        await ready;
        element.remove();
        all.push(new WeakRef(element));
      }
      return all;
    });
    const session = await page.context().newCDPSession(page);
    await expect
      .poll(async () => {
        await session.send("HeapProfiler.collectGarbage");
        return removed.evaluate((all) => all.filter((each) => each.deref() !== undefined).length);
      })
      .toBe(0);
  });
});

describe("the input of an element", () => {
  it("may be a project file", async () => {
    const page = await open("file.html");
    await ranked(page).first().waitFor();
    await expect.poll(() => ranked(page).count()).toBeGreaterThan(5);
  });

  it("may be rows of objects", async () => {
    const page = await open("all.html");
    await page.locator("yardstick-playground ys-ranking-list [role=row][data-key]").first().waitFor();
    const result = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const element = document.querySelector("yardstick-playground") as HTMLElement & { data: unknown };
          element.addEventListener("yardstick-result", (event) =>
            resolve((event as CustomEvent).detail.result.subjects.length),
          );
          element.data = [{ 名称: "南", 甲项: "99.5", 乙项: 80 }];
        }),
    );
    expect(await result).toBe(1);
  });

  it("follows the address of the file, and keeps the data of the page", async () => {
    const page = await open("file.html");
    await ranked(page).first().waitFor();
    const shown = await page.evaluate(
      async ([first, second]) => {
        const element = document.querySelector("yardstick-results") as HTMLElement & {
          data: unknown;
          src: string;
          rubric: string;
          tables: readonly { readonly rows: readonly (readonly string[])[] }[];
        };
        const ready = () =>
          new Promise((resolve) => element.addEventListener("yardstick-ready", resolve, { once: true }));
        const state = () => [element.rubric.length > 0, element.tables.map(({ rows }) => rows[0]?.[0])];
        element.data = [{ 名称: "东" }];
        const before = state();
        // What the page has not given is that of the file.
        element.src = second!;
        await ready();
        const after = state();
        element.data = null;
        element.src = first!;
        await ready();
        return [before, after, element.tables.every(({ rows }) => rows.length > 1)];
      },
      ["./lesson.json", "./again.json"],
    );
    expect(shown).toEqual([[true, ["东"]], [true, ["东"]], true]);
  });

  it("stays what the page has assigned when it is saved under a name from then on", async () => {
    const page = await open("file.html");
    await ranked(page).first().waitFor();
    const shown = await page.evaluate(async (rubric) => {
      const element = document.createElement("yardstick-results") as HTMLElement & {
        rubric: string;
        data: unknown;
        keepAs: string;
        tables: readonly { readonly rows: readonly unknown[] }[];
      };
      const ready = () =>
        new Promise((resolve) => element.addEventListener("yardstick-ready", resolve, { once: true }));
      Object.assign(element, { rubric, data: [{ 名称: "东" }] });
      document.body.append(element);
      await ready();
      element.keepAs = "kept";
      await ready();
      return [element.rubric, element.tables.map(({ rows }) => rows)];
    }, weighted);
    expect(shown).toEqual([weighted, [[["东"]]]]);
  });

  it("stays what the page has assigned, also before the element is shown and after it showed another's", async () => {
    const page = await open("all.html");
    await page.locator("yardstick-weights ys-weight-slider").nth(1).waitFor();
    const states = await page.evaluate(
      async (rubric) => {
        const element = document.createElement("yardstick-results") as HTMLElement & {
          rubric: string;
          keepAs: string;
          htmlFor: string | null;
          tables: readonly { readonly rows: readonly unknown[] }[];
        };
        const ready = () =>
          new Promise((resolve) => element.addEventListener("yardstick-ready", resolve, { once: true }));
        const state = () => [element.rubric === rubric, element.tables.map(({ rows }) => rows.length)];
        const tables = [{ role: "subjects", name: "", header: ["名称"], rows: [["东"], ["南"], ["北"]] }];
        document.body.append(element);
        Object.assign(element, { rubric, tables });
        element.keepAs = "early";
        await ready();
        const early = state();
        element.htmlFor = "p";
        await ready();
        const other = state();
        element.htmlFor = null;
        await ready();
        return [early, other, state()];
      },
      weighted.replace("两块", "三块"),
    );
    expect(states).toEqual([
      [true, [3]],
      [false, [2]],
      [true, [3]],
    ]);
  });

  it("is the data assigned last, by whichever property", async () => {
    const page = await open("file.html");
    await ranked(page).first().waitFor();
    const rows = await page.evaluate(() => {
      const element = document.querySelector("yardstick-results") as HTMLElement & {
        data: unknown;
        tables: readonly object[];
      };
      const tablesAfter = (assign: () => void) => (assign(), JSON.stringify(element.tables));
      const east = () => (element.data = [{ 名称: "东" }]);
      const first = tablesAfter(east);
      const other = tablesAfter(
        () => (element.tables = [{ role: "subjects", name: "", header: ["名称"], rows: [["西"]] }]),
      );
      return [first !== other, tablesAfter(east) === first];
    });
    expect(rows).toEqual([true, true]);
  });

  it("is reported in a message when it cannot be read", async () => {
    const page = await open("wrong.html");
    const alerts = page.getByRole("alert");
    await alerts.nth(1).waitFor();
    expect((await alerts.allTextContents()).join("\n")).toMatch(/nothing\.json[\s\S]*quote is not closed/);
  });
});
