// A quick fix of a rubric that scores keeps every result of every subject, or its title says that it changes scores; and a figure
// that is typed wrongly is put back by one of the fixes that are offered for it.

import { evaluate } from "@yardstick/engine";
import { analyse, applyEdits, render, type TypedDiagnostic } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import { completed, readRows } from "@yardstick/tables/rows";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costly } from "../properties.js";
import { written } from "./written-rubric.js";

const { numRuns } = costly;

type Subjects = Parameters<typeof readRows>[1]["subjects"];

/** All that is published of each subject. */
function resultsOf(program: Program, subjects: Subjects): string {
  return JSON.stringify(evaluate(program, completed(readRows(program, { subjects }))).subjects);
}

interface Tried {
  readonly code: TypedDiagnostic["code"];
  readonly effect: string;
  readonly changed: boolean;
}

/** Of one rubric so many are tried: those that are left come with others. */
const triedEach = 2;

/** What fixes of the rubric do to the results, from the one at `which` on; `changed` also where none are left. */
function fixesTried(
  text: string,
  program: Program,
  findings: readonly TypedDiagnostic[],
  { subjects, which }: { readonly subjects: Subjects; readonly which: number },
): readonly Tried[] {
  const before = resultsOf(program, subjects);
  const all = findings.flatMap(({ code, fixes }) => fixes.map((fix) => ({ ...fix, code })));
  const start = which % all.length;
  return [...all.slice(start), ...all.slice(0, start)].slice(0, triedEach).map(({ code, effect, edits }): Tried => {
    const after = analyse(applyEdits(text, edits)).program;
    return { code, effect, changed: after === null || resultsOf(after, subjects) !== before };
  });
}

describe("a quick fix", () => {
  it("of a rubric that scores keeps all results, or says that it changes scores", () => {
    const seen = new Map<string, { tried: number; changed: number }>();
    fc.assert(
      fc.property(written, fc.nat(), ({ text, subjects }, which) => {
        const { program, findings } = analyse(text);
        fc.pre(program !== null && findings.some(({ fixes }) => fixes.length > 0));
        for (const { code, effect, changed } of fixesTried(text, program, findings, { subjects, which })) {
          expect([code, effect, changed]).not.toEqual([code, "keeps", true]);
          expect(["keeps", "changes"]).toContain(effect);
          const count = seen.get(`${code} ${effect}`) ?? { tried: 0, changed: 0 };
          seen.set(`${code} ${effect}`, { tried: count.tried + 1, changed: count.changed + Number(changed) });
        }
      }),
      { numRuns, maxSkipsPerRun: 20 },
    );
    const codes = ["else-takes-gap", "borders-mixed", "add-in-full-item", "possible-division-by-zero"];
    // A fix that never changes anything need not say that it does.
    for (const code of codes) expect([code, (seen.get(`${code} changes`)?.changed ?? 0) > 0]).toEqual([code, true]);
  });

  it("says so in its title, in both languages, and in no other", () => {
    fc.assert(
      fc.property(written, ({ text }) => {
        for (const found of analyse(text).findings)
          for (const lang of ["zh", "en"] as const)
            for (const { title, effect } of render(found, lang).fixes)
              expect([title, /可能改变得分|may change scores/.test(title)]).toEqual([title, effect === "changes"]);
      }),
      { numRuns },
    );
  });

  it("puts back the points of an item that were typed wrongly", () => {
    let tried = 0;
    fc.assert(
      fc.property(written, fc.nat(), fc.integer({ min: 1, max: 9 }), ({ text }, which, typed) => {
        const items = [...text.matchAll(/条目 事项\d+ (\d) 分/g)];
        const item = items[which % items.length];
        fc.pre(item !== undefined && item[1] !== `${typed}` && !text.includes("权重"));
        const at = item.index + item[0].length - 3;
        const wrong = text.slice(0, at) + typed + text.slice(at + 1);
        const found = analyse(wrong).findings.find(({ code }) => code === "points-sum");
        fc.pre(found !== undefined);
        tried += 1;
        const resolving = found.fixes.filter(({ effect }) => effect === "resolves");
        expect(resolving.map(({ edits }) => applyEdits(wrong, edits))).toContain(text);
        expect(found.fixes.findIndex(({ effect }) => effect === "changes")).toBe(resolving.length);
      }),
      { numRuns: Math.ceil(numRuns / 5), maxSkipsPerRun: 20 },
    );
    expect(tried).toBeGreaterThan(0);
  });
});
