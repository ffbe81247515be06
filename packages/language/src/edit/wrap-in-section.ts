/** Puts a section around parts that follow each other, which are set in by one step. */
import type { TextEdit } from "../diagnostics/diagnostic.js";
import { lineBreak } from "../source/line-break.js";
import type { Span } from "../source/span.js";
import type { Parsed } from "../syntax/syntax-tree.js";
import { positionIn, type Container } from "./container.js";
import { extentOf } from "./extent.js";
import type { Spanned } from "./find-node.js";
import { partIn } from "./fragment.js";
import { verified, withReplaced } from "./intended-tree.js";
import { placeOf } from "./part-place.js";
import { isBlank, nextLine } from "./text-lines.js";

const step = "  ";

/**
 * `head` is the section's head as text: `大类 党建 18 分`. Null where the parts do not stand one after another in one place, or
 * `head` is none.
 */
export function wrapInSection(parsed: Parsed, parts: readonly Spanned[], head: string): readonly TextEdit[] | null {
  const found = parts.map((part) => placeOf(parsed, part)).filter((f) => f !== null);
  const [first] = found;
  const section = partIn(parsed, `${head} {}`);
  if (first === undefined || found.length !== parts.length || section?.kind !== "section") return null;
  const { container, list } = first.place;
  const at = list.indexOf(first.part);
  if (!found.every((f, i) => f.place.list === list && list[at + i] === f.part)) return null;
  const wrapped = { ...section, parts: found.map((f) => f.part) };
  const meant = [...list.slice(0, at), wrapped, ...list.slice(at + found.length)];
  const from = positionIn(container, first.part.span);
  const to = positionIn(container, found[found.length - 1]?.part.span ?? first.part.span);
  return verified(
    parsed,
    editsAround(parsed, container, from, to, head),
    withReplaced(parsed.rubric, new Map([[list, meant]])),
  );
}

function editsAround({ tree }: Parsed, container: Container, from: number, to: number, head: string): TextEdit[] {
  const { source } = tree;
  const first = extentOf(tree, container, from);
  const last = extentOf(tree, container, to);
  if (first.start === null || last.end === null) {
    const [[start], [, end]] = [container.elements[from] as Span, container.elements[to] as Span];
    const before =
      first.start === null
        ? insertion(start, `${head} { `)
        : insertion(first.start, `${container.indent}${head} {${lineBreak(source)}`);
    return [before, insertion(end, " }")];
  }
  const eol = lineBreak(source);
  const { start } = first;
  const { end } = last;
  const isEnded = source[end - 1] === "\n";
  return [
    insertion(start, `${container.indent}${head} {${eol}`),
    ...setInByStep(tree, start, end),
    insertion(end, isEnded ? `${container.indent}}${eol}` : `${eol}${container.indent}}`),
  ];
}

function insertion(at: number, text: string): TextEdit {
  return { span: [at, at], text };
}

/** Each line that has something on it, save inside a comment. */
function setInByStep({ source, comments }: Parsed["tree"], start: number, end: number): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let line = start; line < end; line = nextLine(source, line)) {
    const isInside = comments.some((c) => c.start < line && line < c.end);
    if (!isInside && !isBlank(source.slice(line, nextLine(source, line)))) edits.push(insertion(line, step));
  }
  return edits;
}
