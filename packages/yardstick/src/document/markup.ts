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

function escaped(piece: Piece): string {
  if (piece === null) return "";
  if (typeof piece === "number") return String(piece);
  if (typeof piece === "string") return piece.replace(/[&<>"']/gu, (sign) => SIGNS[sign] ?? sign);
  return "markup" in piece ? piece.markup : piece.map(escaped).join("");
}

/** A template whose values are escaped unless they are markup. */
export function markup(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let text = strings[0] ?? "";
  pieces.forEach((piece, index) => {
    text += escaped(piece) + (strings[index + 1] ?? "");
  });
  return { markup: text };
}

/** A complete, self-contained page. */
export function page(lang: string, title: string, style: string, body: readonly Markup[]): string {
  return markup`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
${body.flatMap((each) => [each, "\n"])}</body>
</html>
`.markup;
}
