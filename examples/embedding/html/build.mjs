// Puts the page and the one file of the elements side by side in `dist`, to be copied to a web server.

import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";

cpSync(new URL("page/", import.meta.url), new URL("dist/", import.meta.url), { recursive: true });
cpSync(fileURLToPath(import.meta.resolve("@yardstick/elements/script")), new URL("dist/yardstick-elements.js", import.meta.url));
