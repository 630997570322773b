import { describe, expect, it } from 'vitest';
import { REMIND_SCRIPT } from '../support/remind-script.ts';
import { dropUnread, pruneStyles, shortenProperties } from './prune-styles.ts';
import { slimMarkup } from './slim-markup.ts';
import { bringLoader } from '../reader/bring-loader.ts';
import { slimPage } from './slim-page.ts';

const used = (types: string[], classes: string[] = [], attributes: string[] = []) => ({
  types: new Set(types),
  classes: new Set(classes),
  attributes: new Set(attributes),
});

describe('pruning styles', () => {
  it.each([
    ['a type that is not there', 'p{margin:0}h4{margin:0}', 'p{margin:0}'],
    ['a class that is not there', '.note h2{margin:0}.on{margin:0}', '.on{margin:0}'],
    ['one selector of a list', 'p,.note,h4{margin:0}', 'p{margin:0}'],
    ['an attribute that is not there', '[aria-current]{margin:0}p{margin:0}', 'p{margin:0}'],
    ['a condition left empty', '@media print{h4{margin:0}}p{margin:0}', 'p{margin:0}'],
    ['a condition partly', '@media print{h4,p{margin:0}}', '@media print{p{margin:0}}'],
  ])('leaves out %s', (_, css, kept) => {
    expect(pruneStyles(css, used(['p'], ['on']))).toBe(kept);
  });

  it.each([
    ':root{--a:1}',
    '*{margin:0}',
    'p:not(.off):hover{margin:0}',
    ':focus-visible{margin:0}',
    'p::before{content:""}',
    '.on:has([data-x]:not([hidden])) p{margin:0}',
    'p+p>p{margin:0}',
    '@media (width>=48em){.on p:first-child{margin:0}}',
    '@media print{p{margin:0}.on{margin:0}}',
  ])('keeps %s', (css) => {
    expect(pruneStyles(css, used(['p'], ['on']))).toBe(css);
  });

  it('shortens custom properties where they are set and used', () => {
    expect(shortenProperties(':root{--bg:#fff;--bg-2:#000}p{color:var(--bg-2)}')).toBe(
      ':root{--a:#fff;--b:#000}p{color:var(--b)}',
    );
  });
});

describe('slim markup', () => {
  it.each([
    ['<p class="a" title="b c">', '<p class=a title="b c">'],
    ['<a href="x.html?q=1">', '<a href="x.html?q=1">'],
    ['<a href="https://a.test/">', '<a href="https://a.test/">'],
    ['<img alt="">', '<img alt="">'],
    ['<ul><li>a</li><li>b</li></ul>', '<ul><li>a<li>b</ul>'],
    ['<div><p>a</p>\n<p>b</p></div>', '<div><p>a<p>b</div>'],
    ['<h2>a</h2>\n<p>b</p>\n<ul></ul>\n<p>c', '<h2>a</h2><p>b<ul></ul><p>c'],
    ['<p>a</p>\n<pre>\n<b></b></pre>\n<p>', '<p>a</p>\n<pre>\n<b></b></pre>\n<p>'],
    ['<p>a</p> <b>c</b>', '<p>a</p> <b>c</b>'],
    ['<noscript><p>a</p></noscript>', '<noscript><p>a</p></noscript>'],
    ['<p>a</p></search>', '<p>a</p></search>'],
    ['<b>a</b>\n<i>b</i>', '<b>a</b>\n<i>b</i>'],
    ['<table><tr><th>a</th><td>b</td></tr></table>', '<table><tr><th>a<td>b</table>'],
    ['<script>"<p class=\\"a\\">"</script>', '<script>"<p class=\\"a\\">"</script>'],
    ['<pre><b class="a"></b></pre>', '<pre><b class="a"></b></pre>'],
    ['<p title="a > <b class=\'x\'>">', '<p title="a > <b class=\'x\'>">'],
  ])('%s', (html, slim) => {
    expect(slimMarkup(html)).toBe(slim);
  });
});

describe('a slim page', () => {
  const page = (body: string) => `<style>p{--mute:1}h4{margin:0}</style>${body}`;

  it('carries only rules that match', () => {
    expect(slimPage(page('<p>a'))).toBe('<style>p{}</style><p>a');
  });

  it('keeps every rule where a script may make what they match', () => {
    expect(slimPage(page('<p>a<script>x</script>'))).toContain('h4{margin:0}');
  });

  it('prunes where the only script makes nothing', () => {
    expect(slimPage(page(`<p>a<script>${REMIND_SCRIPT}</script>`))).not.toContain('h4');
    expect(slimPage(page(`<p>a<script>${REMIND_SCRIPT};x</script>`))).toContain('h4');
    for (const address of ['index.html', 'en/2026/11/22/a.html']) {
      const loader = bringLoader(address);
      expect(slimPage(page(`<p>a<script>${loader}</script>`))).not.toContain('h4');
      expect(slimPage(page(`<p>a<script>x;${loader}</script>`))).toContain('h4');
    }
  });

  it('does not take a data block for a script', () => {
    expect(slimPage(page('<p>a<script type=application/ld+json>{}</script>'))).not.toContain('h4');
  });
});

it('drops custom properties that nothing reads', () => {
  const css = ':root{--unused:initial;--ink:#111;--other: }p{color:var(--ink)}';
  expect(dropUnread(css)).toBe(':root{--ink:#111;}p{color:var(--ink)}');
});

describe('markup', () => {
  const document = (body: string) => `<html><head><title>t</title></head>${body}</body></html>`;

  it('lets the first element of a body say where the head ends', () => {
    expect(slimMarkup(document('<body> <a href="b">B</a>'))).toBe(
      '<html><head><title>t</title><a href=b>B</a>',
    );
  });

  it.each([
    '<body class="front"><a>B</a>',
    '<body>Text',
    '<body><script>1</script>',
    '<body><style></style>',
  ])('keeps a body that would be another: %s', (body) => {
    expect(slimMarkup(document(body))).toContain('</head><body');
  });
});
