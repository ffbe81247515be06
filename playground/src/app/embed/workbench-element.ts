/** Registers the workbench as an element; in embedding pages `yardstick-playground` wraps it. */
import { Playground } from "../playground.js";

customElements.define("ys-workbench", Playground);
