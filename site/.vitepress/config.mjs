// The documentation site. Its pages are gathered from the repository into `dist/pages` by `npm run docs`.

import { readFileSync } from "node:fs";
import { defineConfig } from "vitepress";
import { slugOf } from "../../scripts/site/markdown.mjs";
import { withRubricSamples } from "./rubric-samples.mjs";
import { searchTerms } from "./search-terms.mjs";

// Files of these kinds are files, not pages.
process.env.VITE_EXTRA_EXTENSIONS = "rubric,ebnf,patch";

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const sidebars = read("../dist/sidebars.json");

const chinese = {
  nav: [
    { text: "拟定政策", link: "/zh/guide/policy-staff" },
    { text: "授课讲解", link: "/zh/guide/trainers" },
    { text: "程序开发", link: "/zh/guide/developers" },
    { text: "语言参考", link: "/zh/language/reference" },
    { text: "接口（英文）", link: "/api/" },
    { text: "决定（英文）", link: "/decisions/" },
  ],
  outline: { level: [2, 3], label: "本页内容" },
  docFooter: { prev: "上一页", next: "下一页" },
  darkModeSwitchLabel: "外观",
  lightModeSwitchTitle: "切换为浅色",
  darkModeSwitchTitle: "切换为深色",
  sidebarMenuLabel: "目录",
  returnToTopLabel: "返回顶部",
  langMenuLabel: "切换语言",
  skipToContentLabel: "跳到正文",
  notFound: { title: "没有这一页", quote: "地址有误，或该页已移动。", linkLabel: "返回首页", linkText: "返回首页" },
};

const english = {
  nav: [
    { text: "Policy staff", link: "/guide/policy-staff" },
    { text: "Trainers", link: "/guide/trainers" },
    { text: "Developers", link: "/guide/developers" },
    { text: "Language", link: "/language/reference" },
    { text: "API", link: "/api/" },
    { text: "Decisions", link: "/decisions/" },
  ],
  outline: { level: [2, 3], label: "On this page" },
};

/** Guides and the reference of the language before records. Sent to the browser as text, so it uses nothing outside itself. */
function rankOf(address) {
  if (/^\/(?:zh\/)?(?:guide|language|tables)\//.test(address)) return 2;
  return /^\/(?:zh\/)?(?:measured|decisions|changes|api)\b/.test(address) ? 0.5 : 1;
}

const searchInChinese = {
  button: { buttonText: "搜索", buttonAriaLabel: "搜索" },
  modal: {
    displayDetails: "显示详情",
    resetButtonTitle: "清除",
    backButtonTitle: "关闭",
    noResultsText: "没有找到",
    footer: { selectText: "打开", navigateText: "选择", closeText: "关闭" },
  },
};

export default defineConfig({
  srcDir: "dist/pages",
  outDir: "dist/www",
  cacheDir: "dist/cache",
  title: "Yardstick · 标尺",
  cleanUrls: false,
  head: [["link", { rel: "icon", type: "image/svg+xml", href: "/icon.svg" }]],
  locales: {
    root: {
      label: "English",
      lang: "en",
      description: "Rules of appraisals that run, can be checked, and say why",
      themeConfig: {
        ...english,
        sidebar: {
          "/": sidebars.en,
          "/api/": read("../dist/sidebar-of-api.json"),
          "/decisions/": [{ text: "Decisions", items: sidebars.decisions }],
        },
      },
    },
    zh: {
      label: "中文",
      lang: "zh-CN",
      title: "标尺 · Yardstick",
      description: "把考核办法写成可以运行、可以核对、可以说明理由的规则",
      themeConfig: { ...chinese, sidebar: { "/zh/": sidebars.zh } },
    },
  },
  themeConfig: {
    logo: "/icon.svg",
    search: {
      provider: "local",
      options: {
        detailedView: false,
        locales: { zh: { translations: searchInChinese } },
        miniSearch: {
          options: { tokenize: searchTerms },
          searchOptions: {
            combineWith: "AND",
            fuzzy: 0,
            prefix: true,
            boost: { title: 4, titles: 2, text: 1 },
            boostDocument: rankOf,
          },
        },
      },
    },
  },
  markdown: {
    html: false,
    // Braces in headings are braces.
    attrs: { disable: true },
    anchor: { slugify: slugOf },
    config: withRubricSamples,
    languages: [{ ...read("../../grammars/rubric.tmLanguage.json"), name: "rubric" }],
  },
  // The API pages have many long lines of code, of which the size of a script is no measure.
  vite: { build: { chunkSizeWarningLimit: 4000 } },
});
