/**
 * What the elements need of the code that they load when they are first connected: projects, and views of them. The elements themselves
 * are small and can be imported on a server; the bundle of the package provides this code.
 */
import type { Result } from "@yardstick/engine";
import type { Diagnostic } from "@yardstick/language";
import type { ElementTable } from "./page-data.js";

/** Which view an element shows. */
export type ViewKind = "playground" | "editor" | "designer" | "results" | "weights";

/** A rubric and its tables. */
export interface ElementContent {
  readonly rubric: string;
  readonly tables: readonly ElementTable[];
}

/** Why input of an element could not be read, in both languages. */
export interface InputProblem {
  readonly zh: string;
  readonly en: string;
}

/** Detail of `yardstick-change`: the current project. */
export type ChangeDetail = ElementContent;

/** Detail of `yardstick-result`. */
export interface ResultDetail {
  /** The last result without errors in the rubric; null before the first. Its problems and undecided places are part of it. */
  readonly result: Result | null;
  /** The text or the data have changed since `result`, and have errors. */
  readonly isStale: boolean;
  /** What is wrong with the text as it is, or deserves attention. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Called when an open project changes. */
export interface ProjectListener {
  onChange(change: ChangeDetail): void;
  onResult(result: ResultDetail): void;
  /** The reader has chosen another language or theme. */
  onAppearance(): void;
}

/** An open project, which several elements may show. */
export interface OpenProject {
  readonly content: ElementContent;
  readonly result: ResultDetail;
  readonly lang: "zh" | "en";
  /** Null: that of the system. */
  readonly theme: string | null;
  replaceRubric(rubric: string): void;
  replaceTables(tables: readonly ElementTable[]): void;
  setLang(lang: "zh" | "en"): void;
  setTheme(theme: string): void;
  /** Returns a function that ends the subscription. */
  subscribe(listener: ProjectListener): () => void;
  close(): void;
}

/** How a project is opened. */
export interface ProjectOptions {
  readonly kind: ViewKind;
  readonly lang: "zh" | "en" | null;
  readonly theme: string | null;
  /** Name of the browser database to save the project in; null when the page saves it. */
  readonly keepAs: string | null;
}

/** The code that is loaded. */
export interface Views {
  /** Reads the blocks inside an element; null when there are none. */
  contentInside(
    element: HTMLElement,
  ): { readonly content: ElementContent; readonly problems: readonly InputProblem[] } | null;
  /** Fetches a project file. What cannot be fetched or read is a problem. */
  contentAt(address: string): Promise<{ readonly content: ElementContent; readonly problems: readonly InputProblem[] }>;
  open(content: ElementContent, options: ProjectOptions): OpenProject;
  /** Shows a project, or null for none, inside an element below the problems. Replaces what was shown before. */
  show(kind: ViewKind, host: HTMLElement, project: OpenProject | null, problems: readonly InputProblem[]): void;
}
