/**
 * How each kind of node is printed: a kind that is missing here does not compile.
 */
import type { NodeOp } from "@yardstick/engine/plan";
import { absolute } from "./absolute.js";
import { across } from "./across.js";
import { affine } from "./affine.js";
import { both } from "./both.js";
import { choose } from "./choose.js";
import { column } from "./column.js";
import { constant } from "./constant.js";
import { either } from "./either.js";
import { greatest } from "./greatest.js";
import { least } from "./least.js";
import { negative } from "./negative.js";
import { not } from "./not.js";
import { ofOwner } from "./of-owner.js";
import type { NodeKind } from "../printing/printing.js";
import { product } from "./product.js";
import { quotient } from "./quotient.js";
import { ratio } from "./ratio.js";
import { root } from "./root.js";
import { rounded } from "./rounded.js";
import { rowAny } from "./row-any.js";
import { rowCapped } from "./row-capped.js";
import { rowGreatest } from "./row-greatest.js";
import { rowSum } from "./row-sum.js";
import { rowTrimmed } from "./row-trimmed.js";
import { truncated } from "./truncated.js";
import { zero } from "./zero.js";

export const nodeKinds: Readonly<Record<NodeOp, NodeKind>> = {
  constant,
  column,
  affine,
  product,
  quotient,
  least,
  greatest,
  absolute,
  rounded,
  root,
  truncated,
  ratio,
  choose,
  negative,
  zero,
  both,
  either,
  not,
  "of-owner": ofOwner,
  "row-sum": rowSum,
  "row-any": rowAny,
  "row-trimmed": rowTrimmed,
  "row-greatest": rowGreatest,
  "row-capped": rowCapped,
  across,
};
