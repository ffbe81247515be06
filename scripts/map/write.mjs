// Draws docs/architecture.svg from the manifests of the workspace: the packages in layers, each above those that it imports.
// Arrows that follow from others are omitted.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { packages, root } from "../workspace.mjs";

const BOX = { width: 210, height: 88 };
const GAP = { x: 24, y: 46 };
const MARGIN = 24;
const LETTERS_A_LINE = 33;
const PLAYGROUND = "The app: form and text of the rubric, data, results, Demonstrate";

const textOfExtension = (folder) =>
  JSON.parse(readFileSync(join(root, folder, "package.nls.json"), "utf8")).description;

/** A package brings the command to be run, not to be imported. */
const COMMAND = "@yardstick/cli";

/** Name, description and the packages of the workspace that it imports or, where it is a bundle, is built from. */
function parts() {
  const read = (folder) => JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  const all = [...packages.map((name) => `packages/${name}`), "playground"].map((folder) => ({
    folder,
    ...read(folder),
  }));
  const described = all.map((part) =>
    // An extension of Visual Studio Code has its description in a file for each language.
    part.description === "%description%" ? { ...part, description: textOfExtension(part.folder) } : part,
  );
  const names = new Set(all.map(({ name }) => name));
  return described.map(({ folder, name, description = PLAYGROUND, dependencies = {}, devDependencies = {} }) => ({
    folder,
    name,
    description,
    imports: Object.keys({ ...dependencies, ...devDependencies }).filter((each) => names.has(each) && each !== COMMAND),
  }));
}

/** The layer of each part: 0 imports nothing, every other lies one above the highest that it imports. */
function layersOf(all) {
  const byName = new Map(all.map((part) => [part.name, part]));
  const layers = new Map();
  const layerOf = (name) => {
    if (!layers.has(name)) layers.set(name, Math.max(-1, ...byName.get(name).imports.map(layerOf)) + 1);
    return layers.get(name);
  };
  for (const { name } of all) layerOf(name);
  return layers;
}

/** The imports of a part that do not follow from its other imports. */
function directImports(part, byName) {
  const reached = (name) => byName.get(name).imports.flatMap((next) => [next, ...reached(next)]);
  const implied = new Set(part.imports.flatMap(reached));
  return part.imports.filter((name) => !implied.has(name));
}

function linesOf(text) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length > LETTERS_A_LINE) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.slice(0, 4);
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function draw(all) {
  const byName = new Map(all.map((part) => [part.name, part]));
  const layers = layersOf(all);
  const rows = Array.from({ length: Math.max(...layers.values()) + 1 }, (_, layer) =>
    all.filter(({ name }) => layers.get(name) === layer),
  ).toReversed();
  const widest = Math.max(...rows.map(({ length }) => length));
  const width = MARGIN * 2 + widest * BOX.width + (widest - 1) * GAP.x;
  const height = MARGIN * 2 + rows.length * BOX.height + (rows.length - 1) * GAP.y;
  const at = new Map();
  for (const [row, boxes] of rows.entries()) {
    const taken = boxes.length * BOX.width + (boxes.length - 1) * GAP.x;
    for (const [column, { name }] of boxes.entries())
      at.set(name, {
        x: (width - taken) / 2 + column * (BOX.width + GAP.x),
        y: MARGIN + row * (BOX.height + GAP.y),
      });
  }
  const arrows = all.flatMap((part) =>
    directImports(part, byName).map((name) => {
      const [from, to] = [at.get(part.name), at.get(name)];
      const x1 = from.x + BOX.width / 2;
      const y1 = from.y + BOX.height;
      const x2 = to.x + BOX.width / 2;
      const bend = (y1 + to.y) / 2;
      return `<path d="M${x1} ${y1} C${x1} ${bend} ${x2} ${bend} ${x2} ${to.y}" marker-end="url(#head)"/>`;
    }),
  );
  const boxes = all.map(({ name, description }) => {
    const { x, y } = at.get(name);
    const text = linesOf(description).map(
      (line, index) => `<text x="${x + 10}" y="${y + 36 + index * 14}" class="what">${escaped(line)}</text>`,
    );
    return `<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="4"/>
      <text x="${x + 10}" y="${y + 20}" class="name">${escaped(name)}</text>${text.join("")}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Packages and their imports">
    <style>
      rect { fill: #fff; stroke: #3a4a5a; }
      path { fill: none; stroke: #7a8896; }
      text { font-family: system-ui, sans-serif; fill: #1c2733; }
      .name { font-size: 13px; font-weight: 600; }
      .what { font-size: 11px; fill: #4a5866; }
    </style>
    <defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 L8 4 L0 8 Z" fill="#7a8896" stroke="none"/></marker></defs>
    <rect x="0" y="0" width="${width}" height="${height}" fill="#f6f7f8" stroke="none"/>
    <g>${arrows.join("")}</g>
    ${boxes.join("\n")}
  </svg>`;
}

writeFileSync(join(root, "docs/architecture.svg"), await format(draw(parts()), { parser: "html", printWidth: 120 }));
