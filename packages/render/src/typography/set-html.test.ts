import fc from 'fast-check';
import { expect, it } from 'vitest';
import { setHtml } from './set-html.ts';
import { setText } from './set-text.ts';

const visible = (text: string): string => text.replaceAll('\u00a0', '~');

it.each([
  [
    '<p>"<b>Да</b>" - <a href="/x" title="&quot;">"нет"</a></p>',
    '<p>«<b>Да</b>»~— <a href="/x" title="&quot;">«нет»</a></p>',
  ],
  ['<p>в</p><p>доме</p>', '<p>в</p><p>доме</p>'],
  ['<li>"а</li><li>б"</li>', '<li>«а</li><li>б"</li>'],
  ['<p>в <code>"a" - b</code> "да"</p>', '<p>в~<code>"a" - b</code> «да»</p>'],
  ['<pre><code>"a" - b</code></pre>', '<pre><code>"a" - b</code></pre>'],
  ['<p>"да"<br>\n"нет"</p>', '<p>«да»<br>\n«нет»</p>'],
  [
    '<p>"да <span lang="en">"it\'s"</span> нет"</p>',
    '<p>«да <span lang="en">“it’s”</span> нет»</p>',
  ],
  ['<p>"да <span lang="tlh">"x"</span>"</p>', '<p>«да <span lang="tlh">"x"</span>»</p>'],
  ['"да"<sup><a href="#n-1">1</a></sup>, "нет"', '«да»<sup><a href="#n-1">1</a></sup>, «нет»'],
  ['<p>a &lt;b> "x" &amp; "y"</p>', '<p>a &lt;b> «x» &amp; «y»</p>'],
  [
    '<figure><img alt="a > b"><figcaption>"а"</figcaption></figure>',
    '<figure><img alt="a > b"><figcaption>«а»</figcaption></figure>',
  ],
])('%s', (html, set) => {
  expect(visible(setHtml(html, 'ru'))).toBe(set);
});

it('changes no tag, and nothing in code', () => {
  const piece = fc.constantFrom(
    ...['"', ' - ', 'в ', 'дом', '<b>', '</b>', '<p>', '</p>', '<br>', '<code>"x" - в y</code>'],
    ...['<span lang="en">', '</span>', '<a href="/a?b=&quot; - ">', '</a>', '<pre>"x" - </pre>'],
  );
  const verbatim = (html: string) => html.match(/<code>.*?<\/code>|<pre>.*?<\/pre>|<[^>]*>/g);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const html = pieces.join('');
      expect(verbatim(setHtml(html, 'ru'))).toEqual(verbatim(html));
    }),
    { numRuns: 2_000 },
  );
});

it('sets a text without tags as a text', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[-"' вди5м]{0,30}$/), (text) => {
      expect(setHtml(text, 'ru')).toBe(setText(text, 'ru'));
    }),
  );
});
