/** What the start page shows of a project: its sections, its subjects, and how many clauses are still open. */
import { parse, type ast } from "@yardstick/language";
import { numberOrZero } from "@yardstick/exact";
import { findTable, type ProjectContent } from "./project.js";

/** The outline of a project. */
export interface ProjectOutline {
  /** Top-level sections and items with their share of the ruler. */
  readonly sections: readonly { readonly name: string; readonly size: number }[];
  /** What is appraised, as the rubric names it; an empty text where it names nothing. */
  readonly subject: string;
  readonly subjects: number;
  /** Clauses that are not written as rules yet. */
  readonly open: number;
}

/** The outline of a project's front file. */
export function projectOutline(content: ProjectContent): ProjectOutline {
  const { declarations } = parse(content.rubric).rubric;
  const parts = declarations.filter(
    (each): each is ast.Section | ast.Item => each.kind === "section" || (each.kind === "item" && each.form === "item"),
  );
  const data = declarations.find((each): each is ast.Data => each.kind === "data");
  return {
    sections: parts.map(({ name, points }) => ({
      name: name.text,
      // A part without points has a weight, whose value needs the checker; all of them are drawn alike.
      size: points === null ? 1 : numberOrZero(points.digits).toNumber(),
    })),
    subject: data?.name.text ?? "",
    subjects: findTable(content.tables, "subjects", "")?.rows.length ?? 0,
    open: openIn(parts) + openIn(declarations.filter((each) => each.kind === "item" && each.form !== "item")),
  };
}

function openIn(node: unknown): number {
  if (typeof node !== "object" || node === null) return 0;
  const own = (node as { readonly kind?: string }).kind === "open" ? 1 : 0;
  return own + Object.values(node).reduce((sum: number, child) => sum + openIn(child), 0);
}
