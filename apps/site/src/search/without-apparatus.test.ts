import { buildWords } from '@tamizdat/article-schema';
import { fillProse, setProse } from '@tamizdat/render';
import { expect, test } from 'vitest';
import { withoutApparatus } from './without-apparatus.ts';

const words = buildWords('en');
const sources = [
  { id: 'a', title: 'The act', url: 'https://a.example/', archivedUrl: 'https://kept.example/a' },
];
const plain = (markdown: string, fragment = '') => {
  const prose = setProse(markdown, { lang: 'en', words, sources, fragment, hasFigures: true });
  return withoutApparatus(
    fillProse(prose, () => ''),
    words,
    fragment,
  );
};

test.each(['', 'e1-'])('what every text with notes has cannot be found in it: %j', (fragment) => {
  const html = plain('Said.[^a]', fragment);
  expect(html).toContain('The act');
  expect(html).not.toContain(words.sources);
  expect(html).not.toContain(words.archivedCopy);
});

test('what the text says itself can, in its own headings, links and notes', () => {
  const html = plain(
    `Before.[^1]\n\n## Notes\n\n${words.sources} (see [the report](https://b.example/)).\n\n[^1]: Note (see [it](https://c.example/)).`,
  );
  expect(html).toMatch(/<h2 id="[^"]+">Notes<\/h2>/);
  expect(html).toContain(words.sources);
  expect(html).toMatch(/the report<\/a>\)/);
  expect(html).toMatch(/it<\/a>\)/);
});

test('a text without notes stays as it is', () => {
  expect(withoutApparatus('<p>One.</p>', words)).toBe('<p>One.</p>');
});
