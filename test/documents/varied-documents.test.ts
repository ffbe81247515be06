// Documents of other kinds than the nine (schools, hospitals, companies, tenders, streets, townships, courses): what each clause
// is read as, looked over by hand. A change of a state or a rule shows here.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readDocument } from "@yardstick/documents";

const root = fileURLToPath(new URL("varied/", import.meta.url));

describe.each(readdirSync(root))("%s", (name) => {
  const reading = readDocument({ bytes: new Uint8Array(readFileSync(join(root, name))), name });
  const draft = reading.draft();

  test("is read as before", () => {
    const lines = reading.clauses.map(
      ({ state, text, questions }) => `${state}${questions.map(({ code }) => ` ${code}`).join("")}: ${text}`,
    );
    expect(lines.join("\n")).toMatchSnapshot("clauses");
    expect(draft.text).toMatchSnapshot("draft");
  });

  test("gives a draft that is accepted", () => {
    expect(draft.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  });
});
