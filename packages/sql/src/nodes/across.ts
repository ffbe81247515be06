/**
 * What is computed over all subjects at once: windows, and relations of their own for places and grades.
 */
import { printCohort } from "../population/cohort.js";
import { printGrades } from "../population/grades.js";
import { printRanking } from "../population/ranking.js";
import { asColumn } from "../printing/printing.js";

export const across = asColumn((node, by) => {
  if (node.population === null) throw new RangeError("a node over all subjects without its work");
  const spec = by.populations.specOf(node.population.work);
  switch (spec.kind) {
    case "cohort":
      return printCohort(spec.order, node.population.output, node, by);
    case "ranking":
      return printRanking(spec.order, node.population.output, node, by);
    case "grades":
      return printGrades(spec.order, node.population.output, node, by);
    default:
      return spec satisfies never;
  }
});
