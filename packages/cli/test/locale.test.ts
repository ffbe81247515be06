import { describe, expect, test } from "vitest";
import { langOf, localeOf } from "../src/locale.js";

describe("the language of the command", () => {
  test.each([
    [{ LANG: "zh_CN.UTF-8" }, "zh"],
    [{ LANG: "zh_CN.UTF-8", LC_ALL: "en_US.UTF-8" }, "en"],
    [{ LANG: "en_US.UTF-8", LC_ALL: "zh_TW" }, "zh"],
    [{ LANG: "zh_CN", LC_ALL: "" }, "zh"],
    [{ LANG: "C" }, "en"],
    [{}, "en"],
  ] as const)("of the locale %j is %s", (env, lang) => {
    expect(localeOf(env)).toBe(lang);
  });
  test("is the one that --lang requests, at any position", () => {
    expect(langOf(["score", "--lang", "en"], { LANG: "zh_CN" })).toBe("en");
    expect(langOf(["--lang=zh", "score"], {})).toBe("zh");
    expect(langOf(["score", "--", "--lang", "zh"], {})).toBe("en");
  });
});
