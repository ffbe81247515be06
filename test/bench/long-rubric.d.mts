/** A rubric of so many lines. */
export function longRubric(lines: number): string;
