/** The look of the status page: one sheet, no fonts or pictures from elsewhere. */
export const STATUS_STYLE = `
:root{color-scheme:light dark;--ink:#1c1b19;--soft:#5f5b54;--rule:#d9d4ca;--ground:#faf8f4;--good:#2f7d4f;--stale:#8a5d00;--frozen:#2b6ca3;--lying:#b3261e;--blocked:#7a3b9a;--down:#5b5b5b;--none:#e6e1d8}
@media(prefers-color-scheme:dark){:root{--ink:#ece8e1;--soft:#a8a298;--rule:#3a3733;--ground:#181715;--good:#63b98a;--stale:#dfae4a;--frozen:#74b3e6;--lying:#ff8a80;--blocked:#cf9be6;--down:#a9a9a9;--none:#2b2926}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:2rem 1.25rem 4rem;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
h1{font:700 1.9rem/1.15 Georgia,"Times New Roman",serif;margin:0 0 .35rem;letter-spacing:-.01em}
.lead{margin:0 0 1.5rem;color:var(--soft);max-width:44rem}
.sum{display:flex;flex-wrap:wrap;gap:.4rem 1.4rem;list-style:none;margin:0 0 2rem;padding:.8rem 0;border:solid var(--rule);border-width:1px 0}
.sum b{font-size:1.25rem;font-variant-numeric:tabular-nums}
.s{white-space:nowrap}
.s svg{width:.8em;height:.8em;margin-right:.4em;vertical-align:-.03em;fill:currentcolor}
.good{color:var(--good)}.stale{color:var(--stale)}.frozen{color:var(--frozen)}.lying{color:var(--lying)}.blocked{color:var(--blocked)}.down{color:var(--down)}
article{padding:1.1rem 0 1.25rem;border-bottom:1px solid var(--rule)}
.top{display:flex;flex-wrap:wrap;align-items:baseline;gap:.15rem 1rem}
h2{font:700 1.2rem/1.3 Georgia,"Times New Roman",serif;margin:0}
.top .s{font-weight:650;margin-left:auto}
.where{color:var(--soft);font-size:.9rem;overflow-wrap:anywhere;margin:0}
.why{margin:.5rem 0 0;padding:0;list-style:none}
.why li{padding-left:1em;text-indent:-1em}
.why li::before{content:"– "}
.note{color:var(--soft)}
.line{display:block;width:100%;height:2.4rem;margin:.8rem 0 .15rem}
.line rect{fill:var(--none)}
.line .good{fill:var(--good)}.line .stale{fill:var(--stale)}.line .frozen{fill:var(--frozen)}.line .lying{fill:var(--lying)}.line .blocked{fill:var(--blocked)}.line .down{fill:var(--down)}
.ends{display:flex;justify-content:space-between;gap:1rem;font-size:.8rem;color:var(--soft);font-variant-numeric:tabular-nums}
dl{display:flex;flex-wrap:wrap;gap:.35rem 1.6rem;margin:.7rem 0 0;font-size:.9rem}
dl div{display:flex;gap:.45em}
dt{color:var(--soft)}dd{margin:0;font-variant-numeric:tabular-nums}
footer{margin-top:1.5rem;color:var(--soft);font-size:.85rem}
@media(forced-colors:active){.line rect{fill:GrayText}.line .good{fill:CanvasText}}
@media print{body{padding:0}article{break-inside:avoid}}
`.trim();
