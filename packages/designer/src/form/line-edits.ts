/** Edits of the rules of an item; a rule is identified by its start offset. */
import { addLine, keywordIn, leavesOf, moveLine, removeLine, type ast, type Span } from "@yardstick/language";
import { copyOf } from "../edit/copied.js";
import { namesIn } from "../edit/fill-slot.js";
import { placeOfLine } from "../edit/places.js";
import { ifValid } from "../edit/valid-edits.js";
import { addSuffix, removeSuffix } from "../edit/suffixes.js";
import { lineText, type LineTemplate, type SuffixTemplate } from "../edit/templates.js";
import type { FormCore, Landing } from "./form-core.js";

/** Edits of rules. Each method returns where to look after the edit. */
export class LineEdits {
  constructor(private readonly core: FormCore) {}

  add(parent: { readonly span: Span; readonly branch?: "otherwise" }, index: number, template: LineTemplate): Landing {
    const lang = this.core.written;
    const judged = this.core.freeName(lang === "zh" ? "酌情事项" : "matter");
    return this.core.apply(addLine(this.core.parsed, parent, index, lineText(template, lang, judged)));
  }

  move(span: Span, by: -1 | 1): Landing {
    const place = placeOfLine(this.core.parsed.rubric, span);
    if (place === null || place.index + by < 0 || place.index + by >= place.siblings.length) return null;
    const before = this.core.rubric.slice(...place.line.span);
    this.core.apply(moveLine(this.core.parsed, place.line, place.into, place.index + by));
    const other = place.siblings[place.index + by]?.span ?? span;
    return this.core.find(before, Math.min(span[0], other[0]));
  }

  remove(span: Span): Landing {
    const place = placeOfLine(this.core.parsed.rubric, span);
    if (place === null) return null;
    const landed = this.core.apply(removeLine(this.core.parsed, place.line));
    return landed === null ? null : Math.max(0, (place.siblings[place.index - 1] ?? place.item).span[0]);
  }

  copy(span: Span): Landing {
    const place = placeOfLine(this.core.parsed.rubric, span);
    if (place === null) return null;
    const text = copyOf(this.core.parsed, span, namesIn(this.core.parsed));
    return this.core.apply(addLine(this.core.parsed, place.into, place.index + 1, text));
  }

  addSuffix(span: Span, template: SuffixTemplate): Landing {
    const line = placeOfLine(this.core.parsed.rubric, span)?.line;
    return line?.kind === "line" ? this.core.apply(addSuffix(this.core.parsed, line, template)) : null;
  }

  removeSuffix(span: Span, kind: ast.Suffix["kind"]): Landing {
    const line = placeOfLine(this.core.parsed.rubric, span)?.line;
    return line?.kind === "line" ? this.core.apply(removeSuffix(this.core.parsed, line, kind)) : null;
  }

  /** Adds an `otherwise` to a block, with one rule in it. */
  addOtherwise(span: Span): Landing {
    const block = this.at(span);
    if (block?.kind !== "line-block" || block.otherwise.length > 0) return null;
    const lang = this.core.written;
    const { source } = this.core.parsed.tree;
    const margin = /^[ \t\u3000]*/.exec(source.slice(source.lastIndexOf("\n", block.span[0] - 1) + 1))?.[0] ?? "";
    const text = ` ${keywordIn(lang, "Otherwise")} {\n${margin}  ${lineText("per", lang, "")}\n${margin}}`;
    return this.core.apply(ifValid(this.core.parsed, [{ span: [block.span[1], block.span[1]], text }]));
  }

  at(span: Span): ast.LineNode | null {
    return placeOfLine(this.core.parsed.rubric, span)?.line ?? null;
  }

  /** Replaces `扣` by `加`, or vice versa. */
  swap(span: Span, from: "Deduct" | "Add"): Landing {
    const line = this.at(span);
    if (line?.kind !== "line") return null;
    const leaf = leavesOf(this.core.parsed.tree).find(
      (each) => each.role === from && each.span[0] >= line.span[0] && each.span[1] <= line.span[1],
    );
    if (leaf === undefined) return null;
    const text = keywordIn(this.core.written, from === "Deduct" ? "Add" : "Deduct");
    this.core.apply(ifValid(this.core.parsed, [{ span: leaf.span, text }]));
    return line.span[0];
  }
}
