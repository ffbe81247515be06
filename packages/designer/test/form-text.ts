// A form over a plain string, and its document as text: `[…]` is a slot.

import { applyEdits, type Lang, type TextEdit } from "@yardstick/language";
import { RubricForm } from "../src/form/rubric-form.js";
import type { PartView } from "../src/model/document.js";
import type { LineNodeView } from "../src/model/item-view.js";
import type { Piece } from "../src/model/piece.js";

export function formOf(rubric: string, lang: Lang = "zh", used: Readonly<Record<string, string>> = {}) {
  const text = {
    rubric,
    lang,
    findUsed: (path: string) => {
      const file = path.replace(/^\.\//u, "");
      return used[file] === undefined ? null : { file, text: used[file] };
    },
    editRubric(edits: readonly TextEdit[]) {
      text.rubric = applyEdits(text.rubric, edits);
    },
  };
  return { form: new RubricForm(text), text };
}

export function textOfPieces(pieces: readonly Piece[]): string {
  return pieces
    .map((piece): string => {
      if (piece.kind === "word") return piece.text;
      if (piece.kind === "slot") return `[${piece.value}]`;
      const rows = piece.rows.map(
        (row) => (row.key.length > 0 ? `${textOfPieces(row.key)} → ` : "") + textOfPieces(row.pieces),
      );
      return `{${rows.join(" | ")}}`;
    })
    .join(" ");
}

export function linesOf(lines: readonly LineNodeView[]): string[] {
  return lines.flatMap((line): string[] => {
    if (line.kind === "card") return [`card: ${line.text}`];
    if (line.kind === "line") return [`${line.sign}: ${textOfPieces(line.pieces)}`];
    const otherwise =
      line.otherwise === null ? [] : ["otherwise", ...linesOf(line.otherwise).map((each) => `  ${each}`)];
    return [`block: ${textOfPieces(line.head)}`, ...linesOf(line.lines).map((each) => `  ${each}`), ...otherwise];
  });
}

/** All parts, including those inside sections and cases. */
export function allParts(parts: readonly PartView[]): readonly PartView[] {
  return parts.flatMap((part) =>
    part.kind === "section"
      ? [part, ...allParts([...part.parts, ...part.cases.flatMap((each) => each.parts)])]
      : [part],
  );
}
