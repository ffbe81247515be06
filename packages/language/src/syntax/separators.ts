/**
 * Inside a block two lines must be separated: by a line's end, `;` or `,`. Only after a closing brace may it be missing.
 */
import type { CstNode } from "chevrotain";
import { diagnostic, type TypedDiagnostic } from "../diagnostics/diagnostic.js";
import { lineBreak } from "../source/line-break.js";
import { inOrder, spanOf, tokens } from "./cst.js";

/** Blocks by grammar rule, with the elements that are to be separated. */
const blocks: Readonly<Record<string, readonly string[]>> = {
  rubric: ["declaration"],
  fields: ["field"],
  parts: ["section", "item", "allowance", "data", "applies"],
  lines: ["line", "applies"],
  byTable: ["bandRow"],
  grades: ["gradeRow", "adjustment"],
  veto: ["vetoEffect"],
  scenario: ["change"],
  given: ["givenEntry"],
  expect: ["entry"],
  row: ["entry"],
};

const none: readonly TypedDiagnostic[] = [];

/** Of this node's own elements. */
export function missingSeparators(node: CstNode, source: string): readonly TypedDiagnostic[] {
  const elements = blocks[node.name];
  return elements === undefined ? none : between(node, elements, source);
}

function between(block: CstNode, elements: readonly string[], source: string): TypedDiagnostic[] {
  const ends = [...tokens(block, "Sep"), ...tokens(block, "Comma")].map((t) => t.startOffset).sort((a, b) => a - b);
  const inside = inOrder(block, elements).map(spanOf);
  let next = 0;
  return inside.flatMap((span, i) => {
    const before = inside[i - 1];
    if (before === undefined) return [];
    while (next < ends.length && ends[next]! < before[1]) next += 1;
    if (source[before[1] - 1] === "}" || source[before[1] - 1] === "｝" || span[0] < before[1]) return [];
    if (next < ends.length && ends[next]! < span[0]) return [];
    const first = /^\S{1,12}/.exec(source.slice(span[0], span[0] + 12))?.[0] ?? "";
    return [
      diagnostic(
        "missing-separator",
        [span[0], span[0] + first.length],
        { before: source.slice(before[0], before[1]), after: first },
        {
          fixes: [
            {
              effect: "resolves",
              title: { zh: "在这里换行", en: "Begin a new line here" },
              edits: [{ span: [span[0], span[0]], text: lineBreak(source) }],
            },
          ],
        },
      ),
    ];
  });
}
