/**
 * The ways a name can be written, the plainest first: as it is, or between quotes where it is not an identifier or a keyword that
 * cannot be one.
 */
import { vocabulary, type Role } from "../vocabulary/vocabulary.js";

const identifier = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

const hardKeywords: ReadonlySet<string> = new Set(
  Object.values<Role>(vocabulary).flatMap((role) => (role.hard === true ? [...role.zh, ...role.en] : [])),
);

/** None where no text can denote it: it is empty, or has quotes of both kinds. */
export function writtenForms(name: string): string[] {
  const plain = name.normalize("NFC");
  if (plain.trim() === "") return [];
  const forms = identifier.test(plain) && !hardKeywords.has(plain) ? [plain] : [];
  if (!plain.includes("」")) forms.push(`「${plain}」`);
  if (!plain.includes("`")) forms.push(`\`${plain}\``);
  return forms;
}
