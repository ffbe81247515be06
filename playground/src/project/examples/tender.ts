/** The texts of the scheme by path, in a module of their own so that they are loaded when the scheme is opened. */
export const texts = import.meta.glob<string>(
  ["../../../../examples/tender/*.rubric", "../../../../examples/tender/*.csv"],
  { query: "?raw", import: "default", eager: true },
);
