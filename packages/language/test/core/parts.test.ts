// What parts and the total are reduced to: the kinds of items, weights, ranges, decimals, coefficients and vetoes in numbers and steps.

import { describe, expect, test } from "vitest";
import { coreOf, type CoreProgram } from "../../src/core/index.js";
import { analyse } from "../../src/index.js";
import type { Program } from "../../src/program/index.js";

function programOf(text: string): Program {
  const { program, findings } = analyse(`data c { name: text key, x: number, late: flag }\n${text}\n`);
  if (program === null) throw new Error(findings.map(({ code }) => code).join());
  return program;
}

const core = (text: string): CoreProgram => coreOf(programOf(text));
const part = (text: string, name: string) => core(text).parts.find((each) => each.name === name);

describe("a part", () => {
  test("that is an item begins at its points, and is limited to them", () => {
    expect(part("item a 10 points { per x deduct 1 points }", "a")).toMatchObject({
      start: "10",
      full: "10",
      decimals: null,
      steps: [{ op: "clamp", role: "range", min: "0", max: "10" }],
      addend: { share: "10", scale: "10", sharing: true, steps: [] },
    });
  });

  test("that is a bonus or a penalty counts as it is, and shares nothing", () => {
    const text =
      "item a 10 points { per x deduct 1 points }\nbonus b up to 3 points { per x add 1 points }\npenalty p up to 2 points { per x deduct 1 points }";
    expect(part(text, "b")).toMatchObject({
      start: "0",
      full: "0",
      steps: [{ op: "clamp", min: "0", max: "3" }],
      addend: { scale: null, sharing: false },
    });
    expect(part(text, "p")).toMatchObject({
      start: "0",
      full: "0",
      steps: [{ op: "clamp", min: "-2", max: "0" }],
      addend: { scale: null, sharing: false },
    });
  });

  test("with a weight has it as a share of another scale", () => {
    const text =
      "total 100 points\nitem a 10 points weight 40% { per x deduct 1 points }\nitem b 5 points weight 60% { per x deduct 1 points }";
    expect(part(text, "a")?.addend).toMatchObject({ share: "40", scale: "10" });
    expect(part(text, "b")?.addend).toMatchObject({ share: "60", scale: "5" });
  });

  test("scores a number where it does not apply, or passes on its share", () => {
    const applies = (otherwise: string) =>
      part(
        `item a 10 points applies if late ${otherwise} { per x deduct 1 points }\nitem b 5 points { per x deduct 1 points }`,
        "a",
      )?.applies?.otherwise;
    expect(applies("otherwise full")).toBe("10");
    expect(applies("otherwise 0")).toBe("0");
    expect(applies("otherwise rescale")).toBeNull();
  });
});

test("a coefficient is a step of what it multiplies, the total's rounding and vetoes come behind", () => {
  const { parts, total } = core(
    "item a 10 points { per x deduct 1 points }\ncoefficient k x applies to a\ncoefficient m x applies to total\nveto v if late { score 0 }\nveto w if late { unranked }",
  );
  expect(parts[0]?.addend.steps).toMatchObject([{ op: "multiply", coefficient: 0 }]);
  expect(total).toMatchObject({
    steps: [{ op: "multiply", coefficient: 1 }],
    rounding: { op: "round", step: "1/100", mode: "half-up" },
    vetoes: [
      { op: "veto", veto: 0, zeroes: true },
      { op: "veto", veto: 1, zeroes: false },
    ],
  });
});

test("the same program has the same core, and a line keeps its rule in a program with other points", () => {
  const program = programOf("item a 10 points { per x deduct 1 points }\nitem b 5 points { per x deduct 1 points }");
  const again = coreOf({ ...program, parts: program.parts.map((each) => ({ ...each, points: "20" })) });
  expect(coreOf(program)).toBe(coreOf(program));
  const rules = ({ parts }: CoreProgram) => parts.flatMap((each) => (each.kind === "item" ? each.rules : []));
  expect(rules(again)[0]).toBe(rules(coreOf(program))[0]);
  expect(rules(again)).toHaveLength(2);
});
