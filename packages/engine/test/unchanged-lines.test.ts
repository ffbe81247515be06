// A change of weights or points leaves the lines as they are, so that what is derived from a line is found again and not made anew.

import { restrictionsOf } from "@yardstick/language/core";
import type { Program } from "@yardstick/language/program";
import { expect, test } from "vitest";
import { withScenario } from "../src/run/scenario.js";
import { n, Rubric } from "./builder.js";
import { deduct, per } from "./lines.js";

test("a line keeps its steps under a scenario's changes", () => {
  const rubric = new Rubric();
  const late = rubric.count("迟报");
  rubric.item("甲", "10", [deduct(n("1"), { per: per(late), cap: n("3") })]);
  rubric.item("乙", "10", [deduct(n("1"), { per: per(late) })]);
  const program: Program = {
    ...rubric.build(),
    scenarios: [
      {
        name: "加重",
        span: [0, 0],
        changes: [{ kind: "points", part: 0, value: "12", span: [0, 0] }],
      },
    ],
  };
  const changed = withScenario(program, "加重");
  expect(changed.parts[0]?.points).toBe("12");
  const lineOf = (one: Program, part: number) => {
    const item = one.parts[part];
    if (item?.kind !== "item" || item.lines[0] === undefined) throw new Error("no line");
    return item.lines[0];
  };
  for (const part of [0, 1]) expect(restrictionsOf(lineOf(changed, part))).toBe(restrictionsOf(lineOf(program, part)));
});
