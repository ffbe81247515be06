/**
 * `@yardstick/ui`: the basis of all views of Yardstick. Styles for an element's `static styles`, icons, the theme of
 * the page, downloads, and the base class of elements that show a store. Colours and sizes are the custom properties of
 * `tokens.css`.
 */
export { base } from "./base.js";
export { breakableName } from "./breakable-name.js";
export { controls } from "./controls.js";
export { marks } from "./marks.js";
export { brandMark, discretionSign, icon, type IconName } from "./icons.js";
export { cssProperties, type CssProperties } from "./css-properties.js";
export { download, fileNameOf } from "./download.js";
export { StoreElement, type Store } from "./store-element.js";
export { isDark, systemDark } from "./theme.js";
