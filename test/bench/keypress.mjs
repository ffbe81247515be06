// From a change of the text to the new ranking, in the built app in a real browser: 10,000 subjects, 50 criteria, through the Worker.
// `node test/bench/keypress.mjs [folder of the build]` after `npm run build`; prints one line of JSON, milliseconds.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { chromium } = createRequire(join(root, "test/package.json"))("playwright-core");
const built = process.argv[2] ?? join(root, "playground/dist");
const SUBJECTS = 10_000;
const CRITERIA = 50;
const RUNS = 15;

const names = Array.from({ length: CRITERIA }, (_, at) => `项${at + 1}`);
const rubric = `考核 "一万个对象"
满分 100 分
数据 单位 {
  名称: 文本 主键
${names.map((name) => `  ${name}: 计数 次`).join("\n")}
}
大类 全部 100 分 {
${names.map((name) => `  条目 ${name}扣分 2 分 { 每 ${name} 扣 0.1 分 }`).join("\n")}
}
排名 全体 按 总分 并列 同名次
`;
const rows = Array.from({ length: SUBJECTS }, (_, row) => [
  `单位${row + 1}`,
  ...names.map((_, at) => String((row * 7 + at * 13) % 11)),
]);
const content = { rubric, tables: [{ role: "subjects", name: "", header: ["名称", ...names], rows }] };

const debian = "/usr/bin/chromium";
const browser = await chromium.launch({
  ...(existsSync(debian) ? { executablePath: debian } : {}),
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({ locale: "zh-CN" });
await page.goto(pathToFileURL(join(built, "yardstick.html")).href);
await page.locator("ys-ranking-list [role=row][data-key]").first().waitFor();

const found = await page.evaluate(
  async ({ project, runs }) => {
    const { store } = document.querySelector("yardstick-playground");
    const next = () =>
      new Promise((resolve) => {
        const end = store.subscribe(["evaluation"], () => {
          if (store.good?.rubric !== store.rubric) return;
          end();
          resolve();
        });
      });
    const first = next();
    await store.projects.begin(project, true);
    await first;
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const blocked = [];
    new PerformanceObserver((list) => blocked.push(...list.getEntries().map(({ duration }) => duration))).observe({
      entryTypes: ["longtask"],
    });
    const times = [];
    for (let run = 0; run < runs; run++) {
      const at = store.rubric.indexOf("扣 0.") + 4;
      const answered = next();
      const begun = performance.now();
      store.editRubric([{ span: [at, at + 1], text: String(1 + (run % 2)) }]);
      await answered;
      times.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    return { times, blocked };
  },
  { project: content, runs: RUNS },
);
await browser.close();

const median = (list) => Math.round([...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0);
console.log(
  JSON.stringify({
    subjects: SUBJECTS,
    criteria: CRITERIA,
    runs: RUNS,
    medianToResult: median(found.times),
    longestToResult: Math.round(Math.max(...found.times)),
    longestBlock: Math.round(Math.max(0, ...found.blocked)),
  }),
);
