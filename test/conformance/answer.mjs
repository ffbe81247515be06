// This implementation as `run.mjs` asks it: one case a line on standard input, one answer a line on standard output. Runs the built packages;
// an adapter of another implementation has the same form.

import { createInterface } from "node:readline";
import { evaluateColumns, runTests } from "@yardstick/engine";
import { analyse, render } from "@yardstick/language";
import { readTables } from "@yardstick/tables";
import { compile, usedResults } from "yardstick";

const table = (role, value) =>
  value === undefined ? [] : [{ role, file: `${role}.json`, format: "json", text: JSON.stringify(value) }];

function usedBy({ program, uses }, given) {
  return program.uses.map(({ path }, index) => {
    const rubric = uses[index];
    const data = given?.[path]?.data;
    if (rubric == null || data === undefined) return new Map();
    return usedResults(rubric.score(readTables(rubric.program, table("subjects", data))));
  });
}

function answer({ rubric: source, data, constants, history, scenario, period, uses, wants }) {
  const diagnostics = wants.includes("diagnostics")
    ? analyse(source).findings.map((each) => {
        const { code, severity, span } = render(each, "en");
        return { code, severity, span: [...span] };
      })
    : [];
  const { rubric } = compile(source, { load: (path) => uses?.[path]?.rubric ?? null, lang: "en" });
  if (rubric === null || wants.every((want) => want === "diagnostics")) return { diagnostics };
  const { program } = rubric;
  const sources = [...table("subjects", data), ...table("constants", constants), ...table("history", history)];
  const dataset = { ...readTables(program, sources), used: usedBy(rubric, uses) };
  const { subjects, requirements, policies, problems } = evaluateColumns(program, dataset, {
    scenario: scenario ?? null,
    period: period ?? null,
  });
  return {
    diagnostics,
    subjects,
    requirements,
    policies,
    problems,
    ...(wants.includes("tests") ? { tests: runTests(program) } : {}),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ id: request.id, ...answer(request) })}\n`);
}
