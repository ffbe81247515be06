/** The texts of the scheme by path, a module of their own so that they are fetched when it is opened. */
export const texts = import.meta.glob<string>(
  ["../../../../examples/community-secretaries/*/*.rubric", "../../../../examples/community-secretaries/*/*.csv"],
  { query: "?raw", import: "default", eager: true },
);
