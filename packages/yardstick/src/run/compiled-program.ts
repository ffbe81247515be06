/** The form of a compiled rubric: what `yardstick compile` writes and `yardstick/run` scores. */
import type { CompiledCore } from "@yardstick/engine/run";
import { ENGINE_VERSION } from "../version/engine-version.js";

/** Marks the JSON of a compiled rubric. */
export const PROGRAM_FORMAT = "yardstick-program";

/** A compiled rubric: plain JSON. It is valid for the version that compiled it. */
export interface CompiledProgram extends CompiledCore {
  readonly format: typeof PROGRAM_FORMAT;
  /** Version of the engine that compiled it. */
  readonly engine: string;
}

/** Throws a `TypeError` for what is no compiled rubric and a `RangeError` for one of another version. */
export function checkProgram(program: unknown): asserts program is CompiledProgram {
  const { format, engine } = (program ?? {}) as Partial<CompiledProgram>;
  if (format !== PROGRAM_FORMAT) throw new TypeError("this is no compiled rubric: compile one by `yardstick compile`");
  if (engine !== ENGINE_VERSION)
    throw new RangeError(
      `the rubric was compiled by version ${engine ?? "unknown"}; compile it again by ${ENGINE_VERSION}`,
    );
}
