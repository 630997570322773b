import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageAlternates } from './alternates.ts';
import { headHtml } from './head-html.ts';
import { compact, jsonLdHtml } from './json-ld.ts';
import { openGraphLocale } from './page-metadata.ts';

const languages = [{ code: 'en' }, { code: 'ru' }, { code: 'uk' }];

describe('versions in other languages', () => {
  const versions = (lang: string, address: string, others: [string, string][]): string[] =>
    languageAlternates({ lang, address }, languages, new Map(others)).map(
      ({ hreflang, address }) => `${hreflang} ${address}`,
    );

  it('are the page itself, its translations and the default language’s', () => {
    expect(versions('ru', 'ru/a.html', [['en', 'en/b.html']])).toEqual([
      'en en/b.html',
      'ru ru/a.html',
      'x-default en/b.html',
    ]);
  });

  it('are none for a page in one language', () => {
    expect(versions('ru', 'ru/a.html', [])).toEqual([]);
    expect(versions('ru', 'ru/a.html', [['ru', 'ru/a.html']])).toEqual([]);
  });

  it('have no default where the default language has no version', () => {
    expect(versions('ru', 'ru/a.html', [['uk', 'uk/a.html']])).toEqual([
      'ru ru/a.html',
      'uk uk/a.html',
    ]);
  });

  it.each([
    ['en', 'index.html'],
    ['en', 'en/index.html'],
    ['ru', 'ru/index.html'],
  ])('lead from the front page in %s at %s to the root', (lang, address) => {
    const fronts = languages.map(({ code }): [string, string] => [code, `${code}/index.html`]);
    expect(versions(lang, address, fronts)).toEqual([
      'en en/index.html',
      'ru ru/index.html',
      'uk uk/index.html',
      'x-default index.html',
    ]);
  });
});

describe('a head', () => {
  const facts = {
    title: 'A "b" & <c>',
    description: '',
    url: 'https://a.test/',
    type: 'article',
    image: undefined,
    alternates: [],
  } as const;

  it('escapes what is written by people, and leaves out what is empty', () => {
    expect(headHtml(facts)).toBe(
      '<meta property=og:title content="A &quot;b&quot; &amp; &lt;c&gt;">' +
        '<meta property=og:type content=article><meta property=og:url content=https://a.test/>',
    );
  });

  it('keeps every value within its attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (title) => {
        const html = headHtml({ ...facts, title });
        expect(html.match(/<[a-z]/g)).toHaveLength(3);
        expect(html.split('<meta property=og:type')).toHaveLength(2);
      }),
    );
  });
});

describe('structured data', () => {
  it('cannot be ended by a title', () => {
    const html = jsonLdHtml({ '@type': 'NewsArticle', headline: '</script><script>x<!--' });
    expect(html.match(/<\/?script/g)).toHaveLength(2);
    expect(html).not.toContain('<!--');
    const text = html.slice(html.indexOf('{'), html.lastIndexOf('}') + 1);
    expect(JSON.parse(text)).toMatchObject({ headline: '</script><script>x<!--' });
  });

  it('writes a list of one as its member, an empty one not at all', () => {
    expect([compact([]), compact(['a']), compact(['a', 'b'])]).toEqual([
      undefined,
      'a',
      ['a', 'b'],
    ]);
  });
});

it.each([
  ['ru', 'ru_RU'],
  ['en-GB', 'en_GB'],
  ['uk', 'uk_UA'],
])('Open Graph’s name for %s is %s', (locale, written) => {
  expect(openGraphLocale({ locale })).toBe(written);
});
