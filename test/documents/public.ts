// Twenty documents of kinds that the nine are not, reworded after public ones, with the right rule of each clause: `data` declares what
// the rule reads, `rule` is the rule in an item of its own. A clause whose right rule the language writes elsewhere (vetoes, grades) or
// that an assessor decides has neither.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readDocument, type ClauseState, type Reading } from "@yardstick/documents";
import { standings, type CorpusDocument, type Standing } from "./nine.js";
import { difference } from "./same-rule.js";

interface PublicClause {
  readonly clause: string;
  readonly data: string;
  readonly rule: string;
  /** What the right reading is where no rule of an item says it, such as `veto`, `grades` or `judged`; empty for none. */
  readonly expected: string;
}

export interface PublicDocument {
  readonly name: string;
  readonly reading: Reading;
  readonly clauses: readonly PublicClause[];
}

/** The documents of a folder, each in a folder of its own with its source and its clauses. */
function documentsIn(root: string): readonly PublicDocument[] {
  return readdirSync(root).map((name) => {
    const file = readdirSync(join(root, name)).find((each) => each.startsWith("source.")) ?? "";
    const [, ...rows] = readFileSync(join(root, name, "clauses.tsv"), "utf8")
      .trimEnd()
      .split("\n");
    return {
      name,
      reading: readDocument({ bytes: new Uint8Array(readFileSync(join(root, name, file))), name: file }),
      clauses: rows.map((row) => {
        const [, clause = "", data = "", rule = "", expected = ""] = row.split("\t");
        return { clause, data, rule, expected };
      }),
    };
  });
}

/** The twenty documents of `public`. */
export const publicDocuments: readonly PublicDocument[] = documentsIn(
  fileURLToPath(new URL("public/", import.meta.url)),
);

/** The documents of `unseen`, which were written with their right readings before any was read. */
export const unseenDocuments: readonly PublicDocument[] = documentsIn(
  fileURLToPath(new URL("unseen/", import.meta.url)),
);

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

export interface Judged {
  readonly clause: string;
  readonly state: ClauseState | "missing";
  readonly questions: readonly string[];
  readonly rules: readonly string[];
  /** How the rule that is read differs from the right one; null where it does not, or where there is none to compare with. */
  readonly difference: string | null;
  /** What the clause is where no rule of an item says it; empty for none. */
  readonly expected: string;
  /** The right rule can be compared by scoring. */
  readonly isCompared: boolean;
}

/** Each clause of a document with what it is read as, compared with its right rule. */
export function judged({ name, reading, clauses }: PublicDocument): readonly Judged[] {
  const draft = reading.draft();
  const lines = new Map<number, string[]>();
  for (const { from, to, clause } of draft.from)
    lines.set(clause, [...(lines.get(clause) ?? []), draft.text.slice(from, to)]);
  const document: CorpusDocument = {
    name,
    source: new Uint8Array(),
    file: "",
    rubric: "",
    clauses: clauses.map(({ clause }, at) => ({ number: at + 1, clause, rubric: "", state: "", asks: "" })),
  };
  return standings(document, reading).map(({ own, state, right }: Standing, at): Judged => {
    const { data = "", rule = "", expected = "" } = clauses[at] ?? {};
    const rules = own.flatMap(({ number }) => lines.get(number) ?? []);
    const item = reading.outline.sections[own[0]?.section ?? 0]?.items[own[0]?.item ?? 0];
    const isCompared = state === "read" && rule !== "";
    const numbers = [...`${rule} ${rules.join(" ")}`.matchAll(/\d+(?:\.\d+)?/gu)]
      .map(([text]) => Number(text))
      .filter((value) => value < 1000);
    return {
      clause: right.clause,
      state,
      questions: own.flatMap(({ questions }) => questions.map(({ code }) => code)),
      rules: rules.map((each) => each.replace(/ (?:依据|basis) "[^"]*"$/u, "")),
      expected,
      isCompared,
      difference: isCompared
        ? difference(
            { rubric: draft.text, rules: rules.join("\n"), points: item?.points ?? "10" },
            {
              rubric: `数据 对象 { 名称: 文本 主键, ${data} }`,
              rules: rule.replaceAll("；", "\n"),
              points: item?.points ?? "10",
            },
            [0, 1, ...numbers],
            120,
            seeded(at + 1),
          )
        : null,
    };
  });
}
