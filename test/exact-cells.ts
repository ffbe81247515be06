// A cell of a dataset that holds a number equals the text of that number, so that tests write `"25/2"` and not how it is held.

import { Decimal } from "@yardstick/exact";
import { expect } from "vitest";

const isCell = (value: unknown): value is Decimal | string => value instanceof Decimal || typeof value === "string";

expect.addEqualityTesters([
  (a: unknown, b: unknown) =>
    isCell(a) && isCell(b) && (a instanceof Decimal || b instanceof Decimal) ? String(a) === String(b) : undefined,
]);
