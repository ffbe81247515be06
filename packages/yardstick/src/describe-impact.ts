/** The sentences that state another reading and what it changes, in both languages. */
import { withMinusSign } from "@yardstick/exact";
import type { Lang } from "@yardstick/language";
import type { Alternative } from "./alternatives.js";
import { hasNoImpact, type Impact, type SubjectImpact } from "./impact.js";

/** Subjects that are named; the others are counted. */
const MAX_NAMED = 4;
/** Sorts behind all places. */
const NO_PLACE = Number.MAX_SAFE_INTEGER;

interface ImpactMessages {
  readonly fix: (title: string) => string;
  readonly blanks: (count: number, isNumber: boolean, isFlag: boolean) => string;
  readonly row: (key: string, counts: boolean) => string;
  readonly none: string;
  readonly scores: (count: number, largest: string) => string;
  readonly places: (count: number, named: string) => string;
  readonly gained: (count: number, named: string) => string;
  readonly lost: (count: number, named: string) => string;
  readonly newcomer: (name: string, score: string, place: number | null) => string;
  readonly otherPlaces: (count: number) => string;
  readonly grades: (count: number) => string;
  readonly others: (count: number) => string;
  readonly checks: string;
  readonly unable: string;
  readonly named: (name: string, period: string) => string;
  readonly more: (names: string, count: number) => string;
  readonly list: string;
  readonly semicolon: string;
  readonly end: string;
}

const messagesOf: Readonly<Record<Lang, ImpactMessages>> = {
  zh: {
    fix: (title) => `${title}：`,
    blanks: (count, isNumber, isFlag) =>
      `若这${count === 1 ? "处空白" : ` ${count} 处空白都`}是${isNumber ? (isFlag ? " 0 或否" : " 0") : "否"}：`,
    row: (key, counts) => (counts ? `若“${key}”是考核对象：` : `若“${key}”不是考核对象：`),
    none: "按现有数据，结果不变",
    scores: (count, largest) => `${count} 个得分变化，至多 ${largest} 分`,
    places: (count, named) => `名次变化 ${count} 处：${named}`,
    gained: (count, named) => `${count} 个有了得分：${named}`,
    lost: (count, named) => `${count} 个不再有得分：${named}`,
    newcomer: (name, score, place) => `${name} ${score} 分${place === null ? "" : `（第 ${place} 名）`}`,
    grades: (count) => `${count} 个等次变化`,
    otherPlaces: (count) => `${count} 个在其他排名中的名次变化`,
    others: (count) => `${count} 个的分项、奖励或其他结果变化`,
    checks: "要求是否满足有变化",
    unable: "改后文本有错误，不能计算",
    named: (name, period) => `${name}（${period}）`,
    more: (names, count) => `${names} 等 ${count} 个`,
    list: "、",
    semicolon: "；",
    end: "。",
  },
  en: {
    fix: (title) => `${title}: `,
    blanks: (count, isNumber, isFlag) =>
      `If ${count === 1 ? "this blank" : `these ${count} blanks`} were ${isNumber ? (isFlag ? "0 or no" : "0") : "no"}: `,
    row: (key, counts) => `If “${key}” were ${counts ? "a subject" : "no subject"}: `,
    none: "no result changes with the present data",
    scores: (count, largest) => `${count} ${count === 1 ? "score changes" : "scores change"}, by ${largest} at most`,
    places: (count, named) => `${count} ${count === 1 ? "place changes" : "places change"}: ${named}`,
    gained: (count, named) => `${count} ${count === 1 ? "gets" : "get"} a score: ${named}`,
    lost: (count, named) => `${count} no longer ${count === 1 ? "has" : "have"} a score: ${named}`,
    newcomer: (name, score, place) => `${name} ${score}${place === null ? "" : ` (place ${place})`}`,
    grades: (count) => `${count} ${count === 1 ? "grade changes" : "grades change"}`,
    otherPlaces: (count) => `${count} ${count === 1 ? "changes" : "change"} place in other rankings`,
    others: (count) => `parts, awards or other results of ${count} change`,
    checks: "which requirements are met changes",
    unable: "the changed text has errors, so it cannot be scored",
    named: (name, period) => `${name} (${period})`,
    more: (names, count) => `${names} and others, ${count} in all`,
    list: ", ",
    semicolon: "; ",
    end: ".",
  },
};

/** The condition under which an impact holds, ending in a colon: “If these 3 blanks were 0: ”. */
export function describeAlternative(alternative: Alternative, lang: Lang): string {
  const messages = messagesOf[lang];
  switch (alternative.kind) {
    case "fix":
      return messages.fix(alternative.title);
    case "blanks": {
      const { numbers, flags } = alternative;
      return messages.blanks(numbers + flags, numbers > 0, flags > 0);
    }
    case "row":
      return messages.row(alternative.key, alternative.counts);
  }
}

/** What changes, as one sentence. `ranking` is the ranking whose places are named. */
export function describeImpact(impact: Impact | null, ranking: string | null, lang: Lang): string {
  const messages = messagesOf[lang];
  if (impact === null) return messages.unable + messages.end;
  if (hasNoImpact(impact)) return messages.none + messages.end;
  const { subjects, scores, largest, grades, checks } = impact;
  const hasPeriods = new Set(subjects.map(({ period }) => period)).size > 1;
  const name = ({ key, period }: SubjectImpact) => (hasPeriods && period !== null ? messages.named(key, period) : key);
  const listed = (all: readonly SubjectImpact[], write: (subject: SubjectImpact) => string) => {
    const names = all.slice(0, MAX_NAMED).map(write).join(messages.list);
    return all.length > MAX_NAMED ? messages.more(names, all.length) : names;
  };
  const placesOf = (subject: SubjectImpact) =>
    (ranking === null ? undefined : subject.rankings[ranking]) ?? { before: null, after: null };
  const gained = subjects.filter(({ score }) => score.before === null && score.after !== null);
  const lost = subjects.filter(({ score }) => score.before !== null && score.after === null);
  const appears = new Set([...gained, ...lost]);
  const moved = subjects
    .filter((subject) => placesOf(subject).before !== placesOf(subject).after && !appears.has(subject))
    .sort((a, b) => (placesOf(a).after ?? NO_PLACE) - (placesOf(b).after ?? NO_PLACE));
  const elsewhere = subjects.filter(
    (subject) =>
      !appears.has(subject) &&
      Object.entries(subject.rankings).some(([name, { before, after }]) => name !== ranking && before !== after),
  );
  const said = new Set([...appears, ...moved, ...elsewhere]);
  const changed = subjects.filter(({ score }) => score.change !== null && /[1-9]/u.test(score.change));
  const others = subjects.filter(
    (subject) => !said.has(subject) && !changed.includes(subject) && !subject.gradesDiffer,
  ).length;
  const place = (each: number | null) => (each === null ? "—" : String(each));
  const parts = [
    gained.length === 0
      ? ""
      : messages.gained(
          gained.length,
          listed(gained, (subject) =>
            messages.newcomer(name(subject), withMinusSign(subject.score.after ?? ""), placesOf(subject).after),
          ),
        ),
    lost.length === 0 ? "" : messages.lost(lost.length, listed(lost, name)),
    scores === 0 || largest === null ? "" : messages.scores(scores, largest),
    moved.length === 0
      ? ""
      : messages.places(
          moved.length,
          listed(moved, (subject) => {
            const { before, after } = placesOf(subject);
            return `${name(subject)} ${place(before)} → ${place(after)}`;
          }),
        ),
    elsewhere.length === 0 ? "" : messages.otherPlaces(elsewhere.length),
    grades === 0 ? "" : messages.grades(grades),
    others === 0 ? "" : messages.others(others),
    checks ? messages.checks : "",
  ].filter((text) => text !== "");
  return parts.join(messages.semicolon) + messages.end;
}
