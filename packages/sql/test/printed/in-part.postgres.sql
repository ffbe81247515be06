-- without admonition: sql-periods
WITH cells AS (
  SELECT nullif(normalize(btrim(CAST("name" AS text), E'\u0009\u000a\u000b\u000c\u000d\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\u200b'), NFC), '') AS k,
    nullif(normalize(btrim(CAST("year" AS text), E'\u0009\u000a\u000b\u000c\u000d\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\u200b'), NFC), '') AS p,
    "late" AS a0
  FROM "office"
  OFFSET 0),
problems AS (
  SELECT max(problem) AS problem
  FROM (
    SELECT 'table office: rows without a key or a period: ' || CAST(count(*) AS text) AS problem FROM cells WHERE k IS NULL OR p IS NULL HAVING count(*) > 0
    UNION ALL SELECT 'table office: a key stands twice: ' || CAST(min(k) AS text) AS problem FROM cells GROUP BY k, p HAVING count(*) > 1
    UNION ALL SELECT 'table office: more than 1000000000 subjects: ' || CAST(count(*) AS text) AS problem FROM cells HAVING count(*) > 1000000000
  ) AS p),
u0 AS (
  SELECT k,
    p,
    CASE WHEN a0 IS NULL THEN 0 WHEN NOT pg_typeof(a0)::text IN ('smallint', 'integer', 'bigint', 'numeric') THEN CAST(CAST('column late: a cell is neither a whole number nor a decimal: ' || CAST(a0 AS text) AS text) AS bigint) WHEN (a0 < 0 OR a0 > 100) THEN 0 WHEN a0 < 0 OR a0 > 100 THEN CAST(CAST('column late: a cell is not within 0 .. 100: ' || CAST(a0 AS text) AS text) AS bigint) WHEN CAST(a0 AS numeric(18, 0)) <> a0 THEN CAST(CAST('column late: a cell has more than 0 decimals: ' || CAST(a0 AS text) AS text) AS bigint) ELSE CAST(CAST(a0 AS numeric(18, 0)) AS bigint) END AS v0,
    a0 IS NULL AS m0,
    coalesce((a0 < 0 OR a0 > 100), false) AS x0
  FROM cells CROSS JOIN problems
  WHERE CASE WHEN problem IS NULL THEN true ELSE CAST(CAST(problem AS text) AS BOOLEAN) END
  OFFSET 0),
u2 AS (
  SELECT t.k,
    t.p,
    t.v0,
    t.m0,
    t.x0,
    (m0 OR x0) AS b6
  FROM u0 AS t
  OFFSET 0),
u3 AS (
  SELECT t.k,
    t.p,
    t.v0,
    t.m0,
    t.x0,
    t.b6,
    ((NOT b6) AND (v0 = 0)) AS b11
  FROM u2 AS t
  OFFSET 0),
u4 AS (
  SELECT t.k,
    t.p,
    t.v0,
    t.m0,
    t.x0,
    t.b6,
    t.b11,
    (NOT b11) AS b12,
    CAST(greatest((CASE WHEN b11 THEN 0 ELSE (v0 * (-1)) END + 10), 0) AS integer) AS n19
  FROM u3 AS t
  OFFSET 0),
u5 AS (
  SELECT t.k,
    t.p,
    t.m0,
    t.x0,
    t.b6,
    t.b12,
    t.n19,
    (b12 AND (b12 AND b6)) AS b16,
    ((n19 + (-6)) < 0) AS b22
  FROM u4 AS t
  OFFSET 0),
u6 AS (
  SELECT t.k,
    t.p,
    t.m0,
    t.x0,
    t.n19,
    t.b16,
    t.b22,
    (NOT b16) AS b23
  FROM u5 AS t
  OFFSET 0),
u7 AS (
  SELECT t.k,
    t.p,
    t.m0,
    t.x0,
    t.n19,
    t.b16,
    t.b22,
    t.b23,
    ((b22 AND b23) AND b23) AS b28
  FROM u6 AS t
  OFFSET 0),
u8 AS (
  SELECT t.k,
    t.p,
    t.m0,
    t.x0,
    t.n19,
    t.b16,
    t.b22,
    t.b23,
    t.b28,
    (NOT (b28 OR (((NOT b22) AND b23) AND b23))) AS b33
  FROM u7 AS t
  OFFSET 0)
SELECT k AS "key",
  p AS "period",
  CASE WHEN b16 THEN 'pending' ELSE 'scored' END AS "status",
  CASE WHEN m0 THEN array_remove(ARRAY[CASE WHEN m0 THEN 'late' END], NULL) ELSE CAST(ARRAY[] AS text[]) END AS "missing",
  CASE WHEN x0 THEN array_remove(ARRAY[CASE WHEN x0 THEN 'late' END], NULL) ELSE CAST(ARRAY[] AS text[]) END AS "outside",
  CASE WHEN b16 THEN NULL ELSE CAST((n19 * 100) AS numeric(4, 0)) * 0.01 END AS "score",
  CASE WHEN b16 THEN NULL ELSE CAST(n19 AS numeric(2, 0)) END AS "reporting",
  CAST(ARRAY[] AS text[]) AS "vetoes",
  CAST(ARRAY[] AS text[]) AS "awards",
  CASE WHEN b28 THEN array_remove(ARRAY[CASE WHEN b28 THEN 'warning' END], NULL) ELSE CAST(ARRAY[] AS text[]) END AS "consequences",
  CAST(ARRAY[] AS text[]) AS "requirements",
  CASE WHEN b33 THEN array_remove(ARRAY[CASE WHEN b33 THEN 'warning' END], NULL) ELSE CAST(ARRAY[] AS text[]) END AS "undecided",
  false AS "provisional"
FROM u8
