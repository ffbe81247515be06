import { expect, test } from "vitest";
import { previewPage } from "../src/preview-page.js";

const html = '<!doctype html><html><body class="a"><p>1</p></body></html>';

test("notes are above the page, as text", () => {
  const page = previewPage({ html, notes: ["a <b> & c", "d"], subjects: [] }, "none");
  expect(page).toMatch(/<body class="a"><pre[^>]*>a &lt;b&gt; &amp; c\nd<\/pre><p>1<\/p>/u);
});

test("a result without notes is its page alone", () => {
  expect(previewPage({ html, notes: [], subjects: [] }, "none")).toBe(html);
});

test("without a result the notes are the page, under a policy that allows no script; without notes it says that there is none", () => {
  const page = previewPage({ html: null, notes: ["why"], subjects: [] }, "none");
  expect(page).toContain("default-src 'none'");
  expect(page).toContain(">why<");
  expect(previewPage({ html: null, notes: [], subjects: [] }, "none")).toContain(">none<");
});
