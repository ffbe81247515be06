// Writes the API reference of the published packages from their doc comments, a page for each entry, into `dist/pages/api`, and its sidebar
// into `dist/sidebar-of-api.json`. Run by `npm run docs` with the compiler and typedoc of this folder.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Application, OptionDefaults, ReflectionKind } from "typedoc";

const here = import.meta.dirname;
const packages = join(here, "../packages");
const out = join(here, "dist/api");
const pages = join(here, "dist/pages/api");

/** The published entries: the name under which each is imported, and its source. */
const entries = readdirSync(packages).flatMap((folder) => {
  const manifest = JSON.parse(readFileSync(join(packages, folder, "package.json"), "utf8"));
  if (manifest.private === true) return [];
  const { description } = manifest;
  const published = manifest.publishConfig?.exports ?? manifest.exports;
  return Object.entries(manifest.exports)
    .filter(([entry, target]) => Object.hasOwn(published, entry) && target["@yardstick/source"] !== undefined)
    .map(([entry, target]) => ({
      name: manifest.name + entry.slice(1),
      description: entry === "." ? description : "",
      source: join(packages, folder, target["@yardstick/source"]),
    }));
});

const app = await Application.bootstrapWithPlugins({
  entryPoints: entries.map(({ source }) => source),
  tsconfig: join(here, "tsconfig.api.json"),
  plugin: ["typedoc-plugin-markdown"],
  router: "module",
  out,
  readme: "none",
  excludePrivate: true,
  excludeExternals: true,
  hideBreadcrumbs: true,
  hidePageHeader: true,
  sanitizeComments: true,
  useCodeBlocks: true,
  interfacePropertiesFormat: "table",
  typeAliasPropertiesFormat: "table",
  classPropertiesFormat: "table",
  parametersFormat: "table",
  groupOrder: ["Functions", "Classes", "Interfaces", "Type Aliases", "Variables", "Namespaces"],
  githubPages: false,
  // Tags of the manifest of custom elements.
  blockTags: [...OptionDefaults.blockTags, "@attr", "@element", "@fires"],
  validation: { notExported: false, invalidLink: true, rewrittenLink: false },
  treatWarningsAsErrors: false,
  logLevel: "Warn",
});
const project = await app.convert();
if (project === undefined) process.exit(1);

/** The name of an entry's page: `@yardstick/engine/plan` is `engine-plan`. */
const pageName = (name) => name.replace(/^@yardstick\//u, "").replaceAll("/", "-");

for (const module of project.children ?? []) {
  const file = module.sources?.[0]?.fullFileName;
  const entry = entries.find(({ source }) => source === file);
  if (entry === undefined) throw new Error(`no entry is ${file}`);
  module.name = pageName(entry.name);
}
// The site has no source files to link to.
for (const reflection of project.getReflectionsByKind(ReflectionKind.All)) delete reflection.sources;
await app.generateOutputs(project);

/** Where a written page is on the site: the pages of namespaces lie beside the others. */
const placeOf = (path) =>
  path
    .replace(/(?:^|\/)README\.md$/u, (whole) => (whole === "README.md" ? "index.md" : ".md"))
    .replace("/namespaces/", "-");

const written = readdirSync(out, { recursive: true }).filter((name) => name.endsWith(".md") && name !== "README.md");
mkdirSync(pages, { recursive: true });
for (const path of written) {
  const text = readFileSync(join(out, path), "utf8")
    .replaceAll(/<a id="[^"]*"><\/a> ?/gu, "")
    // Properties are rows of tables, to which no address leads.
    .replaceAll(/\[([^\]]*)\]\([^)]*#(?:property|parameter)-[^)]*\)/gu, "$1")
    .replaceAll(
      /\]\(([^)#]*\.md)(#[^)]*)?\)/gu,
      (_, target, anchor = "") => `](/api/${placeOf(join(dirname(path), target))}${anchor})`,
    );
  const entry = entries.find(({ name }) => `${pageName(name)}.md` === placeOf(path));
  const title = entry?.name ?? placeOf(path).slice(0, -3).replace("-", ".");
  writeFileSync(join(pages, placeOf(path)), text.replace(/^# .*$/mu, `# ${title}`));
}

const head = `# API

From the doc comments of the published packages; the comments are in English. Most programs need [yardstick](/api/yardstick) alone.
由各发布包的文档注释生成，注释为英文。一般程序只需 [yardstick](/api/yardstick)。
`;
const list = entries.map(
  ({ name, description }) => `- [${name}](/api/${pageName(name)})${description === "" ? "" : `: ${description}`}`,
);
writeFileSync(join(pages, "index.md"), `${head}\n${list.join("\n")}\n`);
const items = entries.map(({ name }) => ({ text: name, link: `/api/${pageName(name)}` }));
writeFileSync(join(here, "dist/sidebar-of-api.json"), JSON.stringify([{ text: "API", items }]));
