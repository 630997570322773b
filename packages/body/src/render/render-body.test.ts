import { expect, test } from 'vitest';
import type { RenderBodyOptions } from './options.ts';
import { renderBody } from './render-body.ts';
import { sampleOptions } from '../../testing/sample-options.ts';

const render = (markdown: string, options: Partial<RenderBodyOptions> = {}): string =>
  renderBody(markdown, sampleOptions(options));

test('text, emphasis, quotes and line breaks stay as written', () => {
  expect(render('Он сказал: "да" -- и *ушёл*, **совсем**.  \nНовая ~~строка~~ `код` <b> & "x"...'))
    .toMatchInlineSnapshot(`
    "<p>Он сказал: "да" -- и <em>ушёл</em>, <strong>совсем</strong>.<br>
    Новая <del>строка</del> <code>код</code> <b> &amp; "x"...</b></p>"
  `);
});

test('headings begin at h2, and their ids are ASCII and unique', () => {
  expect(
    render('# Щука\n\n## Щука\n\n### Щука 2\n\n## 日本\n\n## Щука\n\n###### *Deep*, café'),
  ).toMatchInlineSnapshot(
    `
    "<h2 id="h-shchuka">Щука</h2>
    <h2 id="h-shchuka-2">Щука</h2>
    <h3 id="h-shchuka-2-2">Щука 2</h3>
    <h2 id="h-cf2abf0c">日本</h2>
    <h2 id="h-shchuka-3">Щука</h2>
    <h6 id="h-deep-cafe"><em>Deep</em>, café</h6>"
  `,
  );
});

test('heading levels can be shifted, and end at h6', () => {
  expect(render('## a\n\n###### b', { headings: { shift: 1 } })).toBe(
    '<h3 id="h-a">a</h3>\n<h6 id="h-b">b</h6>',
  );
});

test('a fragment link finds its heading by slug or id, also with a prefix', () => {
  expect(render('## Итог\n\n[a](#itog) [b](#h-itog) [c](#top)', { fragment: 'e1-' }))
    .toMatchInlineSnapshot(`
    "<h2 id="e1-h-itog">Итог</h2>
    <p><a href="#e1-h-itog">a</a> <a href="#e1-h-itog">b</a> <a href="#top">c</a></p>"
  `);
});

test('notes and sources end in one list with a back link for each citation', () => {
  const sources = [
    {
      id: 'Act',
      title: '[x](javascript:1) <b>Акт</b>',
      url: 'https://a.example/?a=1&b=2',
      archivedUrl: 'https://web.example/1',
    },
    { id: 'unused', title: 'Не упомянут' },
  ];
  expect(
    render('Раз[^act], два[^n], три[^ACT], нет[^nope].\n\n[^n]: Сноска *сама*[^act].\n\n    Ещё.', {
      sources,
    }),
  ).toMatchInlineSnapshot(`
    "<p>Раз<sup><a href="#n-1" id="r-1" role="doc-noteref">1</a></sup>, два<sup><a href="#n-2" id="r-2" role="doc-noteref">2</a></sup>, три<sup><a href="#n-1" id="r-1-2" role="doc-noteref">1</a></sup>, нет[^nope].</p>
    <section role="doc-endnotes" aria-labelledby="notes"><h2 id="notes">Источники</h2><ol><li id="n-1"><a href="https://a.example/?a=1&amp;b=2">[x](javascript:1) &lt;b>Акт&lt;/b></a> (<a href="https://web.example/1">архивная копия</a>) <a href="#r-1" role="doc-backlink" aria-label="К тексту 1">↩</a> <a href="#r-1-2" role="doc-backlink" aria-label="К тексту 2">↩<sup>2</sup></a> <a href="#r-1-3" role="doc-backlink" aria-label="К тексту 3">↩<sup>3</sup></a></li><li id="n-2"><p>Сноска <em>сама</em><sup><a href="#n-1" id="r-1-3" role="doc-noteref">1</a></sup>.</p><p>Ещё. <a href="#r-2" role="doc-backlink" aria-label="К тексту">↩</a></p></li><li id="n-3">Не упомянут</li></ol></section>"
  `);
});

test('notes that cite each other and themselves end', () => {
  expect(render('x[^a]\n\n[^a]: A[^b][^a]\n\n[^b]: B[^a]')).toContain('<li id="n-2"><p>B');
});

test('ids of several bodies on one page do not meet', () => {
  const html = render('## A\n\nx[^a]\n\n[^a]: n', { fragment: 'live-1-' });
  expect(html.match(/ id="(?!live-1-)/g)).toBeNull();
  expect(html).toContain('href="#live-1-n-1"');
  expect(html).toContain('<section><h2 id="live-1-notes">');
});

test('an image alone is a figure, several are a gallery, one between words splits the paragraph', () => {
  expect(
    render(
      '![a](a.jpg "Подпись. Фото: Имя")\n\n![b](b.jpg) ![c](c.jpg)\n![d](d%20d.jpg)\n\nслово ![e](e.jpg) слово',
    ),
  ).toMatchInlineSnapshot(`
    "<figure><img src="a.jpg"><figcaption>Подпись. Фото: Имя</figcaption></figure>
    <div class="gallery"><figure><img src="b.jpg"></figure><figure><img src="c.jpg"></figure><figure><img src="d d.jpg"></figure></div>
    <p>слово </p>
    <figure><img src="e.jpg"></figure>
    <p> слово</p>"
  `);
});

test('a picture in a link leads where it leads, one in a cell stands there, one in a heading below it', () => {
  expect(
    render(
      '## x ![a](a.jpg)\n\n[![b](b.jpg) more](https://x.example/?a=1&b)\n\n[![c][c]][d]\n\n| ![d](d.jpg) | [![e](e.jpg)](#x) word |\n|-|-|\n\n![f](f.jpg) [![g](g.jpg)](javascript:x)\n\n[c]: c.jpg\n[d]: /en/d.html',
    ),
  ).toMatchInlineSnapshot(`
    "<h2 id="h-x">x </h2>
    <figure><img src="a.jpg"></figure>
    <p><a href="https://x.example/?a=1&amp;b"> more</a></p>
    <figure><a href="https://x.example/?a=1&b"><img src="b.jpg"></a></figure>
    <figure><a href="/en/d.html"><img src="c.jpg"></a></figure>
    <div class="table" tabindex="0" role="region" aria-label="word"><table><thead><tr><th><figure><img src="d.jpg"></figure></th><th> word<figure><a href="#h-x"><img src="e.jpg"></a></figure></th></tr></thead></table></div>
    <figure><img src="f.jpg"></figure>
    <figure><img src="g.jpg"></figure>"
  `);
});

test('without a maker pictures are left out', () => {
  expect(render('![a](a.jpg)', { picture: () => null })).toBe('');
  expect(render('![a](../a.jpg)![b](https://x.example/b.jpg)')).toBe('');
});

test('a long address in a cell can be broken, and one in a paragraph is left to the page', () => {
  const address = 'https://registry.example.org/companies/2026';
  const html = render(`| a |\n| - |\n| ${address} |\n\n${address}`);
  expect(html.match(/<wbr>/g)).toHaveLength(3);
  expect(html.indexOf('<wbr>')).toBeLessThan(html.indexOf('</table>'));
  expect(html.slice(html.indexOf('</table>'))).not.toContain('<wbr>');
});

test('tables scroll in a named frame and align by class', () => {
  expect(render('| Год | Сумма | x |\n|---|--:|:-:|\n| 1 | 2 | 3 |')).toMatchInlineSnapshot(
    `"<div class="table" tabindex="0" role="region" aria-label="Год, Сумма, x"><table><thead><tr><th>Год</th><th class="al-r">Сумма</th><th class="al-c">x</th></tr></thead><tbody><tr><td>1</td><td class="al-r">2</td><td class="al-c">3</td></tr></tbody></table></div>"`,
  );
});

test('lists, tasks, quotes, code, rules', () => {
  expect(
    render(
      '3. a\n4. b\n\n- [x] done\n- [ ] open\n\n> q\n>\n> — [who](https://x.example)\n\n```js\na < b\n```\n\n---',
    ),
  ).toMatchInlineSnapshot(`
    "<ol start="3"><li>a</li><li>b</li></ol>
    <ul><li>☑ done</li><li>☐ open</li></ul>
    <blockquote><p>q</p><p>— <a href="https://x.example">who</a></p></blockquote>
    <pre tabindex="0" role="group" aria-label="a < b"><code>a &lt; b
    </code></pre>
    <hr>"
  `);
});

test('allowed raw HTML nests, is closed, and loses what it may not carry', () => {
  expect(
    render(
      '<abbr title="Свод &amp; правил" class=x onclick=y>СП</abbr> <span lang=en DIR=ltr>a <i>b</span> c</i> <time datetime="2026-11-22">вчера</time><br/>H<sub>2</sub>O',
    ),
  ).toMatchInlineSnapshot(
    `"<p><abbr title="Свод &amp; правил">СП</abbr> <span lang="en" dir="ltr">a <i>b</i></span> c <time datetime="2026-11-22">вчера</time><br>H<sub>2</sub>O</p>"`,
  );
});

test('raw HTML that is not allowed goes, its text stays, scripts go whole', () => {
  expect(
    render(
      '<div class="x"><p onclick="a">Текст</p><script>alert(1)</script><style>*{}</style></div>\n\na <script>alert(2)</script> b <font>c</font>',
    ),
  ).toMatchInlineSnapshot(`
    "<p>Текст</p>
    <p>a  b c</p>"
  `);
});

test('links are rewritten by the page and judged again', () => {
  expect(
    render('[a](/ru/x.html) [b](c.html)', {
      link: (url) => (url === 'c.html' ? 'javascript:1' : `https://o.example${url}`),
    }),
  ).toBe('<p><a href="https://o.example/ru/x.html">a</a> b</p>');
});

test('a text beyond the limits comes out as plain paragraphs', () => {
  expect(render(`${'>'.repeat(100)} <b>x</b>\n\ny`)).toBe(
    `<p>${'>'.repeat(100)} &lt;b>x&lt;/b></p>\n<p>y</p>`,
  );
});

test('control characters and directional overrides do not reach the page', () => {
  expect(render('a\u0007b\u202ec&#x202E;d&#1;e\ud800')).toBe('<p>abcd\ufffde\ufffd</p>');
});

test('CRLF and BOM make no difference', () => {
  const text = '# T\n\nx[^a]\n\n- l\n\n[^a]: n\n';
  expect(render(text.replaceAll('\n', '\r\n'))).toBe(render(text));
  expect(render(`\ufeff${text}`)).toBe(render(text));
});
test('a text that begins with indented code or ends in an open block keeps it, notes or not', () => {
  const html = render('    code[^a]\n\nx[^a]\n\n```\nopen', { sources: [{ id: 'a', title: 'A' }] });
  expect(html).toContain('><code>code[^a]\n</code></pre>\n<p>x<sup>');
  expect(html).toContain('><code>open\n</code></pre>\n<section');
});

test('code that may be scrolled is reached by keyboard, under the name of its first line', () => {
  const long = 'x'.repeat(150);
  expect(render('```\n\n  a\u0007 = 1\nb\n```')).toMatch(
    /^<pre tabindex="0" role="group" aria-label="a = 1"><code>/,
  );
  expect(render(`\`\`\`\n${long}\n\`\`\``)).toContain(`aria-label="${'x'.repeat(100)}">`);
  expect(render('```\n```')).toBe('<pre tabindex="0"><code>\n</code></pre>');
});

test.each([
  ['**a[^1]**[^2]', '<p><strong>a1</strong>, 2</p>'],
  ['m<sup>2</sup>[^1]', '<p>m2, 1</p>'],
  ['km²[^1]', '<p>km², 1</p>'],
  ['**10⁶**[^1]', '<p><strong>10⁶</strong>, 1</p>'],
  ['<b><i>a[^1]</i>[^2]</b>', '<p><b><i>a1</i>, 2</b></p>'],
  ['a[^1] [^2]', '<p>a1 2</p>'],
])('numbers of notes do not run together: %s', (written, shown) => {
  const html = renderBody(`${written}\n\n[^1]: A\n\n[^2]: B`, sampleOptions());
  const [text = ''] = html.split('\n');
  expect(text.replaceAll(/<\/?(?:sup|a)\b[^>]*>/g, '')).toBe(shown);
});

test('several pictures in a link each lead where it does, and no empty link is left', () => {
  const picture = ({ file, href = '' }: { file: string; href?: string }) =>
    `<figure>${file} ${href}</figure>`;
  for (const between of [' ', '\n', ''])
    expect(render(`[![один](a.jpg)${between}![два](b.jpg)](https://x.example/)`, { picture })).toBe(
      '<div class="gallery"><figure>a.jpg https://x.example/</figure><figure>b.jpg https://x.example/</figure></div>',
    );
});

test('what stands beside a text lists the sources that it cites, and no others', () => {
  const sources = [
    { id: 'Act', title: 'The act' },
    { id: 'memo', title: 'The memo' },
  ];
  const text = 'Said.[^act]';
  expect(render(text, { sources })).toContain('The memo');
  const cited = render(text, { sources, citedOnly: true });
  expect(cited).toContain('The act');
  expect(cited).not.toContain('The memo');
});
