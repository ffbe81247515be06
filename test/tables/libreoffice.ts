/** Forms that are filled in by LibreOffice, which the long run `libreoffice` installs; see `fill-in.py`. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeWorkbook, type Book, type BookCell } from "@yardstick/tables";

/** The command of LibreOffice, where the long run has set it; null in `npm test`, which does without. */
export const libreOffice: string | null = process.env["YARDSTICK_LIBREOFFICE"] ?? null;

/** What is typed into a cell; sheet, row and column are counted from 0. */
export interface TypedCell {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A form and what is typed into it. */
export interface FormToFill {
  readonly book: Book;
  readonly typed: readonly TypedCell[];
}

/** The name of a field in the head of a form, without its unit: `招商` of `招商（万元）`. */
export function fieldOfHead(cell: BookCell | null | undefined): string {
  return cell?.value?.kind === "text" ? cell.value.text.replace(/\s*[（(][^（(]*[）)]$/u, "") : "";
}

/** The forms as XLSX files that LibreOffice has opened, filled in and saved, in the same order. */
export async function filledInLibreOffice(forms: readonly FormToFill[]): Promise<readonly Buffer[]> {
  if (libreOffice === null) throw new Error("LibreOffice is not there");
  const folder = mkdtempSync(join(tmpdir(), "yardstick-forms-"));
  try {
    const wanted = await Promise.all(
      forms.map(async ({ book, typed }, at) => {
        const [from, to] = [join(folder, `${at}.xlsx`), join(folder, `${at}-filled.xlsx`)];
        writeFileSync(from, await writeWorkbook(book));
        return { from, to, typed: typed.map(({ sheet, row, column, text }) => [sheet, row, column, text]) };
      }),
    );
    const script = fileURLToPath(new URL("fill-in.py", import.meta.url));
    execFileSync("/usr/bin/python3", [script, libreOffice], { input: JSON.stringify(wanted), timeout: 280_000 });
    return wanted.map(({ to }) => readFileSync(to));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
