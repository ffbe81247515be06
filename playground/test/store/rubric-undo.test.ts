// Changes made before an editor was open can be undone, in the form and afterwards in the editor.

import { applyEdits, type TextEdit } from "@yardstick/language";
import { expect, test } from "vitest";
import type { TextPort } from "../../src/store/state.js";
import { RubricUndo } from "../../src/store/rubric-undo.js";

/** An editor that records every text it has had. */
class Editor implements TextPort {
  past: string[] = [];
  future: string[] = [];
  text = "";
  get canUndo(): boolean {
    return this.past.length > 0;
  }
  get canRedo(): boolean {
    return this.future.length > 0;
  }
  apply(edits: readonly TextEdit[]): void {
    this.past.push(this.text);
    this.text = applyEdits(this.text, edits);
  }
  replace(text: string): void {
    this.text = text;
    this.past = [];
  }
  reveal(): void {}
  focus(): void {}
  undo(): void {
    this.future.push(this.text);
    this.text = this.past.pop() ?? this.text;
  }
  redo(): void {
    this.past.push(this.text);
    this.text = this.future.pop() ?? this.text;
  }
}

const put = (at: number, text: string): readonly TextEdit[] => [{ span: [at, at], text }];

function edited(): { readonly history: RubricUndo; readonly text: string } {
  const history = new RubricUndo();
  let text = "甲";
  for (const letter of ["乙", "丙", "丁"]) text = history.edit(text, put(text.length, letter));
  return { history, text };
}

test("steps are undone and redone in order", () => {
  const { history, text } = edited();
  expect(text).toBe("甲乙丙丁");
  expect([history.undo(), history.undo()]).toEqual(["甲乙丙", "甲乙"]);
  expect(history.redo()).toBe("甲乙丙");
  expect(history.edit("甲乙丙", put(0, "戊"))).toBe("戊甲乙丙");
  expect(history.redo()).toBeNull();
});

test("an editor that opens takes over the steps, including undone ones", () => {
  const { history } = edited();
  expect(history.undo()).toBe("甲乙丙");
  const editor = new Editor();
  history.replayInto(editor);
  expect(editor.text).toBe("甲乙丙");
  expect([editor.canUndo, editor.canRedo, history.canUndo]).toEqual([true, true, false]);
  editor.redo();
  expect(editor.text).toBe("甲乙丙丁");
  for (let step = 0; step < 3; step++) editor.undo();
  expect(editor.text).toBe("甲");
});

test("without steps the editor keeps its content", () => {
  const editor = new Editor();
  editor.text = "甲";
  new RubricUndo().replayInto(editor);
  expect([editor.text, editor.canUndo]).toEqual(["甲", false]);
});
