// Draws what the bench measured: `node chart.mjs RESULTS.json > docs/performance.svg`. Rows a second at the largest size, on a scale of powers of ten.

import { readFileSync } from "node:fs";

const results = JSON.parse(readFileSync(process.argv[2], "utf8"));
// Each at the largest size that was measured: the slow ones are left out of the large sizes.
const largest = new Map();
for (const result of results) {
  if (result.case === "score" && result.rows > (largest.get(result.subject)?.rows ?? 0))
    largest.set(result.subject, result);
}
const bars = [...largest.values()]
  .map(({ subject, rows, medianMs, wrongTotals }) => ({
    subject,
    rows,
    perSecond: (rows / medianMs) * 1000,
    wrongTotals,
  }))
  .sort((a, b) => b.perSecond - a.perSecond);

const [width, left, right, top, height] = [960, 250, 250, 64, 30];
const powers = [3, 4, 5, 6, 7, 8];
const [low, high] = [powers[0], powers[powers.length - 1]];
const x = (perSecond) => left + ((Math.log10(perSecond) - low) / (high - low)) * (width - left - right);
const bottom = top + bars.length * height;
const shown = (perSecond) =>
  perSecond >= 1e6 ? `${(perSecond / 1e6).toFixed(1)} M/s` : `${Math.round(perSecond / 1000)} k/s`;

const lines = powers.map(
  (power) => `<line x1="${x(10 ** power)}" x2="${x(10 ** power)}" y1="${top - 6}" y2="${bottom}" stroke="#d0d5dd"/>
<text x="${x(10 ** power)}" y="${top - 12}" text-anchor="middle" fill="#667085">10${"⁰¹²³⁴⁵⁶⁷⁸"[power]}</text>`,
);
const rows = bars.map(({ subject, rows: size, perSecond, wrongTotals }, index) => {
  const y = top + index * height;
  const colour = subject.startsWith("yardstick") ? "#1d6f5c" : wrongTotals === 0 ? "#7f9bb3" : "#c58a5a";
  const remark = wrongTotals === 0 ? "" : `, ${wrongTotals} of ${size.toLocaleString("en")} wrong`;
  return `<text x="${left - 10}" y="${y + 19}" text-anchor="end">${subject}</text>
<rect x="${left}" y="${y + 5}" width="${Math.max(1, x(perSecond) - left).toFixed(1)}" height="${height - 10}" fill="${colour}"/>
<text x="${(x(perSecond) + 8).toFixed(1)}" y="${y + 19}" fill="#475467">${shown(perSecond)}${remark}</text>`;
});
process.stdout
  .write(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${bottom + 16}" font-family="system-ui, sans-serif" font-size="13" role="img">
<title>Rows scored in a second, 40 criteria a row</title>
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="16" y="26" font-size="16" font-weight="600">Rows scored in a second · 每秒计分行数</text>
${lines.join("\n")}
${rows.join("\n")}
</svg>
`);
