// What `yardstick schema` writes of a rubric is true: data of the examples keeps to it, is read without a problem and scores the same;
// data with one wrong cell neither keeps to it nor is read.

import { Ajv2020 } from "ajv/dist/2020.js";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { cellIdentity } from "@yardstick/engine";
import { decimalOrQuotient, rational } from "@yardstick/exact";
import type { Field, Program } from "@yardstick/language/program";
import { readTables } from "@yardstick/tables";
import { afterAll, describe, expect, it } from "vitest";
import { someOf } from "./properties.js";
import { compile, dataSchema, dataTypes, type Dataset, type Rubric, type Row } from "yardstick";

const examples = fileURLToPath(new URL("../examples/", import.meta.url));
const root = dirname(examples);
const scratch = mkdtempSync(join(tmpdir(), "yardstick-data-types-"));
afterAll(() => rmSync(scratch, { recursive: true }));

interface Example {
  readonly name: string;
  readonly rubric: Rubric;
  readonly dataset: Dataset;
}

/** The examples that use no other rubric, with their data. */
const found: Example[] = readdirSync(examples, { withFileTypes: true, recursive: true }).flatMap((entry) => {
  if (!entry.isFile() || !entry.name.endsWith(".rubric")) return [];
  const path = join(entry.parentPath, entry.name);
  const { rubric } = compile(readFileSync(path, "utf8"));
  if (rubric === null || rubric.program.uses.length > 0) return [];
  const bytes = (name: string) => readFileSync(join(entry.parentPath, name));
  const has = (name: string) => existsSync(join(entry.parentPath, name));
  const dataset = readTables(rubric.program, [
    { role: "subjects", file: "data.csv", format: "csv", bytes: bytes("data.csv") },
    ...(has("history.csv")
      ? [{ role: "history", file: "history.csv", format: "csv", bytes: bytes("history.csv") } as const]
      : []),
    ...rubric.program.lists.flatMap(({ name }) =>
      has(`${name}.csv`)
        ? [{ role: "list", name, file: `${name}.csv`, format: "csv", bytes: bytes(`${name}.csv`) } as const]
        : [],
    ),
  ]);
  return [{ name: relative(examples, path), rubric, dataset }];
});

/** A cell as the schema asks for it. */
function plain(program: Program, { type }: Field, cell: Dataset["constants"][number]): Row[string] {
  const value = cellIdentity(cell);
  if (value === null) return null;
  if (type.kind === "level") return program.choices[type.choice]?.levels[Number(value)]?.name;
  if (type.kind !== "number") return value;
  const scale = rational(type.form === "percent" ? "1/100" : (type.unit?.scale ?? "1"));
  return decimalOrQuotient(rational(String(value)).div(scale)) + (type.form === "percent" ? "%" : "");
}

type Rows = { [column: string]: Row[string] | Rows[] }[];

function plainRows({ rubric: { program }, dataset }: Example): Rows {
  return Array.from({ length: dataset.subjects.rows }, (_, row) =>
    Object.fromEntries(
      program.fields.map((field, at) => {
        if (field.type.kind !== "list")
          return [field.name, plain(program, field, dataset.subjects.columns[at]?.[row] ?? null)];
        const side = dataset.lists[field.type.list];
        const columns = program.lists[field.type.list]?.columns ?? [];
        const own = (side?.owner ?? []).flatMap((owner, index) => (owner === row ? [index] : []));
        const rows = own.map((index) =>
          Object.fromEntries(
            columns.map((column, c) => [column.name, plain(program, column, side?.columns[c]?.[index] ?? null)]),
          ),
        );
        return [field.name, rows];
      }),
    ),
  );
}

/** A value that a cell of the type cannot have. */
function wrong({ type }: Field): unknown {
  switch (type.kind) {
    case "text":
    case "period":
      return { a: 1 };
    case "number":
      return "many";
    case "flag":
      return "perhaps";
    case "date":
      return "2024-13-45 or so";
    case "level":
      return "no level of this name";
    case "list":
      return "none";
    default:
      return type satisfies never;
  }
}

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, validateFormats: false });

describe.each(someOf(found, 6))("the schema of $name", (example) => {
  const { program } = example.rubric;
  const keeps = ajv.compile(dataSchema(program));
  const rows = plainRows(example);

  it("is kept by its data, which scores as the files do", () => {
    const history = example.dataset.history;
    expect([keeps(rows), keeps.errors]).toEqual([true, null]);
    expect(keeps({ [program.subject]: rows })).toBe(true);
    const scored = example.rubric.score({ subjects: rows as readonly Row[], history });
    expect(scored.toJSON().subjects).toEqual(example.rubric.score(example.dataset).toJSON().subjects);
  });

  it("is not kept with a wrong cell, which is not read either", () => {
    const errorsOf = (data: unknown) =>
      readTables(program, [
        { role: "subjects", file: "data.json", format: "json", text: JSON.stringify(data) },
      ]).problems.filter(({ severity }) => severity === "error");
    expect(errorsOf(rows)).toEqual([]);
    for (const field of program.fields) {
      const changed = rows.map((row, at) => (at === 0 ? { ...row, [field.name]: wrong(field) } : row));
      expect([field.name, keeps(changed)]).toEqual([field.name, false]);
      expect([field.name, errorsOf(changed).length > 0]).toEqual([field.name, true]);
    }
  });

  it("is not kept without a key, with a blank one or with a column of no rubric", () => {
    const { name } = program.fields[program.key]!;
    const [first] = rows;
    for (const row of [
      { ...first, [name]: null },
      { ...first, [name]: " " },
      { ...first, more: "1" },
      { ...first, [name]: undefined },
    ]) {
      expect(keeps(JSON.parse(JSON.stringify([row])))).toBe(false);
    }
    expect(keeps({})).toBe(false);
    expect(keeps({ [program.subject]: 1 })).toBe(false);
  });
});

describe("names that occur twice", () => {
  const { rubric } = compile(
    `rubric "n"
total 10 points
data subjects {
  name: text key
  visits: list {
    name: text
    hours: count times
  }
}
item a 10 points { per sum(visits.hours) deduct 1 point }
`,
    { lang: "en" },
  );
  const keeps = ajv.compile(dataSchema(rubric!.program));
  const visit = { name: "A", hours: 3 };

  it("are those of the key in a table of side rows", () => {
    expect(keeps({ subjects: [{ name: "A" }], visits: [visit] })).toBe(true);
    expect(keeps({ subjects: [{ name: "A", visits: [visit] }] })).toBe(true);
    expect(keeps({ subjects: [{ name: "A" }], visits: [{ ...visit, name: null }] })).toBe(false);
    const scored = rubric!.score({ subjects: [{ name: "A" }], visits: [visit] });
    expect(scored.subjects.map(({ score }) => score)).toEqual(["7.00"]);
  });
});

describe("numbers of the schema", () => {
  const { rubric } = compile(
    `rubric "n"
total 10 points
data unit {
  name: text key
  money: number 万元 0.5 .. 20
  late: count times
  share: percent 0% .. 120% optional
}
item a 10 points {
  per late deduct 1 point
  earn in proportion money / 10 万元
  if share < 50% deduct 1 point
}
`,
    { lang: "en" },
  );
  const keeps = ajv.compile(dataSchema(rubric!.program));
  const row = { name: "A", money: 1, late: 0, share: "50%" };

  it.each([
    [{}, true],
    [{ money: 0.5 }, true],
    [{ money: "0.5" }, true],
    [{ money: null }, true],
    [{ money: 0.4 }, false],
    [{ money: 21 }, false],
    [{ money: "1,000" }, false],
    [{ late: 1.5 }, false],
    [{ late: -1 }, false],
    [{ late: "2" }, true],
    [{ late: "2.5" }, false],
    [{ share: "50" }, false],
    [{ share: 0.5 }, false],
    [{ share: "-3.25%" }, true],
    [{ share: undefined }, true],
    [{ money: undefined }, false],
  ])("%j: %s", (change, isKept) => {
    expect(keeps(JSON.parse(JSON.stringify([{ ...row, ...change }])))).toBe(isKept);
  });
});

describe("the types of the data", () => {
  const awkward = `rubric "it's */ here"
total 10 points
choice size_of (small, very_large)
data class {
  name: text key
  期别: period
  size: size_of
  late: count times
  事项: list {
    note: text
    marks: number points optional
  }
}
constant limit: number points = 3 points
item a 10 points {
  per late deduct 1 point
  if size = small deduct 1 point
}
`;

  it("take the data of the examples, and refuse a wrong cell", { timeout: 120_000 }, () => {
    const programs = [...found.map(({ rubric }) => rubric.program), compile(awkward).rubric?.program].flatMap(
      (p) => p ?? [],
    );
    const files = programs.map((program, at) => {
      const key = program.fields[program.key]!.name;
      writeFileSync(join(scratch, `types${at}.ts`), dataTypes(program));
      const uses = [
        `import type { RowTables } from "yardstick";`,
        `import type { Data } from "./types${at}.js";`,
        `declare const data: Data;`,
        `export const tables: RowTables = data;`,
        `type Subject = Data["subjects"][number];`,
        `declare const subject: Subject;`,
        `export const key: string = subject[${JSON.stringify(key)}];`,
        `// @ts-expect-error: a key is never blank`,
        `export const blank: Subject[${JSON.stringify(key)}] = null;`,
        `// @ts-expect-error: no such column`,
        `export const other = subject["no such column"];`,
        `// @ts-expect-error: the key is missing`,
        `export const empty: Subject = {};`,
      ];
      writeFileSync(join(scratch, `uses${at}.ts`), uses.join("\n"));
      return `uses${at}.ts`;
    });
    symlinkSync(join(root, "test", "node_modules"), join(scratch, "node_modules"));
    writeFileSync(join(scratch, "package.json"), '{ "type": "module" }');
    const options = [
      "--noEmit",
      "--strict",
      "--exactOptionalPropertyTypes",
      "--module",
      "nodenext",
      "--target",
      "es2023",
      "--customConditions",
      "@yardstick/source",
      "--skipLibCheck",
    ];
    const printed = (() => {
      try {
        return execFileSync(join(root, "node_modules", ".bin", "tsc"), [...options, ...files], {
          cwd: scratch,
          encoding: "utf8",
        });
      } catch (error) {
        return (error as { readonly stdout: string }).stdout;
      }
    })();
    expect(printed).toBe("");
    expect(files.length).toBeGreaterThan(5);
  });
});
