/**
 * Which parts a test says anything about. Under `else: full` every item without a mention is full by decree; an item is
 * mentioned where its score is given, or where its lines or its condition read anything that is.
 */
import {
  type CoreProgram,
  type Expression,
  expressionsOfPart,
  operandsOf,
  type PartNode,
  type Test,
} from "@yardstick/language/core";
import { at } from "../values/internal-error.js";
import { Memo } from "../values/memo.js";

export class Mentions {
  private readonly fields = new Set<number>();
  private readonly constants = new Set<number>();
  private readonly parts = new Set<number>();
  private readonly asked = new Map<number, boolean>();
  private readonly lets = new Memo<number, boolean>("what is given through");

  constructor(
    private readonly program: CoreProgram,
    given: Test["given"],
  ) {
    for (const entry of given) {
      if (entry.kind === "field") this.fields.add(entry.field);
      else if (entry.kind === "constant") this.constants.add(entry.constant);
      else if (entry.kind === "part") this.parts.add(entry.part);
      else this.fields.add(at(program.lists, entry.list).field);
    }
  }

  /** Whether the test gives the part's score or anything that it, or a part inside it, is computed from. */
  mentions(index: number): boolean {
    const known = this.asked.get(index);
    if (known !== undefined) return known;
    const part = at(this.program.parts, index);
    const found =
      this.parts.has(index) || expressionsOfPart(part).some((each) => this.reads(each)) || this.inside(part);
    this.asked.set(index, found);
    return found;
  }

  private inside(part: PartNode): boolean {
    if (part.kind === "section") return part.parts.some((below) => this.mentions(below));
    return part.rules.some(({ rows }) => rows !== null && this.fields.has(at(this.program.lists, rows.list).field));
  }

  private reads(node: Expression): boolean {
    return this.readsItself(node) || operandsOf(node).some((operand) => this.reads(operand));
  }

  private readsItself(node: Expression): boolean {
    if (node.kind === "field") return this.fields.has(node.field);
    if (node.kind === "constant") return this.constants.has(node.constant);
    if (node.kind === "aggregate")
      return node.over.kind === "list" && this.fields.has(at(this.program.lists, node.over.list).field);
    if (node.kind !== "reference") return false;
    if (node.to.kind === "let") {
      const { index } = node.to;
      return this.lets.get(index, () => this.reads(at(this.program.lets, index).value));
    }
    if (node.to.kind === "part-score") return this.mentions(node.to.part);
    return node.to.kind === "used" && this.fields.has(at(this.program.uses, node.to.use).by);
  }
}
