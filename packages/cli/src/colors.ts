/**
 * Colours of the output: set by `--color`; by default used on a terminal unless `NO_COLOR` is set.
 */
import picocolors from "picocolors";
import type { Io, Writer } from "./io.js";

/** Functions that colour text, or return it unchanged. */
export type Colors = ReturnType<typeof picocolors.createColors>;
/** The values of `--color`. */
export type ColorChoice = "auto" | "always" | "never";

/** The colours for an output stream. */
export function colorsFor(writer: Writer, choice: ColorChoice, env: Io["env"]): Colors {
  const isEnabled = choice === "always" || (choice === "auto" && writer.isTTY === true && !env["NO_COLOR"]);
  return picocolors.createColors(isEnabled);
}
