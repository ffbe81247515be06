/**
 * Builds HTML from templates: text is always escaped, and only values made by the tag `markup` are inserted as markup. Pages contain no
 * scripts and no external resources. The tag is not named `html`, since formatters would add white space to such templates.
 */

/** HTML that is inserted without escaping. */
export interface Markup {
  readonly markup: string;
}

type Piece = Markup | string | number | null | readonly (Markup | string)[];

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const ESCAPED = /[&<>"']/u;
const ALL_ESCAPED = /[&<>"']/gu;

function escaped(piece: Piece): string {
  if (typeof piece === "string")
    return ESCAPED.test(piece) ? piece.replace(ALL_ESCAPED, (sign) => SIGNS[sign] ?? sign) : piece;
  if (piece === null) return "";
  if (typeof piece === "number") return String(piece);
  if ("markup" in piece) return piece.markup;
  let text = "";
  for (const each of piece) text += escaped(each);
  return text;
}

/** A template whose values are escaped unless they are markup. */
export function markup(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let text = strings[0] ?? "";
  for (let index = 0; index < pieces.length; index += 1)
    text += escaped(pieces[index] ?? null) + (strings[index + 1] ?? "");
  return { markup: text };
}

/** A complete, self-contained page. */
export function page(lang: string, title: string, style: string, body: readonly Markup[]): string {
  return [...pagePieces(lang, title, [style], body)].join("");
}

/** The text of `page` in pieces; style and body are read as they are written. */
export function* pagePieces(
  lang: string,
  title: string,
  style: Iterable<string>,
  body: Iterable<Markup>,
): Generator<string, void, void> {
  yield markup`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>`.markup;
  yield* style;
  yield `</style>
</head>
<body>
`;
  for (const each of body) yield `${each.markup}\n`;
  yield `</body>
</html>
`;
}
