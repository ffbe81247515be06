/**
 * The reading of a document as text for a terminal and as JSON.
 */
import type { ClauseState, Draft, ReadClause, Reading } from "@yardstick/documents";
import type { Context } from "./context.js";

/** The rules of a draft by clause number. */
type Rules = ReadonlyMap<number, readonly string[]>;

const nameOf = (reading: Reading, { section, item }: ReadClause): string => {
  const part = reading.outline.sections[section];
  const own = part?.items[item]?.name ?? "";
  return own === "" ? (part?.name ?? "") : own;
};

/** The clauses with their state, rules and questions, followed by the number of clauses in each state. */
export function readingText(
  reading: Reading,
  rules: Rules,
  { lang, messages: { reading: messages }, out }: Context,
): string {
  const lines: string[] = [reading.outline.title, ""];
  let lastName = "";
  for (const clause of reading.clauses) {
    const name = nameOf(reading, clause);
    if (name !== lastName && name !== "") lines.push(out.bold(name));
    lastName = name;
    lines.push(`  ${String(clause.number)}  [${messages.states[clause.state]}] ${clause.text}`);
    if (clause.state === "not-read") {
      for (const { from, to } of clause.unread) {
        const unread = clause.text.slice(from, to);
        if (unread !== clause.text) lines.push(`       ${messages.unread(unread)}`);
      }
    } else if (clause.state !== "asks") for (const rule of rules.get(clause.number) ?? []) lines.push(`       ${rule}`);
    for (const { id, text, options, chosen, because } of clause.questions) {
      if (chosen === null) {
        lines.push(`       ? ${text[lang]}  ${id}`);
        for (const [at, option] of options.entries()) lines.push(`         ${String(at + 1)}  ${option[lang]}`);
        continue;
      }
      const option = options[chosen]?.[lang] ?? "";
      lines.push(
        `       ${because === null ? messages.answered(text[lang], option) : messages.given(text[lang], option, because[lang], id)}`,
      );
    }
  }
  const { clauses } = reading.totals;
  const states: readonly ClauseState[] = ["read", "judged", "asks", "not-read", "not-a-rule"];
  lines.push(
    "",
    messages.ledger(
      reading.clauses.length,
      states.map((state) => `${messages.states[state]} ${String(clauses[state])}`).join(messages.comma),
    ),
  );
  for (const { what, name, stated, found } of reading.outline.sums)
    lines.push(what === "total" ? messages.totalDiffers(stated, found) : messages.sectionDiffers(name, stated, found));
  for (const column of reading.outline.unknownColumns) lines.push(messages.unknownColumn(column));
  return `${lines.join("\n")}\n`;
}

/** The reading as plain data: outline, clauses with their locations in the source, questions and rules, and the draft. */
export function readingJson(reading: Reading, draft: Draft, rules: Rules): unknown {
  return {
    title: reading.outline.title,
    total: reading.outline.total,
    totals: reading.totals,
    sums: reading.outline.sums,
    unknownColumns: reading.outline.unknownColumns,
    sections: reading.outline.sections.map(({ name, points, items }) => ({
      name,
      points,
      items: items.map((item) => ({
        name: item.name,
        points: item.points,
        weight: item.weight,
        role: item.role,
        assessor: item.assessor,
      })),
    })),
    clauses: reading.clauses.map((clause) => ({
      number: clause.number,
      text: clause.text,
      at: clause.at,
      section: clause.section,
      item: clause.item,
      state: clause.state,
      reason: clause.reason,
      rules: clause.state === "asks" || clause.state === "not-read" ? [] : (rules.get(clause.number) ?? []),
      matches: clause.matches.map(({ pattern, from, to, slots, figures }) => ({ pattern, from, to, slots, figures })),
      questions: clause.questions.map(({ id, code, scope, text, options, chosen, because }) => ({
        id,
        code,
        scope,
        text,
        options,
        chosen: chosen === null ? null : chosen + 1,
        because,
      })),
      unread: clause.unread.map(({ from, to }) => ({ from, to, text: clause.text.slice(from, to) })),
    })),
    draft: draft.text,
  };
}
