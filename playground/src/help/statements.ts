/**
 * The statements of the language reference and its details, each with the words that it is about: what the help shows
 * about a word. The pages are loaded when the help is opened.
 */
import type { Lang } from "@yardstick/language";
import { wordsIn } from "./words.js";

/** A statement: a paragraph, an item of a list, a row of a table, or a sample. */
export interface Statement {
  /** The headings above it. */
  readonly heading: string;
  /** Text with code between backticks; for a sample the code alone. */
  readonly text: string;
  readonly isSample: boolean;
}

const pages = import.meta.glob<string>("../../../docs/language/{reference,details}.*.md", {
  query: "?raw",
  import: "default",
});

/** All statements in one language, those of the reference first. */
export async function statements(lang: Lang): Promise<readonly Statement[]> {
  const texts = await Promise.all(
    ["reference", "details"].map((name) =>
      Object.entries(pages)
        .find(([path]) => path.endsWith(`/${name}.${lang}.md`))?.[1]()
        .then((page) => statementsOf(page, lang)),
    ),
  );
  return texts.flatMap((found) => found ?? []);
}

const known = new WeakMap<Statement, ReadonlySet<string>>();

/** The statements that use a word in code, at most `count`. */
export function statementsAbout(all: readonly Statement[], word: string, count: number): readonly Statement[] {
  const found: Statement[] = [];
  for (const statement of all) {
    if (found.length === count) break;
    if (wordsOf(statement).has(word)) found.push(statement);
  }
  return found;
}

function wordsOf(statement: Statement): ReadonlySet<string> {
  const before = known.get(statement);
  if (before !== undefined) return before;
  const { text, isSample } = statement;
  const code = isSample
    ? text
    : text
        .split("`")
        .filter((_, at) => at % 2 === 1)
        .join("\n");
  const found = code === "" ? new Set<string>() : wordsIn(code);
  known.set(statement, found);
  return found;
}

/** Reads a page: headings of the second and third level, and the text below each. */
function statementsOf(page: string, lang: Lang): readonly Statement[] {
  const found: Statement[] = [];
  let section = "";
  let subsection = "";
  for (const block of page.replaceAll("\r\n", "\n").split(/\n\n+(?=\S)/u)) {
    const heading = [section, subsection].filter((each) => each !== "").join(" · ");
    const add = (text: string, isSample = false) => found.push({ heading, text: text.trim(), isSample });
    const code = /^```rubric (\S+)\n([\s\S]*?)\n```/u.exec(block);
    if (block.startsWith("## ")) [section, subsection] = [block.slice(3).trim(), ""];
    else if (block.startsWith("### ")) subsection = block.slice(4).trim();
    else if (code !== null) {
      // Each line of scoring rules is a sample of its own.
      if (code[1] === "+lines") for (const line of (code[2] ?? "").split("\n")) add(line, true);
    } else if (/^[-|]/u.test(block)) {
      for (const line of block.split("\n")) {
        if (line.startsWith("- ")) add(line.slice(2));
        else if (/^\| .*`.*\|$/u.test(line)) add(rowText(line, lang));
      }
    } else if (section !== "" && !block.startsWith("```") && !block.startsWith("    "))
      add(block.replaceAll("\n", " "));
  }
  return found;
}

/** A row of a table as a statement: its first cell, then the others. */
function rowText(line: string, lang: Lang): string {
  const [first = "", ...others] = line
    .slice(2, -1)
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim());
  return lang === "zh" ? `${first}：${others.join("；")}` : `${first}: ${others.join("; ")}`;
}
