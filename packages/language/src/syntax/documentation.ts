/**
 * `///` comments, looked up by the declaration that follows them. Lines that follow each other make one text.
 */
import type { Comment } from "./tokens.js";

export class Documentation {
  /** Text of a run of `///` lines by the offset of the first character that follows it. */
  readonly #byNext = new Map<number, string>();

  constructor(source: string, comments: readonly Comment[]) {
    let run: string[] = [];
    comments.forEach((comment, i) => {
      if (comment.kind !== "doc") return;
      run.push(source.slice(comment.start + 3, comment.end).trim());
      const gap = /\S/g;
      gap.lastIndex = comment.end;
      const next = gap.exec(source)?.index ?? source.length;
      const following = comments[i + 1];
      if (following?.kind === "doc" && following.start === next) return;
      this.#byNext.set(next, run.join("\n"));
      run = [];
    });
  }

  before(offset: number): string | null {
    return this.#byNext.get(offset) ?? null;
  }
}
