import DefaultTheme from "vitepress/theme-without-fonts";
import { RubricSample } from "./rubric-sample.mjs";
import "./style.css";

export default { extends: DefaultTheme, enhanceApp: ({ app }) => app.component("RubricSample", RubricSample) };
