/**
 * HTML put together from pieces: text is always escaped, only what the tag `markup` made is markup. No script, nothing from
 * elsewhere. The tag is not called `html`, or a formatter would put spaces where a page shows them.
 */

/** Markup that needs no more escaping. */
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

/** A template whose params are escaped unless they are markup themselves. */
export function markup(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let text = strings[0] ?? "";
  pieces.forEach((piece, index) => {
    text += escaped(piece) + (strings[index + 1] ?? "");
  });
  return { markup: text };
}

/** A whole page that needs nothing beside itself. */
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
