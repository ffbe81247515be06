/**
 * Rules of a document that leave something out which cannot be inferred: the form is shown with the words that are there,
 * and what is missing is named.
 */
import type { Bilingual } from "../vocabulary/bilingual.js";
import { boundaries, writtenAs } from "./everyday-words.js";
import type { Piece } from "./pieces.js";
import { isName, isVerb, type Rewording } from "./rewriter.js";

/** Null where nothing that is known to be left out is. */
export function incomplete(cut: readonly Piece[]): Rewording | null {
  return withoutBase(cut) ?? withoutCounted(cut) ?? withoutRatio(cut);
}

function form(text: string, said: string, from: Piece, to: Piece, note: Bilingual): Rewording {
  return { text, said: [said], isForm: true, at: [from.at, to.at + to.found.length], note };
}

/** `每少1个百分点 扣 0.1 分` does not say less than what: the form with the words that are there. */
function withoutBase(cut: readonly Piece[]): Rewording | null {
  const per = cut.findIndex((p) => p.text.startsWith("每"));
  if (per < 0 || per > 1) return null;
  const compared = cut[per]!.found === "每" ? per + 1 : per;
  const word = cut[compared];
  const [step, verb, amount] = cut.slice(compared + 1);
  if (word === undefined || writtenAs(word.found, "measure") === "") return null;
  const isLess = /[少低降减下]/.test(word.found);
  if (!isLess && !/[多高提上增超]/.test(word.found)) return null;
  if (step?.kind !== "number" || !isVerb(verb) || amount?.kind !== "number") return null;
  const [name] = cut;
  const counted = per === 1 && isName(name) ? name!.text : null;
  const first = cut[per]!;
  const written = (what: string, base: string): string =>
    `每 ${step.text} ${counted ?? what} ${isLess ? "少于" : "超过"} ${base} ${verb!.text} ${amount.text}`;
  return form(written("指标", "目标"), first === word ? word.found : `每${word.found}`, first, word, {
    zh: `没有说比什么${isLess ? "少" : "多"}。`,
    en: `It does not say ${isLess ? "less" : "more"} than what.`,
  });
}

/** `三次以上扣1分` does not say of what. */
function withoutCounted(cut: readonly Piece[]): Rewording | null {
  const [number, bound, verb, amount, ...more] = cut.filter(({ text }) => !/^[,，、的]$/.test(text));
  if (number?.kind !== "number" || bound === undefined || !boundaries.has(bound.found) || more.length > 0) return null;
  if (!isVerb(verb) || amount?.kind !== "number") return null;
  return form(
    `若 迟报 ${boundaries.get(bound.found)!} ${number.text} ${verb!.text} ${amount.text}`,
    `${number.found}${bound.found}`,
    number,
    bound,
    { zh: "没有说数的是什么。", en: "It does not say what is counted." },
  );
}

/** `按比例得分` does not say of what. */
function withoutRatio(cut: readonly Piece[]): Rewording | null {
  const [share, ...others] = cut;
  const isAlone = others.every((piece) => isVerb(piece) || writtenAs(piece.found, "measure") === "得");
  if (share?.text !== "按比例" || !isAlone) return null;
  return form("得 按比例 完成 / 任务", share.found, share, share, {
    zh: "没有说按什么的比例。",
    en: "It does not say what the ratio is.",
  });
}
