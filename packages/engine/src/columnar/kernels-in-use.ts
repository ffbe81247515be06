/**
 * The loops that steps run: those of `kernels.ts`, some of them replaced by faster ones with the same results where
 * WebAssembly is available.
 */
import * as plain from "./kernels.js";
import type { Register } from "./kernels.js";

/** Number of subjects computed together: registers of this length stay in the first two levels of cache. */
export const BATCH = 2048;

export type Kernels = typeof plain;

/** Loops that replace those of the same name, and the registers that they can write to. */
export interface Replacement {
  /** Number of subjects computed together. */
  readonly batch: number;
  readonly kernels: Partial<Kernels>;
  /** Makes the registers of one program. Null: an ordinary array has to do. */
  readonly registers: () => (kind: "flag" | "i32" | "f64", length: number) => Register | null;
}

const NONE: Replacement = { batch: BATCH, kernels: {}, registers: () => () => null };

let used = NONE;

/** What a step calls; looked up at each batch. */
export const kernels: Kernels = { ...plain };

/** Null: the plain ones again. */
export function replaceKernels(replacement: Replacement | null): void {
  used = replacement ?? NONE;
  Object.assign(kernels, plain, used.kernels);
}

/** Whether a division takes less time than a look into a table. */
export function dividesFast(): boolean {
  return used !== NONE;
}

/** Makes registers whose content is wanted no longer than until another program runs. */
export function passingRegisters(): ReturnType<Replacement["registers"]> {
  return used.registers();
}

/** How many subjects the loops in use take at a time. */
export function batchInUse(): number {
  return used.batch;
}
