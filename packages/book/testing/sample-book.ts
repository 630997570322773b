import type { Book, Chapter } from '../src/book.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

/** A text with everything that a chapter may hold. */
export const FULL = `<figure><img src="book:a" width="1" height="1" alt="A ferry at the quay"><figcaption>The ferry.</figcaption></figure>
<p>“It runs,” said the mate<sup><a href="https://origin.example/en/a.html#n-1" id="r-1" role="doc-noteref">1</a></sup>, see <a href="https://ferry.example/times?a=1&amp;b=2">the timetable</a>.</p>
<h2 id="h-prices &amp; more">Prices</h2>
<div class="table" tabindex="0" role="region" aria-label="Who"><table><thead><tr><th>Who</th><th class="al-r">Price</th></tr></thead><tbody><tr><td>Adults</td><td class="al-r">3</td></tr></tbody></table></div>
<ol start="3"><li>three<br>lines</li></ol><pre tabindex="0"><code>a &lt; b\n</code></pre>
<blockquote><p lang="ru" dir="ltr">Не <i>едет</i>.</p></blockquote><p><time datetime="2026">then</time> 10<sup>6</sup></p>
<p>Read <a href="https://origin.example/en/b.html#h-two">the other one</a>.</p>
<section role="doc-endnotes" aria-labelledby="notes"><h2 id="notes">Sources</h2><ol><li id="n-1">The ship’s log. <a href="#r-1" role="doc-backlink" aria-label="Back to the text">↩</a></li></ol></section>`;

/** A book of one chapter, or of those that are given. */
export function sampleBook(
  more: Partial<Book> = {},
  chapters: readonly Partial<Chapter>[] = [{}],
): Book {
  return {
    id: '01JD8Z0Q5X4K2M7N9P3R6S8T0W',
    lang: 'en',
    dir: 'ltr',
    title: 'The ferry is back',
    creators: ['A. Mate'],
    publisher: 'The Window',
    date: '2026-11-21T09:30:00+02:00',
    modified: '2026-11-22T09:30:00+02:00',
    cover: ['The Window', '21 November 2026'],
    chapters: chapters.map((chapter) => ({
      title: 'The ferry is back',
      meta: ['A. Mate'],
      html: FULL,
      address: 'https://origin.example/en/a.html',
      ...chapter,
    })),
    pictures: [{ name: 'book:a', type: 'image/png', bytes: PIXEL }],
    links: true,
    words: { contents: 'Contents', accessibility: 'Everything is text.' },
    ...more,
  };
}
