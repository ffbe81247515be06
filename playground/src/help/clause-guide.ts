/**
 * The clause guide of the documentation as topics of the help: each is a sentence of an appraisal document, the rule that
 * it becomes, and remarks. The pages of the guide are loaded when the help is opened.
 */
import type { Lang } from "@yardstick/language";

/** A clause with its rule. Topics of the two languages have the same numbers. */
export interface Topic {
  readonly number: number;
  readonly heading: string;
  /** The clause as a document says it. */
  readonly sentence: string;
  /** Lines of an item, or declarations of the rubric. */
  readonly kind: "lines" | "parts";
  readonly snippet: string;
  /** Remarks after the rule, with rules between backticks. */
  readonly remarks: readonly string[];
}

/** The guide in one language. */
export interface ClauseGuide {
  /** A rubric that declares the fields of the snippets. */
  readonly setup: string;
  readonly topics: readonly Topic[];
}

const pages = import.meta.glob<string>("../../../docs/language/clauses.*.md", { query: "?raw", import: "default" });

/** Loads the guide of a language. */
export async function clauseGuide(lang: Lang): Promise<ClauseGuide> {
  const text = await Object.entries(pages).find(([path]) => path.endsWith(`.${lang}.md`))?.[1]();
  if (text === undefined) throw new Error("the clause guide is not in the build");
  return parseGuide(text);
}

/** Reads a page of the guide: headings, numbered clauses, each with a block of rules, and remarks. */
function parseGuide(page: string): ClauseGuide {
  const topics: Topic[] = [];
  let setup = "";
  let heading = "";
  let clause: readonly [number: number, sentence: string] | null = null;
  for (const block of page.replaceAll("\r\n", "\n").split(/\n\n+(?=\S)/u)) {
    const code = /^```rubric (\S+)\n([\s\S]*?)\n```\s*$/u.exec(block);
    const numbered = /^(\d+)\.\s+([\s\S]+)$/u.exec(block);
    if (block.startsWith("## ")) [heading, clause] = [block.slice(3).trim(), null];
    else if (code !== null) {
      const [, mark = "", snippet = ""] = code;
      if (mark === "setup") setup = snippet;
      else if (clause !== null)
        topics.push({
          number: clause[0],
          heading,
          sentence: clause[1],
          kind: mark === "+lines" ? "lines" : "parts",
          snippet,
          remarks: [],
        });
    } else if (numbered !== null) clause = [Number(numbered[1]), (numbered[2] ?? "").trim()];
    else if (topics.at(-1)?.number === clause?.[0] && clause !== null) {
      const last = topics.pop();
      if (last !== undefined) topics.push({ ...last, remarks: [...last.remarks, block.trim()] });
    }
  }
  return { setup, topics };
}
