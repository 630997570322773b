import { describe, expect, it } from 'vitest';
import { parseArticle } from '../parse/article.ts';
import { parseAppeal } from '../parse/appeal.ts';
import { parseFront } from '../parse/front.ts';
import { parseOutlet } from '../parse/outlet.ts';
import { OUTLET_YAML } from '../../testing/sample.ts';
import { parsePage } from '../parse/page.ts';

const NOW = '2026-11-22T12:00:00Z';

function told(fields: string, { day = '22', now }: { day?: string; now?: string } = { now: NOW }) {
  const text = `---
id: 01JD8Z0Q5X4K2M7N9P3R000001
lang: en
kind: live
title: The port city that kept its lights on
section: politics
status: ready
publishedAt: 2026-11-${day}T09:30:00+02:00
${fields}
---

Text.
`;
  const { problems } = parseArticle(text, {
    path: `articles/en/2026/11/${day}-a/index.md`,
    ...(now === undefined ? {} : { now }),
  });
  return problems
    .filter(({ code }) => ['time-to-come', 'time-too-early', 'published-at-old'].includes(code))
    .map(({ code, field, severity }) => [code, field, severity].join(' '));
}

const at = (time: string) => `updatedAt: ${time}
editorsNote: Something was wrong here, and is not any more.
editorsNoteAt: ${time}
corrections: [{ kind: correction, at: ${time}, text: There were two bridges and not three. }]
live:
  coverageEnd: ${time}
  entries: [{ id: one, at: ${time}, title: The first boat, body: It came. }]`;

describe('a time that is yet to come', () => {
  it('is told wherever something is said to have happened', () => {
    expect(told(at('2090-01-01T00:00:00Z'))).toEqual([
      'time-to-come updatedAt error',
      'time-to-come editorsNoteAt error',
      'time-to-come corrections[0].at error',
      'time-to-come live.coverageEnd error',
      'time-to-come live.entries[0].at error',
    ]);
    expect(told(at('2026-11-22T12:00:01Z'))).toHaveLength(5);
  });

  it('is none up to now, in whatever zone it is written', () => {
    expect(told(at('2026-11-22T12:00:00Z'))).toEqual([]);
    expect(told(at('2026-11-22T15:30:00+04:00'))).toEqual([]);
  });

  it('may be that of an article which is yet to appear', () => {
    expect(told(at('2026-11-25T07:30:00Z'), { day: '25', now: NOW })).toEqual([]);
    expect(told(at('2026-11-25T07:30:01Z'), { day: '25', now: NOW })).toHaveLength(5);
    const embargo = `embargoUntil: 2026-11-24T00:00:00Z\n${at('2026-11-23T00:00:00Z')}`;
    expect(told(embargo)).toEqual([]);
  });

  it('is not told where nobody says what time it is', () => {
    const draft = at('2090-01-01T00:00:00Z');
    expect(told(draft, {})).toEqual([]);
  });

  it('is told of fixed pages', () => {
    const page = (updatedAt: string) =>
      parsePage(`---\ntitle: About\nupdatedAt: ${updatedAt}\n---\n`, {
        path: 'pages/en/about.md',
        now: NOW,
      }).problems.map(({ code }) => code);
    expect(page('2090-01-01T00:00:00Z')).toEqual(['time-to-come']);
    expect(page('2026-11-22T12:00:00Z')).toEqual([]);
  });
});

describe('a time long before the publication', () => {
  const EARLY = [
    'time-too-early editorsNoteAt error',
    'time-too-early live.coverageEnd error',
    'time-too-early live.entries[0].at error',
  ];

  it.each(['0001', '1600', '1999', '2025'])('is told in the year %s', (year) => {
    expect(told(at(`${year}-11-22T09:30:00Z`))).toEqual(EARLY);
    expect(told(`embargoUntil: ${year}-11-22T09:30:00Z`)).toEqual([
      'time-too-early embargoUntil error',
    ]);
  });

  it('may be some days before', () => {
    expect(told(at('2026-10-22T07:30:00Z'))).toEqual([]);
    expect(told(at('2026-10-22T07:29:59Z'))).toEqual(EARLY);
  });
});

it('doubts what would wait for decades', () => {
  expect(told('embargoUntil: 2090-01-01T00:00:00Z')).toEqual(['time-to-come embargoUntil warning']);
  expect(told('embargoUntil: 2036-01-01T00:00:00Z')).toEqual([]);
  expect(told('embargoUntil: 2090-01-01T00:00:00Z', {})).toEqual([]);
});

describe('times of what has no publication', () => {
  const codes = ({ problems }: { problems: { code: string; field?: string | undefined }[] }) =>
    problems.map(({ code, field }) => `${code} ${field ?? ''}`);

  it.each(['0001', '1600', '1990'])('are not of the year %s', (year) => {
    const time = `${year}-01-01T00:00:00Z`;
    const id = '01JD8Z0Q5X4K2M7N9P3R6S8T0V';
    const page = `---\ntitle: About\nupdatedAt: ${time}\n---\n`;
    const appeal = `---\nfrom: ${time}\nuntil: ${time}\n---\n\nGive.\n`;
    const front = `lead: { id: ${id}, until: ${time} }\nsecondRank: [{ id: ${id.replace('V', 'W')}, until: ${time} }]\n`;
    expect(codes(parsePage(page, { path: 'pages/en/about.md' }))).toEqual([
      'time-too-early updatedAt',
    ]);
    expect(codes(parseAppeal(appeal, { path: 'appeals/en/winter.md' }))).toEqual(
      expect.arrayContaining(['time-too-early from', 'time-too-early until']),
    );
    expect(codes(parseFront(front, { path: 'front/en.yaml' }))).toEqual([
      'time-too-early lead.until',
      'time-too-early secondRank[0].until',
    ]);
  });

  it.each([
    ['1600-01-01', ['tag-authority-too-early tagAuthority.date']],
    ['1984', ['tag-authority-too-early tagAuthority.date']],
    ['1985', []],
    ['2026-11-23', []],
    ['2026-11-24', ['time-to-come tagAuthority.date']],
    ['2026-12', ['time-to-come tagAuthority.date']],
    ['2090', ['time-to-come tagAuthority.date']],
  ])('the day of a name in feeds may be %s or not', (date, expected) => {
    const text = OUTLET_YAML.replace("'2026-01-01'", `'${date}'`);
    expect(codes(parseOutlet(text, { path: 'outlet.yaml', now: NOW }))).toEqual(expected);
  });

  it('the day of a name in feeds exists', () => {
    for (const date of ['2026-02-31', '2026-13', '2026-00-01', '2026-13-01']) {
      const text = OUTLET_YAML.replace("'2026-01-01'", `'${date}'`);
      expect(codes(parseOutlet(text, { path: 'outlet.yaml' }))).toHaveLength(1);
    }
  });
});

it.each([
  ['1600', ['published-at-old publishedAt error']],
  ['1799', ['published-at-old publishedAt error']],
  ['1800', ['published-at-old publishedAt warning']],
  ['1899', ['published-at-old publishedAt warning']],
  ['1900', []],
])('a publication of the year %s', (year, expected) => {
  const { problems } = parseArticle(
    `---\nid: 01JD8Z0Q5X4K2M7N9P3R000001\nlang: en\nkind: news\ntitle: The port city that kept its lights on\nsection: politics\nstatus: ready\npublishedAt: ${year}-11-22T09:30:00Z\n---\n\nText.\n`,
    { path: `articles/en/${year}/11/22-a/index.md` },
  );
  expect(problems.map(({ code, field, severity }) => [code, field, severity].join(' '))).toEqual(
    expected,
  );
});
