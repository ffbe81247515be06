// Puts the page and the one file of the elements side by side in `dist`, to be copied to a web server.

import { cpSync } from "node:fs";

const elements = new URL("yardstick-elements.js", import.meta.resolve("@yardstick/elements"));

cpSync(new URL("page/", import.meta.url), new URL("dist/", import.meta.url), { recursive: true });
cpSync(elements, new URL("dist/yardstick-elements.js", import.meta.url));
