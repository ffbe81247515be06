// Dragging a weight on the stage in real Chromium: frames of the page while a thumb moves, and how long one step takes the
// Worker. In: the built playground. Out: a line a size. `node test/bench/demonstrate-drag.mjs [subjects…]`, 10000 and 100000 where
// none are given.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { installedBrowser } from "../../scripts/browser.mjs";

const built = fileURLToPath(new URL("../../playground/dist", import.meta.url));
const types = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
};

const rubric = `rubric "Bench of the stage"
total 100 points
score rounds to 2 decimals
data unit { name: text key; a: number 0 .. 100; b: number 0 .. 100; c: number 0 .. 100; d: number 0 .. 100; late: count }
section party_building 100 points weight 25% within 20% .. 30% { item pa 100 points { earn in proportion a / 100
 per late deduct 1 point } }
section services 100 points weight 35% within 25% .. 45% { item pb 100 points { earn in proportion b / 100 } }
section key_work 100 points weight 25% within 15% .. 35% { item pc 100 points { earn in proportion c / 100 } }
section integrity 100 points weight 15% within 10% .. 20% { item pd 100 points { earn in proportion d / 100 } }
ranking overall by score ties share
grades rating by overall { excellent: quota 20%; else: competent }
`;

function tableOf(count) {
  let seed = 1;
  const figure = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (40 + (Math.floor(seed / 1_024) % 600) / 10).toFixed(1);
  };
  const rows = Array.from({ length: count }, (_, row) => [
    `unit ${row + 1}`,
    figure(),
    figure(),
    figure(),
    figure(),
    String(row % 3),
  ]);
  return { role: "subjects", name: "", header: ["name", "a", "b", "c", "d", "late"], rows };
}

const middle = (values, share = 0.5) => [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN;

async function measure(browser, url, count) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: "en-US" });
  await page.goto(url);
  await page.locator("ys-ranking-list [role=row][data-key]").first().waitFor();
  await page.evaluate(
    async (content) => {
      const db = await new Promise((done) => {
        const opening = indexedDB.open("yardstick");
        opening.onsuccess = () => done(opening.result);
      });
      const tx = db.transaction("projects", "readwrite");
      tx.objectStore("projects").put({
        id: "bench",
        format: 2,
        name: "bench",
        revision: 1,
        kept: 0,
        updated: Date.now() + 600_000,
        ...content,
      });
      await new Promise((done) => (tx.oncomplete = done));
      db.close();
    },
    { rubric, tables: [tableOf(count)] },
  );
  await page.reload();
  await page.getByRole("button", { name: "Demonstrate" }).click({ timeout: 120_000 });
  await page.locator("ys-rank-lines .b1").first().waitFor({ timeout: 180_000 });
  await page.waitForTimeout(4_000);
  await page.evaluate(() => {
    const { store } = document.querySelector("yardstick-playground");
    const asked = store.ask.bind(store);
    globalThis.steps = [];
    globalThis.frames = [];
    store.ask = async (feature, ask) => {
      const begin = performance.now();
      const answer = await asked(feature, ask);
      if (ask.kind === "frame" && ask.isMoving) globalThis.steps.push(performance.now() - begin);
      return answer;
    };
    let last = performance.now();
    const tick = (now) => {
      globalThis.frames.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const box = await page.getByRole("slider", { name: "services" }).boundingBox();
  const y = box.y + box.height / 2;
  const at = (share) => box.x + 6 + share * (box.width - 12);
  await page.mouse.move(at(0.65), y);
  await page.mouse.down();
  await page.evaluate(() => (globalThis.frames.length = 0));
  for (let round = 0; round < 300; round += 1) await page.mouse.move(at(0.65 + 0.2 * Math.sin(round / 20)), y);
  const { steps, frames } = await page.evaluate(() => ({ steps: globalThis.steps, frames: globalThis.frames }));
  await page.mouse.up();
  await page.close();
  const f = (value) => value.toFixed(1);
  console.log(
    `${count} subjects: frame median ${f(middle(frames))} ms, 95% under ${f(middle(frames, 0.95))} ms (${frames.length}); step median ${f(middle(steps))} ms, 95% under ${f(middle(steps, 0.95))} ms (${steps.length})`,
  );
}

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  try {
    const file = join(built, pathname === "/" ? "index.html" : pathname);
    const body = readFileSync(file);
    response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream");
    response.end(body);
  } catch {
    response.statusCode = 404;
    response.end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const url = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({
  executablePath: installedBrowser(),
  args: ["--no-sandbox"],
});
try {
  const sizes = process.argv.slice(2).map(Number);
  for (const size of sizes.length > 0 ? sizes : [10_000, 100_000]) await measure(browser, url, size);
} finally {
  await browser.close();
  server.close();
}
