// Kills the browser with SIGKILL in the middle of imports of handed-in files.

import { killing } from "./kills.mjs";

export const run = killing({
  name: "import-kills",
  variable: "YARDSTICK_IMPORT_KILLS",
  title: "middle of an import",
  count: 50,
});
