// What a text must hold to have a form never leaves out a form that it has.

import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { normalText } from "../src/clause/normal-text.js";
import { heldBy, holdsAll, needsOf, setsOf } from "../src/form/needs.js";
import { forms } from "../src/match/attempt.js";
import { piecesOf } from "../src/match/pieces.js";

describe("of an expression", () => {
  test.each([
    // Expression, texts that hold what it needs, texts that do not.
    ["每(?:次|人)扣\\d分", ["每次扣1分"], ["每次扣分", "每扣1分", "次扣1分"]],
    ["(?:每)?次(?<V>扣|加)?", ["次"], ["每"]],
    ["[扣加](?=分)", ["扣"], ["分"]],
    ["[^扣]分{1,3}", ["分"], ["扣"]],
    ["a{0,2}b*c+", ["c"], ["ab"]],
    ["(?<!参)加|减", ["加", "减"], ["参"]],
    ["[\\d.]+", ["."], ["a"]],
    ["(?:一|二(?:三|四)?)五", ["一五", "二五"], ["三五", "一"]],
  ])("%s", (source, having, lacking) => {
    const needs = needsOf(setsOf(source));
    for (const text of having) expect([text, holdsAll(heldBy(text), needs)]).toEqual([text, true]);
    for (const text of lacking) expect([text, holdsAll(heldBy(text), needs)]).toEqual([text, false]);
  });
});

describe.each(["zh", "en"] as const)("no form of a stretch of the documents at hand is left out: %s", (lang) => {
  const { single, series, attached, open } = forms();
  const all = [...single[lang], ...series[lang], ...attached[lang], ...open[lang]].flatMap(({ forms: list }) => list);
  const clauses = ["corpus", "public"].flatMap((folder) => {
    const root = fileURLToPath(new URL(`../../../test/documents/${folder}/`, import.meta.url));
    return readdirSync(root).flatMap((name) =>
      readFileSync(`${root}${name}/clauses.tsv`, "utf8")
        .split("\n")
        .map((line) => normalText(line.split("\t")[1] ?? "").text)
        .filter((text) => /[\u4e00-\u9fff]/u.test(text) === (lang === "zh")),
    );
  });

  test("none", () => {
    let fitting = 0;
    const missed: string[] = [];
    for (const clause of clauses) {
      const pieces = piecesOf(clause);
      for (let from = 0; from < pieces.length; from++)
        for (let to = from; to < Math.min(pieces.length, from + 3); to++) {
          const text = clause.slice(pieces[from]?.from, pieces[to]?.to);
          const held = heldBy(lang === "en" ? text.toLowerCase() : text);
          for (const form of all) {
            if (!form.regexp.test(text)) continue;
            fitting++;
            if (!holdsAll(held, form.needs)) missed.push(`${text}: ${form.source}`);
          }
        }
    }
    expect(missed).toEqual([]);
    expect(fitting).toBeGreaterThan(lang === "zh" ? 1_000 : 50);
  });
});
