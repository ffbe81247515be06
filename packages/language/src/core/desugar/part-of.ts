/**
 * Sections and items reduced to the parts that evaluators see: ranges, roundings, coefficients, weights, and what a part scores that does
 * not apply, become steps and numbers.
 */
import { PUBLISHED_DECIMALS, type RationalText } from "@yardstick/exact";
import type { Applies, Item, Part, Program, Section } from "../../program/program.js";
import type { Rounding } from "../../program/rounding.js";
import type { Addend, ItemNode, PartNode, SectionNode } from "../nodes/part.js";
import type { Multiply, NumberStep } from "../nodes/step.js";
import { isSharing } from "./is-sharing.js";
import { roundingOf } from "./rounding-of.js";
import { ruleOf } from "./rule-of.js";

/** What a part depends on beside itself. */
interface Surroundings {
  readonly index: number;
  readonly fields: Program["fields"];
  readonly coefficients: Program["coefficients"];
  readonly itemDecimals: Program["itemDecimals"];
  readonly itemRounding: Program["itemRounding"];
}

type Fields<From, To> = { readonly [K in keyof From]-?: (part: From, around: Surroundings) => Partial<To> };

/** Of a property that only explanations and scenarios show. */
const shownOnly = () => ({});
/** Of a property that is read together with another one, whose entry has it. */
const entered = () => ({});

/** The desugared form of each property, so that a property added to a part does not compile before it is entered here. */
const ofBoth = {
  name: ({ name }: Part) => ({ name }),
  path: ({ path }: Part) => ({ path }),
  span: shownOnly,
  nameSpan: shownOnly,
  parent: ({ parent }: Part) => ({ parent }),
  points: (part: Part) => ({ points: part.points, full: fullOf(part) }),
  worth: (part: Part, around: Surroundings) => ({ addend: addendOf(part, around) }),
  weight: shownOnly,
  within: shownOnly,
  assessor: ({ assessor }: Part) => ({ assessor }),
  basis: shownOnly,
  applies: (part: Part) => ({ applies: part.applies === null ? null : appliesOf(part.applies, part) }),
  documentation: shownOnly,
};

const ofItem: Fields<Item, ItemNode> = {
  ...ofBoth,
  kind: ({ kind }) => ({ kind }),
  form: entered,
  start: ({ start }) => ({ start }),
  min: (item, around) => {
    const decimals = item.decimals ?? around.itemDecimals;
    const rounding = item.decimals === null ? around.itemRounding : item.rounding;
    return { decimals, steps: [clampOf(item), ...roundOf(item, decimals, rounding)] };
  },
  max: entered,
  decimals: entered,
  rounding: entered,
  lines: ({ lines }, { fields }) => ({ rules: lines.map((line) => ruleOf(line, fields)) }),
};

const ofSection: Fields<Section, SectionNode> = {
  ...ofBoth,
  kind: ({ kind }) => ({ kind }),
  parts: ({ parts }) => ({ parts }),
  variants: ({ variants }) => ({ variants }),
  // A section that says nothing is published with two decimals, and adds up exactly.
  decimals: (section) => ({
    decimals: section.decimals ?? PUBLISHED_DECIMALS,
    steps: roundOf(section, section.decimals, section.rounding),
  }),
  rounding: entered,
};

/** The core node of a part. A rule of it is the same node as long as its line is the same. */
export function partOf(part: Part, around: Surroundings): PartNode {
  return part.kind === "item" ? reduced(ofItem, part, around) : reduced(ofSection, part, around);
}

function reduced<From, To>(fields: Fields<From, To>, part: From, around: Surroundings): To {
  const entries = Object.values(fields) as ((part: From, around: Surroundings) => Partial<To>)[];
  return Object.assign({}, ...entries.map((field) => field(part, around))) as To;
}

/** The score in full: a bonus or a penalty in full is none at all. */
function fullOf(part: Part): RationalText {
  return isSharing(part) ? part.points : "0";
}

const scoreOtherwise: Readonly<Record<Applies["otherwise"], (part: Part) => RationalText | null>> = {
  full: fullOf,
  zero: () => "0",
  rescale: () => null,
};

function appliesOf({ condition, otherwise }: Applies, part: Part): PartNode["applies"] {
  return { when: condition, otherwise: scoreOtherwise[otherwise](part) };
}

function addendOf(part: Part, { index, coefficients }: Surroundings): Addend {
  const sharing = isSharing(part);
  return {
    share: part.worth,
    scale: sharing && part.points !== "0" ? part.points : null,
    sharing,
    steps: coefficients.flatMap(({ appliesTo, span }, coefficient): readonly Multiply[] =>
      appliesTo !== "total" && appliesTo.includes(index)
        ? [{ op: "multiply", role: "coefficient", span, coefficient }]
        : [],
    ),
  };
}

function clampOf({ span, min, max }: Item): NumberStep {
  return { op: "clamp", role: "range", span, min, max };
}

function roundOf({ span }: Part, decimals: number | null, stated: Rounding | null): readonly NumberStep[] {
  return decimals === null ? [] : [{ op: "round", role: "rounding", span, ...roundingOf(decimals, stated) }];
}
