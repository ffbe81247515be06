/**
 * The names of the files in which the forms of departments are written.
 */

/** Signs that file systems refuse are written `_`. */
const plain = (assessor: string): string =>
  assessor.replace(/[\p{Cc}<>:"/\\|?*]/gu, "_").replace(/^\.+|[. ]+$/gu, "") || "_";

/**
 * The file name of each form, by assessor: the assessor's name with `.xlsx`. Names that a file system takes for one (`A/B` and `A_B`, capital
 * and small letters) are numbered, so that no form replaces another.
 */
export function formFileNames(assessors: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    assessors.map((assessor) => {
      const name = plain(assessor);
      let free = name;
      for (let at = 2; taken.has(free.toLowerCase()); at += 1) free = `${name} ${at}`;
      taken.add(free.toLowerCase());
      return [assessor, `${free}.xlsx`] as const;
    }),
  );
}
