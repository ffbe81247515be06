/**
 * What every command is given besides its own arguments: the world, the language, the messages, and colours for both streams.
 */
import type { Lang } from "@yardstick/language";
import type { ColorChoice, Colors } from "./colors.js";
import { colorsFor } from "./colors.js";
import { FileReader } from "./files.js";
import type { Io } from "./io.js";
import { Progress } from "./progress.js";
import type { Messages } from "./messages.js";
import { messagesOf } from "./messages.js";

export interface Context {
  readonly io: Io;
  readonly lang: Lang;
  readonly messages: Messages;
  /** For standard output, and for standard error. */
  readonly out: Colors;
  readonly err: Colors;
  readonly files: FileReader;
  readonly progress: Progress;
}

export function contextOf(io: Io, lang: Lang, color: ColorChoice): Context {
  const messages = messagesOf[lang];
  return {
    io,
    lang,
    messages,
    out: colorsFor(io.stdout, color, io.env),
    err: colorsFor(io.stderr, color, io.env),
    files: new FileReader(io, messages),
    progress: new Progress(io),
  };
}

/** A line for people on standard error. */
export function note({ io, progress }: Context, line: string): void {
  progress.aside(() => io.stderr.write(`${line}\n`));
}
