/** Rules of one line for levels of one thing: 省级 and 市级, 一般事故 and 重大事故. Whether more than one of them can count is asked. */
import type { Asked } from "../form/pattern.js";
import type { ReadClause } from "../match/read-clause.js";
import type { RulePart } from "../rule/rule.js";
import { LEVEL_FAMILIES, LEVEL_FAMILIES_EN, LEVEL_WORDS } from "../words/slot-words.js";

/** Asked where more than one of several levels may apply. */
export const levelsOnce: Asked = {
  code: "levels-once",
  scope: "clause",
  text: {
    zh: "列出几个级别，同时符合的怎样计？",
    en: "Several levels are listed. What counts where more than one applies?",
  },
  options: [
    { zh: "符合的都计", en: "all that apply" },
    { zh: "只计最高一级，这一条另写", en: "only the highest; the clause is written by hand" },
  ],
};

const LEVEL = new RegExp(`(?:${LEVEL_WORDS})`, "gu");
/** Sanctions, of which a person has one at a time. */
const SANCTION = /警告|记大?过|降级|撤职|撤销党内职务|留党察看|留察|开除/u;
const SANCTIONS = LEVEL_FAMILIES.length;

/** The families of levels, by their index, that a text has words of. One letter alone is not a level within a name. */
const familiesIn = (text: string): ReadonlySet<number> =>
  new Set([
    ...[...text.matchAll(LEVEL)]
      .filter(([word]) => word.length > 1)
      .map(([word]) => LEVEL_FAMILIES.findIndex((family) => family.includes(word))),
    ...(SANCTION.test(text) ? [SANCTIONS] : []),
  ]);

/** How grave or how great something is; one character alone only before what is graded by it. */
const DEGREE_ZH =
  /(?:特别|极其|极为|十分|非常|较为|比较|重|特|较|不)?(?:严重|重大|恶劣|明显|突出)|[特重较很极巨]大|[较微]小|[轻微]微|[轻中重]度|[较特]重|较轻|一般性?|普通|[大小轻重](?=(?:问题|事故|差错|失误|错误|过失|故障|缺陷|隐患|案件|伤))/gu;
const DEGREE_EN = new RegExp(
  `(?<=^|_)(?:${[...(LEVEL_FAMILIES_EN[1] ?? []), ...(LEVEL_FAMILIES_EN[2] ?? []), "mild", "extreme", "significant", "grave", "gross", "fatal", "trivial", "small", "large", "light", "heavy", "low", "medium", "high"].join("|")})(?=_|$)`,
  "gu",
);

/** A name without the words of degree, and those words. */
interface Graded {
  readonly stem: string;
  readonly degree: string;
}

function gradedName(name: string): Graded {
  const pattern = /[\u4e00-\u9fff]/u.test(name) ? DEGREE_ZH : DEGREE_EN;
  return {
    stem: name.replaceAll(pattern, "").replaceAll(/^_+|_+$|(?<=_)_+/gu, ""),
    degree: [...name.matchAll(pattern)].map(([word]) => word).join(" "),
  };
}

/** How many more characters a name may have than another one of the same thing: 安全生产事故, 事故. */
const MAX_LONGER = 4;

/** Whether two names are of one thing and of different degrees; a degree alone (较大的) is of what was named before. */
function isGraded(one: Graded, other: Graded): boolean {
  if (one.degree === other.degree) return false;
  const [long, short] = one.stem.length >= other.stem.length ? [one, other] : [other, one];
  if (long.stem === short.stem) return true;
  if (short.stem === "") return long.degree !== "";
  return (
    /[\u4e00-\u9fff]{2}/u.test(short.stem) &&
    long.stem.endsWith(short.stem) &&
    long.stem.length - short.stem.length <= MAX_LONGER
  );
}

/** The name of the event by which a rule gives or takes points once; null for other rules, and where all points of the item go. */
const eventOf = (part: RulePart): string | null =>
  part.kind === "rule" && part.amount.kind !== "full" && part.per === null && part.when?.kind === "is"
    ? part.when.field.name
    : null;

/** The cell or paragraph of a clause. */
const lineOf = ({ at }: ReadClause): string => [at.block, at.row, at.column].join(":");

interface Placed {
  readonly clause: ReadClause;
  readonly at: number;
}

/** Clauses with facts of one family of levels, in several sentences of a line or in one. */
function ofOneFamily(own: readonly Placed[]): readonly number[] {
  const named = own.flatMap(({ clause, at }) =>
    clause.matches.map(({ pattern, slots }) => ({
      at,
      isFact: pattern === "fact" || pattern === "earn-fact" || pattern === "levels-listed",
      line: `${lineOf(clause)} ${pattern === "levels-listed" ? "list" : ""}`,
      families: familiesIn(
        Object.entries(slots)
          .filter(([name]) => (pattern === "levels-listed" ? /^E/u : /^[EKL]/u).test(name))
          .map(([, slot]) => slot.text)
          .join(" "),
      ),
    })),
  );
  const counts = new Map<string, number>();
  for (const { families, line } of named)
    for (const family of families) {
      const key = `${line} ${String(family)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return named
    .filter(
      ({ isFact, families, line }) =>
        isFact && [...families].some((family) => (counts.get(`${line} ${String(family)}`) ?? 0) > 1),
    )
    .map(({ at }) => at);
}

/** Clauses with events that differ by their degree alone. What a question places beside or instead of the rule before is left out. */
function ofOneEvent(own: readonly Placed[]): readonly number[] {
  const lines = new Map<string, (Graded & { readonly at: number })[]>();
  for (const { clause, at } of own)
    for (const { parts, asked } of clause.matches) {
      if (asked.some(({ code }) => code === "graver")) continue;
      for (const name of parts.map(eventOf))
        if (name !== null) {
          const line = lineOf(clause);
          const known = lines.get(line);
          const graded = { ...gradedName(name), at };
          if (known === undefined) lines.set(line, [graded]);
          else known.push(graded);
        }
    }
  return [...lines.values()].flatMap((all) => {
    const withDegree = all.filter(({ degree }) => degree !== "");
    return all.filter((each) => withDegree.some((other) => isGraded(each, other))).map(({ at }) => at);
  });
}

/** The clauses of an item, by their index, that are asked whether more than one level counts. */
export const clausesWithLevels = (own: readonly Placed[]): ReadonlySet<number> =>
  new Set([...ofOneFamily(own), ...ofOneEvent(own)]);
