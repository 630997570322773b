import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseDrawing } from '@tamizdat/media';
import { expect, test } from '@playwright/test';

const OTHER = 'http://other.test';
const SHAPE = '<path fill="#f00" d="M0 0h100v50H0z"/>';

/** Properties of SVG and CSS whose values may refer to a picture, a part or a font. */
const PROPERTIES =
  'fill stroke mask clip-path filter marker marker-start marker-mid marker-end cursor background background-image list-style-image border-image-source content shape-inside mask-image font-family src'.split(
    ' ',
  );
const VALUES = [
  `url(${OTHER}/a.svg#a)`,
  `url('${OTHER}/a.svg#a')`,
  `URL( "${OTHER}/a.svg#a" )`,
  `image-set('${OTHER}/a.png' 1x)`,
  `-webkit-image-set(url(${OTHER}/a.png) 1x)`,
  `cross-fade(url(${OTHER}/a.png), red 50%)`,
  `u\\72l(${OTHER}/a.svg#a)`,
  `\\75 rl('${OTHER}/a.svg#a')`,
  `/**/url(${OTHER}/a.svg#a)`,
  `red url(${OTHER}/a.svg#a)`,
  `url(#a) url(${OTHER}/a.svg#a)`,
  `src("${OTHER}/a.png")`,
  `var(--a, url(${OTHER}/a.svg#a))`,
];
const quoted = (value: string): string => value.replaceAll('"', '&quot;');

/** What drawings may do: refer to their own parts. */
const OWN: readonly string[] = [
  `<linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient><path fill="url(#a)" d="M0 0h9v9z"/>`,
  `<mask id="a"><path fill="#fff" d="M0 0h9v9z"/></mask><path style="mask:url( #a );fill:red" d="M0 0h9v9z"/>`,
  `<clipPath id="a"><path d="M0 0h9v9z"/></clipPath><g clip-path="url(#a)"><path d="M0 0h9v9z"/></g>`,
];

const CORPUS: readonly string[] = [
  ...OWN,
  ...PROPERTIES.flatMap((property) =>
    VALUES.flatMap((value) => [
      `<path ${property}="${quoted(value)}" d="M0 0h100v50H0z"/>`,
      `<path style="${property}:${quoted(value)}" d="M0 0h100v50H0z"/>`,
      `<path style='x:y;${property} : ${value.replaceAll("'", '"')}!important' d="M0 0h100v50H0z"/>`,
      `<style>path{${property}:${value}}</style>${SHAPE}`,
    ]),
  ),
  ...['href', 'xlink:href', 'xml:base', 'src', 'data', 'from', 'to', 'values', 'action'].flatMap(
    (name) =>
      'image use a script feImage linearGradient pattern textPath mpath animate set foreignObject iframe'
        .split(' ')
        .map((element) => `<${element} ${name}="${OTHER}/a" width="9" height="9"/>${SHAPE}`),
  ),
  `<style>@import "${OTHER}/a.css";</style>`,
  `<style>@import url(${OTHER}/a.css);</style>`,
  `<style><![CDATA[@import "${OTHER}/a.css";]]></style>`,
  `<style>@font-face{font-family:a;src:url(${OTHER}/a.woff)}text{font-family:a}</style><text y="9">a</text>`,
  `<image width="9" height="9"><animate attributeName="href" values="${OTHER}/a;${OTHER}/b" dur="1s"/></image>`,
  `<image width="9" height="9"><set attributeName="xlink:href" to="${OTHER}/a"/></image>`,
  `<foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="${OTHER}/a"/></foreignObject>`,
  `<filter id="f"><feImage href="${OTHER}/a"/></filter><path filter="url(#f)" d="M0 0h9v9z"/>`,
  `<link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="${OTHER}/a.css"/>`,
  `<script>new Image().src="${OTHER}/a"</script>`,
  `<path d="M0 0h9v9z" onload="new Image().src='${OTHER}/a'"/>`,
  `<x:image xmlns:x="http://www.w3.org/2000/svg" href="${OTHER}/a" width="9" height="9"/>`,
  `<metadata><x:img xmlns:x="http://www.w3.org/1999/xhtml" src="${OTHER}/a"/></metadata>`,
];
const WHOLE: readonly string[] = [
  `<?xml-stylesheet href="${OTHER}/a.css" type="text/css"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${SHAPE}</svg>`,
  `<!DOCTYPE svg [<!ENTITY a SYSTEM "${OTHER}/a">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">&a;</svg>`,
  `<!DOCTYPE svg [<!ENTITY a "url(${OTHER}/a.svg#a)">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path mask="&a;" d="M0 0h9v9z"/></svg>`,
  ...CORPUS.map(
    (content) =>
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50">${content}</svg>`,
  ),
];

test('a drawing that passes the check asks nobody for anything when it is opened by itself', async ({
  context,
}) => {
  const shown = new Map<string, string>();
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'image/svg+xml').end(shown.get(request.url ?? '') ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const asked: string[] = [];
  await context.route(`${OTHER}/**`, (route) => route.abort());
  context.on('request', (request) => {
    if (!request.url().startsWith(base)) asked.push(request.url());
  });
  const page = await context.newPage();
  const open = async (name: string, svg: string): Promise<void> => {
    shown.set(name, svg);
    await page.goto(`${base}${name}`, { waitUntil: 'load' });
  };

  const passed = WHOLE.map((svg) => parseDrawing(svg))
    .filter(({ problems }) => problems.length === 0)
    .map(({ svg }) => svg);
  expect(passed.length).toBeGreaterThanOrEqual(OWN.length);
  for (const [index, svg] of [...new Set(passed)].entries()) await open(`/${index}.svg`, svg);
  expect(asked).toEqual([]);

  // As they were written they do ask: else nothing was tried.
  for (const [index, svg] of WHOLE.entries())
    if (index % 5 === 0 || index < 3) await open(`/raw-${index}.svg`, svg);
  expect(asked.length).toBeGreaterThan(20);
  server.close();
});
