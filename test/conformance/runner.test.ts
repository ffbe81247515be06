/**
 * The runner for other implementations: it passes what is expected, and nothing else; and the built packages pass it as another process.
 */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { allCases, failuresOf, requestOf, runCases, type NamedCase } from "./run.mjs";

const cases = allCases();
const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a case expects, as an answer. */
const expected = ({ expect: wanted }: NamedCase) => {
  const diagnostics = (wanted.diagnostics ?? []).map((each) => ({ ...each, severity: "error" }));
  return { ...wanted, ...(wanted.diagnostics === undefined ? {} : { diagnostics }) };
};

/** A value with one of the texts, numbers and flags in it changed: that at `place` of all of them. */
function changed(value: unknown, place: { at: number }): unknown {
  if (Array.isArray(value)) return value.map((each) => changed(each, place));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, changed(each, place)]));
  place.at -= 1;
  return place.at === -1 ? [value, "changed"] : value;
}

/** How many texts, numbers and flags are in a value. */
const leavesIn = (value: unknown): number =>
  typeof value === "object" && value !== null
    ? Object.values(value).reduce((count: number, each) => count + leavesIn(each), 0)
    : 1;

it("passes no expected result to an implementation", () => {
  for (const [id, one] of cases.entries()) expect(requestOf(one, id)).not.toHaveProperty("expect");
});

it("passes the results that are expected, and fails with any value of them changed", async () => {
  const { passed, leftOut, failures } = await runCases(cases, ({ id }) => expected(cases[id]!));
  expect({ passed, leftOut, failures }).toEqual({ passed: cases.length, leftOut: 0, failures: [] });
  for (const [index, one] of cases.entries()) {
    const subjects = (one.expect.subjects ?? []).map(({ absentParts: _, ...each }) => each);
    const count = leavesIn(subjects);
    if (count === 0) continue;
    const answer = { ...expected(one), subjects: changed(subjects, { at: index % count }) };
    expect(failuresOf(one, answer), `${one.construct}: ${one.name}`).not.toEqual([]);
  }
});

it("fails with an error, a subject or a code too many, and with parts that must not be there", () => {
  const find = (has: (one: NamedCase["expect"]) => boolean) => cases.find((one) => has(one.expect))!;
  const text = find(({ diagnostics }) => diagnostics !== undefined);
  const more = { code: "other", severity: "error", span: [0, 1] };
  expect(failuresOf(text, { ...expected(text), diagnostics: [...expected(text).diagnostics!, more] })).not.toEqual([]);
  expect(failuresOf(text, { ...expected(text), diagnostics: [] })).not.toEqual([]);
  const without = find((one) => one.without !== undefined);
  const code = without.expect.without?.[0];
  expect(failuresOf(without, { diagnostics: [{ code, severity: "warning", span: [0, 1] }] })).not.toEqual([]);
  const scored = find(({ subjects }) => (subjects?.length ?? 0) > 1);
  expect(failuresOf(scored, { subjects: scored.expect.subjects!.slice(1) })).not.toEqual([]);
  const absent = find(({ subjects }) => subjects?.some(({ absentParts }) => absentParts !== undefined) === true);
  const parts = Object.fromEntries(absent.expect.subjects!.flatMap(({ absentParts = [] }) => absentParts.map((path) => [path, "1"])));
  const withParts = absent.expect.subjects!.map((each) => ({ ...each, parts: { ...(each["parts"] as object), ...parts } }));
  expect(failuresOf(absent, { ...expected(absent), subjects: withParts })).not.toEqual([]);
});

it("counts what is left out, and is passed by the built packages in a process of their own", async () => {
  expect(await runCases(cases.slice(0, 3), () => ({ leftOut: "no checker" }))).toMatchObject({ passed: 0, leftOut: 3 });
  const args = ["test/conformance/run.mjs", "--only", "use", process.execPath, "test/conformance/answer.mjs"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  expect(stdout).toBe(`${String(allCases("use").length)} passed, 0 failed, 0 left out\n`);
});

it.each([
  ["an unknown construct", ["--only", "none", process.execPath, "test/conformance/answer.mjs"], 2, "no cases of none"],
  ["a command that does not exist", ["--only", "use", "no-such-command"], 1, "no-such-command"],
  ["a command that ends at once", ["--only", "use", process.execPath, "--version"], 1, "JSON"],
  ["a command that answers nothing", ["--only", "use", process.execPath, "--eval", "0"], 1, "the command ended at use"],
])("reports %s", async (_, args, code, message) => {
  const run = promisify(execFile)(process.execPath, ["test/conformance/run.mjs", ...args], { cwd: root });
  await expect(run).rejects.toMatchObject({ code, stderr: expect.stringContaining(message) });
});
