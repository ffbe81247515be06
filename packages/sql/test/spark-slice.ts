// One slice of `npm run long -- spark`: pairs of a generated rubric and its data, each by a seed of its own, on Spark and by the reference.
// `PYTHON MASTER FIRST COUNT`; prints a line of JSON for each hundred pairs, with what was refused by code, or the first pair that differs.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { agreementOf } from "./agreement.js";
import { dataTables } from "./data-tables.js";
import { seededPair } from "./seeded-pairs.js";
import { sparkViews } from "./spark-tables.js";

const [python = "python3", master = "", script = "", first = "0", count = "1", isAll] = process.argv.slice(2);
const session = spawn(python, [join(script), master], { stdio: ["pipe", "pipe", "ignore"] });
const answers = createInterface({ input: session.stdout })[Symbol.asyncIterator]();

interface Answer {
  readonly rows?: readonly (readonly unknown[])[];
  readonly error?: string;
}

async function next(): Promise<unknown> {
  const { value, done } = await answers.next();
  if (done === true) throw new Error("the session of Spark ended");
  return JSON.parse(value);
}

async function rows(statements: readonly string[]): Promise<readonly (readonly unknown[])[]> {
  session.stdin.write(`${JSON.stringify(statements)}\n`);
  const answer = (await next()) as Answer;
  if (answer.rows === undefined) throw new Error(answer.error);
  return answer.rows;
}

process.stdout.write(`${JSON.stringify(await next())}\n`);
const connection = { rows: (text: string) => rows(text.split(/(?<=^SET [^\n]*);\n/u)) };
const refused: Record<string, number> = {};
let [values, done] = [0, 0];
for (let seed = Number(first); seed < Number(first) + Number(count); seed += 1) {
  const { program, data } = seededPair(seed);
  const { made, tables } = dataTables(program, data);
  const prepare = () => rows(sparkViews(made));
  const agreement = await agreementOf(program, data, connection, prepare, { dialect: "spark", tables });
  values += agreement.values;
  done += 1;
  for (const code of new Set(agreement.leftOut)) refused[`${code} in part`] = (refused[`${code} in part`] ?? 0) + 1;
  if (agreement.refused !== null) refused[agreement.refused] = (refused[agreement.refused] ?? 0) + 1;
  if (agreement.difference !== null) {
    process.stdout.write(`${JSON.stringify({ seed, difference: agreement.difference })}\n`);
    if (isAll === undefined) break;
  } else if (done % 20 === 0) process.stdout.write(`${JSON.stringify({ done, values, refused })}\n`);
}
process.stdout.write(`${JSON.stringify({ done, values, refused })}\n`);
session.stdin.end();
