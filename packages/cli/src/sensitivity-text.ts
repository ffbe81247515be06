/** The sensitivity report for the terminal: one line for each weight, then the distribution of places, then the assumptions. */
import type { Interval, Sensitivity, WeightSensitivity } from "@yardstick/engine";
import type { Program } from "@yardstick/language/program";
import { describeAssumption, describeNotLinear, intervalText, shareText } from "yardstick";
import type { Context } from "./context.js";
import type { LayoutColumn } from "./table-layout.js";
import { layoutTable } from "./table-layout.js";
import { weightMessagesOf } from "./weight-messages.js";

const USUAL_WIDTH = 120;
/** The number of subjects listed at most; the JSON form contains all. */
const MAX_SHOWN = 50;

/** The report as text. */
export function sensitivityText(report: Sensitivity, program: Program, context: Context): string {
  const { out, lang } = context;
  const messages = weightMessagesOf[lang];
  const nameOf = (part: number) => program.parts[part]?.name ?? "";
  const assumed = report.assumptions.map((assumption) => `  ${describeAssumption(assumption, nameOf, lang)}`);
  const reasons = report.notLinear.map((reason) => `  ${describeNotLinear(reason, lang)}`);
  const lines = [
    out.bold(messages.robustness(report.ranking)),
    "",
    ...weightTable(report, context),
    "",
    ...(report.spread === null
      ? []
      : [out.bold(messages.spread(report.spread.samples)), "", ...spreadTable(report.spread, context), ""]),
    ...(reasons.length === 0 ? [] : [out.yellow(messages.notLinear), ...reasons, ""]),
    out.dim(messages.assumptions),
    ...assumed.map((line) => out.dim(line)),
  ];
  return `${lines.join("\n")}\n`;
}

const stayText = (interval: Interval | null): string => (interval === null ? "—" : intervalText(interval));

function weightTable(report: Sensitivity, context: Context): readonly string[] {
  const messages = weightMessagesOf[context.lang];
  const reach = ({ reach: range }: WeightSensitivity) =>
    range === null || range.from === range.to
      ? messages.fixed
      : intervalText({ ...range, closedFrom: true, closedTo: true });
  const columns: readonly (LayoutColumn & { readonly of: (weight: WeightSensitivity) => string })[] = [
    { header: messages.weight, align: "left", of: ({ name }) => name },
    { header: messages.now, align: "right", of: ({ share }) => shareText(share) },
    { header: messages.reach, align: "left", of: reach },
    { header: messages.first, align: "left", of: ({ first }) => stayText(first) },
    { header: messages.top(report.top), align: "left", of: ({ top }) => stayText(top) },
    { header: messages.order, align: "left", of: ({ order }) => stayText(order) },
    { header: messages.decides, align: "right", of: ({ decides }) => (decides === null ? "—" : shareText(decides, 1)) },
  ];
  const rows = report.weights.map((weight) => columns.map(({ of }) => of(weight)));
  const rest = report.rest === null ? [] : [[messages.rest, "", "", "", "", "", shareText(report.rest.decides, 1)]];
  return tableLines(columns, [...rows, ...rest], context);
}

function spreadTable(spread: NonNullable<Sensitivity["spread"]>, context: Context): readonly string[] {
  const messages = weightMessagesOf[context.lang];
  const of = (draws: number) => shareText(`${draws}/${spread.samples}`, 1);
  const header = (text: string, align: LayoutColumn["align"] = "right"): LayoutColumn => ({ header: text, align });
  const columns = [
    header(context.messages.place),
    header("", "left"),
    header(messages.best),
    header(messages.median),
    header(messages.worst),
    header(messages.usual),
    header(messages.shareFirst),
    header(messages.shareTop(spread.top)),
  ];
  const rows = spread.subjects
    .slice(0, MAX_SHOWN)
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
  return [...tableLines(columns, rows, context), ...(more > 0 ? [context.messages.andMore(more)] : [])];
}

function tableLines(
  columns: readonly LayoutColumn[],
  rows: readonly (readonly string[])[],
  { io, out }: Context,
): readonly string[] {
  return layoutTable({ columns, rows, fixed: 1 }, io.stdout.columns ?? USUAL_WIDTH, (padded, row) =>
    row < 0 ? out.dim(padded) : padded,
  );
}
