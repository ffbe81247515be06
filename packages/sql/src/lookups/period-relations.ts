/**
 * Earlier periods as relations: the order of the periods, the record before each subject's own period, and the periods in which a condition
 * has held without a break, counted on a grid of subjects and periods without recursion.
 */
import { comparePeriods, isYear } from "@yardstick/engine/plan";
import type { Dialect } from "../dialects/index.js";
import type { Relation, RelationColumn } from "../query/relation.js";
import type { Carried } from "./carrier.js";

/** A condition of which the periods are counted: the columns of the records that say yes and no. */
export interface RunningColumns {
  readonly yes: string;
  readonly no: string;
  /** Names of the results: periods that are sure, most periods, whether they differ. */
  readonly sure: string;
  readonly most: string;
  readonly pending: string;
}

/** What the relations are made for. */
export interface Looks {
  readonly prefix: string;
  /** The relation of the subjects: `k`, and `p` where there are periods. */
  readonly subjects: string;
  readonly hasPeriod: boolean;
  /** The relation of the records: `k`, `p`, and the columns. */
  readonly records: string;
  /** How many periods there are. */
  readonly periods: number;
  readonly columns: readonly RelationColumn[];
  readonly previous: readonly Carried[];
  readonly running: readonly RunningColumns[];
  /** Name of the flag: a record is missing in between. */
  readonly gap: string;
}

/** Relation of one row a subject, named by `xk` (and `xp`), with the columns that were asked for. */
export function lookedName(prefix: string): string {
  return `${prefix}looked`;
}

/** The relations, each after those that it reads. */
export function periodRelations(looks: Looks, dialect: Dialect): readonly Relation[] {
  const { prefix, subjects, hasPeriod, records, columns, running } = looks;
  const named = (name: string) => `${prefix}${name}`;
  const plain = (
    name: string,
    keys: readonly string[],
    rest: string,
    own: readonly RelationColumn[] = [],
  ): Relation => ({
    name: named(name),
    base: null,
    keys,
    columns: own,
    rest: `${rest}\n  ${dialect.fence}`,
  });
  const kept = named("kept");
  const now = named("now");
  // A rubric without periods stands behind all of them.
  const last = looks.periods + 1;
  return [
    plain(
      "kept",
      [
        "o.pp AS hp",
        "o.po AS ho",
        "o.py AS hy",
        "CASE WHEN o.py >= 0 AND lead(o.py) OVER (ORDER BY o.po) >= 0 THEN lead(o.py) OVER (ORDER BY o.po) - o.py - 1 ELSE 0 END AS hg",
      ],
      `FROM ${named("periods")} AS o JOIN (SELECT DISTINCT p AS dp FROM ${records}) AS d ON d.dp = o.pp`,
    ),
    plain("past", ["c.k AS rk", "h.ho AS ro"], `FROM ${records} AS c JOIN ${kept} AS h ON h.hp = c.p`, columns),
    plain("first", ["rk AS fk", "min(ro) AS fo"], `FROM ${named("past")} GROUP BY rk`),
    plain(
      "now",
      hasPeriod ? ["c.k AS nk", "c.p AS np", "o.po AS nt", "o.py AS ny"] : ["c.k AS nk", `${last} AS nt`, "-1 AS ny"],
      `FROM ${subjects} AS c${hasPeriod ? ` JOIN ${named("periods")} AS o ON o.pp = c.p` : ""}`,
    ),
    plain(
      "before",
      ["n.nt AS bt", "h.ho AS bo", "CASE WHEN n.ny >= 0 AND h.hy >= 0 THEN n.ny - h.hy - 1 ELSE 0 END AS bg"],
      `FROM (SELECT m.nt, m.ny, max(e.ho) AS mo FROM (SELECT DISTINCT nt, ny FROM ${now}) AS m JOIN ${kept} AS e ON e.ho < m.nt GROUP BY m.nt, m.ny) AS n ` +
        `JOIN ${kept} AS h ON h.ho = n.mo`,
    ),
    ...(running.length === 0
      ? []
      : [plain("runs", ["nk AS wk", ...(hasPeriod ? ["np AS wp"] : [])], runs(looks), counts(running))]),
    lookedRelation(looks, dialect),
  ];
}

/** The order of the periods: text, number, year or -1. */
export function orderRelation(prefix: string, periods: readonly string[], { text, varchar, fence }: Dialect): Relation {
  const ordered = [...new Set(periods)].sort(comparePeriods);
  const rows = ordered.map(
    (period, index) =>
      `SELECT CAST(${text(period)} AS ${varchar}) AS pp, ${index + 1} AS po, ${isYear(period) ? Number(period) : -1} AS py`,
  );
  const none = `SELECT CAST('' AS ${varchar}) AS pp, 0 AS po, -1 AS py`;
  return {
    name: `${prefix}periods`,
    base: null,
    keys: ["pp", "po", "py"],
    columns: [],
    rest: `FROM (${rows.length === 0 ? none : rows.join(" UNION ALL ")}) AS o\n  ${fence}`,
  };
}

/** Periods of each subject between its first record and now, with what is known of the condition. */
function runs({ prefix, hasPeriod, running, columns }: Looks): string {
  const named = (name: string) => `${prefix}${name}`;
  const ids = ["nk", ...(hasPeriod ? ["np"] : [])];
  const own = ids.join(", ");
  const states = running.map(
    ({ yes, no }, index) =>
      `CASE WHEN r.rk IS NULL THEN 2 WHEN r.${yes} THEN 1 WHEN r.${no} THEN 0 ELSE 2 END AS st${index}`,
  );
  const flags = columns
    .map(({ name }) => name)
    .filter((name) => running.some(({ yes, no }) => name === yes || name === no));
  const grid =
    `SELECT ${ids.map((id) => `n.${id}`).join(", ")}, h.ho AS go, CASE WHEN h.ho = b.bo THEN b.bg ELSE h.hg END AS gg, ${states.join(", ")} ` +
    `FROM ${named("now")} AS n JOIN ${named("first")} AS f ON f.fk = n.nk AND f.fo < n.nt ` +
    `JOIN ${named("before")} AS b ON b.bt = n.nt JOIN ${named("kept")} AS h ON h.ho >= f.fo AND h.ho < n.nt ` +
    `LEFT JOIN (SELECT rk, ro${flags.map((name) => `, ${name}`).join("")} FROM ${named("past")}) AS r ON r.rk = n.nk AND r.ro = h.ho`;
  const over = `OVER (PARTITION BY ${own})`;
  const stops = running.map(
    (_, index) => `coalesce(max(CASE WHEN st${index} = 0 THEN go END) ${over}, 0) AS sp${index}`,
  );
  // A gap lies behind its period: that period is not sure.
  const unsure = running.map(
    (_, index) =>
      `coalesce(max(CASE WHEN (go > sp${index} AND st${index} = 2) OR (go >= sp${index} AND gg > 0) THEN go END) ${over}, 0) AS un${index}`,
  );
  return `FROM (SELECT *, ${unsure.join(", ")} FROM (SELECT *, ${stops.join(", ")} FROM (${grid}) AS g) AS s) AS w GROUP BY ${own}`;
}

/** Now counts for one period: what is looked up is as if the condition held now. */
function counts(running: readonly RunningColumns[]): readonly RelationColumn[] {
  const whole = (text: string) => `CAST(${text} AS INTEGER)`;
  return running.flatMap(({ sure, most, pending }, index) => [
    { name: sure, text: whole(`1 + sum(CASE WHEN go > greatest(sp${index}, un${index}) THEN 1 ELSE 0 END)`) },
    {
      name: most,
      text: whole(
        `1 + sum(CASE WHEN go > sp${index} THEN 1 ELSE 0 END + CASE WHEN go >= sp${index} THEN gg ELSE 0 END)`,
      ),
    },
    { name: pending, text: `max(un${index}) > 0` },
  ]);
}

function lookedRelation({ prefix, hasPeriod, previous, running, gap }: Looks, { fence }: Dialect): Relation {
  const named = (name: string) => `${prefix}${name}`;
  const isThere = "(coalesce(b.bg, 0) = 0 AND r.rk IS NOT NULL)";
  const isGap = "(f.fk IS NOT NULL AND (coalesce(b.bg, 0) > 0 OR r.rk IS NULL))";
  const joins = [
    `LEFT JOIN ${named("before")} AS b ON b.bt = n.nt`,
    `LEFT JOIN ${named("first")} AS f ON f.fk = n.nk AND f.fo < n.nt`,
    `LEFT JOIN ${named("past")} AS r ON r.rk = n.nk AND r.ro = b.bo`,
    ...(running.length === 0
      ? []
      : [`LEFT JOIN ${named("runs")} AS w ON w.wk = n.nk${hasPeriod ? " AND w.wp = n.np" : ""}`]),
  ];
  return {
    name: lookedName(prefix),
    base: null,
    keys: ["n.nk AS xk", ...(hasPeriod ? ["n.np AS xp"] : [])],
    columns: [
      ...previous.map(({ name, otherwise }) => ({
        name,
        text: `CASE WHEN ${isThere} THEN r.${name} ELSE ${otherwise} END`,
      })),
      { name: gap, text: isGap },
      ...running.flatMap(({ sure, most, pending }) => [
        { name: sure, text: `coalesce(w.${sure}, 1)` },
        { name: most, text: `coalesce(w.${most}, 1)` },
        { name: pending, text: `coalesce(w.${pending}, false)` },
      ]),
    ],
    rest: `FROM ${named("now")} AS n ${joins.join(" ")}\n  ${fence}`,
  };
}
