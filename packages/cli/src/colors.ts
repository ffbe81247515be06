/**
 * Whether to colour, and with what: `--color`, else a terminal decides, and `NO_COLOR` says no.
 */
import picocolors from "picocolors";
import type { Io, Writer } from "./io.js";

export type Colors = ReturnType<typeof picocolors.createColors>;
export type ColorChoice = "auto" | "always" | "never";

export function colorsFor(writer: Writer, choice: ColorChoice, env: Io["env"]): Colors {
  const isWanted = choice === "always" || (choice === "auto" && writer.isTTY === true && !env["NO_COLOR"]);
  return picocolors.createColors(isWanted);
}
