/**
 * Sections and items reduced to the parts that evaluators see: ranges, roundings, coefficients, weights, and what a part scores that does
 * not apply, become steps and numbers.
 */
import { PUBLISHED_DECIMALS, rational, rationalText, roundedBy, type RationalText } from "@yardstick/exact";
import type { Applies, Item, Part, Program, Section } from "../../program/program.js";
import type { Addend, ItemNode, PartNode, SectionNode } from "../nodes/part.js";
import type { Multiply, NumberStep, Round } from "../nodes/step.js";
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
  applies: (part: Part, around: Surroundings) => ({
    applies: part.applies === null ? null : appliesOf(part.applies, part, around),
  }),
  documentation: shownOnly,
};

const ofItem: Fields<Item, ItemNode> = {
  ...ofBoth,
  kind: ({ kind }) => ({ kind }),
  form: entered,
  start: ({ start }) => ({ start }),
  min: (item, around) => ({
    decimals: item.decimals ?? around.itemDecimals,
    steps: [clampOf(item), ...roundOf(item, around)],
  }),
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
  decimals: (section, around) => ({
    decimals: section.decimals ?? PUBLISHED_DECIMALS,
    steps: roundOf(section, around),
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

/** What a part scores that does not apply is rounded as its score is. */
function appliesOf({ condition, otherwise }: Applies, part: Part, around: Surroundings): PartNode["applies"] {
  const score = scoreOtherwise[otherwise](part);
  const rounded = (before: RationalText) =>
    roundOf(part, around).reduce(
      (value, { mode, step }) => rationalText(roundedBy(mode, rational(value), rational(step))),
      before,
    );
  return { when: condition, otherwise: score === null ? null : rounded(score) };
}

function addendOf(part: Part, { index, coefficients }: Surroundings): Addend {
  const sharing = isSharing(part);
  // A part of no points whose weight is 0 adds nothing, on any scale.
  const ofNoPoints = part.weight !== null && part.worth === "0" ? "1" : null;
  return {
    share: part.worth,
    scale: sharing ? (part.points === "0" ? ofNoPoints : part.points) : null,
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

/** The rounding that the rubric states for a section, or for an item or all items; none otherwise. */
function roundOf(part: Part, { itemDecimals, itemRounding }: Surroundings): readonly Round[] {
  const isOwn = part.decimals !== null || part.kind === "section";
  const decimals = isOwn ? part.decimals : itemDecimals;
  if (decimals === null) return [];
  return [
    { op: "round", role: "rounding", span: part.span, ...roundingOf(decimals, isOwn ? part.rounding : itemRounding) },
  ];
}
