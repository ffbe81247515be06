/** A table of two columns, scores and the grades that they have: `90 - 100 | A`, `80分以上 | 良好`. */
import { locate, type Grid } from "./grid.js";
import { newItem, type Passage, type TableOutline } from "./outline.js";

const SCORES =
  /^(?:(?:total |overall |final )?(?:score|points|marks|percentage)s?(?: range)?|(?:考核|综合)?(?:总分|得分|分数|成绩|分数段|分值|分值区间|分数区间|得分区间))$/iu;
const GRADES = /^(?:(?:overall |final |letter )?(?:grade|rating)s?|(?:考核|评定|评价)?(?:等次|等级|档次|结果))$/iu;

/** The outline of such a table: one clause that says which grade each score has. Null for other tables. */
export function gradeTable(grid: Grid, block: number): TableOutline | null {
  const [first, second, ...others] = grid.corners(0).filter(({ text }) => text !== "");
  if (first === undefined || second === undefined || others.length > 0 || grid.height < 3) return null;
  const isScoreFirst = SCORES.test(first.text.trim()) && GRADES.test(second.text.trim());
  if (!isScoreFirst && !(GRADES.test(first.text.trim()) && SCORES.test(second.text.trim()))) return null;
  const rows = Array.from({ length: grid.height - 1 }, (_, at) =>
    [first.column, second.column].map((column) => (grid.at(at + 1, column)?.text ?? "").trim()),
  ).map(([a = "", b = ""]) => (isScoreFirst ? { score: a, grade: b } : { score: b, grade: a }));
  const isRow = ({ score, grade }: (typeof rows)[number]) =>
    /\d/u.test(score) && grade !== "" && !/[\d,;:，；：]/u.test(grade) && score.length < 24 && grade.length < 24;
  if (!rows.every(isRow) || grid.corners(1).filter(({ text }) => text !== "").length !== 2) return null;
  const chinese = /[\u4e00-\u9fff]/u.test(rows.map(({ score, grade }) => score + grade).join(""));
  const text = rows.map(({ score, grade }) => (chinese ? `${score}为${grade}` : `${score}: ${grade}`));
  const passage: Passage = {
    text: text.join(chinese ? "，" : ", "),
    at: locate(block, first),
    source: "clause",
    side: null,
    levels: null,
  };
  return {
    sections: [
      {
        name: chinese ? "等次" : "Grades",
        points: null,
        items: [newItem("", { isImplied: true, passages: [passage] })],
      },
    ],
    unknownColumns: [],
    total: null,
    titles: [],
  };
}
