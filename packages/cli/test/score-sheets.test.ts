// Score sheets: in one page, in a folder or in an archive, the same sheets as `explain` gives.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { unpack, zipEntries } from "../../tables/src/archive/zip.js";
import { folderWith, yardstick } from "./command.js";

const KEYS = ["东", "A/B", "a_b", "..", "notice"];
const RUBRIC = `rubric "sheets"
total 10 points
data c { name: text key, n: count }
item a 10 points { per n deduct 1 point }
ranking all by score
`;
const FILES = { "a.rubric": RUBRIC, "data.csv": `name,n\n${KEYS.map((key, row) => `${key},${row}`).join("\n")}\n` };

const sheets = (cwd: string, out: string, lang = "en") =>
  yardstick(["score", "a.rubric", "--format", "html", "--sheets", "--out", out, "--lang", lang], { cwd });

const explained = async (cwd: string, key: string) =>
  (await yardstick(["explain", "a.rubric", key, "--format", "html", "--lang", "en"], { cwd })).out;

/** The texts in an archive by name. */
function pagesIn(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(
    [...zipEntries(bytes).values()].map((entry) => {
      const pieces: Uint8Array[] = [];
      unpack(bytes, entry, { left: 1e9 }, (piece) => void pieces.push(piece));
      return [entry.name, Buffer.concat(pieces).toString()];
    }),
  );
}

describe("score sheets", () => {
  test.each(["pages/", "pages"])("are files of a folder named %s", async (out) => {
    const cwd = folderWith(out.endsWith("/") ? FILES : { ...FILES, "pages/other.txt": "kept" });
    expect(await sheets(cwd, out)).toMatchObject({ code: 0, err: "" });
    const names = ["notice.html", "东.html", "A_B.html", "a_b 2.html", "_.html", "notice 2.html"];
    expect(readdirSync(join(cwd, "pages")).toSorted()).toEqual(
      [...names, ...(out.endsWith("/") ? [] : ["other.txt"])].toSorted(),
    );
    for (const [at, key] of KEYS.entries())
      expect(readFileSync(join(cwd, "pages", names[at + 1] ?? ""), "utf8")).toBe(await explained(cwd, key));
    const notice = await yardstick(["score", "a.rubric", "--format", "html", "--lang", "en"], { cwd });
    expect(readFileSync(join(cwd, "pages/notice.html"), "utf8")).toBe(notice.out);
  });

  test("are entries of an archive, the same bytes each time", async () => {
    const cwd = folderWith(FILES);
    for (const out of ["a.zip", "b.ZIP"]) expect(await sheets(cwd, out, "en")).toMatchObject({ code: 0 });
    const bytes = readFileSync(join(cwd, "a.zip"));
    expect(readFileSync(join(cwd, "b.ZIP"))).toEqual(bytes);
    const pages = pagesIn(bytes);
    expect([...pages.keys()]).toEqual(["notice.html", "东.html", "A_B.html", "a_b 2.html", "_.html", "notice 2.html"]);
    expect(pages.get("东.html")).toBe(await explained(cwd, "东"));
    await sheets(cwd, "zh.zip", "zh");
    expect([...pagesIn(readFileSync(join(cwd, "zh.zip"))).keys()]).toContain("公示.html");
  });

  test("of many subjects in one page are said to open slowly, in both languages", async () => {
    const rows = Array.from({ length: 201 }, (_, row) => `u${row},${row % 5}`).join("\n");
    const cwd = folderWith({ ...FILES, "data.csv": `name,n\n${rows}\n` });
    expect((await sheets(cwd, "r.html")).err).toBe(
      "one page has 201 score sheets and opens slowly; with a folder (ending in /) or a .zip file as --out each sheet is a file.\n",
    );
    expect((await sheets(cwd, "r.html", "zh")).err).toContain("一个页面中有 201 张评分表");
    expect((await sheets(cwd, "r.zip")).err).toBe("");
    expect(pagesIn(readFileSync(join(cwd, "r.zip"))).size).toBe(202);
  });

  test.each(["zh", "en"])("are of pages only, and an archive has nothing else (%s)", async (lang) => {
    const cwd = folderWith(FILES);
    const score = (...more: readonly string[]) => yardstick(["score", "a.rubric", "--lang", lang, ...more], { cwd });
    for (const format of ["table", "json", "ndjson", "csv", "xlsx"]) {
      const ended = await score("--format", format, "--sheets", "--out", "r.out");
      expect(ended).toMatchObject({ code: 2, out: "", err: expect.stringContaining("--sheets") });
      expect(await score("--format", format, "--out", "r.zip")).toMatchObject({
        code: 2,
        err: expect.stringContaining("--format html --sheets"),
      });
      expect(await score("--format", format, "--out", "pages/")).toMatchObject({
        code: 3,
        err: expect.stringContaining("pages/"),
      });
    }
    expect((await score("--format", "html", "--out", "r.zip")).code).toBe(2);
    expect((await score("--format", "html", "--out", "pages/")).code).toBe(3);
    expect(readdirSync(cwd).toSorted()).toEqual(["a.rubric", "data.csv"]);
  });

  test("of keys that file systems do not take have files in the folder all the same", async () => {
    const keys = ["CON", "长".repeat(100), `${"长".repeat(100)}二`];
    const cwd = folderWith({ ...FILES, "data.csv": `name,n\n${keys.map((key) => `${key},1`).join("\n")}\n` });
    expect(await sheets(cwd, "pages/")).toMatchObject({ code: 0 });
    const cut = `${"长".repeat(65)}…`;
    expect(readdirSync(join(cwd, "pages")).toSorted()).toEqual(
      ["_CON.html", `${cut} 2.html`, `${cut}.html`, "notice.html"].toSorted(),
    );
  });

  test("into a place that cannot be written give exit code 3", async () => {
    const cwd = folderWith({ ...FILES, file: "" });
    const { code, err } = await sheets(cwd, "file/pages/");
    expect([code, err]).toEqual([3, expect.stringContaining("cannot write")]);
  });
});
