/** Runs the command in this process, in a folder of its own that is removed at the end of the run. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { main } from "../../packages/cli/src/main.js";

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "yardstick-matrix-")));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

export async function run(cwd: string, argv: readonly string[]): Promise<Outcome> {
  const written = { out: "", err: "" };
  const code = await main(argv, {
    // Wide enough that no table is broken in two, whatever the language.
    stdout: { write: (text) => (written.out += text), columns: 10_000 },
    stderr: { write: (text) => (written.err += text) },
    stdin: (async function* () {})(),
    cwd,
    env: {},
  });
  return { code, ...written };
}
