// Each loop in WebAssembly beside the one of the same name in JavaScript, on random operands of every kind, from columns and from
// registers, and the recognition of tables that it computes without looking them up.

import { afterAll, describe, expect, test } from "vitest";
import * as plain from "../../src/columnar/kernels.js";
import type { Register } from "../../src/columnar/kernels.js";
import { batchInUse, kernels as kernelsInUse } from "../../src/columnar/kernels-in-use.js";
import type { Values } from "../../src/plan/node.js";
import { MODULE } from "../../src/simd/module.js";
import { type Host, kernelsOf, prepareSimd, setSimd } from "../../src/simd/set-simd.js";
import { type Exports, simdKernels } from "../../src/simd/simd-kernels.js";
import { flagFormOf, formOf } from "../../src/simd/table-form.js";
import { random } from "./seeded.js";

const { WebAssembly, atob } = globalThis as unknown as Required<Host>;
const memory = new WebAssembly.Memory({ initial: 64, maximum: 64 });
const compiled = new WebAssembly.Module(Uint8Array.from(atob(MODULE), (char) => char.charCodeAt(0)));
const exports = new WebAssembly.Instance(compiled, { env: { memory } }).exports as Exports;
const calls = new Map<string, number>(Object.keys(exports).map((name) => [name, 0]));
const counting = Object.fromEntries(
  Object.entries(exports).map(([name, run]) => [
    name,
    (...numbers: number[]) => {
      calls.set(name, (calls.get(name) ?? 0) + 1);
      run(...numbers);
    },
  ]),
) as Exports;
const { kernels, registers, batch } = simdKernels(counting, memory.buffer);

const next = random(20_261_130);
const below = (limit: number) => next() % limit;
const either = <T>(...values: readonly T[]): T => values[below(values.length)]!;
const between = (low: number, high: number) => low + below(high - low + 1);

type Kind = "u8" | "u16" | "i32" | "f64" | "flag";
const ROWS = 300;

/** Random values of a column, read from its middle, or of a register, read from its beginning. */
function operand(kind: Kind, low: number, high: number, canBeRegister: boolean) {
  const isRegister = canBeRegister && (kind === "i32" || kind === "f64" || kind === "flag") && below(2) === 0;
  const offset = isRegister ? 0 : below(50);
  const length = ROWS + offset;
  const register = isRegister ? make(kind, length) : null;
  const values: Values =
    register ??
    new { u8: Uint8Array, u16: Uint16Array, i32: Int32Array, f64: Float64Array, flag: Uint8Array }[kind](length);
  for (let row = 0; row < length; row += 1) values[row] = between(low, high);
  return { values, offset };
}

let make = registers();

/** A table for values below `length`: a line within limits, few different answers, or any numbers. */
function table(length: number): Int32Array {
  const [start, slope] = [between(-50_000, 50_000), between(-3000, 3000)];
  const [low, high] = [between(-60_000, 0), between(0, 60_000)];
  const answers = Array.from({ length }, () => between(-5, 50) * 500);
  return either(
    Int32Array.from({ length }, (_, x) => Math.min(high, Math.max(low, start + slope * x))),
    Int32Array.from({ length }, (_, x) => answers[x]!),
    Int32Array.from({ length }, () => between(-(2 ** 29), 2 ** 29)),
  );
}

function looked() {
  const kind = either<Kind>("u8", "u8", "u16", "i32");
  const length = either(1, 2, 4, 16, 17, 61, 256);
  const { values, offset } = operand(kind, 0, length - 1, false);
  return [values, offset, table(length)] as const;
}

function words(low: number, high: number) {
  const { values, offset } = operand("i32", low, high, true);
  return [values as Int32Array, offset] as const;
}

function flags() {
  const { values, offset } = operand("flag", 0, 1, true);
  return [values as Uint8Array, offset] as const;
}

function divided(isByBytes: boolean) {
  const wide = () => either<Kind>("u16", "i32", "f64");
  const [kind, other] = isByBytes ? (["u8", "u8"] as const) : [wide(), wide()];
  const most = kind === "u8" ? 255 : 5000;
  const [a, b] = [operand(kind, 0, most, true), operand(other, 1, other === "u8" ? 255 : 4000, true)];
  return [a.values, a.offset, b.values, b.offset, 2 * between(1, 50_000), between(0, 9), between(1, 5)] as const;
}

const MILLION = 1_000_000;
type Name = Exclude<keyof typeof kernels, undefined>;

/** Of each loop that is replaced: what it writes to, and its operands without the register and the number of rows. */
const cases: Readonly<Record<string, { readonly d: "i32" | "flag"; readonly operands: () => readonly unknown[] }>> = {
  lookup1: { d: "i32", operands: () => [...looked()] },
  addLookup1: { d: "i32", operands: () => [...looked()] },
  lookup2: { d: "i32", operands: () => [...looked(), ...looked()] },
  addLookup2: { d: "i32", operands: () => [...looked(), ...looked()] },
  lookup3: { d: "i32", operands: () => [...looked(), ...looked(), ...looked()] },
  addLookup3: { d: "i32", operands: () => [...looked(), ...looked(), ...looked()] },
  lookup4: { d: "i32", operands: () => [...looked(), ...looked(), ...looked(), ...looked()] },
  addLookup4: { d: "i32", operands: () => [...looked(), ...looked(), ...looked(), ...looked()] },
  lookupFlag: {
    d: "flag",
    operands: () => {
      const length = either(2, 4, 16, 17, 200);
      const [end, first] = [below(length), below(2)];
      const { values, offset } = operand(either<Kind>("u8", "u16"), 0, length - 1, false);
      const answers = either(
        Uint8Array.from({ length }, (_, x) => (x > end ? 1 - first : first)),
        Uint8Array.from({ length }, () => below(2)),
      );
      return [values, offset, answers];
    },
  },
  steps3: {
    d: "i32",
    operands: () => {
      const ends = [between(-MILLION, MILLION), between(-MILLION, MILLION), either(2 ** 30, between(0, MILLION))];
      ends.sort((a, b) => a - b);
      return [...words(-MILLION, MILLION), ...ends, Int32Array.from({ length: 4 }, () => between(-MILLION, MILLION))];
    },
  },
  addTimes32: { d: "i32", operands: () => [...words(-MILLION, MILLION), between(-2000, 2000)] },
  sumOfTwo32: {
    d: "i32",
    operands: () => [
      between(-MILLION, MILLION),
      ...words(-MILLION, MILLION),
      between(-900, 900),
      ...words(-MILLION, MILLION),
      between(-900, 900),
    ],
  },
  addRatio32: {
    d: "i32",
    operands: () => {
      const low = between(0, 20_000);
      return [...divided(below(4) === 0), between(-20, 20), low, low + between(0, 40_000)];
    },
  },
  addRatioBelow32: { d: "i32", operands: () => [...divided(below(4) === 0), between(0, 50_000)] },
  held32: {
    d: "i32",
    operands: () => {
      const low = between(-MILLION, MILLION);
      return [...words(-2 * MILLION, 2 * MILLION), low, low + between(0, MILLION)];
    },
  },
  choose32: { d: "i32", operands: () => [...flags(), ...words(-MILLION, MILLION), ...words(-MILLION, MILLION)] },
  roundedProduct32: {
    d: "i32",
    operands: () => {
      const unit = either(2, 10, 1000, 2_000_000);
      return [...words(0, MILLION), ...words(0, 1000), unit / 2, (1 / unit) * (1 + 2 ** -50), between(1, 4)];
    },
  },
  both: { d: "flag", operands: () => [...flags(), ...flags()] },
  either: { d: "flag", operands: () => [...flags(), ...flags()] },
  not: { d: "flag", operands: () => [...flags()] },
  negative: { d: "flag", operands: () => [...words(-3, 3)] },
  zero: { d: "flag", operands: () => [...words(-1, 1)] },
};

afterAll(() => setSimd(true));

const plainLoops: Readonly<Record<string, unknown>> = { ...plain };

describe("loops in WebAssembly", () => {
  test("are all compared here", () => {
    expect([...Object.keys(cases), "widenRange"].toSorted()).toEqual(Object.keys(kernels).toSorted());
  });

  test.each(Object.keys(cases))("%s gives the same as in JavaScript", (name) => {
    const { d: kind, operands } = cases[name]!;
    type Loop = (d: Register, ...operands: readonly unknown[]) => void;
    const [own, other] = [kernels[name as Name] as Loop, plainLoops[name] as Loop];
    for (let round = 0; round < 60; round += 1) {
      make = registers();
      const [found, used] = [make(kind, ROWS)!, operands()];
      const expected = kind === "i32" ? new Int32Array(ROWS) : new Uint8Array(ROWS);
      for (let row = 0; row < ROWS; row += 1)
        expected[row] = found[row] = kind === "i32" ? between(-99_999, 99_999) : 0;
      const m = either(0, 1, 7, 8, 15, 16, 17, 250, ROWS);
      own(found, ...used, m);
      other(expected, ...used, m);
      expect([...found.subarray(0, m)]).toEqual([...expected.subarray(0, m)]);
    }
  });

  test("widenRange finds the same ends as in JavaScript, and leaves them where no flag is set", () => {
    for (let round = 0; round < 60; round += 1) {
      make = registers();
      const m = either(0, 1, 7, 8, 15, 16, 17, 250, ROWS);
      const { values, offset } = operand("i32", either(-(2 ** 31), -MILLION, 0), either(0, MILLION, 2 ** 31 - 1), true);
      const taken = operand("u8", 0, either(0, 1), false);
      const [found, expected] = [Float64Array.of(Infinity, -Infinity), Float64Array.of(Infinity, -Infinity)];
      kernels.widenRange!(found, values, offset, taken.values, taken.offset, m);
      plain.widenRange(expected, values, offset, taken.values, taken.offset, m);
      expect([...found]).toEqual([...expected]);
    }
  });

  test("each ran", () => {
    expect([...calls].filter(([, count]) => count === 0)).toEqual([]);
  });

  test("leave to JavaScript what lies in no register of theirs, and more rows than a batch", () => {
    const before = [...calls.values()].reduce((sum, count) => sum + count, 0);
    const d = new Int32Array(4);
    kernels.held32!(d, Int32Array.of(-5, 0, 5, 10), 0, 0, 5, 4);
    expect([...d]).toEqual([0, 0, 5, 5]);
    const many = registers()("i32", batch + 1)!;
    kernels.held32!(many as Int32Array, new Int32Array(batch + 1).fill(7), 0, 0, 5, batch + 1);
    expect(many.every((value) => value === 5)).toBe(true);
    expect([...calls.values()].reduce((sum, count) => sum + count, 0)).toBe(before);
  });

  test("run out of room without harm", () => {
    const room = registers();
    let made = 0;
    while (room("i32", batch) !== null) made += 1;
    expect(made).toBeGreaterThan(100);
  });

  test("have no register of doubles, which every loop would read as whole numbers", () => {
    expect(registers()("f64", 1)).toBeNull();
  });
});

describe("a table", () => {
  test("within limits is a line, from its first entry", () => {
    expect(formOf(Int32Array.of(20, 15, 10, 5, 0, 0))).toEqual({
      kind: "line",
      start: 20,
      slope: -5,
      low: 0,
      high: 20,
    });
    expect(formOf(Int32Array.of(3, 3, 3, 5, 10, 12))).toEqual({ kind: "line", start: -10, slope: 5, low: 3, high: 12 });
    expect(formOf(Int32Array.of(7))).toEqual({ kind: "line", start: 7, slope: 0, low: 7, high: 7 });
  });

  test("of few answers is a table of bytes, else none of both", () => {
    expect(formOf(Int32Array.of(50, 10, 25, 40))).toMatchObject({ kind: "levels", start: 10, step: 5 });
    expect(formOf(Int32Array.from({ length: 17 }, (_, x) => x * x))).toBeNull();
    expect(formOf(Int32Array.of(0, 1_000_001, 3))).toBeNull();
  });

  test("whose line leaves 32 bits is none", () => {
    const table = Int32Array.from({ length: 256 }, (_, x) => (x === 0 ? 0 : 2 ** 30));
    expect(formOf(table)).toBeNull();
  });

  test("of flags is a threshold, or one of bytes", () => {
    expect(flagFormOf(Uint8Array.of(1, 1, 0, 0))).toEqual({ kind: "threshold", end: 1, flip: 1 });
    expect(flagFormOf(Uint8Array.of(0, 0))).toEqual({ kind: "threshold", end: 1, flip: 0 });
    expect(flagFormOf(Uint8Array.of(0, 1, 0))).toMatchObject({ kind: "levels" });
    expect(flagFormOf(Uint8Array.from({ length: 20 }, (_, x) => x % 2))).toBeNull();
  });
});

describe("the switch", () => {
  test("turns the loops on and off, and stays where it was set", () => {
    expect([setSimd(true), kernelsInUse.held32 === plain.held32, batchInUse()]).toEqual([true, false, batch]);
    expect([setSimd(false), kernelsInUse.held32 === plain.held32, batchInUse()]).toEqual([false, true, 2048]);
    prepareSimd();
    expect(kernelsInUse.held32).toBe(plain.held32);
  });

  test("leaves them off where WebAssembly is missing, has no vectors or is forbidden", () => {
    const host = globalThis as unknown as Required<Host>;
    const refusing = (message: string) => ({
      ...host,
      WebAssembly: {
        Memory: host.WebAssembly.Memory,
        Instance: host.WebAssembly.Instance,
        Module: function module() {
          throw new Error(message);
        } as unknown as new () => object,
      },
    });
    expect(kernelsOf({})).toBeNull();
    expect(kernelsOf(refusing("invalid value type 's128', enable with --experimental-wasm-simd"))).toBeNull();
    expect(kernelsOf(refusing("violates the Content Security Policy directive: script-src 'self'"))).toBeNull();
    expect(kernelsOf({ WebAssembly: host.WebAssembly, atob: host.atob })).not.toBeNull();
  });
});
