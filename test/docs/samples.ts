/**
 * The code samples of a Markdown page: fences marked `rubric`, alone or set into the page's own `rubric setup`.
 */
import { readFileSync } from "node:fs";

export interface Sample {
  /** Line of the page, from 1. */
  readonly line: number;
  /** The whole rubric that the sample stands for. */
  readonly source: string;
}

const fence = /^```rubric(?: (setup|\+lines|\+parts))?\n([\s\S]*?)^```$/gm;

export function samplesOf(page: URL): Sample[] {
  const text = readFileSync(page, "utf8");
  let setup = "";
  const samples: Sample[] = [];
  for (const match of text.matchAll(fence)) {
    const [, kind, body = ""] = match;
    const line = text.slice(0, match.index).split("\n").length;
    if (kind === "setup") setup = body;
    else samples.push({ line, source: whole(kind, setup, body) });
  }
  return samples;
}

function whole(kind: string | undefined, setup: string, body: string): string {
  if (kind === undefined) return body;
  return kind === "+parts" ? `${setup}${body}` : `${setup}条目 示例 10 分 {\n${body}}\n`;
}
