import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { readZip } from '../testing/read-zip.ts';
import { FULL, sampleBook } from '../testing/sample-book.ts';
import type { Book } from './book.ts';
import { buildBook } from './build-book.ts';

async function filesOf(book: Book): Promise<Map<string, string>> {
  const entries = readZip(await buildBook(book));
  return new Map(entries.map(({ name, bytes }) => [name.replace('book/', ''), bytes.toString()]));
}

/** The text of a page’s body. Throws where it is not well-formed. */
function textOf(xml: string): string {
  let text = '';
  let inBody = false;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    inBody ||= name === 'body';
  });
  parser.on('text', (piece) => {
    if (inBody) text += piece;
  });
  parser.write(xml).close();
  return text;
}

const chapterOf = async (html: string, more: Partial<Book> = {}) =>
  (await filesOf(sampleBook(more, [{ html }]))).get('chapter-1.xhtml') ?? '';

describe('a book', () => {
  test('has its type first and as it is, names in ASCII, and nobody’s time', async () => {
    const zip = await buildBook(sampleBook());
    expect(zip.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
    const entries = readZip(zip);
    expect(entries.map(({ name }) => name)).toEqual([
      'mimetype',
      'META-INF/container.xml',
      'book/package.opf',
      'book/cover.xhtml',
      'book/contents.xhtml',
      'book/chapter-1.xhtml',
      'book/look.css',
      'book/pictures/1.png',
    ]);
    expect(new Set(entries.map(({ time }) => time)).size).toBe(1);
  });

  test('is the same each time, in every zone', async () => {
    const first = await buildBook(sampleBook());
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Kiritimati';
    const other = await buildBook(sampleBook());
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(other.equals(first)).toBe(true);
    expect((await buildBook(sampleBook({ id: 'other' }))).equals(first)).toBe(false);
  });

  test('tells its language, its direction, its names and its time', async () => {
    const files = await filesOf(sampleBook({ lang: 'ar', dir: 'rtl' }));
    const described = files.get('package.opf') ?? '';
    expect(described).toContain('<spine page-progression-direction="rtl">');
    expect(described).toContain('<dc:language>ar</dc:language>');
    expect(described).toContain('<dc:creator>A. Mate</dc:creator>');
    expect(described).toContain('"dcterms:modified">2026-11-22T07:30:00Z<');
    expect(described).toContain('"schema:accessibilityFeature">alternativeText<');
    for (const page of ['cover.xhtml', 'contents.xhtml', 'chapter-1.xhtml'])
      expect(files.get(page)).toContain('lang="ar" xml:lang="ar" dir="rtl"');
  });

  test('leads from the text to its notes and back, and nowhere that is not there', async () => {
    const page = await chapterOf(`${FULL}<p><a href="#none">gone</a><a href="n.html">too</a></p>`);
    const [, reference = ''] = /<a href="#(i\d+)" id="i\d+" role="doc-noteref"/.exec(page) ?? [];
    expect(page).toContain(`<li id="${reference}" epub:type="footnote">`);
    expect(page).toMatch(/<a href="#i\d+" role="doc-backlink" aria-label="Back to the text">/);
    expect(page).toContain('<p>gonetoo</p>');
  });

  test('leads from a chapter to another, and out of the book only where it may', async () => {
    const b = { html: '<h2 id="h-two">Two</h2>', address: 'https://origin.example/en/b.html' };
    const files = await filesOf(sampleBook({ links: false }, [{}, b]));
    expect(files.get('chapter-1.xhtml')).toContain('<a href="chapter-2.xhtml#i1">the other one');
    expect(files.get('contents.xhtml')).toContain('<a href="chapter-2.xhtml#i1">Two</a>');
    expect([...files.values()].join('')).not.toMatch(/ferry\.example|origin\.example/);
    expect(await chapterOf(FULL)).toContain('href="https://ferry.example/times?a=1&amp;b=2"');
  });

  test('holds the pictures that it shows, and the words of those that it does not', async () => {
    const none = await filesOf(sampleBook({ pictures: [] }));
    expect(none.get('chapter-1.xhtml')).toContain('<span>[A ferry at the quay]</span>');
    expect(none.get('package.opf')).not.toContain('visual');
    const unused = await filesOf(sampleBook({}, [{ html: '<p>Text</p>' }]));
    expect([...unused.keys()].filter((name) => name.startsWith('pictures'))).toEqual([]);
  });

  test('holds no script, no style and no element that a page of ours has not', async () => {
    const page = await chapterOf(
      '<p onclick="a()" style="b" class="c">d<script>e()</script><style>f</style></p><iframe src="g">h</iframe><a href="javascript:i">j</a><form>k</form>',
    );
    expect(page).toContain('<p>d</p>jk');
    expect(page).not.toMatch(/onclick|style=|<script|iframe|javascript|<form/);
  });

  test('keeps any text, whatever it looks like', async () => {
    const told = (text: string) =>
      text
        .toWellFormed()
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
    const signs = [
      '<b>',
      ']]>',
      '&amp;',
      '&',
      '"',
      '\u202e',
      '\u0000',
      '\u001b',
      '\ud83d',
      '👩‍🚒',
      '\r',
    ];
    const unit = fc.oneof(fc.constantFrom(...signs), fc.string({ unit: 'binary' }), fc.string());
    await fc.assert(
      fc.asyncProperty(fc.array(unit), async (parts) => {
        const text = parts.join('');
        const title = `a${text}`;
        const book = sampleBook({ title, cover: [text] }, [{ title, meta: [text], html: '' }]);
        const files = await filesOf(book);
        for (const page of ['contents.xhtml', 'package.opf']) textOf(files.get(page) ?? '');
        expect(textOf(files.get('chapter-1.xhtml') ?? '')).toContain(told(title));
        expect(textOf(files.get('cover.xhtml') ?? '')).toContain(told(text));
      }),
      { numRuns: 50 },
    );
  });

  test('closes what it opened where the text ends within a tag', async () => {
    for (const end of ['<b ', '<p ', '<a href="x', '<script ', '<h2 ', '</b'])
      textOf(await chapterOf(`<p><em>a ${end}`));
  });

  test('is well-formed whatever the HTML is', async () => {
    const piece = fc.constantFrom(
      ...'<p>|</p>|<a href="#x">|</a>|<li id="x">|<img src="book:a" alt="&quot;<">|<br>|</br>|<b|<h2>|</div>|<table><tr>|]]>|<!--|-->|<script>|&#0;|&lt;|<x:y z:z="1">|"|<svg>|text'.split(
        '|',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), async (parts) => {
        textOf(await chapterOf(parts.join('')));
      }),
      { numRuns: 100 },
    );
  });

  test('of nothing is none', async () => {
    await expect(buildBook(sampleBook({}, []))).rejects.toThrow(RangeError);
  });
});
