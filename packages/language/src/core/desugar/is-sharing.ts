/**
 * Which kinds of parts carry a share of the points of their parent.
 */
import type { Item, Part } from "../../program/program.js";

/** By kind of item. Bonuses and penalties count beside what adds up to the points of the parent. */
const sharing: Readonly<Record<Item["form"], boolean>> = { item: true, bonus: false, penalty: false };

/** Whether a part carries a share of the points of its parent, which goes to its siblings where it does not apply. */
export function isSharing(part: Part): boolean {
  return part.kind === "section" || sharing[part.form];
}
