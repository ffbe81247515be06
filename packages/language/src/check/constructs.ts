/**
 * Every construct of the language and who checks it. To add a construct, add its file and its row.
 * `declare` takes up names, in the order of the text; `check` comes once all names, types, points and values are known.
 */
import type * as ast from "../syntax/ast.js";
import { checkAward, declareAward } from "./award.js";
import { checkBonusOnly } from "./bonus-only.js";
import type { Checker } from "./checker.js";
import { declareChoice } from "./choice.js";
import { checkCoefficient, declareCoefficient } from "./coefficient.js";
import { checkConsequence, declareConsequence } from "./consequence.js";
import { declareConstant } from "./constant.js";
import { declareData } from "./data.js";
import { checkGrades, declareGrades } from "./grades.js";
import { declareEdition, declareRounding, declareTitle, declareTotal } from "./head.js";
import { declareLet } from "./let.js";
import { checkOutput, declareOutput } from "./output.js";
import { checkRanking, declareRanking } from "./ranking.js";
import { checkPolicy, checkRequirement } from "./require.js";
import { checkScenario, declareScenario } from "./scenario.js";
import { declareRoot } from "./section.js";
import { checkTest, declareTest } from "./test.js";
import { checkUse, declareUse } from "./use.js";
import { checkVeto, declareVeto } from "./veto.js";

interface Construct<N> {
  readonly declare?: (checker: Checker, node: N) => void;
  /** `index`: among the declarations of its kind. */
  readonly check?: (checker: Checker, node: N, index: number) => void;
}

type Constructs = { readonly [K in ast.Declaration["kind"]]: Construct<Extract<ast.Declaration, { kind: K }>> };

const constructs: Constructs = {
  title: { declare: declareTitle },
  edition: { declare: declareEdition },
  total: { declare: declareTotal },
  rounding: { declare: declareRounding },
  use: { declare: declareUse, check: checkUse },
  data: { declare: (checker, node) => declareData(checker, node) },
  "choice-declaration": { declare: declareChoice },
  constant: { declare: declareConstant },
  section: { declare: declareRoot },
  item: { declare: declareRoot },
  "bonus-only": { check: checkBonusOnly },
  veto: { declare: declareVeto, check: checkVeto },
  coefficient: { declare: declareCoefficient, check: checkCoefficient },
  ranking: { declare: declareRanking, check: checkRanking },
  grades: { declare: declareGrades, check: checkGrades },
  award: { declare: declareAward, check: checkAward },
  consequence: { declare: declareConsequence, check: checkConsequence },
  let: { declare: declareLet },
  output: { declare: declareOutput, check: checkOutput },
  requirement: { check: checkRequirement },
  policy: { check: checkPolicy },
  scenario: { declare: declareScenario, check: checkScenario },
  test: { declare: declareTest, check: checkTest },
};

export function declareAll(checker: Checker, rubric: ast.Rubric): void {
  for (const node of rubric.declarations) constructOf(node).declare?.(checker, node);
}

export function checkAll(checker: Checker, rubric: ast.Rubric): void {
  const counts = new Map<string, number>();
  for (const node of rubric.declarations) {
    const index = counts.get(node.kind) ?? 0;
    counts.set(node.kind, index + 1);
    constructOf(node).check?.(checker, node, index);
  }
}

function constructOf(node: ast.Declaration): Construct<ast.Declaration> {
  return constructs[node.kind] as Construct<ast.Declaration>;
}
