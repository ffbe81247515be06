// Every clause of the nine documents is said directly or with a detour that the clause guide names. `said.tsv` has the clauses whose
// rule in `clauses.tsv` is missing, was written out before there was a construct for it, or is a detour.

import { analyse, severityOf } from "@yardstick/language";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const here = new URL("./", import.meta.url);

function table(path: string): readonly Readonly<Record<string, string>>[] {
  const [head = "", ...lines] = readFileSync(new URL(path, here), "utf8").trimEnd().split("\n");
  const names = head.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]));
  });
}

const documents = readdirSync(new URL("corpus/", here)).sort();
const clauses = documents.flatMap((document) =>
  table(`corpus/${document}/clauses.tsv`).map(
    (clause) => ({ document, ...clause }) as Readonly<Record<string, string>>,
  ),
);
const said = table("said.tsv");
const page = readFileSync(new URL("../../docs/measured/documents.md", here), "utf8");
const guides = ["en", "zh"].map((lang) =>
  readFileSync(new URL(`../../docs/language/clauses.${lang}.md`, here), "utf8"),
);

const idOf = ({ document, number }: Readonly<Record<string, string>>): string => `${document} ${number}`;

/** A rubric around one rule; a rule that is a part adds its points. */
function rubricOf({ data = "", rule = "" }: Readonly<Record<string, string>>): string {
  const lines = rule.split(" ⏎ ");
  return [
    '考核 "一条"',
    `数据 单位 { 名称: 文本 主键, 期: 期别, 基本分: 数值 分 0 .. 100${data === "" ? "" : `, ${data}`} }`,
    "条目 基本 100 分 { 得 基本分 }",
    ...lines,
  ].join("\n");
}

describe("the clauses of the nine documents", () => {
  test("have each a rule, in their table or in said.tsv", () => {
    const known = new Set(said.map(idOf));
    expect(clauses.filter((clause) => clause["rubric"] === "" && !known.has(idOf(clause))).map(idOf)).toEqual([]);
    const all = new Set(clauses.map(idOf));
    expect(said.map(idOf).filter((id) => !all.has(id))).toEqual([]);
  });

  test.each(said.map((row) => [idOf(row), row] as const))("%s is a sound rule", (_, row) => {
    const { program, findings } = analyse(rubricOf(row));
    expect(findings.filter((found) => severityOf(found) === "error").map(({ code }) => code)).toEqual([]);
    expect(program).not.toBeNull();
  });

  test("name a clause of both guides where they are said with a detour", () => {
    for (const row of said) {
      expect(["direct", "detour"]).toContain(row["how"]);
      if (row["how"] === "detour") expect(row["guide"]).not.toBe("");
      if (row["guide"] === "") continue;
      for (const guide of guides)
        expect([idOf(row), new RegExp(`^${row["guide"]}\\. `, "mu").test(guide)]).toEqual([idOf(row), true]);
    }
  });

  test("are counted on the page", () => {
    const detours = said.filter(({ how }) => how === "detour");
    const rows = documents.map((document) => {
      const own = clauses.filter((clause) => clause["document"] === document).length;
      const indirect = detours.filter((row) => row["document"] === document).length;
      return `| ${document} | ${own} | ${own - indirect} | ${indirect} |`;
    });
    const all = `| all | ${clauses.length} | ${clauses.length - detours.length} | ${detours.length} |`;
    for (const row of [...rows, all]) expect(page).toContain(row);
    for (const row of detours) expect(page).toContain(`| ${row["document"]} ${row["number"]} |`);
  });
});
