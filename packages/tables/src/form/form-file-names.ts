/**
 * The names of the files in which the forms of departments, or the score sheets of subjects, are written.
 */

/** Signs that file systems refuse are written `_`. */
const plain = (name: string): string => name.replace(/[\p{Cc}<>:"/\\|?*]/gu, "_").replace(/^\.+|[. ]+$/gu, "") || "_";

/**
 * The file names of things by their names, in the same order: the name with an extension. Names that a file system takes for one (`A/B` and
 * `A_B`, capital and small letters) are numbered, so that no file replaces another.
 */
export function fileNames(names: Iterable<string>, extension: string): readonly string[] {
  const taken = new Map<string, number>();
  return Array.from(names, (each) => {
    const name = plain(each);
    let free = name;
    let number = taken.get(name.toLowerCase()) ?? 1;
    while (taken.has(free.toLowerCase())) free = `${name} ${(number += 1)}`;
    taken.set(free.toLowerCase(), 1);
    taken.set(name.toLowerCase(), number);
    return `${free}.${extension}`;
  });
}

/** The file name of each form, by assessor. */
export function formFileNames(assessors: readonly string[]): ReadonlyMap<string, string> {
  const files = fileNames(assessors, "xlsx");
  return new Map(assessors.map((assessor, at) => [assessor, files[at] ?? ""]));
}
