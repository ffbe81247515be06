import { describe, expect, it } from "vitest";
import { RubricGrammar } from "../../src/syntax/grammar.js";

describe("the grammar", () => {
  it("is sound: no ambiguity, no left recursion, no rule twice", () => {
    expect(() => new RubricGrammar(true)).not.toThrow();
  });
});
