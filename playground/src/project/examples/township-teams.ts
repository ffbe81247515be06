/** The texts of the scheme by path, a module of their own so that they are fetched when it is opened. */
export const texts = import.meta.glob<string>(
  ["../../../../examples/township-teams/*/*.rubric", "../../../../examples/township-teams/*/*.csv"],
  { query: "?raw", import: "default", eager: true },
);
