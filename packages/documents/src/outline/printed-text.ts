/** Own text of a printed rubric, completed so that it can be parsed. */
import type { PrintedDocument, PrintedField } from "./printed-document.js";
import { quotedText, written } from "../words/written-name.js";

/** The head of a part with something in it. */
export function withFiller(head: string, isSection: boolean): string {
  const zh = /^(?:大类|条目|加分项|扣分项)/u.test(head);
  const open = zh ? '待定 "."' : 'open "."';
  return `${head} {\n${isSection ? `${zh ? "条目" : "item"} 「.」 1 {\n${open}\n}` : open}\n}`;
}

/** The data block of a printed document in its own keywords, with `more` lines behind its fields. */
export function dataBlock(
  { lang, fields, subject }: Pick<PrintedDocument, "lang" | "fields" | "subject">,
  more: readonly string[] = [],
): string {
  const zh = lang === "zh";
  const lines = [`${zh ? "数据" : "data"} ${written(subject)} {`];
  const lists = fields.filter(({ type }) => type === "明细" || type === "list").map(({ name }) => name);
  const listOf = (name: string): string | undefined => lists.find((list) => name.startsWith(`${list}.`));
  const write = (field: PrintedField, name: string, indent: string): void => {
    if (field.note !== "") for (const line of field.note.split("\n")) lines.push(`${indent}/// ${line}`);
    const marks = [
      ...(field.key ? [zh ? "主键" : "key"] : []),
      ...(field.optional ? [zh ? "可空" : "optional"] : []),
      ...(field.default === "" ? [] : [`= ${field.default}`]),
      ...(field.assessor === "" ? [] : [`${zh ? "考核部门" : "assessor"} ${quotedText(field.assessor)}`]),
    ]
      .map((mark) => ` ${mark}`)
      .join("");
    if (!lists.includes(field.name)) {
      lines.push(`${indent}${written(name)}: ${field.type}${marks}`);
      return;
    }
    lines.push(`${indent}${written(name)}: ${field.type} {`);
    for (const column of fields)
      if (listOf(column.name) === field.name) write(column, column.name.slice(field.name.length + 1), `${indent}  `);
    lines.push(`${indent}}${marks}`);
  };
  for (const field of fields) if (listOf(field.name) === undefined) write(field, field.name, "  ");
  return [...lines, ...more, "}"].join("\n");
}
