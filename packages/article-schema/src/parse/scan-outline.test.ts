import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseArticle } from './article.ts';
import { scanOutline } from './scan-outline.ts';

const PATH = 'articles/en/2026/11/22-harbour/index.md';
const ID = '01JD8Z0Q5X4K2M7N9P3R6S8T0V';

/** What the parser gives of the fields that are scanned. */
function parsedOutline(text: string, path: string) {
  const { id, lang, translationKey, address } = parseArticle(text, { path, text: false }).outline;
  return JSON.parse(JSON.stringify({ path, id, lang, translationKey, address })) as unknown;
}

const LINES = [
  `id: ${ID}`,
  `id: "${ID}"`,
  'id: 01234567890123456789012345',
  'id: 0123456789012345678901234E',
  'id:',
  'lang: en',
  'lang: en # the edition',
  "'lang': ru",
  'lang : en',
  'translationKey: harbour',
  'translationKey: null',
  'translationKey: 7e7',
  'translationKey: true',
  'translationKey: Harbour',
  'translationKey: harbour\n  lights',
  'translationKey: &a harbour',
  'series: { id: ports, part: 2 }',
  'formerAddresses: [en/a]',
  'feedId: https://old.example/a',
  'kind: news',
  'kicker: >-\n  id: text\n  lang: ru',
  'standfirst: |\n  ---\n  text\n\n  lang: ru',
  "title: 'The harbour\n  lang: ru'",
  'tags:\n- a\n- b',
  '# lang: ru',
  '? lang',
  '...',
  'title: "open',
];

const texts = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...LINES) }, fc.string()), {
    maxLength: 6,
  })
  .map((lines) => `---\n${lines.join('\n')}\n---\n\nText.\n`);

test('sees what the parser sees, or nothing, whatever stands in the file', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const scanned = scanOutline(text, PATH);
      const { problems } = parseArticle(text, { path: PATH, text: false });
      // What cannot be read has no outline for the parser; what is scanned of it is written there.
      if (scanned === undefined || problems.some(({ code }) => /^(?:yaml|front)/.test(code)))
        return;
      expect(scanned).toEqual(parsedOutline(text, PATH));
    }),
    { numRuns: 3_000 },
  );
});

test('sees what the parser sees in the sample content, and most of it without the parser', () => {
  const root = join(import.meta.dirname, '../../../../content');
  const files = globSync(join(root, 'articles/**/index.md')).sort();
  const scanned = files.map((file) => {
    const path = relative(root, file);
    const text = readFileSync(file, 'utf8');
    const outline = scanOutline(text, path);
    if (outline !== undefined) expect(outline).toEqual(parsedOutline(text, path));
    return outline;
  });
  expect(scanned.filter((outline) => outline !== undefined).length).toBeGreaterThan(
    files.length / 2,
  );
});

test('leaves to the parser what goes on behind the piece that was read', () => {
  expect(scanOutline(`---\nid: ${ID}\nlang: en\n`, PATH)).toBeUndefined();
  expect(scanOutline(`\uFEFF---\nid: ${ID}\n---\n`, PATH)).toBeUndefined();
  expect(scanOutline(`---\nid: ${ID}\n---\n`, PATH)).toMatchObject({ id: ID });
});
