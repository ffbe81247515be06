// The download size before the first ranking is shown: the page and its Worker with all static imports stay within a
// budget. The form of the rubric, the grid of the data, Monaco, the stage, workbooks and documents are loaded when needed.

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, inject, test } from "vitest";
import { openPage } from "./chromium.js";
import { builtPlayground } from "./launch.js";

const budgets = JSON.parse(readFileSync(new URL("../../scripts/size-budgets.json", import.meta.url), "utf8"));
/** Bytes of compressed script. */
const BUDGET: number = budgets["first-view"].bytes;
/** Including the form, which is loaded after the first view. */
const WITH_FORM: number = budgets["first-view-with-form"].bytes;

const assets = join(builtPlayground, "assets");
const textOf = (file: string): string => readFileSync(join(assets, file), "utf8");
const compressed = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(textOf(file), { level: 9 }).length, 0);

/** A script with all its static imports, by file name. */
function withImports(entries: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, imported] of textOf(file).matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
      if (imported !== undefined) visit(imported);
  };
  entries.forEach(visit);
  return found;
}

function only(pattern: RegExp, where: string): string {
  const [, file] = pattern.exec(where) ?? [];
  if (file === undefined) throw new Error(`${pattern} is not in the build`);
  return file;
}

const page = only(
  /<script type="module"[^>]*src="\.\/assets\/([^"]+)"/,
  readFileSync(join(builtPlayground, "index.html"), "utf8"),
);
const worker = only(/[`"'](scoring-worker-[^`"']+\.js)[`"']/, textOf(page));
/** The notes of a result, loaded when there is one. */
const notes = only(/import\([`"']\.\/(notes-[^`"']+\.js)[`"']\)/, textOf(worker));
const data = only(/import\([`"']\.\/(data-pane-[^`"']+\.js)[`"']\)/, textOf(page));
/** The bar over the results, and what it filters with. */
const bar = only(/import\([`"']\.\/(results-bar-[^`"']+\.js)[`"']\)/, textOf(page));
/** The pane of the rubric, in which the form is. */
const rubric = ["rubric-pane", "rubric-editor"].map((name) =>
  only(new RegExp(`import\\([\`"']\\.\\/(${name}-[^\`"']+\\.js)[\`"']\\)`), textOf(page)),
);
const form = only(/import\([`"']\.\/(designer-[^`"']+\.js)[`"']\)/, textOf(rubric[0] ?? ""));
/** The handles between the panes. */
const split = only(/import\([`"']\.\/(split-handle-[^`"']+\.js)[`"']\)/, textOf(page));
/** What the results show below the ranking, where there is some. */
const below = ["pending-list", "result-notes"].map((name) =>
  only(new RegExp(`import\\([\`"']\\.\\/(${name}-[^\`"']+\\.js)[\`"']\\)`), textOf(page)),
);
/** The effects of the blanks that the example waits for: the Worker loads and computes them once the user rests. */
const features = only(/import\([`"']\.\/(features-[^`"']+\.js)[`"']\)/, textOf(worker));
const impacts = only(/import\([`"']\.\/(impacts-[^`"']+\.js)[`"']\)/, textOf(features));
/** The example of a first visit, and the list that it is in. */
const schemes = only(/import\([`"']\.\/(schemes-[^`"']+\.js)[`"']\)/, textOf(page));
const example = only(/import\([`"']\.\/(community-2008-[^`"']+\.js)[`"']\)/, textOf(schemes));

test("the first view keeps to its budget of compressed script, page and Worker together", () => {
  const files = withImports([page, worker]);
  expect(files.size).toBeGreaterThan(3);
  expect(compressed(files)).toBeLessThanOrEqual(BUDGET);
});

test("with the form of the rubric it keeps to its budget: page and Worker share the language", () => {
  expect(compressed(withImports([page, worker, ...rubric, form]))).toBeLessThanOrEqual(WITH_FORM);
});

test("no part of the parser is in two files", () => {
  const files = readdirSync(assets).filter((file) => file.endsWith(".js"));
  const holding = (mark: string) => files.filter((file) => textOf(file).includes(mark));
  // An error of the parser, and one of the messages.
  expect(["MismatchedTokenException", "读不出规则"].map((mark) => holding(mark).length)).toEqual([1, 1]);
});

test("a browser that opens it loads these, the form, the data, the handles between the panes, the notes of the result, the bar over it, the effects of its blanks, the pane of the rubric and what belongs to the example, and nothing else until requested", async () => {
  const opened = await openPage(`${inject("playground")}icon.svg`, { locale: "zh-CN" });
  const fetched: string[] = [];
  opened.on("response", (response) => {
    if (new URL(response.url()).pathname.endsWith(".js")) fetched.push(basename(new URL(response.url()).pathname));
  });
  await opened.goto(inject("playground"));
  await opened.locator("ys-ranking-list [role=row][data-key]").first().waitFor();
  await opened.locator("ys-designer .doc").waitFor();
  await opened.locator("ys-example-banner").waitFor();
  await opened.locator("ys-results-bar select").first().waitFor();
  const banner = only(/import\([`"']\.\/(example-banner-[^`"']+\.js)[`"']\)/, textOf(page));
  const allowed = withImports([
    page,
    worker,
    schemes,
    example,
    form,
    data,
    notes,
    bar,
    split,
    ...rubric,
    ...below,
    features,
    impacts,
    banner,
  ]);
  expect(fetched.filter((file) => !allowed.has(file))).toEqual([]);
  expect(fetched).toContain(page);
});
