// The street office's appraisal in English names is the Chinese one: the same rubric but for names and texts, and the same numbers.

import { parse } from "@yardstick/language";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../examples/${path}`, import.meta.url)), "utf8");

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** The tree without what a translation changes: names, texts, comments, units and places in the file. */
function shapeOf(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(shapeOf);
  if (!isObject(node)) return node;
  if (node["kind"] === "name") return "name";
  if (node["kind"] === "text") return "text";
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !/span$|^unit$|^documentation$|^scale$/iu.test(key))
      .map(([key, value]) => [key, shapeOf(value)]),
  );
}

/** Each string of a result replaced by the order in which it was first met, so that equal shapes of names are equal. */
function numbered(value: unknown, names = new Map<string, number>()): unknown {
  const of = (name: string): string => {
    if (/^[-\d.]*$/u.test(name)) return name;
    if (!names.has(name)) names.set(name, names.size);
    return `#${names.get(name)}`;
  };
  if (typeof value === "string") return of(value);
  if (Array.isArray(value)) return value.map((each) => numbered(each, names));
  if (!isObject(value)) return value;
  return Object.entries(value).map(([key, each]) => [of(key), numbered(each, names)]);
}

test("its rubric has the same rules, in the same order", () => {
  const chinese = parse(read("community-2008/community-2008.rubric"));
  const english = parse(read("street-office/street-office.rubric"));
  expect(english.findings).toEqual([]);
  expect(shapeOf(english.rubric)).toEqual(shapeOf(chinese.rubric));
});

test("its expected results have the same numbers under one name each", () => {
  const [chinese, english] = ["community-2008", "street-office"].map((folder) =>
    numbered(JSON.parse(read(`${folder}/expected.json`))),
  );
  expect(english).toEqual(chinese);
});

test("it is in English throughout", () => {
  for (const name of ["street-office.rubric", "data.csv", "ledger.csv", "history.csv", "expected.json"])
    expect(read(`street-office/${name}`)).not.toMatch(/\p{Script=Han}/u);
});
