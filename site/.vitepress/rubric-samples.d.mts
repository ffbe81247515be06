export function wholeRubric(kind: string | undefined, setup: string, body: string): string | null;
