/**
 * The names of the files in which the forms of departments, or the score sheets of subjects, are written.
 */

/** Names of devices, which Windows keeps for itself with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/iu;

/** Bytes of a name in UTF-8: file systems take 255, a number and the extension among them. */
const MAX_BYTES = 200;
const ELLIPSIS = "…";

/** Signs that file systems refuse are written `_`, and a longer name ends with `…`. */
function plain(name: string): string {
  const allowed = name.replace(/[\p{Cc}<>:"/\\|?*]/gu, "_").replace(/^\.+|[. ]+$/gu, "") || "_";
  return cut(RESERVED.test(allowed) ? `_${allowed}` : allowed);
}

function cut(name: string): string {
  const bytes = new Uint8Array(MAX_BYTES - ELLIPSIS.length * 3);
  const encoder = new TextEncoder();
  if (encoder.encode(name).length <= MAX_BYTES) return name;
  // Whole characters only are written into the array.
  return name.slice(0, encoder.encodeInto(name, bytes).read) + ELLIPSIS;
}

/** Whether two names are one to a file system: some do not tell capital and small letters, or composed and single signs apart. */
const same = (name: string): string => name.normalize("NFC").toLowerCase();

/**
 * The file names of things by their names, in the same order: the name with an extension. Names that a file system takes for one (`A/B` and
 * `A_B`, capital and small letters, long names with one beginning) are numbered, so that no file replaces another.
 */
export function fileNames(names: Iterable<string>, extension: string): readonly string[] {
  const taken = new Map<string, number>();
  return Array.from(names, (each) => {
    const name = plain(each);
    let free = name;
    let number = taken.get(same(name)) ?? 1;
    while (taken.has(same(free))) free = `${name} ${(number += 1)}`;
    taken.set(same(free), 1);
    taken.set(same(name), number);
    return `${free}.${extension}`;
  });
}

/** The file name of each form, by assessor. */
export function formFileNames(assessors: readonly string[]): ReadonlyMap<string, string> {
  const files = fileNames(assessors, "xlsx");
  return new Map(assessors.map((assessor, at) => [assessor, files[at] ?? ""]));
}
