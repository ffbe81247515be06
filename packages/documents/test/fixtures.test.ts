// One table as Word, WPS and Excel put it on the clipboard, with their namespaces, styles and conditional comments, and as LibreOffice
// saves it: one reading, whatever wrote it. The files are written by hand after what these programs write.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readDocument, type DocumentSource } from "../src/index.js";

const root = join(import.meta.dirname, "fixtures");
const files = readdirSync(root).toSorted();

const sourceOf = (file: string): DocumentSource =>
  file.endsWith(".html")
    ? { html: readFileSync(join(root, file), "utf8") }
    : { bytes: new Uint8Array(readFileSync(join(root, file))), name: file };

test("there are the clipboards and the file", () => {
  expect(files).toEqual(["excel.html", "libreoffice.docx", "word.html", "wps-sheet.html", "wps-writer.html"]);
});

describe.each(files)("%s", (file) => {
  const reading = readDocument(sourceOf(file));

  test("has the outline with its sums", () => {
    expect(reading.failures).toEqual([]);
    expect(reading.outline.title).toBe("护理考核细则");
    expect(reading.outline.total).toBe("15");
    expect(reading.outline.sums).toEqual([]);
    expect(
      reading.outline.sections.map(({ name, points, items }) => [
        name,
        points,
        items.map((item) => [item.name, item.points]),
      ]),
    ).toEqual([
      [
        "质量",
        "15",
        [
          ["文书", "10"],
          ["礼仪", "5"],
        ],
      ],
    ]);
  });

  test("has the clauses and the draft of the others", () => {
    expect(reading.clauses.map(({ text, state }) => [text, state])).toEqual([
      ["漏项的,每处扣0.5分", "read"],
      ["丙级病历一份扣5分", "read"],
      ["涂改扣1分", "read"],
      ["有效投诉一次扣2分", "read"],
    ]);
    expect(reading.draft().text).toBe(readDocument(sourceOf("word.html")).draft().text);
  });

  test("nothing of styles, comments or properties is read", () => {
    expect(JSON.stringify(reading.blocks)).not.toMatch(/扣9分|mso|Mso|urn:|Liberation/u);
  });
});
