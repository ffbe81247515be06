// `npm run screens`: a picture of each screen of the built playground, in both languages and both themes, under docs/screens/.
// To be looked at: nothing cut off, no overlap, figures aligned.

import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt, ensureInstalled, root } from "./workspace.mjs";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folder = join(root, "docs/screens");
const built = process.argv[2] ?? join(root, "playground/dist");

const languages = [
  { name: "zh", locale: "zh-CN", text: "文本" },
  { name: "en", locale: "en-US", text: "Text" },
];
const themes = ["light", "dark"];
const desk = { width: 1280, height: 720 };
const phone = { width: 390, height: 844 };

const show = (page, screen) =>
  page.evaluate((wanted) => document.querySelector("yardstick-playground").store.screens.show(wanted), screen);
const ranked = (page) => page.locator("ys-ranking-list [role=row][data-key]");
const tab = (page, at) => page.locator("ys-results-pane").getByRole("tab").nth(at).click();

/** What each picture shows, and how one gets there from an opened app. */
const screens = [
  { name: "workbench-form", go: async () => {} },
  {
    name: "workbench-text",
    go: async (page, { text }) => {
      await page.getByRole("button", { name: text, exact: true }).click();
      await page.locator(".monaco-editor[role=code] .view-line").first().waitFor();
    },
  },
  { name: "score-sheet", go: (page) => ranked(page).nth(2).click() },
  { name: "distribution", go: (page) => tab(page, 1) },
  { name: "samples", go: (page) => tab(page, 3) },
  { name: "start", go: (page) => show(page, { kind: "start" }) },
  { name: "projects", go: (page) => show(page, { kind: "projects" }) },
  { name: "versions", go: (page) => show(page, { kind: "revisions" }) },
  { name: "share", go: (page) => show(page, { kind: "share" }) },
  { name: "export", go: (page) => show(page, { kind: "export" }) },
  { name: "developer", go: (page) => show(page, { kind: "developer" }) },
  { name: "sample-data", go: (page) => show(page, { kind: "sample" }) },
  {
    name: "import",
    go: (page) =>
      page.evaluate(() => {
        const bytes = new TextEncoder().encode("名称,年度,安全事故,备注\n书院社区,2008,0,好\n河沿社区,2008,1,\n");
        const { store } = document.querySelector("yardstick-playground");
        const file = { file: "data.csv", bytes, role: "subjects", name: "", encoding: null };
        store.screens.show({ kind: "import", files: [file] });
      }),
  },
  { name: "notice", go: (page) => show(page, { kind: "paper", asked: { kind: "notice", withSheets: false } }) },
  { name: "phone-results", size: phone, go: async () => {} },
  { name: "phone-sheet", size: phone, go: (page) => ranked(page).nth(2).click() },
  { name: "phone-start", size: phone, go: (page) => show(page, { kind: "start" }) },
  { name: "phone-projects", size: phone, go: (page) => show(page, { kind: "projects" }) },
];

async function take(browser, language, colorScheme, { name, size = desk, go }) {
  const isPhone = size === phone;
  const context = await browser.newContext({
    viewport: size,
    locale: language.locale,
    colorScheme,
    reducedMotion: "reduce",
    hasTouch: isPhone,
    isMobile: isPhone,
  });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(built, "yardstick.html")).href);
  await ranked(page).first().waitFor();
  await go(page, language);
  await page.waitForTimeout(700);
  await page.screenshot({ path: join(folder, `${name}-${language.name}-${colorScheme}.png`) });
  await context.close();
}

async function run() {
  for (const prepare of [ensureInstalled, () => (process.argv[2] ? 0 : ensureBuilt("playground")), ensureBrowser]) {
    const code = await prepare();
    if (code !== 0) return code;
  }
  const { chromium } = createRequire(join(root, "test/package.json"))("playwright-core");
  const debian = "/usr/bin/chromium";
  const own = existsSync(debian) ? { executablePath: debian } : {};
  const browser = await chromium.launch({ ...own, args: ["--no-sandbox", "--disable-gpu"] });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const language of languages)
    for (const theme of themes) for (const screen of screens) await take(browser, language, theme, screen);
  await browser.close();
  return 0;
}

process.exitCode = await run();
