import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TEMPLATE_ANCHORS } from '@tamizdat/article-schema';
import { expect, test } from 'vitest';

const templates = path.resolve(import.meta.dirname, '../../apps/site/src');

test('the check of links knows every id that a template writes', () => {
  // A component that stands in several places is told its id as its place.
  const ids = globSync('**/*.astro', { cwd: templates }).flatMap((file) =>
    [...readFileSync(path.join(templates, file), 'utf8').matchAll(/\s(?:id|place)="([^"]+)"/g)].map(
      ([, id = '']) => id,
    ),
  );
  expect([...TEMPLATE_ANCHORS]).toEqual(expect.arrayContaining([...new Set(ids)]));
  expect(ids).toEqual(expect.arrayContaining([...TEMPLATE_ANCHORS]));
});
