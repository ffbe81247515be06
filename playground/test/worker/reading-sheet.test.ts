// A document as the reading screen shows it: nothing is left out, and what is counted is what is shown.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { analyse } from "@yardstick/language";
import type { ReadingSheet } from "../../src/protocol/reading-sheet.js";
import { clausesIn, openQuestion, sectionsIn } from "../../src/store/reading-session.js";
import { isDocument, readingSheet } from "../../src/worker/reading-sheet.js";
import { sample } from "../../src/worker/sample.js";

const corpus = new URL("../../../test/documents/corpus/", import.meta.url);
const documents = readdirSync(corpus).map((name) => {
  const folder = new URL(`${name}/`, corpus);
  const file = readdirSync(folder).find((each) => each.startsWith("source.")) ?? "";
  return { name, source: { bytes: new Uint8Array(readFileSync(new URL(file, folder))), name: file } };
});

const bare = (text: string): string => text.normalize("NFKC").replaceAll(/[^\p{L}\p{N}]/gu, "");

function check(sheet: ReadingSheet): void {
  const clauses = clausesIn(sheet);
  expect(clauses.map(({ number }) => number)).toEqual(clauses.map((_, at) => at + 1));
  for (const state of ["read", "asks", "judged", "not-read", "not-a-rule"] as const)
    expect(clauses.filter((clause) => clause.state === state).length).toBe(sheet.clauses[state]);
  const shown = clauses.filter(({ state }) => state !== "not-a-rule").flatMap(({ figures }) => figures);
  expect(shown.length).toBe(sheet.figures.used + sheet.figures.unused);
  for (const { state, rules, pieces, figures, questions, reason } of clauses) {
    const drawn = pieces.flatMap(({ figure }) => (figure === null ? [] : [figure]));
    expect(drawn).toEqual([...figures.keys()]);
    for (const [at, { text }] of figures.entries())
      expect(bare(pieces.find(({ figure }) => figure === at)?.text ?? "")).toContain(bare(text));
    for (const { figure } of rules.flatMap((rule) => rule.pieces))
      if (figure !== null) expect(figures[figure]).toBeDefined();
    // A rule is shown where one is taken or proposed, and nowhere else.
    if (state === "not-read" || state === "not-a-rule") expect(rules).toEqual([]);
    expect(reason !== null).toBe(state === "not-read");
    expect(questions.some(({ chosen }) => chosen === null)).toBe(state === "asks");
  }
  expect(sheet.errors).toEqual([]);
}

describe.each(documents)("$name", ({ source }) => {
  const sheet = readingSheet({ source, answers: {}, marked: {} }, "zh");

  test("every clause is shown once, in its state, with its figures", () => check(sheet));

  test("is the same in English, with English rules", () => {
    const english = readingSheet({ source, answers: {}, marked: {} }, "en");
    check(english);
    expect(english.clauses).toEqual(sheet.clauses);
    expect(analyse(english.draft).program).not.toBeNull();
  });

  test("the draft has a ranking, and sample data for it", () => {
    expect(sheet.draft).toMatch(/^排名 /mu);
    const tables = sample({ rubric: sheet.draft, subjects: 5, seed: 1 }, "zh");
    expect(tables?.[0]?.rows.length).toBe(5);
  });

  test("an open question shows the rules of its marked option", () => {
    const asking = clausesIn(sheet).find((clause) => (openQuestion(clause)?.options.length ?? 0) > 1);
    const question = asking === undefined ? null : openQuestion(asking);
    if (asking === undefined || question === null) return;
    const other = readingSheet({ source, answers: {}, marked: { [question.id]: 1 } }, "zh");
    const answered = readingSheet({ source, answers: { [question.id]: 1 }, marked: {} }, "zh");
    const of = (from: ReadingSheet) => clausesIn(from)[asking.number - 1];
    expect(of(other)?.rules).toEqual(of(answered)?.rules);
    expect(other.draft).toBe(sheet.draft);
  });
});

test("a refused clause is a note of the draft and no open clause", () => {
  const source = { text: "考核\n\n一、工作（10分）\n1.出差错一次扣1分。\n2.迟到视情处理。\n" };
  const before = readingSheet({ source, answers: {}, marked: {} }, "zh");
  const number = clausesIn(before).find(({ text }) => text.includes("出差错"))?.number;
  const after = readingSheet({ source, answers: { [`${String(number)}:refuse`]: 0 }, marked: {} }, "zh");
  expect(clausesIn(after)[(number ?? 0) - 1]).toMatchObject({ state: "not-read", reason: "refused", rules: [] });
  expect(after.draft).toContain("/// 未采用: 出差错一次扣1分");
  expect(after.draft).not.toMatch(/待定 "出差错/u);
});

test("a table of data is no document", () => {
  const text = "名称\t组织生活\t招商\n甲村\t3\t1200\n乙村\t5\t800\n";
  expect(isDocument({ bytes: new TextEncoder().encode(text), name: "data.txt" })).toBe(false);
  const village = documents.find(({ name }) => name === "village");
  expect(village !== undefined && isDocument(village.source)).toBe(true);
});

test("what cannot be read gives the reason and no sections", () => {
  const sheet = readingSheet({ source: { bytes: new Uint8Array(), name: "a.docx" }, answers: {}, marked: {} }, "en");
  expect(sheet.failure).toBe("There is no text in the file.");
  expect(sectionsIn(sheet)).toEqual([]);
});
