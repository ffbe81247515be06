import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { filesInZip, writeWorkbook } from "../src/index.js";

const text = (content: string) => new TextEncoder().encode(content);

describe("an archive of files", () => {
  test("gives its data files by path, without folders, hidden files and others", () => {
    const bytes = zipSync({
      "收表/综治办.csv": text("名称\n甲\n"),
      "收表/~$综治办.xlsx": text("x"),
      "__MACOSX/._a.csv": text("x"),
      "说明.docx": text("x"),
    });
    const found = filesInZip(bytes) ?? [];
    expect(found.map(({ file, bytes: content }) => [file, new TextDecoder().decode(content)])).toEqual([
      ["收表/综治办.csv", "名称\n甲\n"],
    ]);
  });

  test("names files as Chinese Windows programs write them", () => {
    const bytes = zipSync({ "aaaa.csv": text("x") });
    // 综治 in GB18030 in the place of the name, in the local header and in the directory.
    for (let at = 0; at + 4 <= bytes.length; at += 1) {
      if (bytes.subarray(at, at + 4).every((byte) => byte === 0x61)) bytes.set([0xd7, 0xdb, 0xd6, 0xce], at);
    }
    expect(filesInZip(bytes)?.map(({ file }) => file)).toEqual(["综治.csv"]);
  });

  test("is no workbook, and no damaged file", async () => {
    expect(filesInZip(await writeWorkbook({ title: "", sheets: [] }).catch(() => text("")))).toBeNull();
    expect(filesInZip(text("PK\u0003\u0004"))).toBeNull();
    expect(filesInZip(text("名称\n"))).toBeNull();
    const cut = zipSync({ "a.csv": text("x".repeat(500)) });
    expect(filesInZip(cut.subarray(0, cut.length - 30))).toBeNull();
  });
});
