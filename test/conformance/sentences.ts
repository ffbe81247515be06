/**
 * The sentences of a page of the language, of which each has a case of its own, apart from those that no case can show.
 */

/** A sentence under its heading, a row of a table as one. */
export interface PageSentence {
  readonly heading: string;
  readonly text: string;
}

/** Where a sentence ends: a full stop outside code before a capital letter, a code span, or the end. */
function split(paragraph: string): readonly string[] {
  const sentences: string[] = [];
  let [begin, isCode] = [0, false];
  for (let at = 0; at < paragraph.length; at += 1) {
    const sign = paragraph[at] ?? "";
    if (sign === "`") isCode = !isCode;
    const isEnd = (sign === "." || sign === "?") && !isCode && /^(?:$| [\p{Lu}`*“(])/u.test(paragraph.slice(at + 1));
    if (!isEnd) continue;
    sentences.push(paragraph.slice(begin, at + 1).trim());
    begin = at + 1;
  }
  const rest = paragraph.slice(begin).trim();
  return rest === "" ? sentences : [...sentences, rest];
}

/** All sentences of a page, without its samples: items of lists, paragraphs, and the rows of tables below their heads. */
export function sentencesOf(page: string): readonly PageSentence[] {
  const lines = page.split("\n");
  const found: PageSentence[] = [];
  let [heading, isSample] = ["", false];
  for (const [at, line] of lines.entries()) {
    if (line.startsWith("```")) isSample = !isSample;
    else if (line.startsWith("#")) heading = line.replace(/^#+ /u, "");
    else if (isSample || line.startsWith("    ") || line.trim() === "") continue;
    else if (line.startsWith("|")) {
      const isHead = /^\|[ -|]*---/u.test(lines[at + 1] ?? "") || /^\| *-/u.test(line);
      if (!isHead) found.push({ heading, text: line });
    } else for (const text of split(line.replace(/^- /u, ""))) found.push({ heading, text });
  }
  return found;
}

/** Whether a case that quotes this is a case of the sentence: it quotes the sentence, or a part of it, and no other one. */
export function isCaseOf({ text }: PageSentence, { sentence }: { readonly sentence: string }): boolean {
  const quoted = sentence.replace(/^- /u, "");
  return text.includes(quoted) || (quoted.includes(text) && split(quoted).length === 1);
}

/** Sentences that no case can show, by their beginnings, of which one may begin several, and where each is tested instead. */
export const withoutCase: Readonly<Record<string, string>> = {
  "[中文](": "links to other pages",
  "Every construct and its meaning.": "says what the page is",
  "A test runs each sample.": "says how the page is tested: test/docs/language-pages.test.ts",
  "Unless a sample is a whole rubric": "says how the samples are read",
  "A rubric is one UTF-8 text file": "a case is JSON, whose texts have no encoding: packages/cli/test/files.test.ts",
  "A whole rubric:": "announces a sample",
  "Earning:": "announces a sample",
  "Every number can be explained":
    "explanations are no part of what a case expects: packages/engine/test/explain.test.ts, explain-steps.test.ts",
  "This page settles what": "says what the page is",
  "A conformance case covers each statement.": "is this test",
  "Tables, files, notices and score sheets show":
    "a case expects results, not files: test/matrix, test/printed-values.test.ts",
};
