import { expect, test } from 'vitest';
import { digestContent } from './content-digest.ts';

const FILES: [string, string][] = [
  ['articles/a/index.md', 'aa'],
  ['keys/root.json', 'bb'],
  ['keys.md', 'cc'],
  ['keys/old/root.json', 'dd'],
];

const digest = (files: [string, string][]): string => digestContent(new Map(files), 'keys');

test('the order in which files were read does not count, nor what lies in the folder left out', () => {
  expect(digest(FILES.toReversed())).toBe(digest(FILES));
  expect(digest(FILES.filter(([path]) => !path.startsWith('keys/')))).toBe(digest(FILES));
});

test.each<[string, [string, string][]]>([
  ['other bytes', [['articles/a/index.md', 'ab'], ...FILES.slice(1)]],
  ['another name', [['articles/b/index.md', 'aa'], ...FILES.slice(1)]],
  ['a file less', FILES.slice(0, 2)],
  ['a file more', [...FILES, ['outlet.yaml', 'ee']]],
])('%s gives another digest', (_, files) => {
  expect(digest(files)).not.toBe(digest(FILES));
});
