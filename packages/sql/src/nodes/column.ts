/**
 * A column of the data, as the first relation has it: no longer null, within its bounds.
 */
import { flagValue, numberValue } from "../expression/value.js";
import { sizeOf } from "../expression/whole.js";
import { inPlace } from "../printing/printing.js";

export const column = inPlace((node, { arithmetic, inputs }) => {
  const { name, isText } = inputs.columnOf(node);
  if (isText) return { kind: "text", text: name };
  if (node.rep === "flag") return flagValue(name);
  const { low = 0, high = 0, den = 1n } = node.source ?? {};
  const [least, most] = [sizeOf(BigInt(low)), sizeOf(BigInt(high))];
  // Numbers are read as the second of the types, whatever their bounds.
  const top = arithmetic.column(name, least > most ? least : most);
  return numberValue({ text: name, most: top.most, width: Math.max(top.width, inputs.widthOf(node)) }, den);
});
