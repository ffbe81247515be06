/**
 * Loops in WebAssembly under the names and with the results of `columnar/kernels.ts`. A register lies in the memory of the module;
 * what is read of a column is copied there a batch at a time, which costs a tenth of what it saves. Where an operand cannot be
 * copied, or a table is no line, the plain loop runs on the same registers.
 */
import * as plain from "../columnar/kernels.js";
import type { Register } from "../columnar/kernels.js";
import type { Replacement } from "../columnar/kernels-in-use.js";
import type { Values } from "../plan/node.js";
import type { Levels, Line } from "./table-form.js";
import { flagFormOf, formOf } from "./table-form.js";

/** What kernels.wat exports; addresses and numbers of rows are in bytes and rows. */
export type Exports = Readonly<Record<ExportName, (...numbers: number[]) => void>>;

type ExportName =
  | "line8"
  | "line16"
  | "levels"
  | "flags"
  | "above8"
  | "above16"
  | "steps3"
  | "addTimes"
  | "sumOfTwo"
  | "ratio16"
  | "ratio32"
  | "widen8"
  | "widen16"
  | "held"
  | "choose"
  | "roundedProduct"
  | "both"
  | "either"
  | "not"
  | "negative"
  | "zero"
  | "range";

/** Rows of a batch, and of an operand that is copied: a call costs as much as copying some hundred rows. */
const ROWS = 4096;
/** Rows behind the last one that the loops may touch, times the bytes of the widest register. */
const ROOM = 16 * 8;
/** For one operand each: a loop has three at most, and a widened one may come to another. */
const SLOTS = 4;
const SLOT_BYTES = ROWS * 4 + ROOM;
/** Where the bytes of levels lie. Address 0 stands for no address. */
const LEVELS_AT = 64;
/** Where four least numbers and four greatest ones lie. */
const RANGE_AT = 96;
const SLOTS_AT = 128;
const REGISTERS_AT = SLOTS_AT + SLOTS * SLOT_BYTES;

interface Slot {
  readonly address: number;
  readonly bytes: Uint8Array;
  readonly shorts: Uint16Array;
  readonly words: Int32Array;
}

/** @param buffer the memory of the module, which never grows */
export function simdKernels(wasm: Exports, buffer: ArrayBuffer): Replacement {
  const addresses = new WeakMap<Values, number>();
  const levelBytes = new Uint8Array(buffer, LEVELS_AT, 16);
  const rangeWords = new Int32Array(buffer, RANGE_AT, 8);
  const slots = Array.from({ length: SLOTS }, (_, index): Slot => {
    const address = SLOTS_AT + index * SLOT_BYTES;
    return {
      address,
      bytes: new Uint8Array(buffer, address, SLOT_BYTES),
      shorts: new Uint16Array(buffer, address, ROWS),
      words: new Int32Array(buffer, address, ROWS),
    };
  }) as unknown as readonly [Slot, Slot, Slot, Slot];
  const [first, second, third, wide] = slots;

  /** Where `m` values from `ox` are in the memory, copied there unless a register holds them; 0: nowhere. */
  function placed(x: Values, ox: number, m: number, slot: Slot): number {
    const known = addresses.get(x);
    if (known !== undefined) return known;
    if (m > ROWS) return 0;
    const part = x.subarray(ox, ox + m);
    if (part instanceof Uint8Array) slot.bytes.set(part);
    else if (part instanceof Uint16Array) slot.shorts.set(part);
    else if (part instanceof Int32Array) slot.words.set(part);
    else return 0;
    return slot.address;
  }

  function words(x: Values, ox: number, m: number, slot: Slot): number {
    return x instanceof Int32Array ? placed(x, ox, m, slot) : 0;
  }

  function bytes(x: Values, ox: number, m: number, slot: Slot): number {
    return x instanceof Uint8Array ? placed(x, ox, m, slot) : 0;
  }

  /** Adds a table's answers to the register, or sets it to them where `keep` is 0. */
  function look(keep: 0 | -1, d: Int32Array, a: Values, oa: number, A: Int32Array, m: number): void {
    const form = formOf(A);
    const to = addresses.get(d);
    if (to === undefined || form === null || !followed(form, to, a, oa, keep, m))
      (keep === 0 ? plain.lookup1 : plain.addLookup1)(d, a, oa, A, m);
  }

  /** False where the form is not that of a column with values so wide. */
  function followed(form: Line | Levels, to: number, a: Values, oa: number, keep: 0 | -1, m: number): boolean {
    const isBytes = a instanceof Uint8Array;
    if (!isBytes && (form.kind === "levels" || !(a instanceof Uint16Array))) return false;
    const from = placed(a, oa, m, first);
    if (from === 0) return false;
    if (form.kind === "levels") {
      levelBytes.set(form.levels);
      wasm.levels(to, from, LEVELS_AT, form.start, form.step, keep, m);
    } else {
      const { start, slope, low, high } = form;
      (isBytes ? wasm.line8 : wasm.line16)(to, from, start, slope, low, high, keep, m);
    }
    return true;
  }

  function ratio(
    d: Int32Array,
    a: Values,
    oa: number,
    b: Values,
    ob: number,
    p: number,
    q: number,
    r: number,
    k: number,
    low: number,
    high: number,
    m: number,
  ): boolean {
    const to = addresses.get(d);
    if (to === undefined) return false;
    if (a instanceof Uint16Array && b instanceof Uint16Array) {
      const [x, y] = [placed(a, oa, m, first), placed(b, ob, m, second)];
      if (x === 0 || y === 0) return false;
      wasm.ratio16(to, x, y, p, q, r, k, low, high, m);
      return true;
    }
    const [x, y] = [widened(a, oa, m, first, third), widened(b, ob, m, second, wide)];
    if (x === 0 || y === 0) return false;
    wasm.ratio32(to, x, y, p, q, r, k, low, high, m);
    return true;
  }

  function widened(x: Values, ox: number, m: number, slot: Slot, into: Slot): number {
    const from = placed(x, ox, m, slot);
    if (from === 0 || x instanceof Int32Array) return from;
    (x instanceof Uint8Array ? wasm.widen8 : wasm.widen16)(into.address, from, m);
    return into.address;
  }

  function flagsOfTwo(name: "both" | "either", inJavaScript: typeof plain.both) {
    return (d: Uint8Array, x: Values, ox: number, y: Values, oy: number, m: number): void => {
      const to = addresses.get(d);
      const [from, other] = [bytes(x, ox, m, first), bytes(y, oy, m, second)];
      if (to === undefined || from === 0 || other === 0) inJavaScript(d, x, ox, y, oy, m);
      else wasm[name](to, from, other, m);
    };
  }

  function sign(name: "negative" | "zero", inJavaScript: typeof plain.zero) {
    return (d: Uint8Array, x: Values, ox: number, m: number): void => {
      const to = addresses.get(d);
      const from = words(x, ox, m, first);
      if (to === undefined || from === 0) inJavaScript(d, x, ox, m);
      else wasm[name](to, from, m);
    };
  }

  const kernels: Replacement["kernels"] = {
    lookup1: (d, a, oa, A, m) => look(0, d, a, oa, A, m),
    addLookup1: (d, a, oa, A, m) => look(-1, d, a, oa, A, m),
    lookup2: (d, a, oa, A, b, ob, B, m) => {
      look(0, d, a, oa, A, m);
      look(-1, d, b, ob, B, m);
    },
    addLookup2: (d, a, oa, A, b, ob, B, m) => {
      look(-1, d, a, oa, A, m);
      look(-1, d, b, ob, B, m);
    },
    lookup3: (d, a, oa, A, b, ob, B, c, oc, C, m) => {
      look(0, d, a, oa, A, m);
      look(-1, d, b, ob, B, m);
      look(-1, d, c, oc, C, m);
    },
    addLookup3: (d, a, oa, A, b, ob, B, c, oc, C, m) => {
      look(-1, d, a, oa, A, m);
      look(-1, d, b, ob, B, m);
      look(-1, d, c, oc, C, m);
    },
    lookup4: (d, a, oa, A, b, ob, B, c, oc, C, e, oe, E, m) => {
      look(0, d, a, oa, A, m);
      look(-1, d, b, ob, B, m);
      look(-1, d, c, oc, C, m);
      look(-1, d, e, oe, E, m);
    },
    addLookup4: (d, a, oa, A, b, ob, B, c, oc, C, e, oe, E, m) => {
      look(-1, d, a, oa, A, m);
      look(-1, d, b, ob, B, m);
      look(-1, d, c, oc, C, m);
      look(-1, d, e, oe, E, m);
    },
    lookupFlag: (d, a, oa, A, m) => {
      const form = flagFormOf(A);
      const to = addresses.get(d);
      const fits = a instanceof Uint8Array || (a instanceof Uint16Array && form?.kind === "threshold");
      const from = fits ? placed(a, oa, m, first) : 0;
      if (to === undefined || from === 0 || form === null) plain.lookupFlag(d, a, oa, A, m);
      else if (form.kind === "threshold")
        (a instanceof Uint8Array ? wasm.above8 : wasm.above16)(to, from, form.end, form.flip, m);
      else {
        levelBytes.set(form.levels);
        wasm.flags(to, from, LEVELS_AT, m);
      }
    },
    steps3: (d, x, ox, a, b, c, table, m) => {
      const to = addresses.get(d);
      const from = words(x, ox, m, first);
      if (to === undefined || from === 0) plain.steps3(d, x, ox, a, b, c, table, m);
      else {
        const [t0 = 0, t1 = 0, t2 = 0, t3 = 0] = table;
        wasm.steps3(to, from, a, b, c, t0, t1 - t0, t2 - t1, t3 - t2, m);
      }
    },
    addTimes32: (d, x, ox, k, m) => {
      const to = addresses.get(d);
      const from = words(x, ox, m, first);
      if (to === undefined || from === 0) plain.addTimes32(d, x, ox, k, m);
      else wasm.addTimes(to, from, k, m);
    },
    sumOfTwo32: (d, start, x, ox, k, y, oy, l, m) => {
      const to = addresses.get(d);
      const [from, other] = [words(x, ox, m, first), words(y, oy, m, second)];
      if (to === undefined || from === 0 || other === 0) plain.sumOfTwo32(d, start, x, ox, k, y, oy, l, m);
      else wasm.sumOfTwo(to, start, from, k, other, l, m);
    },
    addRatio32: (d, a, oa, b, ob, p, q, r, k, low, high, m) => {
      if (!ratio(d, a, oa, b, ob, p, q, r, k, low, high, m))
        plain.addRatio32(d, a, oa, b, ob, p, q, r, k, low, high, m);
    },
    addRatioBelow32: (d, a, oa, b, ob, p, q, r, high, m) => {
      if (!ratio(d, a, oa, b, ob, p, q, r, 1, 0, high, m)) plain.addRatioBelow32(d, a, oa, b, ob, p, q, r, high, m);
    },
    held32: (d, x, ox, low, high, m) => {
      const to = addresses.get(d);
      const from = words(x, ox, m, first);
      if (to === undefined || from === 0) plain.held32(d, x, ox, low, high, m);
      else wasm.held(to, from, low, high, m);
    },
    choose32: (d, f, of, x, ox, y, oy, m) => {
      const to = addresses.get(d);
      const flag = bytes(f, of, m, first);
      const [from, other] = [words(x, ox, m, second), words(y, oy, m, third)];
      if (to === undefined || flag === 0 || from === 0 || other === 0) plain.choose32(d, f, of, x, ox, y, oy, m);
      else wasm.choose(to, flag, from, other, m);
    },
    roundedProduct32: (d, x, ox, y, oy, half, inverse, k, m) => {
      const to = addresses.get(d);
      const [from, other] = [words(x, ox, m, first), words(y, oy, m, second)];
      if (to === undefined || from === 0 || other === 0) plain.roundedProduct32(d, x, ox, y, oy, half, inverse, k, m);
      else wasm.roundedProduct(to, from, other, half, inverse, k, m);
    },
    both: flagsOfTwo("both", plain.both),
    either: flagsOfTwo("either", plain.either),
    not: (d, x, ox, m) => {
      const to = addresses.get(d);
      const from = bytes(x, ox, m, first);
      if (to === undefined || from === 0) plain.not(d, x, ox, m);
      else wasm.not(to, from, m);
    },
    widenRange: (ends, x, ox, f, of, m) => {
      const [from, flag] = [words(x, ox, m, first), bytes(f, of, m, second)];
      // A register of flags has no room that is known to be empty.
      if (from === 0 || flag !== second.address) return plain.widenRange(ends, x, ox, f, of, m);
      second.bytes.fill(0, m, m + 8);
      wasm.range(from, flag, RANGE_AT, m);
      const low = Math.min(rangeWords[0]!, rangeWords[1]!, rangeWords[2]!, rangeWords[3]!);
      const high = Math.max(rangeWords[4]!, rangeWords[5]!, rangeWords[6]!, rangeWords[7]!);
      if (low > high) return;
      ends[0] = Math.min(ends[0]!, low);
      ends[1] = Math.max(ends[1]!, high);
    },
    negative: sign("negative", plain.negative),
    zero: sign("zero", plain.zero),
  };

  return {
    batch: ROWS,
    kernels,
    registers: () => {
      let next = REGISTERS_AT;
      return (kind, length) => {
        // No loop here reads doubles, and what has an address is read as whole numbers.
        if (kind === "f64") return null;
        const at = next;
        const end = at + length * (kind === "flag" ? 1 : 4) + ROOM;
        if (end > buffer.byteLength) return null;
        next = (end + 15) & ~15;
        const register: Register =
          kind === "flag" ? new Uint8Array(buffer, at, length) : new Int32Array(buffer, at, length);
        addresses.set(register, at);
        return register;
      };
    },
  };
}
