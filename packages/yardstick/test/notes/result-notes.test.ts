// That a result leaves nothing without a note: what has no score, what is undecided, tied at a cut or provisional, and what a policy
// or the data leave open.

import { expect, test } from "vitest";
import { compile } from "../../src/index.js";
import { resultNotes } from "../../src/notes/result-notes.js";

const SOURCE = `rubric "notes"
data s {
  name: text key
  x: number points
  open: flag
  pay: number yuan
  level: number
}
item it 100 points { earn x }
veto v if open { no awards }
ranking r by score
grades halves { good: quota 2; else: fair }
grades by_flag { good: open; else: fair }
award w r place 1 .. 3 if level > 1 pays 100 yuan
award paid r place 1 .. 3 pays pay
consequence c if open
output o = level * 2
output middle = mean(x)
require level < 9 "too many levels"
policy mean(level) < 5 "few levels"
`;

const rows = [
  { name: "whole", x: 90, open: false, pay: 5, level: 2 },
  { name: "tied", x: 80, open: false, pay: 5, level: 2 },
  { name: "also tied", x: 80, open: false, pay: 5, level: 2 },
  { name: "no pay", x: 95, open: false, pay: null, level: null },
  { name: "no flag", x: 70, open: null, pay: 5, level: 2 },
  { name: "blank", x: null, open: false, pay: 5, level: 2 },
  { name: "unreadable", x: "about 3", open: false, pay: 5, level: 2 },
];

const { rubric } = compile(SOURCE, { lang: "en" });
if (rubric === null) throw new Error("the rubric does not compile");
const { result, program } = rubric.score(rows);
const notes = resultNotes(result, program);
const named = (kind: string, name: string | null = null) =>
  notes.flatMap((note) =>
    note.kind === kind && (name === null || ("name" in note && note.name === name)) ? note.subjects : [],
  );

test("every subject without a score is in a note of its state", () => {
  for (const status of ["pending", "invalid"] as const) {
    const keys = result.subjects.flatMap((subject) => (subject.status === status ? [subject.key] : []));
    expect(keys.length).toBeGreaterThan(0);
    expect(named(status)).toEqual(keys);
  }
});

test("everything undecided of a subject is in a note of its kind and name", () => {
  const kinds = new Set(result.subjects.flatMap(({ undecided }) => undecided.map(({ kind }) => kind)));
  expect([...kinds].sort()).toEqual(["award", "consequence", "grade", "output", "payment", "requirement", "veto"]);
  for (const { key, undecided } of result.subjects)
    for (const { kind, name } of undecided) expect(named(kind, name), `${kind} ${name}`).toContain(key);
});

test("everything provisional is in a note, and so are ties at a cut, open policies and cells that cannot be read", () => {
  for (const { key, provisional } of result.subjects) {
    for (const name of provisional) {
      const found = notes.filter((note) => note.kind === "provisional" && (note.name ?? "score") === name);
      expect(
        found.flatMap(({ subjects }) => subjects),
        `provisional ${name}`,
      ).toContain(key);
    }
  }
  expect(named("provisional").length).toBeGreaterThan(0);
  expect(named("tie-at-cut")).toEqual(["tied", "also tied"]);
  expect(notes.flatMap((note) => (note.kind === "policy" ? [note.name] : []))).toEqual(["few levels"]);
});
