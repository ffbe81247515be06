/** The attributes in the head of a section or an item, other than name, points, weight, department and clause. */
import type { ast, Leaf, RoleName, Span } from "@yardstick/language";
import type { Piece } from "./piece.js";
import { bodyOf, type DocumentContext } from "./document-context.js";

/** The attributes of a head other than name, points, weight, department and clause, one sentence each. */
export function attributesOf(context: DocumentContext, part: ast.Section | ast.Item): readonly (readonly Piece[])[] {
  const { sentences } = context;
  const found: (readonly Piece[])[] = [];
  if (part.applies !== null) found.push(sentences.of(part.applies.span));
  if (part.within !== null) found.push(withKeyword(context, "Within", part.within.span, part.span));
  if (part.rounds !== null) found.push(sentences.of(part.rounds.span));
  const rest = restOfHead(context, part);
  if (rest.length > 0) found.push(sentences.from(rest));
  return found;
}

/** Parts of the head that have no meaning there, such as the points of a bonus; they are shown nevertheless. */
function restOfHead(context: DocumentContext, part: ast.Section | ast.Item): readonly Leaf[] {
  const shown = [
    part.name,
    part.kind === "item" && part.form !== "item" ? part.upTo : part.points,
    part.weight,
    part.within,
    part.assessor,
  ];
  const others = [part.basis, part.applies, part.rounds, part.kind === "section" ? (part.variants?.by ?? null) : null];
  const covered = [...shown, ...others].flatMap((node) => (node === null ? [] : [node.span]));
  const [bodyStart] = bodyOf(context, part.span);
  return context.sentences
    .leaves([part.span[0], bodyStart])
    .filter((leaf) => leaf.role === null && leaf.token !== null && leaf.place === "inside")
    .filter(
      (leaf) =>
        /^[^{｛]/.test(leaf.token?.image ?? "") &&
        !covered.some(([from, to]) => from <= leaf.span[0] && leaf.span[0] < to),
    )
    .filter((leaf) =>
      ["Number", "Text", "Date", "Identifier", "QuotedName"].includes(leaf.token?.tokenType.name ?? ""),
    );
}

function withKeyword(
  { sentences }: DocumentContext,
  role: RoleName,
  [start, end]: Span,
  within: Span,
): readonly Piece[] {
  const keyword = sentences
    .leaves([within[0], start])
    .filter((leaf) => leaf.role === role)
    .at(-1);
  return sentences.of([keyword?.span[0] ?? start, end]);
}
