/** Entry of the package `@yardstick/elements`: the elements, and the views that they load when one is first connected. */
import { defineElements } from "@yardstick/elements/define";

export * from "@yardstick/elements";

defineElements(async () => (await import("./views.js")).views);
