import { describe, expect, it } from "vitest";
import { compile, usedResults } from "yardstick";

const source = `total 10 points
data unit { name: text key; done: number 0 ..; due: number 1 .. }
section s 10 points { item x 10 points { earn in proportion done / due } }`;

describe("the part of a result that another rubric reads", () => {
  it.each([
    ["98765", "100000", "247/25"],
    ["1", "3", "333/100"],
    ["2", "3", "667/100"],
  ])("is the section as published, whether or not its decimals end: %s / %s", (done, due, read) => {
    const { rubric } = compile(source);
    const scored = rubric?.score({ subjects: [{ name: "甲", done, due }] });
    const [record] = scored === undefined ? [] : (usedResults(scored).get("甲") ?? []);
    expect(record?.results["s"]).toBe(read);
    expect(record?.results["满分"]).toBe("10");
  });

  it.each([
    ["98765", "100000", "19753/2000"],
    ["1", "3", "333/100"],
  ])("is an item's score as published, not rounded again: %s / %s", (done, due, read) => {
    const { rubric } = compile(source);
    const scored = rubric?.score({ subjects: [{ name: "甲", done, due }] });
    const [record] = scored === undefined ? [] : (usedResults(scored).get("甲") ?? []);
    expect(record?.results["s/x"]).toBe(read);
  });
});
