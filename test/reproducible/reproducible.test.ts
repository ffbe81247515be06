/**
 * The same input gives the same bytes in every time zone and locale: each output of the built command, from processes in different
 * surroundings, and sources that read neither the local time nor the default locale. `npm run long -- reproducible` takes more of all, and
 * other versions of Node.
 */
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { someOf } from "../properties.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

const SURROUNDINGS = [
  { TZ: "UTC", LC_ALL: "C" },
  { TZ: "Pacific/Chatham", LC_ALL: "tr_TR.UTF-8" },
  { TZ: "America/St_Johns", LC_ALL: "ar_EG.UTF-8" },
];

async function outputs(env: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const args = ["test/reproducible/outputs.mjs", "packages/cli/dist/main.js", "examples", "ice-gala/ice-gala.rubric"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
  return JSON.parse(stdout) as Readonly<Record<string, string>>;
}

it("writes the same bytes in every time zone and locale", async () => {
  const [first = {}, ...others] = await Promise.all(someOf(SURROUNDINGS, 2).map(outputs));
  expect(Object.keys(first).length).toBeGreaterThan(40);
  // An output that could not be written would be the same everywhere.
  expect(Object.values(first).filter((text) => !text.startsWith("0 "))).toEqual([]);
  for (const other of others) expect(other).toEqual(first);
});

/** What reads the local time or the default locale, apart from the clocks of screens. */
const SURROUNDED =
  /\.(?:getFullYear|getMonth|getDate|getDay|getHours|getMinutes|getSeconds|getTimezoneOffset|toDateString|toTimeString)\(|\.toLocale\w*\(\s*(?:\)|undefined)|\.localeCompare\([^,()]*\)|new Intl\.\w+\(\s*(?:\)|undefined)/gu;

const ALLOWED: Readonly<Record<string, string>> = {
  "packages/designer/src/edit/new-rubric.ts": "a new rubric proposes the present year",
  "packages/designer/src/edit/options.ts": "a new head proposes the present year",
  "packages/designer/src/edit/templates.ts": "a template proposes the present year",
  "packages/stage/src/view/presenter.ts": "a clock",
  "packages/tables/src/sheet-name.ts": "graphemes are the same in every locale",
  "playground/src/views/base/figures.ts": "times of the user's own saves",
  "playground/src/views/collect/board.ts": "times at which the user received forms",
};

it("reads neither the local time nor the default locale, apart from screens", () => {
  // Not below the packages themselves, whose links to each other go round in circles.
  const folders = readdirSync(join(root, "packages")).map((name) => `packages/${name}/src`);
  const sources = [...folders, "playground/src"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
      .filter((path) => path.endsWith(".ts")),
  );
  const found = sources.filter((path) => readFileSync(join(root, path), "utf8").search(SURROUNDED) >= 0);
  expect(sources.length).toBeGreaterThan(500);
  expect(found.sort()).toEqual(Object.keys(ALLOWED).sort());
});
