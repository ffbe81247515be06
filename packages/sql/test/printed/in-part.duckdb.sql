-- without admonition: sql-periods
WITH cells AS (
  SELECT nullif(nfc_normalize(regexp_replace(CAST("name" AS VARCHAR), '^[\s\x0b\pZ\x{feff}\x{200b}]+|[\s\x0b\pZ\x{feff}\x{200b}]+$', '', 'g')), '') AS k,
    nullif(nfc_normalize(regexp_replace(CAST("year" AS VARCHAR), '^[\s\x0b\pZ\x{feff}\x{200b}]+|[\s\x0b\pZ\x{feff}\x{200b}]+$', '', 'g')), '') AS p,
    "late" AS a0
  FROM "office"
  ),
problems AS (
  SELECT max(problem) AS problem
  FROM (
    SELECT 'table office: rows without a key or a period: ' || CAST(count(*) AS VARCHAR) AS problem FROM cells WHERE k IS NULL OR p IS NULL HAVING count(*) > 0
    UNION ALL SELECT 'table office: a key stands twice: ' || CAST(min(k) AS VARCHAR) AS problem FROM cells GROUP BY k, p HAVING count(*) > 1
    UNION ALL SELECT 'table office: more than 1000000000 subjects: ' || CAST(count(*) AS VARCHAR) AS problem FROM cells HAVING count(*) > 1000000000
  ) AS p),
u0 AS (
  SELECT k,
    p,
    CASE WHEN a0 IS NULL THEN 0 WHEN NOT regexp_matches(typeof(a0), '^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL.*)$') THEN CAST(error('column late: a cell is neither a whole number nor a decimal: ' || CAST(a0 AS VARCHAR)) AS BIGINT) WHEN (a0 < 0 OR a0 > 100) THEN 0 WHEN a0 < 0 OR a0 > 100 THEN CAST(error('column late: a cell is not within 0 .. 100: ' || CAST(a0 AS VARCHAR)) AS BIGINT) WHEN CAST(a0 AS DECIMAL(18, 0)) <> a0 THEN CAST(error('column late: a cell has more than 0 decimals: ' || CAST(a0 AS VARCHAR)) AS BIGINT) ELSE CAST(CAST(a0 AS DECIMAL(18, 0)) AS BIGINT) END AS v0,
    a0 IS NULL AS m0,
    coalesce((a0 < 0 OR a0 > 100), false) AS x0
  FROM cells CROSS JOIN problems
  WHERE CASE WHEN problem IS NULL THEN true ELSE CAST(error(problem) AS BOOLEAN) END
  ),
u2 AS (
  SELECT t.k,
    t.p,
    t.v0,
    t.m0,
    t.x0,
    (m0 OR x0) AS b6
  FROM u0 AS t
  ),
u3 AS (
  SELECT t.k,
    t.p,
    t.v0,
    t.m0,
    t.x0,
    t.b6,
    ((NOT b6) AND (v0 = 0)) AS b11
  FROM u2 AS t
  ),
u4 AS (
  SELECT t.k,
    t.p,
    t.v0,
    t.m0,
    t.x0,
    t.b6,
    t.b11,
    (NOT b11) AS b12,
    CAST(greatest((CASE WHEN b11 THEN 0 ELSE (v0 * (-1)) END + 10), 0) AS INTEGER) AS n19
  FROM u3 AS t
  ),
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
  ),
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
  ),
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
  ),
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
  )
SELECT k AS "key",
  p AS "period",
  CASE WHEN b16 THEN 'pending' ELSE 'scored' END AS "status",
  CASE WHEN m0 THEN list_filter([CASE WHEN m0 THEN 'late' END], lambda x: x IS NOT NULL) ELSE CAST([] AS VARCHAR[]) END AS "missing",
  CASE WHEN x0 THEN list_filter([CASE WHEN x0 THEN 'late' END], lambda x: x IS NOT NULL) ELSE CAST([] AS VARCHAR[]) END AS "outside",
  CASE WHEN b16 THEN NULL ELSE CAST((n19 * 100) AS DECIMAL(4, 0)) * 0.01 END AS "score",
  CASE WHEN b16 THEN NULL ELSE CAST(n19 AS DECIMAL(2, 0)) END AS "reporting",
  CAST([] AS VARCHAR[]) AS "vetoes",
  CAST([] AS VARCHAR[]) AS "awards",
  CASE WHEN b28 THEN list_filter([CASE WHEN b28 THEN 'warning' END], lambda x: x IS NOT NULL) ELSE CAST([] AS VARCHAR[]) END AS "consequences",
  CAST([] AS VARCHAR[]) AS "requirements",
  CASE WHEN b33 THEN list_filter([CASE WHEN b33 THEN 'warning' END], lambda x: x IS NOT NULL) ELSE CAST([] AS VARCHAR[]) END AS "undecided",
  false AS "provisional"
FROM u8
