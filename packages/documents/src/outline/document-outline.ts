/** Blocks to an outline: tables as tables, running text by its headings, numbers and leads such as `名称（5分）：`. */
import type { Block, Location } from "../blocks/block.js";
import { normalText } from "../clause/normal-text.js";
import { numberText } from "../words/numerals.js";
import {
  type MutableItem,
  type MutableSection,
  type Outline,
  type Passage,
  type SumCheck,
  newItem,
  restOf,
  sumOf,
} from "./outline.js";
import { splitEntries } from "./own-points.js";
import { namedPart, roleOfName } from "./part-name.js";
import { sectionWeightsOf } from "./composition.js";
import { printedDocument, printedOutline } from "./printed.js";
import { tableOutline } from "./table-outline.js";

const HEADING_MARK =
  /^(?:第[一二三四五六七八九十百\d]+[章节部]|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|[IVX]{1,4}\.\s|[A-Z]\.\s)/u;
/** `名称（5分）：…` and `名称5分：…`; what follows may be nothing. */
const LEAD =
  /^(?:第[一二三四五六七八九十百\d]{1,4}条\s?|\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\)?[、.．)]?|\d{1,2}\.\d{1,2}[、.]?|[•●·*-]\s?)?\s*(?<name>[^,，。;；:：()（）\d]{2,60}?)\s*[(（]?(?:满分|分值|共|计)?\s*(?<points>\d+(?:\.\d+)?)\s*(?:分|points?|pts|marks)\s*[)）]?\s*(?<sep>[:：。.]|$|-\s|–\s|—)/iu;
/** English words before points that say what becomes of them, so that they are no name: `receive a bonus of 5 points`. */
const SAYS =
  /\b(?:of|for|to|by|is|are|a|an|the|up|extra|than|least|most|only|per|another|additional|at|receives?|earns?|gets?|loses?|lost|worth|deducts?|subtracts?|awards?|adds?|minus|plus|costs?|scores?|score between|between|from|with|about|around|approximately|roughly|nearly|almost|exactly|over|under|above|below)\s*$|\b(?:loses?|earns|receives|deducts|subtracts|forfeits|gets|costs(?= \w))\b/iu;
const RESULT_LEAD = /^(?:(?:overall|final) )?(?:ratings?|grades?|grading(?: scale)?|results?): /iu;
const ARTICLE = /^第[一二三四五六七八九十百\d]{1,4}条[\s、:]?/u;
const SCORES = /[扣加减]\s*\d|不得分|得\s*\d|deduct|points? (?:off|for|per)|否决/iu;
/** Lines that are headings by their words alone. */
const HEADING_WORDS =
  /^(?:加分项?|扣分项?|奖励加分|附加分|结果(?:的)?(?:运用|应用)|考核结果(?:运用|应用)|奖惩(?:办法|措施)?|等[级次](?:划分|评定)|penalt(?:y|ies)|bonus(?:es)?(?: points)?|deductions|extra credit|late (?:work|submissions?|penalt(?:y|ies))|(?:auto|automatic)[- ]?fail(?:ures?|s)?|critical (?:errors?|failures?)|adjustments|(?:overall )?(?:rating|grading scale|grades))$/iu;
/** A heading over vetoes: 六、一票否决事项. */
const VETO_HEADING = /^[^,:]{1,8}(?:一票)?否决(?:项目?|指标|事项|情形|内容|条款|清单|制)?$/u;
/** A numbered line of a few words without points: `4. Bonus`. */
const CHAPTER = /^(?<number>\d{1,2})[.、]?\s*[^\d,;:。.()]{2,40}$/u;
/** Lines above a title: the mark of an annex, the head of an office's paper and its number. */
const ABOVE_TITLE =
  /^(?:附件?|附表)\s*[\d一二三四五六七八九十]{0,3}\s*[:.、]?$|^[^,:;()\d]{2,30}(?:人民政府|委员会|办公室|局|镇|街道|集团|公司|学校|医院|党委|政府)文件$|^[^,:;]{0,20}[〔[(]\d{4}[〕\])]\s*第?\d{1,4}\s*号$|^(?:annex|appendix|attachment)\s*[\da-z]{0,2}\s*:?$/iu;

/** A title with the points of the whole behind it: 某镇考核细则（100分）. */
const TITLE_WITH_TOTAL =
  /^(?<title>[^,:;]{0,50}(?:办法|细则|方案|标准|制度|规定|评分表|考核表|考评表|评价表|scorecard|rubric|score sheet|assessment sheet))\s*\((?:总分|满分|共|共计|total)?:?\s*(?<total>\d+(?:\.\d+)?)\s*(?:分|points|marks)(?: total)?\)$/iu;

/** Whether several lines have the form of a title with points: 党建考核细则（40分） and 经济考核细则（60分） are parts. */
const hasParts = (blocks: readonly Block[]): boolean =>
  blocks.filter((each) => each.kind !== "table" && TITLE_WITH_TOTAL.test(normalText(each.text).text)).length > 1;

const TOTAL =
  /(?:满分|总分|总计|共计|合计)(?:为|共|:|：|是)?\s*(\d+(?:\.\d+)?)\s*分|(?:total|out of|worth|(?:starts?|begins?) (?:at|with|from))(?: of)?:? (\d+(?:\.\d+)?) (?:points|marks)/iu;

/** The number of a line, with the signs around it: `2.`, `（2）`. */
interface Numbered {
  readonly sign: string;
  readonly value: number;
}

const NUMERALS = "一二三四五六七八九十";

function numberOf(line: string): Numbered | null {
  const {
    open = "",
    digits = "",
    close = "",
  } = /^(?<open>\(?)(?<digits>\d{1,2}|[一二三四五六七八九十])(?<close>[、.)]{1,2})(?!\d)/u.exec(line)?.groups ?? {};
  if (digits === "") return null;
  const numeral = NUMERALS.indexOf(digits);
  return {
    sign: `${open}${numeral < 0 ? "1" : "一"}${close}`,
    value: numeral < 0 ? Number(digits) : numeral + 1,
  };
}

/** The outline of a document. */
export function documentOutline(blocks: readonly Block[]): Outline {
  const printed = printedDocument(blocks);
  if (printed !== null) return printedOutline(printed);
  const sections: MutableSection[] = [];
  const unknownColumns: string[] = [];
  let title = "";
  let total: string | null = null;
  let section: MutableSection | null = null;
  let item: MutableItem | null = null;
  // Lines of a bonus or a penalty that state points and nothing else, and the numbers of the lines of items.
  const alone: { readonly item: MutableItem; readonly passage: Passage }[] = [];
  let numbered: Numbered | null = null;
  let isArticle = false;
  const openSection = (name: string, points: string | null): MutableSection => {
    section = { name, points, items: [] };
    sections.push(section);
    item = null;
    numbered = null;
    isArticle = false;
    return section;
  };
  for (const [block, each] of blocks.entries()) {
    if (each.kind === "table") {
      const read = tableOutline(each, block);
      unknownColumns.push(...read.unknownColumns);
      total ??= read.total;
      if (title === "") title = namedPart(read.titles[0] ?? "").name;
      for (const text of read.titles) total ??= TOTAL.exec(normalText(text).text)?.[1] ?? null;
      // Points of the heading are those of the table's items, not of the text between the two.
      if (read.sections.length > 0 && section !== null)
        for (const each of (section as MutableSection).items) if (each.isImplied) each.points = null;
      for (const own of read.sections) {
        // Items without a section of their own belong to the heading before the table.
        if (own.name === "" && section !== null) (section as MutableSection).items.push(...own.items);
        else sections.push(own);
      }
      item = null;
      numbered = null;
      // Such a line directly before a table is its heading.
      if (alone.at(-1)?.passage.at.block === block - 1) alone.pop();
      continue;
    }
    const text = each.text;
    const label = each.kind === "paragraph" ? each.label : "";
    const plain = normalText(`${label}${text}`).text;
    const at: Location = { block, row: -1, column: -1, from: 0, to: text.length };
    // The title is before everything else; a later line is a clause.
    const isAbove = title === "" && sections.length === 0;
    if (isAbove && ABOVE_TITLE.test(plain)) continue;
    const titled = isAbove ? TITLE_WITH_TOTAL.exec(plain)?.groups : undefined;
    // Where later lines are like it, each is the heading of a part.
    const named = titled !== undefined && !hasParts(blocks) ? titled : undefined;
    if (named !== undefined) {
      title = named["title"]?.trim() ?? "";
      total = named["total"] ?? null;
      continue;
    }
    if (
      isAbove &&
      plain.length <= 60 &&
      !SCORES.test(plain) &&
      !LEAD.test(plain) &&
      (each.kind === "heading" || blocks.length > 1) &&
      !/[。;]$/u.test(plain)
    ) {
      title = text.replaceAll(/\s+/gu, /[\u4e00-\u9fff]/u.test(text) ? "" : " ");
      total ??= TOTAL.exec(plain)?.[1] ?? null;
      continue;
    }
    const stated = TOTAL.exec(plain);
    if (stated !== null && section === null) total ??= numberText(stated[1] ?? stated[2] ?? "");
    // A short line before bullets is their heading.
    const next = blocks[block + 1];
    const leadsBullets =
      next?.kind === "paragraph" &&
      /^[-•●·*–]\s/u.test(next.text) &&
      !/^[-•●·*–]\s?/u.test(plain) &&
      plain.length <= 40 &&
      !/[\d:：。.;,]/u.test(plain);
    // `4. Bonus` before `4.1 …` is the heading of what is numbered below it.
    const chapter = CHAPTER.exec(plain)?.groups?.["number"];
    const leadsNumbers =
      chapter !== undefined &&
      next?.kind === "paragraph" &&
      normalText(next.label + next.text).text.startsWith(`${chapter}.1`);
    const article = ARTICLE.exec(plain)?.[0] ?? "";
    const bare = plain.slice(article.length);
    // An article of a heading alone ends where the next article begins.
    if (article !== "" && isArticle) openSection("", null);
    // What follows from the whole ends the last section.
    if (RESULT_LEAD.test(plain)) openSection("", null);
    const isHeading =
      leadsBullets ||
      leadsNumbers ||
      HEADING_WORDS.test(bare) ||
      each.kind === "heading" ||
      (HEADING_MARK.test(plain) &&
        plain.length <= (/[\u4e00-\u9fff]/u.test(plain) ? 32 : 64) &&
        (!SCORES.test(plain) || VETO_HEADING.test(plain)) &&
        !/[。;]$/u.test(plain));
    if (isHeading) {
      const part = namedPart(plain);
      const isUpper = each.kind === "heading" ? each.level <= 2 : !plain.startsWith("(");
      if (isUpper || section === null) {
        openSection(part.name, part.points);
        isArticle = article !== "";
      } else {
        item = newItem(part.name, {
          points: part.points,
          role: part.role === "item" ? (roleOfName((section as MutableSection).name) ?? "item") : part.role,
        });
        (section as MutableSection).items.push(item);
        numbered = null;
      }
      continue;
    }
    // A bullet below an item is one of its clauses, whatever points it has.
    const isBullet = item !== null && !(item as MutableItem).isImplied && /^[-•●·*–]\s?/u.test(plain);
    const lead = LEAD.exec(plain)?.groups;
    const own = numberOf(plain);
    // `2.` behind the line of an item that is numbered `1.` stands beside the item, not in it.
    const isBeside =
      numbered !== null && own !== null && own.sign === numbered.sign && own.value === numbered.value + 1;
    // Behind a clause of the section that is numbered `1.` a name with points and nothing else is the next clause.
    const isNext = isBeside && item !== null && (item as MutableItem).isImplied && LEAD.exec(plain)?.[0] === plain;
    if (
      !isBullet &&
      !isNext &&
      lead !== undefined &&
      !SAYS.test(lead["name"] ?? "") &&
      !/[扣加减得奖]$|每|不得|满(?!意)|第|^(?:总分|合计|总计|共计|基础分|基本分|总成绩|考核总分|总分值)$/u.test(
        lead["name"] ?? "",
      ) &&
      (lead["sep"] !== "" || !/[扣加得]/u.test(plain))
    ) {
      const owner: MutableSection = section ?? openSection("", null);
      const part = namedPart(lead["name"] ?? "");
      item = newItem(part.name, {
        points: numberText(lead["points"] ?? ""),
        role: part.role === "item" ? (roleOfName(owner.name) ?? "item") : part.role,
      });
      owner.items.push(item);
      numbered = numberOf(plain);
      const found = LEAD.exec(normalText(text).text) ?? LEAD.exec(plain);
      const { text: own, at: places } = normalText(text);
      const skip =
        found !== null && own.startsWith(found[0])
          ? found[0].length
          : Math.max(0, (LEAD.exec(plain)?.[0].length ?? 0) - normalText(label).text.length);
      const from = places[skip] ?? text.length;
      if (text.slice(from).trim() !== "")
        item.passages.push({
          text: text.slice(from),
          at: { ...at, from, to: text.length },
          source: "clause",
          side: null,
          levels: null,
        });
      else if (/^(?:bonus|penalty)$/u.test(roleOfName(owner.name) ?? ""))
        alone.push({ item, passage: { text, at, source: "clause", side: null, levels: null } });
      continue;
    }
    if (isBeside && item !== null && (item as MutableItem).role !== "item" && !(item as MutableItem).isImplied)
      item = null;
    if (isBeside || item === null || (item as MutableItem).isImplied) numbered = own ?? numbered;
    if (item === null) {
      const owner: MutableSection = section ?? openSection("", null);
      item = newItem(owner.name, {
        points: owner.points,
        isImplied: true,
        role: roleOfName(owner.name) ?? "item",
      });
      owner.items.push(item);
    }
    const isDoubtful = isBeside && !(item as MutableItem).isImplied;
    (item as MutableItem).passages.push({
      text,
      at,
      source: "clause",
      side: null,
      levels: null,
      ...(isDoubtful ? { doubt: "numbered" } : {}),
    });
  }
  // Without clauses of its own such a line is the clause.
  for (const { item: lone, passage } of alone)
    if (lone.passages.length === 0) {
      lone.passages.push(passage);
      lone.points = null;
    }
  if (title === "") title = /[\u4e00-\u9fff]/u.test(JSON.stringify(sections.slice(0, 20))) ? "考核细则" : "Rubric";
  for (const each of sections) {
    withoutTwice(each);
    splitEntries(each);
    foldParents(each);
  }
  splitSeveral(sections, total);
  const filled = sections.filter(({ items }) => items.length > 0);
  return { title, total, sections: filled, sums: sumsOf(filled, total), unknownColumns };
}

/** A row with points for each of several things is several items where the total then comes out, and not otherwise. */
function splitSeveral(sections: readonly MutableSection[], total: string | null): void {
  const all = sections.flatMap(({ items }) => items.filter(({ role }) => role === "item"));
  const several = all.filter(({ isSeveral, points }) => isSeveral && points !== null);
  if (several.length === 0 || all.some(({ points }) => points === null)) return;
  const namesOf = ({ name }: MutableItem) => name.split(/\s+and\s+|,\s+|[、和与及]/u).filter((each) => each !== "");
  const sum = sumOf(
    all.flatMap((item) => (several.includes(item) ? namesOf(item) : [""]).map(() => item.points ?? "0")),
  );
  if (sum !== (total ?? "100") || sumOf(all.map(({ points }) => points ?? "0")) === (total ?? "100")) return;
  for (const section of sections)
    section.items = section.items.flatMap((item) =>
      several.includes(item) && namesOf(item).length > 1
        ? namesOf(item).map((name) => ({ ...item, name, isSeveral: false, passages: [...item.passages] }))
        : [item],
    );
}

/** Points of a section that its items have are not those of the text before them as well. */
function withoutTwice({ points, items }: MutableSection): void {
  const own = items.flatMap((item) => (item.isImplied || item.role !== "item" ? [] : [item.points]));
  if (points === null || own.length === 0 || own.includes(null)) return;
  const found = sumOf(own.map((each) => each ?? "0"));
  const rest = restOf(points, found);
  if (rest === null && found !== points) return;
  // A section has one text of its own that can have what its items leave.
  const implied = items.filter((item) => item.isImplied && item.role === "item" && item.points !== null);
  if (rest !== null && implied.length > 1) return;
  for (const item of implied) {
    item.points = rest;
    item.doubt = rest === null ? "no-points" : "rest-points";
  }
}

/** An item without clauses whose points are the sum of those behind it is the heading of them. */
function foldParents(section: MutableSection): void {
  for (let at = 0; at < section.items.length; at++) {
    const parent = section.items[at];
    if (parent === undefined || parent.points === null || parent.passages.length > 0) continue;
    const own: string[] = [];
    for (const { points } of section.items.slice(at + 1)) {
      if (points === null || own.length >= 30) break;
      own.push(points);
      if (own.length > 1 && sumOf(own) === parent.points) {
        section.items.splice(at, 1);
        break;
      }
    }
  }
}

function sumsOf(sections: readonly MutableSection[], total: string | null): readonly SumCheck[] {
  const sums: SumCheck[] = [];
  const scored = (items: readonly MutableItem[]) =>
    items.filter(({ role, points }) => role === "item" && points !== null).map(({ points }) => points ?? "0");
  for (const { name, points, items } of sections) {
    const own = scored(items);
    if (points === null || own.length === 0) continue;
    const found = sumOf(own);
    if (found !== points) sums.push({ what: "section", name, stated: points, found });
  }
  // Weights that cannot be applied are said.
  const weights = [
    sections.flatMap(({ weight }) => (weight == null ? [] : [weight])),
    sections.flatMap(({ items }) => items.flatMap(({ weight }) => (weight === null ? [] : [weight]))),
  ].filter((list) => list.length > 0);
  for (const list of weights) {
    const found = sumOf(list);
    const name = sections.some(({ name, items }) => /[\u4e00-\u9fff]/u.test(name + (items[0]?.name ?? "")))
      ? "权重"
      : "weights";
    if (found !== "100") sums.push({ what: "section", name, stated: "100", found });
  }
  const all = scored(sections.flatMap(({ items }) => items));
  if (total !== null && all.length > 0 && sectionWeightsOf({ sections }) !== "100") {
    const found = sumOf(all);
    if (found !== total) sums.push({ what: "total", name: "", stated: total, found });
  }
  return sums;
}
