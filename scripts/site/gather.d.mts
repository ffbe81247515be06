export function gather(): {
  readonly written: ReadonlyMap<string, string>;
  readonly offered: ReadonlySet<string>;
  readonly broken: readonly string[];
};
