// Rubrics as text, checked.

import { analyse, render } from "@yardstick/language";
import type { Program } from "@yardstick/language/program";

export function compiled(text: string): Program {
  const { program, findings } = analyse(text);
  if (program === null) throw new Error(findings.map((finding) => render(finding, "en").message).join("\n"));
  return program;
}
