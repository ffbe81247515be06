/**
 * `@yardstick/lsp/protocol`: what the server has beside the protocol of editors, for clients.
 */
import type { Range } from "vscode-languageserver";

export type { Preview } from "./host.js";

/** The command that runs the tests of the rubric whose URI is its first argument. Its result is a list of `TestReport`, or null. */
export const RUN_TESTS = "yardstick.test";

/** The request for a page with the ranking, or with the score sheet of a subject. Its result is a `Preview`, null after an error. */
export const PREVIEW = "yardstick/preview";

/** The parameters of `PREVIEW`. */
export interface PreviewParams {
  readonly textDocument: { readonly uri: string };
  readonly view?: "ranking" | "sheet";
  /** The subject of a score sheet; absent for the first one. */
  readonly subject?: string;
  readonly period?: string;
}

/** The outcome of a test. */
export interface TestReport {
  readonly name: string;
  /** Whether all expectations hold. */
  readonly passed: boolean;
  readonly range: Range;
  readonly expectations: readonly {
    readonly range: Range;
    readonly name: string;
    readonly expected: string;
    /** Null where there is no such result yet. */
    readonly found: string | null;
    readonly holds: boolean;
  }[];
}
