// What holds of every suffix, those that are yet to come included: generated lines have any of the vocabulary, by what it takes.

import { rational } from "@yardstick/exact";
import type { RestrictionRole } from "@yardstick/language/program";
import { describe, expect, test } from "vitest";
import type { Explanation, LineExplanation, PartExplanation } from "../src/index.js";
import { explain } from "../src/index.js";
import { seeded } from "./columnar/seeded.js";
import { deduct, n, per, Rubric } from "./builder.js";
import { explained, lineOf, one } from "./scored.js";

function linesOf({ parts }: Explanation): readonly LineExplanation[] {
  const inside = (part: PartExplanation): readonly LineExplanation[] =>
    part.kind === "section" ? part.parts.flatMap(inside) : part.lines;
  return parts.flatMap(inside);
}

function* explainedLines(): Generator<LineExplanation> {
  for (let seed = 0; seed < 300; seed += 1) {
    const { program, data } = seeded(seed);
    const key = data.subjects.columns[program.key]?.[seed % data.subjects.rows];
    const explanation = typeof key === "string" ? explain(program, data, key) : null;
    if (explanation !== null) yield* linesOf(explanation);
  }
}

const lines = [...explainedLines()];

describe("the suffixes of a line that is explained", () => {
  test("hold back the difference between gross and net, exactly", () => {
    // A waiver also settles what is awaited, and then nothing can be said of how much it held back.
    const known = lines.filter(
      ({ gross, net, restrictions }) =>
        gross !== null && net !== null && restrictions.every(({ heldBack }) => heldBack !== null),
    );
    expect(known.length).toBeGreaterThan(1_000);
    for (const { gross, net, restrictions } of known) {
      const heldBack = restrictions.reduce((sum, each) => sum.add(rational(each.heldBack ?? "0")), rational("0"));
      expect(rational(net ?? "0").add(heldBack)).toEqual(rational(gross ?? "0"));
    }
  });

  test("act once each, and every one of them acts somewhere", () => {
    const met = new Map<RestrictionRole, number>();
    for (const { restrictions } of lines) {
      const roles = restrictions.map(({ role }) => role);
      expect(new Set(roles).size).toBe(roles.length);
      for (const { role, heldBack } of restrictions)
        if (heldBack !== null && heldBack !== "0") met.set(role, (met.get(role) ?? 0) + 1);
    }
    expect([...met.keys()].sort()).toEqual(["cap", "double", "floor", "halve", "highest", "waiver"]);
  });

  test("are the same as those named by cap, highestPer and waiver", () => {
    for (const { restrictions, cap, highestPer, waiver } of lines) {
      const named = { cap, highest: highestPer, waiver };
      for (const [role, found] of Object.entries(named))
        expect(found?.heldBack).toBe(restrictions.find((each) => each.role === role)?.heldBack);
    }
  });
});

describe("a limit", () => {
  const build = (): Rubric => {
    const rubric = new Rubric();
    rubric.item("条目", "10", [deduct(n("1"), { per: per(rubric.count("X")), cap: rubric.number("上限") })]);
    return rubric;
  };

  test("is read also where the effect is pending, and is not pending itself then", () => {
    const line = lineOf(explained(build(), [{ 名称: "甲", 上限: "3" }]), "条目");
    expect([line.outcome, line.reads.map(({ name }) => name)]).toEqual(["pending", ["X", "上限"]]);
    expect(one(build(), {}).awaiting.map(({ field }) => field)).toEqual(["X"]);
  });

  test("is pending where there is something to limit, and not asked where there is nothing", () => {
    expect(one(build(), { X: "2" }).awaiting.map(({ field }) => field)).toEqual(["上限"]);
    expect(one(build(), { X: "0" }).score).toBe("10.00");
  });
});
