/**
 * `@yardstick/designer`: the form of a rubric without DOM. `RubricForm` reads a text, returns the document to show, and
 * converts the user's actions to text edits. The view is `@yardstick/designer/view`.
 */
export { RubricForm, type FormText, type Landing } from "./form/rubric-form.js";
export type { Cursor } from "./edit/cursor.js";
export { designerMessages } from "./messages/messages.js";
export { designerEn } from "./messages/en.js";
export { designerZh, type DesignerMessages } from "./messages/zh.js";
