// A record with any field damaged is repaired and reports the repair, or is left as it is. Nothing throws, and no text
// is lost.

import { anything, assert, constant, constantFrom, nat, oneof, property, type Arbitrary } from "fast-check";
import { describe, expect, test } from "vitest";
import { clock, moment } from "../../src/views/base/figures.js";
import { projectFile, readProjectFile } from "../../src/storage/project-file.js";
import { defaultPreferences, readPreferences } from "../../src/storage/preferences.js";
import { readRecord, readRevision } from "../../src/storage/records.js";

const content = {
  rubric: 'rubric "r"\ntotal 10 points\n',
  tables: [
    {
      role: "subjects" as const,
      name: "",
      header: ["name", "late"],
      rows: [["甲", "1"], ["乙"], ["合计"]],
      keep: ["合计"],
      leave: ["乙"],
    },
    { role: "list" as const, name: "台账", header: ["name", "what"], rows: [["甲", "迟报"]] },
  ],
  path: "main.rubric",
  others: [
    {
      path: "team/team.rubric",
      rubric: "rubric",
      tables: [{ role: "history" as const, name: "", header: ["a"], rows: [["b"]] }],
    },
  ],
  script: [
    { note: "看这里", view: "robustness", scenario: null, weights: [{ part: "党建", share: "1/4" }], follow: "甲" },
  ],
};
const record = {
  id: "p1",
  format: 2,
  name: "项目",
  revision: 3,
  updated: 1_700_000_000_000,
  kept: 1_700_000_000_000,
  ...content,
};
const revision = { project: "p1", revision: 3, at: 1_700_000_000_000, reason: "edit", ...content };

type Path = readonly (string | number)[];

/** The path of every field, at every depth. */
function* pathsOf(value: unknown, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path;
  if (typeof value !== "object" || value === null) return;
  for (const [key, each] of Object.entries(value))
    yield* pathsOf(each, [...path, Array.isArray(value) ? Number(key) : key]);
}

const GONE = Symbol("gone");

function changed(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  if (rest.length === 0 && by === GONE) delete copy[key];
  else copy[key] = changed(copy[key], rest, by);
  return copy;
}

/** Every text in a value except the keywords that the app itself writes. */
function* textsOf(value: unknown, key = ""): Generator<string> {
  if (typeof value === "string" && !["role", "view", "reason", "format"].includes(key)) yield value;
  if (typeof value === "object" && value !== null)
    for (const [name, each] of Object.entries(value)) yield* textsOf(each, Array.isArray(value) ? key : name);
}

const damage = oneof(
  constantFrom<unknown>(
    GONE,
    null,
    undefined,
    NaN,
    Infinity,
    -Infinity,
    -1,
    0,
    0.5,
    2 ** 53,
    9e15,
    -0,
    1e300,
    true,
    "",
    " ",
    "9",
  ),
  constantFrom<unknown>(
    [],
    {},
    [[]],
    [null],
    ["lost?"],
    { text: "lost?" },
    new Date(NaN),
    new Date(0),
    new Map([["a", "b"]]),
  ),
  anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withSparseArray: true, maxDepth: 3 }),
);
const damaged = (whole: object) => {
  const paths = [...pathsOf(whole)];
  return oneof(constant(1), constant(2), constant(3)).chain((times) =>
    Array.from({ length: times }).reduce<Arbitrary<unknown>>(
      (value) =>
        value.chain((before) =>
          nat(paths.length - 1).chain((at) =>
            damage.map((by) => {
              try {
                return changed(before, paths[at] ?? [], by);
              } catch {
                // The parent of this path is damaged already.
                return before;
              }
            }),
          ),
        ),
      constant<unknown>(whole),
    ),
  );
};
const runs = { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 5_000) };

/** The written text is in the opened project. Cells with only spaces are ignored. */
function expectAllTexts(before: unknown, after: unknown, repairs: readonly string[]): void {
  const kept = new Set(textsOf(after));
  const lost = [...textsOf(before)].filter((text) => text.trim() !== "" && !kept.has(text));
  expect({ lost, repairs }).toEqual({ lost: [], repairs });
}

/** The fields that a record has; others are not copied. */
const known = ({ id, name, rubric, tables, path, others, script }: Record<string, unknown>) => ({
  id,
  name,
  rubric,
  tables,
  path,
  others,
  script,
});

describe("a project's record", () => {
  test("with any fields damaged opens completely, or is left as it is", () => {
    assert(
      property(damaged(record), (value) => {
        const read = readRecord(value, 7);
        if (read === null) return;
        const { value: opened, repairs } = read;
        expect(Number.isInteger(opened.revision) && opened.revision >= 1 && opened.revision + 1 > opened.revision).toBe(
          true,
        );
        expect(clock(opened.updated) + moment(opened.updated) + moment(opened.kept)).not.toMatch(/NaN|Invalid/);
        expect(readProjectFile(projectFile(opened.name, opened))).toMatchObject({ kind: "projects", damaged: 0 });
        expect(readRecord(opened, 0)?.repairs).toEqual([]);
        expectAllTexts(known(value as Record<string, unknown>), opened, repairs);
      }),
      runs,
    );
  });

  test.each([
    ["revision", NaN, ["revision"]],
    ["revision", -1, ["revision"]],
    ["revision", 2 ** 53, ["revision"]],
    ["updated", NaN, ["updated"]],
    ["updated", Infinity, ["updated"]],
    ["updated", 9e15, ["updated"]],
    ["kept", "", ["kept"]],
    ["tables", null, ["tables"]],
    ["tables", [{ role: "subjects", name: "", header: [1], rows: [] }], ["tables[0].header[0]"]],
    ["name", null, ["name"]],
    [
      "script",
      [{}],
      ["script[0].note", "script[0].view", "script[0].scenario", "script[0].weights", "script[0].follow"],
    ],
  ])("with the %s %j opens, and says what was repaired", (field, value, repairs) => {
    expect(readRecord({ ...record, [field]: value }, 7)?.repairs).toEqual(repairs);
  });

  test("continues from the newest kept revision", () => {
    expect(readRecord({ ...record, revision: NaN }, 7)?.value.revision).toBe(8);
  });

  test.each([
    ["rubric", 5],
    ["rubric", null],
    ["tables", { table: "text" }],
    ["tables", [{ role: "subjects", name: "", header: ["a"], rows: [[{ cell: "text" }]] }]],
    ["id", 7],
  ])("with the %s %j is set aside", (field, value) => expect(readRecord({ ...record, [field]: value }, 0)).toBeNull());

  test("that is valid is read unchanged", () => {
    expect(readRecord(record, 0)).toEqual({ value: record, repairs: [] });
    const { others: _o, script: _s, path: _p, ...plain } = record;
    expect(readRecord(plain, 0)).toEqual({ value: plain, repairs: [] });
  });

  test("of an earlier version, which calls the view of robustness firmness, is read without a repair", () => {
    const earlier = { ...record, script: content.script.map((step) => ({ ...step, view: "firmness" })) };
    expect(readRecord(earlier, 0)).toEqual({ value: record, repairs: [] });
  });
});

test("a revision with any fields damaged opens completely, or is skipped", () => {
  assert(
    property(damaged(revision), (value) => {
      const read = readRevision(value);
      if (read === null) return;
      expect(moment(read.at)).not.toMatch(/NaN|Invalid/);
      expectAllTexts(known(value as Record<string, unknown>), { ...read, id: (value as { id?: unknown }).id }, []);
    }),
    runs,
  );
});

test("a project file with any fields damaged opens with what was repaired, or counts as damaged", () => {
  const file = JSON.parse(projectFile("项目", content)) as object;
  assert(
    property(damaged(file), (value) => {
      let written: string;
      try {
        written = JSON.stringify(value) ?? "null";
      } catch {
        return;
      }
      const read = readProjectFile(written);
      if (read.kind !== "projects") return;
      expect(read.projects.length + read.damaged).toBeGreaterThanOrEqual(1);
      for (const { content: opened, name, repairs = [] } of read.projects) {
        const { id: _, ...expected } = known(JSON.parse(written) as Record<string, unknown>);
        expectAllTexts({ ...expected, name: "" }, { ...opened, name }, repairs);
      }
    }),
    runs,
  );
});

test("preferences of any shape are valid after reading, and leave a pane open", () => {
  assert(
    property(damaged({ ...defaultPreferences, closed: ["data", "rubric"], lang: "en", theme: "dark" }), (value) => {
      const read = readPreferences(value);
      expect(readPreferences(read)).toEqual(read);
      expect(read.closed.length).toBeLessThan(3);
      expect(read.columns >= 0.1 && read.columns <= 0.9 && read.rows >= 0.1 && read.rows <= 0.9).toBe(true);
    }),
    runs,
  );
  expect(readPreferences({ closed: ["data", "rubric", "results"] }).closed).toEqual([]);
});
