import { describe, expect, test } from "vitest";
import { inOrder, placesOf } from "../../src/columnar/places.js";
import type { Order } from "../../src/columnar/places.js";
import { random } from "./seeded.js";

/** Places counted one by one: one more than how many of the group stand higher. */
function placesByHand({ keys, groups, stands }: Order, rows: number): readonly number[] {
  const group = (row: number) => groups.of?.[row] ?? 0;
  const isHigher = (a: number, b: number) => {
    const key = keys.find((each) => each[a] !== each[b]);
    return key !== undefined && (key[a] ?? 0) > (key[b] ?? 0);
  };
  return Array.from({ length: rows }, (_, row) => {
    if (stands[row] === 0) return 0;
    const higher = Array.from({ length: rows }, (_each, other) => other).filter(
      (other) => stands[other] !== 0 && group(other) === group(row) && isHigher(other, row),
    );
    return 1 + higher.length;
  });
}

describe("places", () => {
  const rows = 120;
  const cases: readonly { readonly name: string; readonly spread: number; readonly keys: number }[] = [
    { name: "that are counted", spread: 15, keys: 1 },
    { name: "that are sorted as packed numbers", spread: 2 ** 33, keys: 1 },
    { name: "that are compared, because nothing else fits", spread: 2 ** 52, keys: 1 },
    { name: "that ties are broken for", spread: 4, keys: 3 },
  ];
  test.each(cases)("$name are those counted by hand", ({ spread, keys }) => {
    for (let seed = 0; seed < 30; seed += 1) {
      const next = random(seed);
      const own = Array.from({ length: keys }, () =>
        Float64Array.from({ length: rows }, () => Math.floor((next() / 2 ** 32) * spread) - 3),
      );
      const order: Order = {
        keys: own,
        meetings: new Map(),
        awaited: [],
        groups: { of: Uint8Array.from({ length: rows }, () => next() % 3), count: 3 },
        stands: Uint8Array.from({ length: rows }, () => Number(next() % 5 > 0)),
        barred: null,
      };
      const byHand = placesByHand(order, rows);
      const { places, lasts } = placesOf(order, rows, "gap");
      expect([...places]).toEqual(byHand);
      expect([...lasts]).toEqual(
        [0, 1, 2].map((group) => Math.max(0, ...byHand.filter((_, row) => order.groups.of?.[row] === group))),
      );
      expect(inOrder(order, rows).length).toBe(byHand.filter((place) => place > 0).length);
    }
  });

  test("are not parted by a key that is pending for one of a tie, nor by the keys behind it", () => {
    const order: Order = {
      keys: [
        [8, 8, 8, 7, 7, 9],
        [5, 0, 3, 1, 2, 0],
        [1, 2, 3, 1, 0, 0],
      ].map((key) => Int32Array.from(key)),
      meetings: new Map(),
      awaited: [
        [0, 0, 0, 0, 0, 0],
        [0, 1, 0, 0, 0, 1],
        [0, 0, 0, 0, 1, 1],
      ].map((flags) => Uint8Array.from(flags)),
      groups: { of: null, count: 1 },
      stands: new Uint8Array(6).fill(1),
      barred: null,
    };
    expect([...placesOf(order, 6, "gap").places]).toEqual([2, 2, 2, 6, 5, 1]);
    expect([...placesOf(order, 6, "dense").places]).toEqual([2, 2, 2, 4, 3, 1]);
    // Without the one who is awaited, the tie is parted.
    expect([...placesOf({ ...order, stands: Uint8Array.of(1, 0, 1, 1, 1, 1) }, 6, "gap").places]).toEqual([
      2, 0, 3, 5, 4, 1,
    ]);
  });

  test("are all the first where all tie, and none where no subject is ranked", () => {
    const tie: Order = {
      keys: [new Int32Array(5).fill(7)],
      meetings: new Map(),
      awaited: [],
      groups: { of: null, count: 1 },
      stands: new Uint8Array(5).fill(1),
      barred: null,
    };
    expect([...placesOf(tie, 5, "gap").places]).toEqual([1, 1, 1, 1, 1]);
    expect([...placesOf({ ...tie, stands: new Uint8Array(5) }, 5, "gap").places]).toEqual([0, 0, 0, 0, 0]);
  });
});
