/** How pages look: no colours and no fonts, so that the reading program’s own, light or dark, hold. */
export const STYLE = `html{color-scheme:light dark}
body{margin:0 5%;line-height:1.5;overflow-wrap:break-word}
h1,h2,h3,h4{line-height:1.25;page-break-after:avoid}
h1{font-size:1.6em}
.meta,figcaption,footer{font-size:.85em}
.meta p{margin:.2em 0}
figure{margin:1.5em 0;page-break-inside:avoid}
img{max-width:100%;height:auto}
blockquote{margin:1em 1.5em}
pre{white-space:pre-wrap}
table{border-collapse:collapse;max-width:100%;font-size:.9em}
td,th{border:1px solid;padding:.25em .5em;vertical-align:top}
.al-r{text-align:right}
.al-c{text-align:center}
sup,sub{line-height:0}
footer{margin-top:3em;border-top:1px solid;padding-top:.5em}
.cover{margin-top:20%;text-align:center}
nav ol{padding-inline-start:1.5em}
nav ol{list-style:none}
nav>ol{padding:0}
nav>ol>li{margin:.75em 0}
`;
