/**
 * Generates code that embeds the current rubric in a program, in a page and on the command line. The code runs as it
 * is.
 */
import type { ProjectContent, TableText } from "./project.js";
import { csvOfGrid } from "@yardstick/tables";

/** Number of rows that are written into the code as an example. */
const ROWS = 3;

/** A module that scores the rubric; rows are passed as `rubric.score` takes them. */
export function programCode({ rubric, tables }: ProjectContent): string {
  const data = Object.fromEntries(tables.map((table) => [keyOf(table), rowsOf(table)]));
  return `import { compile } from "yardstick";

const source = ${template(rubric)};

const { rubric, diagnostics } = compile(source);
if (rubric === null) throw new Error(diagnostics.map(({ message }) => message).join("\\n"));

const result = rubric.score(${JSON.stringify(data, null, 2)});
for (const { key, score } of result.subjects) console.log(key, score);
`;
}

/** A page that shows the rubric and its results with the custom elements. */
export function pageCode({ rubric, tables }: ProjectContent): string {
  const blocks = tables.map((table) => {
    const text = csvOfGrid({ ...table, rows: table.rows.slice(0, ROWS) }).text;
    return `  <script type="text/csv" data-table="${attribute(keyOf(table))}">\n${text}\n  </script>\n`;
  });
  const body = `  <script type="text/yardstick">\n${rubric.trimEnd()}\n  </script>\n${blocks.join("")}`;
  // A script block ends at the first of these sequences, in any context; a text that contains one is set by a script
  // instead.
  const isSafe = !/<\/script|<!--/i.test(`${rubric}${tables.map((table) => csvOfGrid(table).text).join("")}`);
  return `<script type="module" src="./yardstick-elements.js"></script>

<yardstick-editor id="rubric">
${isSafe ? body : ""}</yardstick-editor>
<yardstick-results for="rubric"></yardstick-results>
${isSafe ? "" : `\n<script type="module">\n  document.querySelector("#rubric").rubric = ${JSON.stringify(rubric).replaceAll("<", "\\u003c")};\n</script>\n`}`;
}

/** Commands that use the file written by an export of the project. */
export function commandCode(file: string): string {
  const name = /^[\p{L}\p{N}._-]+$/u.test(file) ? file : `"${file.replaceAll('"', '\\"')}"`;
  return `npx yardstick score ${name}\nnpx yardstick score ${name} --format json --out result.json\n`;
}

function keyOf({ role, name }: TableText): string {
  return role === "list" ? name : role;
}

function rowsOf(table: TableText): unknown {
  const rows = table.rows
    .slice(0, ROWS)
    .map((row) => Object.fromEntries(table.header.map((column, at) => [column, row[at] ?? ""])));
  return table.role === "constants" ? (rows[0] ?? {}) : rows;
}

function template(text: string): string {
  return `\`${text.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${")}\``;
}

function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
