// Preferences stored by any version, or damaged: invalid values are replaced, the others are kept.

import { expect, test } from "vitest";
import { defaultPreferences, readPreferences } from "../../src/storage/preferences.js";

test("valid values are kept", () => {
  const stored = { lang: "en", theme: "dark", columns: 0.3, rows: 0.5, closed: ["data"], rubricMode: "text" };
  const rest = { examples: { "project-1": "tender" }, isBannerClosed: true };
  expect(readPreferences({ ...stored, ...rest })).toEqual({ ...stored, ...rest });
  expect(readPreferences({ examples: { a: 1, b: "tender" } }).examples).toEqual({ b: "tender" });
});

test.each([null, "x", 3, [], { lang: "fr", theme: 1, columns: 40, rows: -1, closed: "data" }])(
  "%j gives the defaults",
  (stored) => {
    expect(readPreferences(stored)).toEqual(defaultPreferences);
  },
);
