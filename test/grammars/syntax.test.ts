import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { vocabulary, type Role } from "@yardstick/language";

const read = (name: string): string => readFileSync(new URL(`../../grammars/${name}`, import.meta.url), "utf8");

describe("the EBNF", () => {
  const text = read("rubric.ebnf").replace(/\(\*[^]*?\*\)/g, "");
  const productions = [...text.matchAll(/^(\w+) =([^]*?) ;$/gm)].map(([, name, body]) => ({ name: name!, body: body! }));

  it("defines every symbol once, and uses none that it does not define", () => {
    const names = productions.map((p) => p.name);
    expect(new Set(names).size).toBe(names.length);
    const used = productions.flatMap((p) => p.body.replace(/"[^"]*"|'[^']*'|\?[^?]*\?/g, "").match(/\w+/g) ?? []);
    expect([...new Set(used)].filter((name) => !names.includes(name))).toEqual([]);
    expect(names.filter((name) => name !== "rubric" && !used.includes(name))).toEqual([]);
  });

  it("spells every keyword in both vocabularies", () => {
    const spellings = (body: string) => [...body.matchAll(/"([^"]*)"/g)].map((m) => m[1]);
    const roles = Object.entries(vocabulary) as [string, Role][];
    const written = roles.map(([role]) => [role, spellings(productions.find((p) => p.name === role)?.body ?? "")]);
    expect(written).toEqual(roles.map(([role, { en, zh }]) => [role, [...en, ...zh]]));
  });
});

describe("the diagrams", () => {
  const html = read("railroad.html");

  it("fetch nothing and run nothing", () => {
    expect(html).not.toMatch(/<(script|link|img|iframe)|@import|url\(|src=/);
    expect(html.replaceAll("http://www.w3.org/", "")).not.toMatch(/https?:/);
  });

  it("show every rule, and every link leads to one", () => {
    const ids = [...html.matchAll(/<h2 id="(\w+)">/g)].map((m) => m[1]);
    const links = [...html.matchAll(/href="#(\w+)"/g)].map((m) => m[1]);
    expect(ids.length).toBeGreaterThan(60);
    expect([...new Set(links)].sort()).toEqual([...ids].sort());
  });

  it("are well-formed", () => {
    for (const [svg] of html.matchAll(/<svg[^]*?<\/svg>/g)) {
      expect(svg.replace(/<\/?[a-z]+(?: [\w:]+="[^"<]*")*\/?>/g, "")).not.toContain("<");
    }
  });
});
