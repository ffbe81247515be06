// What a real spreadsheet makes of our files: LibreOffice opens the result as workbook and as CSV, and the entry form. No cell may be
// a formula, texts and numbers must be what was written, and what LibreOffice saves must read back the same.
//
// A part of `npm run long -- libreoffice`. The command of LibreOffice is in YARDSTICK_LIBREOFFICE. Exits with 1 where something does not hold.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const fromDist = (path) => import(pathToFileURL(join(root, "packages", path, "dist/index.js")).href);
const { readTables, writeWorkbook } = await fromDist("tables");
const { compile } = await fromDist("yardstick");

/** Keys that a careless writer would turn into formulas, dates or markup. */
const KEYS = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  '=HYPERLINK("http://x","y")',
  "'=1",
  "1-2",
  "007",
  '<b>&"甲"</b>',
  "学校；一，二, 三",
  "_x0041_",
];
const RUBRIC = `考核 "试算"
满分 10 分
数据 单位 { 名称: 文本 主键, 年度: 期别, 次数: 计数 次 0 .. 100, 得率: 百分数 0% .. 100%, 合格: 是否, 档: 选项(差 < 好), 日期一: 日期 }
大类 甲 10 分 { 条目 乙 10 分 限 -10 .. 10 { 每 次数 扣 0.5 分 } }
排名 全部 按 总分
`;

const office = process.env["YARDSTICK_LIBREOFFICE"];
if (office === undefined) throw new Error("YARDSTICK_LIBREOFFICE is not set");
const folder = mkdtempSync(join(tmpdir(), "yardstick-office-"));
const problems = [];
const hold = (what, found, expected) => {
  if (JSON.stringify(found) !== JSON.stringify(expected))
    problems.push(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
};

function convert(file, to, filter = null) {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const out = join(folder, to);
  const args = [
    "--headless",
    profile,
    ...(filter === null ? [] : [`--infilter=${filter}`]),
    "--convert-to",
    to,
    "--outdir",
    out,
    join(folder, file),
  ];
  const { status, stderr } = spawnSync(office, args, { encoding: "utf8", timeout: 180_000 });
  const made = join(out, file.replace(/\.\w+$/u, `.${to}`));
  if (status !== 0 || !existsSync(made)) throw new Error(`LibreOffice cannot open ${file}: ${stderr}`);
  return readFileSync(made);
}

const unescaped = (text) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

/** All cells of a flat ODS: their formulas, and texts and numbers by type. */
function cellsOf(flat) {
  const cells = [
    ...flat.toString("utf8").matchAll(/<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/gu),
  ];
  return cells.map(([, attributes = "", inner = ""]) => ({
    formula: /table:formula="/u.test(attributes),
    type: /office:value-type="(\w+)"/u.exec(attributes)?.[1] ?? null,
    value: /office:value="([^"]*)"/u.exec(attributes)?.[1] ?? null,
    text: unescaped(
      (inner.match(/<text:p[^>]*>([\s\S]*?)<\/text:p>/u)?.[1] ?? "")
        .replace(/<text:s\/>/gu, " ")
        .replace(/<[^>]+>/gu, ""),
    ),
  }));
}

function yardstick(...args) {
  const bin = join(root, "packages/cli/bin/yardstick.mjs");
  const { status, stderr } = spawnSync(process.execPath, [bin, ...args, "--lang", "zh"], {
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`yardstick ${args.join(" ")}: ${stderr}`);
}

function checkCells(name, cells, keys) {
  hold(
    `${name}: formulas`,
    cells.filter(({ formula }) => formula).map(({ text }) => text),
    [],
  );
  const texts = new Set(cells.filter(({ type }) => type === "string").map(({ text }) => text));
  hold(
    `${name}: keys that are not there as text`,
    keys.filter((key) => !texts.has(key)),
    [],
  );
}

try {
  const { rubric } = compile(RUBRIC);
  const text = (said) => ({ value: { kind: "text", text: said } });
  const number = (decimal, format) => ({
    value: { kind: "number", decimal },
    ...(format === undefined ? {} : { format }),
  });
  const head = rubric.program.fields.map(({ name }) => text(name));
  const rows = KEYS.map((key, at) => [
    text(key),
    text("2024"),
    number(String(at + 20)),
    number(`0.${at + 10}`, "percent"),
    text(at % 2 ? "是" : "否"),
    text("好"),
    { value: { kind: "date", iso: `2024-02-${at + 10}` } },
  ]);
  const data = await writeWorkbook({
    title: "试算",
    sheets: [{ name: "单位", columns: head.map(() => ({ width: 12 })), rows: [head, ...rows] }],
  });
  writeFileSync(join(folder, "data.xlsx"), data);
  writeFileSync(join(folder, "a.rubric"), RUBRIC);
  yardstick("score", "a.rubric", "--format", "xlsx", "--out", "result.xlsx");
  yardstick("score", "a.rubric", "--format", "csv", "--out", "result.csv");
  yardstick("form", "a.rubric", "--data", "data.xlsx", "--out", "form.xlsx");

  // The data: what LibreOffice saves reads back as it was.
  const read = (bytes) =>
    readTables(rubric.program, [{ role: "subjects", file: "x.xlsx", format: "xlsx", bytes: new Uint8Array(bytes) }]);
  const before = read(data);
  hold("data: problems", before.problems, []);
  checkCells("data", cellsOf(convert("data.xlsx", "fods")), KEYS);
  hold("data, saved by LibreOffice", read(convert("data.xlsx", "xlsx")).subjects, before.subjects);

  // The results: every key is text, scores are numbers with their sign.
  checkCells("result.xlsx", cellsOf(convert("result.xlsx", "fods")), KEYS);
  const csv = cellsOf(convert("result.csv", "fods", "CSV:44,34,76,1,,0,false,true,false"));
  const guarded = KEYS.map((key) => (/^'*[=+\-@]/u.test(key) ? `'${key}` : key)).filter((key) => !/^\d/u.test(key));
  checkCells("result.csv", csv, guarded);
  hold(
    "result.csv: a negative score is a number",
    csv.some(({ type, value }) => type === "float" && value === "-0.5"),
    true,
  );

  // The form: opens, has its drop-downs, and reads back without a word.
  const form = convert("form.xlsx", "fods");
  checkCells("form.xlsx", cellsOf(form), KEYS);
  hold(
    "form.xlsx: drop-downs",
    /cell-content-is-in-list\(&quot;是&quot;;&quot;否&quot;\)/u.test(form.toString("utf8")),
    true,
  );
  const bytes = new Uint8Array(convert("form.xlsx", "xlsx"));
  const saved = readTables(rubric.program, [{ role: "subjects", file: "form.xlsx", format: "xlsx", bytes }], {
    // Without figures, two of the names look like remarks below a table.
    rows: { keep: KEYS },
  });
  hold("form.xlsx, saved by LibreOffice: problems", saved.problems, []);
  hold("form.xlsx, saved by LibreOffice: keys", saved.subjects.columns[0], KEYS);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

for (const problem of problems) console.error(problem);
console.log(
  problems.length === 0 ? "LibreOffice opens all of them, and no cell is a formula." : `${problems.length} do not hold`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
