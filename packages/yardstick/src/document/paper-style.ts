/**
 * The style of notices and score sheets on the screen and on A4 paper. Figures align on the decimal point, and no information is given
 * by colour alone. Pages are numbered at the foot where the browser supports it.
 */
import { alignedStyle } from "./aligned-figures.js";
import { optionsStyle } from "./options.js";

const TOKENS = `
:root{--ink:#1b1d20;--ink-2:#45494f;--ink-3:#62666c;--hair:#dddbd4;--line:#bdbab1;--line-2:#7b7f85;--desk:#ecebe6;--raised:#fff;--held:#7b8188;--blue:#1b4f93;--red:#a92c17;--ochre:#755400;
--font:"Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei UI","Microsoft YaHei",system-ui,sans-serif;
--font-title:"FZXiaoBiaoSong-B05S","方正小标宋简体","STZhongsong","华文中宋","Noto Serif SC","Noto Serif CJK SC","Songti SC",SimSun,serif;
--font-doc:"FangSong_GB2312","FangSong","仿宋","STFangsong","Noto Serif SC","Noto Serif CJK SC","Songti SC",SimSun,serif}
:lang(en){--font-title:"Times New Roman","Liberation Serif","Noto Serif","Noto Serif SC","Noto Serif CJK SC",serif;--font-doc:var(--font-title);font-variant-east-asian:proportional-width}
*{box-sizing:border-box;margin:0;padding:0}
body{background:var(--desk);color:var(--ink);font:13px/1.55 var(--font);font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%;-webkit-print-color-adjust:exact;print-color-adjust:exact}
table{border-collapse:collapse;width:100%}
.a4{background:var(--raised);width:210mm;max-width:100%;min-height:296mm;margin:16px auto 24px;box-shadow:0 0 0 1px rgba(27,29,32,.08),0 2px 10px rgba(27,29,32,.07);display:flex;flex-direction:column}
.seal{display:inline-grid;place-items:center;width:18px;height:18px;border:1.5px solid var(--red);color:var(--red);font:700 11px/1 var(--font);border-radius:2px;vertical-align:-3px}
.pf{margin-top:auto;padding-top:20px;display:flex;justify-content:space-between;gap:4px 12px;flex-wrap:wrap;font:11px var(--font);color:var(--ink-3);break-inside:avoid}
.n{text-align:right;white-space:nowrap}
[contenteditable]{outline:0}[contenteditable]:focus{box-shadow:0 1px 0 var(--blue)}
@page{size:A4;margin:0;@bottom-center{content:counter(page) " / " counter(pages);font:11px "Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#62666c;vertical-align:top}}
@media print{body{background:none}.a4{margin:0;box-shadow:none;width:auto;min-height:0;break-after:page;display:block}.a4:last-child{break-after:auto}}
`;

const NOTICE = `
.notice{padding:32mm 24mm 20mm 26mm;font:16px/1.85 var(--font-doc)}
.notice h1{font:700 27px/1.5 var(--font-title);text-align:center;letter-spacing:.02em;margin-bottom:24px;text-wrap:balance;word-break:keep-all;overflow-wrap:break-word}
.notice p.in{text-indent:2em;text-align:justify}.notice:lang(en) p.in{text-align:start}.notice p.note{font-size:13.5px;line-height:1.7;margin:10px 0 16px}.notice .note .seal{margin-right:4px}
.notice h2{font:700 15px/1.5 var(--font);margin:16px 0 0;break-after:avoid}
.tw{margin:14px -8mm 0 -10mm}h2+.tw{margin-top:6px}.gt{font:12.5px/1.35 var(--font);font-variant-numeric:tabular-nums;border:1.5px solid var(--ink)}
.gt th,.gt td{border:1px solid var(--line-2);padding:6px 4px;font-weight:400}
.gt thead th{font-weight:700;text-align:center;padding:5px 2px;word-break:keep-all}.gt thead small{display:block;font-weight:400;font-size:11px;color:var(--ink-3)}.gt thead .w{white-space:nowrap;padding:5px 4px}
.gt tbody th{text-align:center;white-space:nowrap}.gt td.n{padding-right:5px}.gt .c{text-align:center;font-weight:700;white-space:nowrap}.gt .tt{font-weight:700}.gt .aw{font-size:12px;padding-left:6px;word-break:keep-all;overflow-wrap:break-word}.gt .out td,.gt .out th{color:var(--ink-2)}
.gt thead{display:table-header-group}.gt tr{break-inside:avoid}
.end{break-inside:avoid}.sg{margin:30px 0 0 auto;text-align:center;width:max-content;min-width:230px}
body:not(:has(#only-total:checked)) .wide{width:297mm;page:wide}
@page wide{size:A4 landscape;margin:16mm 0}
@page upright{margin:16mm 0}
@media print{.notice{page:upright;padding:14mm 24mm 0 26mm}body:not(:has(#only-total:checked)) .wide{padding-top:6mm;width:auto}}
@media screen and (max-width:760px){.notice{padding:24px 16px;font-size:15px;min-height:0}.notice h1{font-size:21px}.tw,h2+.tw{margin:14px -16px 0;overflow-x:auto;padding:0 16px}.gt{min-width:720px}body:has(#only-total:checked) .gt{min-width:0}}
`;

const SHEET = `
.sheet{padding:15mm 16mm 14mm;font-size:12.5px}
.th{display:flex;justify-content:space-between;align-items:flex-end;gap:16px;border-bottom:2px solid var(--ink);padding-bottom:10px}
.eyb{font-size:12px;color:var(--ink-3)}.sheet h1{font-size:26px;line-height:1.3;letter-spacing:.04em;text-wrap:balance}.sheet h1 small{font-size:15px;font-weight:400;color:var(--ink-2);letter-spacing:0;white-space:nowrap;margin-left:.5em}
.th dl{display:flex;gap:6px 24px;align-items:flex-end;flex-wrap:wrap;justify-content:flex-end;flex:none;max-width:70%}.th dt{font-size:12px;color:var(--ink-3)}.th dd{line-height:1.3}.th .big{font-size:26px;font-weight:700}
.why{padding:8px 0 6px;color:var(--ink-2)}
.rul{display:block;width:100%;height:auto;margin-top:10px;font:11px var(--font)}.rul text{fill:var(--ink-2)}.rul .k{stroke:var(--ink);stroke-width:1}.rul .h{fill:var(--held)}.rul .l{fill:url(#lost)}.rul .s{stroke:var(--red);stroke-width:2.4}.rul .b{fill:none;stroke:var(--blue);stroke-width:1.5;stroke-dasharray:4 2}
.sums{margin:2px 0 16px;table-layout:fixed}.sums td,.sums th{text-align:right;vertical-align:bottom;font-weight:400;padding-left:2px}.sums th{text-align:left}.sums small,.sums b{display:block;line-height:19px;overflow-wrap:anywhere;word-break:keep-all;hyphens:auto}.sums small{font-size:12px;color:var(--ink-3)}
.st{table-layout:fixed}.st thead{display:table-header-group}.st thead th{font-size:12px;color:var(--ink-3);font-weight:400;text-align:left;border-bottom:1px solid var(--ink);padding:0 6px 3px 0}.st thead .n{text-align:right}
.st th:nth-child(1){width:106px}.st th:nth-child(3){width:48px}.st th:nth-child(4){width:68px}.st th:nth-child(5){width:46px}.st th:nth-child(6){width:70px}
.st td,.st tbody th{text-align:left;padding:1px 6px 1px 0;vertical-align:baseline;font-weight:400}.st .n{text-align:right}.st td:last-child,.st th:last-child{padding-right:0}.st small{font-weight:400;color:var(--ink-3);font-size:11px}.st .fin{font-weight:700}
.st .sh th,.st .sh td{padding:7px 6px 2px 0;border-bottom:1px solid var(--line)}.st .sh th{font-weight:700;font-size:14px}.st .sh td:last-child{padding-right:0}.st .sub th,.st .sub td{padding-top:4px;border-bottom-style:dashed}.st .sub th{font-size:12.5px}
.st .ih th,.st .ih td.n{vertical-align:top;padding-top:3px;padding-bottom:3px}.st .ih th{font-weight:700;line-height:1.3;overflow-wrap:anywhere;hyphens:auto}.st .ih th small{display:block}.st .ih td[colspan]{padding:3px 0 0;line-height:0}
.st tbody.sec,.st tbody.sec tr{break-after:avoid;break-inside:avoid}.st tbody.item,.st tbody.cut{border-bottom:1px solid var(--hair);break-inside:avoid}.st .on td{padding-left:17px}.st .sec .on td{padding-left:0}.st .cut td{padding:3px 0;color:var(--ink-2)}
.rl{display:flex;gap:5px}.sg2{flex:none;width:12px;text-align:center;font-weight:700}.red{color:var(--red)}.blue{color:var(--blue)}
.no{color:var(--ink-2);font-size:11px;margin-left:4px}.no b{color:var(--ink);border:1px solid var(--line-2);padding:0 3px;margin-right:4px;border-radius:2px;font-weight:700}
.off td,.off .rl,.off th{color:var(--ink-3)}.st .ev td{padding-left:17px;font-size:11px;color:var(--ink-3)}.ev div{border-left:2px solid var(--hair);padding-left:7px;display:flex;flex-wrap:wrap;gap:0 16px}.ev i{font-style:normal}p.cut{padding-top:5px;color:var(--ink-2)}
.res{margin-right:14px}.res b{font-weight:400;color:var(--ink-3)}.chain{margin-top:14px;border-top:2px solid var(--ink);break-inside:avoid}.chain th{width:112px;text-align:left;font-weight:400;color:var(--ink-3);padding-right:12px}.chain td,.chain th{padding:3px 0;border-bottom:1px solid var(--hair);vertical-align:baseline}.chain .n{width:90px;font-weight:700}.chain .end th,.chain .end td{font-weight:700;color:var(--ink);border-bottom:2px solid var(--ink)}.chain .end th{font-size:15px}
.sign{display:grid;grid-template-columns:repeat(4,1fr);gap:16px;margin-top:8px;break-inside:avoid}.sign p{border-top:1px solid var(--line-2);padding-top:6px;font-size:12px;color:var(--ink-3);margin-top:36px}
@media print{.sheet{padding:0;font-size:11px;line-height:1.25}.st td,.st tbody th{padding-top:0;padding-bottom:0}.st small,.no,.st .ev td{font-size:10px}.sheet h1{font-size:22px}.th{padding-bottom:5px}.th .big{font-size:22px}.why{padding:4px 0 0;font-size:11px}.rul{margin-top:4px}.sums{margin:0 0 3px}.sums small,.sums b{line-height:14px;font-size:11px}.chain{margin-top:4px}.chain td,.chain th{padding:0}.chain .end th{font-size:13px}.sign{margin-top:0}.sign p{margin-top:15px;padding-top:1px;font-size:11px}.sheet .pf{padding-top:3px;font-size:10px}p.cut{padding-top:2px}.st th:nth-child(1){width:104px}.st th:nth-child(3),.st th:nth-child(5){width:42px}.st th:nth-child(4),.st th:nth-child(6){width:64px}.st .sh th,.st .sh td{padding-top:2px;padding-bottom:0}.st .sh th{font-size:12.5px}.st .sub th,.st .sub td{padding-top:1px}.st .sub th{font-size:11.5px}.st .ih th,.st .ih td.n{padding-top:1px;padding-bottom:1px}.st .ih td[colspan]{padding-top:1px}.st .cut td{padding:1px 0}}
@media screen and (max-width:760px){.sheet{padding:20px 16px;min-height:0}.th{flex-direction:column;align-items:flex-start}.th dl{justify-content:flex-start;gap:6px 22px;max-width:none}.rul text{display:none}.sw{overflow-x:auto}.sums{table-layout:auto}.sums small{overflow-wrap:normal}.sums td,.sums th{min-width:62px;padding-right:6px}.sums th{min-width:0}.sums th small,.sums b{white-space:nowrap}.th .sc{order:-1}
.st,.st tbody{display:block}.st thead{display:none}.st tr{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 10px}.st td,.st tbody th,.st td:last-child,.st .sec .on td,.st .ih th,.st .ih td.n{padding:1px 0;border:0}.st .sh th,.st .sh td,.st .sub th,.st .sub td{padding:8px 0 2px;border:0}.st .sh{border-bottom:1px solid var(--line);align-items:baseline}.st .sl td:nth-child(3){margin-left:auto}.st .ev td,.st .on td{padding-left:17px}.st .sh th,.st .ih th{flex:1 0 60%}.st .ih td[colspan]{display:none}.st .sl td:first-child{flex:1 0 100%}.st .sl td:nth-child(2){margin-left:17px}.st td.n:empty{display:none}
.chain th{width:84px}.sign{grid-template-columns:1fr 1fr}}
`;

/** The style sheet of a notice. */
export const noticeStyle: string = TOKENS + NOTICE + alignedStyle + optionsStyle;
/** The style sheet of a score sheet. */
export const sheetStyle: string = TOKENS + SHEET + alignedStyle + optionsStyle;
/** The style sheet of a notice followed by score sheets. */
export const bothStyle: string = TOKENS + NOTICE + SHEET + alignedStyle + optionsStyle;
