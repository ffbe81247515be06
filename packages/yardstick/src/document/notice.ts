/**
 * A public notice of a ranking (公示): the table of places with sections, total and outcomes, notes on vetoes and missing data, and blanks
 * for the period, the office and its signature.
 */
import { withMinusSign } from "@yardstick/exact";
import type { SubjectResult } from "@yardstick/engine";
import { outputHeading, partScale, rankingValues } from "@yardstick/engine";
import { itemWordOf, type Lang } from "@yardstick/language";
import type { Output, Program } from "@yardstick/language/program";
import { outputText } from "@yardstick/tables/rows";
import { bracketed } from "../sheet/bracketed.js";
import { roundingText } from "../sheet/rounding-text.js";
import type { Scored } from "../scored.js";
import { plain } from "../sheet/figures.js";
import { undecidedWord, withUndecided } from "../notes/describe-note.js";
import { noteTexts } from "../notes/note-texts.js";
import { describeAwaited } from "../sheet/read.js";
import { describeAward } from "../sheet/places.js";
import { sheetMessages } from "../sheet/messages.js";
import { limitOf, limitText } from "../sheet/limit-text.js";
import { alignedFigures } from "./aligned-figures.js";
import type { Markup } from "./markup.js";
import { markup } from "./markup.js";
import { withWordBreaks, wordsIn } from "./word-breaks.js";
import { receiptLine } from "./receipt-line.js";
import type { RankedGroup } from "./ranked-groups.js";
import { hasSeveralPeriods, mainRanking, rankedGroups } from "./ranked-groups.js";
import type { DocumentMessages } from "./messages.js";
import { documentMessages } from "./messages.js";

/** The number of missing fields named for a subject, and of subjects named. */
const MAX_MISSING = 4;
const MAX_PENDING = 20;
/** The width, in half-width characters, of the columns that fit on a page in portrait format. */
const UPRIGHT_CHARACTERS = 82;

interface NoticeColumn {
  readonly head: string;
  /** Text below the header, such as the full marks. */
  readonly small: string;
  readonly kind: "part" | "total" | "output";
  readonly of: (subject: SubjectResult) => string;
}

/** CSS classes by kind of column; those of parts can be hidden before printing. */
const CELL_CLASSES = { part: "n pt", total: "n tt", output: "n" } as const;
const HEAD_CLASSES = { part: "pt", total: "w", output: "" } as const;

/** A published value, marked where it is undecided. */
function publishedOutput({ outputs, undecided }: SubjectResult, { name }: Output, lang: Lang): string {
  const text = outputText(outputs[name] ?? null, lang);
  if (text !== null) return withMinusSign(text);
  const isUndecided = undecided.some((one) => one.kind === "output" && one.name === name);
  return isUndecided ? undecidedWord(lang) : "—";
}

function columnsOf(program: Program, lang: Lang): readonly NoticeColumn[] {
  const messages = documentMessages[lang];
  const parts = program.roots.flatMap((root) => program.parts[root] ?? []);
  const limit = (part: (typeof parts)[number]): string => {
    if (part.kind === "item" && part.form !== "item") {
      const { reaches } = itemWordOf(part.form);
      const limit = limitOf(reaches, part);
      return limit === null ? "" : limitText(reaches, plain(limit).replace("−", ""));
    }
    return partScale(part, lang) ?? plain(part.points);
  };
  return [
    ...parts.map((part): NoticeColumn => ({
      head: part.name,
      small: limit(part),
      kind: "part",
      of: ({ parts: scores }) => {
        const score = scores[part.path];
        return score === undefined || score === null ? "—" : withMinusSign(score);
      },
    })),
    ...rankingValues(program, lang).map(({ ranking, header }): NoticeColumn => ({
      head: header,
      small: "",
      kind: "part",
      of: ({ rankedBy }) => withMinusSign(rankedBy[ranking] ?? "—"),
    })),
    {
      head: messages.total,
      small: program.total === null ? "" : plain(program.total),
      kind: "total",
      of: ({ score }) => (score === null ? "—" : withMinusSign(score)),
    },
    ...program.outputs.map((output): NoticeColumn => ({
      head: outputHeading(output, lang),
      small: "",
      kind: "output",
      of: (subject) => publishedOutput(subject, output, lang),
    })),
  ];
}

function outcomeOf(subject: SubjectResult, program: Program, lang: Lang): string {
  const messages = documentMessages[lang];
  const { vetoes, awards, consequences, grades, undecided } = subject;
  return [
    ...Object.values(grades).filter((grade) => grade !== null),
    ...(vetoes.length > 0 ? [messages.veto(vetoes.join(messages.list))] : []),
    ...awards.map((award) => describeAward(program, award, lang)),
    ...consequences,
    ...undecided
      .filter(({ kind }) => kind === "grade" || kind === "award" || kind === "consequence")
      .map(({ name }) => withUndecided([], [name], lang)),
  ].join(messages.comma);
}

function tableOf({ title, subjects }: RankedGroup, program: Program, lang: Lang): Markup {
  const messages = documentMessages[lang];
  const ranking = mainRanking(program);
  const scored = subjects.filter(({ status }) => status === "scored");
  if (scored.length === 0) return markup``;
  const columns = columnsOf(program, lang);
  const hasOutcome = scored.some((subject) => outcomeOf(subject, program, lang) !== "");
  const texts = columns.map(({ of }) => scored.map(of));
  const figures = texts.map(alignedFigures);
  const rows = scored.map((subject, row) => {
    const place = ranking === null ? null : (subject.rankings[ranking.name] ?? null);
    const seal = subject.vetoes.length > 0 ? markup`<span class="seal">${messages.vetoSeal}</span>` : markup`—`;
    const first = ranking === null ? markup`` : markup`<td class="c">${place === null ? seal : place}</td>`;
    const cells = columns.map(
      ({ kind }, column) =>
        markup`<td class="${CELL_CLASSES[kind]}">${figures[column]?.(texts[column]?.[row] ?? null) ?? markup``}</td>`,
    );
    const outcome = hasOutcome ? markup`<td class="aw">${outcomeOf(subject, program, lang)}</td>` : markup``;
    const out = place === null && ranking !== null ? markup` class="out"` : markup``;
    return markup`<tr${out}>${first}<th scope="row">${subject.key}</th>${cells}${outcome}</tr>`;
  });
  const heads = columns.map(
    ({ head, small, kind }) =>
      markup`<th scope="col" class="${HEAD_CLASSES[kind]}">${kind === "total" ? head : withWordBreaks(head, lang)}${small === "" ? markup`` : markup`<small>${small}</small>`}</th>`,
  );
  const key = program.fields[program.key]?.name ?? program.subject;
  const outcomes = Object.keys(scored[0]?.grades ?? {}).length > 0 ? messages.gradeAndOutcome : messages.outcome;
  return markup`${title === null ? markup`` : markup`<h2>${title}</h2>`}<div class="tw"><table class="gt"><thead><tr>${ranking === null ? markup`` : markup`<th scope="col" class="w">${messages.place}</th>`}<th scope="col" class="w">${key}</th>${heads}${hasOutcome ? markup`<th scope="col">${outcomes}</th>` : markup``}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** The effects of the vetoes that fired, each once. */
function effectsOf({ vetoes }: SubjectResult, program: Program, lang: Lang): string {
  const messages = documentMessages[lang];
  const effects = program.vetoes.filter(({ name }) => vetoes.includes(name)).flatMap((veto) => veto.effects);
  const ordered = effects.map((effect) =>
    sheetMessages[lang].vetoEffects(effect.kind, "grade" in effect ? effect.grade : ""),
  );
  const movesUp = effects.some(({ kind }) => kind === "no-place") ? [messages.movesUp] : [];
  return [...new Set([...ordered, ...movesUp])].join(messages.comma);
}

/** Whether the table needs landscape format, estimated from the longest words of its columns. */
function isWide(groups: readonly RankedGroup[], program: Program, lang: Lang): boolean {
  const width = (text: string) => [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/u.test(sign) ? 2 : 1), 0);
  const subjects = groups.flatMap((group) => group.subjects).filter(({ status }) => status === "scored");
  const columns = columnsOf(program, lang).map(({ head, small, of }) =>
    Math.max(...wordsIn(head, lang).map(width), width(small), ...subjects.map((subject) => width(of(subject)))),
  );
  const names = Math.max(0, ...subjects.map(({ key }) => width(key)));
  return columns.reduce((sum, characters) => sum + characters + 1.5, names) > UPRIGHT_CHARACTERS;
}

function notesOf({ program, result }: Scored, lang: Lang, messages: DocumentMessages): Markup {
  const several = hasSeveralPeriods(result);
  const name = ({ key, period }: SubjectResult) => (several && period !== null ? `${key} ${period}` : key);
  const vetoed = result.subjects.filter(({ vetoes, status }) => status === "scored" && vetoes.length > 0);
  const unscored = result.subjects.filter(({ status }) => status !== "scored");
  const sentences: string[] = vetoed.map((subject) =>
    messages.vetoed(name(subject), subject.vetoes.join(messages.list), effectsOf(subject, program, lang)),
  );
  const missing = unscored.slice(0, MAX_PENDING).map((subject) => {
    const fields = subject.awaiting.slice(0, MAX_MISSING).map((each) => describeAwaited(each, lang));
    const more = subject.awaiting.length > MAX_MISSING ? `${messages.list}…` : "";
    return messages.pending(name(subject), fields.join(messages.list) + more);
  });
  if (unscored.length > MAX_PENDING) missing.push(messages.pendingMany(unscored.length - MAX_PENDING));
  if (missing.length > 0)
    sentences.push([...missing, messages.pendingTail.replace(/。$/u, "")].join(messages.semicolon));
  const notes = noteTexts({ program, result }, lang).all.filter(({ kind }) => kind !== "pending" && kind !== "invalid");
  sentences.push(...notes.map(({ text }) => text));
  const stop = lang === "zh" ? "。" : ". ";
  const ranking = mainRanking(program);
  const tail = [
    messages.rounding(roundingText(lang, program.scoreDecimals, program.scoreRounding)),
    ranking === null || (ranking.thenBy.length > 0 && ranking.ties === "gap") ? "" : messages.ties[ranking.ties],
  ].join("");
  const seal = vetoed.length > 0 ? markup`<span class="seal">${messages.vetoSeal}</span>` : markup``;
  return markup`<p class="note">${seal}${sentences.map((sentence) => `${sentence.replace(/[。.]\s*$/u, "")}${stop}`).join("")}${tail}</p>`;
}

/** Attributes of texts that the office may edit. */
const EDITABLE = markup`contenteditable="true" spellcheck="false"`;

/** The notice as an `<article>`. */
export function noticeArticle(scored: Scored, lang: Lang): Markup {
  const { program, result } = scored;
  const messages = documentMessages[lang];
  const periods = [...new Set(result.subjects.map(({ period }) => period))];
  const period = periods.length === 1 ? (periods[0] ?? null) : null;
  const rubric = program.title ?? program.subject;
  const edition = program.edition === null ? "" : bracketed(program.edition.name, lang);
  const isRanked = result.subjects.some(({ status }) => status === "scored");
  const groups = rankedGroups(scored);
  const body = isRanked
    ? groups.map((group) => tableOf(group, program, lang))
    : [markup`<p class="note">${messages.nothing}</p>`];
  const paragraph = (text: string) => markup`<p class="in" ${EDITABLE}>${text}</p>`;
  return markup`<article class="${isRanked && isWide(groups, program, lang) ? "a4 notice wide" : "a4 notice"}"><h1 ${EDITABLE}>${withWordBreaks(messages.noticeTitle(rubric, period), lang)}</h1><p ${EDITABLE}>${messages.to}</p>${paragraph(messages.intro(`${rubric}${edition}`, result.subjects.length, program.subject))}${body}${notesOf(scored, lang, messages)}<div class="end">${paragraph(messages.period)}${paragraph(messages.contact)}<div class="sg" ${EDITABLE}><p>${messages.signature}</p><p>${messages.day}</p></div></div><footer class="pf"><span>${receiptLine(scored, messages)}</span><span>${messages.recompute}</span></footer></article>`;
}
