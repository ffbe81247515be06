/**
 * Which kinds of parts carry a share of the points of their parent.
 */
import type { Part } from "../../program/program.js";

/**
 * Whether a part carries a share of the points of its parent, which goes to its siblings where it does not apply. Every other kind of
 * item counts beside what adds up to those points.
 */
export function isSharing(part: Part): boolean {
  return part.kind === "section" || part.form === "item";
}
