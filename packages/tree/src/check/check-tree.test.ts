import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { finishPage } from '../finish-page.ts';
import { MAX_PROBLEMS, MAX_PROBLEMS_PER_FILE, MAX_TEXT_BYTES } from '../limits.ts';
import { checkTree } from './check-tree.ts';

const ORIGIN = 'https://outlet.test/';
const JPEG = readFileSync(
  join(import.meta.dirname, '../../../containers/testing/fixtures/plain.jpg'),
);
const JPEG_WITH_GPS = readFileSync(
  join(import.meta.dirname, '../../../containers/testing/fixtures/exif.jpg'),
);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'));
});
afterEach(() => rm(folder, { recursive: true }));

function layout(body: string, head = ''): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer">${head}<style>p{margin:0}</style></head><body>${body}</body></html>`;
}

async function add(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

async function addPage(path: string, body: string, head = ''): Promise<void> {
  await add(path, finishPage(layout(body, head), path, { origin: ORIGIN }));
}

/** Code, file and what was found: enough to tell which guard spoke. */
async function check(): Promise<string[]> {
  const problems = await checkTree(folder, { origin: ORIGIN });
  return problems.map(({ code, file, found }) => [code, file, found ?? ''].join(' ').trim());
}

/** A small outlet, whole and right. */
async function addOutlet(): Promise<void> {
  const hreflang = `<link rel="alternate" hreflang="ru" href="${ORIGIN}ru/2026/11/22/a.html"><link rel="alternate" type="application/rss+xml" href="/en/feed.xml"><meta property="og:url" content="${ORIGIN}en/2026/11/22/a.html"><script type="application/ld+json">{"@id":"${ORIGIN}en/2026/11/22/a.html","headline":"A"}</script>`;
  await addPage('index.html', '<a href="/en/2026/11/22/a.html#notes">a</a><a href="/ru/">ru</a>');
  await addPage(
    'en/2026/11/22/a.html',
    '<article id="notes"><a href="#notes">1</a><a href="#top">up</a><a href="#Top">up</a><img src="/media/0a.jpg" srcset="/media/0a.jpg 1x" alt=""><a href="https://elsewhere.test/">x</a><a href="mailto:desk@outlet.test">m</a><a href="/en/search.html?section=news">s</a><a href="/en/%D0%B6.html#%D0%B6">ж</a></article>',
    hreflang,
  );
  await addPage('en/search.html', '<form action="/en/search.html"><input name="q"></form>');
  await addPage('en/ж.html', '<p id="ж">');
  await addPage('ru/index.html', '<a href="/">front</a>');
  await addPage('404.html', `<a href="/en/search.html">Search</a>`);
  await add('media/0a.jpg', JPEG);
  await add(
    'en/feed.xml',
    `<rss><channel><link>${ORIGIN}</link><item><description>&lt;a href=&quot;${ORIGIN}en/a.html&quot;&gt;</description></item></channel></rss>`,
  );
  await add('en/feed.json', JSON.stringify({ home_page_url: ORIGIN, text: 'and/or / or' }));
  await add('site.webmanifest', '{"start_url":"index.html","icons":[{"src":"media/0a.jpg"}]}');
  await add('print.css', 'a{background:url(media/0a.jpg)} b{fill:url(#x)}');
  await add('robots.txt', 'User-agent: *\n');
  await add('_headers', '/*\n');
}

test('a right tree is clean', async () => {
  await addOutlet();
  expect(await check()).toEqual([]);
});

test('an empty folder is not a tree', async () => {
  expect(await check()).toEqual(['tree-empty']);
});

describe('links', () => {
  test.each([
    ['link-dead', '<a href="gone.html">', 'gone.html'],
    ['link-dead', '<a href="B.html">', 'B.html'],
    ['link-dead', '<a href="gone.html#x">', 'gone.html#x'],
    ['link-folder', '<a href="../en/">', '../en/'],
    ['link-folder', '<a href="../en">', '../en'],
    ['link-folder', '<a href="..">', '..'],
    ['link-folder', '<a href=".">', '.'],
    ['link-without-html', '<a href="b">', 'b'],
    ['link-leaves-tree', '<a href="../../x.html">', '../../x.html'],
    ['link-malformed', '<a href="%zz.html">', '%zz.html'],
    ['link-hidden-slash', '<a href="sub%2Fc.html">', 'sub%2Fc.html'],
    ['link-hidden-slash', '<a href="..%5Cen/b.html">', '..%5Cen/b.html'],
    ['link-leaves-tree', '<a href="%2e%2E/../x.html">', '%2e%2E/../x.html'],
    ['link-empty', '<a href="">', ''],
    ['link-local-file', '<a href="file:///home/ivan/a.html">', 'file:///home/ivan/a.html'],
    [
      'link-absolute-own',
      '<a href="https://outlet.test/en/b.html">',
      'https://outlet.test/en/b.html',
    ],
    ['link-absolute-own', '<a href="https://outlet.test">', 'https://outlet.test'],
    ['link-protocol-relative', '<a href="//x.test/">', '//x.test/'],
    ['link-protocol-relative', '<a href="/\\x.test/">', '/\\x.test/'],
    ['third-party', '<img src="https://x.test/p.gif">', 'https://x.test/p.gif'],
    ['third-party', '<img srcset="b.html 1x, https://x.test/p.gif 2x">', 'https://x.test/p.gif'],
    ['third-party', '<link rel=stylesheet href="https://x.test/a.css">', 'https://x.test/a.css'],
    ['third-party', '<link rel=preconnect href="https://x.test">', 'https://x.test'],
    ['third-party', '<iframe src="https://x.test/v"></iframe>', 'https://x.test/v'],
    [
      'third-party',
      '<img src="https://outlet.test/media/0a.jpg">',
      'https://outlet.test/media/0a.jpg',
    ],
    ['fragment-dead', '<a href="#gone">', '#gone'],
    ['id-duplicate', '<p id="twice"><a id="once" name="once"><p id=twice>', 'twice'],
    ['fragment-dead', '<a href="b.html#gone">', 'b.html#gone'],
    ['fragment-dead', '<a href="sub/c.html#gone">', 'sub/c.html#gone'],
  ])('%s: %s', async (code, body, found) => {
    await addPage('en/a.html', body);
    await addPage('en/b.html', '<p id="there"><a href="b.html#there">');
    await addPage('en/sub/c.html', '<p>');
    expect(await check()).toEqual([`${code} en/a.html ${found}`.trim()]);
  });

  test('root-absolute ones, which finishPage would have mended', async () => {
    await add(
      'en/a.html',
      finishPage(layout('<a href="b">'), 'en/a.html').replace('"b"', '"/en/b"'),
    );
    expect(await check()).toEqual(['link-root-absolute en/a.html /en/b']);
  });

  test('a fragment after :~: is the browser’s own', async () => {
    await addPage('en/a.html', '<p id="x"><a href="a.html#x:~:text=word"><a href="#:~:text=word">');
    expect(await check()).toEqual([]);
  });

  test('a page called 404.html in a folder, which is like any other', async () => {
    await addPage('en/tag/404.html', '<a href="/b.html">b</a>');
    await addPage('b.html', '');
    expect(await check()).toEqual([]);
  });

  test('404.html, whose depth is unknown', async () => {
    const body = '<img src="media/0a.jpg"><a href="b.html"><a href="#x">';
    await add('404.html', finishPage(layout(`${body}<p id=x>`), 'a.html'));
    expect(await check()).toEqual([
      'not-found-relative 404.html media/0a.jpg',
      'not-found-relative 404.html b.html',
    ]);
  });

  test('a title that looks like an address is none', async () => {
    const ld =
      '{"headline":"/r/worldnews","author":[{"name":"/b/"}],"keywords":["/pol/"],"creditText":"/u/a","url":"/en/b.html"}';
    await addPage('a.html', `<script type="application/ld+json">${ld}</script>`);
    expect(await check()).toEqual(['link-root-absolute a.html /en/b.html']);
  });

  test('JSON-LD', async () => {
    const ld = '{"url":"/en/a.html","image":[{"url":"//cdn.test/a.jpg"}],"headline":"/ or \\\\"}';
    await addPage('a.html', `<script type="application/ld+json">${ld}</script>`);
    await addPage('b.html', '<script type="application/ld+json">{oops</script>');
    expect(await check()).toEqual([
      'link-root-absolute a.html /en/a.html',
      'link-root-absolute a.html //cdn.test/a.jpg',
      'json-invalid b.html',
    ]);
  });

  test('stylesheets', async () => {
    await add(
      'a.css',
      '@import "/x.css";a{b:url( "//x.test/y" )}c{d:url(https://x.test/z)}e{f:url(gone.png)}',
    );
    expect(await check()).toEqual([
      'link-root-absolute a.css /x.css',
      'link-protocol-relative a.css //x.test/y',
      'third-party a.css https://x.test/z',
      'link-dead a.css gone.png',
    ]);
  });

  test('manifests, JSON, feeds', async () => {
    await add('m.webmanifest', '{"start_url":"/index.html","icons":[{"src":"gone.png"}]}');
    await add('en/feed.json', '{"items":[{"url":"/en/a.html"}]}');
    await add(
      'en/feed.xml',
      '<rss><link href="/en/a.html"/>\n<guid>/x</guid>\n<description>&lt;img src=&quot;/m.jpg&quot;&gt;</description></rss>',
    );
    expect(await check()).toEqual([
      'link-root-absolute en/feed.json /en/a.html',
      'link-root-absolute en/feed.xml /en/a.html',
      'link-root-absolute en/feed.xml /x',
      'link-root-absolute en/feed.xml /m.jpg',
      'link-root-absolute m.webmanifest /index.html',
      'link-dead m.webmanifest gone.png',
    ]);
  });

  test('feeds and sitemaps that no reader can read', async () => {
    await add('en/feed.xml', '<rss>\n<title>A & B</title></rss>');
    await add('sitemap.xml', '<urlset><loc>https://x.test/</loc>');
    expect((await checkTree(folder)).map(({ code, file, line }) => [code, file, line])).toEqual([
      ['xml-invalid', 'en/feed.xml', 2],
      ['xml-invalid', 'sitemap.xml', 1],
    ]);
  });

  test('drawings', async () => {
    await add(
      'a.svg',
      '<svg onload="x()"><metadata>Ivan</metadata>\n<script>1</script>\n<image href="https://x.test/a.png"/><use href="#own"/></svg>',
    );
    expect(await check()).toEqual([
      'svg-script a.svg',
      'image-metadata a.svg',
      'svg-script a.svg',
      'third-party a.svg https://x.test/a.png',
    ]);
  });
});

describe('pages', () => {
  const finished = finishPage(layout('<p><img src="a.jpg"><script>1</script>'), 'a.html');

  test.each([
    ['policy-missing', /<meta http-equiv=[^>]*>/, ''],
    ['policy-hash', 'margin:0', 'margin:1'],
    ['policy-hash', '<script>1', '<script>2'],
    ['policy-weak', "img-src 'self'", "img-src 'self' *"],
    ['policy-weak', "default-src 'none'", "default-src 'self'"],
    ['policy-weak', "default-src 'none';", ''],
    ['policy-weak', "base-uri 'none';", ''],
    ['policy-weak', ";form-action 'none'", ''],
    ['policy-weak', "form-action 'none'", "form-action 'self'"],
    ['policy-weak', "script-src '", "script-src 'unsafe-inline' '"],
    ['policy-weak', "connect-src 'self'", "connect-src 'self' https://collector.test"],
    ['policy-blocks', "img-src 'self';", ''],
    ['referrer-policy', 'no-referrer', 'origin'],
    ['lang-missing', ' lang="en"', ''],
    ['lang-missing', ' lang="en"', ' lang=" "'],
    ['canonical', '<body>', '<link rel="canonical" href="https://outlet.test/a.html"><body>'],
    ['style-attribute', '<p>', '<p style="margin:0">'],
    ['event-handler', '<p>', '<p onclick="x()">'],
    ['script-link', '<p>', '<p><a href="javascript:x()"></a>'],
    ['css-address', '<p>', '<svg><path fill="url(/a.svg#x)"/></svg><p>'],
  ])('%s: %s → %s', async (code, before, after) => {
    await add('a.jpg', JPEG);
    const changed = finished.replace(before, () => after);
    expect(changed).not.toBe(finished);
    await add('a.html', changed);
    const codes = (await checkTree(folder, { origin: 'https://other.test/' })).map((p) => p.code);
    expect([...new Set(codes)]).toEqual([code]);
  });

  test('a policy after what it governs', async () => {
    const policy = /<meta http-equiv=[^>]*>/.exec(finished)?.[0] ?? '';
    await add('a.jpg', JPEG);
    await add('a.html', finished.replace(policy, '').replace('</head>', `${policy}</head>`));
    expect(await check()).toEqual(['policy-late a.html <style>']);
  });

  test('a form to a configured provider is right, to another not', async () => {
    const form = '<form action="https://letters.test/s"></form>';
    const formAction = ['https://letters.test/s'];
    const page = finishPage(layout(form), 'a.html', { formAction });
    await add('a.html', page);
    expect(await check()).toEqual([]);
    await add('a.html', page.replace('action="https://letters', 'action="https://evil'));
    expect(await check()).toContain('form-action-unknown a.html https://evil.test/s');
  });
});

describe('files', () => {
  test('images with metadata, whatever their name', async () => {
    await add('media/a.jpg', JPEG_WITH_GPS);
    await add('media/b.bin', JPEG_WITH_GPS);
    expect(await check()).toEqual([
      'image-metadata media/a.jpg EXIF',
      'image-metadata media/b.bin EXIF',
    ]);
  });

  test('links, empty files, wrong encodings, large files', async () => {
    await add('a.css', '');
    await add('b.html', Buffer.from('<p>caf\xe9', 'latin1'));
    await symlink('/etc/passwd', join(folder, 'c.html'));
    await add('d.html', 'x');
    await truncate(join(folder, 'd.html'), MAX_TEXT_BYTES + 1);
    expect(await check()).toEqual([
      'file-empty a.css',
      'not-utf8 b.html',
      'not-a-file c.html',
      `file-large d.html ${MAX_TEXT_BYTES + 1} bytes`,
    ]);
  });
});

describe('much of everything', () => {
  test('a page of wrong links is cut short', async () => {
    await addPage('a.html', '<a href="gone.html">x</a>'.repeat(50_000));
    expect(await check()).toHaveLength(MAX_PROBLEMS_PER_FILE);
  });

  test('a tree of wrong pages is cut short, and says so', async () => {
    const wrong = '<a href="gone.html">x</a>'.repeat(MAX_PROBLEMS_PER_FILE);
    for (let index = 0; index <= MAX_PROBLEMS / MAX_PROBLEMS_PER_FILE; index += 1) {
      await addPage(`p${index}.html`, wrong);
    }
    const problems = await checkTree(folder);
    expect(problems).toHaveLength(MAX_PROBLEMS + 1);
    expect(problems.at(-1)).toMatchObject({ code: 'problems-more', file: '' });
  });

  test('links to places in other pages', async () => {
    await addPage('a.html', '<a href="b.html#x">x</a>\n'.repeat(100_000));
    await addPage('b.html', '<p id="x">');
    expect(await check()).toEqual([]);
  });

  test('a stylesheet of openings, JSON of addresses', async () => {
    await add('a.css', `${'url("'.repeat(1000)}${'url( '.repeat(1_500_000)}`);
    await add('b.css', `a{b:url(${' '.repeat(200_000)}`);
    await add('a.json', JSON.stringify(Array.from({ length: 500_000 }, (_, index) => `/${index}`)));
    expect(await check()).toHaveLength(2 * MAX_PROBLEMS_PER_FILE);
  });

  test('depth, in HTML and in JSON', async () => {
    await addPage('a.html', '<div>'.repeat(300_000));
    await add('a.json', `${'['.repeat(5000)}"/x"${']'.repeat(5000)}`);
    expect(await check()).toEqual([]);
  });
});

test('the order is that of files, lines and columns', async () => {
  await addPage('b.html', '<a href="z.html">\n<a href="y.html"><a href="a.html#x">');
  await addPage('a.html', '<a href="x.html">');
  await addPage('B.html', '<p>');
  expect(await check()).toEqual([
    'link-dead a.html x.html',
    'name-collision b.html B.html',
    'link-dead b.html z.html',
    'link-dead b.html y.html',
    'fragment-dead b.html a.html#x',
  ]);
});

test('recordings are searched for metadata, by name or by bytes; captions for markup', async () => {
  const clean = recording('clean.mp4');
  const dirty = recording('dirty.mp4');
  await add('media/a.mp4', clean);
  await add('media/b.mp4', dirty);
  await add('media/c.bin', dirty);
  await add('media/d.mp3', 'text');
  await add('media/e.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n<script>');
  const problems = await checkTree(folder);
  expect(problems.map(({ code, file, line, found }) => [code, file, line, found].join(' ')))
    .toMatchInlineSnapshot(`
      [
        "recording-metadata media/b.mp4 1 GPS position, box “loci”, box “©nam”, box “©too”, data of a program (SEI), name of the recording program, time of recording",
        "recording-metadata media/c.bin 1 GPS position, box “loci”, box “©nam”, box “©too”, data of a program (SEI), name of the recording program, time of recording",
        "recording-unusable media/c.bin 1 The name ends in “.bin”, but a file like this is “.mp4”: rename it.",
        "recording-unusable media/d.mp3 1 The file is not MP3, M4A, Ogg or Opus for audio, MP4 or WebM for video.",
        "captions media/e.vtt 3 ",
      ]
    `);
  expect(problems[0]).toMatchInlineSnapshot(`
    {
      "code": "recording-metadata",
      "column": 1,
      "example": "ffmpeg -i media/b.mp4 -map 0:v:0 -map 0:a:0? -map_metadata -1 -map_chapters -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact -c copy -movflags +faststart clean.mp4",
      "file": "media/b.mp4",
      "found": "GPS position, box “loci”, box “©nam”, box “©too”, data of a program (SEI), name of the recording program, time of recording",
      "line": 1,
      "message": "The recording carries metadata.",
      "remedy": "Strip it with FFmpeg, which leaves sound and picture as they are.",
      "ru": {
        "message": "В записи есть метаданные.",
        "remedy": "Удалите их с помощью FFmpeg: звук и картинка останутся как есть.",
        "why": "По ним видно, где, когда, на каком устройстве и кем записано.",
      },
      "severity": "error",
      "why": "It can tell where something was recorded, when, with which device, and by whom.",
    }
  `);
});

function recording(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, '../../../recordings/testing/fixtures', name));
}
