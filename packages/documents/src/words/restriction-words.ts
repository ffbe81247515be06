/** Words that restrict what counts: exceptions, what is free, what counts once or as something else. They are data and only grow. */

/** Words that restrict what counts, by language. */
const RESTRICTS: Readonly<Record<"zh" | "en", RegExp>> = {
  zh: /同一|重复|不累[计加]|除外|不[计算扣加]|不再|不予|不在此|首次|前\d+[次件例天]|[豁]?免|视为|视同|视作|加倍|翻倍|双倍|减半|折半|折算|按[^,]{0,8}(?:计|处理|论处|对待)|只[计算扣加]|仅[计算扣加限]|就高|从高|以[^,]{1,10}为准|不含|不包括|^(?:其中)?(?:每[月季周次人天日]|单[次项份]|一[次月]|当[月日])[^,]{0,6}(?:最多|最高|不超过)/u,
  en: /\b(?:excused|(?:do|does|will|shall) not count|not counted|disregarded|ignored|(?:is|are) free(?! (?:of|from))|counts? (?:as half|twice|double)|counted (?:twice|once)|deducted twice|waived|not (?:be )?(?:deducted|penali[sz]ed)|no (?:penalty|deduction)|except\w*|unless|only once|exclud(?:ing|ed)|half the points|doubled|exempt)\b/iu,
};

/** Whether a text holds a word that restricts what counts. */
export const restricts = (text: string, lang: "zh" | "en"): boolean => RESTRICTS[lang].test(text);
