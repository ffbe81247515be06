/**
 * Checks the text of a rubric and of the rubrics that it uses. This module does not depend on the evaluator, so that an application can
 * check without loading it.
 */
import type { Analysis, Diagnostic, TypedDiagnostic, Lang } from "@yardstick/language";
import { analyse, render, vocabularyOf } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";
import { checkLang, checkOptions, shown } from "@yardstick/language/program";
import type { Limits } from "./limits.js";
import { checkLimits, DEFAULT_LIMITS } from "./limits.js";

/** Options of `compile` and `checkFiles`. */
export interface CompileOptions {
  /** The path of the rubric for display; paths of `use` are resolved against its folder. */
  readonly file?: string;
  /** The language of the diagnostics; default: that of the keywords of the rubric. */
  readonly lang?: Lang | undefined;
  /** Returns the text of a used rubric by its resolved path, null where there is none. Default: no rubric is found. */
  readonly load?: (path: string) => string | null;
  /** Override `DEFAULT_LIMITS`. */
  readonly limits?: Partial<Limits>;
}

const OPTIONS: readonly (keyof CompileOptions)[] = ["file", "lang", "load", "limits"];

/** A rubric file without errors, with those it uses. */
export interface CheckedFile {
  readonly program: Program;
  /** The text that all spans refer to. */
  readonly source: string;
  readonly file: string | null;
  /** Warnings and advice. */
  readonly diagnostics: readonly Diagnostic[];
  /** The used rubrics, parallel to `Program.uses`; null where one could not be loaded. */
  readonly uses: readonly (CheckedFile | null)[];
}

/** The outcome of checking a rubric file. */
export interface CheckedFiles {
  /** Null where there are errors. */
  readonly checked: CheckedFile | null;
  /** The diagnostics of this text, in its order. Those of used rubrics are obtained by checking these. */
  readonly diagnostics: readonly Diagnostic[];
  readonly findings: readonly TypedDiagnostic[];
  readonly heading: Heading;
}

/** Title and edition of a rubric, as far as they can be read; available also where there are errors. */
export interface Heading {
  readonly title: string | null;
  readonly edition: { readonly name: string } | null;
}

/** Resolves `path` relative to the folder of `file`, including `..` and `.`; an absolute path is unchanged. */
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
  /** The language of diagnostics; null for that of each text. */
  readonly lang: Lang | null;
  /** The chain of files that are being checked, outermost first, for the detection of cycles. */
  readonly ancestors: readonly string[];
}

/** Checks a rubric and the rubrics that it uses. Errors in a text are diagnostics; invalid arguments throw a `TypeError`. */
export function checkFiles(source: string, options: CompileOptions = {}): CheckedFiles {
  if (typeof source !== "string") throw new TypeError(`compile() takes the text of a rubric, not ${shown(source)}`);
  checkOptions("compile()", options, OPTIONS);
  checkLimits("compile()", options.limits);
  if (options.lang !== undefined) checkLang("compile()", options.lang);
  const { checked, diagnostics, findings, heading } = checkWithin(source, options.file ?? null, {
    load: options.load ?? (() => null),
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    lang: options.lang ?? null,
    ancestors: [],
  });
  return { checked, diagnostics, findings, heading };
}

/** The outcome of one `use`. */
interface Used {
  /** Null where the rubric is missing, has errors, or is part of a cycle. */
  readonly checked: CheckedFile | null;
  /** The files of the cycle that it is part of, with the first one repeated at the end; null where there is none. */
  readonly cycle: readonly string[] | null;
  /** The resolved path. */
  readonly file: string;
  /** The text and its diagnostics; null where there is no file. */
  readonly source: string | null;
  readonly findings: readonly TypedDiagnostic[];
}

/** The analysis of one text for an editor, with the programs of the rubrics that it uses. */
export interface AnalysedFile {
  readonly analysis: Analysis;
  /** The used programs by path as written in the text; those with errors are absent. */
  readonly uses: ReadonlyMap<string, Program>;
  /** The diagnostics of the analysis, with the reason where a used rubric cannot be used. */
  readonly findings: readonly TypedDiagnostic[];
}

/** Analyses a rubric for an editor. Rubrics that it uses are loaded through `load` by their resolved paths. */
export function analyseFile(source: string, file: string, load: (path: string) => string | null): AnalysedFile {
  const environment: Environment = { load, limits: DEFAULT_LIMITS, lang: null, ancestors: [] };
  const { analysis, uses, findings } = checkWithin(source, file, environment);
  return { analysis, uses, findings };
}

function checkWithin(
  source: string,
  file: string | null,
  environment: Environment,
): CheckedFiles & AnalysedFile & Pick<Used, "cycle"> {
  const { limits, lang } = environment;
  const options = { limits: { sourceSize: limits.sourceSize } };
  const alone = analyse(source, options);
  const used = checkUsed(alone.rubric.declarations, file, environment);
  const programs = new Map<string, Program>();
  for (const [path, { checked }] of used) if (checked !== null) programs.set(path, checked.program);
  // Names such as `班子.总分` are resolved with the programs of used rubrics; without any, the first analysis is final.
  const analysis = used.size === 0 ? alone : analyse(source, { ...options, uses: programs });
  const { program, findings: found } = analysis;
  const findings = found.map((diagnostic) => withReason(diagnostic, used));
  const messageLang = lang ?? vocabularyOf(alone.tree);
  const diagnostics = findings.map((diagnostic) => render(diagnostic, messageLang));
  const uses = program?.uses.map(({ path }) => used.get(path)?.checked ?? null) ?? [];
  const checked = program === null ? null : { program, source, file, diagnostics, uses };
  const cycle = [...used.values()].find((each) => each.cycle !== null)?.cycle ?? null;
  const heading = headingOf(alone.rubric.declarations);
  return { checked, diagnostics, findings, heading, cycle, analysis, uses: programs };
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

/** Checks the used rubrics; the result is by path as written. */
function checkUsed(
  declarations: Declarations,
  file: string | null,
  environment: Environment,
): ReadonlyMap<string, Used> {
  const used = new Map<string, Used>();
  const ancestors = file === null ? environment.ancestors : [...environment.ancestors, file];
  for (const declaration of declarations) {
    if (declaration.kind !== "use" || used.has(declaration.path.value)) continue;
    const path = resolvePath(file, declaration.path.value);
    const start = ancestors.indexOf(path);
    if (start >= 0) {
      used.set(declaration.path.value, {
        checked: null,
        cycle: [...ancestors.slice(start), path],
        file: path,
        source: null,
        findings: [],
      });
      continue;
    }
    const text = environment.load(path);
    const checked = text === null ? null : checkWithin(text, path, { ...environment, ancestors });
    // A cycle below that does not lead back to this file is reported in the files that form it.
    const cycle = file !== null && checked?.cycle?.includes(file) === true ? checked.cycle : null;
    used.set(declaration.path.value, {
      checked: checked?.checked ?? null,
      cycle,
      file: path,
      source: text,
      findings: checked?.findings ?? [],
    });
  }
  return used;
}

/** Adds the reason to the diagnostic of a rubric that cannot be used, which the checker of a single file cannot know. */
function withReason(diagnostic: TypedDiagnostic, used: ReadonlyMap<string, Used>): TypedDiagnostic {
  if (diagnostic.code !== "use-not-found") return diagnostic;
  const found = used.get(diagnostic.params.path);
  const why = found === undefined ? null : whyNotUsed(found);
  return why === null ? diagnostic : { ...diagnostic, params: { ...diagnostic.params, why } };
}

type WhyNotUsed = Extract<TypedDiagnostic, { readonly code: "use-not-found" }>["params"]["why"];

function whyNotUsed({ cycle, file, source, findings }: Used): WhyNotUsed | null {
  if (cycle !== null) return { case: "circle", files: cycle };
  if (source === null) return { case: "absent", file };
  const errors = findings.filter((found) => render(found, "en").severity === "error");
  const [first] = errors;
  if (first === undefined) return null;
  const message = { zh: render(first, "zh").message, en: render(first, "en").message };
  const line = source.slice(0, first.span[0]).split("\n").length;
  return { case: "in-error", file, line, message, count: errors.length };
}
