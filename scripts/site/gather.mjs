// Gathers the pages of the documentation site from the repository. `gather` returns the pages, the files that they need, the sidebars
// and the links that lead nowhere; `writePages` writes them where VitePress finds them.

import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../workspace.mjs";
import { decisions, folderPages, sections } from "./contents.mjs";
import { addressOf, anchorsOf, pageOf, titleOf } from "./markdown.mjs";

/** What VitePress reads and writes; nothing of it is committed. */
export const built = join(root, "site/dist");

const LANGUAGES = ["en", "zh"];
const read = (file) => readFileSync(join(root, file), "utf8");
const number = (to) => to.match(/\d{4}/u)?.[0] ?? "";
const everyPage = [...sections.flatMap(({ pages }) => pages), ...decisions];

/** For each source its addresses by language and the anchors of its headings. */
function addresses() {
  const found = new Map();
  for (const page of everyPage)
    for (const lang of LANGUAGES) {
      if (page[lang] === undefined || found.has(page[lang])) continue;
      const all = Object.fromEntries(
        LANGUAGES.filter((each) => page[each] === page[lang]).map((each) => [each, addressOf(page.to, each)]),
      );
      found.set(page[lang], { addresses: all, anchors: anchorsOf(read(page[lang])) });
    }
  found.set("decisions/", { addresses: { en: "/decisions/" }, anchors: new Set() });
  return found;
}

/** The list of all decisions as a page. */
const listOfDecisions = () =>
  `# Decisions\n\n${decisions.map(({ to, en }) => `- [${number(to)} ${titleOf(read(en), "en").replace(/^\d+\.? */u, "")}](/${to})`).join("\n")}\n`;

/** The sidebar of a language. What is in English alone is marked in Chinese. */
function sidebarOf(lang) {
  const item = (page) => {
    const isForeign = page[lang] === undefined;
    const title = titleOf(read(page[lang] ?? page.en), lang);
    return { text: isForeign ? `${title}（英文）` : title, link: addressOf(page.to, isForeign ? "en" : lang) };
  };
  return sections.map(({ title, pages, folded }) => ({
    text: title[lang],
    collapsed: folded ?? false,
    items: pages.filter(({ isUnlisted }) => isUnlisted !== true).map(item),
  }));
}

/** All pages by their path in the site, the files that they link to, the sidebars, and the links that lead nowhere. */
export function gather() {
  const pages = addresses();
  const written = new Map();
  const offered = new Set();
  const broken = [];
  const folders = Object.fromEntries(
    Object.entries(folderPages).map(([folder, to]) => [folder, everyPage.find((page) => page.to === to)?.en ?? to]),
  );
  for (const page of everyPage)
    for (const lang of LANGUAGES) {
      const source = page[lang];
      if (source === undefined) continue;
      const report = (from, target) => broken.push(`${from}: ${target}`);
      const text = pageOf({
        source,
        text: read(source),
        lang,
        pages,
        folders,
        offer: (file) => offered.add(file),
        report,
      });
      written.set(`${addressOf(page.to, lang).slice(1)}.md`, text);
    }
  written.set("decisions/index.md", listOfDecisions());
  for (const lang of LANGUAGES) written.set(lang === "zh" ? "zh/index.md" : "index.md", read(`site/home.${lang}.md`));
  const sidebars = {
    en: sidebarOf("en"),
    zh: sidebarOf("zh"),
    decisions: decisions.map(({ to, en }) => ({
      text: `${number(to)} ${titleOf(read(en), "en").replace(/^\d+\.? */u, "")}`,
      link: `/${to}`,
    })),
  };
  return { written, offered, sidebars, broken: [...new Set(broken)] };
}

/** Copies the elements that the samples of the language run in, as they are published, without the file for script tags. */
function copyElements() {
  const dist = join(root, "packages/elements/dist");
  const isNeeded = (path) => !/[/\\](?:types|yardstick-elements\.js)$/u.test(path);
  cpSync(dist, join(built, "pages/public/elements"), { recursive: true, filter: isNeeded });
}

/** Writes the gathered pages, their files and sidebars for VitePress. */
export function writePages({ written, offered, sidebars }) {
  // The API reference is written by another program, and kept while its sources are the same.
  mkdirSync(join(built, "pages"), { recursive: true });
  for (const name of readdirSync(join(built, "pages")))
    if (name !== "api") rmSync(join(built, "pages", name), { recursive: true, force: true });
  const write = (path, text) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  for (const [path, text] of written) write(join(built, "pages", path), text);
  for (const file of offered) {
    const target = join(built, "pages/public/files", file);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(root, file), target);
  }
  copyFileSync(join(root, "playground/public/icon.svg"), join(built, "pages/public/icon.svg"));
  copyElements();
  write(join(built, "sidebars.json"), JSON.stringify(sidebars));
}

/** Writes a page in Chinese for each that is in English alone, which says this and leads there; the search leaves it out. */
export function writeStubs() {
  const home = join(built, "pages");
  for (const path of readdirSync(home, { recursive: true })) {
    const stub = join(home, "zh", path);
    if (!path.endsWith(".md") || path.startsWith("zh/") || existsSync(stub)) continue;
    const text = readFileSync(join(home, path), "utf8");
    // A decision has its Chinese title below the English one.
    const [, title = titleOf(text, "zh")] = /^# .*\n\n\*\*(.*)\*\*$/mu.exec(text) ?? [];
    mkdirSync(dirname(stub), { recursive: true });
    const link = addressOf(path.slice(0, -3), "en");
    writeFileSync(
      stub,
      `---\nsearch: false\n---\n\n# ${title}\n\n本页只有英文：[${title.replaceAll(/[[\]]/gu, "")}](${link})。\n`,
    );
  }
}
