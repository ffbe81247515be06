/**
 * How much memory there is, and the errors that say that it does not suffice.
 */
import { totalmem } from "node:os";
import process from "node:process";

let known: number | null = null;

/** Bytes of memory that the process may have: that of the machine, or of its container where that is less. Found once, since it is read from files. */
export function memoryOfMachine(): number {
  if (known === null) {
    const constrained = process.constrainedMemory();
    const all = totalmem();
    known = constrained > 0 && constrained < all ? constrained : all;
  }
  return known;
}

/** Whether an error says that memory for an array or a text could not be had. */
export function isOutOfMemory(error: unknown): boolean {
  return (
    error instanceof RangeError &&
    /allocation failed|^Invalid (?:typed array|array|string) length|Cannot create a string longer/u.test(error.message)
  );
}
