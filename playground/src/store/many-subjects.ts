/**
 * Many subjects on the page: score and place of each from columns; everything else is requested from the Worker when a
 * subject is first shown. Until the response arrives a subject has no parts and no marks.
 */
import type { SubjectResult } from "@yardstick/engine";
import type { Good, KnownSubject, ManyScored, SubjectMarks } from "../protocol/protocol.js";
import { fixedText, Rational } from "@yardstick/exact";

/** Number of subjects per request, kept small so that a new edit does not wait for long. */
const PORTION = 40;

/**
 * Adds subject objects to an evaluation from the Worker. Bars of the previous evaluation are kept until the new ones
 * arrive, so that the list does not flicker at every edit.
 */
export function withSubjects(good: Good, before: Good | null): Good {
  const { many, program } = good;
  if (many === null) return good;
  const known = new Map(many.known);
  const old = before?.many?.keys.length === many.keys.length ? before.result.subjects : [];
  const subjects = many.keys.map(
    (_, row) => new ManySubject(many, known, row, program.scoreDecimals, partsKnown(old[row])),
  );
  return { ...good, result: { ...good.result, subjects } };
}

/** Rows of subjects whose details are not known yet. */
export function unknownRows(subjects: readonly SubjectResult[]): readonly number[] {
  return subjects.flatMap((subject) => (subject instanceof ManySubject && !subject.isKnown ? [subject.row] : []));
}

/** Rows of subjects whose details are requested one by one. */
export function rowsOf(subjects: readonly SubjectResult[]): readonly number[] {
  return subjects.flatMap((subject) => (subject instanceof ManySubject ? [subject.row] : []));
}

/** Adds the marks of all subjects, so that they can be filtered and grouped by them. */
export function setMarks({ result }: Good, marks: readonly SubjectMarks[]): void {
  for (const [row, subject] of result.subjects.entries())
    if (subject instanceof ManySubject) subject.marks = marks[row] ?? null;
}

/** Whether the marks of all subjects are known. */
export function hasMarks({ many, result }: Good): boolean {
  return (
    many === null || result.subjects.every((subject) => !(subject instanceof ManySubject) || subject.marks !== null)
  );
}

/** Requests the missing details of some rows in portions, until `isWanted` returns false or no response comes. */
export async function fetchSubjects(
  { many, result }: Good,
  rows: readonly number[],
  request: (rows: readonly number[]) => Promise<readonly KnownSubject[] | null>,
  isWanted: () => boolean,
  onMore: (found: readonly SubjectResult[]) => void,
): Promise<void> {
  if (many === null) return;
  for (let from = 0; from < rows.length && isWanted(); from += PORTION) {
    const found = await request(rows.slice(from, from + PORTION));
    if (found === null || found.length === 0 || !isWanted()) return;
    for (const [row, subject] of found) (result.subjects[row] as ManySubject).setDetails(subject);
    onMore(found.map(([, subject]) => subject));
  }
}

function partsKnown(subject: SubjectResult | undefined): SubjectResult["parts"] {
  return subject instanceof ManySubject ? subject.parts : NOTHING;
}

const NOTHING: SubjectResult["parts"] = {};

class ManySubject implements SubjectResult {
  marks: SubjectMarks | null = null;

  constructor(
    private readonly all: ManyScored,
    private readonly known: Map<number, SubjectResult>,
    readonly row: number,
    private readonly decimals: number,
    private readonly formerParts: SubjectResult["parts"],
  ) {}

  get isKnown(): boolean {
    return this.known.has(this.row);
  }
  setDetails(subject: SubjectResult): void {
    this.known.set(this.row, subject);
  }

  get #subject(): SubjectResult | undefined {
    return this.known.get(this.row);
  }
  get key(): string {
    return this.all.keys[this.row] ?? "";
  }
  get period(): string | null {
    return this.all.periods?.[this.row] ?? null;
  }
  get status(): SubjectResult["status"] {
    if (this.all.pending?.[this.row] !== 1) return "scored";
    return this.#subject?.status ?? "pending";
  }
  get score(): string | null {
    if (this.all.pending?.[this.row] === 1) return null;
    return fixedText(Rational.of(this.all.scores[this.row] ?? 0, this.all.den), this.decimals);
  }
  get rankings(): SubjectResult["rankings"] {
    return Object.fromEntries(this.all.places.map(([name, places]) => [name, places[this.row] || null]));
  }
  get awaiting(): SubjectResult["awaiting"] {
    return this.#subject?.awaiting ?? [];
  }
  get parts(): SubjectResult["parts"] {
    return this.#subject?.parts ?? this.formerParts;
  }
  get coefficients(): SubjectResult["coefficients"] {
    return this.#subject?.coefficients ?? {};
  }
  get vetoes(): SubjectResult["vetoes"] {
    return (this.#subject ?? this.marks)?.vetoes ?? [];
  }
  get grades(): SubjectResult["grades"] {
    return (this.#subject ?? this.marks)?.grades ?? {};
  }
  get awards(): SubjectResult["awards"] {
    return (this.#subject ?? this.marks)?.awards ?? [];
  }
  get consequences(): SubjectResult["consequences"] {
    return (this.#subject ?? this.marks)?.consequences ?? [];
  }
  get outputs(): SubjectResult["outputs"] {
    return this.#subject?.outputs ?? {};
  }
  get undecided(): SubjectResult["undecided"] {
    return (this.#subject ?? this.marks)?.undecided ?? [];
  }
  get rankedBy(): SubjectResult["rankedBy"] {
    return this.#subject?.rankedBy ?? {};
  }
  get provisional(): SubjectResult["provisional"] {
    return (this.#subject ?? this.marks)?.provisional ?? [];
  }
}
