// `npm run new-construct -- suffix NAME …`, `-- item NAME …` or `-- function NAME …`: writes the skeleton of a construct. Everything that the author must
// provide is left as UNWRITTEN, which does not compile in a source and fails the test of a conformance case, so that `tsc -b` and
// `npm test -- test/complete test/conformance` name what is missing.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const usage = `npm run new-construct -- suffix NAME --takes points|group|condition --en WORD --zh WORD
    a suffix of a line: treble-if --takes condition --en "treble if" --zh "三倍 若"
npm run new-construct -- item NAME --reaches above|below --en WORD --zh WORD
    a kind of item: commendation --reaches above --en commendation --zh 表彰项
npm run new-construct -- function NAME --over value|rows --zh WORD
    a function of values or over side rows: product --over rows --zh 乘积`;

const takes = ["points", "group", "condition"];
const overs = { value: "Apply", rows: "Aggregate" };

class Refused extends Error {}

/** The edits of a skeleton: a path below `root`, and a function from the present text (null for a new file) to the new one. */
function suffix(name, { takes: operand, en, zh }) {
  if (!takes.includes(operand) || en === undefined || zh === undefined) throw new Refused(usage);
  const camel = name.replaceAll(/-(.)/gu, (_, letter) => letter.toUpperCase());
  const role = camel[0].toUpperCase() + camel.slice(1);
  const digits = operand === "points" ? " digits: true," : "";
  const row = `  ${role}: { en: ["${en}"], zh: ["${zh}"], group: "line",${digits}
    suffix: { kind: "${name}", takes: "${operand}", role: "${name}",
      name: { zh: UNWRITTEN, en: UNWRITTEN }, offer: { zh: UNWRITTEN, en: UNWRITTEN } },
    says: { zh: UNWRITTEN, en: UNWRITTEN } },
`;
  const key = camel === name ? name : `"${name}"`;
  const message = `  ${key}: { label: UNWRITTEN, text: UNWRITTEN },\n`;
  return [
    ["packages/language/src/vocabulary/vocabulary.ts", before(/^ {2}Unless: /mu, row)],
    [
      `packages/language/src/core/desugar/${name}.ts`,
      () => `/** \`${en} …\`: UNWRITTEN. The available steps are in \`core/nodes/restriction.ts\`. */
import type { DesugarSuffix } from "./desugared.js";

export const ${camel}: DesugarSuffix = ({ span, operand }) => UNWRITTEN;
`,
    ],
    [
      "packages/language/src/core/desugar/restrictions-of.ts",
      (text) =>
        before(
          /^ {2}unless,$/mu,
          camel === name ? `  ${name},\n` : `  "${name}": ${camel},\n`,
        )(before(/^import \{ unless \}/mu, `import { ${camel} } from "./${name}.js";\n`)(text)),
    ],
    [
      "packages/yardstick/src/sheet/step-messages.ts",
      (text) => text.replaceAll(/^ {2}waiver: \{$/gmu, (line) => message + line),
    ],
    [`test/conformance/${name}.json`, () => conformance(name, `per x deduct 1 point ${en} …`)],
  ];
}

/** A kind of item beside the points of its parent. Another side to reach is another `Reach`, whose tables `tsc` names. */
function item(name, { reaches, en, zh }) {
  if (!["above", "below"].includes(reaches) || en === undefined || zh === undefined) throw new Refused(usage);
  const role = name.replaceAll(/(?:^|-)(.)/gu, (_, letter) => letter.toUpperCase());
  const row = `  ${role}: { en: ["${en}"], zh: ["${zh}"], group: "tree",
    item: { form: "${name}", reaches: "${reaches}", name: { zh: "${zh}", en: "${en}" } },
    says: { zh: UNWRITTEN, en: UNWRITTEN } },
`;
  return [
    ["packages/language/src/vocabulary/vocabulary.ts", before(/^ {2}UpTo: /mu, row)],
    [`test/conformance/${name}.json`, () => conformance(name, `per x add 1 point`)],
  ];
}

function aggregateOrApply(name, { over = "value", zh }) {
  const node = overs[over];
  if (node === undefined || zh === undefined) throw new Refused(usage);
  const key = /^\w+$/u.test(name) ? name : `"${name}"`;
  const entry = `  ${key}: builtin(
    "${zh}",
    "${over}",
    [1, 1],
    [UNWRITTEN, UNWRITTEN],
    [UNWRITTEN, UNWRITTEN],
  ),
`;
  return [
    ["packages/language/src/library/builtins.ts", before(/^ {2}highest: builtin\(/mu, entry)],
    [
      "packages/language/src/program/expression.ts",
      (text) => {
        const names = new RegExp(`(interface ${node} extends Node \\{[^}]*?readonly name: )([^;]+);`, "u");
        return text.replace(names, (_, head, list) => `${head}${list} | "${name}";`);
      },
    ],
    [`test/conformance/${name}.json`, () => conformance(name, `let value = ${name}(…)`)],
  ];
}

/** One case without its meaning. */
function conformance(name, line) {
  const holds = { document: "reference", heading: "UNWRITTEN", sentence: "UNWRITTEN" };
  const rubric = ['rubric "lines"', "data community { name: text key, x: count }", `item it 10 points { ${line} }`];
  const subjects = [{ key: "A", score: "UNWRITTEN" }];
  const one = { name: "UNWRITTEN", holds, rubric, data: [{ name: "A", x: 1 }], expect: { subjects } };
  return `${JSON.stringify({ construct: name, cases: [one] }, null, 2)}\n`;
}

function before(place, text) {
  return (source) => {
    if (!place.test(source)) throw new Refused(`${place} was not found: the skeleton and the sources have parted`);
    return source.replace(place, (found) => text + found);
  };
}

const kinds = { suffix, item, function: aggregateOrApply };

/** The options and arguments of the command; one that it does not have shows the usage. */
function parsed(options) {
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch {
    throw new Refused(usage);
  }
}

function main() {
  const options = {
    takes: { type: "string" },
    reaches: { type: "string" },
    en: { type: "string" },
    zh: { type: "string" },
  };
  const { values, positionals } = parsed({ ...options, over: { type: "string" }, root: { type: "string" } });
  const [kind = "", name = ""] = positionals;
  const make = Object.hasOwn(kinds, kind) ? kinds[kind] : null;
  if (make === null || !/^[a-z]+(-[a-z]+)*$/u.test(name)) throw new Refused(usage);
  const root = values.root ?? fileURLToPath(new URL("..", import.meta.url));
  const written = make(name, values).map(([path, change]) => {
    const file = join(root, path);
    const isNew = change.length === 0;
    if (isNew && existsSync(file)) throw new Refused(`${path} is there already`);
    const before = isNew ? "" : readFileSync(file, "utf8");
    const after = change(before);
    if (after === before) throw new Refused(`${path}: the place of the skeleton was not found`);
    return [path, file, after];
  });
  for (const [path, file, text] of written) {
    writeFileSync(file, text);
    console.log(path);
  }
  console.log(`
Replace every UNWRITTEN, and write a sentence with the word in backticks in docs/language/reference.en.md and reference.zh.md.
tsc -b and npm test -- test/complete test/conformance report what is missing.`);
}

try {
  main();
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
