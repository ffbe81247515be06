// Drawn rubrics of the printable kind, printed in either language and layout, as DOCX and HTML: reading the document gives each again.

import { seededSlices } from "./seeded-slices.mjs";

export const run = (args) =>
  seededSlices(args, { name: "printing", entry: "test/documents/print-drawn.ts", what: "read back as another" });
