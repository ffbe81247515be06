/** The texts of the scheme by path, in a module of their own so that they are loaded when the scheme is opened. */
export const texts = import.meta.glob<string>(
  ["../../../../examples/street-office/*.rubric", "../../../../examples/street-office/*.csv"],
  { query: "?raw", import: "default", eager: true },
);
