/**
 * One rule in the words of an appraisal document, as a rubric writes it: `如果迟报次数大于3，扣1分` becomes `若 迟报次数 > 3 扣 1分`.
 * A proposal for a quick fix, never taken by itself; what the grammar does not read afterwards is not proposed.
 */
import type { Lang } from "../vocabulary/bilingual.js";
import { noteOn } from "./everyday-words.js";
import { grammar } from "./grammar.js";
import { incomplete } from "./incomplete.js";
import { layout } from "./layout.js";
import { pieces, type Piece } from "./pieces.js";
import { scan } from "./scan.js";
import { Rewriter, type Element, type Rewording, type Tail } from "./rewriter.js";

/** `names` with the kind each is declared as; `tail` is the block behind the stretch; `lang` is what the rubric is written in. */
export function reworded(
  stretch: string,
  element: Element,
  tail: Tail,
  names: ReadonlyMap<string, string>,
  lang: Lang,
): Rewording | null {
  const cut = pieces(stretch, names);
  if (cut === null || cut.length === 0) return null;
  const form = element === "line" ? incomplete(cut) : null;
  if (form !== null) return form;
  const rewriter = new Rewriter(cut, element, names, tail, lang);
  rewriter.run();
  const text = joined(rewriter.out);
  if (text === stretch.trim() || text === "" || !reads(`${text}${tail === "" ? "" : " {}"}`, element)) return null;
  const words = rewriter.said.filter((piece) => /[\p{L}\p{N}]/u.test(piece.found));
  const all = words.length > 0 ? words : rewriter.said;
  const said = all.filter((one) => !all.some((other) => holds(other, one))).sort((a, b) => a.at - b.at);
  const [first, last] = [said[0] ?? cut[0]!, said[0] ?? cut.at(-1)!];
  const notes = said.flatMap((piece) => noteOn(piece.found) ?? []);
  return {
    text,
    said: [...new Set(said.map((piece) => piece.found))],
    isForm: false,
    at: [first.at, last.at + last.found.length],
    note: rewriter.note ?? notes[0] ?? null,
  };
}

function holds(outer: Piece, inner: Piece): boolean {
  const isLonger = outer.found.length > inner.found.length;
  return isLonger && outer.at <= inner.at && inner.at + inner.found.length <= outer.at + outer.found.length;
}

/** Whether the grammar takes the text as one such element, whole. */
export function reads(text: string, element: Element): boolean {
  const scanned = scan(text, new Set());
  const { tokens, findings, stopped } = layout(scanned.tokens);
  if (stopped || scanned.findings.length > 0 || findings.length > 0) return false;
  grammar.input = tokens;
  grammar[element]();
  return grammar.errors.length === 0;
}

function joined(out: readonly Piece[]): string {
  let text = "";
  out.forEach((piece, i) => {
    const before = out[i - 1];
    const tight =
      before === undefined ||
      /^[,，、:：;；)）\].．]$/.test(piece.text) ||
      /^[(（[.．]$/.test(before.text) ||
      (/^[(（]$/.test(piece.text) && before.at + before.found.length === piece.at);
    text += (tight ? "" : " ") + piece.text;
  });
  return text;
}
