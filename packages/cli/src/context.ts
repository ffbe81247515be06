/**
 * The environment of a command besides its own arguments.
 */
import type { Lang } from "@yardstick/language";
import type { ColorChoice, Colors } from "./colors.js";
import { colorsFor } from "./colors.js";
import { FileReader } from "./files.js";
import type { Io } from "./io.js";
import { Progress } from "./progress.js";
import type { Messages } from "./messages.js";
import { messagesOf } from "./messages.js";

/** Streams, language, messages, colours, files and progress of a command. */
export interface Context {
  readonly io: Io;
  readonly lang: Lang;
  readonly messages: Messages;
  /** Colours for standard output. */
  readonly out: Colors;
  /** Colours for standard error. */
  readonly err: Colors;
  readonly files: FileReader;
  readonly progress: Progress;
}

/** Creates the context of a command. */
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

/** Writes a line to standard error. */
export function note({ io, progress }: Context, line: string): void {
  progress.aside(() => io.stderr.write(`${line}\n`));
}
