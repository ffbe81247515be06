/**
 * Names of the columns of a result: the rubric's own words, each once, whatever case they are in, and short enough for the engine.
 */
import type { Dialect } from "../dialects/index.js";
import type { ColumnMeaning } from "./published.js";

/** Parallel to `meanings`. */
export function columnNames(meanings: readonly ColumnMeaning[], { nameBytes }: Dialect): readonly string[] {
  const taken = new Set<string>();
  return meanings.map((meaning, index) => {
    const own = "name" in meaning ? meaning.name : meaning.of;
    for (let number = 1; ; number += 1) {
      const numbered = number === 1 ? own : `${own} ${number}`;
      // A name that the server would cut is replaced; what it stands for is in the list of columns.
      const name = isCut(numbered, nameBytes) ? `column ${index + 1}` : numbered;
      const folded = name.normalize("NFC").toLowerCase();
      if (name === "" || taken.has(folded)) continue;
      taken.add(folded);
      return name;
    }
  });
}

/** Whether a server cuts a name, which then is the name of something else; `nameBytes`: what it may have. */
export function isCut(name: string, nameBytes: number | null): boolean {
  return nameBytes !== null && bytesOf(name) > nameBytes;
}

/** Bytes of UTF-8. */
function bytesOf(text: string): number {
  return [...text].reduce((sum, letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return sum + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
  }, 0);
}
