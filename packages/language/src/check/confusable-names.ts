/**
 * Names that differ in the text but not to the eye: full-width letters, Cyrillic and Greek twins of Latin ones, invisible signs.
 * Two such names are almost always one name typed twice, so the later one gets a warning.
 */
import { diagnostic } from "../diagnostics/diagnostic.js";
import type { Checker } from "./checker.js";
import type { Declared } from "./names.js";

const twins: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["аеорсухіјѕԁһԛԝӏ", "aeopcyxijsdhqwl"],
    ["АВЕКМНОРСТУХІЈЅԚԜӀ", "ABEKMHOPCTYXIJSQWI"],
    ["αινορυχκτ", "aivopuxkt"],
    ["ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"],
    ["〇○◯", "OOO"],
  ].flatMap(([from = "", to = ""]) => [...from].map((letter, i) => [letter, [...to][i] ?? letter])),
);

const invisible = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\s]/gu;

/** Han characters and letters, digits and signs of ASCII, of which only `l`, `0` and `1` look like others of them. */
const ordinary = /^[\u4e00-\u9fff\w-]*$/;

/** The same for all names that look the same. */
export function skeleton(name: string): string {
  if (ordinary.test(name)) return withoutTwins(name);
  const plain = name.normalize("NFKC").replace(invisible, "");
  return withoutTwins([...plain].map((letter) => twins[letter] ?? letter).join(""));
}

function withoutTwins(name: string): string {
  return name.replaceAll("l", "I").replaceAll("0", "O").replaceAll("1", "I");
}

/** Warns of every declared name that looks like one declared before it. */
export function checkConfusableNames(checker: Checker): void {
  const seen = new Map<string, Declared>();
  for (const declared of checker.names.all()) {
    const look = skeleton(declared.name);
    const other = seen.get(look);
    if (other === undefined) seen.set(look, declared);
    else if (other.name !== declared.name) {
      checker.report(
        diagnostic(
          "look-alike",
          declared.span,
          { name: declared.name, other: other.name },
          {
            related: [{ span: other.span, note: { zh: `「${other.name}」在此`, en: `"${other.name}" is here` } }],
          },
        ),
      );
    }
  }
}
