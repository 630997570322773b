import { buildJsonSchemas } from '@tamizdat/article-schema';
import { expect, test } from 'vitest';
import { pruneFields } from './prune.ts';

const { article, author } = buildJsonSchemas();

test('what a form leaves empty is not written', () => {
  const data = {
    title: 'A headline',
    kicker: '',
    tags: [],
    authors: null,
    leadImage: { file: '', alt: '', decorative: false },
    newsletter: { pick: false, blurb: ' ' },
    series: {},
    sources: [{ id: 'one', title: 'A', url: '' }],
    showAppeal: true,
  };
  expect(pruneFields(data, {}, article)).toEqual({
    title: 'A headline',
    sources: [{ id: 'one', title: 'A' }],
  });
});

test('what says something stays, false included', () => {
  const data = {
    showAppeal: false,
    newsletter: { pick: false, blurb: 'For Friday' },
    live: { entries: [{ id: 'a', pinned: true, keyEvent: false }] },
    leadImage: { file: 'a.jpg', decorative: true },
  };
  expect(pruneFields(data, {}, article)).toEqual({
    showAppeal: false,
    newsletter: { pick: false, blurb: 'For Friday' },
    live: { entries: [{ id: 'a', pinned: true }] },
    leadImage: { file: 'a.jpg', decorative: true },
  });
});

test('what the file had stays as long as it is not changed, and what no form shows stays anyway', () => {
  const before = { tags: [], showAppeal: true, kicker: '', unknown: { a: [] } };
  expect(pruneFields({ ...before, title: '' }, before, article)).toEqual(before);
  expect(pruneFields({ pseudonym: false, name: { en: 'A', ru: '' } }, {}, author)).toEqual({
    name: { en: 'A' },
  });
});
