/** How much one document may hold; each limit has its own message. */
export interface DocumentLimits {
  readonly bytes: number;
  readonly unpackedBytes: number;
  /** Tags of a page, elements of a DOCX. */
  readonly elements: number;
  /** Characters of the text; of plain text without its spaces. */
  readonly characters: number;
  readonly cells: number;
  readonly clauses: number;
  /** Runs of pieces between commas that are held against the patterns. */
  readonly stretches: number;
  /** Tables within tables, elements within elements. */
  readonly depth: number;
}

/**
 * The limits that apply where `ReadOptions.limits` does not set others. Whatever a source holds, they keep the reading within two seconds and 256 MB; the
 * largest documents of offices have some 1,000 clauses.
 */
export const DEFAULT_DOCUMENT_LIMITS: DocumentLimits = {
  bytes: 20 * 1024 * 1024,
  unpackedBytes: 40 * 1024 * 1024,
  elements: 600_000,
  characters: 400_000,
  cells: 200_000,
  clauses: 5_000,
  stretches: 6_000,
  depth: 200,
};
