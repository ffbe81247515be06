/**
 * Recognises the department that submitted a file: by the hidden mark of its form, by its title or name, else by its columns.
 */
import { foldName } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { assessorsOf } from "./form/assessors.js";
import type { FormMark } from "./form-mark.js";
import type { CollectedFile } from "./collected.js";

interface FileSeen {
  readonly file: string;
  readonly mark: FormMark | null;
  readonly titles: readonly string[];
  /** Indexes of the fields with a column in its subject tables, except key and period. */
  readonly fields: ReadonlySet<number>;
  /** Indexes of the lists of which it contains rows. */
  readonly lists: ReadonlySet<number>;
  /** The department as stated by the user. */
  readonly said: string | undefined;
}

type Recognised = Pick<CollectedFile, "department" | "recognised">;

const NONE: Recognised = { department: null, recognised: null };

/** The longest of the names that a text contains; null where it contains none. */
function namedIn(text: string, names: readonly string[]): string | null {
  const plain = foldName(text);
  return names.filter((name) => plain.includes(foldName(name))).sort((a, b) => b.length - a.length)[0] ?? null;
}

/** The department of a file, and how it was recognised. */
export function recogniseDepartment(program: Program, seen: FileSeen): Recognised {
  const { all, ofField, ofList } = assessorsOf(program);
  if (seen.said !== undefined) return { department: seen.said === "" ? null : seen.said, recognised: "person" };
  if (seen.mark !== null) return { department: seen.mark.department, recognised: "mark" };
  const inTitle = namedIn(seen.titles.join(" "), all);
  if (inTitle !== null) return { department: inTitle, recognised: "title" };
  const inName = namedIn(seen.file.replace(/^.*[/\\]/u, ""), all);
  if (inName !== null) return { department: inName, recognised: "name" };
  const owners = [
    ...[...seen.fields].map((field) => {
      const of = program.fields[field];
      return of === undefined ? [] : ofField(of);
    }),
    ...[...seen.lists].map(ofList),
  ].filter((names) => names.length > 0);
  const common = all.filter((name) => owners.length > 0 && owners.every((names) => names.includes(name)));
  const [only, ...others] = common;
  return only === undefined || others.length > 0 ? NONE : { department: only, recognised: "columns" };
}
