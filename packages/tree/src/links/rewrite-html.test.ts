import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absolutizeHtml, relativizeHtml } from './rewrite-html.ts';

const PAGE = 'en/2026/11/a.html';

describe('relativizeHtml', () => {
  test.each([
    ['<a href="/en/b.html">', '<a href="../../b.html">'],
    ["<a href='/en/b.html'>", "<a href='../../b.html'>"],
    ['<a href=/en/b.html>', '<a href=../../b.html>'],
    ['<a href = "/en/">', '<a href = "../../index.html">'],
    ['<A HREF="/en/b.html">', '<A HREF="../../b.html">'],
    ['<a href="\n /en/b.html ">', '<a href="../../b.html">'],
    ['<a href="/&#101;n/b.html?a=1&amp;b=2">', '<a href="../../b.html?a=1&amp;b=2">'],
    ['<a href="/en/b.html?a=1&b=2">', '<a href="../../b.html?a=1&b=2">'],
    ['<a href="/en/&quot;.html">', '<a href="../../&quot;.html">'],
    ["<a href='/en/&#39;.html'>", "<a href='../../&#39;.html'>"],
    ['<a href=/en/&gt;&#32;.html>', '<a href=../../&#62;&#32;.html>'],
    [
      '<img src="/media/a.jpg" alt="/en/b.html">',
      '<img src="../../../media/a.jpg" alt="/en/b.html">',
    ],
    [
      '<img srcset="/media/a.jpg 1x, /media/b,c.jpg 2x,/media/d.jpg">',
      '<img srcset="../../../media/a.jpg 1x, ../../../media/b,c.jpg 2x,../../../media/d.jpg">',
    ],
    [
      '<img srcset="/media/a.jpg, /media/b.jpg (x,y) 2w, https://x.test/c.jpg 3w">',
      '<img srcset="../../../media/a.jpg, ../../../media/b.jpg (x,y) 2w, https://x.test/c.jpg 3w">',
    ],
    [
      '<link rel=preload imagesrcset="/media/a.jpg 1x">',
      '<link rel=preload imagesrcset="../../../media/a.jpg 1x">',
    ],
    ['<video poster="/media/p.jpg">', '<video poster="../../../media/p.jpg">'],
    ['<form action="/en/search.html">', '<form action="../../search.html">'],
    ['<button formaction="/en/search.html">', '<button formaction="../../search.html">'],
    ['<object data="/media/a.pdf">', '<object data="../../../media/a.pdf">'],
    ['<blockquote cite="/en/b.html">', '<blockquote cite="../../b.html">'],
    [
      '<meta http-equiv=Refresh content="0; URL=\'/en/b.html\'">',
      '<meta http-equiv=Refresh content="0; URL=\'../../b.html\'">',
    ],
    [
      '<meta content="0;url=/en/b.html" http-equiv=refresh>',
      '<meta content="0;url=../../b.html" http-equiv=refresh>',
    ],
    [
      '<svg><use xlink:href="/media/i.svg#x"/></svg>',
      '<svg><use xlink:href="../../../media/i.svg#x"/></svg>',
    ],
    ['<template><a href="/en/b.html"></template>', '<template><a href="../../b.html"></template>'],
    [
      '<noscript><img src="/media/a.jpg"></noscript>',
      '<noscript><img src="../../../media/a.jpg"></noscript>',
    ],
    ['<svg><title><a href="/en/b.html">', '<svg><title><a href="../../b.html">'],
    ['<svg><style/><a href="/en/b.html">', '<svg><style/><a href="../../b.html">'],
  ])('%s', (html, expected) => {
    expect(relativizeHtml(html, PAGE)).toBe(expected);
  });

  test.each([
    '<a href="https://other.test/en/b.html">',
    '<a href="//other.test/b.html">',
    '<a href="/\\other.test/b.html">',
    '<a href="/\t/other.test/b.html">',
    '<a href="mailto:desk@outlet.test">',
    '<a href="b.html">',
    '<a href="#notes">',
    '<a href="">',
    '<a href>',
    '<a title="/en/b.html" data-src="/en/b.html">',
    '<div data="/en/b.html" action="/en/b.html" cite="/x.html" poster="/p.jpg">',
    '<meta name="description" content="0;url=/en/b.html">',
    '<meta http-equiv=refresh content="30">',
    '<!-- <a href="/en/b.html"> -->',
    '<style>a::after{content:\'<a href="/en/b.html">\'}</style>',
    '<script>const html = \'<a href="/en/b.html">\';</script>',
    '<textarea><a href="/en/b.html"></textarea>',
    '<title><a href="/en/b.html"></title>',
    '<p>href="/en/b.html" &amp; &copy &#x0; \r\n\0',
    '<a href="/en/b.html"',
  ])('leaves %s alone', (html) => {
    expect(relativizeHtml(html, PAGE)).toBe(html);
  });

  test('takes the first of two equal attributes, as browsers do', () => {
    const html = '<a href="b.html" href="/en/c.html">';
    expect(relativizeHtml(html, PAGE)).toBe(html);
  });

  test('holds against depth, length and many links', () => {
    const html = `${'<div>'.repeat(200_000)}${'<a href="/en/b.html">x</a>'.repeat(20_000)}${'<svg>'.repeat(2000)}`;
    expect(relativizeHtml(html, PAGE)).toContain('<a href="../../b.html">');
    const srcset = `<img srcset="${'/media/a.jpg 1x,'.repeat(20_000)}${'('.repeat(20_000)}">`;
    expect(relativizeHtml(srcset, PAGE)).toContain('../../../media/a.jpg');
    const spaces = `<a href="x${' '.repeat(200_000)}x">`;
    expect(relativizeHtml(spaces, PAGE)).toBe(spaces);
    const drawings = '<svg>'.repeat(300_000) + '</p>'.repeat(300_000);
    expect(relativizeHtml(drawings, PAGE)).toBe(drawings);
  });
});

const piece = fc.constantFrom(
  '<a href="/en/b.html?x=1&amp;y=2#z">',
  '<a href=/ru/>',
  '<img srcset="/media/a.jpg 1x, /media/b.jpg 2x">',
  '<style>a{}</style>',
  '<script>"/en/x.html"</script>',
  '<!-- -->',
  '<svg><style>',
  '</svg>',
  'text &amp; more',
  '<a href="',
  '"',
  "'",
  '>',
  '<a title=x>',
);
const soup = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const pagePath = fc.constantFrom('index.html', 'en/a.html', PAGE);

test('relativising twice changes nothing more', () => {
  fc.assert(
    fc.property(soup, pagePath, (html, path) => {
      const once = relativizeHtml(html, path);
      expect(relativizeHtml(once, path)).toBe(once);
    }),
  );
});

test('HTML without links stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), pagePath, (text, path) => {
      fc.pre(!/=/.test(text));
      expect(relativizeHtml(text, path)).toBe(text);
    }),
  );
});

test('what a page relativises, absolutising gives back', () => {
  fc.assert(
    fc.property(soup, pagePath, (html, path) => {
      const base = 'https://outlet.test/';
      const direct = absolutizeHtml(html, base, path);
      expect(absolutizeHtml(relativizeHtml(html, path), base, path)).toBe(direct);
    }),
  );
});

describe('absolutizeHtml', () => {
  test.each([
    ['<a href="/en/b.html">', '<a href="https://outlet.test/sub/en/b.html">'],
    ['<a href="/en/">', '<a href="https://outlet.test/sub/en/index.html">'],
    ['<img srcset="/media/a.jpg 1x">', '<img srcset="https://outlet.test/sub/media/a.jpg 1x">'],
    ['<a href="b.html">', '<a href="b.html">'],
    ['<a href="//other.test/">', '<a href="//other.test/">'],
  ])('%s', (html, expected) => {
    expect(absolutizeHtml(html, 'https://outlet.test/sub')).toBe(expected);
  });

  test.each([
    ['<a href="../b.html">', '<a href="https://outlet.test/en/2026/b.html">'],
    ['<a href="#fn1">', '<a href="https://outlet.test/en/2026/11/a.html#fn1">'],
    ['<a href="?q">', '<a href="https://outlet.test/en/2026/11/a.html?q">'],
    ['<a href="mailto:a@b.test">', '<a href="mailto:a@b.test">'],
    ['<a href="\\\\other.test">', '<a href="\\\\other.test">'],
  ])('with the page’s path: %s', (html, expected) => {
    expect(absolutizeHtml(html, 'https://outlet.test/', PAGE)).toBe(expected);
  });
});
