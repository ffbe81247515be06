// The pages of the documentation site as they are gathered from the repository: no link leads nowhere, code is left as it is, and the
// search finds any part of a Chinese text.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compile } from "yardstick";
import { gather } from "../../scripts/site/gather.mjs";
import { anchorsOf, pageOf, titleOf } from "../../scripts/site/markdown.mjs";
import { wholeRubric } from "../../site/.vitepress/rubric-samples.mjs";
import { searchTerms } from "../../site/.vitepress/search-terms.mjs";

test("no page of the repository has a link that leads nowhere", () => {
  const { written, broken } = gather();
  expect(broken).toEqual([]);
  expect(written.size).toBeGreaterThan(200);
  for (const page of ["index", "guide/policy-staff", "guide/trainers", "guide/developers", "language/reference"])
    for (const home of ["", "zh/"]) expect([...written.keys()]).toContain(`${home}${page}.md`);
});

describe("a page of the site", () => {
  const pages = new Map([
    ["docs/guide/a.en.md", { addresses: { en: "/guide/a" }, anchors: new Set(["first-part"]) }],
    ["docs/guide/a.zh.md", { addresses: { zh: "/zh/guide/a" }, anchors: new Set<string>() }],
    ["docs/both.md", { addresses: { en: "/both", zh: "/zh/both" }, anchors: new Set<string>() }],
  ]);

  /** The text of a page of docs/guide in Chinese, what it offers, and what leads nowhere. */
  function page(text: string) {
    const [offered, broken] = [[] as string[], [] as string[]];
    const found = pageOf({
      source: "docs/guide/a.zh.md",
      text,
      lang: "zh",
      pages,
      folders: {},
      offer: (file) => offered.push(file),
      report: (_, target) => broken.push(target),
    });
    return { body: found.replace(/^---\n[\s\S]*?\n---\n\n/u, ""), offered, broken };
  }

  test.each([
    ["[a](a.en.md#first-part)", "[a](/guide/a#first-part)"],
    ["[`a`](a.zh.md) and `[b](c.md)`", "[`a`](/zh/guide/a) and `[b](c.md)`"],
    ["[both](../both.md)", "[both](/zh/both)"],
    ["[sources](../../packages/cli/src)", "sources"],
    ["[elsewhere](https://example.org/a.md)", "[elsewhere](https://example.org/a.md)"],
    ["写明在试验台中\n怎样做。", "写明在试验台中怎样做。"],
    ["- 一\n- 二", "- 一\n- 二"],
    ["so:\n\n    yardstick check a\n\nthen", "so:\n\n```sh\nyardstick check a\n```\n\nthen"],
    ["是：\n\n    npm test  # 试\n\n“甲”", "是：\n\n```sh\nnpm test  # 试\n```\n\n“甲”"],
    ["- a\n\n    in the list", "- a\n\n    in the list"],
    ["```\n[x](nowhere.md)\n    y {{z}}\n```", "```\n[x](nowhere.md)\n    y {{z}}\n```"],
    ["<!-- output: a -->\ntext {{x}}", "text { {x}}"],
  ])("has %j as %j", (text, expected) => {
    const { body, broken } = page(text);
    expect({ body, broken }).toEqual({ body: expected, broken: [] });
  });

  test.each(["a.md", "a.en.md#second-part", "../b/c.md#x", "../../no-such-folder", "#none"])("reports the link %s", (target) => {
    expect(page(`[x](${target})`).broken).toEqual([target]);
  });

  test("offers the files of the repository that it shows", () => {
    expect(page("![map](../architecture.svg)")).toMatchObject({
      body: "![map](/files/docs/architecture.svg)",
      offered: ["docs/architecture.svg"],
    });
  });
});

test("titles and addresses of headings", () => {
  expect(titleOf("# Security · 安全\n", "zh")).toBe("安全");
  expect(titleOf("# 标尺 · Yardstick\n", "zh")).toBe("标尺");
  expect(titleOf("# `yardstick` in pages\n", "zh")).toBe("yardstick in pages");
  expect([...anchorsOf("# A, b!\n## 嵌入，八行\n## A b\n```\n# no\n```\n")]).toEqual(["a-b", "嵌入八行", "a-b-1"]);
});

describe("the search", () => {
  /** Whether a question finds a text: each of its terms begins a term of the text. */
  const finds = (question: string, text: string) => {
    const terms = searchTerms(text);
    return searchTerms(question).every((asked) => terms.some((term) => term.startsWith(asked)));
  };

  test.each(["一票否决", "否", "决", "票否", "否决权", "Ｘ１", "x1", "per", "keep-row"])("finds %s", (question) => {
    expect(finds(question, "行使一票否决权；per x1 deduct，--keep-row")).toBe(true);
  });

  test.each(["否票", "权决", "ledger"])("does not find %s", (question) => {
    expect(finds(question, "行使一票否决权；per x1 deduct")).toBe(false);
  });
});

test.each(["reference", "clauses"].flatMap((page) => [`${page}.en.md`, `${page}.zh.md`]))(
  "samples of %s open in the page without an error",
  (page) => {
    const text = readFileSync(new URL(`../../docs/language/${page}`, import.meta.url), "utf8");
    let setup = "";
    let count = 0;
    const refused: string[] = [];
    for (const [, kind, body = ""] of text.matchAll(/^```rubric(?: (\S+))?\n([\s\S]*?)^```$/gmu)) {
      if (kind === "setup") setup = body;
      const source = wholeRubric(kind, setup, body);
      count += 1;
      const errors = source === null ? [] : compile(source).diagnostics.filter(({ severity }) => severity === "error");
      for (const { message } of errors) refused.push(`${message}\n${source}`);
    }
    expect(count).toBeGreaterThan(15);
    expect(refused).toEqual([]);
  },
);
