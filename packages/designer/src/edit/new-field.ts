/** Creates a field where it is first needed: in which data block, and with which text. */
import {
  addDeclaration,
  addField,
  addPart,
  keywordIn,
  vocabularyOf,
  type ast,
  type Parsed,
  type TextEdit,
} from "@yardstick/language";
import { dataOf } from "../model/candidates.js";
import { partAt } from "./places.js";
import { quoted } from "./quoted.js";
import { safeName } from "./safe-name.js";

/** The types offered for a new field; a `choice` is unordered, a `scale` is ordered. */
export type NewFieldType =
  "count" | "number" | "percent" | "flag" | "text" | "date" | "list" | "period" | "choice" | "scale";

/** A field to be created, as entered in the name picker. */
export interface NewField {
  readonly name: string;
  readonly type: NewFieldType;
  readonly unit: string;
  /** For a choice or a scale: `差、中、好`; a scale from worst to best. */
  readonly levels: string;
  /** The default value as written after `=`; empty: none. */
  readonly otherwise: string;
  readonly assessor: string;
  /**
   * In the data block of the surrounding top-level section, which is created if necessary; otherwise in the rubric's
   * data block.
   */
  readonly isOfSection: boolean;
}

const roles = {
  count: "CountType",
  number: "NumberType",
  percent: "PercentType",
  flag: "FlagType",
  text: "TextType",
  date: "DateType",
  list: "ListType",
  period: "PeriodType",
  choice: "ChoiceType",
  scale: "ChoiceType",
} as const;

function fieldText(parsed: Parsed, { name, type, unit, levels, otherwise, assessor }: NewField): string {
  const lang = vocabularyOf(parsed.tree);
  const word = keywordIn(lang, roles[type]);
  const written = safeName(name);
  if (type === "list") {
    const columns = lang === "zh" ? "{ 事项: 文本, 日期: 日期 }" : "{ matter: text, date: date }";
    return `${written}: ${word} ${columns}`;
  }
  const hasUnit = (type === "count" || type === "number") && unit.trim() !== "";
  const names = levelsIn(levels, lang).map(safeName);
  const ofLevels = type === "scale" ? ` (${names.join(" < ")})` : type === "choice" ? ` (${names.join(", ")})` : "";
  return [
    `${written}: ${word}${ofLevels}`,
    hasUnit ? ` ${unit.trim()}` : "",
    otherwise.trim() === "" ? "" : ` = ${otherwise.trim()}`,
    assessor.trim() === "" ? "" : ` ${keywordIn(lang, "Assessor")} ${quoted(assessor.trim())}`,
  ].join("");
}

/** Names between separators of any kind; two placeholders when there are none. */
function levelsIn(text: string, lang: "zh" | "en"): readonly string[] {
  const names = [...new Set(text.split(/[、,，;；<＜/\s]+/).filter((name) => name !== ""))];
  return names.length > 0 ? names : lang === "zh" ? ["档次一", "档次二"] : ["level1", "level2"];
}

/** `at` is the offset where the field is needed. Null when the text is not a valid field. */
export function createField(parsed: Parsed, field: NewField, at: number): readonly TextEdit[] | null {
  const { rubric, tree } = parsed;
  const text = fieldText(parsed, field);
  const blocks = dataOf(rubric);
  const section = topSection(rubric, at);
  const own = section === null ? undefined : blocks.find((block) => block.section === section);
  const top = blocks.find((block) => block.section === null);
  const lang = vocabularyOf(tree);
  const subject = (top ?? blocks[0])?.data.name.text ?? (lang === "zh" ? "考核对象" : "subjects");
  const block = field.isOfSection && section !== null ? own : top;
  if (block !== undefined) return addField(parsed, block.data, block.data.fields.length, text);
  const key = `${keyName(lang)}: ${keywordIn(lang, "TextType")} ${keywordIn(lang, "Key")}`;
  const data = (inner: string): string => `${keywordIn(lang, "Data")} ${safeName(subject)} {\n${inner}\n}`;
  if (field.isOfSection && section !== null && top !== undefined) return addPart(parsed, section, 0, data(`  ${text}`));
  return addDeclaration(parsed, data(`  ${key}\n  ${text}`));
}

/** The top-level section that contains an offset. */
export function topSection(rubric: ast.Rubric, at: number): ast.Section | null {
  const place = partAt(rubric, at);
  if (place === null) return null;
  return place.above[0] ?? (place.part.kind === "section" ? place.part : null);
}

function keyName(lang: "zh" | "en"): string {
  return lang === "zh" ? "名称" : "name";
}
