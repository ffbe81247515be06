/**
 * The texts of the extension in both languages. Those of commands and settings are in `package.nls*.json`.
 */
import type { Lang } from "@yardstick/language";

/** The texts in one language. */
export interface ExtensionMessages {
  readonly ranking: (file: string) => string;
  readonly sheet: (subject: string) => string;
  readonly chooseSubject: string;
  readonly noSubjects: string;
  readonly noResult: string;
  readonly failed: string;
  readonly noTests: string;
  readonly testsCannotRun: string;
  readonly testCounts: (passed: number, failed: number) => string;
  readonly serverFailed: (why: string) => string;
}

/** The texts by language. */
export const extensionMessages: Readonly<Record<Lang, ExtensionMessages>> = {
  zh: {
    ranking: (file) => `${file} 的排名`,
    sheet: (subject) => `${subject} 的评分表`,
    chooseSubject: "选择考核对象",
    noSubjects: "没有可以显示评分表的考核对象。",
    noResult: "没有结果。",
    failed: "预览失败，详见输出面板“Yardstick”。",
    noTests: "没有样例。",
    testsCannotRun: "规则有错误，样例不能运行。",
    testCounts: (passed, failed) => `${passed} 个样例通过，${failed} 个不符`,
    serverFailed: (why) => `标尺语言服务器未能启动：${why}`,
  },
  en: {
    ranking: (file) => `Ranking of ${file}`,
    sheet: (subject) => `Score sheet of ${subject}`,
    chooseSubject: "Choose a subject",
    noSubjects: "There is no subject with a score sheet.",
    noResult: "There is no result.",
    failed: "The preview failed; see the output “Yardstick”.",
    noTests: "There are no tests.",
    testsCannotRun: "The rubric has errors, so its tests cannot run.",
    testCounts: (passed, failed) => `${passed} ${passed === 1 ? "test" : "tests"} passed, ${failed} failed`,
    serverFailed: (why) => `The Yardstick language server could not be started: ${why}`,
  },
};
