/**
 * The text of a rubric, and of those it uses, to checked programs and what is wrong with them. Nothing here can score: an app
 * that shows a first ranking need not load more than that takes.
 */
import type { Diagnostic, TypedDiagnostic, Lang } from "@yardstick/language";
import { analyse, render, vocabularyOf } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import { checkLang, checkOptions, shown } from "@yardstick/language/program";
import type { Limits } from "./limits.js";
import { checkLimits, DEFAULT_LIMITS } from "./limits.js";

export interface CompileOptions {
  /** The rubric's path, as it shall be shown; paths of `use` are resolved against its folder. */
  readonly file?: string;
  /** Of the diagnostics; the language of the rubric's keywords where not given. Anything but `zh` and `en` is a `TypeError`. */
  readonly lang?: Lang | undefined;
  /** The text of a used rubric by its resolved path, or null where there is none. Without it, no `use` is found. */
  readonly load?: (path: string) => string | null;
  /** Those that are left out are `DEFAULT_LIMITS`; an unknown one is a `TypeError`. */
  readonly limits?: Partial<Limits>;
}

const OPTIONS: readonly (keyof CompileOptions)[] = ["file", "lang", "load", "limits"];

/** A file without errors, with those it uses. */
export interface CheckedFile {
  readonly program: Program;
  /** The text that all spans point into. */
  readonly source: string;
  readonly file: string | null;
  /** Warnings and advice. */
  readonly diagnostics: readonly Diagnostic[];
  /** Parallel to `Program.uses`; null where a used rubric could not be had. */
  readonly uses: readonly (CheckedFile | null)[];
}

export interface CheckedFiles {
  /** Null where there are errors. */
  readonly checked: CheckedFile | null;
  /** In the order of the text. Those of used rubrics are found by checking them. */
  readonly diagnostics: readonly Diagnostic[];
  readonly findings: readonly TypedDiagnostic[];
  readonly heading: Heading;
}

/** What a rubric calls itself, as far as that can be read; also where there are errors. */
export interface Heading {
  readonly title: string | null;
  readonly edition: { readonly name: string } | null;
}

/** `path` as seen from the folder of `file`: `..` and `.` are resolved, an absolute path stays. */
export function resolvePath(file: string | null, path: string): string {
  const isAbsolute = (text: string) => text.startsWith("/") || /^[A-Za-z]:[\\/]/u.test(text);
  if (file === null || isAbsolute(path)) return path;
  const pieces: string[] = [];
  for (const piece of [...file.split(/[\\/]/u).slice(0, -1), ...path.split(/[\\/]/u)]) {
    if (piece === ".." && pieces.length > 0 && pieces.at(-1) !== ".." && pieces.at(-1) !== "") pieces.pop();
    else if (piece !== "." && (piece !== "" || pieces.length === 0)) pieces.push(piece);
  }
  return pieces.join("/");
}

interface Environment {
  readonly load: (path: string) => string | null;
  readonly limits: Limits;
  /** Null: that of each text. */
  readonly lang: Lang | null;
  /** Files that are being compiled, from the first: one that uses itself through others is not begun again. */
  readonly open: readonly string[];
}

/** Throws a `TypeError` for options that there are not; whatever is wrong in a text is a diagnostic. */
export function checkFiles(source: string, options: CompileOptions = {}): CheckedFiles {
  if (typeof source !== "string") throw new TypeError(`compile() takes the text of a rubric, not ${shown(source)}`);
  checkOptions("compile()", options, OPTIONS);
  checkLimits("compile()", options.limits);
  if (options.lang !== undefined) checkLang("compile()", options.lang);
  const { checked, diagnostics, findings, heading } = checkWithin(source, options.file ?? null, {
    load: options.load ?? (() => null),
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    lang: options.lang ?? null,
    open: [],
  });
  return { checked, diagnostics, findings, heading };
}

/** What became of one `use`. */
interface Used {
  /** Null where it is missing, in error, or part of a circle. */
  readonly checked: CheckedFile | null;
  /** The files of the circle it is part of, the first one again at the end. */
  readonly circle: readonly string[] | null;
}

function checkWithin(source: string, file: string | null, around: Environment): CheckedFiles & Pick<Used, "circle"> {
  const { limits, lang } = around;
  const options = { limits: { sourceSize: limits.sourceSize } };
  const alone = analyse(source, options);
  const used = checkUsed(alone.rubric.declarations, file, around);
  const programs = new Map<string, Program>();
  for (const [path, { checked }] of used) if (checked !== null) programs.set(path, checked.program);
  // Only the programs of used rubrics say what `班子.总分` is; without any, the first look was the last.
  const { program, findings: found } = used.size === 0 ? alone : analyse(source, { ...options, uses: programs });
  const findings = found.map((diagnostic) => withCircle(diagnostic, used));
  const spoken = lang ?? vocabularyOf(alone.tree);
  const diagnostics = findings.map((diagnostic) => render(diagnostic, spoken));
  const uses = program?.uses.map(({ path }) => used.get(path)?.checked ?? null) ?? [];
  const checked = program === null ? null : { program, source, file, diagnostics, uses };
  const circle = [...used.values()].find((each) => each.circle !== null)?.circle ?? null;
  return { checked, diagnostics, findings, heading: headingOf(alone.rubric.declarations), circle };
}

type Declarations = ReturnType<typeof analyse>["rubric"]["declarations"];

function headingOf(declarations: Declarations): Heading {
  const heading: { title: string | null; edition: { name: string } | null } = { title: null, edition: null };
  for (const each of declarations) {
    if (each.kind === "title") heading.title ??= each.text.value;
    if (each.kind === "edition") heading.edition ??= { name: each.text.value };
  }
  return heading;
}

/** The rubrics that are used, by path as written. */
function checkUsed(declarations: Declarations, file: string | null, around: Environment): ReadonlyMap<string, Used> {
  const used = new Map<string, Used>();
  const open = file === null ? around.open : [...around.open, file];
  for (const declaration of declarations) {
    if (declaration.kind !== "use" || used.has(declaration.path.value)) continue;
    const path = resolvePath(file, declaration.path.value);
    const begins = open.indexOf(path);
    if (begins >= 0) {
      used.set(declaration.path.value, { checked: null, circle: [...open.slice(begins), path] });
      continue;
    }
    const text = around.load(path);
    const below = text === null ? null : checkWithin(text, path, { ...around, open });
    // A circle further down that does not come back to this file is not this file's.
    const circle = file !== null && below?.circle?.includes(file) === true ? below.circle : null;
    used.set(declaration.path.value, { checked: below?.checked ?? null, circle });
  }
  return used;
}

/** The checker sees one file and can only say that a rubric was not found; here it is known why. */
function withCircle(diagnostic: TypedDiagnostic, used: ReadonlyMap<string, Used>): TypedDiagnostic {
  if (diagnostic.code !== "use-not-found") return diagnostic;
  const circle = used.get(diagnostic.params.path)?.circle ?? null;
  if (circle === null) return diagnostic;
  return { ...diagnostic, params: { ...diagnostic.params, circle } };
}
