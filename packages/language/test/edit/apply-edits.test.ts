import { describe, expect, it } from "vitest";
import { applyEdits } from "@yardstick/language";

describe("edits are applied", () => {
  it("in the places of the text they were made for, in whatever order they come", () => {
    const edits = [
      { span: [4, 5], text: "E" },
      { span: [0, 1], text: "" },
      { span: [2, 2], text: "-" },
    ] as const;
    expect(applyEdits("abcde", edits)).toBe("b-cdE");
  });

  it("one after the other where two insertions share a place", () => {
    expect(
      applyEdits("ab", [
        { span: [1, 1], text: "1" },
        { span: [1, 1], text: "2" },
      ]),
    ).toBe("a12b");
  });

  it("before what is replaced where an insertion stands at its start", () => {
    expect(
      applyEdits("abc", [
        { span: [1, 2], text: "B" },
        { span: [1, 1], text: "-" },
      ]),
    ).toBe("a-Bc");
  });

  it.each([
    [
      "that overlap",
      [
        { span: [0, 2], text: "" },
        { span: [1, 3], text: "" },
      ],
    ],
    [
      "inside what another takes away",
      [
        { span: [0, 3], text: "" },
        { span: [1, 1], text: "x" },
      ],
    ],
    ["beyond the text's end", [{ span: [2, 9], text: "" }]],
    ["that end before they start", [{ span: [2, 1], text: "" }]],
  ] as const)("but none %s", (_, edits) => {
    expect(() => applyEdits("abc", edits)).toThrow(RangeError);
  });
});
