/**
 * Edits of a rubric that decide a tie at the cut of a quota: a further key of the ranking that the grades are based on, either
 * a value that the rubric has or a field in which the decision is entered by hand.
 */
import {
  addField,
  analyse,
  applyEdits,
  keywordIn,
  parse,
  vocabularyOf,
  type ast,
  type Parsed,
  type TextEdit,
} from "@yardstick/language";

/** Names of the field that holds a decision, by the vocabulary of the rubric. */
const FIELD = { zh: "并列裁定", en: "tie_decision" } as const;

/** Edits that make `by`, the name of a part or an output, the next key; null where the grades name no ranking. */
export function thenBy(rubric: string, grades: string, by: string): readonly TextEdit[] | null {
  const parsed = parse(rubric);
  return sound(rubric, [...nextKey(parsed, grades, writtenName(parsed, by))]);
}

/** Edits that add a number field, 0 unless filled in, and make it the next key; null where the grades name no ranking. */
export function decideByHand(rubric: string, grades: string): readonly TextEdit[] | null {
  const parsed = parse(rubric);
  const lang = vocabularyOf(parsed.tree);
  const data = parsed.rubric.declarations.find((each) => each.kind === "data");
  const name = FIELD[lang];
  if (data === undefined || rubric.includes(name)) return null;
  const field = addField(parsed, data, data.fields.length, `${name}: ${keywordIn(lang, "NumberType")} = 0`);
  const key = nextKey(parsed, grades, name);
  return field === null || key.length === 0 ? null : sound(rubric, [...field, ...key]);
}

/** The field of decisions by hand in the vocabulary of the rubric. */
export function decisionField(rubric: string): string {
  return FIELD[vocabularyOf(parse(rubric).tree)];
}

function nextKey({ rubric, tree }: Parsed, grades: string, by: string): readonly TextEdit[] {
  const named = rubric.declarations.find((each) => each.kind === "grades" && each.name.text === grades);
  if (named?.kind !== "grades" || named.by === null) return [];
  const ranking = rubric.declarations.find((each) => each.kind === "ranking" && each.name.text === named.by?.text);
  if (ranking?.kind !== "ranking") return [];
  const last = ranking.thenBy.at(-1);
  const at = last === undefined ? ranking.span[1] : last.span[1];
  const text = last === undefined ? ` ${keywordIn(vocabularyOf(tree), "ThenBy")} ${by}` : `, ${by}`;
  return [{ span: [at, at], text }];
}

/** The name as it is written where it is declared, quotes included. */
function writtenName({ rubric, tree }: Parsed, name: string): string {
  const find = (node: unknown): ast.Name | null => {
    if (typeof node !== "object" || node === null) return null;
    const { kind, name: own } = node as { readonly kind?: string; readonly name?: ast.Name };
    if ((kind === "section" || kind === "item" || kind === "output") && own?.text === name) return own;
    for (const child of Object.values(node)) {
      const found = find(child);
      if (found !== null) return found;
    }
    return null;
  };
  const found = find(rubric.declarations);
  return found === null ? name : tree.source.slice(...found.span);
}

/** The edits when the text has no error after them; null otherwise. */
function sound(rubric: string, edits: readonly TextEdit[]): readonly TextEdit[] | null {
  return edits.length > 0 && analyse(applyEdits(rubric, edits)).program !== null ? edits : null;
}
