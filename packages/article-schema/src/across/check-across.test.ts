import { describe, expect, test } from 'vitest';
import type { ArticleOutline } from '../parse/article.ts';
import { OUTLET } from '../../testing/sample.ts';
import { checkAcross, type AcrossFinding, type ContentOutline } from './check-across.ts';
import { checkImage, missingImage } from './check-images.ts';
import { unseenLink } from './check-links.ts';
import { nearestAddress } from './nearest-address.ts';

const ID = '01JD8Z0Q5X4K2M7N9P3R6S8T0V';

function article(slug: string, rest: Partial<ArticleOutline> = {}): ArticleOutline {
  const lang = rest.lang ?? 'en';
  return {
    path: `articles/${lang}/2026/11/22-${slug}/index.md`,
    address: { lang, year: '2026', month: '11', day: '22', slug },
    lang,
    ...rest,
  };
}

const tell = (findings: readonly AcrossFinding[]): string =>
  findings
    .map(({ path, finding: { code, message, remedy, path: field } }) =>
      [`${path} ${field.join('.')} ${code}`, message, remedy].join('\n'),
    )
    .join('\n\n');

const check = (articles: ArticleOutline[], rest: Partial<ContentOutline> = {}) =>
  tell(checkAcross({ articles, fronts: [], pages: [], ...rest }));

describe('checks over all files', () => {
  test('find nothing where nothing is wrong', () => {
    const pair = { translationKey: 'k', series: { id: 'winter', part: 1 } };
    expect(
      check([article('a', { id: 'A', ...pair }), article('b', { lang: 'ru', id: 'B', ...pair })]),
    ).toBe('');
  });
  test('an id of two articles', () => {
    expect(check([article('a', { id: ID }), article('b', { id: ID, lang: 'ru' })]))
      .toMatchInlineSnapshot(`
      "articles/en/2026/11/22-a/index.md id id-not-unique
      The id also belongs to articles/ru/2026/11/22-b/index.md.
      Give the newer of the two a new id (“npx tamizdat id” prints one); never change the older one’s.

      articles/ru/2026/11/22-b/index.md id id-not-unique
      The id also belongs to articles/en/2026/11/22-a/index.md.
      Give the newer of the two a new id (“npx tamizdat id” prints one); never change the older one’s."
    `);
  });
  test('a former id in feeds of two articles, or one that the outlet gives', () => {
    const feedId = 'https://old.example/?p=12';
    const { domain, date } = OUTLET.tagAuthority;
    const found = checkAcross({
      fronts: [],
      pages: [],
      outlet: OUTLET,
      articles: [
        article('a', { feedId }),
        article('b', { feedId }),
        article('c', { feedId: `tag:${domain},${date}:${ID}` }),
        article('d', { feedId: `${feedId}3` }),
      ],
    });
    expect(found.map(({ path, finding }) => [path.slice(23), finding.code])).toEqual([
      ['c/index.md', 'feed-id-ours'],
      ['a/index.md', 'feed-id-not-unique'],
      ['b/index.md', 'feed-id-not-unique'],
    ]);
  });
  test('two versions in one language', () => {
    const translationKey = 'harbour';
    expect(check([article('a', { translationKey }), article('b', { translationKey })]))
      .toMatchInlineSnapshot(`
      "articles/en/2026/11/22-a/index.md translationKey translation-key-taken
      articles/en/2026/11/22-b/index.md is also the version of “harbour” in “en”.
      Give one of the two another translation key, or leave its line out.

      articles/en/2026/11/22-b/index.md translationKey translation-key-taken
      articles/en/2026/11/22-a/index.md is also the version of “harbour” in “en”.
      Give one of the two another translation key, or leave its line out."
    `);
  });
  test('a part of a series that is taken', () => {
    const series = { id: 'winter', part: 2 };
    expect(check([article('a', { series, title: 'The first' }), article('b', { series })]))
      .toMatchInlineSnapshot(`
      "articles/en/2026/11/22-a/index.md series.part series-part-taken
      Part 2 of the series “winter” is already articles/en/2026/11/22-b/index.md.
      Give one of the two another part.

      articles/en/2026/11/22-b/index.md series.part series-part-taken
      Part 2 of the series “winter” is already articles/en/2026/11/22-a/index.md (“The first”).
      Give one of the two another part."
    `);
  });
  test('addresses that collide', () => {
    const formerAddresses = [
      'en/2026/11/22/a',
      'en/2026/11/22/b',
      'en/about',
      'en/archive',
      'en/older',
      'en/older',
      'wp/index',
    ];
    expect(
      check(
        [
          article('a'),
          { ...article('a'), path: 'articles/en/2026/11/22-a-copy/index.md' },
          article('b', { formerAddresses }),
          article('c', { formerAddresses: ['en/old'] }),
          article('d', { formerAddresses: ['en/news', 'en/old'] }),
          article('e', { lang: 'ru', formerAddresses: ['en/old'] }),
        ],
        {
          outlet: OUTLET,
          pages: [
            { lang: 'en', slug: 'about' },
            { lang: 'en', slug: 'archive' },
          ],
          reserved: (path) =>
            path === 'en/archive' ? { en: 'the archive', ru: 'архив' } : undefined,
        },
      ),
    ).toMatchInlineSnapshot(`
      "pages/en/archive.md  page-name-taken
      The address “en/archive” is kept for the archive.
      Give the file another name.

      articles/en/2026/11/22-b/index.md formerAddresses.2 former-address-taken
      The address “en/about” already leads to pages/en/about.md.
      Remove it from the list, or change the other’s address.

      articles/en/2026/11/22-b/index.md formerAddresses.3 former-address-taken
      The address “en/archive” is kept for the archive.
      Remove it from the list: nothing can lead on from there.

      articles/en/2026/11/22-a-copy/index.md  address-taken
      The address “en/2026/11/22/a” already leads to articles/en/2026/11/22-a/index.md.
      Give the folder another name.

      articles/en/2026/11/22-b/index.md formerAddresses.0 former-address-taken
      The address “en/2026/11/22/a” already leads to articles/en/2026/11/22-a/index.md.
      Remove it from the list, or change the other’s address.

      articles/en/2026/11/22-b/index.md formerAddresses.1 former-address-taken
      The former address “en/2026/11/22/b” is the page’s own address.
      Remove it from the list.

      articles/en/2026/11/22-b/index.md formerAddresses.5 former-addresses-repeated
      The former address “en/older” stands in the list twice: it is also entry 5.
      Keep one of them.

      articles/en/2026/11/22-b/index.md formerAddresses.6 former-address-index
      A former address cannot end in “index”.
      Leave “/index” out: most hosts answer the folder’s address with that page as well.

      articles/en/2026/11/22-d/index.md formerAddresses.1 former-address-twice
      The former address “en/old” is also one of articles/en/2026/11/22-c/index.md (entry 1).
      Keep it with what stood there, and remove it from the other.

      articles/ru/2026/11/22-e/index.md formerAddresses.0 former-address-twice
      The former address “en/old” is also one of articles/en/2026/11/22-d/index.md (entry 2).
      Keep it with what stood there, and remove it from the other."
    `);
  });
  test('former addresses of lists, pages and feeds collide like those of articles', () => {
    const outlet = {
      ...OUTLET,
      formerFeeds: { en: ['feed', 'rss.xml', 'sitemap.xml'] },
      sections: OUTLET.sections.map((section) => ({
        ...section,
        formerAddresses: { en: ['old', 'en/about', 'en/tag/gone'], ru: ['aux'] },
      })),
    };
    const pages = [
      { lang: 'en', slug: 'about', formerAddresses: ['en/about', 'en/tag/gone', 'o/index'] },
    ];
    const found = checkAcross({
      fronts: [],
      articles: [article('a', { formerAddresses: ['old', 'feed'] })],
      outlet,
      pages,
      authors: [{ id: 'ann', name: {}, formerFeeds: { ru: ['rss.xml'] } }],
      reserved: (address, isOfList) =>
        address === 'sitemap.xml' || (address === 'en/tag/gone' && !isOfList)
          ? { en: 'a page', ru: 'страница' }
          : undefined,
    });
    expect(found.map(({ path, finding }) => [path, finding.path.join('.'), finding.code].join(' ')))
      .toMatchInlineSnapshot(`
      [
        "outlet.yaml sections.0.formerAddresses.ru.0 name-device",
        "outlet.yaml sections.1.formerAddresses.ru.0 name-device",
        "outlet.yaml sections.0.formerAddresses.en.1 former-address-taken",
        "outlet.yaml sections.1.formerAddresses.en.1 former-address-taken",
        "pages/en/about.md formerAddresses.0 former-address-taken",
        "outlet.yaml sections.0.formerAddresses.en.0 former-address-twice",
        "outlet.yaml sections.1.formerAddresses.en.0 former-address-twice",
        "outlet.yaml formerFeeds.en.0 former-address-twice",
        "outlet.yaml formerFeeds.en.1 former-address-twice",
        "outlet.yaml formerFeeds.en.2 former-address-taken",
        "outlet.yaml sections.1.formerAddresses.en.2 former-address-twice",
        "pages/en/about.md formerAddresses.1 former-address-taken",
        "outlet.yaml sections.1.formerAddresses.ru.0 former-address-twice",
        "pages/en/about.md formerAddresses.2 former-address-index",
      ]
    `);
  });
  test('a front page that names what is not there', () => {
    const until = '2026-11-23T00:00:00Z';
    const value = { lead: { id: ID.replace('T', 'W'), until }, secondRank: [{ id: ID, until }] };
    const fronts = [{ lang: 'ru', path: 'front/ru.yaml', value }];
    expect(check([article('a', { id: ID })], { fronts })).toMatchInlineSnapshot(`
      "front/ru.yaml lead.id front-id-unknown
      There is no article with the id 01JD8Z0Q5X4K2M7N9P3R6S8W0V.
      Did you mean 01JD8Z0Q5X4K2M7N9P3R6S8T0V (articles/en/2026/11/22-a/index.md)?

      front/ru.yaml secondRank.0.id front-id-language
      The article articles/en/2026/11/22-a/index.md is in “en”, this front page in “ru”.
      Take the id of the article’s version in this language."
    `);
  });
  test('an id on the front page that may be that of an article which cannot be read', () => {
    const value = { lead: { id: ID, until: '2026-11-23T00:00:00Z' }, secondRank: [] };
    const fronts = [{ lang: 'en', path: 'front/en.yaml', value }];
    expect(check([article('a'), article('b', { id: 'B' })], { fronts })).toBe('');
    expect(check([article('a', { id: 'A' })], { fronts })).toContain('front-id-unknown');
  });
  test('a fixed page that is missing in a language', () => {
    const outlet = { ...OUTLET, footer: ['about', 'privcy'] };
    const pages = [
      { lang: 'en', slug: 'about' },
      { lang: 'en', slug: 'privacy' },
    ];
    expect(check([], { outlet, pages })).toMatchInlineSnapshot(`
      "outlet.yaml footer.0 page-missing
      There is no page “about” in “ru”.
      Write content/pages/ru/about.md.

      outlet.yaml footer.1 page-missing
      There is no page “privcy” in “en”, “ru”.
      Did you mean “privacy”? Otherwise write content/pages/en/privcy.md, content/pages/ru/privcy.md."
    `);
  });
});

test('links that lead nowhere', () => {
  const pages = new Set(['en/2026/11/22/a.html', 'en/index.html']);
  const links = ['/en/2026/11/22/a', '/en/', '/xx/nothing.html'].map((target, index) => ({
    target,
    line: index + 1,
    column: 1,
  }));
  expect(tell(links.map((link) => unseenLink('a.md', link, { why: 'nothing' }, pages))))
    .toMatchInlineSnapshot(`
    "a.md  text-link-broken
    The link “/en/2026/11/22/a” leads to no page of the site.
    Did you mean “/en/2026/11/22/a.html”?

    a.md  text-link-broken
    The link “/en/” leads to no page of the site.
    Did you mean “/en/index.html”?

    a.md  text-link-broken
    The link “/xx/nothing.html” leads to no page of the site.
    Write the address of a page as it stands after the site’s name."
  `);
});

test('images that are missing, unusable or tell too much', () => {
  const use = { path: 'articles/x/index.md', name: 'фото.jpg', field: ['leadImage', 'file'] };
  expect(tell([missingImage(use, ['фото1.jpg', 'index.txt'])])).toMatchInlineSnapshot(`
    "articles/x/index.md leadImage.file image-missing
    The file “фото.jpg” is not beside index.md.
    Did you mean “фото1.jpg”?"
  `);
  const facts = {
    metadata: ['GPS position', 'camera serial number'],
    refused: { en: 'The file is empty.', ru: 'Файл пустой.' },
  };
  expect(tell(checkImage(use, facts, 'content/articles/x/фото.jpg'))).toMatchInlineSnapshot(`
    "articles/x/index.md leadImage.file image-unusable
    The image “фото.jpg” cannot be used. The file is empty.
    Save it again as JPEG, PNG or WebP in a usual size.

    articles/x/index.md leadImage.file image-metadata
    The image “фото.jpg” holds GPS position, camera serial number.
    Strip it before you commit: “npx tamizdat check --fix” does, without changing the picture; where it leaves one alone, “exiftool -all= <file>” does."
  `);
  expect(checkImage(use, facts, 'content/a.jpg')[1]?.finding.example).toBe(
    'exiftool -all= -overwrite_original content/a.jpg',
  );
});

test('an SVG is told apart from a picture that is damaged', () => {
  const facts = { metadata: [], refused: { en: 'The file is SVG.', ru: 'Файл — SVG.' } };
  const use = { path: 'authors/anna.yaml', name: 'anna.SVG', field: ['photo'] };
  expect(checkImage(use, facts, 'content/authors/anna.SVG')).toMatchInlineSnapshot(`
    [
      {
        "finding": {
          "code": "image-svg",
          "example": "anna.png",
          "found": "anna.SVG",
          "message": "The portrait “anna.SVG” is an SVG drawing; JPEG, PNG, WebP, AVIF and still GIF are shown.",
          "path": [
            "photo",
          ],
          "remedy": "Export it as PNG from the program that drew it, and write that file’s name.",
          "ru": {
            "message": "Портрет «anna.SVG» — рисунок SVG; показывают JPEG, PNG, WebP, AVIF и неподвижный GIF.",
            "remedy": "Сохраните его как PNG в программе, где он нарисован, и напишите имя того файла.",
            "why": "SVG — это документ: он может запускать скрипты и обращаться к другим сайтам.",
          },
          "why": "An SVG is a document: it can run scripts and ask other sites for things.",
        },
        "path": "authors/anna.yaml",
      },
    ]
  `);
});

test('a wrong link is answered with an address that is near, else with none', () => {
  const pages = ['index.html', 'en/about.html', 'en/2026/11/21/tiglinsk-water-tests.html'];
  const near = (address: string) => nearestAddress(address, pages);
  expect(near('en/abuot.html')).toBe('en/about.html');
  expect(near('en/2026/11/21/tiglinsk-water-test.html')).toBe(pages[2]);
  expect(near('en/2025/09/09/tiglinsk-water-tests')).toBe(pages[2]);
  expect(near('fund.html')).toBeUndefined();
  expect(near('contact.html')).toBeUndefined();
  expect(near('en/2026/11/21/a-bill-for-water.html')).toBeUndefined();
  expect(near('ru/about.html')).toBeUndefined();
  expect(near('en/about/us')).toBeUndefined();
  expect(near('/'.repeat(10_000))).toBeUndefined();
});
