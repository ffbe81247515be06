// Hostile and damaged sources, each read in a process of its own: a document or a failure, within two seconds of processor time and 256 MB.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { someOf } from "../../../test/properties.js";
import { damaged, hostile, hostileNames } from "./hostile.js";

const reader = fileURLToPath(new URL("read-file.mjs", import.meta.url));
/** Most milliseconds of processor time that a source may take. */
const MS = 2_000;
const folder = mkdtempSync(join(tmpdir(), "hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Line {
  readonly file?: string;
  readonly ms?: number;
  readonly out?: string;
  readonly megabytes?: number;
}

function read(files: readonly string[]): readonly Line[] {
  const text = execFileSync(process.execPath, [reader, ...files], { encoding: "utf8", timeout: 120_000 });
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
}

// `npm test` takes four of each kind, `npm run long -- whole` all.
// Archives leave little behind and share a process; of texts each has the whole memory for itself.
const ofKind = (kind: string) => hostileNames.filter((name) => name.startsWith(kind));
const archives = ["docx", "xlsx"].map((kind) => someOf(ofKind(kind), 4));
const alone = ["html", "text", "bytes"].flatMap((kind) => someOf(ofKind(kind), 4)).map((name) => [name]);

test.each([...archives, ...alone].map((names) => ({ names })))("$names", ({ names }) => {
  const files = names.map((name, at) => {
    const { ending, bytes } = hostile(name);
    const file = join(folder, `${String(at)}.${ending}`);
    writeFileSync(file, bytes);
    return file;
  });
  const lines = read(files);
  const end = lines.at(-1);
  if (process.env["SHOW"] !== undefined) console.log(names, JSON.stringify(lines));
  const faults = names.flatMap((name, at) => {
    const { out = "nothing", ms = 0 } = lines[at] ?? {};
    // Processor time grows with what else the machine does: of a source beyond the bound the least of three readings counts.
    const again = ms < MS ? [] : [1, 2].map(() => read([files[at] ?? ""])[0]?.ms ?? MS);
    const least = Math.min(ms, ...again);
    return /^(?:threw|nothing)/u.test(out) || least >= MS ? [{ name, out, ms: least }] : [];
  });
  expect(faults).toEqual([]);
  expect(end?.megabytes).toBeLessThan(256);
});

test("300 damaged documents", () => {
  const files = Array.from({ length: 300 }, (_, seed) => {
    const file = join(folder, `${String(seed)}.bin`);
    writeFileSync(file, damaged(seed));
    return file;
  });
  const lines = read(files);
  expect(lines.filter(({ out }) => out?.startsWith("threw"))).toEqual([]);
  expect(lines.filter(({ ms = 0 }) => ms >= MS)).toEqual([]);
  expect(lines.at(-1)?.megabytes).toBeLessThan(256);
});
