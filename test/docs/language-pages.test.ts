import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runTests } from "@yardstick/engine";
import { analyse, render, severityOf } from "@yardstick/language";
import { samplesOf } from "./samples.js";

const folder = new URL("../../docs/language/", import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith(".md"));

describe.each(pages)("docs/language/%s", (page) => {
  const samples = samplesOf(new URL(page, folder));

  it.each(samples)("the sample at line $line is a sound rubric whose tests pass", ({ source }) => {
    const { program, findings } = analyse(source);
    const errors = findings.filter((f) => severityOf(f) === "error").map((f) => render(f, "en").message);
    expect(errors).toEqual([]);
    const failed = program === null ? ["no program"] : runTests(program).filter((t) => !t.passed);
    expect(failed).toEqual([]);
  });

  it("is written in both languages", () => {
    const [stem, lang] = page.split(".");
    expect(pages).toContain(`${stem}.${lang === "zh" ? "en" : "zh"}.md`);
  });
});
