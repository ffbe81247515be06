/**
 * The ways a name can be written, the plainest first: as it is, or between quotes where it is not an identifier or a keyword that
 * cannot be one.
 */
import { scan } from "../syntax/scan.js";
import { Identifier } from "../syntax/tokens.js";
import { vocabulary, type Role } from "../vocabulary/vocabulary.js";

/** Whether a text is read as one name: `超过30分钟未到岗` and `前3名` are a keyword and a number. */
function isIdentifier(text: string): boolean {
  const { tokens, comments, findings } = scan(text, new Set());
  const [token] = tokens;
  return (
    tokens.length === 1 &&
    comments.length + findings.length === 0 &&
    token?.tokenType === Identifier &&
    token.image === text
  );
}

const hardKeywords: ReadonlySet<string> = new Set(
  Object.values<Role>(vocabulary).flatMap((role) => (role.hard === true ? [...role.zh, ...role.en] : [])),
);

/** None where no text can denote it: it is empty, or has quotes of both kinds. */
export function writtenForms(name: string): string[] {
  const plain = name.normalize("NFC");
  if (plain.trim() === "") return [];
  const forms = isIdentifier(plain) && !hardKeywords.has(plain) ? [plain] : [];
  if (!plain.includes("」")) forms.push(`「${plain}」`);
  if (!plain.includes("`")) forms.push(`\`${plain}\``);
  return forms;
}
