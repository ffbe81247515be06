/**
 * The programs of the rubrics that a text uses, for checking its names and types in the form: computed again only when one of the
 * texts has changed.
 */
import { analyse, parse, type Analysis, type ast } from "@yardstick/language";

/** A used rubric: `file` is the same for all paths that lead to it. */
export interface UsedRubric {
  readonly file: string;
  readonly text: string;
}

/** Returns a used rubric by the path of the `use` as written in `file`, null for the text of the form; null where it is not at hand. */
export type FindUsed = (path: string, file: string | null) => UsedRubric | null;

/** A rubric that was checked without errors. */
export type Program = NonNullable<Analysis["program"]>;

/** A file that is used, with the files that it uses by path as written. */
interface Used {
  readonly text: string;
  readonly uses: Uses;
}

type Uses = ReadonlyMap<string, string>;

/** The programs of used rubrics by path as written. A rubric with errors, or in a circle of uses, has none. */
export class UsedPrograms {
  /** The uses of the form's text, the files behind them, and their programs. */
  #found: { readonly uses: Uses; readonly files: ReadonlyMap<string, Used>; readonly programs: Programs } = {
    uses: new Map(),
    files: new Map(),
    programs: new Map(),
  };

  constructor(private readonly find: FindUsed) {}

  of(rubric: ast.Rubric): Programs {
    const files = new Map<string, Used>();
    const uses = this.#usesOf(pathsIn(rubric), null, files);
    const known = this.#found;
    const isSame =
      isEqual(uses, known.uses, (one, other) => one === other) &&
      isEqual(files, known.files, (one, other) => one.text === other.text && isEqual(one.uses, other.uses, Object.is));
    if (!isSame) this.#found = { uses, files, programs: programsOf(uses, files, new Map()) };
    return this.#found.programs;
  }

  /** The files behind the paths that are written in a file; adds them, and all that they use, to `files`, each once. */
  #usesOf(paths: readonly string[], file: string | null, files: Map<string, Used>): Uses {
    const uses = new Map<string, string>();
    for (const path of paths) {
      const used = this.find(path, file);
      if (used === null) continue;
      uses.set(path, used.file);
      if (files.has(used.file)) continue;
      // Entered before its uses are: they may lead back to it.
      files.set(used.file, { text: used.text, uses: new Map() });
      files.set(used.file, { text: used.text, uses: this.#usesOf(this.#pathsIn(used), used.file, files) });
    }
    return uses;
  }

  #pathsIn({ file, text }: UsedRubric): readonly string[] {
    const known = this.#paths.get(file);
    if (known?.text === text) return known.paths;
    const paths = pathsIn(parse(text).rubric);
    this.#paths.set(file, { text, paths });
    return paths;
  }
  readonly #paths = new Map<string, { readonly text: string; readonly paths: readonly string[] }>();
}

type Programs = ReadonlyMap<string, Program>;

function pathsIn({ declarations }: ast.Rubric): readonly string[] {
  return declarations.flatMap((each) => (each.kind === "use" ? [each.path.value] : []));
}

function isEqual<V>(
  one: ReadonlyMap<string, V>,
  other: ReadonlyMap<string, V>,
  isSame: (one: V, other: V) => boolean,
): boolean {
  return (
    one.size === other.size &&
    [...one].every(([name, value]) => {
      const found = other.get(name);
      return found !== undefined && isSame(value, found);
    })
  );
}

/** `known` are the programs by file; null where there is none, and while it is computed. */
function programsOf(uses: Uses, files: ReadonlyMap<string, Used>, known: Map<string, Program | null>): Programs {
  const programs = new Map<string, Program>();
  for (const [path, file] of uses) {
    const used = files.get(file);
    if (used !== undefined && !known.has(file)) {
      known.set(file, null);
      known.set(file, analyse(used.text, { uses: programsOf(used.uses, files, known) }).program);
    }
    const program = known.get(file);
    if (program !== null && program !== undefined) programs.set(path, program);
  }
  return programs;
}
