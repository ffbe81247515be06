import { expect, test } from "vitest";
import { ShownOrder } from "../../src/views/base/shown-order.js";

const rows = (...ids: readonly string[]) => ids.map((id) => ({ id }));

test("rows keep their places, come back to them, and new ones come first", () => {
  const order = new ShownOrder();
  const shown = (...ids: readonly string[]) =>
    order
      .of(rows(...ids))
      .map(({ id }) => id)
      .join("");
  expect(shown("a", "b", "c")).toBe("abc");
  expect(shown("c", "a", "b")).toBe("abc");
  expect(shown("c", "a")).toBe("ac");
  expect(shown("d", "b", "c", "a")).toBe("dabc");
  expect(shown()).toBe("");
  expect(shown("e", "f", "a", "d")).toBe("efda");
});
