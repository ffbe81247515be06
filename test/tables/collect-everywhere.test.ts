// The same files are merged into the same tables by a program, by the command line and by the playground, with the same report; several
// files that are scored together give the scores of the merged tables.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "yardstick";
import type { HandedInFile } from "@yardstick/tables";
import { collectTables, departmentProgress, readGrids, readTables } from "@yardstick/tables";
import { collectFiles } from "../../playground/src/worker/collect-files.js";
import { LEDGER, RUBRIC, folderWith, yardstick } from "../../packages/cli/test/command.js";
import { runs } from "../properties.js";

const { rubric } = compile(RUBRIC);
if (rubric === null) throw new Error("the rubric does not compile");
const { program } = rubric;

const KEYS = ["甲社区", "乙社区", "丙社区", "丙 社区", "丁社区"];
const FIGURES: Readonly<Record<string, readonly string[]>> = {
  迟报次数: ["0", "1", "1次", "四次", ""],
  招商完成: ["500", "1,000", "5000000元", ""],
  备注: ["补报", ""],
};
const DATA = {
  role: "subjects" as const,
  name: "",
  header: ["名称", "迟报次数", "招商完成", "招商任务", "安全事故"],
  rows: [
    ["甲社区", "1", "", "500", "0"],
    ["乙社区", "0", "500", "500", "1"],
    ["丙社区", "2", "1000", "500", "0"],
  ],
};
const ledgerLines = LEDGER.trim().split("\n");
const LIST = {
  role: "list" as const,
  name: "台账",
  header: (ledgerLines[0] ?? "").split(","),
  rows: ledgerLines.slice(1).map((line) => line.split(",")),
};
const csvOf = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\n");

const file = fc.subarray(Object.keys(FIGURES), { minLength: 1 }).chain((columns) =>
  fc
    .array(
      fc.tuple(fc.constantFrom(...KEYS), ...columns.map((column) => fc.constantFrom(...(FIGURES[column] ?? [""])))),
      {
        maxLength: 4,
      },
    )
    .map((rows) => csvOf([["名称", ...columns], ...rows])),
);
/** A ledger; `hasRecords`: with the identities of a form, whose rows may have been corrected. */
const ledger = fc
  .record({ rows: fc.subarray([...LIST.rows.keys()]), hasRecords: fc.boolean(), isCorrected: fc.boolean() })
  .map(({ rows, hasRecords, isCorrected }) => {
    const lines = rows.map((at) => {
      const [key = "", what = "", day = ""] = LIST.rows[at] ?? [];
      return [key, what, isCorrected ? "2024-12-31" : day, ...(hasRecords ? [`f-${at}`] : [])];
    });
    return csvOf([[...LIST.header, ...(hasRecords ? ["记录标识（自动生成）"] : [])], ...lines]);
  });
const drawn = fc.array(fc.oneof({ weight: 3, arbitrary: file }, { weight: 1, arbitrary: ledger }), {
  minLength: 1,
  maxLength: 4,
});

test("a program, the command line and the playground merge alike", async () => {
  await fc.assert(
    fc.asyncProperty(drawn, fc.boolean(), async (texts, hasPresent) => {
      const present = hasPresent ? [DATA, LIST] : [];
      const named = texts.map((text, at) => [`in/${at}.csv`, text] as const);
      const handedIn = named.map(([name, text]): HandedInFile => ({
        role: "subjects",
        file: name,
        format: "csv",
        text,
        modified: null,
      }));
      const api = collectTables(program, present, handedIn);

      const there = {
        "data/data.csv": csvOf([DATA.header, ...DATA.rows]),
        "data/台账.csv": csvOf([LIST.header, ...LIST.rows]),
      };
      const cwd = folderWith({ "a.rubric": RUBRIC, ...Object.fromEntries(named), ...(hasPresent ? there : {}) });
      const into = hasPresent ? ["--into", "data"] : ["--out", "data"];
      const { out } = await yardstick(["collect", "a.rubric", "in", ...into, "--format", "json"], { cwd });
      const command = JSON.parse(out);
      for (const part of [
        "tables",
        "new",
        "changed",
        "conflicts",
        "unmatched",
        "nearKeys",
        "aside",
        "unknownColumns",
      ] as const)
        expect(command[part]).toEqual(JSON.parse(JSON.stringify(api[part])));
      expect(command.departments).toEqual(departmentProgress(program, api.tables));
      const [subjects] = api.tables;
      if (subjects !== undefined && subjects !== present[0]) {
        const bytes = readFileSync(join(cwd, "data/data.csv"));
        const written = readTables(program, [{ role: "subjects", file: "data.csv", format: "csv", bytes }]);
        expect(written.subjects).toEqual(readGrids(program, [{ ...subjects, file: "" }]).subjects);
      }

      const files = named.map(([name, text]) => ({
        file: name,
        bytes: new TextEncoder().encode(text),
        role: "subjects" as const,
        name: "",
        encoding: null,
        sheet: null,
      }));
      const app = collectFiles(program, present, { path: "main.rubric", files, answers: {} }, "zh");
      for (const part of ["tables", "files", "new", "changed", "conflicts", "unmatched", "nearKeys", "aside"] as const)
        expect(app[part]).toEqual(api[part]);
      expect(app.after).toEqual(departmentProgress(program, api.tables));
    }),
    runs(0.05),
  );
});
