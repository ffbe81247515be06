// Patterns common to both highlighters, valid for JavaScript with the `u` flag and for Oniguruma.

const wordStart = "[\\p{L}\\p{Nl}_]";
export const wordPart = "[\\p{L}\\p{Nl}\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}]";
export const word = `${wordStart}${wordPart}*`;

const digit = "[0-9０-９]";
export const date = `${digit}{4}(?:[-－]${digit}{1,2}[-－]${digit}{1,2}|年[ \\t\\u3000]*${digit}{1,2}月[ \\t\\u3000]*${digit}{1,2}日)(?!${digit})`;
export const number = `${digit}+(?:[.．]${digit}+)?`;
export const operator = "\\.\\.|．．|——|!=|！[=＝]|<>|[<>＜＞][=＝]?|[=＝]{1,2}|[≠≤≥⩽≦⩾≧+\\-*/^＋－−＊×／÷＾～〜~—–…]";
export const separator = "[,，、;；:：。.．]";
