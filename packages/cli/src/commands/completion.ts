/**
 * `yardstick completion`: the script by which a shell completes commands, options and their values.
 */
import { SHELLS, completionScript } from "../completion-scripts.js";
import type { Context } from "../context.js";
import type { ExitCode } from "../exit.js";
import { DONE } from "../exit.js";
import { oneOf } from "../output.js";
import { completedCommands } from "../usage.js";

/** Runs the command. Throws a `Failure` for an unknown shell. */
export function completion(shell: string, context: Context): ExitCode {
  const known = oneOf("SHELL", shell, SHELLS, context);
  context.io.stdout.write(completionScript(known, completedCommands(context.lang, context.messages.usage, context.io)));
  return DONE;
}
