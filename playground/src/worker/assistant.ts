/**
 * Responds to the editor's requests about a text: completions, hovers, positions, sums, formatting. The analysis of a
 * text is kept for the next request; the files that it uses are those of the project.
 */
import { analyse, type Analysis } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
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
import { checkFiles, resolvePath } from "yardstick";
import type { ResponseOf, Feature, FeatureRequest } from "../protocol/protocol.js";

/** Requests about a text alone. */
export type TextFeature = Exclude<
  Feature,
  "sheet" | "subjects" | "notes" | "json" | "print" | "read" | "write" | "demonstrate"
>;

/** The text of a file by its path; null when there is none. */
export type Load = (path: string) => string | null;

interface Read {
  readonly path: string;
  readonly analysis: Analysis;
  /** By path as the text writes it. */
  readonly uses: ReadonlyMap<string, Program>;
  /** Texts of the used files at the time of the analysis. */
  readonly texts: string;
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
    const isSame = known?.path === path && known.analysis.tree.source === rubric;
    const alone = isSame ? known.analysis : analyse(rubric);
    const written = alone.rubric.declarations.flatMap((node) => (node.kind === "use" ? [node.path.value] : []));
    const found = written.flatMap((name) => {
      const file = resolvePath(path, name);
      const text = load(file);
      return text === null ? [] : [{ name, file, text }];
    });
    const texts = found.map(({ file, text }) => `${file}\n${text}`).join("\n");
    if (isSame && known.texts === texts) return known;
    const uses = new Map(
      found.flatMap(({ name, file, text }) => {
        const program = checkFiles(text, { file, load }).checked?.program;
        return program === undefined ? [] : [[name, program] as const];
      }),
    );
    const analysis = uses.size === 0 ? alone : analyse(rubric, { uses });
    this.#read = { path, analysis, uses, texts };
    return this.#read;
  }
}
