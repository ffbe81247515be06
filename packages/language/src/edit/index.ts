/**
 * Small text edits, one operation a file: what a designer, sliders and importers change a rubric with. Each takes what was parsed
 * and gives the edits that do just that, keeping comments and layout; null where it cannot be done. Nodes are named by their span.
 */
export { applyEdits } from "./apply-edits.js";
export { movedSpan } from "./moved-span.js";
export { putBackEdits, putBackTo, type PutBack } from "./put-back.js";
export { setNumber } from "./set-number.js";
export { setWeight } from "./set-weight.js";
export { setPoints } from "./set-points.js";
export { setText } from "./set-text.js";
export { setName, type RenameOptions } from "./set-name.js";
export { setSlot, type SlotEdit } from "./set-slot.js";
export { addPart } from "./add-part.js";
export { removePart } from "./remove-part.js";
export { movePart } from "./move-part.js";
export { addLine } from "./add-line.js";
export { removeLine } from "./remove-line.js";
export { moveLine } from "./move-line.js";
export { wrapInSection } from "./wrap-in-section.js";
export { addField } from "./add-field.js";
export { addDeclaration } from "./add-declaration.js";
export type { Spanned } from "./find-node.js";
export type { LineHolder } from "./line-place.js";
