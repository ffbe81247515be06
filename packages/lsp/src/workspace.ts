/**
 * The rubrics that the server knows: open documents first, then files. A text is analysed once for all requests, until it or a rubric
 * that it uses changes.
 */
import type { Analysis } from "@yardstick/language";
import { analyseFile, resolvePath, type AnalysedFile } from "yardstick";
import type { Host } from "./host.js";
import { PositionedText, type Encoding } from "./positioned-text.js";

/** An analysed rubric. */
export interface AnalysedText extends AnalysedFile {
  readonly path: string;
  readonly text: PositionedText;
}

interface Cached extends AnalysedText {
  /** The texts of the used rubrics at the time of the analysis, by path; null where there was none. */
  readonly loaded: ReadonlyMap<string, string | null>;
}

/** The number of analyses that are kept; those of open documents always are. */
const MAX_KEPT = 200;

/** The rubrics of the workspace. */
export class Workspace {
  encoding: Encoding = "utf-16";
  /** Whether the client takes edits for a version of a text. */
  takesVersions = false;
  /** Whether the client reports changes of files, so that a list of them stays valid until it does. */
  isWatched = false;
  readonly #folders = new Set<string>();
  readonly #listed = new Map<string, readonly string[]>();
  readonly #open = new Map<string, PositionedText>();
  readonly #analyses = new Map<string, Cached>();

  constructor(readonly host: Host) {}

  /** Adds and removes folders of the workspace. */
  changeFolders(added: readonly string[], removed: readonly string[]): void {
    for (const folder of removed) this.#folders.delete(folder);
    for (const folder of added) this.#folders.add(folder);
    this.filesChanged();
  }

  /** Files have been created, changed or deleted. */
  filesChanged(): void {
    this.#listed.clear();
  }

  /** Keeps the present text of an open document. */
  opened(document: PositionedText): void {
    this.#open.set(this.host.pathOf(document.uri), document);
  }

  /** Returns to the file of a document that is no longer open. */
  closed(uri: string): void {
    this.#open.delete(this.host.pathOf(uri));
  }

  /** The paths of the open documents. */
  get openPaths(): readonly string[] {
    return [...this.#open.keys()];
  }

  /** The text at a path; null where there is none. */
  readonly read = (path: string): string | null => this.#open.get(path)?.text ?? this.host.read(path);

  /** The URI of a path, as the client writes it where it has opened the document. */
  uriOf(path: string): string {
    return this.#open.get(path)?.uri ?? this.host.uriOf(path);
  }

  /** The analysed rubric under a URI; null where there is none. */
  at(uri: string): AnalysedText | null {
    return this.analysed(this.host.pathOf(uri));
  }

  /** The analysed rubric at a path; null where there is none. */
  analysed(path: string): AnalysedText | null {
    const text = this.read(path);
    if (text === null) {
      this.#analyses.delete(path);
      return null;
    }
    const known = this.#analyses.get(path);
    const open = this.#open.get(path);
    const isSame =
      known?.text.text === text &&
      (open === undefined ? known.text.version === null : known.text === open) &&
      [...known.loaded].every(([file, before]) => this.read(file) === before);
    if (known !== undefined && isSame) return known;
    const loaded = new Map<string, string | null>();
    const load = (file: string) => {
      const found = loaded.get(file) ?? this.read(file);
      loaded.set(file, found);
      return found;
    };
    const document = open ?? new PositionedText(this.host.uriOf(path), null, text, this.encoding);
    const analysed = { path, text: document, loaded, ...analyseFile(text, path, load) };
    this.#analyses.delete(path);
    this.#analyses.set(path, analysed);
    const oldest = [...this.#analyses.keys()].find((each) => !this.#open.has(each));
    if (this.#analyses.size > MAX_KEPT && oldest !== undefined) this.#analyses.delete(oldest);
    return analysed;
  }

  /** The analyses of the rubrics that a rubric uses, by path as written. */
  usedBy({ path }: AnalysedText): (written: string) => Analysis | null {
    return (written) => this.analysed(resolvePath(path, written))?.analysis ?? null;
  }

  /** The paths of all rubrics: in the folders of the workspace, and open ones. */
  allPaths(): readonly string[] {
    return [...new Set([...this.openPaths, ...[...this.#folders].flatMap((folder) => this.#rubricsUnder(folder))])];
  }

  #rubricsUnder(folder: string): readonly string[] {
    const found = this.#listed.get(folder) ?? this.host.rubricsUnder(folder);
    if (this.isWatched) this.#listed.set(folder, found);
    return found;
  }

  /** The paths of the open documents that use the rubric at a path, directly or through others. */
  openUsersOf(path: string): readonly string[] {
    return [...this.#analyses.values()]
      .filter(({ path: user, loaded }) => loaded.has(path) && this.#open.has(user))
      .map(({ path: user }) => user);
  }
}
