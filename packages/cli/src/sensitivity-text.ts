/** How firm a ranking is, for the terminal: a line a weight, then how places spread, then what the figures take for granted. */
import type { Interval, Sensitivity, WeightSensitivity } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { describeAssumption, describeNotLinear, intervalText, shareText } from "yardstick";
import type { Context } from "./context.js";
import type { LayoutColumn } from "./table-layout.js";
import { layoutTable } from "./table-layout.js";
import { weightWordsOf } from "./weight-words.js";

const USUAL_WIDTH = 120;
/** Of the subjects; beyond these the JSON form has them all. */
const MOST_SHOWN = 50;

export function sensitivityText(report: Sensitivity, program: Program, context: Context): string {
  const { out, lang } = context;
  const words = weightWordsOf[lang];
  const nameOf = (part: number) => program.parts[part]?.name ?? "";
  const assumed = report.assumptions.map((assumption) => `  ${describeAssumption(assumption, nameOf, lang)}`);
  const reasons = report.notLinear.map((reason) => `  ${describeNotLinear(reason, lang)}`);
  const lines = [
    out.bold(words.firmness(report.ranking)),
    "",
    ...weightTable(report, context),
    "",
    ...(report.spread === null
      ? []
      : [out.bold(words.spread(report.spread.samples)), "", ...spreadTable(report.spread, context), ""]),
    ...(reasons.length === 0 ? [] : [out.yellow(words.notLinear), ...reasons, ""]),
    out.dim(words.assumptions),
    ...assumed.map((line) => out.dim(line)),
  ];
  return `${lines.join("\n")}\n`;
}

const stayText = (interval: Interval | null): string => (interval === null ? "—" : intervalText(interval));

function weightTable(report: Sensitivity, context: Context): readonly string[] {
  const words = weightWordsOf[context.lang];
  const reach = ({ reach: range }: WeightSensitivity) =>
    range === null || range.from === range.to
      ? words.fixed
      : intervalText({ ...range, closedFrom: true, closedTo: true });
  const columns: readonly (LayoutColumn & { readonly of: (weight: WeightSensitivity) => string })[] = [
    { header: words.weight, align: "left", of: ({ name }) => name },
    { header: words.now, align: "right", of: ({ share }) => shareText(share) },
    { header: words.reach, align: "left", of: reach },
    { header: words.first, align: "left", of: ({ first }) => stayText(first) },
    { header: words.top(report.top), align: "left", of: ({ top }) => stayText(top) },
    { header: words.order, align: "left", of: ({ order }) => stayText(order) },
    { header: words.decides, align: "right", of: ({ decides }) => (decides === null ? "—" : shareText(decides, 1)) },
  ];
  const rows = report.weights.map((weight) => columns.map(({ of }) => of(weight)));
  const rest = report.rest === null ? [] : [[words.rest, "", "", "", "", "", shareText(report.rest.decides, 1)]];
  return laidOut(columns, [...rows, ...rest], context);
}

function spreadTable(spread: NonNullable<Sensitivity["spread"]>, context: Context): readonly string[] {
  const words = weightWordsOf[context.lang];
  const of = (draws: number) => shareText(`${draws}/${spread.samples}`, 1);
  const header = (text: string, align: LayoutColumn["align"] = "right"): LayoutColumn => ({ header: text, align });
  const columns = [
    header(context.words.place),
    header("", "left"),
    header(words.best),
    header(words.median),
    header(words.worst),
    header(words.usual),
    header(words.shareFirst),
    header(words.shareTop(spread.top)),
  ];
  const rows = spread.subjects
    .slice(0, MOST_SHOWN)
    .map(({ key, period, place, best, median, worst, low, high, first, top }) => [
      String(place),
      period === null || new Set(spread.subjects.map((each) => each.period)).size === 1 ? key : `${key} ${period}`,
      String(best),
      String(median),
      String(worst),
      `${low} – ${high}`,
      of(first),
      of(top),
    ]);
  const more = spread.subjects.length - rows.length;
  return [...laidOut(columns, rows, context), ...(more > 0 ? [context.words.andMore(more)] : [])];
}

function laidOut(
  columns: readonly LayoutColumn[],
  rows: readonly (readonly string[])[],
  { io, out }: Context,
): readonly string[] {
  return layoutTable({ columns, rows, fixed: 1 }, io.stdout.columns ?? USUAL_WIDTH, (padded, row) =>
    row < 0 ? out.dim(padded) : padded,
  );
}
