/**
 * The form of a file of conformance cases, as README.md documents it, and how one is read. Nothing here knows an evaluator.
 */
import { readdirSync, readFileSync } from "node:fs";

/** The sentence that a case holds an implementation to. */
interface Sentence {
  /** `reference` for the language reference, `details` for the page that settles what it leaves open, `decisions/FILE` for a decision. */
  readonly document: string;
  readonly heading: string;
  readonly sentence: string;
}

type Row = Readonly<Record<string, unknown>>;
export type Tables = readonly Row[] | Readonly<Record<string, readonly Row[]>>;

/** Only what is named is compared: objects by the properties they give, arrays as a whole and in order. */
export interface Expected {
  readonly subjects?: readonly (Row & { readonly key: string; readonly absentParts?: readonly string[] })[];
  readonly requirements?: readonly Row[];
  readonly policies?: readonly Row[];
  readonly problems?: readonly Row[];
  readonly tests?: readonly Row[];
  /** Every error the text has, and those warnings that matter, in the order of the text. */
  readonly diagnostics?: readonly {
    readonly code: string;
    readonly span: readonly [number, number];
    readonly text: string;
  }[];
  /** Codes that must not be found. */
  readonly without?: readonly string[];
}

export interface ConformanceCase {
  readonly name: string;
  readonly holds: Sentence;
  /** Lines of the rubric. */
  readonly rubric: readonly string[];
  readonly data?: Tables;
  readonly constants?: Row;
  readonly history?: readonly Row[];
  readonly scenario?: string;
  readonly period?: string;
  /** Used rubrics by path, each with its own data. */
  readonly uses?: Readonly<Record<string, { readonly rubric: readonly string[]; readonly data: Tables }>>;
  readonly expect: Expected;
}

interface CaseFile {
  /** The file's name without its ending. */
  readonly construct: string;
  readonly cases: readonly ConformanceCase[];
}

const folder = new URL("./", import.meta.url);

export function caseFiles(): readonly CaseFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as CaseFile);
}

/** The English text of the document a sentence stands in. */
export function documentText(document: string): string {
  const path =
    document === "reference"
      ? "../../docs/language/reference.en.md"
      : document === "details"
        ? "../../docs/language/details.en.md"
        : `../../docs/${document}`;
  return readFileSync(new URL(path, folder), "utf8");
}
