// Checks another implementation by the cases: `node test/conformance/run.mjs [--only CONSTRUCT] COMMAND [ARGUMENT…]` starts the command once,
// writes one case a line to its standard input as JSON, and reads one answer a line from its standard output. README.md has both forms.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const folder = new URL("./", import.meta.url);

/** All cases, each with its construct. */
export function allCases(only = null) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json") && (only === null || name === `${only}.json`))
    .sort()
    .flatMap((name) => {
      const { construct, cases } = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
      return cases.map((one) => ({ ...one, construct }));
    });
}

const textOf = (lines) => lines.join("\n");

/** What the command reads of a case: everything but the expected results, of which only the properties are named. */
export function requestOf({ construct, name, rubric, data, constants, history, scenario, period, uses, expect }, id) {
  const used = Object.entries(uses ?? {}).map(([path, { rubric: lines, data: rows }]) => [
    path,
    { rubric: textOf(lines), data: rows },
  ]);
  return {
    id,
    construct,
    name,
    rubric: textOf(rubric),
    data: data ?? [],
    ...(constants === undefined ? {} : { constants }),
    ...(history === undefined ? {} : { history }),
    ...(scenario === undefined ? {} : { scenario }),
    ...(period === undefined ? {} : { period }),
    ...(uses === undefined ? {} : { uses: Object.fromEntries(used) }),
    wants: [...new Set(Object.keys(expect).map((each) => (each === "without" ? "diagnostics" : each)))],
  };
}

const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Where an answer is not as expected: of records only the properties that are named, of arrays all elements in order. */
function differences(path, expected, found) {
  if (isRecord(expected) && isRecord(found)) {
    return Object.entries(expected).flatMap(([name, value]) => differences(`${path}/${name}`, value, found[name]));
  }
  if (Array.isArray(expected) && Array.isArray(found)) {
    if (expected.length !== found.length) return [`${path}: ${expected.length} expected, ${found.length} found`];
    return expected.flatMap((value, at) => differences(`${path}/${at}`, value, found[at]));
  }
  return JSON.stringify(expected) === JSON.stringify(found)
    ? []
    : [`${path}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`];
}

/** Where the answer to a case is not as the case expects. */
export function failuresOf({ expect }, answer) {
  const { subjects, diagnostics, without, ...others } = expect;
  const failures = differences("", others, answer);
  if (subjects !== undefined) {
    const named = subjects.map(({ absentParts: _, ...each }) => each);
    failures.push(...differences("/subjects", named, answer.subjects));
    for (const [at, { absentParts = [] }] of subjects.entries())
      for (const path of absentParts)
        if (path in (answer.subjects?.[at]?.parts ?? {})) failures.push(`/subjects/${at}/parts: ${path} is there`);
  }
  if (diagnostics === undefined && without === undefined) return failures;
  const found = answer.diagnostics ?? [];
  const codes = new Set((diagnostics ?? []).map(({ code }) => code));
  const counted = found.filter(({ code, severity }) => severity === "error" || codes.has(code));
  const placed = (diagnostics ?? []).map(({ code, span }) => ({ code, span }));
  failures.push(...differences("/diagnostics", placed, counted));
  for (const { code } of found) if (without?.includes(code)) failures.push(`/diagnostics: ${code} is found`);
  return failures;
}

/** Sends each case to `ask`, which answers a request. Returns how many passed and were left out, and the failures. */
export async function runCases(cases, ask) {
  const outcome = { passed: 0, leftOut: 0, failures: [] };
  for (const [id, one] of cases.entries()) {
    const answer = await ask(requestOf(one, id));
    if (answer.leftOut !== undefined) outcome.leftOut += 1;
    else {
      const failures = failuresOf(one, answer);
      if (failures.length === 0) outcome.passed += 1;
      else outcome.failures.push(`${one.construct}: ${one.name}\n  ${failures.join("\n  ")}`);
    }
  }
  return outcome;
}

/** Runs a command that answers each line of its input by a line. Throws where it cannot be started or ends before the last case. */
async function runCommand([command, ...args], cases) {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  await once(child, "spawn");
  // A command that has ended gives no further line, which is reported below.
  child.stdin.on("error", () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  try {
    return await runCases(cases, async (request) => {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`the command ended at ${request.construct}: ${request.name}`);
      const answer = JSON.parse(value);
      if (answer.id !== request.id) throw new Error(`the answer to ${request.id} has the id ${String(answer.id)}`);
      return answer;
    });
  } finally {
    child.stdin.end();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const args = process.argv.slice(2);
  const only = args[0] === "--only" ? args[1] : null;
  const command = only === null ? args : args.slice(2);
  const cases = allCases(only);
  if (command.length === 0 || cases.length === 0) {
    if (cases.length === 0) console.error(`no cases of ${only}`);
    console.error("node test/conformance/run.mjs [--only CONSTRUCT] COMMAND [ARGUMENT…]");
    process.exitCode = 2;
  } else {
    try {
      const { passed, leftOut, failures } = await runCommand(command, cases);
      for (const each of failures) console.log(each);
      console.log(`${passed} passed, ${failures.length} failed, ${leftOut} left out`);
      process.exitCode = failures.length === 0 ? 0 : 1;
    } catch (error) {
      console.error(error.message);
      process.exitCode = 1;
    }
  }
}
