/**
 * Comma-separated text to rows of cells, for the independent evaluator.
 */

/** Rows of cells; quotes are taken off, doubled ones are one. */
export function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let [cell, isQuoted] = ["", false];
  const characters = [...text.replace(/^\uFEFF/u, ""), "\n"];
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? "";
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (characters[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === "," || character === "\n") {
      rows.at(-1)?.push(cell);
      cell = "";
      if (character === "\n") rows.push([]);
    } else if (character !== "\r") cell += character;
  }
  return rows.filter((row) => row.some((each) => each !== ""));
}

/** Cells as one line of comma-separated text each. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => `${row.map(cell).join(",")}\n`).join("");
}
