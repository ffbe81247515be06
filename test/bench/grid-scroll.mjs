// Scrolling the grid of cells in real Chromium: frames of the page while 10,000 rows of 60 columns are wheeled through, down, sideways
// and by the bar; and how long a block of 10,000 × 60 cells takes to be pasted. `node test/bench/grid-scroll.mjs [folder of the build]`
// after `npm run build`; prints one line of JSON, milliseconds.

import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { installedBrowser } from "../../scripts/browser.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { chromium } = createRequire(join(root, "test/package.json"))("playwright-core");
const built = process.argv[2] ?? join(root, "playground/dist");
const ROWS = 10_000;
const COLUMNS = 60;

const names = Array.from({ length: COLUMNS - 1 }, (_, at) => `指标${at + 1}`);
const rubric = `考核 "一万行"
满分 100 分
数据 单位 {
  名称: 文本 主键
${names.map((name) => `  ${name}: 计数 次`).join("\n")}
}
大类 全部 100 分 { 条目 一 100 分 { 每 指标1 扣 0.1 分 } }
排名 全体 按 总分
`;
const row = (at) => [`单位${at + 1}`, ...names.map((_, column) => String((at * 7 + column * 13) % 1000))];
const rows = Array.from({ length: ROWS }, (_, at) => row(at));
const content = { rubric, tables: [{ role: "subjects", name: "", header: ["名称", ...names], rows }] };

const browser = await chromium.launch({
  executablePath: installedBrowser(),
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({ locale: "zh-CN", viewport: { width: 1280, height: 720 } });
await page.goto(pathToFileURL(join(built, "yardstick.html")).href);
await page.locator("ys-ranking-list [role=row][data-key]").first().waitFor();
await page.evaluate(async (project) => {
  const { store } = document.querySelector("yardstick-playground");
  store.layout.togglePane("rubric");
  store.layout.togglePane("results");
  await store.projects.begin(project, true);
  await new Promise((resolve) => {
    const end = store.subscribe(["evaluation"], () => {
      if (store.good?.rubric !== store.rubric) return;
      end();
      resolve();
    });
  });
  await store.flush();
}, content);
await page.waitForTimeout(3000);

/** Times between frames while the grid is moved before each: down by the wheel, sideways, or by jumps of the bar. */
const frames = (way) =>
  page.evaluate(async (wanted) => {
    let root = document.querySelector("yardstick-playground").shadowRoot;
    for (const name of ["ys-data-pane", "ys-data-grid"]) root = root.querySelector(name).shadowRoot;
    const room = root.querySelector(".room");
    const move = {
      wheel: () => (room.scrollTop += 100),
      sideways: (step) => (room.scrollLeft += step % 120 < 60 ? 80 : -80),
      bar: (step) => (room.scrollTop = ((step * 7919) % 240) * 1100),
    }[wanted];
    const times = [];
    let before = await new Promise(requestAnimationFrame);
    for (let step = 0; step < 240; step++) {
      move(step);
      const now = await new Promise(requestAnimationFrame);
      times.push(now - before);
      before = now;
    }
    return times;
  }, way);

const at = (list, share) => Math.round([...list].sort((a, b) => a - b)[Math.floor(list.length * share)] * 10) / 10;
const summary = (list) => ({ median: at(list, 0.5), under95: at(list, 0.95), longest: at(list, 0.9999) });
const wheel = summary(await frames("wheel"));
const sideways = summary(await frames("sideways"));
const bar = summary(await frames("bar"));

const pasted = await page.evaluate(
  async (text) => {
    let root = document.querySelector("yardstick-playground").shadowRoot;
    for (const name of ["ys-data-pane", "ys-data-grid"]) root = root.querySelector(name).shadowRoot;
    const grid = root.querySelector("[role=grid]");
    const data = new DataTransfer();
    data.setData("text/plain", text);
    const begun = performance.now();
    grid.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    await new Promise(requestAnimationFrame);
    return Math.round(performance.now() - begun);
  },
  Array.from({ length: ROWS }, (_, index) => row(index + 1).join("\t")).join("\n"),
);
await browser.close();
console.log(JSON.stringify({ rows: ROWS, columns: COLUMNS, wheel, sideways, bar, pasted }));
