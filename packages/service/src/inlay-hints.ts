/**
 * What an editor shows between the words: the running sum behind a heading with a tick or what is missing, the range of an item.
 */
import type { Analysis, ast } from "@yardstick/language";
import type { Part, Program } from "@yardstick/language/program";

export interface InlayHint {
  /** Behind which offset it stands. */
  readonly offset: number;
  readonly text: string;
}

export function inlayHints(analysis: Analysis): InlayHint[] {
  const { program, rubric } = analysis;
  if (program === null) return [];
  const hints: InlayHint[] = [];
  for (const declaration of rubric.declarations) {
    if (declaration.kind === "total") {
      hints.push({
        offset: declaration.span[1],
        text: sum(
          program.roots.map((i) => program.parts[i]),
          program,
        ),
      });
    }
    if (declaration.kind === "section" || declaration.kind === "item")
      visit(declaration, program, analysis.tree.source, hints);
  }
  return hints;
}

function visit(node: ast.Section | ast.Item, program: Program, source: string, hints: InlayHint[]): void {
  const part = program.parts.find((p) => p.nameSpan[0] === node.name.span[0]);
  const open = source.indexOf("{", node.name.span[1]);
  if (part === undefined || open < 0) return;
  if (part.kind === "item") {
    hints.push({ offset: open + 1, text: `${part.min ?? ""} .. ${part.max ?? ""}`.trim() });
    return;
  }
  if (part.variants === null)
    hints.push({
      offset: open + 1,
      text: sum(
        part.parts.map((i) => program.parts[i]),
        program,
      ),
    });
  if (node.kind !== "section") return;
  for (const child of [...node.parts, ...(node.variants?.cases.flatMap((c) => c.parts) ?? [])]) {
    if (child.kind !== "data") visit(child, program, source, hints);
  }
}

/** `= 5 + 5 + 3 ✓`: a program exists only where the sums are right. */
function sum(parts: readonly (Part | undefined)[], program: Program): string {
  const shown = parts.filter((p) => p !== undefined && (p.kind === "section" || p.form === "item")) as Part[];
  const worths = shown.map((p) => (p.weight === null ? decimal(p.points) : percent(p.weight)));
  return shown.length === 0 || program.parts.length === 0 ? "" : `= ${worths.join(" + ")} ✓`;
}

function percent(weight: string): string {
  const [n, d = "1"] = weight.split("/");
  const hundredths = BigInt(n as string) * 100n;
  return hundredths % BigInt(d) === 0n ? `${hundredths / BigInt(d)}%` : weight;
}

/** A terminating fraction as a decimal; others stay fractions. */
function decimal(exact: string): string {
  const [n, d] = exact.split("/");
  if (d === undefined) return exact;
  for (let places = 1, scale = 10n; places <= 6; places += 1, scale *= 10n) {
    if (scale % BigInt(d) === 0n) {
      const digits = (BigInt(n as string) * (scale / BigInt(d))).toString().padStart(places + 1, "0");
      return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
    }
  }
  return exact;
}
