import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutAddresses } from './without-addresses.ts';

test.each([
  ['<p>See https://blocked.example/path?a=1&amp;b=2.</p>', '<p>See […].</p>'],
  [
    '<p><a href="https://a.example/">https://a.example/</a>, too</p>',
    '<p><a href="https://a.example/">[…]</a>, too</p>',
  ],
  ['<p>(www.plain.example) «www.пример.example»</p>', '<p>([…]) «[…]»</p>'],
  ['<p>who@secret.example, почта@пример.example!</p>', '<p>[…], […]!</p>'],
  ['<p><code>https://harbour.example/</code></p>', '<p><code>[…]</code></p>'],
  [
    '<p><img src="https://a.example/b.avif" alt="A page of https://a.example/"></p>',
    '<p><img src="https://a.example/b.avif" alt="A page of […]"></p>',
  ],
  [
    '<div role="region" aria-label="Code: https://a.example/"><table summary="t.me/abc" title="b.example"></table></div>',
    '<div role="region" aria-label="Code: […]"><table summary="[…]" title="[…]"></table></div>',
  ],
  ['<p>At https://<strong>blocked</strong>.example/abc, all</p>', '<p>At […], all</p>'],
  ['<p><em>https://<b>blocked</b></em>.example/abc</p>', '<p><em>[…]</em></p>'],
  ['<p>https://a.example</p><p>/path</p>', '<p>[…]</p><p>/path</p>'],
  ['<p>a.example<sup>1</sup> b<br>t.me/x</p>', '<p>[…]<sup>1</sup> b<br>[…]</p>'],
  ['<p>&lt;https://a.example/b&gt;</p>', '<p>&lt;[…]&gt;</p>'],
  [
    '<p>on forto<wbr>chka.<b>org</b> or <i>who@</i>fortochka.org</p>',
    '<p>on […]<wbr> or <i>[…]</i></p>',
  ],
  [
    '<figcaption>Photo: A. Lind / @a_lind</figcaption>',
    '<figcaption>Photo: A. Lind / […]</figcaption>',
  ],
  [
    '<h2 id="h-at-window-org">At window.org</h2><h3 id="h-at-t-me-x">At t.me/<b>x</b></h3><a href="#h-at-window-org">Up</a>',
    '<h2 id="h-at">At […]</h2><h3 id="h-at-2">At […]</h3><a href="#h-at">Up</a>',
  ],
  ['<h2 id="h-dawn">Dawn</h2><p>t.me/x</p>', '<h2 id="h-dawn">Dawn</h2><p>[…]</p>'],
  ['<p>5 @ 3, a.b, 12:30, и/или, no.1@ home</p>', '<p>5 @ 3, a.b, 12:30, и/или, no.1@ home</p>'],
])('%s', (html, without) => {
  expect(withoutAddresses(html)).toBe(without);
});

test('what is no address stays as it is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\p{L} .,:;&\d-]{0,60}$/u), (text) => {
      fc.pre(!/www\.|\.[\p{L}\d-]{2}|:[^ ]/iu.test(text));
      expect(withoutAddresses(`<p>${text}</p>`)).toBe(`<p>${text}</p>`);
    }),
  );
});
