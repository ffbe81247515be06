/** What the whole score is multiplied by: 10% off per day late, nothing from 10 days on; capped at 50%. */
import type { Building, Pattern } from "../form/pattern.js";
import { countOf, type RulePart } from "../rule/rule.js";
import { holds } from "./fact.js";
import { nameOf } from "./names.js";

const outsideItems = (b: Building): boolean =>
  (b.context.role === "item" || b.context.role === "penalty") && b.context.points === null;

const perUnit = (b: Building, unit: string, event: string): readonly RulePart[] => [
  {
    kind: "coefficient",
    name: nameOf(event, b.context.item),
    when: null,
    per: {
      field: countOf(nameOf(`${unit}s ${event}`, b.context.item), `${unit}s`),
      each: b.number("N"),
      zeroFrom: b.text("N2") === "" ? null : b.number("N2"),
    },
  },
];

/** A share of the score for each unit of lateness. */
export const scoreShares: Pattern = {
  name: "score-shares",
  forms: {
    zh: [],
    en: [
      "{N}% (?:off|deducted|penalty|reduction)(?: from the (?:score|mark|grade|total))? (?:per|for each|for every) (?<U>day|hour|week) (?<X>late|overdue)(?:,? (?:nothing|zero|0|no credit) (?:from|after) {N2} (?:days|hours|weeks) on(?:wards?)?)?",
    ],
  },
  build(b) {
    // In an item the share may be of its points.
    if (!outsideItems(b) || Number(b.number("N")) > 100) return null;
    if (b.text("N2") !== "" && Number(b.number("N")) * Number(b.number("N2")) < 100) return null;
    const chosen = b.ask({
      code: "share-of",
      scope: "clause",
      text: { zh: `${b.number("N")}% 是什么的百分之几？`, en: `${b.number("N")}% of what?` },
      options: [
        { zh: "所得总分：总分乘以系数", en: "of the score: the score is multiplied" },
        { zh: "满分：另写成扣分", en: "of all points: written by hand as a deduction" },
      ],
    });
    if (chosen === 1) return null;
    return perUnit(b, b.text("U").toLowerCase(), b.text("X").toLowerCase());
  },
  examples: { zh: [], en: [] },
  counterExamples: ["2 points off per day late"],
};

/** An event that leaves only a share of the score. */
export const cappedShare: Pattern = {
  name: "capped-share",
  forms: {
    zh: [],
    en: [
      "(?:only )?{E}(?::| -|,| is| are) ?(?:capped at|limited to|at most|maximum(?: of)?) {N}%(?<Y>,? times the {N2}% where both apply)?",
      "{E} (?:cannot|can not|may not|will not) (?:earn|receive|get|score|be awarded)(?: a| any)?(?: grade| score| mark)? (?:higher|more|above|greater|better)(?: than)? {N}%",
      "(?:only )?{E}(?::| -|,| is| are) ?(?<W>multiplied by|times|scaled to|reduced to) {N}%(?: of the (?:score|mark|total))?",
    ],
  },
  build(b) {
    if (!outsideItems(b) || Number(b.number("N")) > 100) return null;
    if (b.text("Y") !== "") {
      // The other factor is one that the document has stated before.
      const known = b.context.previous.some(
        (part) => part.kind === "coefficient" && part.when !== null && part.when.factor === b.number("N2"),
      );
      if (!known) return null;
    } else if (b.text("W") === "") {
      const chosen = b.ask({
        code: "cap-or-times",
        scope: "clause",
        text: {
          zh: `最高 ${b.number("N")}% 是乘以这个比例，还是以它为上限？`,
          en: `Does “capped at ${b.number("N")}%” multiply the score, or bound it?`,
        },
        options: [
          { zh: "总分乘以这个比例", en: "the score is multiplied by it" },
          {
            zh: "总分以满分的这个比例为上限，这一条另写",
            en: "the score is bounded by it; the clause is written by hand",
          },
        ],
      });
      if (chosen === 1) return null;
    }
    return [
      {
        kind: "coefficient",
        name: nameOf(b.text("E"), b.context.item),
        when: { condition: holds(b.text("E"), b.context.item), factor: b.number("N") },
        per: null,
      },
    ];
  },
  examples: { zh: [], en: [] },
  counterExamples: ["Only compiled classes: 0"],
};
