// The screens handle any name of a subject, field, section, item, ranking, level, unit or list.

import { describe, expect, test } from "vitest";
import { withProblemTexts } from "../../src/worker/problem-texts.js";
import { Evaluator } from "../../src/worker/evaluate.js";
import { sheet as sheetOf } from "../../src/worker/sheet.js";
import { gridView } from "../../src/store/grid-view.js";
import { rankingView } from "../../src/store/ranking-view.js";

const names = [
  "constructor",
  "__proto__",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "isPrototypeOf",
  "__defineGetter__",
  "length",
  "prototype",
];

/** The same project with one name throughout: a plain one, or one that plain objects inherit. */
function project(name: string) {
  const rubric = `rubric "r"
total 10 points
data subject {
  key: text key
  year: period
  \`${name}\`: count \`${name}\`
  kind: choice(\`${name}\`, other)
}
section \`${name}\` 10 points {
  item \`${name} item\` 10 points { per \`${name}\` deduct 1 point; if kind = \`${name}\` deduct 1 point }
}
output \`${name} output\` = \`${name}\` * 2
ranking \`${name} ranking\` by score
award \`${name} award\` \`${name} ranking\` place 1
grades \`${name} grades\` { \`${name}\`: score >= 8; else: low }
`;
  const rows = [
    [name, "2024", "1", "other"],
    ["plain", "2024", "2", name],
    ["second", "2024", "0", "other"],
  ];
  const history = [
    [name, "2023", "7", "2"],
    ["plain", "2023", "8", "1"],
  ];
  return {
    rubric,
    tables: [
      { role: "subjects" as const, name: "", header: ["key", "year", name, "kind"], rows },
      { role: "history" as const, name: "", header: ["key", "year", "score", `${name} ranking`], rows: history },
    ],
    scenario: null,
    lang: "en" as const,
  };
}

function shown(name: string) {
  const evaluator = new Evaluator();
  const { good, diagnostics } = withProblemTexts(evaluator.evaluate(project(name)), project(name));
  if (good === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const ranking = rankingView(good, `${name} ranking`);
  const grid = gridView(good, project(name).tables, "subjects", "");
  const sheet = sheetOf(evaluator.last!, { key: name, period: "2024" }, "en");
  return {
    diagnostics: diagnostics.map(({ severity, message }) => [severity, message]),
    ranked: ranking.ranked.map(({ key, place, moved, score, grades, awards, bar }) => ({
      key,
      place,
      moved,
      score,
      grades,
      awards,
      bar,
    })),
    outputs: good.result.subjects.map(({ outputs }) => Object.entries(outputs)),
    grid: { columns: grid.columns.map(({ header }) => header), invalid: [...grid.invalid] },
    sheet,
  };
}

/** Without positions in the text, which depend on the length of the name. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (key, each: unknown) => (key === "span" ? null : each));

describe("a project whose names are properties of every object", () => {
  test.each(names)("%s", (name) => {
    const plain = textOf(shown("ordinary"));
    const text = textOf(shown(name));
    expect(text).not.toMatch(/NaN|\[object |native code/);
    expect(text).toBe(plain.replaceAll("ordinary", name));
  });

  test("moves are counted for such a subject, and not without an earlier result", () => {
    const { ranked } = shown("constructor");
    expect(ranked.map(({ key, place, moved }) => [key, place, moved])).toEqual([
      ["second", 1, null],
      ["constructor", 2, 0],
      ["plain", 3, -2],
    ]);
  });
});
