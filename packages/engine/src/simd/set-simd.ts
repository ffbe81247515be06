/**
 * Turns the loops in WebAssembly on and off. They are on wherever they can run and subjects are many; results are the same with and
 * without.
 */
import { replaceKernels } from "../columnar/kernels-in-use.js";
import { MODULE } from "./module.js";
import type { Exports } from "./simd-kernels.js";
import { simdKernels } from "./simd-kernels.js";

/** Pages of 64 KiB: room for 200 registers of a batch. Pages that are never written to take no memory. */
const PAGES = 64;

/** The part of `WebAssembly` that is used here, and `atob`; both are present in Node, in pages and in Workers. */
export interface Host {
  readonly WebAssembly?: {
    readonly Memory: new (size: { readonly initial: number; readonly maximum: number }) => {
      readonly buffer: ArrayBuffer;
    };
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
  };
  readonly atob?: (text: string) => string;
}

/** Null: they cannot run here; undefined: not yet tried. */
let made: ReturnType<typeof simdKernels> | null | undefined;
/** Undefined: nothing was set, so that the first session of many subjects turns them on. */
let isOn: boolean | undefined;

/**
 * Turns the loops in WebAssembly on or off for this thread, and returns whether they run. They cannot where WebAssembly is missing, has
 * no vectors, or is forbidden by the content policy (which must allow `wasm-unsafe-eval`); those in JavaScript then do the same work.
 */
export function setSimd(isWanted: boolean): boolean {
  isOn = isWanted;
  if (isWanted && made === undefined) made = kernelsOf(globalThis as unknown as Host);
  const kernels = isWanted ? (made ?? null) : null;
  replaceKernels(kernels);
  return kernels !== null;
}

/** Turns them on unless it was set whether they run. */
export function prepareSimd(): void {
  if (isOn === undefined) setSimd(true);
}

/** The loops, with a memory of their own; null where the host does not run them. */
export function kernelsOf({ WebAssembly, atob }: Host): ReturnType<typeof simdKernels> | null {
  if (WebAssembly === undefined || atob === undefined) return null;
  try {
    const memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES });
    const module = new WebAssembly.Module(Uint8Array.from(atob(MODULE), (char) => char.charCodeAt(0)));
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    return simdKernels(exports as Exports, memory.buffer);
  } catch {
    return null;
  }
}
