import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { builtins, unitWords, vocabulary, type Role } from "@yardstick/language";

interface Definition {
  readonly unicode: boolean;
  readonly tokenizer: Readonly<Record<string, readonly (readonly [string, ...unknown[]] | { readonly include: string })[]>>;
  readonly [group: string]: unknown;
}

const definition = JSON.parse(readFileSync(new URL("../../grammars/monarch.json", import.meta.url), "utf8")) as Definition;
const roles = Object.entries(vocabulary) as [string, Role][];

/** The rules of a state, those it includes in their place. */
function rulesOf(state: string): (readonly [string, ...unknown[]])[] {
  return (definition.tokenizer[state] ?? []).flatMap((rule) => ("include" in rule ? rulesOf(rule.include.slice(1)) : [rule]));
}

/** The first rule that takes something from the start of the text, as Monaco looks for it, and what it takes. */
function first(text: string): { readonly taken: string; readonly action: unknown } {
  for (const [pattern, action] of rulesOf("root")) {
    const taken = new RegExp(`^(?:${pattern})`, "u").exec(text)?.[0];
    if (taken !== undefined && taken !== "") return { taken, action };
  }
  return { taken: "", action: null };
}

describe("the Monarch definition", () => {
  it("has patterns that hold with the `u` flag, which it asks for", () => {
    expect(definition.unicode).toBe(true);
    for (const state of Object.keys(definition.tokenizer)) {
      for (const [pattern] of rulesOf(state)) expect(() => new RegExp(`^(?:${pattern})`, "u")).not.toThrow();
    }
  });

  it("knows every keyword in its group, and reads it as one word", () => {
    const spellings = roles.flatMap(([, { en, zh, group }]) => [...en, ...zh].map((spelling) => ({ spelling, group })));
    for (const { spelling, group } of spellings) {
      const { taken, action } = first(`${spelling} x`);
      expect(taken).toBe(spelling);
      expect(JSON.stringify(action)).toContain(spelling.includes(" ") ? '"keyword.' : `"@${group}":"keyword.${group}"`);
    }
    const listed = [...new Set(roles.map(([, { group }]) => group))].flatMap((group) => definition[group] as string[]);
    const single = roles.flatMap(([, { en, zh }]) => [...en, ...zh]).filter((spelling) => !spelling.includes(" "));
    expect([...listed].sort()).toEqual([...new Set(single)].sort());
  });

  it("knows every function, in both vocabularies", () => {
    for (const [name, { zh }] of Object.entries(builtins)) {
      expect(definition["functions"]).toEqual(expect.arrayContaining([name, zh]));
    }
    expect(first("绝对值 (x)").taken).toBe("绝对值");
  });

  it("reads every unit with its number", () => {
    for (const unit of [...unitWords, "%", "‰"]) expect(first(`2.5 ${unit} x`).taken).toBe(`2.5 ${unit}`);
  });

  it.each([
    ["扣0.1分", "扣"],
    ["条目1 5", "条目1"],
    ["up to 3", "up to"],
    ["up tomorrow", "up"],
    ["适用若 a", "适用若"],
    ["2008年1月31日", "2008年1月31日"],
    ["「按 时」 5", "「按 时」"],
    [".总分 1", ".总分"],
    ["/// 说明", "/// 说明"],
    ["／／ 注", "／／ 注"],
    ["<= 3", "<="],
    ["～ 80", "～"],
    ["、乙", "、"],
    ["｛ ", "｛"],
  ])("takes from %j first %j", (text, taken) => {
    expect(first(text).taken).toBe(taken);
  });

  it("leaves no sign of the language unread", () => {
    for (const sign of "{}｛｝()（）[]［］【】,，、;；。:：.．+＋-－−*＊×/÷^＾=＝≠<＜>＞≤≥～〜~—–…") {
      expect(first(`${sign} 5`).taken).toBe(sign);
    }
  });
});
