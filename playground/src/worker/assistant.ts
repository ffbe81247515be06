/**
 * Answers what an editor asks about a text: completions, hovers, places, sums. One analysis a text, kept for the next question.
 */
import { analyse, type Analysis } from "@yardstick/language";
import { complete, definition, hover, inlayHints, outline, references, signature } from "@yardstick/service";
import type { AnswerOf, Feature, Question } from "./protocol.js";

/** What is asked about a text alone. */
export type TextFeature = Exclude<Feature, "sheet" | "subjects" | "json" | "paper" | "read" | "write" | "demonstrate">;

export class Assistant {
  #analysis: Analysis | null = null;

  answer({ feature, ask, lang }: Extract<Question, { feature: TextFeature }>): AnswerOf<TextFeature> {
    const analysis = this.#analysisOf(ask.rubric);
    switch (feature) {
      case "complete":
        return complete(analysis, ask.offset, lang);
      case "hover":
        return hover(analysis, ask.offset, lang);
      case "signature":
        return signature(analysis, ask.offset, lang);
      case "definition":
        return definition(analysis, ask.offset);
      case "references":
        return references(analysis, ask.offset);
      case "hints":
        return inlayHints(analysis);
      case "outline":
        return outline(analysis);
    }
  }

  #analysisOf(rubric: string): Analysis {
    if (this.#analysis?.tree.source !== rubric) this.#analysis = analyse(rubric);
    return this.#analysis;
  }
}
