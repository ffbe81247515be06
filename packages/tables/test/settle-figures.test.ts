// Who decides between figures that differ: the department responsible, the newest file, or none.

import { expect, test } from "vitest";
import { settleFigures, type TableFacts } from "../src/settle-figures.js";

const file = (department: string | null, modified: number | null): TableFacts => ({
  isPresent: false,
  file: "f",
  department,
  modified,
});
const present: TableFacts = { isPresent: true, file: "data.csv", department: null, modified: 9 };

function settled(
  tables: readonly TableFacts[],
  values: readonly string[],
  rule: "owner" | "newest" | null,
  owners = ["甲"],
) {
  const figures = values.map((value, table) => ({ value, table, row: { row: table } as never }));
  const outcome = settleFigures(figures, { tables, owners, rule: rule as never, chosen: null });
  return outcome.kind === "conflict" ? `${outcome.why} ${String(outcome.settled)}` : outcome.kind;
}

test("a figure that is there is changed by the department responsible alone", () => {
  expect(settled([present, file("甲", 1)], ["1", "2"], null)).toBe("changed");
  expect(settled([present, file("乙", 1)], ["1", "2"], null)).toBe("not-owner null");
  expect(settled([present, file("乙", 1)], ["1", "1"], null)).toBe("same");
  expect(settled([present, file(null, 1)], ["1", "2"], null)).toBe("changed");
  expect(settled([present, file("乙", 1)], ["1", "2"], null, [])).toBe("changed");
});

test("of figures that differ the one of the department responsible is taken where that is asked, and only one has it", () => {
  expect(settled([file("甲", 1), file("乙", 2)], ["1", "2"], null)).toBe("differ null");
  expect(settled([file("甲", 1), file("乙", 2)], ["1", "2"], "owner")).toBe("differ 0");
  expect(settled([file("甲", 1), file("甲", 2)], ["1", "2"], "owner")).toBe("differ null");
  expect(settled([file("丙", 1), file("乙", 2)], ["1", "2"], "owner")).toBe("differ null");
});

test("the newest file is taken where that is asked, and one is newer than all others", () => {
  expect(settled([file("甲", 1), file("乙", 2)], ["1", "2"], "newest")).toBe("differ 1");
  expect(settled([file("甲", 3), file("乙", 2)], ["1", "2"], "newest")).toBe("differ 0");
  expect(settled([file("甲", 2), file("乙", 2)], ["1", "2"], "newest")).toBe("differ null");
  expect(settled([file("甲", null), file("乙", null)], ["1", "2"], "newest")).toBe("differ null");
});
