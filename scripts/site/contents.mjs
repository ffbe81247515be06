// What is on the documentation site: sections in the order of the sidebar, and the files of the repository that the pages are made of.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "../workspace.mjs";

/** A page whose two languages are two files, `NAME.en.md` and `NAME.zh.md`. */
const twin = (to, base) => ({ to, en: `${base}.en.md`, zh: `${base}.zh.md` });
/** A page that has both languages in one file. */
const shared = (to, file) => ({ to, en: file, zh: file });
/** A page that is in English; the Chinese pages lead to it. */
const english = (to, file) => ({ to, en: file });

const markdownIn = (folder) => readdirSync(join(root, folder)).filter((name) => name.endsWith(".md"));

const isPublic = (folder) =>
  JSON.parse(readFileSync(join(root, "packages", folder, "package.json"), "utf8")).private !== true;

const packagePages = readdirSync(join(root, "packages"))
  .filter((folder) => isPublic(folder))
  .map((folder) => shared(`packages/${folder}`, `packages/${folder}/README.md`));

const examplePages = readdirSync(join(root, "examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: folder }) =>
    ["README", "facts"]
      .filter((name) => markdownIn(`examples/${folder}`).includes(`${name}.md`))
      .map((name) => ({
        to: `examples/${folder}${name === "facts" ? "-facts" : ""}`,
        en: `examples/${folder}/${name}.md`,
        zh: `examples/${folder}/${name}.zh-CN.md`,
        isUnlisted: name === "facts",
      })),
  );

/**
 * Sections of the sidebar. `to` is the address of a page without language and ending, `en` and `zh` its source. `folded` sections are
 * closed at first; an unlisted page is reached by links alone.
 */
export const sections = [
  {
    title: { en: "Begin", zh: "开始" },
    pages: [
      { to: "start", en: "README.md", zh: "README.zh-CN.md" },
      twin("guide/policy-staff", "docs/guide/policy-staff"),
      twin("guide/trainers", "docs/guide/trainers"),
      twin("guide/developers", "docs/guide/developers"),
    ],
  },
  {
    title: { en: "Guides", zh: "指南" },
    pages: [
      twin("guide/jobs", "docs/guide/jobs"),
      twin("guide/documents", "docs/guide/documents"),
      twin("guide/demonstrate", "docs/guide/demonstrate"),
      twin("guide/editors", "docs/guide/editors"),
      twin("guide/embedding", "docs/guide/embedding"),
      twin("guide/queries", "docs/guide/queries"),
    ],
  },
  {
    title: { en: "The language", zh: "语言" },
    pages: ["reference", "card", "clauses", "details"].map((name) => twin(`language/${name}`, `docs/language/${name}`)),
  },
  {
    title: { en: "Tables", zh: "数据文件" },
    pages: ["files", "how-people-write"].map((name) => twin(`tables/${name}`, `docs/tables/${name}`)),
  },
  { title: { en: "Examples", zh: "示例" }, folded: true, pages: examplePages },
  { title: { en: "Packages", zh: "软件包" }, folded: true, pages: packagePages },
  {
    title: { en: "Performance", zh: "性能" },
    folded: true,
    pages: [
      { to: "performance", en: "docs/performance.md", zh: "docs/performance.zh-CN.md" },
      shared("performance-playground", "docs/performance-playground.md"),
      english("performance-demonstrate", "docs/performance-demonstrate.md"),
      ...markdownIn("docs/measured").map((name) => english(`measured/${name.slice(0, -3)}`, `docs/measured/${name}`)),
    ],
  },
  {
    title: { en: "The project", zh: "项目" },
    folded: true,
    pages: [
      shared("architecture", "docs/architecture.md"),
      shared("contributing", "CONTRIBUTING.md"),
      shared("changes", "CHANGELOG.md"),
      shared("security", "SECURITY.md"),
      shared("notices", "THIRD-PARTY-NOTICES.md"),
    ],
  },
];

/** Decisions have a sidebar of their own; their list is written as a page, `decisions/index`. */
export const decisions = markdownIn("docs/decisions").map((name) =>
  english(`decisions/${name.slice(0, -3)}`, `docs/decisions/${name}`),
);

/** Folders that a link may lead to, with the page it leads to instead. */
export const folderPages = {
  "docs/decisions": "decisions/",
  "docs/tables": "tables/files",
  "docs/guide": "guide/policy-staff",
};
