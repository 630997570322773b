import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  ContentError,
  findFile,
  inspectContent,
  listContent,
  loadBody,
  loadContent,
} from './index.ts';

const OUTLET = `name: { en: The Window, ru: Окно }
description: { en: A newsroom., ru: Редакция. }
origin: https://window.example
tagAuthority: { domain: window.example, date: '2026-01-01' }
languages:
  - { code: en, name: English, locale: en-GB }
  - { code: ru, name: Русский, locale: ru }
timeZone: Europe/Vilnius
sections: [{ id: politics, name: { en: Politics, ru: Политика } }]
licence: { name: { en: CC BY 4.0, ru: CC BY 4.0 } }
`;

/** A picture of one pixel. */
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

let root: string;

beforeEach(async () => {
  root = join(await mkdtemp(join(tmpdir(), 'tamizdat-load-')), 'content');
  await mkdir(root);
});

afterEach(async () => {
  await rm(dirname(root), { recursive: true });
});

async function put(path: string, data: string | Buffer): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), data);
}

let count = 0;

function article(fields: Record<string, string> = {}, text = 'Text.'): string {
  count += 1;
  const given = {
    id: `01JD8Z0Q5X4K2M7N9P3R${String(count).padStart(6, '0')}`,
    lang: 'en',
    kind: 'news',
    title: 'The port city that kept its lights on',
    section: 'politics',
    publishedAt: '2026-11-22T09:30:00+02:00',
    status: 'ready',
    ...fields,
  };
  const lines = Object.entries(given).map(([name, value]) => `${name}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n\n${text}\n`;
}

const at = (slug: string, lang = 'en', day = '22') =>
  `articles/${lang}/2026/11/${day}-${slug}/index.md`;

async function codes(options = {}): Promise<string[]> {
  const { problems } = await inspectContent(root, options);
  return problems.map(({ file, line, code }) => `${file}:${line} ${code}`);
}

describe('a content folder', () => {
  test('gives typed content, newest first', async () => {
    await put('outlet.yaml', OUTLET);
    await put('authors/anna.yaml', 'name: { en: Anna, ru: Анна }');
    await put('pages/en/about.md', '---\ntitle: About\n---\n');
    await put('front/en.yaml', 'secondRank: []');
    await put(at('b'), article({ publishedAt: '2026-11-22T08:00:00+02:00' }));
    await put(at('c'), article({ publishedAt: '2026-11-22T07:30:00Z' }));
    await put(
      at('a'),
      article({ status: 'draft', publishedAt: '' }).replace(/publishedAt: \n/, ''),
    );
    await put(at('d', 'en', '21'), article({ publishedAt: '2026-11-21T09:00:00+02:00' }));
    const content = await loadContent(root);
    expect(content.problems).toEqual([]);
    expect(content.articles.map(({ address }) => address.slug)).toEqual(['a', 'c', 'b', 'd']);
    expect(content.authors.map(({ id }) => id)).toEqual(['anna']);
    expect(content.pages.map(({ file }) => file)).toEqual(['pages/en/about.md']);
    expect([...content.fronts.keys()]).toEqual(['en']);
  });

  test('gives the announced mirrors, which are checked like everything else', async () => {
    await put('outlet.yaml', OUTLET);
    expect((await loadContent(root)).mirrors).toEqual([]);
    const mirror = '{ name: north, address: https://north.example, kind: copied }';
    await put('mirrors.yaml', `mirrors:\n  - ${mirror}\n`);
    const { mirrors, problems } = await loadContent(root);
    expect([problems, mirrors.map(({ base }) => base)]).toEqual([[], ['https://north.example/']]);
    await put('mirrors.yaml', `mirrors:\n  - ${mirror.replace('https', 'http')}\n`);
    expect(await codes()).toEqual(['content/mirrors.yaml:2 mirror-address-not-https']);
    await put('mirrors.yml', '');
    expect(await codes()).toContain('content/mirrors.yml:1 file-extension');
  });

  test('that is missing, empty or without an outlet', async () => {
    expect((await inspectContent(join(root, 'none'))).problems[0]?.code).toBe('content-missing');
    expect(await codes()).toEqual(['content/outlet.yaml:1 outlet-missing']);
    await expect(loadContent(root)).rejects.toThrow(ContentError);
  });

  test('with a broken outlet still has all its files looked at, without false alarms', async () => {
    await put('outlet.yaml', OUTLET.replace('name: {', 'nam: {'));
    await put(at('a'), article({ kind: 'newz' }));
    expect(await codes()).toEqual([
      `content/${at('a')}:4 kind-unknown-word`,
      'content/outlet.yaml:1 name-missing',
      'content/outlet.yaml:1 unknown-field',
    ]);
  });

  test('is listed without its articles being read', async () => {
    await put('outlet.yaml', OUTLET);
    await put('authors/anna.yaml', 'name: 7');
    await put(at('a'), 'no front matter');
    expect(listContent(root)).toMatchObject({
      paths: [at('a')],
      authors: ['anna'],
      outlet: { timeZone: 'Europe/Vilnius' },
    });
  });
});

describe('the text of an article', () => {
  test('comes without front matter, as NFC with plain line ends', async () => {
    await put(at('a'), `\uFEFF${article({}, 'Чайка.'.normalize('NFD'))}`.replaceAll('\n', '\r\n'));
    expect(await loadBody(root, { folder: dirname(at('a')) })).toBe('\nЧайка.\n'.normalize('NFC'));
    await expect(loadBody(root, { folder: 'articles/none' })).rejects.toThrow('cannot be read');
  });
});

describe('bad files', () => {
  beforeEach(async () => {
    await put('outlet.yaml', OUTLET);
  });

  test('of 200 MB are refused without being read', async () => {
    await put(at('a'), '');
    await truncate(join(root, at('a')), 200_000_000);
    const { problems } = await inspectContent(root);
    expect(problems[0]).toMatchObject({ code: 'file-too-large', found: '200.0 MB' });
  });

  test('that are not UTF-8', async () => {
    await put(at('a'), Buffer.from([0x2d, 0xff, 0xfe]));
    expect(await codes()).toEqual([`content/${at('a')}:1 file-not-utf8`]);
  });

  test('links out of the folder, within it, to folders and to nowhere', async () => {
    await put('outside.txt', 'x');
    await writeFile(join(dirname(root), 'secret.md'), 'secret');
    await mkdir(join(root, dirname(at('a'))), { recursive: true });
    await symlink(join(dirname(root), 'secret.md'), join(root, at('a')));
    await symlink(root, join(root, 'loop'));
    await symlink('nowhere', join(root, 'broken.md'));
    await symlink('outside.txt', join(root, 'inside.txt'));
    expect(await codes()).toEqual([
      `content/${at('a')}:1 file-link-outside`,
      'content/broken.md:1 file-link-broken',
      'content/inside.txt:1 file-link',
      'content/loop:1 file-link-folder',
    ]);
  });

  test('what hides, and links that hide', async () => {
    await put(at('a'), article());
    const folder = dirname(at('a'));
    for (const name of ['.env', '.DS_Store', '.index.md.old']) await put(`${folder}/${name}`, 'x');
    await put('.vscode/settings.json', '{}');
    await put('.git/config', '');
    await put('.gitignore', '');
    await symlink('/etc/hostname', join(root, folder, '.index.md.new'));
    expect(await codes()).toEqual([
      'content/.vscode:1 file-hidden',
      `content/${folder}/.env:1 file-hidden`,
      `content/${folder}/.index.md.new:1 file-hidden-link`,
      `content/${folder}/.index.md.old:1 file-hidden`,
    ]);
    const { problems } = await inspectContent(root);
    expect(problems.map(({ severity }) => severity)).toEqual([
      'warning',
      'warning',
      'error',
      'warning',
    ]);
  });

  test('names that cannot be seen or that collide', async () => {
    await put('articles/en/2026/11/22-a/index.md', article());
    await put('articles/en/2026/11/22-a/a\u202Eb.jpg', GIF);
    await put('articles/en/2026/11/22-a/a\u3164b.jpg', GIF);
    await put('articles/en/2026/11/22-a/c\u034Fd.jpg', GIF);
    await put('articles/en/2026/11/22-a/❤\uFE0F.jpg', GIF);
    await put('articles/en/2026/11/22-a/Photo.jpg', GIF);
    await put('articles/en/2026/11/22-a/photo.jpg', GIF);
    expect(await codes()).toEqual([
      'content/articles/en/2026/11/22-a:1 file-name-collision',
      'content/articles/en/2026/11/22-a/a\\u{202E}b.jpg:1 file-name',
      'content/articles/en/2026/11/22-a/a\\u{3164}b.jpg:1 file-name',
      'content/articles/en/2026/11/22-a/c\\u{34F}d.jpg:1 file-name',
    ]);
  });

  test('names that Windows cannot have', async () => {
    await put(at('a'), article());
    for (const name of ['aux.jpg', 'a.', 'a ', 'a:b.txt', 'auxiliary.txt', 'a.b'])
      await put(`articles/en/2026/11/22-a/${name}`, 'x');
    await put('articles/con/2026/a.txt', 'x');
    await put('authors/nul.yaml', 'name: { en: A, ru: A }');
    await put('pages/en/prn.md', '---\ntitle: About\n---\n');
    expect((await codes()).filter((line) => line.endsWith('windows'))).toEqual([
      'content/articles/con:1 file-name-windows',
      ...['a ', 'a.', 'a:b.txt', 'aux.jpg'].map(
        (name) => `content/articles/en/2026/11/22-a/${name}:1 file-name-windows`,
      ),
      'content/authors/nul.yaml:1 file-name-windows',
      'content/pages/en/prn.md:1 file-name-windows',
    ]);
  });

  test('in the wrong place', async () => {
    await put('articles/en/2026/11/22-a/photo.jpg', GIF);
    await put('articles/en/loose.md', article());
    await put('authors/anna.yml', 'name: { en: Anna, ru: Анна }');
    expect(await codes()).toEqual([
      'content/articles/en/2026/11/22-a:1 article-index-missing',
      'content/articles/en/loose.md:2 folder-layout',
      'content/authors/anna.yml:1 file-extension',
    ]);
  });
});

describe('images', () => {
  const image = (file: string) => ({ leadImage: `{ file: ${file}, decorative: true, credit: A }` });
  beforeEach(async () => {
    await put('outlet.yaml', OUTLET);
  });

  test('are found under either normalisation of a Cyrillic name', async () => {
    for (const [slug, onDisk, written] of [
      ['a', 'NFD', 'NFC'],
      ['b', 'NFC', 'NFD'],
    ] as const) {
      await put(at(slug), article(image('чайка.gif'.normalize(written))));
      await put(`articles/en/2026/11/22-${slug}/${'чайка.gif'.normalize(onDisk)}`, GIF);
    }
    const { problems, articles } = await inspectContent(root, { images: true });
    expect(problems).toEqual([]);
    for (const { folder, leadImage } of articles) {
      expect(await findFile(root, folder, leadImage?.file ?? '')).toBeDefined();
    }
  });

  test('that no article shows are warned of, and looked into', async () => {
    await put(at('a'), article(image('shown.gif')));
    await put('articles/en/2026/11/22-a/shown.gif', GIF);
    await put('articles/en/2026/11/22-a/left.gif', 'not a picture');
    await put('articles/en/2026/11/22-a/notes.txt', 'x');
    expect(await codes({ images: true, texts: true })).toEqual([
      'content/articles/en/2026/11/22-a/left.gif:1 image-unusable',
      'content/articles/en/2026/11/22-a/left.gif:1 image-unused',
    ]);
    expect(await codes({ texts: true })).toEqual([]);
  });

  test('that are missing or none are told at their line', async () => {
    await put(at('a'), article(image('photo.gif'), '![The harbour](gone.jpg)'));
    await put('articles/en/2026/11/22-a/photo.gif', 'not a picture');
    expect(await codes({ images: true, texts: true })).toEqual([
      `content/${at('a')}:9 image-unusable`,
      `content/${at('a')}:12 image-missing`,
    ]);
  });
});

test('drawings are looked into wherever they are shown; a portrait is none', async () => {
  const svg = (inside: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">\n${inside}</svg>`;
  await put('outlet.yaml', `${OUTLET}mark: a.svg\n`);
  await put('a.svg', svg('<text/>'));
  await put('authors/anna.yaml', 'name: { en: Anna, ru: Анна }\nphoto: a.svg');
  await put('authors/a.svg', svg(''));
  await put('pages/en/about.md', '---\ntitle: About\n---\n![The house](a.svg)\n');
  await put('pages/en/a.svg', svg('<script/>'));
  const leadImage = '{ file: a.svg, decorative: true, credit: A }';
  const editorsNote = '"![The harbour](b.svg)"';
  await put(at('a'), article({ leadImage, editorsNote }, '![The harbour](c.SVG)'));
  await put('articles/en/2026/11/22-a/a.svg', svg('<a/>'));
  await put('articles/en/2026/11/22-a/b.svg', svg('<path onclick="x()"/>'));
  await put('articles/en/2026/11/22-a/c.SVG', svg('<path d="M0 0h1"/>'));
  const { problems } = await inspectContent(root, { images: true, texts: true });
  expect(problems.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
    'content/a.svg:2 drawing-unusable',
    'content/articles/en/2026/11/22-a/a.svg:2 drawing-unusable',
    'content/articles/en/2026/11/22-a/b.svg:2 drawing-unusable',
    'content/authors/anna.yaml:2 image-svg',
    'content/pages/en/a.svg:2 drawing-unusable',
  ]);
  expect(problems[2]).toMatchInlineSnapshot(`
    {
      "code": "drawing-unusable",
      "column": 1,
      "file": "content/articles/en/2026/11/22-a/b.svg",
      "found": "onclick",
      "line": 2,
      "message": "The drawing holds “onclick”: An event handler runs a script.",
      "remedy": "Export it as plain SVG without metadata, text turned into paths and styles into attributes (Inkscape: “Optimised SVG”, after “Object to Path”), or export it as PNG.",
      "ru": {
        "message": "В рисунке есть «onclick»: Обработчик событий запускает скрипт.",
        "remedy": "Сохраните его как простой SVG без метаданных, текст — контурами, стили — атрибутами (в Inkscape: «Оптимизированный SVG» после «Оконтурить объект»), или как PNG.",
        "why": "SVG — это документ: он может запускать скрипты, обращаться к другим сайтам и называть того, кто его нарисовал.",
      },
      "severity": "error",
      "why": "An SVG is a document: it can run scripts, ask other sites for things, and name who drew it.",
    }
  `);
});

test('a drawing that is refused as a whole is told as that', async () => {
  await put('outlet.yaml', `${OUTLET}mark: a.svg\n`);
  await put('a.svg', 'x'.repeat(500_001));
  const { problems } = await inspectContent(root, { images: true, texts: true });
  expect(problems.map(({ message, ru }) => [message, ru.message])).toContainEqual([
    'The drawing has more than 500000 bytes.',
    'Рисунок занимает больше 500000 байт.',
  ]);
});

test('pictures that only fields of Markdown show are looked for, looked into and count as shown', async () => {
  await put('outlet.yaml', OUTLET);
  const note = (slug: string, name: string) =>
    put(at(slug), article({ editorsNote: `"![The harbour](${name})"` }));
  await note('a', 'photo.gif');
  await put('articles/en/2026/11/22-a/photo.gif', GIF);
  await note('b', 'gone.gif');
  await note('c', 'broken.gif');
  await put('articles/en/2026/11/22-c/broken.gif', 'not a picture');
  const { problems } = await inspectContent(root, { images: true, texts: true });
  expect(problems.map(({ code, line, column, field }) => [code, line, column, field])).toEqual([
    ['image-missing', 9, 15, 'editorsNote'],
    ['image-unusable', 9, 15, 'editorsNote'],
  ]);
});

test('pictures of authors, pages and the outlet are looked at too', async () => {
  await put('outlet.yaml', `${OUTLET}mark: sign.svg\n`);
  await put('authors/anna.yaml', 'name: { en: Anna, ru: Анна }\nphoto: anna.gif');
  await put('authors/anna.gif', 'not a picture');
  await put('pages/en/about.md', '---\ntitle: About\n---\n![The house](house.jpg)\n');
  expect(await codes({ images: true, texts: true })).toEqual([
    'content/authors/anna.yaml:2 image-unusable',
    'content/outlet.yaml:11 image-missing',
    'content/pages/en/about.md:4 image-missing',
  ]);
});

describe('checks over all files', () => {
  beforeEach(async () => {
    await put('outlet.yaml', OUTLET);
  });

  test('find ids that are shared, also with an article that has other errors', async () => {
    const id = '01JD8Z0Q5X4K2M7N9P3R6S8T0V';
    await put(at('a'), article({ id }));
    await put(at('b'), article({ id, kind: 'newz' }));
    await put('front/en.yaml', `lead: { id: ${id}, until: 2026-11-23T00:00:00Z }`);
    expect(await codes()).toEqual([
      `content/${at('a')}:2 id-not-unique`,
      `content/${at('b')}:2 id-not-unique`,
      `content/${at('b')}:4 kind-unknown-word`,
    ]);
  });

  test('find links that lead nowhere', async () => {
    const good = [
      '/en/index.html',
      '/en/section/politics.html',
      '/ru/archive.html',
      '/en/2026/11/22/a.html',
    ];
    const bad = [
      '/en/2026/11/22/b.html',
      '/en/section/sport.html',
      '/en/tag/x/2026.html',
      // A list this short has no calendar pages.
      '/en/section/politics/2026-11.html',
    ];
    const links = [...good, ...bad].map((url) => `[a](${url})`).join('\n');
    await put(at('a'), article({}, links));
    expect(await codes({ texts: true })).toEqual(
      [15, 16, 17, 18].map((line) => `content/${at('a')}:${line} text-link-broken`),
    );
    expect(await codes()).toEqual([]);
  });
});

describe('links to places of other pages', () => {
  beforeEach(async () => {
    await put('outlet.yaml', OUTLET);
    await put('pages/en/about.md', '---\ntitle: About\n---\n\n## Who we are\n');
    const sources = '[{ id: report, title: Report }]';
    await put(at('a'), article({ sources }, '## The flood\n\nA.[^report]'));
  });

  test('that are there', async () => {
    const page = '/en/2026/11/22/a.html';
    const good = ['#h-the-flood', '#n-1', '#text', '#', '#top'].map((place) => page + place);
    const others = ['/en/about.html#h-who-we-are', '/en/archive.html#text', page];
    const text = [...good, ...others].map((url) => `[a](${url})`).join('\n');
    await put(at('b'), article({ editorsNote: `"${text.replaceAll('\n', ' ')}"` }, text));
    expect(await codes({ texts: true })).toEqual([]);
  });

  test('that are not', async () => {
    const bad = [
      '/en/2026/11/22/a.html#the-flood',
      '/en/2026/11/22/a.html?x#n-2',
      '/en/about.html#h-how',
      '/en/archive.html#h-2026',
    ];
    const note = '"[a](/en/about.html#how)"';
    const text = bad.map((url) => `[a](${url})`).join('\n');
    await put(at('b'), article({ editorsNote: note }, text));
    const { problems } = await inspectContent(root, { texts: true });
    expect(
      problems.map(({ line, column, field, code, remedy }) =>
        [`${line}:${column}`, field ?? 'text', code, remedy].join(' '),
      ),
    ).toMatchInlineSnapshot(`
      [
        "9:15 editorsNote text-link-fragment Write one of the places that are there: #h-who-we-are.",
        "12:1 text text-link-fragment Did you mean “#h-the-flood”?",
        "13:1 text text-link-fragment Did you mean “#n-1”?",
        "14:1 text text-link-fragment Write one of the places that are there: #h-who-we-are.",
        "15:1 text text-link-fragment Leave out “#” and what follows it: the page has no headings.",
      ]
    `);
    expect(await codes()).toEqual([]);
  });

  test('are not judged where the other page has errors or is not there', async () => {
    await put(at('a'), article({ kind: 'newz' }));
    await put(at('b'), article({}, '[a](/en/2026/11/22/a.html#x) [b](/en/no.html#x)'));
    expect(await codes({ texts: true })).toEqual([
      `content/${at('a')}:4 kind-unknown-word`,
      `content/${at('b')}:11 text-link-broken`,
    ]);
  });
});

test('worker threads find the same as one thread', { timeout: 60_000 }, async () => {
  await put('outlet.yaml', OUTLET);
  for (let index = 0; index < 600; index++) {
    await put(at(`a-${String(index)}`), article(index % 100 === 0 ? { kind: 'newz' } : {}));
  }
  const alone = await inspectContent(root, { texts: true });
  const together = await inspectContent(root, { texts: true, workers: 2 });
  expect(together).toEqual(alone);
  expect(alone.problems).toHaveLength(6);
  expect(alone.articles).toHaveLength(594);
});

describe('words', () => {
  test('of the outlet’s own are loaded by language', async () => {
    await put('outlet.yaml', OUTLET);
    await put('words/ru.yaml', 'archive: Подшивка\n');
    const { words, problems } = await loadContent(root);
    expect(problems).toEqual([]);
    expect([...words]).toEqual([['ru', { archive: 'Подшивка' }]]);
  });

  test('that are missing, unknown or misplaced are problems', async () => {
    await put('outlet.yaml', OUTLET.replace(/\bru\b/g, 'de'));
    await put('words/en.yaml', 'arhive: Archive\n');
    await put('words/old/ru.yaml', 'archive: Подшивка\n');
    const { problems } = await inspectContent(root);
    expect(problems.map(({ code, file, line }) => `${file}:${line} ${code}`))
      .toMatchInlineSnapshot(`
      [
        "content/outlet.yaml:7 words-missing",
        "content/words/en.yaml:1 unknown-field",
        "content/words/old/ru.yaml:1 file-misplaced",
      ]
    `);
  });
});

describe('named files alone', () => {
  /** Articles that clash in every way, and some that do not. */
  async function clashing(): Promise<string[]> {
    const outlet = `${OUTLET}series:\n  - { id: ports, name: { en: Ports, ru: Порты } }\n`;
    await put('outlet.yaml', outlet);
    const given: [string, string][] = [
      ['en/2026/11/22-a', article({ translationKey: 'lights', series: '{ id: ports, part: 1 }' })],
      ['en/2026/11/22-b', article({ translationKey: 'lights', series: '{ id: ports, part: 1 }' })],
      ['en/2026/11/22-c', article({ formerAddresses: '[en/2026/11/22/a]' })],
      ['en/2026/11/22-d', article({ id: '01JD8Z0Q5X4K2M7N9P3RZZZZZZ' })],
      ['en/2026/11/22-e', article({ id: '"01JD8Z0Q5X4K2M7N9P3RZZZZZZ"' })],
      [
        'en/2026/11/22-f',
        article(
          {},
          'To [a](/en/2026/11/22/g.html#h-two), [b](/en/2026/11/22/g.html#h-thre), [c](/en/2026/11/22/z.html).',
        ),
      ],
      ['en/2026/11/22-g', article({}, '## Two\n\nText.')],
      [
        'ru/2026/11/22-h',
        article({
          lang: 'ru',
          translationKey: 'lights',
          leadImage: '{ file: none.jpg, alt: A harbour, credit: A }',
        }),
      ],
    ];
    for (const [folder, text] of given) await put(`articles/${folder}/index.md`, text);
    await put('authors/anna.yaml', 'name: { en: Anna }\n');
    await put(
      'front/en.yaml',
      'lead: { id: 01JD8Z0Q5X4K2M7N9P3RZZZZZY, until: 2026-11-23T00:00:00Z }\n',
    );
    await put(
      'pages/en/about.md',
      '---\ntitle: About\n---\n\nTo [a](/en/2026/11/22/g.html#h-thre).\n',
    );
    return [
      'outlet.yaml',
      'authors/anna.yaml',
      'front/en.yaml',
      'pages/en/about.md',
      ...given.map(([folder]) => `articles/${folder}/index.md`),
    ];
  }

  const options = { texts: true, images: true, now: '2026-11-22T12:00:00Z' };

  test('are told of exactly as where all are checked', async () => {
    const files = await clashing();
    const { problems: all } = await inspectContent(root, options);
    const told: string[] = [];
    for (const file of files) {
      const only = [file];
      const { problems, files: count } = await inspectContent(root, { ...options, only });
      const wanted = all.filter((problem) => problem.file === `content/${file}`);
      expect(problems).toEqual(wanted);
      expect(count).toBe(1);
      told.push(...wanted.map(({ code }) => code));
    }
    expect(told).toEqual(
      expect.arrayContaining([
        'id-not-unique',
        'translation-key-taken',
        'series-part-taken',
        'text-link-broken',
        'image-missing',
      ]),
    );
    expect(told.length).toBe(all.length);
  });

  test('a picture is checked with the article beside it', async () => {
    await put('outlet.yaml', OUTLET);
    await put('articles/en/2026/11/22-a/index.md', article());
    await put('articles/en/2026/11/22-a/a.gif', GIF);
    const only = ['articles/en/2026/11/22-a/a.gif'];
    const { problems } = await inspectContent(root, { ...options, only });
    expect(problems.map(({ code, file }) => [code, file])).toContainEqual([
      'image-unused',
      'content/articles/en/2026/11/22-a/a.gif',
    ]);
  });

  test('nothing is read of another article that is a link out of the content', async () => {
    const outside = join(dirname(root), 'secret.md');
    const text = article();
    await writeFile(outside, text);
    await put('outlet.yaml', OUTLET);
    await put('articles/en/2026/11/22-a/index.md', text);
    await put('articles/en/2026/11/22-b/index.md', text);
    await mkdir(join(root, 'articles/en/2026/11/22-c'));
    await symlink(outside, join(root, 'articles/en/2026/11/22-c/index.md'));
    await mkdir(join(root, 'articles/en/2026/11/22-d'));
    const only = ['articles/en/2026/11/22-a'];
    const { problems, compared } = await inspectContent(root, { ...options, only });
    expect(compared).toBe(1);
    expect(problems.map(({ message }) => message)).toEqual([
      'The id also belongs to articles/en/2026/11/22-b/index.md.',
    ]);
  });
});
