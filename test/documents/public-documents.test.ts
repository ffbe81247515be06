// Documents of other kinds, twenty after public ones and those that were new to the reader: what each clause is read as is written down, and what is read scores as its right rule.

import { describe, expect, test } from "vitest";
import { judged, publicDocuments, unseenDocuments } from "./public.js";

describe.each([...publicDocuments, ...unseenDocuments])("$name", (document) => {
  const clauses = judged(document);

  test("no clause is left out, and the draft is accepted", () => {
    expect(clauses.filter(({ state }) => state === "missing").map(({ clause }) => clause)).toEqual([]);
    const { diagnostics } = document.reading.draft();
    expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  });

  test("what is read scores as the right rule", () => {
    const wrong = clauses.filter(({ difference }) => difference !== null);
    expect(wrong.map(({ clause, rules, difference }) => ({ clause, rules, difference }))).toEqual([]);
  });

  test("is read as before", () => {
    expect(
      clauses
        .map(
          ({ clause, state, questions, rules, isCompared }) =>
            `${state}${questions.map((code) => ` ${code}`).join("")}: ${clause}${state === "read" && !isCompared ? `\n  ${rules.join("\n  ")}` : ""}`,
        )
        .join("\n"),
    ).toMatchSnapshot();
  });
});
