/**
 * The basis of all edits of the form: the current text with its analysis, and the only way to change it. An edit that
 * is rejected (in a read-only tab) has no effect.
 */
import {
  analyse,
  applyEdits,
  inLineBreaks,
  parse,
  putBackTo,
  render,
  severityOf,
  vocabularyOf,
  type Analysis,
  type ast,
  type Diagnostic,
  type Lang,
  type Parsed,
  type TextEdit,
} from "@yardstick/language";
import { namesIn } from "../edit/fill-slot.js";
import { documentOf, type DocumentView } from "../model/document.js";
import { documentContextOf } from "../model/document-context.js";
import { UsedPrograms, type FindUsed, type Program } from "./used-programs.js";

/** The text and the only way to change it. */
export interface FormText {
  readonly rubric: string;
  readonly lang: Lang;
  readonly findUsed: FindUsed;
  editRubric(edits: readonly TextEdit[]): void;
}

/** Offset in the new text that is revealed after an edit. Null: nothing was changed. */
export type Landing = number | null;

interface Derived {
  readonly parsed: Parsed;
  readonly uses: ReadonlyMap<string, Program>;
  readonly analysis: Analysis;
  readonly lang: Lang;
  readonly view: DocumentView;
  readonly diagnostics: readonly Diagnostic[];
}

/** The text of the form with its analysis and its view model, which are computed once per text. */
export class FormCore {
  #derived: Derived | null = null;
  readonly #usedPrograms: UsedPrograms;

  constructor(private readonly text: FormText) {
    this.#usedPrograms = new UsedPrograms((path, file) => text.findUsed(path, file));
  }

  get rubric(): string {
    return this.text.rubric;
  }
  usedText(path: string): string | null {
    return this.text.findUsed(path, null)?.text ?? null;
  }
  /**
   * The parse result without the findings of the checker: edits are validated against it, so that a semantic error
   * cannot mask a new syntax error.
   */
  get parsed(): Parsed {
    return this.#derive().parsed;
  }
  get analysis(): Analysis {
    return this.#derive().analysis;
  }
  get view(): DocumentView {
    return this.#derive().view;
  }
  get diagnostics(): readonly Diagnostic[] {
    return this.#derive().diagnostics;
  }
  /** The vocabulary of the text; for an empty text, that of the interface. */
  get written(): Lang {
    const { tree } = this.parsed;
    return tree.tokens.length === 0 ? this.text.lang : vocabularyOf(tree);
  }

  apply(wanted: readonly TextEdit[] | null): Landing {
    if (wanted === null || wanted.length === 0) return null;
    const { rubric } = this.text;
    const edits = inLineBreaks(rubric, wanted);
    this.text.editRubric(edits);
    if (this.text.rubric !== applyEdits(rubric, edits)) return null;
    return landingOf(edits);
  }

  /** Replaces the text by another in one edit of the part that differs. */
  replaceText(text: string): Landing {
    return this.apply(putBackTo(text, this.text.rubric)?.edits ?? null);
  }

  find(text: string, from: number): Landing {
    const at = this.text.rubric.indexOf(text, from);
    return at < 0 ? null : at;
  }

  /** The name itself when it is unused, otherwise with the first free number. */
  freeName(wanted: string): string {
    const taken = namesIn(this.parsed);
    const isText = textsIn(this.parsed.rubric).includes(wanted);
    if (!taken.has(wanted) && !isText) return wanted;
    let number = 2;
    while (taken.has(`${wanted}${number}`)) number += 1;
    return `${wanted}${number}`;
  }

  #derive(): Derived {
    const { rubric, lang } = this.text;
    const known = this.#derived;
    const parsed = known?.parsed.tree.source === rubric ? known.parsed : parse(rubric);
    const uses = this.#usedPrograms.of(parsed.rubric);
    const isSame = known !== null && known.parsed === parsed && known.uses === uses;
    if (isSame && known.lang === lang) return known;
    const analysis = isSame ? known.analysis : analyse(rubric, { uses });
    const broken = parsed.findings.filter((found) => severityOf(found) === "error").map(({ span }) => span);
    const view = documentOf(documentContextOf(analysis, lang, broken));
    this.#derived = {
      parsed,
      uses,
      analysis,
      lang,
      view,
      diagnostics: analysis.findings.map((found) => render(found, lang)),
    };
    return this.#derived;
  }
}

/** Offset of the first inserted text. */
function landingOf(edits: readonly TextEdit[]): number {
  const [first] = [...edits].sort((a, b) => a.span[0] - b.span[0]).filter(({ text }) => text.trim() !== "");
  if (first === undefined) return edits[0]?.span[0] ?? 0;
  const shift = edits
    .filter(({ span }) => span[1] <= first.span[0] && span[0] < first.span[0])
    .reduce((sum, { span, text }) => sum + text.length - (span[1] - span[0]), 0);
  return first.span[0] + shift + (/^\s*/.exec(first.text)?.[0].length ?? 0);
}
function textsIn(rubric: ast.Rubric): readonly string[] {
  return rubric.declarations.flatMap((each) =>
    each.kind === "scenario" || each.kind === "test" ? [each.name.value] : [],
  );
}
