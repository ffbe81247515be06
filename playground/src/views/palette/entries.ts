/** What the palette finds: commands, topics of the clause guide, parts and rules of the rubric, its fields, and subjects. */
import { parse, type ast, type Lang } from "@yardstick/language";
import type { Span } from "@yardstick/language/program";
import type { IconName } from "@yardstick/ui";
import type { ClauseGuide, Topic } from "../../help/clause-guide.js";
import type { Findable } from "../../help/search.js";
import { paletteMessages, type PaletteMessages } from "../../messages/palette.js";
import { rankingView } from "../../store/ranking-view.js";
import type { Workbench } from "../../store/workbench.js";
import { words, type Word } from "../../help/words.js";
import { fieldEntries, fieldId, type FieldEntry } from "./field-pages.js";
import { messagePages, type MessagePage } from "./message-pages.js";
import type { Command } from "./commands.js";

/** The groups in the order in which they are listed. */
export const groups = ["help", "word", "message", "command", "rule", "field", "subject"] as const;
/** A group of entries. */
export type Group = (typeof groups)[number];

/** An entry of the palette. */
export interface Entry extends Findable {
  /** Different for each entry; the same for the same thing at another time. */
  readonly id: string;
  readonly group: Group;
  readonly icon: IconName;
  /** The text behind the title. */
  readonly detail: string;
  /** What it says: the text of a rule. */
  readonly text: string;
  /** Why it cannot be run now; null when it can. */
  readonly off: string | null;
  /** Null for what is shown beside the list: a topic, a word, a message or a field. */
  readonly run: (() => void) | null;
  readonly topic: Topic | null;
  readonly word: Word | null;
  readonly message: MessagePage | null;
  readonly field: FieldEntry | null;
}

/** Everything that can be found. */
export function entriesOf(
  store: Workbench,
  commands: readonly Command[],
  guides: Readonly<Record<Lang, ClauseGuide>> | null,
): readonly Entry[] {
  const { lang } = store;
  const messages = paletteMessages[lang];
  const other = lang === "zh" ? "en" : "zh";
  return [
    ...(guides === null ? [] : guides[lang].topics.map((topic) => ofTopic(topic, guides[other], messages))),
    ...words.map((word) => ofWord(word, lang, messages)),
    ...messagePages(store).map((page) => ofMessage(page, messages)),
    ...commands.map(({ name, icon, keys, off, run }): Entry => {
      const also = [paletteMessages[other].commands[name]];
      return {
        ...plain,
        id: `command ${name}`,
        group: "command",
        icon,
        title: messages.commands[name],
        also,
        detail: keys,
        off,
        run,
      };
    }),
    ...ofRubric(store, messages),
    ...ofSubjects(store, messages),
  ];
}

const plain = { detail: "", text: "", off: null, topic: null, word: null, message: null, field: null } as const;

function ofWord(word: Word, lang: Lang, messages: PaletteMessages): Entry {
  const { id, kind, spellings, says, form } = word;
  const other = lang === "zh" ? "en" : "zh";
  const own = spellings[lang][0] ?? spellings[other][0] ?? "";
  return {
    ...plain,
    id: `word ${id}`,
    group: "word",
    icon: "advice",
    title: own,
    also: [...spellings.zh, ...spellings.en, says.zh, says.en, form?.[lang] ?? ""],
    detail: messages.kinds[kind],
    run: null,
    word,
  };
}

function ofMessage(page: MessagePage, messages: PaletteMessages): Entry {
  return {
    ...plain,
    id: `message ${page.code}`,
    group: "message",
    icon: page.severity === "note" ? "advice" : page.severity,
    title: page.title,
    also: [page.code, page.help ?? "", ...page.places.map(({ text }) => text)],
    detail: messages.severities[page.severity],
    run: null,
    message: page,
  };
}

function ofTopic(topic: Topic, other: ClauseGuide, messages: PaletteMessages): Entry {
  const same = other.topics.find(({ number }) => number === topic.number);
  return {
    ...plain,
    id: `help ${topic.number}`,
    group: "help",
    icon: "advice",
    title: topic.sentence,
    also: [topic.heading, topic.snippet, ...topic.remarks, same?.sentence ?? "", same?.snippet ?? ""],
    detail: messages.insert,
    run: null,
    topic,
  };
}

type Named = Exclude<ast.Declaration, ast.Data>;

function ofRubric(store: Workbench, messages: PaletteMessages): readonly Entry[] {
  const { rubric } = store;
  const tree = parse(rubric).rubric;
  const textOf = ([start, end]: Span) => rubric.slice(start, end);
  const entry = (group: Group, title: string, detail: string, span: Span): Entry => ({
    ...plain,
    id: `${group} ${title} ${detail}`,
    group,
    icon: group === "field" ? "data" : "rubric",
    title,
    detail,
    text: textOf(span),
    also: [textOf(span)],
    run: () => store.reveal(span),
  });
  const part = (each: ast.Section | ast.Item): readonly Entry[] =>
    each.kind === "item"
      ? [entry("rule", each.name.text, messages[each.form], each.span)]
      : [
          { ...entry("rule", each.name.text, messages.section, each.span), also: [], text: "" },
          ...itemsIn(each).flatMap(part),
        ];
  const fields = fieldEntries(dataIn(tree.declarations), store).map((field): Entry => {
    const { list, name, declared, span } = field;
    const detail = declared === null ? "" : textOf(declared.type.span).split("\n", 1)[0]!;
    return { ...entry("field", name, list ?? detail, span), id: fieldId(list, name), run: null, field };
  });
  const named = tree.declarations.flatMap((each: Named | ast.Data): readonly Entry[] => {
    switch (each.kind) {
      case "section":
      case "item":
        return part(each);
      case "veto":
      case "ranking":
      case "grades":
      case "award":
      case "consequence":
      case "coefficient":
        return [entry("rule", each.name.text, messages[each.kind], each.span)];
      default:
        return [];
    }
  });
  return [...named, ...fields];
}

function itemsIn(node: unknown): readonly ast.Item[] {
  if (typeof node !== "object" || node === null) return [];
  if ((node as { readonly kind?: string }).kind === "item") return [node as ast.Item];
  return Object.values(node).flatMap(itemsIn);
}

/** The data blocks, those of sections included. */
function dataIn(node: unknown): readonly ast.Data[] {
  if (typeof node !== "object" || node === null) return [];
  if ((node as { readonly kind?: string }).kind === "data") return [node as ast.Data];
  return Object.values(node).flatMap(dataIn);
}

function ofSubjects(store: Workbench, messages: PaletteMessages): readonly Entry[] {
  if (store.good === null) return [];
  const { ranked, pending } = rankingView(store.good, store.ranking);
  const entry = (key: string, period: string | null, detail: string): Entry => ({
    ...plain,
    id: `subject ${key} ${period ?? ""}`,
    group: "subject",
    icon: "results",
    title: key,
    also: period === null ? [] : [period],
    detail,
    run: () => {
      store.layout.show("results");
      store.openSheet({ key, period });
    },
  });
  return [
    ...ranked.map(({ key, period, score, place }) =>
      entry(key, period, score === null ? "" : messages.scored(score, place === null ? null : String(place))),
    ),
    ...pending.map(({ key, period }) => entry(key, period, messages.pending)),
  ];
}
