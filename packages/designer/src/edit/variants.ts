/** Sections whose parts differ by the kind of subject: converting a plain section, and adding a case. */
import {
  keywordIn,
  leavesOf,
  vocabularyOf,
  type ast,
  type Parsed,
  type TextEdit,
  placeholderName,
} from "@yardstick/language";
import { fieldsOf } from "../model/candidates.js";
import { ifValid } from "./valid-edits.js";

/**
 * The existing parts become the case for all other kinds; the field that distinguishes the kinds is a slot to be filled
 * in.
 */
export function addVariants(parsed: Parsed, section: ast.Section): readonly TextEdit[] | null {
  const braces = leavesOf(parsed.tree).filter(
    ({ span, rule, place }) =>
      rule === "parts" &&
      place !== "inside" &&
      place !== "separates" &&
      span[0] >= section.name.span[1] &&
      span[1] <= section.span[1],
  );
  const [open, close] = [braces[0], braces.at(-1)];
  if (section.variants !== null || open === undefined || close === undefined) return null;
  const lang = vocabularyOf(parsed.tree);
  const { source } = parsed.tree;
  const margin = /^[ \t\u3000]*/.exec(source.slice(source.lastIndexOf("\n", section.span[0] - 1) + 1))?.[0] ?? "";
  const inner: TextEdit[] = [];
  for (let at = source.indexOf("\n", open.span[1]); at >= 0 && at < close.span[0]; at = source.indexOf("\n", at + 1))
    if (source[at + 1] !== "\n") inner.push({ span: [at + 1, at + 1], text: "  " });
  const head = `${keywordIn(lang, "By")} ${placeholderName(lang)} {\n${margin}  ${keywordIn(lang, "Else")} {`;
  return ifValid(parsed, [{ span: open.span, text: head }, ...inner, { span: close.span, text: `}\n${margin}}` }]);
}

/** Before the case for all others, with the next level of the field when it has levels. */
export function addCase(parsed: Parsed, section: ast.Section): readonly TextEdit[] | null {
  const { variants } = section;
  if (variants === null) return null;
  const { source } = parsed.tree;
  const name = `${nextLevel(parsed, variants) ?? placeholderName(vocabularyOf(parsed.tree))} {\n}`;
  const last = variants.cases.at(-1);
  if (last === undefined) return null;
  const margin = /^[ \t\u3000]*/.exec(source.slice(source.lastIndexOf("\n", last.span[0] - 1) + 1))?.[0] ?? "";
  const text = name.replace("\n", `\n${margin}`);
  return last.levels.length === 0
    ? ifValid(parsed, [{ span: [last.span[0], last.span[0]], text: `${text}\n${margin}` }])
    : ifValid(parsed, [{ span: [last.span[1], last.span[1]], text: `\n${margin}${text}` }]);
}

function nextLevel({ rubric, tree }: Parsed, { by, cases }: ast.Variants): string | null {
  const field = by.kind === "reference" ? by.path[0]?.text : undefined;
  const type = fieldsOf(rubric).find((each) => each.field.name.text === field)?.field.type;
  const named = type?.kind === "named-type" ? type.name.text : null;
  const choice =
    type?.kind === "choice-type"
      ? type
      : rubric.declarations.find(
          (each): each is ast.ChoiceDeclaration => each.kind === "choice-declaration" && each.name.text === named,
        )?.type;
  const used = new Set(cases.flatMap(({ levels }) => levels.map(({ text }) => text)));
  const free = choice?.levels.find((level) => !used.has(level.name.text));
  return free === undefined ? null : tree.source.slice(...free.name.span);
}
