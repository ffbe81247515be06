// From a key pressed in the rubric's text to the new ranking, in the built app in a real browser: 10,000 subjects, 50 criteria,
// through the Worker. `node test/bench/keypress.mjs [folder of the build]` after `npm run build`; prints one line of JSON,
// milliseconds. It fails where a result takes longer than a minute, instead of waiting for ever.

import { createRequire } from "node:module";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { installedBrowser } from "../../scripts/browser.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { chromium } = createRequire(join(root, "test/package.json"))("playwright-core");
const built = process.argv[2] ?? join(root, "playground/dist");
const SUBJECTS = 10_000;
const CRITERIA = 50;
const WARM_UP = 10;
const RUNS = 40;
/** Between two keys, as of somebody who types. */
const PAUSE = 250;

const names = Array.from({ length: CRITERIA }, (_, at) => `项${at + 1}`);
const rubric = `考核 "一万个对象"
满分 100 分
大类 全部 100 分 {
${names.map((name) => `  条目 ${name}扣分 2 分 { 每 ${name} 扣 0.1 分 }`).join("\n")}
}
数据 单位 {
  名称: 文本 主键
${names.map((name) => `  ${name}: 计数 次`).join("\n")}
}
排名 全体 按 总分 并列 同名次
`;
const rows = Array.from({ length: SUBJECTS }, (_, row) => [
  `单位${row + 1}`,
  ...names.map((_, at) => String((row * 7 + at * 13) % 11)),
]);
const content = { rubric, tables: [{ role: "subjects", name: "", header: ["名称", ...names], rows }] };

const browser = await chromium.launch({
  executablePath: installedBrowser(),
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({ locale: "zh-CN", viewport: { width: 1280, height: 720 } });
page.setDefaultTimeout(60_000);
await page.goto(pathToFileURL(join(built, "yardstick.html")).href);
await page.locator("ys-ranking-list [role=row][data-key]").first().waitFor();
await page.evaluate(async (project) => {
  const { store } = document.querySelector("yardstick-playground");
  store.setRubricMode("text");
  await store.projects.begin(project, true);
}, content);
await page.locator("ys-ranking-list [role=row][data-key^=单位]").first().waitFor();
await page.locator(".monaco-editor .view-lines").first().waitFor();
// The first digit that is deducted is selected, so that a key replaces it.
await page.evaluate(() => {
  const { store } = document.querySelector("yardstick-playground");
  const at = store.rubric.indexOf("扣 0.") + 4;
  store.reveal([at, at + 1]);
});
await page.waitForTimeout(2000);

await page.evaluate(() => {
  const { store } = document.querySelector("yardstick-playground");
  const seen = { changed: 0, results: [], blocked: [], drawn: [], delays: [], isOn: false };
  globalThis.seen = seen;
  addEventListener(
    "keydown",
    (event) => {
      const now = performance.now();
      if (/^\d$/.test(event.key)) seen.changed = now;
      if (seen.isOn) seen.delays.push(now - event.timeStamp);
    },
    true,
  );
  store.subscribe(["evaluation"], () => {
    if (seen.changed === 0 || store.good?.rubric !== store.rubric || store.evaluation.isStale) return;
    const begun = seen.changed;
    seen.changed = 0;
    if (seen.isOn) seen.results.push(performance.now() - begun);
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (seen.isOn) seen.drawn.push(performance.now() - begun);
      }),
    );
  });
  const long = new PerformanceObserver((list) => {
    if (seen.isOn) seen.blocked.push(...list.getEntries().map(({ duration }) => duration));
  });
  long.observe({ entryTypes: ["longtask"] });
});

for (let run = 0; run < WARM_UP + RUNS; run += 1) {
  if (run === WARM_UP) await page.evaluate(() => (globalThis.seen.isOn = true));
  const results = await page.evaluate(() => globalThis.seen.results.length);
  await page.keyboard.press(String(1 + (run % 2)));
  if (run >= WARM_UP)
    await page.waitForFunction((before) => globalThis.seen.results.length > before, results, { timeout: 60_000 });
  await page.keyboard.press("Shift+ArrowLeft");
  await page.waitForTimeout(PAUSE);
}
await page.waitForTimeout(1500);
const found = await page.evaluate(() => globalThis.seen);
const subjects = await page.evaluate(
  () => document.querySelector("yardstick-playground").store.good.result.subjects.length,
);
if (subjects !== SUBJECTS) throw new Error(`${subjects} subjects were ranked, not ${SUBJECTS}`);
await browser.close();

const median = (list) => Math.round([...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0);
const longest = (list) => Math.round(Math.max(0, ...list));
console.log(
  JSON.stringify({
    machine: `${cpus().length} × ${cpus()[0]?.model ?? "?"}`,
    subjects: SUBJECTS,
    criteria: CRITERIA,
    keys: found.results.length,
    medianToResult: median(found.results),
    longestToResult: longest(found.results),
    medianToPicture: median(found.drawn),
    /** From the key to its first listener: how long input waited. */
    medianInputDelay: median(found.delays),
    longestInputDelay: longest(found.delays),
    longTasks: found.blocked.length,
    longestTask: longest(found.blocked),
  }),
);
