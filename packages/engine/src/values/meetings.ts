/**
 * What a subject had against others, meeting by meeting: the key of a ranking whose value depends on who ties.
 */
import { isRational, type Rational, ZERO } from "@yardstick/exact";
import type { Pending, Value } from "./value.js";
import { awaitedBy, isPending } from "./value.js";

interface Meeting {
  /** The folded key of the other; pending while it is not known. A blank that the rubric allows is no meeting. */
  readonly opponent: string | Pending;
  readonly result: Value;
}

/** The meetings of one subject, row by row of its ledger. */
export class Meetings {
  /** `own` is the folded key of the subject. */
  constructor(
    readonly own: string,
    private readonly meetings: readonly Meeting[],
  ) {}

  /** Whether anything of them is still pending. */
  get isOpen(): boolean {
    return this.meetings.some(({ opponent, result }) => isAwaited(opponent) || isAwaited(result));
  }

  /** The sum of the results against those named, itself left out; pending while it is not known which count, or what one is. */
  against(others: ReadonlySet<string>): Rational | Pending {
    const counted = this.meetings.filter(({ opponent }) =>
      typeof opponent === "string" ? opponent !== this.own && others.has(opponent) : isAwaited(opponent),
    );
    const pending = awaitedBy(
      counted.flatMap(({ opponent, result }) => [opponent, result].filter((one) => isAwaited(one))),
    );
    return (
      pending ??
      counted
        .map(({ result }) => result)
        .filter(isRational)
        .reduce((sum, each) => sum.add(each), ZERO)
    );
  }
}

/** How the meetings of those who tie are read. */
interface Tie<Member> {
  meetingsOf(member: Member): Meetings;
  /** A veto leaves it without a place: what it has against the others is known, and no results against it count. */
  isBarred(member: Member): boolean;
}

/** What each of those who tie has against the others of them that hold a place; computed once a member, when first asked for. */
export function sumsAmong<Member>(
  tie: readonly Member[],
  { meetingsOf, isBarred }: Tie<Member>,
): (member: Member) => Rational | Pending {
  const names = new Set(tie.flatMap((member) => (isBarred(member) ? [] : [meetingsOf(member).own])));
  const sums = new Map<Member, Rational | Pending>();
  return (member) => {
    const sum = sums.get(member) ?? meetingsOf(member).against(names);
    sums.set(member, sum);
    return sum;
  };
}

/** A blank that the rubric allows has nothing to add. */
function isAwaited(value: Value): boolean {
  return isPending(value) && !value.isNone;
}
