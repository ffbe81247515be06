/** How much one document may hold; each limit has its own message. */
export interface DocumentLimits {
  readonly bytes: number;
  readonly unpackedBytes: number;
  readonly cells: number;
  readonly clauses: number;
  /** Tables within tables, elements within elements. */
  readonly depth: number;
}

/** The limits that apply where `ReadOptions.limits` does not set others. */
export const DEFAULT_DOCUMENT_LIMITS: DocumentLimits = {
  bytes: 20 * 1024 * 1024,
  unpackedBytes: 100 * 1024 * 1024,
  cells: 200_000,
  clauses: 10_000,
  depth: 200,
};
