import { buildWords, type Outlet } from '@tamizdat/article-schema';
import { buildArticleView, setArticle } from '@tamizdat/render';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleOfFields } from './article-of-fields.ts';

const outlet = { timeZone: 'UTC', languages: [{ code: 'en' }], sections: [], tags: [] };
const edition = { code: 'en', name: 'English', dir: 'ltr', locale: 'en-GB' } as const;
const context = { lang: 'en', outlet: outlet as unknown as Outlet, edition };
const view = (fields: Record<string, unknown>) =>
  buildArticleView(setArticle(articleOfFields(fields, 'en')), {
    ...context,
    words: buildWords('en'),
  });

test('a whole form is shown as its page will show it', () => {
  const shown = view({
    title: 'The "Northern" crane',
    kind: 'interview',
    kicker: 'River',
    authors: ['ann'],
    contributors: [
      { role: 'editor', author: 'bo' },
      { role: 'editor', name: 'Cy' },
    ],
    contentWarnings: [{ warning: 'violence', note: 'A "blow".' }],
    corrections: [{ kind: 'correction', at: '2026-11-20T10:00:00Z', text: 'It was "two".' }],
    leadImage: { file: 'a.jpg', alt: 'A "crane"', credit: 'Photo: Ann', source: 'https://' },
    original: { publisher: 'The "Bell"', url: 'https://bell.example/a', licence: 'CC BY' },
    publishedAt: '2026-11-19T10:00:00Z',
    editorsNote: 'A note.',
  });
  expect(shown).toMatchObject({
    title: 'The “Northern” crane',
    overline: `${buildWords('en').kinds.interview} · River`,
    byline: [{ name: 'ann' }],
    warnings: { notes: 'A “blow”.' },
    corrections: [{ text: 'It was “two”.', place: 'corrections' }],
    lead: { alt: 'A “crane”', source: { host: 'https://' } },
    original: { host: 'bell.example' },
  });
  expect(shown.contributors.map(({ who }) => who.name)).toEqual(['bo', 'Cy']);
  expect(shown.original?.label).toContain('“Bell”');
  expect(shown.noteTitle).toContain('19 November 2026');
});

test('whatever a form holds while it is filled in, something can be shown', () => {
  const names = [
    ...['title', 'kind', 'section', 'kicker', 'standfirst', 'dateline', 'authors', 'tags'],
    ...['contributors', 'contentWarnings', 'corrections', 'sources', 'publishedAt', 'updatedAt'],
    ...['editorsNote', 'editorsNoteAt', 'leadImage', 'live', 'original'],
  ];
  const inner = fc.dictionary(
    fc.constantFrom('role', 'author', 'warning', 'kind', 'at', 'text', 'file', 'entries', 'url'),
    fc.oneof(
      fc.string(),
      fc.constantFrom('editor', 'violence', 'correction', null),
      fc.array(fc.anything()),
    ),
  );
  const value = fc.oneof(fc.anything(), inner, fc.array(inner));
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), value), (fields) => {
      expect(typeof view(fields).title).toBe('string');
    }),
  );
});
