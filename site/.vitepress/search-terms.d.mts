export function searchTerms(text: string): string[];
