// The package of the extension for Visual Studio Code: its manifests, and the extension itself with the client library of the editor, the
// bundled server and an editor without windows. Needs the built command, as `npm test` has it.

import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compile } from "yardstick";
import { extensionMessages } from "../packages/vscode/src/messages.js";
import { vsixBytes } from "../scripts/vsix.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
let files: Readonly<Record<string, Uint8Array>> = {};
const folder = mkdtempSync(join(tmpdir(), "yardstick-vsix-"));

beforeAll(async () => {
  files = unzipSync(await vsixBytes());
  // The editor of the test, where the extension looks for the one that it runs in.
  const editor = { "extension/node_modules/vscode/index.js": "module.exports = globalThis.vscode;" };
  for (const [path, content] of Object.entries({ ...files, ...editor })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (path: string) => strFromU8(files[path] ?? new Uint8Array());
const json = (path: string) => JSON.parse(text(path));

/** All texts in a value of JSON. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe("the manifests", () => {
  test("of the package name it, its version and assets that are in it", () => {
    const manifest = text("extension.vsixmanifest");
    const { name, version, publisher, engines } = json("extension/package.json");
    expect(manifest).toContain(`Id="${name}" Version="${version}" Publisher="${publisher}"`);
    expect(manifest).toContain(`<Property Id="Microsoft.VisualStudio.Code.Engine" Value="${engines.vscode}" />`);
    const paths = [...manifest.matchAll(/ Path="([^"]+)"|<(?:License|Icon)>([^<]+)</gu)].map(
      ([, a, b]) => a ?? b ?? "",
    );
    expect(paths.length).toBe(6);
    expect(paths.filter((path) => files[path] === undefined)).toEqual([]);
    // Elements are closed in the order in which they were opened.
    const open: string[] = [];
    for (const [, close, name_ = "", rest = ""] of manifest.matchAll(/<(\/?)([\w]+)([^>]*)>/gu)) {
      if (close === "/") expect(open.pop()).toBe(name_);
      else if (!rest.endsWith("/")) open.push(name_);
    }
    expect(open).toEqual([]);
  });

  test("give a media type for every file", () => {
    const known = [...text("[Content_Types].xml").matchAll(/Extension="(\.\w+)" ContentType="[\w./-]+"/gu)].map(
      ([, end]) => end,
    );
    const ends = Object.keys(files).filter((path) => path !== "[Content_Types].xml");
    expect(ends.filter((path) => !known.includes(path.slice(path.lastIndexOf("."))))).toEqual([]);
  });

  test("of the extension point to files in it, and have their texts in both languages", () => {
    const manifest = json("extension/package.json");
    expect(manifest).not.toHaveProperty("devDependencies");
    expect(manifest.name).toMatch(/^[a-z0-9-]+$/u);
    const paths = textsIn(manifest).filter((each) => each.startsWith("./"));
    expect(paths.length).toBe(4);
    expect([...paths, manifest.icon].filter((path) => files[join("extension", path)] === undefined)).toEqual([]);
    const keys = textsIn(manifest).flatMap((each) => /^%(.+)%$/u.exec(each)?.[1] ?? []);
    for (const language of ["package.nls.json", "package.nls.zh-cn.json"])
      expect(Object.keys(json(`extension/${language}`)).sort()).toEqual([...new Set(keys)].sort());
  });

  test("include the grammar of this repository and the licences of what is bundled", () => {
    expect(text("extension/dist/rubric.tmLanguage.json")).toBe(
      readFileSync(join(root, "grammars/rubric.tmLanguage.json"), "utf8"),
    );
    expect(text("extension/dist/licences.txt")).toContain("vscode-languageclient");
    expect(text("extension/server/dist/licences.txt")).toContain("vscode-languageserver");
    const notices = readFileSync(new URL("../THIRD-PARTY-NOTICES.md", import.meta.url), "utf8");
    for (const name of ["extension/dist/licences.txt", "extension/server/dist/licences.txt"])
      for (const [, what, version, licence] of text(name).matchAll(/^(\S+) (\d\S*) \((\S+)\)$/gmu))
        expect(notices).toContain(`| ${what} | ${version} | ${licence} |`);
  });
});

test.each(["A whole rubric", "整份考核规则"])(
  "the snippet “%s” is a rubric without warnings whose test passes",
  (name) => {
    const { body } = json("extension/snippets/rubric.json")[name] as { readonly body: readonly string[] };
    const defaults = new Map(
      [...body.join("\n").matchAll(/\$\{(\d+):([^}]*)\}/gu)].map(([, stop, value]) => [stop, value]),
    );
    const source = body.join("\n").replaceAll(/\$\{(\d+):[^}]*\}|\$(\d+)/gu, (_, a, b) => defaults.get(a ?? b) ?? "");
    const { rubric, diagnostics } = compile(source);
    expect(diagnostics.filter(({ severity }) => severity !== "advice")).toEqual([]);
    expect(rubric?.test().map(({ passed }) => passed)).toEqual([true]);
  },
);

describe.each([
  ["zh-cn", /^\d 个样例通过，0 个不符$/u, "community-2008.rubric 的排名", /<html lang="zh/u],
  ["en", /^\d tests passed, 0 failed$/u, "Ranking of community-2008.rubric", /<html lang="en/u],
])("in an editor in %s", (language, counts, title, page) => {
  test("the extension starts its server, registers what that has, and runs its commands", async () => {
    const rubric = join(root, "examples/community-2008/community-2008.rubric");
    const editor = join(root, "packages/vscode/test/editor.cjs");
    const { failed } = extensionMessages[language === "en" ? "en" : "zh"];
    const { stdout } = await promisify(execFile)(process.execPath, [editor, join(folder, "extension"), rubric], {
      env: { ...process.env, EDITOR_LANGUAGE: language, LC_ALL: "C" },
      maxBuffer: 1e8,
    });
    const seen = JSON.parse(stdout);
    expect(seen.errors).toEqual([]);
    expect(seen.commands).toEqual([
      "yardstick.runTests",
      "yardstick.previewRanking",
      "yardstick.previewSheet",
      "yardstick.test",
    ]);
    expect(seen.providers.sort()).toEqual(
      (
        "CompletionItem Hover SignatureHelp Definition Reference DocumentHighlight DocumentSymbol WorkspaceSymbol CodeActions CodeLens " +
        "DocumentFormattingEdit DocumentRangeFormattingEdit Rename FoldingRange SelectionRange DocumentSemanticTokens " +
        "DocumentRangeSemanticTokens InlayHints"
      )
        .split(" ")
        .sort(),
    );
    // The message about a preview that failed refers to the output of the server.
    expect(seen.channels.length).toBeGreaterThan(0);
    for (const channel of seen.channels) expect(failed).toContain(channel);
    expect(seen.messages).toEqual([expect.stringMatching(counts)]);
    expect(seen.pages.map((each: { title: string }) => each.title)[0]).toBe(title);
    expect(seen.pages).toHaveLength(2);
    for (const { html } of seen.pages) {
      expect(html).toMatch(page);
      expect(html).toContain("default-src 'none'");
    }
  });
});
