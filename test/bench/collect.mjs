// Collecting and editing with 10,000 subjects and 60 columns, in the built app in a real browser: from a file dropped on the board to its
// preview, as CSV and as XLSX; from a cell edited in the grid to the new ranking and to the frame that shows it, with the tasks that block
// the page for longer than 50 ms, and the processor time of the page and of its Worker (Linux only), which other work on the machine changes less
// than it changes times. `node test/bench/collect.mjs [folder of the build]` after `npm run build`; prints one line of JSON,
// milliseconds, as median and minimum: the minimum is what a machine without other work comes close to.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { writeWorkbook } from "../../packages/tables/dist/index.js";
import { installedBrowser } from "../../scripts/browser.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { chromium } = createRequire(join(root, "test/package.json"))("playwright-core");
const built = process.argv[2] ?? join(root, "playground/dist");
const ROWS = 10_000;
const COLUMNS = 60;
const EDITS = 30;
const PREVIEWS = 5;

const names = Array.from({ length: COLUMNS - 1 }, (_, at) => `指标${at + 1}`);
const rubric = `考核 "一万行"
满分 100 分
数据 单位 {
  名称: 文本 主键
${names.map((name) => `  ${name}: 计数 次`).join("\n")}
}
大类 全部 100 分 { 条目 一 100 分 考核部门 "办公室" { 每 指标1 扣 0.1 分 } }
排名 全体 按 总分
`;
const header = ["名称", ...names];
const rowsWith = (shift) =>
  Array.from({ length: ROWS }, (_, at) => [
    `单位${at + 1}`,
    ...names.map((_name, column) =>
      String((at * 7 + column * 13 + (at % 100 === 0 && column === 3 ? shift : 0)) % 1000),
    ),
  ]);
const content = { rubric, tables: [{ role: "subjects", name: "", header, rows: rowsWith(0) }] };
const handedIn = [header, ...rowsWith(1)];
const csv = Buffer.from(handedIn.map((row) => row.join(",")).join("\n"));
const cellOf = (text, row, column) => ({
  value: row > 0 && column > 0 ? { kind: "number", decimal: text } : { kind: "text", text },
});
const sheet = {
  name: "单位",
  columns: [],
  rows: handedIn.map((row, at) => row.map((text, column) => cellOf(text, at, column))),
};
const xlsx = Buffer.from(await writeWorkbook({ title: "", sheets: [sheet] }));

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
const browser = await chromium.launch({ executablePath: installedBrowser(), args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ locale: "zh-CN", viewport: { width: 1280, height: 720 } });
page.setDefaultTimeout(60_000);
await page.goto(pathToFileURL(join(built, "yardstick.html")).href);
await page.locator("ys-ranking-list [role=row][data-key]").first().waitFor();
await page.evaluate(async (project) => {
  const { store } = document.querySelector("yardstick-playground");
  store.layout.togglePane("rubric");
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

const system = await browser.newBrowserCDPSession();

/** Milliseconds of the processor used so far by the threads of the page's process: the page's own, its Workers', all. */
async function used() {
  const { processInfo } = await system.send("SystemInfo.getProcessInfo");
  const pids = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  const sum = { page: 0, worker: 0, all: 0 };
  for (const pid of pids) {
    const folder = `/proc/${pid}/task`;
    for (const thread of existsSync(folder) ? readdirSync(folder) : []) {
      const name = readFileSync(`${folder}/${thread}/comm`, "utf8");
      const stat = readFileSync(`${folder}/${thread}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      // User and system time in hundredths of a second.
      const time = (Number(fields[11]) + Number(fields[12])) * 10;
      sum.all += time;
      if (Number(thread) === pid) sum.page += time;
      else if (name.startsWith("DedicatedWorker")) sum.worker += time;
    }
  }
  return sum;
}

/** From the request for a preview to its response, several times after one that is not counted. */
async function preview(name, bytes) {
  const base64 = bytes.toString("base64");
  return page.evaluate(
    async ([file, encoded, runs]) => {
      const { store } = document.querySelector("yardstick-playground");
      const content = Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0));
      const files = [{ file, bytes: content, role: "subjects", name: "", encoding: null, sheet: null }];
      const times = [];
      for (let run = 0; run <= runs; run += 1) {
        const begun = performance.now();
        const found = await store.request("collect", { path: store.path, files, answers: {} });
        if (run > 0) times.push(performance.now() - begun);
        if (found.changed.length !== 100) throw new Error(`${found.changed.length} changed cells`);
      }
      return times;
    },
    [name, base64, PREVIEWS],
  );
}

/** The processor time of the Worker for one preview, with that of the one that is not counted among the times. */
async function measured(name, bytes) {
  const before = await used();
  const times = await preview(name, bytes);
  return { times, worker: ((await used()).worker - before.worker) / (PREVIEWS + 1) };
}

const found = { csv: await measured("a.csv", csv), xlsx: await measured("a.xlsx", xlsx) };

/** From an edit of a cell to the ranking, and the tasks over 50 ms meanwhile. */
async function edits(count) {
  return page.evaluate(async (runs) => {
    const { store } = document.querySelector("yardstick-playground");
    const long = [];
    const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
    observer.observe({ type: "longtask" });
    const times = [];
    const painted = [];
    for (let run = 0; run < runs; run += 1) {
      const begun = performance.now();
      const done = new Promise((resolve) => {
        const end = store.subscribe(["evaluation"], () => {
          if (store.evaluation.isStale) return;
          end();
          resolve();
        });
      });
      store.editCell(
        { role: "subjects", name: "", row: (run * 37) % 10_000, column: "指标1" },
        String(1000 + (Math.floor(performance.now()) % 1000)),
      );
      await done;
      times.push(performance.now() - begun);
      // The task after the next frame.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      painted.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
    observer.disconnect();
    return { times, painted, long };
  }, count);
}

await edits(5);
const before = await used();
const normal = await edits(EDITS);
const after = await used();
const session = await page.context().newCDPSession(page);
await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
const slow = await edits(6);
await browser.close();
const rounded = (value) => Math.round(value * 10) / 10;
const spread = (times) => ({ median: rounded(median(times)), minimum: rounded(Math.min(...times)) });
console.log(
  JSON.stringify({
    previewCsv: spread(found.csv.times),
    previewXlsx: spread(found.xlsx.times),
    processorOfPreview: { csv: rounded(found.csv.worker), xlsx: rounded(found.xlsx.worker) },
    edit: spread(normal.times),
    editShown: spread(normal.painted),
    processorOfEdit: Object.fromEntries(
      Object.entries(after).map(([name, time]) => [name, rounded((time - before[name]) / EDITS)]),
    ),
    longestEdit: rounded(Math.max(...normal.times)),
    longTasks: normal.long.map(Math.round),
    editAtQuarterSpeed: spread(slow.times),
    longTasksAtQuarterSpeed: slow.long.length === 0 ? 0 : Math.round(Math.max(...slow.long)),
  }),
);
