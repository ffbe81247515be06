// Identities of the rows of forms: rows of one form are different records; rows of two forms may be the same one.

import { expect, test } from "vitest";
import { isOtherRowOfForm, newFormId, recordId } from "../src/record-ids.js";

test("rows of one form are different records, and nothing else is known to be", () => {
  const [one, other] = [newFormId(), newFormId()];
  expect(one).not.toBe(other);
  expect(isOtherRowOfForm(recordId(one, 1), recordId(one, 2))).toBe(true);
  expect(isOtherRowOfForm(recordId(one, 1), recordId(one, 12))).toBe(true);
  for (const [a, b] of [
    [recordId(one, 1), recordId(one, 1)],
    [recordId(one, 1), recordId(other, 1)],
    [recordId(one, 1), recordId(other, 2)],
    [recordId(one, 1), undefined],
    [undefined, undefined],
    // What users type as identities belongs to no form.
    ["7", "8"],
    ["", "-1"],
    ["-1", "-2"],
  ] as const) {
    expect(isOtherRowOfForm(a, b), `${String(a)} and ${String(b)}`).toBe(false);
    expect(isOtherRowOfForm(b, a), `${String(b)} and ${String(a)}`).toBe(false);
  }
});
