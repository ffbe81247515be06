// A link contains a whole project; other input is rejected with its reason: too large, damaged, or of a newer version.

import { expect, test } from "vitest";
import { MAX_LINK_LENGTH, readSharedHash, sharedHash } from "../../src/storage/share-link.js";

const content = {
  rubric: '考核 "分享"\n',
  tables: [{ role: "subjects" as const, name: "", header: ["名称"], rows: [["甲"], ['乙，"丙"']] }],
};

async function packed(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = Buffer.from(await new Response(stream).arrayBuffer());
  return `#y1.${bytes.toString("base64url")}`;
}

test("a project survives a round trip", async () => {
  const hash = await sharedHash({ name: "分享", content });
  expect(hash).toMatch(/^#y1\.[\w-]+$/u);
  expect(await readSharedHash(hash)).toEqual({ kind: "project", project: { name: "分享", content } });
});

test("an address without a link is ignored", async () => {
  for (const hash of ["", "#", "#top", "#y.1"]) expect(await readSharedHash(hash)).toEqual({ kind: "none" });
});

test("a newer version of the link or its content is distinguished from damage", async () => {
  expect(await readSharedHash("#y2.AAAA")).toEqual({ kind: "newer" });
  expect(await readSharedHash(await packed('{"format":"yardstick-project","version":9}'))).toEqual({ kind: "newer" });
});

test("truncated, foreign and empty links are damaged", async () => {
  const hash = await sharedHash({ name: "分享", content });
  for (const bad of [hash.slice(0, -20), "#y1.", "#y1.%%%", await packed('{"a":1}'), await packed("no JSON")])
    expect(await readSharedHash(bad)).toEqual({ kind: "damaged" });
});

test("the size is checked before and during decompression: a small link with very large content is not read to its end", async () => {
  expect(await readSharedHash(`#y1.${"A".repeat(MAX_LINK_LENGTH)}`)).toEqual({ kind: "too-large" });
  const flood = await packed(" ".repeat(50_000_000));
  expect(flood.length).toBeLessThan(MAX_LINK_LENGTH);
  expect(await readSharedHash(flood)).toEqual({ kind: "too-large" });
});
