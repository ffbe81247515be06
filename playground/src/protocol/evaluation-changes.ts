/**
 * What is sent of a result: parts that are the same in the Worker as in the result sent before are left out, and the page
 * takes them from that one, so that an edit of a cell transfers neither the program nor ten thousand names.
 */
import type { Evaluation, Good, KeptColumn, KeptPart, SentEvaluation } from "./protocol.js";

const PARTS: readonly KeptPart[] = ["program", "tests", "rankedBy", "before"];
const COLUMNS: readonly KeptColumn[] = ["keys", "periods"];

/** The evaluation without what is the same in `before`, the last result sent to the same page. */
export function changedEvaluation(evaluation: Evaluation, before: Good | null): SentEvaluation {
  const { good } = evaluation;
  if (good === null || before === null) return evaluation;
  const many = good.many === null || before.many === null ? good.many : without(good.many, before.many, COLUMNS);
  return { ...evaluation, good: { ...without(good, before, PARTS), many } };
}

/** The evaluation from which `sent` was made; `before` is the last result received from the same Worker. */
export function wholeEvaluation(sent: SentEvaluation, before: Good | null): Evaluation {
  const { good } = sent;
  if (good === null || before === null) return sent as Evaluation;
  const many = good.many === null ? null : { ...before.many, ...good.many };
  return { ...sent, good: { ...before, ...good, many } as Good };
}

function without<T extends object, K extends keyof T>(
  whole: T,
  before: T,
  names: readonly K[],
): Omit<T, K> & Partial<T> {
  const rest: Partial<T> = { ...whole };
  for (const name of names) if (whole[name] === before[name]) delete rest[name];
  return rest as Omit<T, K> & Partial<T>;
}
