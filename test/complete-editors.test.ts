// Each keyword and each function, in both vocabularies: completion offers it where a conformance case has it, hovering explains it there,
// the reference has it in each of its spellings, and the card or the guide from clause to rule shows it. What the form offers is held by `packages/designer/test/vocabulary-coverage.test.ts`
// for keywords and `functions.test.ts` for functions, what is generated and said by `complete.test.ts`.

import {
  analyse,
  type BuiltinName,
  builtins,
  format,
  type Lang,
  leavesOf,
  parse,
  type RoleName,
  vocabulary,
} from "@yardstick/language";
import { complete, hover } from "@yardstick/service";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { caseFiles } from "./conformance/case-file.js";

const roles = Object.keys(vocabulary) as RoleName[];
const functions = Object.keys(builtins) as BuiltinName[];

const spellings = (role: RoleName, lang: Lang): readonly string[] => vocabulary[role][lang];
const nameOf = (name: BuiltinName, lang: Lang): string => (lang === "en" ? name : builtins[name].zh);

/** A keyword or a function in a text. */
interface Found {
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

function* foundIn(text: string, lang: Lang): Generator<Found> {
  const calls = new Map(functions.map((name) => [nameOf(name, lang), name]));
  for (const { role, span, called } of leavesOf(parse(text).tree)) {
    const [start, end] = span;
    const name = called ? calls.get(text.slice(start, end)) : undefined;
    if (role !== null) yield { what: role, start, end };
    else if (name !== undefined) yield { what: `${name}()`, start, end };
  }
}

const texts = caseFiles().flatMap(({ cases }) => cases.map(({ rubric }) => rubric.join("\n")));

/** How many texts are tried for each keyword and function: not each position of a word is one where it is needed. */
const TRIED = 3;

/** The first texts of each keyword and function. */
const tried: ReadonlySet<string> = (() => {
  const chosen = new Set<string>();
  const times = new Map<string, number>();
  for (const text of texts) {
    const whats = new Set((["en", "zh"] as const).flatMap((lang) => [...foundIn(text, lang)].map(({ what }) => what)));
    const isNeeded = [...whats].some((what) => (times.get(what) ?? 0) < TRIED);
    if (!isNeeded) continue;
    chosen.add(text);
    for (const what of whats) times.set(what, (times.get(what) ?? 0) + 1);
  }
  return chosen;
})();

/** What none of the texts has at a position that passes. */
function failing(lang: Lang, passes: (text: string, found: Found) => boolean): readonly string[] {
  const open = new Set([
    ...roles.filter((role) => spellings(role, lang).length > 0),
    ...functions.map((name) => `${name}()`),
  ]);
  for (const source of tried) {
    const text = format(source, { keywords: lang });
    for (const found of foundIn(text, lang)) if (open.has(found.what) && passes(text, found)) open.delete(found.what);
  }
  return [...open];
}

/** Whether a word stands in the samples and the code of the pages. */
function inCodeOf(pages: readonly string[], lang: Lang): (word: string) => boolean {
  const texts = pages.map((page) =>
    readFileSync(new URL(`../docs/language/${page}.${lang}.md`, import.meta.url), "utf8"),
  );
  const code = texts.flatMap((text) => text.match(/^```[^]*?^```$|`[^`\n]+`/gmu) ?? []).join("\n");
  return (word) => new RegExp(`(?<![\\p{L}\\p{N}_])${word}(?![\\p{L}_])`, "u").test(code);
}

const isFunction = (what: string): boolean => what.endsWith("()");

describe.each(["en", "zh"] as const)("each keyword and function (%s)", (lang) => {
  test("is offered where a case has it", () => {
    const failed = failing(lang, (text, { what, start, end }) => {
      const labels = complete(analyse(text.slice(0, start) + text.slice(end)), start, lang).map(({ label }) => label);
      const words = isFunction(what)
        ? [nameOf(what.slice(0, -2) as BuiltinName, lang)]
        : spellings(what as RoleName, lang);
      return words.some((word) => labels.includes(word));
    });
    expect(failed).toEqual([]);
  });

  test("is explained where a case has it", () => {
    const failed = failing(lang, (text, { what, start }) => {
      const lines = hover(analyse(text), start, lang)?.lines.join("\n") ?? "";
      return isFunction(what) ? lines.includes("(") : lines.includes(vocabulary[what as RoleName].says[lang]);
    });
    expect(failed).toEqual([]);
  });

  test("is in a sentence or a sample of the reference, in each spelling", () => {
    const has = inCodeOf(["reference", "details"], lang);
    const missing = [
      ...roles.flatMap((role) => spellings(role, lang).filter((word) => !has(word))),
      ...functions.map((name) => nameOf(name, lang)).filter((name) => !has(name)),
    ];
    expect(missing).toEqual([]);
  });

  test("is on the card or in the guide from clause to rule", () => {
    const has = inCodeOf(["card", "clauses"], lang);
    const missing = [
      ...roles.filter((role) => spellings(role, lang).length > 0 && !spellings(role, lang).some(has)),
      ...functions.filter((name) => !has(nameOf(name, lang))).map((name) => `${name}()`),
    ];
    expect(missing).toEqual([]);
  });
});
