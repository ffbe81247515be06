/**
 * Which fix of a diagnostic may be applied without a question.
 */
import type { RenderedFix } from "@yardstick/language";

/** The fix that leaves no choice: the only one of its diagnostic, unless it changes scores; null where there is none. */
export function onlyFix<F extends Pick<RenderedFix, "effect">>(fixes: readonly F[]): F | null {
  const [fix, ...others] = fixes;
  return fix === undefined || others.length > 0 || fix.effect === "changes" ? null : fix;
}
