// Takes screenshots of each screen of the built playground in both languages and both themes, under docs/screens/, the workbench in high
// contrast too, for visual inspection: nothing is cut off, nothing overlaps, figures are aligned.

import { ensureBrowser, installedBrowser } from "../browser.mjs";
import { cache, ensureBuilt, fingerprint, root } from "../workspace.mjs";
import { measured } from "./measured.mjs";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const folder = join(root, "docs/screens");
const state = join(cache, "screens.json");
/** An address that does not reveal the machine, since it appears in shared links. */
const address = "https://yardstick.example/";

const languages = [
  { name: "zh", locale: "zh-CN" },
  { name: "en", locale: "en-US" },
];
const themes = ["light", "dark"];
const desk = { width: 1280, height: 720 };
const wide = { width: 1920, height: 1080 };
const phone = { width: 390, height: 844 };

const store = (page, act, value) =>
  page.evaluate(
    ([name, given]) => {
      const { store: all } = document.querySelector("yardstick-playground");
      const acts = {
        show: () => all.screens.show(given),
        tab: () => all.layout.chooseResultsTab(given),
        pane: () => all.layout.choosePhonePane(given),
        mode: () => all.setRubricMode(given),
        theme: () => all.setTheme(given),
        clear: () => {
          all.screens.close();
          all.closeSheet();
          all.layout.chooseResultsTab("ranking");
          all.layout.choosePhonePane("results");
          all.setRubricMode("form");
        },
      };
      acts[name]();
    },
    [act, value],
  );
const ranked = (page) => page.locator("ys-ranking-list [role=row][data-key]");
const screen = (name, size, given) => ({ name, size, go: (page) => store(page, "show", given) });
const sheet = async (page) => {
  await ranked(page).nth(2).click();
  await page.locator("ys-score-sheet .sl").first().waitFor();
};
const importing = (page) =>
  page.evaluate(() => {
    const bytes = new TextEncoder().encode("名称,年度,安全事故,备注\n书院社区,2008,0,好\n河沿社区,2008,1,\n");
    const { store: all } = document.querySelector("yardstick-playground");
    const file = { file: "data.csv", bytes, role: "subjects", name: "", encoding: null };
    all.screens.show({ kind: "import", files: [file] });
  });
const stage = async (page) => {
  await page
    .locator("ys-top-bar")
    .getByRole("button", { name: /^(?:演示|Demonstrate)/u })
    .click();
  await page.locator("ys-demonstrate ys-weight-slider").first().waitFor();
  await page.waitForTimeout(1500);
};
const paper = { kind: "print", request: { kind: "notice", withSheets: false } };

/** The screens, each with the steps to reach it in an open app. On a phone only one pane is visible. */
const screens = [
  { name: "workbench-form", size: desk, go: async () => {} },
  {
    name: "workbench-text",
    size: desk,
    go: async (page) => {
      await store(page, "mode", "text");
      await page.locator(".monaco-editor[role=code] .view-line").first().waitFor();
    },
  },
  { name: "score-sheet", size: desk, go: sheet },
  { name: "distribution", size: desk, go: (page) => store(page, "tab", "distribution") },
  { name: "checks", size: desk, go: (page) => store(page, "tab", "checks") },
  { name: "tests", size: desk, go: (page) => store(page, "tab", "tests") },
  screen("start", desk, { kind: "start" }),
  screen("projects", desk, { kind: "projects" }),
  screen("versions", desk, { kind: "revisions" }),
  screen("share", desk, { kind: "share" }),
  screen("export", desk, { kind: "export" }),
  screen("developer", desk, { kind: "developer" }),
  screen("sample-data", desk, { kind: "sample" }),
  { name: "import", size: desk, go: importing },
  screen("collect", desk, { kind: "collect", files: [] }),
  screen("period", desk, { kind: "period" }),
  { name: "palette", size: desk, go: (page) => page.keyboard.press("Control+k") },
  screen("notice", desk, paper),
  screen("refused", desk, { kind: "refused", why: "not-saved", instead: null }),
  { name: "demonstrate", size: desk, go: stage },
  { name: "wide-form", size: wide, go: async () => {} },
  { name: "wide-sheet", size: wide, go: sheet },
  screen("wide-start", wide, { kind: "start" }),
  { name: "wide-demonstrate", size: wide, go: stage },
  { name: "phone-results", size: phone, go: async () => {} },
  { name: "phone-data", size: phone, go: (page) => store(page, "pane", "data") },
  { name: "phone-rubric", size: phone, go: (page) => store(page, "pane", "rubric") },
  { name: "phone-sheet", size: phone, go: sheet },
  screen("phone-start", phone, { kind: "start" }),
  screen("phone-projects", phone, { kind: "projects" }),
  { name: "phone-import", size: phone, go: importing },
  screen("phone-notice", phone, paper),
];

/** The screenshots of one size, language and theme. `act` brings the open app to the screen. */
function picturesOf(language, theme, size, wantedNames) {
  const isWanted = ({ name }) => wantedNames.length === 0 || wantedNames.includes(name);
  const pictures = screens
    .filter((each) => each.size === size && isWanted(each))
    .map(({ name, go }) => ({ file: `${name}-${language.name}-${theme}.png`, act: go }));
  const contrast = (page) => store(page, "theme", "contrast");
  if (size === desk && theme === "light" && isWanted({ name: "workbench-form" }))
    pictures.push({ file: `workbench-form-${language.name}-contrast.png`, act: contrast });
  return pictures;
}

/** Uses one page for all screens of a size, in the order in which a user would open them. */
async function takeAll(browser, language, colorScheme, size, pictures, onTaken) {
  if (pictures.length === 0) return;
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
  await context.route(`${address}**`, (route) => route.fulfill({ path: join(root, "playground/dist/yardstick.html") }));
  await page.goto(address);
  await ranked(page).first().waitFor();
  for (const { file, act } of pictures) {
    await page.keyboard.press("Escape");
    await store(page, "clear");
    await page.waitForTimeout(200);
    await act(page);
    await page.mouse.move(0, 0);
    await page.waitForTimeout(700);
    await page.screenshot({ path: join(folder, file) });
    onTaken(file);
  }
  await context.close();
}

/** @param wantedNames names of the screens to take; none for all. Other screenshots are kept. */
export async function run(wantedNames) {
  for (const prepare of [() => ensureBuilt("playground"), ensureBrowser]) {
    const code = await prepare();
    if (code !== 0) return code;
  }
  const { chromium } = createRequire(join(root, "test/package.json"))("playwright-core");
  const pages = languages.flatMap((language) =>
    themes.flatMap((theme) =>
      [desk, wide, phone].map((size) => ({
        language,
        theme,
        size,
        pictures: picturesOf(language, theme, size, wantedNames),
      })),
    ),
  );
  const all = pages.flatMap(({ pictures }) => pictures.map(({ file }) => file));
  const build = fingerprint(["playground/dist"]);
  const before = existsSync(state) ? JSON.parse(readFileSync(state, "utf8")) : {};
  const taken = new Set(before.build === build && wantedNames.length === 0 ? before.taken : []);
  if (taken.size >= all.length) taken.clear();
  mkdirSync(folder, { recursive: true });
  mkdirSync(cache, { recursive: true });
  const report = measured("screens");
  const browser = await chromium.launch({
    executablePath: installedBrowser(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  for (const { language, theme, size, pictures } of pages) {
    const missing = pictures.filter(({ file }) => !taken.has(file));
    await takeAll(browser, language, theme, size, missing, (file) => {
      taken.add(file);
      if (wantedNames.length === 0) writeFileSync(state, JSON.stringify({ build, taken: [...taken] }));
    });
    report.write("–", "–", taken.size, all.length);
  }
  await browser.close();
  // Screenshots of removed screens.
  if (wantedNames.length === 0)
    for (const file of readdirSync(folder))
      if (file.endsWith(".png") && !all.includes(file)) rmSync(join(folder, file));
  return 0;
}
