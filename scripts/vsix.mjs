// The extension for Visual Studio Code as a `.vsix`: a zip with a manifest, in which the editor's extension and the built command are.
// `node scripts/vsix.mjs` writes packages/vscode/dist/NAME-VERSION.vsix after the packages have been built.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import { rolldown } from "rolldown";
import { licencesIn } from "./licences.mjs";
import { root } from "./workspace.mjs";

const home = join(root, "packages/vscode");
const command = join(root, "packages/cli");

/** Media types of the files in a package, by the end of their names. */
const TYPES = {
  json: "application/json",
  vsixmanifest: "text/xml",
  cjs: "application/javascript",
  mjs: "application/javascript",
  js: "application/javascript",
  png: "image/png",
  md: "text/markdown",
  txt: "text/plain",
};

const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The extension in one file of CommonJS, as the editor loads it; `vscode` is the editor's. */
async function bundledExtension() {
  const bundle = await rolldown({
    input: join(home, "src/extension.ts"),
    platform: "node",
    external: ["vscode"],
    resolve: { conditionNames: ["@yardstick/source", "node", "require", "default"] },
  });
  const { output } = await bundle.generate({ format: "cjs", minify: true });
  const [{ code }] = output;
  return { code, licences: licencesIn(output) };
}

/** The manifest of the extension without what only the workspace needs. */
function publishedManifest() {
  const {
    private: _private,
    type: _type,
    devDependencies: _dependencies,
    ...manifest
  } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  return manifest;
}

/** The manifest of the package: identity, texts and assets. */
function packageManifest({ name, version, publisher, engines, categories, keywords, icon }, texts) {
  const assets = [
    ["Microsoft.VisualStudio.Code.Manifest", "extension/package.json"],
    ["Microsoft.VisualStudio.Services.Content.Details", "extension/README.md"],
    ["Microsoft.VisualStudio.Services.Content.License", "extension/LICENSE.txt"],
    ["Microsoft.VisualStudio.Services.Icons.Default", `extension/${icon}`],
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011" xmlns:d="http://schemas.microsoft.com/developer/vsx-schema-design/2011">
  <Metadata>
    <Identity Language="en-US" Id="${escaped(name)}" Version="${escaped(version)}" Publisher="${escaped(publisher)}" />
    <DisplayName>${escaped(texts.displayName)}</DisplayName>
    <Description xml:space="preserve">${escaped(texts.description)}</Description>
    <Tags>${escaped([...keywords, "rubric", "__ext_rubric"].join(","))}</Tags>
    <Categories>${escaped(categories.join(","))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${escaped(engines.vscode)}" />
      <Property Id="Microsoft.VisualStudio.Code.ExtensionDependencies" Value="" />
      <Property Id="Microsoft.VisualStudio.Code.ExtensionPack" Value="" />
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace" />
    </Properties>
    <License>extension/LICENSE.txt</License>
    <Icon>extension/${escaped(icon)}</Icon>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code" />
  </Installation>
  <Dependencies />
  <Assets>
${assets.map(([type, path]) => `    <Asset Type="${type}" Path="${escaped(path)}" Addressable="true" />`).join("\n")}
  </Assets>
</PackageManifest>
`;
}

/** The media type of each kind of file, as Open Packaging Conventions ask for. */
function contentTypes(paths) {
  const ends = [...new Set(paths.map((path) => path.slice(path.lastIndexOf(".") + 1)))].sort();
  const rows = ends.map((end) => {
    const type = TYPES[end];
    if (type === undefined) throw new Error(`no media type for files that end with .${end}`);
    return `  <Default Extension=".${end}" ContentType="${type}" />`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
${rows.join("\n")}
</Types>
`;
}

/** The files of the package by path. The command must have been built. */
async function vsixFiles() {
  const manifest = publishedManifest();
  const texts = JSON.parse(readFileSync(join(home, "package.nls.json"), "utf8"));
  const { code, licences } = await bundledExtension();
  const own = (path) => new Uint8Array(readFileSync(join(home, path)));
  const files = {
    "extension/package.json": strToU8(`${JSON.stringify(manifest, null, 2)}\n`),
    "extension/dist/extension.cjs": strToU8(code),
    "extension/dist/licences.txt": strToU8(licences),
    "extension/dist/rubric.tmLanguage.json": new Uint8Array(
      readFileSync(join(root, "grammars/rubric.tmLanguage.json")),
    ),
    "extension/README.md": own("README.md"),
    "extension/LICENSE.txt": new Uint8Array(readFileSync(join(root, "LICENSE"))),
    "extension/server/package.json": strToU8('{ "type": "module" }\n'),
  };
  for (const path of [
    manifest.icon,
    "language-configuration.json",
    "package.nls.json",
    "package.nls.zh-cn.json",
    "snippets/rubric.json",
  ])
    files[`extension/${path}`] = own(path);
  for (const name of readdirSync(join(command, "bin")))
    files[`extension/server/bin/${name}`] = new Uint8Array(readFileSync(join(command, "bin", name)));
  for (const name of readdirSync(join(command, "dist")).filter((each) => /\.(?:js|txt)$/u.test(each)))
    files[`extension/server/dist/${name}`] = new Uint8Array(readFileSync(join(command, "dist", name)));
  const paths = Object.keys(files);
  return {
    "extension.vsixmanifest": strToU8(packageManifest(manifest, texts)),
    "[Content_Types].xml": strToU8(contentTypes([...paths, "extension.vsixmanifest"])),
    ...files,
  };
}

/** The package. The same content gives the same bytes: a zip has no earlier date than this. */
export async function vsixBytes() {
  return zipSync(await vsixFiles(), { level: 9, mtime: "1980-01-01T00:00:00" });
}

/** Writes the package; returns its path. */
async function writeVsix() {
  const { name, version } = publishedManifest();
  const path = join(home, "dist", `${name}-${version}.vsix`);
  writeFileSync(path, await vsixBytes());
  return path;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await writeVsix());
