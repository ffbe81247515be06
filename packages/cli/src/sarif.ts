/**
 * Diagnostics in SARIF 2.1.0, the format of code scanning.
 */
import type { Diagnostic, Lang, Severity } from "@yardstick/language";
import type { Span } from "@yardstick/language/program";
import { ENGINE_VERSION } from "yardstick";
import type { SourceLines } from "./code-frame.js";

/** The diagnostics of one file. */
export interface CheckedFile {
  readonly file: string;
  readonly lines: SourceLines;
  readonly diagnostics: readonly Diagnostic[];
}

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  advice: "note",
};

/** A relative path as a URI reference. */
const uriOf = (file: string): string => file.split(/[\\/]/u).map(encodeURIComponent).join("/");

function location(file: string, [start, end]: Span, lines: SourceLines, message?: string): object {
  const [from, to] = [lines.positionOf(start), lines.positionOf(end)];
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      region: {
        startLine: from.line,
        startColumn: from.column,
        endLine: to.line,
        endColumn: to.column,
        charOffset: start,
        charLength: end - start,
      },
    },
    ...(message === undefined ? {} : { message: { text: message } }),
  };
}

/** One log with one run, as an object for JSON; columns and offsets count UTF-16 units. */
export function sarifLog(files: readonly CheckedFile[], lang: Lang): object {
  const codes = [...new Set(files.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)))].sort();
  const results = files.flatMap(({ file, lines, diagnostics }) =>
    diagnostics.map(({ code, severity, span, message, help, related, fixes }) => ({
      ruleId: code,
      ruleIndex: codes.indexOf(code),
      level: levels[severity],
      message: { text: help === null ? message : `${message}\n${help}` },
      locations: [location(file, span, lines)],
      ...(related.length === 0
        ? {}
        : { relatedLocations: related.map((each) => location(file, each.span, lines, each.message)) }),
      ...(fixes.length === 0
        ? {}
        : {
            fixes: fixes.map(({ title, edits }) => ({
              description: { text: title },
              artifactChanges: [
                {
                  artifactLocation: { uri: uriOf(file) },
                  replacements: edits.map(({ span: [start, end], text }) => ({
                    deletedRegion: { charOffset: start, charLength: end - start },
                    insertedContent: { text },
                  })),
                },
              ],
            })),
          }),
    })),
  );
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "yardstick", version: ENGINE_VERSION, rules: codes.map((id) => ({ id })) } },
        language: lang === "zh" ? "zh-CN" : "en-US",
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  };
}
