/**
 * Outcomes of tests as JUnit XML, which servers of continuous integration read.
 */

/** One test, or a rubric that cannot run. */
interface JunitCase {
  readonly name: string;
  /** Null where it passed. */
  readonly problem: { readonly kind: "failure" | "error"; readonly message: string; readonly details: string } | null;
}

/** The tests of one file. */
export interface JunitSuite {
  readonly name: string;
  readonly cases: readonly JunitCase[];
}

const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
};

/** Text for XML 1.0: signs escaped, characters that XML does not allow replaced. */
const escaped = (text: string): string =>
  text
    // Control characters and half a character are not XML; a tab and a line feed are.
    .replace(/[^\P{C}\t\n\p{Cf}\p{Co}]|[\uFFFE\uFFFF]/gu, "\uFFFD")
    .replace(/[&<>"\n]/gu, (sign) => SIGNS[sign] ?? sign);

function caseText({ name, problem }: JunitCase, file: string): string {
  const head = `    <testcase name="${escaped(name)}" classname="${escaped(file)}"`;
  if (problem === null) return `${head}/>`;
  const { kind, message, details } = problem;
  return `${head}>\n      <${kind} message="${escaped(message)}">${escaped(details)}</${kind}>\n    </testcase>`;
}

const counts = (cases: readonly JunitCase[]): string => {
  const of = (kind: "failure" | "error") => cases.filter(({ problem }) => problem?.kind === kind).length;
  return `tests="${cases.length}" failures="${of("failure")}" errors="${of("error")}"`;
};

/** The suites as one document. */
export function junitXml(suites: readonly JunitSuite[]): string {
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="yardstick" ${counts(all)}>`,
    ...suites.map(({ name, cases }) =>
      [
        `  <testsuite name="${escaped(name)}" ${counts(cases)}>`,
        ...cases.map((each) => caseText(each, name)),
        "  </testsuite>",
      ].join("\n"),
    ),
    "</testsuites>\n",
  ].join("\n");
}
