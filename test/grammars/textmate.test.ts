import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar } from "vscode-textmate";
import { beforeAll, describe, expect, it } from "vitest";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const example = read("examples/community-2008/community-2008.rubric").split("\n");

let grammar: IGrammar;

beforeAll(async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(read("grammars/rubric.tmLanguage.json"), "rubric.json"),
  });
  grammar = (await registry.loadGrammar("source.rubric")) as IGrammar;
});

/** Each word of some lines as `word scope`, the scope without its common ends; blanks left out. */
function words(lines: readonly string[]): string[] {
  const found: string[] = [];
  let stack = textmate.INITIAL;
  for (const line of lines) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const text = line.slice(startIndex, endIndex);
      const scope = scopes.at(-1) ?? "";
      if (text.trim() !== "") found.push(`${text} ${scope === "source.rubric" ? "none" : scope.replace(/\.rubric$/, "")}`);
    }
  }
  return found;
}

describe("the TextMate grammar colours", () => {
  it("the head of the example", () => {
    expect(words(example.slice(0, 9))).toEqual([
      ...example.slice(0, 4).map((line) => `${line} comment.line.double-slash`),
      "考核 keyword.other.head",
      '" string.quoted.double',
      "社区工作目标管理量化考核 string.quoted.double",
      '" string.quoted.double',
      "版本 keyword.other.head",
      '" string.quoted.double',
      "2008 string.quoted.double",
      '" string.quoted.double',
      "施行 keyword.other.head",
      "2008-01-01 constant.numeric.date",
      ".. keyword.operator",
      "2008-12-31 constant.numeric.date",
      "满分 keyword.other.head",
      "100 constant.numeric",
      "分 keyword.other.unit",
      "总分 keyword.other.head",
      "保留 keyword.other.head",
      "2 constant.numeric",
      "位小数 keyword.other.head",
    ]);
  });

  it("every keyword and every name of its first forty lines", () => {
    const found = words(example.slice(0, 40));
    expect(found.filter((word) => word.endsWith(" none"))).toEqual([]);
    expect(found).toContain("/// 被考核的社区，一行一个 comment.line.documentation");
    expect(found).toContain("是否 storage.type");
    expect(found).toContain("否 keyword.operator.word");
    expect(found).toContain("主键 storage.type");
    expect(found).toContain("大类 keyword.other.part");
    expect(found).toContain("计划外生育 variable.other");
    expect(found).toContain("// 事前报街道备案、准予缓建支部的 comment.line.double-slash");
  });

  it.each([
    ["扣0.1分", ["扣 keyword.control.line", "0.1 constant.numeric", "分 keyword.other.unit"]],
    ["条目1", ["条目1 variable.other"]],
    ["up to 3 points", ["up to keyword.control.line", "3 constant.numeric", "points keyword.other.unit"]],
    ["适用若 甲", ["适用若 keyword.other.part", "甲 variable.other"]],
    ["班子.总分", ["班子 variable.other", ". punctuation.accessor", "总分 variable.other.member"]],
    ["末位(全街道)", ["末位 support.function", "( punctuation.section", "全街道 variable.other", ") punctuation.section"]],
    ["「按 时」", ["「按 时」 variable.other.quoted"]],
    ["60～80％", ["60 constant.numeric", "～ keyword.operator", "80 constant.numeric", "％ keyword.other.unit"]],
  ])("%s", (line, expected) => {
    expect(words([line])).toEqual(expected);
  });
});
