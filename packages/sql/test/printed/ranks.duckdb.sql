WITH cells AS (
  SELECT nullif(nfc_normalize(trim(CAST("name" AS VARCHAR))), '') AS k, "late" AS a0, CAST("filed" AS BOOLEAN) AS a1, "done" AS a2, "target" AS a3, nullif(nfc_normalize(trim(CAST("region" AS VARCHAR))), '') AS a4
  FROM "office"
  ),
problems AS (
  SELECT max(problem) AS problem FROM (
    SELECT 'table office: rows without a key or a period: ' || CAST(count(*) AS VARCHAR) AS problem FROM cells WHERE k IS NULL HAVING count(*) > 0
    UNION ALL SELECT 'table office: a key stands twice: ' || CAST(min(k) AS VARCHAR) AS problem FROM cells GROUP BY k HAVING count(*) > 1
    UNION ALL SELECT 'table office: more than 1000000000 subjects: ' || CAST(count(*) AS VARCHAR) AS problem FROM cells HAVING count(*) > 1000000000
  ) AS p),
u0 AS (
  SELECT k,
    CASE WHEN a0 IS NULL THEN 0 WHEN NOT regexp_matches(typeof(a0), '^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL.*)$') THEN CAST(error('column late: a cell is neither a whole number nor a decimal: ' || CAST(a0 AS VARCHAR)) AS BIGINT) WHEN (a0 < 0 OR a0 > 100) THEN 0 WHEN a0 < 0 OR a0 > 100 THEN CAST(error('column late: a cell is not within 0 .. 100: ' || CAST(a0 AS VARCHAR)) AS BIGINT) WHEN CAST(a0 AS DECIMAL(38, 0)) <> a0 THEN CAST(error('column late: a cell has more than 0 decimals: ' || CAST(a0 AS VARCHAR)) AS BIGINT) ELSE CAST(CAST(a0 AS DECIMAL(38, 0)) AS BIGINT) END AS v0,
    a0 IS NULL AS m0,
    coalesce((a0 < 0 OR a0 > 100), false) AS x0,
    coalesce(a1, false) AS v1,
    a1 IS NULL AS m1,
    CASE WHEN a2 IS NULL THEN 0 WHEN NOT regexp_matches(typeof(a2), '^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL.*)$') THEN CAST(error('column done: a cell is neither a whole number nor a decimal: ' || CAST(a2 AS VARCHAR)) AS BIGINT) WHEN (a2 < 0 OR a2 > 10000) THEN 0 WHEN a2 < 0 OR a2 > 10000 THEN CAST(error('column done: a cell is not within 0 .. 10000: ' || CAST(a2 AS VARCHAR)) AS BIGINT) WHEN CAST(a2 AS DECIMAL(38, 4)) <> a2 THEN CAST(error('column done: a cell has more than 4 decimals: ' || CAST(a2 AS VARCHAR)) AS BIGINT) ELSE CAST(CAST(a2 AS DECIMAL(38, 4)) * 10000 AS BIGINT) * 10000 END AS v2,
    a2 IS NULL AS m2,
    coalesce((a2 < 0 OR a2 > 10000), false) AS x2,
    CASE WHEN a3 IS NULL THEN 0 WHEN NOT regexp_matches(typeof(a3), '^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL.*)$') THEN CAST(error('column target: a cell is neither a whole number nor a decimal: ' || CAST(a3 AS VARCHAR)) AS BIGINT) WHEN (a3 < 1 OR a3 > 10000) THEN 0 WHEN a3 < 1 OR a3 > 10000 THEN CAST(error('column target: a cell is not within 1 .. 10000: ' || CAST(a3 AS VARCHAR)) AS BIGINT) WHEN CAST(a3 AS DECIMAL(38, 4)) <> a3 THEN CAST(error('column target: a cell has more than 4 decimals: ' || CAST(a3 AS VARCHAR)) AS BIGINT) ELSE CAST(CAST(a3 AS DECIMAL(38, 4)) * 10000 AS BIGINT) * 10000 END AS v3,
    a3 IS NULL AS m3,
    coalesce((a3 < 1 OR a3 > 10000), false) AS x3,
    coalesce(a4, '') AS v4,
    a4 IS NULL AS m4
  FROM cells CROSS JOIN problems
  WHERE CASE WHEN problem IS NULL THEN true ELSE CAST(error(problem) AS BOOLEAN) END
  ),
u2 AS (
  SELECT t.*, (m0 OR x0) AS b6, (NOT m1) AS b19, CAST((v0 * (-1)) AS INTEGER) AS n14, (((m2 OR x2) OR (m3 OR x3)) OR (v3 = 0)) AS b56, CASE WHEN v3 = 0 THEN 1 ELSE abs(v3) END AS q57, CASE WHEN v3 = 0 THEN 0 ELSE (v2 * 10000) END AS n57, CAST((v0 * (-1)) AS INTEGER) AS n76
  FROM u0 AS t
  ),
u3 AS (
  SELECT t.*, ((NOT b6) AND (v0 = 0)) AS b11, (b19 AND v1) AS b20, least(greatest((n57 * 60), 0), (CAST(600000 AS BIGINT) * q57)) AS n63, CAST((CASE WHEN (CAST(n57 AS HUGEINT) * 10000) < 0 THEN -1 ELSE 1 END * (((abs((CAST(n57 AS HUGEINT) * 10000)) * 2) + (CAST(10000 AS BIGINT) * q57)) // ((CAST(10000 AS BIGINT) * q57) * 2))) AS BIGINT) AS n97
  FROM u2 AS t
  ),
u4 AS (
  SELECT t.*, (NOT b11) AS b13, greatest((CASE WHEN b11 THEN 0 ELSE CASE WHEN b20 THEN 0 ELSE n14 END END + 80), 0) AS n39
  FROM u3 AS t
  ),
u5 AS (
  SELECT t.*, (b13 AND b6) AS b15, ((CAST((n39 * 5000) AS BIGINT) * q57) + n63) AS n65
  FROM u4 AS t
  ),
u6 AS (
  SELECT t.*, (b13 AND ((b15 OR ((NOT (b20 OR (m1 OR (b19 AND (NOT v1))))) AND (NOT ((NOT b15) AND (n14 = 0))))) AND (NOT b20))) AS b36, CAST((CASE WHEN (CAST(n65 AS HUGEINT) * 100) < 0 THEN -1 ELSE 1 END * (((abs((CAST(n65 AS HUGEINT) * 100)) * 2) + (CAST(10000 AS BIGINT) * q57)) // ((CAST(10000 AS BIGINT) * q57) * 2))) AS INTEGER) AS n68
  FROM u5 AS t
  ),
u7 AS (
  SELECT t.*, (b36 OR b56) AS b67, ((n68 + (-6000)) < 0) AS b82
  FROM u6 AS t
  ),
u8 AS (
  SELECT t.*, (b67 OR m4) AS b73, (NOT b67) AS b72
  FROM u7 AS t
  ),
u9 AS (
  SELECT t.*, (NOT b73) AS b74, (b73 OR b6) AS b75, ((NOT b82) AND b72) AS b84
  FROM u8 AS t
  ),
u10 AS (
  SELECT t.*, s77 AS n77, (NOT (b84 OR (b82 AND b72))) AS b88, (CASE WHEN m4 THEN bool_or(b75 AND m4) OVER () ELSE bool_or(b75 AND NOT m4) OVER (PARTITION BY v4) END OR bool_or(b75 AND m4) OVER ()) AS b79
  FROM u9 AS t
  JOIN (SELECT k AS j0, CASE WHEN f THEN CAST(pl AS INTEGER) ELSE 0 END AS s77 FROM (SELECT k, f, gg, rank() OVER (PARTITION BY f, gg ORDER BY e0 DESC, e1 DESC) AS pl, dense_rank() OVER (PARTITION BY f, gg ORDER BY e0 DESC, e1 DESC) AS dn FROM (SELECT k, f, gg, e0, CASE WHEN hides THEN 0 ELSE e1 END AS e1, w0, w1, hides AS hidden FROM (SELECT *, hidden OR bool_or(w1) OVER (PARTITION BY f, gg, hidden, e0) AS hides FROM (SELECT k, (b74 AND NOT false) AS f, v4 AS gg, n68 AS e0, n76 AS e1, false AS w0, b6 AS w1, false AS hidden FROM u9) AS h1) AS i1) AS h0) AS z) AS r0 ON r0.j0 = t.k
  ),
u11 AS (
  SELECT t.*, s91 AS n91, s92 AS b92, s93 AS b93
  FROM u10 AS t
  JOIN (SELECT k AS j0, least(CASE WHEN a THEN 1 ELSE lv END, mo) AS s91, pd AS s92, f AND bool_or(op) OVER (PARTITION BY f, gg) AS s93 FROM (SELECT k, f, gg, y0, n0, y1, n1, mo, pl, size, a AND NOT taken AND (NOT waits OR beyond) AS a, CASE WHEN taken THEN 2 ELSE lv END AS lv, pd OR (waits AND NOT beyond) AS pd, CASE WHEN waits AND NOT beyond THEN 2 ELSE un END AS un, op OR (waits AND (NOT beyond OR near)) AS op FROM (SELECT k, f, gg, y0, n0, y1, n1, mo, pl, size, a, lv, pd, un, op, waits, sure, sure AS taken, false AS beyond, false AS near FROM (SELECT *, sum(CASE WHEN sure THEN 1 ELSE 0 END) OVER (PARTITION BY f, gg ORDER BY pl RANGE UNBOUNDED PRECEDING) AS upto, sum(CASE WHEN sure THEN 1 ELSE 0 END) OVER (PARTITION BY f, gg, pl) AS ties FROM (SELECT k, f, gg, y0, n0, y1, n1, mo, pl, size, a, lv, pd, un, op, a AND y1 AS sure, a AND (n1) AS waits FROM (SELECT k, f, gg, y0, n0, y1, n1, mo, pl, size, a AND NOT taken AND (NOT waits OR beyond) AS a, CASE WHEN taken THEN 3 ELSE lv END AS lv, pd OR (waits AND NOT beyond) AS pd, CASE WHEN waits AND NOT beyond THEN 1 ELSE un END AS un, op OR (waits AND (NOT beyond OR near)) AS op FROM (SELECT k, f, gg, y0, n0, y1, n1, mo, pl, size, a, lv, pd, un, op, waits, sure, (sure AND upto <= ((size * 3) // 10)) AS taken, (waits AND upto - CASE WHEN sure THEN 1 ELSE 0 END >= ((size * 3) // 10)) AS beyond, upto - ties < ((size * 3) // 10) AS near FROM (SELECT *, sum(CASE WHEN sure THEN 1 ELSE 0 END) OVER (PARTITION BY f, gg ORDER BY pl RANGE UNBOUNDED PRECEDING) AS upto, sum(CASE WHEN sure THEN 1 ELSE 0 END) OVER (PARTITION BY f, gg, pl) AS ties FROM (SELECT k, f, gg, y0, n0, y1, n1, mo, pl, size, a, lv, pd, un, op, a AND y0 AS sure, a AND (n0) AS waits FROM (SELECT *, count(*) OVER (PARTITION BY f, gg) AS size, f AS a, 0 AS lv, false AS pd, 0 AS un, false AS op FROM (SELECT k, f, gg, y0, n0, y1, n1, mo, rank() OVER (PARTITION BY f, gg ORDER BY e0 DESC, e1 DESC) AS pl, dense_rank() OVER (PARTITION BY f, gg ORDER BY e0 DESC, e1 DESC) AS dn FROM (SELECT k, f, gg, y0, n0, y1, n1, mo, e0, CASE WHEN hides THEN 0 ELSE e1 END AS e1, w0, w1, hides AS hidden FROM (SELECT *, hidden OR bool_or(w1) OVER (PARTITION BY f, gg, hidden, e0) AS hides FROM (SELECT k, b74 AS f, v4 AS gg, true AS y0, false AS n0, b84 AS y1, b88 AS n1, 3 AS mo, n68 AS e0, n76 AS e1, false AS w0, b6 AS w1, false AS hidden FROM u10) AS h1) AS i1) AS h0) AS o) AS b0) AS c0) AS d0) AS e0) AS b1) AS c1) AS d1) AS e1) AS z) AS r0 ON r0.j0 = t.k
  ),
u12 AS (
  SELECT t.*, ((b67 OR (b74 AND b92)) OR b73) AS b101, (((NOT (n77 = 0)) AND b79) OR (b74 AND (b93 OR b79))) AS b109
  FROM u11 AS t
  )
SELECT k AS "key",
  CASE WHEN b67 THEN 'pending' ELSE 'scored' END AS "status",
  list_filter([CASE WHEN m0 THEN 'late' END, CASE WHEN m2 THEN 'done' END, CASE WHEN m3 THEN 'target' END, CASE WHEN m4 THEN 'region' END], lambda x: x IS NOT NULL) AS "missing",
  list_filter([CASE WHEN x0 THEN 'late' END, CASE WHEN x2 THEN 'done' END, CASE WHEN x3 THEN 'target' END], lambda x: x IS NOT NULL) AS "outside",
  CASE WHEN b67 THEN NULL ELSE CAST(n68 AS DECIMAL(5, 0)) * 0.01 END AS "score",
  CASE WHEN b36 THEN NULL ELSE CAST((n39 * 5) AS DECIMAL(3, 0)) * 0.1 END AS "reporting",
  CASE WHEN b56 THEN NULL ELSE CAST(CASE WHEN ((CAST(n63 AS HUGEINT) * 1000000) % (CAST(10000 AS BIGINT) * q57)) = 0 THEN ((CAST(n63 AS HUGEINT) * 1000000) // (CAST(10000 AS BIGINT) * q57)) ELSE ((CASE WHEN (CAST(n63 AS HUGEINT) * 100) < 0 THEN -1 ELSE 1 END * (((abs((CAST(n63 AS HUGEINT) * 100)) * 2) + (CAST(10000 AS BIGINT) * q57)) // ((CAST(10000 AS BIGINT) * q57) * 2))) * 10000) END AS DECIMAL(24, 0)) * 0.000001 END AS "delivery",
  CAST([] AS VARCHAR[]) AS "vetoes",
  nullif(n77, 0) AS "overall",
  CASE WHEN b74 THEN CASE n91 WHEN 1 THEN 'poor' WHEN 2 THEN 'fair' WHEN 3 THEN 'good' END END AS "quality",
  CAST([] AS VARCHAR[]) AS "awards",
  CAST([] AS VARCHAR[]) AS "consequences",
  CASE WHEN b56 THEN NULL ELSE CAST(n97 AS DECIMAL(17, 0)) * 0.0001 END AS "reached",
  CAST([] AS VARCHAR[]) AS "requirements",
  list_filter([CASE WHEN b101 THEN 'quality' END, CASE WHEN b56 THEN 'reached' END], lambda x: x IS NOT NULL) AS "undecided",
  b109 AS "provisional"
FROM u12
