/**
 * The texts of the server in both languages.
 */
import type { Lang } from "@yardstick/language";

/** The texts in one language. */
export interface ServerMessages {
  /** The source of diagnostics. */
  readonly source: string;
  readonly runTest: string;
  readonly passed: string;
  readonly failed: (expectations: readonly string[]) => string;
  readonly cannotRun: string;
  readonly expectedFound: (name: string, expected: string, found: string | null) => string;
  readonly fixAll: string;
  /** Names the keywords' language. */
  readonly keywordsIn: Readonly<Record<Lang, string>>;
  readonly notRenamedIn: (file: string) => string;
}

/** The texts by language. */
export const serverMessages: Readonly<Record<Lang, ServerMessages>> = {
  zh: {
    source: "标尺",
    runTest: "运行样例",
    passed: "✓ 通过",
    failed: (expectations) => `✗ ${expectations.join("；")}`,
    cannotRun: "规则有错误，样例不能运行",
    expectedFound: (name, expected, found) => `${name}：应得 ${expected}，实得 ${found ?? "（无）"}`,
    fixAll: "修改所有无需选择的问题",
    keywordsIn: { zh: "关键词改写为中文", en: "关键词改写为英文" },
    notRenamedIn: (file) => `不能改名：“${file}”引用了该名称，改名后其含义会改变。`,
  },
  en: {
    source: "yardstick",
    runTest: "Run test",
    passed: "✓ passed",
    failed: (expectations) => `✗ ${expectations.join("; ")}`,
    cannotRun: "The rubric has errors, so its tests cannot run",
    expectedFound: (name, expected, found) => `${name}: expected ${expected}, found ${found ?? "nothing"}`,
    fixAll: "Apply all fixes that leave no choice",
    keywordsIn: { zh: "Write the keywords in Chinese", en: "Write the keywords in English" },
    notRenamedIn: (file) => `The name cannot be changed: “${file}” uses it, and would have another meaning.`,
  },
};
