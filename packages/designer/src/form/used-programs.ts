/**
 * The programs of the rubrics that a text uses, for checking its names and types in the form: computed again only when one of the
 * texts has changed.
 */
import { analyse, parse, type Analysis, type ast } from "@yardstick/language";

/**
 * Returns the text of a used rubric; null where it is not at hand. `paths` leads to it from the text of the form: the path of each
 * `use` as written, outermost first.
 */
export type UsedTexts = (paths: readonly string[]) => string | null;

/** A rubric that was checked without errors. */
export type Program = NonNullable<Analysis["program"]>;

interface Used {
  readonly path: string;
  readonly text: string;
  readonly uses: readonly Used[];
}

/** The programs of used rubrics by path as written. A rubric with errors, or in a circle of uses, has none. */
export class UsedPrograms {
  #found: { readonly key: string; readonly programs: ReadonlyMap<string, Program> } = {
    key: "[]",
    programs: new Map(),
  };
  /** The paths of the uses in a text. */
  #paths = new Map<string, readonly string[]>();

  constructor(private readonly textOf: UsedTexts) {}

  of(rubric: ast.Rubric): ReadonlyMap<string, Program> {
    const read = new Map<string, readonly string[]>();
    const used = this.#usedBy(pathsIn(rubric), [], [], read);
    this.#paths = read;
    const key = JSON.stringify(used);
    if (key !== this.#found.key) this.#found = { key, programs: programsOf(used) };
    return this.#found.programs;
  }

  #usedBy(
    written: readonly string[],
    paths: readonly string[],
    outer: readonly string[],
    read: Map<string, readonly string[]>,
  ): readonly Used[] {
    return written.flatMap((path): readonly Used[] => {
      const inner = [...paths, path];
      const text = this.textOf(inner);
      if (text === null || outer.includes(text)) return [];
      const uses = this.#paths.get(text) ?? pathsIn(parse(text).rubric);
      read.set(text, uses);
      return [{ path, text, uses: this.#usedBy(uses, inner, [...outer, text], read) }];
    });
  }
}

function pathsIn({ declarations }: ast.Rubric): readonly string[] {
  return declarations.flatMap((each) => (each.kind === "use" ? [each.path.value] : []));
}

function programsOf(used: readonly Used[]): ReadonlyMap<string, Program> {
  return new Map(
    used.flatMap(({ path, text, uses }): readonly (readonly [string, Program])[] => {
      const { program } = analyse(text, { uses: programsOf(uses) });
      return program === null ? [] : [[path, program]];
    }),
  );
}
