/**
 * Responds to the editor's requests about a text: completions, hovers, positions, sums, formatting. The analysis of a
 * text is kept for the next request; the files that it uses are those of the project.
 */
import { analyse } from "@yardstick/language";
import {
  classify,
  complete,
  definition,
  folds,
  formatting,
  hover,
  inlayHints,
  outline,
  references,
  renamable,
  rename,
  signature,
  testLenses,
} from "@yardstick/service";
import { analyseFile, resolvePath, type AnalysedFile } from "yardstick";
import type { ResponseOf, Feature, FeatureRequest } from "../protocol/protocol.js";

/** Requests about a text alone. */
export type TextFeature = Exclude<
  Feature,
  | "sheet"
  | "subjects"
  | "impact"
  | "marks"
  | "notes"
  | "json"
  | "print"
  | "read"
  | "write"
  | "collect"
  | "fix"
  | "document"
  | "recognise"
  | "insertion"
  | "comparison"
  | "sample"
  | "paper"
  | "demonstrate"
>;

/** The text of a file by its path; null when there is none. */
export type Load = (path: string) => string | null;

interface Read extends AnalysedFile {
  readonly path: string;
  /** The texts of the used files at the time of the analysis, by path; null where there was none. */
  readonly loaded: ReadonlyMap<string, string | null>;
}

/** Responds to requests about texts. */
export class Assistant {
  #read: Read | null = null;

  respond(
    { feature, request, lang }: Extract<FeatureRequest, { feature: TextFeature }>,
    load: Load,
  ): ResponseOf<TextFeature> {
    const { analysis, uses } = this.#readOf(request, load);
    switch (feature) {
      case "complete":
        return complete(analysis, request.offset, lang, { uses });
      case "hover":
        return hover(analysis, request.offset, lang);
      case "signature":
        return signature(analysis, request.offset, lang);
      case "definition": {
        const found = definition(analysis, request.offset, (path) => {
          const text = load(resolvePath(request.path, path));
          return text === null ? null : analyse(text);
        });
        return found?.path == null ? found : { ...found, path: resolvePath(request.path, found.path) };
      }
      case "references":
        return references(analysis, request.offset);
      case "renamable":
        return renamable(analysis, request.offset);
      case "rename":
        return rename(analysis, request.offset, request.to, lang, { uses });
      case "hints":
        return inlayHints(analysis, lang);
      case "folds":
        return folds(analysis);
      case "tokens":
        return classify(analysis);
      case "lenses":
        return testLenses(analysis);
      case "format":
        return formatting(analysis);
      case "outline":
        return outline(analysis);
    }
  }

  #readOf({ rubric, path }: { readonly rubric: string; readonly path: string }, load: Load): Read {
    const known = this.#read;
    const isSame =
      known?.path === path &&
      known.analysis.tree.source === rubric &&
      [...known.loaded].every(([file, text]) => load(file) === text);
    if (isSame) return known;
    const loaded = new Map<string, string | null>();
    const loadOnce = (file: string) => {
      const text = loaded.get(file) ?? load(file);
      loaded.set(file, text);
      return text;
    };
    this.#read = { path, ...analyseFile(rubric, path, loadOnce), loaded };
    return this.#read;
  }
}
