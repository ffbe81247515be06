// Writes packages/elements/custom-elements.json from the sources of the package and their doc comments: the elements with their
// attributes, properties and events, as editors and documentation tools read them (schema 1.0.0 of the Custom Elements Manifest).

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { root } from "../workspace.mjs";

const folder = join(root, "packages/elements");
const source = (name) => readFileSync(join(folder, "src", name), "utf8");

/** The text of a doc comment, and its tags by name. */
function readComment(comment) {
  const lines = comment
    .replaceAll(/^\s*\/\*\*|\*\/\s*$/g, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trim());
  const tags = lines.filter((line) => line.startsWith("@")).map((line) => /^@(\w+) (.*)$/.exec(line).slice(1));
  const description = lines.filter((line) => line !== "" && !line.startsWith("@")).join(" ");
  return { description, tags };
}

const COMMENT = String.raw`(/\*\*(?:[^*]|\*(?!/))*\*/)\s*`;
const base = source("element.ts");

const getters = [...base.matchAll(new RegExp(`${COMMENT}get (\\w+)\\(\\): ([^{]+) \\{`, "g"))];
const members = getters.map(([, comment, name, type]) => {
  const { description, tags } = readComment(comment);
  const attribute = tags.find(([tag]) => tag === "attr")?.[1];
  const isWritten = new RegExp(`\\bset ${name}\\(`).test(base);
  return {
    kind: "field",
    name,
    type: { text: type.trim() },
    description,
    ...(attribute === undefined ? {} : { attribute }),
    ...(isWritten ? {} : { readonly: true }),
  };
});

const [, comment] = new RegExp(`${COMMENT}export abstract class YardstickElement`).exec(base);
const events = readComment(comment)
  .tags.filter(([tag]) => tag === "fires")
  .map(([, text]) => {
    const [, type, name, description] = /^\{(.+)\} (\S+) - (.*)$/.exec(text);
    return { name, type: { text: type }, description };
  });
const attributes = [
  ...members
    .filter(({ attribute }) => attribute !== undefined)
    .map(({ attribute: name, type, description, name: fieldName }) => ({ name, type, description, fieldName })),
  {
    name: "lang",
    type: { text: "string" },
    description: "The language of the interface, `zh` or `en`; default: that of the browser.",
  },
];

const classes = [
  ...source("index.ts").matchAll(new RegExp(`${COMMENT}export class (\\w+) extends YardstickElement`, "g")),
];
const elements = classes.map(([, text, name]) => {
  const { description, tags } = readComment(text);
  const tagName = tags.find(([tag]) => tag === "element")[1];
  return {
    kind: "class",
    customElement: true,
    name,
    tagName,
    description,
    superclass: { name: "HTMLElement" },
    attributes,
    members,
    events,
  };
});
if (elements.length !== 5 || members.length < 8 || events.length !== 3)
  throw new Error("the sources are not written as expected");

const declarationOf = (name) => ({ name, module: "dist/index.js" });
const manifest = {
  schemaVersion: "1.0.0",
  readme: "README.md",
  modules: [
    {
      kind: "javascript-module",
      path: "dist/index.js",
      declarations: elements,
      exports: elements.flatMap(({ name, tagName }) => [
        { kind: "js", name, declaration: declarationOf(name) },
        { kind: "custom-element-definition", name: tagName, declaration: declarationOf(name) },
      ]),
    },
  ],
};
const file = join(folder, "custom-elements.json");
writeFileSync(file, await format(JSON.stringify(manifest), { ...(await resolveConfig(file)), filepath: file }));
