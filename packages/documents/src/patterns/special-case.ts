/** A case with points of its own beside the usual ones: lose 4 points, or 6 points if it was for violence; earns 2 points, coxes 3 points. */
import type { Asked, Building, Pattern } from "../form/pattern.js";
import { countOf, flagOf, points, rule, type Effect } from "../rule/rule.js";
import { nameOf } from "./names.js";
import { effectWithoutVerb, isUnwanted } from "./points-effect.js";

const LOSS = "loses?|lose|costs?|minus|deducts?|forfeits?";
const GAIN = "earns?|gets?|scores?|receives?|is worth|are worth|adds?|gains?";

const which = (usual: string, special: string): Asked => ({
  code: "special-case",
  scope: "clause",
  text: {
    zh: `“${usual}”和“${special}”各有分值，填报什么？`,
    en: `“${usual}” and “${special}” have points of their own. What is filled in?`,
  },
  options: [
    { zh: "分别填报次数，每次只归入其中一种", en: "the number of each; every case belongs to one of them" },
    { zh: "填报是或否，特殊情形代替一般情形", en: "yes or no; the special case takes the place of the usual one" },
    { zh: "另有规定，这一条另写", en: "otherwise; the clause is written by hand" },
  ],
});

/** Words that name neither a case nor who is meant. */
const NEITHER =
  /^(?:otherwise|else|and|or|but|then|all|any|each|every|another|an?|the|others?|per|later|afterwards|more|less)\b/iu;

/** Whether the special case is someone, and no condition behind the points. */
const isWho = ({ slots }: Building): boolean => (slots["E2"]?.from ?? 0) < (slots["P2"]?.from ?? 0);

/** Other points in a special case, or for someone else. */
export const specialCase: Pattern = {
  name: "special-case",
  forms: {
    zh: [],
    en: [
      `{E}(?:(?::|,| -) ?| )(?:(?<V6>${LOSS}|-)|(?<V7>${GAIN}))? ?{P}(?:{pts})?(?: off)?,? or {P2}(?:{pts})?(?: off)? (?:if|when|where) {E2}`,
      `(?:each |every )?{E}(?:(?::|,| -) ?| )(?:(?<V6>${LOSS}|-)|(?<V7>${GAIN})) ?{P}{pts}(?: off)?, (?<E2>[a-z]+(?: [a-z]+)?s) (?:(?:${LOSS}|(?<V8>${GAIN})) )?{P2}(?:{pts})?(?: off)?`,
    ],
  },
  build(b) {
    const [usual, special] = [b.text("E").replace(/[:,]$/u, ""), b.text("E2")];
    const { item } = b.context;
    if ((b.text("P2") !== "" && isWho(b) && NEITHER.test(special)) || /\b(?:each|every|per|for)$/iu.test(usual))
      return null;
    const [name, own] = [nameOf(usual, item), nameOf(`${usual} ${special}`, item)];
    if (name === own || own.length <= name.length) return null;
    const effect: Effect =
      b.text("V6") !== ""
        ? "deduct"
        : b.text("V7") !== "" && !isUnwanted(usual)
          ? b.context.role === "bonus"
            ? "add"
            : "earn"
          : effectWithoutVerb(b, usual);
    const chosen = b.ask(which(usual, special));
    if (chosen === 2) return null;
    b.about(usual);
    const [most, other] = [points(b.number("P")), points(b.number("P2"))];
    return chosen === 0
      ? [
          rule(effect, most, { per: { field: countOf(name, "times"), step: null, side: null, limit: null } }),
          rule(effect, other, { per: { field: countOf(own, "times"), step: null, side: null, limit: null } }),
        ]
      : [
          rule(effect, most, {
            when: { kind: "is", field: flagOf(name) },
            unless: { kind: "is", field: flagOf(own) },
          }),
          rule(effect, other, { when: { kind: "is", field: flagOf(own) } }),
        ];
  },
  examples: { zh: [], en: ["Leaving early loses 4 points, or 6 points if the shift was short"] },
  counterExamples: ["A late report loses 4 points, otherwise 6 points"],
};
