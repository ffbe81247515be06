/**
 * What the server needs of the system that it runs on.
 */
import type { Lang } from "@yardstick/language";

/** Files, and the preview of results. Paths have `/` between their names. */
export interface Host {
  /** The path of a URI; the URI itself where it is not that of a file. */
  pathOf(uri: string): string;
  /** The URI of a path. */
  uriOf(path: string): string;
  /** The text of a file; null where it cannot be read. */
  read(path: string): string | null;
  /** The paths of the rubrics in a folder and the folders in it. */
  rubricsUnder(folder: string): readonly string[];
  /** Scores a rubric with the data beside it. `read` gives the texts of rubrics, those of open editors first. */
  preview(request: PreviewRequest): Promise<Preview>;
}

/** A request for a preview. */
export interface PreviewRequest {
  readonly path: string;
  readonly lang: Lang;
  readonly view: "ranking" | "sheet";
  /** The subject of a score sheet; null for the first one. */
  readonly subject: string | null;
  /** The period of the results; null for all. */
  readonly period: string | null;
  readonly read: (path: string) => string | null;
}

/** A preview. */
export interface Preview {
  /** A complete page; null where there is no result. */
  readonly html: string | null;
  /** What is said of the rubric and its data, in the language of the request: why there is no result, or what was left aside. */
  readonly notes: readonly string[];
  /** The subjects, in the order of the data. */
  readonly subjects: readonly { readonly key: string; readonly period: string | null }[];
}
