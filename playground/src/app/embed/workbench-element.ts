/** The workbench under a name of its own: in pages of others `yardstick-playground` is the element around it. */
import { Playground } from "../playground.js";

customElements.define("ys-workbench", Playground);
