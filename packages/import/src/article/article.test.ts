import { describe, expect, test } from 'vitest';
import { inUtc } from '../../testing/run-sample.ts';
import { addressKey, formerAddress, slugFor } from './addresses.ts';
import { importId } from './import-id.ts';
import { readTime } from './read-time.ts';

/** Two hours ahead, three from the end of March 2014. */
const inVilnius = (instant: number) => {
  const ahead = instant >= Date.parse('2014-03-30T01:00:00Z') ? 3 : 2;
  const text = new Date(instant + ahead * 3_600_000).toISOString();
  return { day: text.slice(0, 10), timestamp: `${text.slice(0, 19)}+0${ahead}:00` };
};

describe('times', () => {
  test.each([
    ['2014-05-03T10:00:00+03:00', '2014-05-03T07:00:00.000Z'],
    ['2014-05-03 10:00:00', '2014-05-03T07:00:00.000Z'],
    ['2014-03-30 02:59', '2014-03-30T00:59:00.000Z'],
    ['2014-03-30 04:00', '2014-03-30T01:00:00.000Z'],
    ['2014-05-03', '2014-05-02T21:00:00.000Z'],
    ['2014-05-03T10:00:00Z', '2014-05-03T10:00:00.000Z'],
  ])('%s', (text, utc) => {
    expect(new Date(readTime(text, 'x', inVilnius) ?? NaN).toISOString()).toBe(utc);
  });
  test.each([
    '',
    'soon',
    '0000-00-00 00:00:00',
    '2014-13-01',
    '2014-02-30',
    '2014-05-03 25:00',
    '14-05-03',
  ])('%j is none', (text) => {
    expect(readTime(text, 'UTC', inUtc)).toBeUndefined();
  });
});

test('an id comes from date and old id alone', () => {
  const at = Date.parse('2014-05-03T10:00:00Z');
  expect(importId('WordPress', '7', at)).toBe(importId('WordPress', '7', at));
  expect(importId('WordPress', '7', at)).toMatch(/^018[0-9A-HJKMNP-TV-Z]{23}$/);
  const others = [
    importId('WordPress', '8', at),
    importId('Ghost', '7', at),
    importId('WordPress', '7', at + 1),
  ];
  expect(new Set([importId('WordPress', '7', at), ...others]).size).toBe(4);
  expect(importId('WordPress', '7', -5)).toMatch(/^0000000000/);
});

describe('addresses', () => {
  const slug = (given: { slug?: string; url?: string; title?: string }) =>
    slugFor(
      {
        key: '7',
        title: 'A title',
        html: '',
        date: '',
        sections: [],
        tags: [],
        authors: [],
        ...given,
      },
      'ru',
    );
  test.each([
    [{ slug: 'harbour-lights' }, 'harbour-lights'],
    [{ slug: '%d0%bc%d0%be%d1%81%d1%82' }, 'most'],
    [{ url: 'https://old.example/2014/Имя_файла.php' }, 'imya-faila'],
    [{ url: 'https://old.example/news/123' }, 'a-title'],
    [{ title: '漢字' }, 'item-7'],
    [{ slug: 'con' }, 'con-news'],
    [{ slug: 'a'.repeat(200) }, 'a'.repeat(80)],
    [{ slug: '../../etc' }, 'etc'],
  ])('%j', (given, made) => {
    expect(slug(given)).toBe(made);
  });

  test.each([
    ['https://old.example/2014/05/slug/', '2014/05/slug'],
    ['https://old.example/2014/05/slug.html', '2014/05/slug'],
    ['https://old.example/2014/05/slug/index.html', '2014/05/slug'],
    ['https://old.example/2014/05/slug_b/', undefined],
    ['https://old.example/2014/05/Slug/', undefined],
    ['https://old.example/?p=7', undefined],
    ['https://old.example/news.php', undefined],
    ['https://old.example/ru/slug/', undefined],
    ['https://old.example/', undefined],
    ['https://old.example/../con/', undefined],
  ])('%s can be a page: %s', (url, former) => {
    expect(formerAddress(url, 'ru')).toBe(former);
  });

  test('one thing has one name, however it was written', () => {
    const forms = [
      'https://a.example/Мост/',
      '/%D0%BC%D0%BE%D1%81%D1%82',
      'https://a.example/МОСТ/index.php',
    ];
    expect(new Set(forms.map(addressKey)).size).toBe(1);
    expect(addressKey('https://a.example/?p=7')).toBe('?p=7');
  });
});
