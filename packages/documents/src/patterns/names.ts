/** Names of fields from the words of a clause: what is asked, without the words around it. */

const LEAD =
  /^(?:(?:若|如|凡|凡是|对于|对|经(?:检查|抽查)?(?:发现|查实)|一经发现|因(?![公病事故私工](?:$|[外出请缺离]))|由于|被发现|发现|检查发现|抽查发现|出现|发生|存在|查出|查实|年内|年度内|全年|当年|本年度|应当|要求|确保|做到|其中|并|且|同时|或)[:,]?)+/u;
const TAIL = /(?:的|者|的情形|的行为|的现象|的情况|情形|情况|等|并且|并|且|,|、|:|"|\(|\))+$/u;
const NOTE = /\([^()]*\)/gu;

/** Notes that explain an event and do not tell it from another. */
const EXPLAINS =
  /^\((?:含|包括|包含|如|例如|比如|指|即|见|详见|参见|附|由|以|依据|根据|including|incl\.|e\.g\.|i\.e\.|see)/iu;

/** Without notes that explain. */
const withoutNotes = (text: string): string =>
  text.replaceAll(NOTE, (note) => (/\d/u.test(note) || !EXPLAINS.test(note) ? note : " "));

/** Only with short notes and those with a figure, which tell an event from another: 集体访（5人以上）, 越级访（进京）. */
const withShortNotes = (text: string): string =>
  withoutNotes(text).replaceAll(NOTE, (note) =>
    /\d/u.test(note) || note.length <= (/[\u4e00-\u9fff]/u.test(note) ? 8 : 24) ? note : " ",
  );

const OUTCOME =
  /^(?:造成|导致|致使|引起|引发|影响|后果|情节|并|且|仍|而|但|受到|被|(?:经)?(?:多次|一再)?(?:提醒|催[办报]|教育|警告|劝[阻导说]|督促|批评|整改)[^,]{0,4}(?:仍|还|拒|不|未))/u;

/** That something was found, or that what is said before was not observed: 经发现, 违者, 若发现不遵守. */
const FOUND =
  /^(?:一经|如|若|凡|一旦)?(?:(?:经|被)?(?:检查|抽查|督查)?(?:发现|查实|查出|核实|举报)(?:后|有|的|者)*)?(?:(?:对|不|未)?(?:遵守|服从|执行|做到|违反|违规|违)(?:上述|以上|此|本)?(?:规定|要求|条)?(?:的|者)?)?(?:予以|给予)?(?:没收)?(?:的|者|后|并|且)*$/u;
/** What is forbidden, without the word that forbids it. */
const FORBIDDEN = /^(?<where>[^,]{0,10}?)(?:不得|严禁|禁止|不准|不许|杜绝|严格禁止)(?<what>[^,]{2,})$/u;

/** The event of a prohibition with words that it was not observed: of `严禁晚归、夜不归宿，经发现` 晚归、夜不归宿. Null for other texts. */
function forbiddenEvent(pieces: readonly string[]): string | null {
  if (pieces.length < 2 || !FOUND.test(pieces.at(-1) ?? "")) return null;
  const said = pieces.slice(0, -1);
  const events = said.map((piece) => {
    const { where = "", what = "" } = FORBIDDEN.exec(piece)?.groups ?? {};
    return what === "" ? null : `${where}${what}`;
  });
  if (events.every((event) => event === null)) return said.length === 1 ? (said[0] ?? null) : null;
  const named = events.filter((event) => event !== null);
  return named.join("或");
}

/** Who decides about an event is no part of its name. */
const DECIDED = /^经[^,]{2,10}(?:研究|认定|审定|核实|评定|审核|查实)(?:同意|决定)?(?:后|的)?$/u;

/** The last two comma pieces of an event, short enough for a name. */
function shortened(text: string, most: number): string {
  const pieces = text
    .split(/[,:]/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "" && !DECIDED.test(piece));
  const forbidden = forbiddenEvent(pieces);
  if (forbidden !== null) return forbidden.slice(0, most);
  let name = pieces.at(-1) ?? text;
  // A bare predicate says nothing without what it is about.
  const before = pieces.at(-2) ?? "";
  if (name.length <= 5 && pieces.length > 1) name = `${before}${name}`;
  // What came of an event says nothing without the event.
  else if (before !== "" && OUTCOME.test(name) && name.length < most)
    name = `${before.replace(/(?:的|者)$/u, "").slice(0, most - name.length)}${name}`;
  if (name.length <= most) return name;
  return name.slice(0, most);
}

/** All words of an event without those around it, which tell whether two events are the same. */
export const eventWords = (text: string): string =>
  withoutNotes(text)
    .toLowerCase()
    .replace(LEAD, "")
    .replace(TAIL, "")
    .replaceAll(/^(?:an?|any|the)\s|[的者",;:()·/、\s]/gu, "");

/** The name of what an event or a measure is called in data. */
export function nameOf(text: string, item: string): string {
  const chinese = /[\u4e00-\u9fff]/u.test(text);
  if (!chinese) {
    const words = withShortNotes(text)
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/gu, " ")
      .trim()
      .split(" ")
      .filter((word) => !/^(?:a|an|the|of|any|is|are|for|no|not)$/u.test(word) || /^(?:no|not)$/u.test(word));
    const name = words
      .slice(0, 6)
      .join("_")
      .replace(/^(?=\d)/u, "n_");
    return name === "" ? item : name;
  }
  let name = withShortNotes(text);
  name = shortened(name, 24)
    .replace(LEAD, "")
    .replace(TAIL, "")
    .replaceAll(/[",;:()·/\s]/gu, "")
    .replaceAll("、", "");
  const named = /^有.+(?:行为|现象|问题|情形|情况)$/u.test(name) ? name.slice(1) : name;
  if (named === "") return item;
  // A bare predicate says nothing without its item.
  return /^(?:未|没有|没|不|少|缺|无)/u.test(named) && named.length <= 5 && !item.startsWith(named)
    ? `${item}${named}`
    : named;
}
