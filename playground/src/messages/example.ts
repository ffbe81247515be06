/** The messages of the banner over an example, apart from the others: they are loaded with it. */
import type { Lang } from "@yardstick/language";

interface ExampleMessages {
  readonly example: string;
  readonly about: string;
  readonly isExample: string;
  readonly changeAnything: string;
  /** What to try in each pane. */
  readonly toTry: readonly { readonly pane: string; readonly text: string }[];
  readonly makeMine: string;
  readonly readDocument: string;
  readonly putBack: string;
  readonly isBack: string;
  readonly isNotBack: string;
  readonly fold: string;
}

/** The messages by language. */
export const exampleMessages: Readonly<Record<Lang, ExampleMessages>> = {
  zh: {
    example: "范例",
    about: "范例说明",
    isExample: "这是一份范例，不是您的项目。",
    changeAnything: "规则和数据都可以改动，名次随改随算；可以随时还原。",
    toTry: [
      { pane: "规则", text: "改句中的数值" },
      { pane: "结果", text: "看名次变化，点一行看原因" },
      { pane: "数据", text: "填写，或粘贴表格" },
    ],
    makeMine: "建立自己的项目",
    readDocument: "读取细则文档",
    putBack: "还原范例",
    isBack: "范例已还原；还原前的内容保留在历史版本中。",
    isNotBack: "没有还原：当前内容尚未保存。",
    fold: "收起说明",
  },
  en: {
    example: "Example",
    about: "About this example",
    isExample: "This is an example, not a project of yours.",
    changeAnything: "Change anything: places follow at once. It can be put back at any time.",
    toTry: [
      { pane: "Rubric", text: "change a number in a sentence" },
      { pane: "Results", text: "see who moves; click a row to see why" },
      { pane: "Data", text: "type, or paste a table" },
    ],
    makeMine: "Make my own",
    readDocument: "Read a document",
    putBack: "Put it back",
    isBack: "The example is back; what was there before is kept as an earlier version.",
    isNotBack: "Not put back: what is on the screen is not saved yet.",
    fold: "Close",
  },
};
