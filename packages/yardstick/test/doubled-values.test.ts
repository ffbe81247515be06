/** Intermediate values of which each reads the one before it twice: each is looked into once, however often it is reached. */
import { expect, test } from "vitest";
import { compile } from "../src/index.js";

const DEPTH = 26;
/** Without a memo each of these takes minutes. */
const timeout = 4_000;

const doubled = (first: string): string =>
  [`let v0 = ${first}`, ...Array.from({ length: DEPTH }, (_, at) => `let v${at + 1} = v${at} + v${at}`)].join("\n");

const compiled = (field: string, first: string, rest: string) =>
  compile(
    `rubric "r"\ntotal 10 points\ndata c { name: text key, month: period, ${field} }\n${doubled(first)}\n${rest}\n`,
    { lang: "en" },
  );

function scored(field: string, first: string, rest: string) {
  const { rubric, diagnostics } = compiled(field, first, rest);
  if (rubric === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const history = [{ key: "x", period: "2026-01", results: { 总分: "3" } }];
  return { rubric, run: rubric.score({ subjects: [{ name: "x", month: "2026-02", n: "1" }], history }) };
}

const ITEM = `item a 10 points { earn v${DEPTH} up to 10 points }`;

test("an explanation", { timeout }, () => {
  const { run } = scored("n: number points", "n", ITEM);
  expect(JSON.stringify(run.explain("x"))).toContain(String(2 ** DEPTH));
});

test("a value of an earlier period", { timeout }, () => {
  const item = `item a 10 points { earn n up to 10 points }\noutput before = previous(v${DEPTH})`;
  const { run } = scored("n: number points", "score", item);
  expect(run.subjects[0]?.outputs).toEqual({ before: `${3 * 2 ** DEPTH}.00` });
});

test("what a test mentions", { timeout }, () => {
  const given = `${ITEM}\ntest "t" { given { k: 1 point, else: full } expect { score: 10 } }`;
  const { rubric } = scored("n: number points, k: number points", "n", given);
  expect(rubric.test().map(({ passed }) => passed)).toEqual([true]);
});

test("fields to declare as points", { timeout }, () => {
  const { diagnostics } = compiled("n: number", "n", `item a 10 points { earn v${DEPTH} }`);
  expect(diagnostics.flatMap(({ fixes }) => fixes.map(({ title }) => title))).toEqual(['Declare "n" as number points']);
});

test("factors to write as points", { timeout }, () => {
  const { diagnostics } = compiled("n: percent", "n * 0.6", `item a 10 points { earn v${DEPTH} }`);
  expect(diagnostics.flatMap(({ fixes }) => fixes.map(({ title }) => title))).toEqual([
    "Write 60%",
    "Write 0.6 points",
  ]);
});
