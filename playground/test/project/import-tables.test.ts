// Imported tables replace the previous ones; decisions about rows are kept with the subjects.

import { expect, test } from "vitest";
import { joined, withImported, withRowChoice } from "../../src/project/import-tables.js";

const table = (rows: readonly (readonly string[])[], more: object = {}) => ({
  role: "subjects" as const,
  name: "",
  header: ["名称", "完成"],
  rows,
  ...more,
});

test("a decision about a row is kept in the table; the last one applies", () => {
  const [once] = withRowChoice([table([["合计村", "1"]])], "keep", "合计村");
  expect(once).toMatchObject({ keep: ["合计村"], leave: [] });
  expect(withRowChoice(once === undefined ? [] : [once], "leave", "合计村")[0]).toMatchObject({
    keep: [],
    leave: ["合计村"],
  });
});

test("an import includes its decisions, and several files for one table are concatenated", () => {
  const tables = joined([
    table([["合计村", "1"]], { keep: ["合计村"] }),
    { ...table([["2", "东镇"]]), header: ["完成", "名称"] },
  ]);
  expect(tables).toEqual([
    table(
      [
        ["合计村", "1"],
        ["东镇", "2"],
      ],
      { keep: ["合计村"] },
    ),
  ]);
  expect(withImported([table([])], [table([["合计村", "1"]], { keep: ["合计村"] })])).toEqual([
    table([["合计村", "1"]], { keep: ["合计村"] }),
  ]);
});
