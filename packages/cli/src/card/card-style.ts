/** The paper that cards are printed on: four equal ones to a sheet of A4, to be cut, or one to a sheet of A6. */
export const PAPERS = ['a4', 'a6'] as const;
export type Paper = (typeof PAPERS)[number];

/** Cards on one sheet. */
export const CARDS_ON: Readonly<Record<Paper, number>> = { a4: 4, a6: 1 };

/** The look of a card: black on white for any printer, measures in millimetres, no fonts from elsewhere. */
export const CARD_STYLE = `
*{box-sizing:border-box;margin:0;padding:0}
html{color-scheme:light;background:#fff;color:#000;font:9pt/1.3 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.sheet{display:grid;margin:0 auto;overflow:hidden}
.sheet+.sheet{break-before:page}
.a4{grid-template:148.4mm 148.4mm/105mm 105mm;width:210mm;height:296.8mm}
.a6{grid-template:147.9mm/105mm;width:105mm;height:147.9mm}
.card{display:flex;flex-direction:column;gap:2mm;padding:6.5mm;overflow:hidden}
.a4 .card{border:0 dashed #999}
.a4 .card:nth-child(odd){border-inline-end-width:.2mm}
.a4 .card:nth-child(-n+2){border-block-end-width:.2mm}
h1{font:700 12.5pt/1.15 Georgia,"DejaVu Serif","Times New Roman",serif;display:flex;gap:3mm;justify-content:space-between;align-items:baseline}
h1 small{font:7.5pt/1 system-ui,sans-serif;white-space:nowrap}
ul{list-style:none;display:grid;border:solid #000;border-width:.3mm 0}
li{display:grid;grid-template-columns:25mm 1fr;gap:1mm;align-items:center;margin-inline-start:-2.6mm}
li svg{display:block;width:25mm;height:25mm}
code{font:700 9.5pt/1.25 "DejaVu Sans Mono",Consolas,Menlo,monospace;overflow-wrap:anywhere;display:block}
.long{font-size:8pt}
li p{font-size:8pt;margin-top:.6mm}
h2{font-size:7.5pt;font-weight:700}
pre{font:7.4pt/1.3 "DejaVu Sans Mono",Consolas,Menlo,monospace;white-space:pre-wrap}
.check{font-size:7.4pt;line-height:1.25;display:grid;gap:.8mm;margin-top:auto}
@media screen{body{background:#ddd;padding:5mm}.sheet{background:#fff;margin-bottom:5mm}}
`.trim();

/** Width and height of the paper; CSS has no name for A6. */
const SIZES: Readonly<Record<Paper, string>> = { a4: '210mm 297mm', a6: '105mm 148mm' };

/** The page of a printer, which no element can set. */
export const pageRule = (paper: Paper): string => `@page{size:${SIZES[paper]};margin:0}`;
