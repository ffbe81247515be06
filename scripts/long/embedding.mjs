// The packages from their tarballs in an empty project, as those who embed them use them: the library in Node 22 and 24, by `import` and by
// `require`, under strict TypeScript, in a Web Worker, in Deno and Bun, with the code of the READMEs; the elements through Vite, webpack and
// esbuild, opened in Chromium under `default-src 'self'`; both in Next.js, on the server and in the client. Adds a line to docs/measured/embedding.md.

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, extname, join } from "node:path";
import { ensureBrowser, installedBrowser } from "../browser.mjs";
import { pack, tarballs } from "../pack.mjs";
import { root } from "../workspace.mjs";
import { buildNextApp, NEXT_TOOLS, serveNextApp } from "./next-app.mjs";
import { nodeOf } from "./node-of.mjs";
import { runReadmes } from "./readme-code.mjs";

const page = join(root, "docs/measured/embedding.md");
const TOOLS = [
  "typescript@6.0.3",
  "esbuild@0.28",
  "webpack@5",
  "webpack-cli",
  "vite@8",
  "deno@2",
  "bun@1",
  ...NEXT_TOOLS,
];
/** Versions of Node besides that of the workspace. */
const NODES = ["24"];

const RUBRIC = `rubric "Reports"
total 10 points
data community { name: text key, late: count times }
item reporting 10 points { per late deduct 0.3 points }
ranking overall by score ties share
`;

/** Compiles, scores and explains; prints the ranking and the number of parts explained. */
const LIBRARY = `const { rubric } = compile(${JSON.stringify(RUBRIC)}, { lang: "en" });
if (rubric === null) throw new Error("no rubric");
const scored = rubric.score([{ name: "A", late: 3 }, { name: "B", late: 1 }]);
const found = scored.ranking("overall").map(({ key, score }) => key + score).join() + " " + String(scored.explain("A")?.parts.length);`;
const EXPECTED = "B9.70,A9.10 1";

const PAGE = `import "@yardstick/elements";
const results = document.createElement("yardstick-results");
const editor = document.createElement("yardstick-editor");
results.id = "reports";
editor.htmlFor = "reports";
results.rubric = ${JSON.stringify(RUBRIC)};
results.data = [{ name: "A", late: 3 }, { name: "B", late: 1 }];
results.addEventListener("yardstick-result", ({ detail }) => {
  document.title = String(detail.result?.subjects.map(({ key, score }) => key + score));
});
document.body.append(results, editor);
`;
const PAGE_TITLE = "A9.10,B9.70";

const html = (script, type) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>-</title><body><script${type} src="./${script}"></script></body></html>`;

/** The project, and a function that runs a command in it and throws with its output where it fails. */
function project(cwd) {
  const bin = join(cwd, "node_modules", ".bin");
  const node = join(cwd, ".node");
  mkdirSync(node, { recursive: true });
  symlinkSync(join(root, "node_modules/.bin/node"), join(node, "node"));
  writeFileSync(join(cwd, "package.json"), JSON.stringify({ name: "embeds", private: true, type: "module" }));
  const elsewhere = process.env.PATH.split(delimiter).filter((folder) => !folder.startsWith(root));
  const env = { ...process.env, PATH: [node, bin, ...elsewhere].join(delimiter), NEXT_TELEMETRY_DISABLED: "1" };
  const call = (command, ...args) => {
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      cwd,
      encoding: "utf8",
      env,
      maxBuffer: 1 << 28,
    });
    if (status !== 0)
      throw new Error(`${command} ${args.join(" ")}: ${error?.message ?? status}\n${stdout}\n${stderr}`);
    return stdout.trim();
  };
  return { call, env };
}

const types = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html; charset=utf-8" };

/** Serves a folder under the strict policy while `use` runs. */
async function served(folder, use) {
  const server = createServer(async ({ url }, response) => {
    const asked = new URL(url, "http://localhost").pathname;
    const path = asked === "/" ? "/index.html" : asked;
    try {
      const body = await readFile(join(folder, path));
      response.setHeader("content-security-policy", "default-src 'self'");
      response.setHeader("content-type", types[extname(path)] ?? "application/octet-stream");
      response.end(body);
    } catch {
      response.writeHead(path === "/favicon.ico" ? 204 : 404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await use(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** Opens the page of a folder until it has scored and shows the text in the editor; whatever it reports fails. */
const opened = (browser, folder, title) => served(folder, (address) => openedAt(browser, address, title));

async function openedAt(browser, address, title) {
  const tab = await browser.newPage();
  const reports = [];
  tab.on("console", (message) => ["error", "warning"].includes(message.type()) && reports.push(message.text()));
  tab.on("pageerror", (error) => reports.push(error.message));
  try {
    await tab.goto(address);
    await tab.waitForFunction((expected) => document.title === expected, title, { timeout: 120_000 });
    if (title === PAGE_TITLE) await tab.waitForSelector(".view-line", { timeout: 120_000 });
  } catch (error) {
    reports.push(error.message);
  } finally {
    await tab.close();
  }
  if (reports.length > 0) throw new Error(reports.join("\n"));
}

/** Each way of embedding, by its name: throws where it does not work. */
function waysOf(cwd, { call, env }, browser) {
  const write = (name, text) => {
    mkdirSync(join(cwd, name, ".."), { recursive: true });
    writeFileSync(join(cwd, name), text);
  };
  const expectPrinted = (found) => {
    if (found !== EXPECTED) throw new Error(`${JSON.stringify(found)} instead of ${JSON.stringify(EXPECTED)}`);
  };
  const typed = `import { compile } from "yardstick";\n${LIBRARY}\nconsole.log(found);\n`;
  const strict = (module, resolution) =>
    call(
      "tsc",
      "--strict",
      "--noEmit",
      "--skipLibCheck",
      "false",
      "--target",
      "es2022",
      "--lib",
      "es2022,dom,dom.iterable",
      "--module",
      module,
      "--moduleResolution",
      resolution,
      "typed.ts",
      "elements.ts",
    );
  write("typed.ts", typed);
  write(
    "elements.ts",
    `import "@yardstick/elements";\nconst results = document.querySelector("yardstick-results")!;\nresults.data = [{ name: "A" }];\nresults.addEventListener("yardstick-result", ({ detail }) => console.log(detail.result?.subjects[0]?.score));\n`,
  );
  write("library.mjs", typed);
  write("library.cjs", `const { compile } = require("yardstick");\n${LIBRARY}\nconsole.log(found);\n`);
  write("server.mjs", `import { ELEMENTS } from "@yardstick/elements";\nconsole.log(Object.keys(ELEMENTS).length);\n`);
  write("page.js", PAGE);
  write("worker.js", `import { compile } from "yardstick";\n${LIBRARY}\npostMessage(found);\n`);
  write("index.html", html("page.js", ' type="module"'));
  const inBrowser = (folder) => opened(browser, join(cwd, folder), PAGE_TITLE);
  /** The ways of using the library in one Node. */
  const inNode = (name, node) => ({
    [`${name} import`]: () => expectPrinted(call(node, "library.mjs")),
    [`${name} require`]: () => expectPrinted(call(node, "library.cjs")),
    [`${name} elements on a server`]: () => {
      if (call(node, "server.mjs") !== "5") throw new Error("not five elements");
    },
    [`${name} code of the READMEs`]: () => runReadmes(cwd, call, node),
  });
  return {
    ...inNode("Node", "node"),
    ...Object.assign({}, ...NODES.map((version) => inNode(`Node ${version}`, nodeOf(version) ?? `node${version}`))),
    "TypeScript node16": () => strict("node16", "node16"),
    "TypeScript bundler": () => strict("esnext", "bundler"),
    Deno: () => expectPrinted(call("deno", "run", "--allow-read", "--node-modules-dir=manual", "library.mjs")),
    Bun: () => expectPrinted(call("bun", "library.mjs")),
    "Web Worker": () => {
      call("esbuild", "worker.js", "--bundle", "--format=esm", "--outfile=out-worker/worker.js");
      write("out-worker/page.js", `new Worker("./worker.js").onmessage = ({ data }) => (document.title = data);\n`);
      write("out-worker/index.html", html("page.js", ""));
      return opened(browser, join(cwd, "out-worker"), EXPECTED);
    },
    Vite: () => {
      call("vite", "build", "--base", "./", "--outDir", "out-vite", "--logLevel", "error");
      return inBrowser("out-vite");
    },
    "Next.js": async () => {
      buildNextApp(cwd, call, LIBRARY, RUBRIC);
      await serveNextApp(cwd, env, async (address, page) => {
        if (!page.includes(`<output>${EXPECTED}</output>`)) throw new Error(`the server sends ${page}`);
        await openedAt(browser, address, PAGE_TITLE);
      });
    },
    // The files of the package are minified; to minify them again takes minutes.
    webpack: () => {
      call(
        "webpack",
        "--mode",
        "production",
        "--no-optimization-minimize",
        "--devtool",
        "false",
        "--entry",
        "./page.js",
        "-o",
        "out-webpack",
      );
      write("out-webpack/index.html", html("main.js", ""));
      return inBrowser("out-webpack");
    },
    esbuild: () => {
      call(
        "esbuild",
        "page.js",
        "--bundle",
        "--splitting",
        "--format=esm",
        "--outdir=out-esbuild",
        "--log-level=error",
      );
      cpSync(
        join(cwd, "node_modules/@yardstick/elements/dist/yardstick-worker.js"),
        join(cwd, "out-esbuild/yardstick-worker.js"),
      );
      write("out-esbuild/index.html", html("page.js", ' type="module"'));
      return inBrowser("out-esbuild");
    },
    "script tag": () => {
      cpSync(
        join(cwd, "node_modules/@yardstick/elements/dist/yardstick-elements.js"),
        join(cwd, "out-script/yardstick-elements.js"),
        { recursive: true },
      );
      write("out-script/page.js", PAGE.replace(/^import .*\n/, ""));
      write(
        "out-script/index.html",
        html("yardstick-elements.js", "").replace("</body>", '<script src="./page.js"></script></body>'),
      );
      return inBrowser("out-script");
    },
  };
}

export async function run() {
  if ((await pack()) !== 0 || (await ensureBrowser()) !== 0) return 1;
  const home = mkdtempSync(join(tmpdir(), "yardstick-embedding-"));
  const { chromium } = createRequire(join(root, "test/package.json"))("playwright-core");
  const executablePath = installedBrowser();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const failed = [];
  const worked = [];
  try {
    const tools = project(home);
    tools.call("npm", "install", "--no-audit", "--no-fund", "--loglevel=error", ...tarballs(), ...TOOLS);
    for (const [name, way] of Object.entries(waysOf(home, tools, browser))) {
      try {
        await way();
        worked.push(name);
        console.log(`${name}: as expected`);
      } catch (error) {
        failed.push(name);
        console.error(`${name}: ${error.message}`);
      }
    }
  } finally {
    await browser.close();
    rmSync(home, { recursive: true, force: true });
  }
  const date = new Date().toISOString().slice(0, 10);
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  const result = failed.length === 0 ? "as expected" : `failed: ${failed.join(", ")}`;
  writeFileSync(page, `${readFileSync(page, "utf8")}| ${date} | ${commit} | ${worked.join(", ")} | ${result} |\n`);
  return failed.length === 0 ? 0 : 1;
}
