WITH cells AS (
  SELECT nullif(nfc_normalize(regexp_replace(CAST("name" AS VARCHAR), '^[\s\x0b\pZ\x{feff}\x{200b}]+|[\s\x0b\pZ\x{feff}\x{200b}]+$', '', 'g')), '') AS k
  FROM "office"
  ),
cells1 AS (
  SELECT nullif(nfc_normalize(regexp_replace(CAST("name" AS VARCHAR), '^[\s\x0b\pZ\x{feff}\x{200b}]+|[\s\x0b\pZ\x{feff}\x{200b}]+$', '', 'g')), '') AS ok,
    "entry" AS pos,
    CAST("serious" AS BOOLEAN) AS a0,
    "size" AS a1,
    CAST("on" AS DATE) AS a2,
    nullif(nfc_normalize(regexp_replace(CAST("matter" AS VARCHAR), '^[\s\x0b\pZ\x{feff}\x{200b}]+|[\s\x0b\pZ\x{feff}\x{200b}]+$', '', 'g')), '') AS a3
  FROM "ledger"
  ),
problems AS (
  SELECT max(problem) AS problem
  FROM (
    SELECT 'table office: rows without a key or a period: ' || CAST(count(*) AS VARCHAR) AS problem FROM cells WHERE k IS NULL HAVING count(*) > 0
    UNION ALL SELECT 'table office: a key stands twice: ' || CAST(min(k) AS VARCHAR) AS problem FROM cells GROUP BY k HAVING count(*) > 1
    UNION ALL SELECT 'table office: more than 1000000000 subjects: ' || CAST(count(*) AS VARCHAR) AS problem FROM cells HAVING count(*) > 1000000000
    UNION ALL SELECT 'table ledger: rows without a key or a period: ' || CAST(count(*) AS VARCHAR) AS problem FROM cells1 WHERE ok IS NULL HAVING count(*) > 0
    UNION ALL SELECT 'table ledger: a row belongs to no subject: ' || CAST(min(l.ok) AS VARCHAR) AS problem FROM cells1 AS l LEFT JOIN cells AS c ON c.k = l.ok WHERE c.k IS NULL HAVING count(*) > 0
    UNION ALL SELECT 'table ledger: more than 100000 rows of one subject: ' || CAST(min(ok) AS VARCHAR) AS problem FROM cells1 GROUP BY ok HAVING count(*) > 100000
  ) AS p),
u0 AS (
  SELECT k
  FROM cells CROSS JOIN problems
  WHERE CASE WHEN problem IS NULL THEN true ELSE CAST(error(problem) AS BOOLEAN) END
  ),
l1_0 AS (
  SELECT ok,
    pos,
    coalesce(a0, false) AS v0,
    a0 IS NULL AS m0,
    CASE WHEN a1 IS NULL THEN 0 WHEN NOT regexp_matches(typeof(a1), '^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL.*)$') THEN CAST(error('column size: a cell is neither a whole number nor a decimal: ' || CAST(a1 AS VARCHAR)) AS BIGINT) WHEN (a1 < 0 OR a1 > 10) THEN 0 WHEN a1 < 0 OR a1 > 10 THEN CAST(error('column size: a cell is not within 0 .. 10: ' || CAST(a1 AS VARCHAR)) AS BIGINT) WHEN CAST(a1 AS DECIMAL(18, 4)) <> a1 THEN CAST(error('column size: a cell has more than 4 decimals: ' || CAST(a1 AS VARCHAR)) AS BIGINT) ELSE CAST(CAST(a1 AS DECIMAL(18, 4)) * 10000 AS BIGINT) END AS v1,
    a1 IS NULL AS m1,
    coalesce((a1 < 0 OR a1 > 10), false) AS x1,
    CASE WHEN a2 IS NULL THEN 0 WHEN coalesce(CAST(EXTRACT(YEAR FROM a2) AS INTEGER), 0) NOT BETWEEN 1 AND 9999 THEN CAST(error('column on: a cell has no year of four digits: ' || CAST(a2 AS VARCHAR)) AS INTEGER) ELSE CAST(EXTRACT(YEAR FROM a2) AS INTEGER) * 10000 + CAST(EXTRACT(MONTH FROM a2) AS INTEGER) * 100 + CAST(EXTRACT(DAY FROM a2) AS INTEGER) END AS v2,
    a2 IS NULL AS m2,
    coalesce(a3, '') AS v3,
    a3 IS NULL AS m3
  FROM cells1
  ),
l1_2 AS (
  SELECT t.ok,
    t.pos,
    t.v0,
    t.m0,
    t.v1,
    t.m1,
    t.x1,
    t.v2,
    t.m2,
    t.v3,
    t.m3,
    (NOT m0) AS b4,
    (v3 = 'x''; drop table office; --') AS b54,
    (NOT m3) AS b52,
    CAST((v1 * (-1)) AS INTEGER) AS n22,
    ((v2 // 100) + ((v2 // 10000) * (-100))) AS n35
  FROM l1_0 AS t
  ),
u2 AS (
  SELECT t.k,
    coalesce(s75, 0) = 1 AS b75,
    coalesce(s76, 0) = 1 AS b76,
    coalesce(s77, 0) = 1 AS b77,
    coalesce(s78, 0) = 1 AS b78,
    coalesce(s79, 0) = 1 AS b79
  FROM u0 AS t
  LEFT JOIN (SELECT ok AS j0, max(CASE WHEN m0 THEN 1 ELSE 0 END) AS s75, max(CASE WHEN m1 THEN 1 ELSE 0 END) AS s76, max(CASE WHEN m2 THEN 1 ELSE 0 END) AS s77, max(CASE WHEN m3 THEN 1 ELSE 0 END) AS s78, max(CASE WHEN x1 THEN 1 ELSE 0 END) AS s79 FROM l1_0 GROUP BY ok) AS r0 ON r0.j0 = t.k
  ),
l1_3 AS (
  SELECT t.ok,
    t.pos,
    t.v0,
    t.m1,
    t.x1,
    t.m2,
    t.b4,
    t.b54,
    t.b52,
    t.n22,
    t.n35,
    ((NOT v0) AND b4) AS b7
  FROM l1_2 AS t
  ),
u3 AS (
  SELECT t.k,
    t.b75,
    t.b76,
    t.b77,
    t.b78,
    t.b79,
    coalesce(s58, 0) = 1 AS b58,
    coalesce(s60, 0) = 1 AS b60
  FROM u2 AS t
  LEFT JOIN (SELECT ok AS j0, max(CASE WHEN (b54 AND b52) THEN 1 ELSE 0 END) AS s58, max(CASE WHEN (NOT ((NOT b54) AND b52)) THEN 1 ELSE 0 END) AS s60 FROM l1_2 GROUP BY ok) AS r0 ON r0.j0 = t.k
  ),
l1_4 AS (
  SELECT t.ok,
    t.pos,
    t.v0,
    t.m1,
    t.x1,
    t.m2,
    t.b4,
    t.n22,
    t.n35,
    t.b7,
    (NOT b7) AS b20
  FROM l1_3 AS t
  ),
u4 AS (
  SELECT t.k,
    t.b75,
    t.b76,
    t.b77,
    t.b78,
    t.b79,
    t.b58,
    t.b60,
    (NOT (b58 OR (NOT b60))) AS b65
  FROM u3 AS t
  ),
u5 AS (
  SELECT t.k,
    t.b75,
    t.b76,
    t.b77,
    t.b78,
    t.b79,
    t.b58,
    t.b65,
    coalesce(s23, 0) = 1 AS b23,
    coalesce(s25, 0) = 1 AS b25,
    coalesce(s38, 0) = 1 AS b38,
    coalesce(s36, 0) AS n36
  FROM u4 AS t
  LEFT JOIN (SELECT ok AS j0, max(CASE WHEN b20 THEN 1 ELSE 0 END) AS s23, max(CASE WHEN (b20 AND ((NOT ((v0 AND b4) OR b7)) OR (m1 OR x1))) THEN 1 ELSE 0 END) AS s25, max(CASE WHEN (b20 AND m2) THEN 1 ELSE 0 END) AS s38 FROM l1_4 GROUP BY ok) AS r0 ON r0.j0 = t.k
  LEFT JOIN (SELECT ok AS j0, CAST(sum(least(m, greatest((-m), x))) AS BIGINT) AS s36 FROM (SELECT l.ok, CAST(sum(n22) AS BIGINT) AS x, min(w.m) AS m FROM l1_4 AS l JOIN (SELECT k AS w0, 200000 AS m FROM u4) AS w ON w.w0 = l.ok WHERE b20 GROUP BY l.ok, n35) AS z GROUP BY ok) AS r1 ON r1.j0 = t.k
  ),
u6 AS (
  SELECT t.k,
    t.b75,
    t.b76,
    t.b77,
    t.b78,
    t.b79,
    t.b58,
    t.b65,
    t.b23,
    t.b25,
    t.b38,
    t.n36,
    (b23 AND (b25 OR b38)) AS b44,
    CAST(least(greatest((CASE WHEN b23 THEN n36 ELSE 0 END + 1000000), 0), 1000000) AS INTEGER) AS n48
  FROM u5 AS t
  ),
u7 AS (
  SELECT t.k,
    t.b75,
    t.b76,
    t.b77,
    t.b78,
    t.b79,
    t.b58,
    t.b65,
    t.b44,
    t.n48,
    (b44 OR b65) AS b67,
    CASE WHEN b58 THEN 0 ELSE (CASE WHEN (n48 * 100) < 0 THEN -1 ELSE 1 END * (((abs((n48 * 100)) * 2) + 100000) // 200000)) END AS n62
  FROM u6 AS t
  ),
u8 AS (
  SELECT t.k,
    t.b75,
    t.b76,
    t.b77,
    t.b78,
    t.b79,
    t.b58,
    t.b65,
    t.b44,
    t.n48,
    t.b67,
    t.n62,
    (NOT b67) AS b68
  FROM u7 AS t
  ),
u9 AS (
  SELECT t.k,
    t.b75,
    t.b76,
    t.b77,
    t.b78,
    t.b79,
    t.b58,
    t.b65,
    t.b44,
    t.n48,
    t.b67,
    t.n62,
    t.b68,
    s69 AS n69,
    (CASE WHEN false THEN bool_or(b67 AND false) OVER () ELSE bool_or(b67 AND NOT false) OVER () END OR bool_or(b67 AND false) OVER ()) AS b71
  FROM u8 AS t
  JOIN (SELECT k AS j0, CASE WHEN f THEN CAST(pl AS INTEGER) ELSE 0 END AS s69 FROM (SELECT k, f, rank() OVER (PARTITION BY f ORDER BY e0 DESC) AS pl FROM (SELECT k, (b68 AND NOT b58) AS f, n62 AS e0 FROM u8) AS h0) AS z) AS r0 ON r0.j0 = t.k
  ),
u10 AS (
  SELECT t.k,
    t.b75,
    t.b76,
    t.b77,
    t.b78,
    t.b79,
    t.b58,
    t.b65,
    t.b44,
    t.n48,
    t.b67,
    t.n62,
    t.n69,
    t.b71,
    ((NOT (n69 = 0)) AND b71) AS b74
  FROM u9 AS t
  )
SELECT k AS "key",
  CASE WHEN b67 THEN 'pending' ELSE 'scored' END AS "status",
  CASE WHEN b75 OR b76 OR b77 OR b78 THEN list_filter([CASE WHEN b75 THEN 'ledger.serious' END, CASE WHEN b76 THEN 'ledger.size' END, CASE WHEN b77 THEN 'ledger.on' END, CASE WHEN b78 THEN 'ledger.matter' END], lambda x: x IS NOT NULL) ELSE CAST([] AS VARCHAR[]) END AS "missing",
  CASE WHEN b79 THEN list_filter([CASE WHEN b79 THEN 'ledger.size' END], lambda x: x IS NOT NULL) ELSE CAST([] AS VARCHAR[]) END AS "outside",
  CASE WHEN b67 THEN NULL ELSE CAST(n62 AS DECIMAL(4, 0)) * 0.01 END AS "score",
  CASE WHEN b44 THEN NULL ELSE CAST(n48 AS DECIMAL(7, 0)) * 0.00001 END AS "matters",
  CASE WHEN b58 THEN list_filter([CASE WHEN b58 THEN 'safety' END], lambda x: x IS NOT NULL) ELSE CAST([] AS VARCHAR[]) END AS "vetoes",
  nullif(n69, 0) AS "overall",
  CAST([] AS VARCHAR[]) AS "awards",
  CAST([] AS VARCHAR[]) AS "consequences",
  CAST([] AS VARCHAR[]) AS "requirements",
  CASE WHEN b65 THEN list_filter([CASE WHEN b65 THEN 'safety' END], lambda x: x IS NOT NULL) ELSE CAST([] AS VARCHAR[]) END AS "undecided",
  b74 AS "provisional"
FROM u10
